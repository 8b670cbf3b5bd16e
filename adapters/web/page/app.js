// @ts-check

import { openChat } from './chat/chat.js'
import { forgetTyped } from './chat/recall.js'
import { fill, focusOn, need } from './dom.js'
import { forgetChosen } from './files/attach.js'
import { forgetUnsent } from './form/drafts.js'
import { drawFrame, drawStanding, showBanner } from './frame.js'
import { keepComposition } from './keys.js'
import { chooseLocale, chosenLocale } from './language.js'
import { drawSeats } from './seats.js'
import { Failed, leave, lostSeat, seatedNow, session, sit, sitAgain } from './server.js'
import { speech } from './texts.js'

/**
 * @typedef {import('./server.js').Person} Person
 * @typedef {import('./server.js').Sitting} Sitting
 * @typedef {import('./server.js').Session} Session
 * @typedef {import('./texts.js').Locale} Locale
 */

/** @type {Session | undefined} what the server said of itself */
let told
/** @type {Person | undefined} who sits in this tab */
let person
/** whether the seats are on the screen */
let picking = false
/** @type {() => void} ends what the view before had running */
let stopView = () => {}

/** Decides what this tab shows: the chat of whoever sits here, the seats, or how to come in. */
async function begin() {
  try {
    told = await session(chosenLocale())
    speech.locale = told.locale
    speech.timeZone = told.timeZone
    if (location.pathname.startsWith('/enter/')) return badLink(told)
    if (told.person !== null) return chat(told.person)
    const seated = seatedNow()
    if (seated !== undefined && (await sitAgain())) return await begin()
    if (told.linked === null || seated?.by === 'seat') return unseated()
    if (seated === undefined) return enter(await sit({ link: true }))
    otherPerson(told.linked)
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    notLoaded()
  }
}

/** Ends the view before and draws another, now and whenever the language changes. @param {() => void} draw */
function show(draw) {
  stopView()
  stopView = () => {}
  const seated = person && {
    name: person.name,
    label: told?.seats ? speech.words.changeSeat : speech.words.leave,
    press: () => (told?.seats ? pick() : void goAway()),
  }
  drawFrame(seated, (locale) => {
    chooseLocale(locale)
    speaks(locale, draw)
  })
  showBanner(told?.banner ?? null)
  draw()
  void catchUp(draw)
}

/** @param {Locale} locale @param {() => void} draw */
function speaks(locale, draw) {
  speech.locale = locale
  show(draw)
}

/** What the server says of itself, the seats and the banner, in the page's language too. @param {() => void} draw */
async function catchUp(draw) {
  const { locale } = speech
  if (told === undefined || told.locale === locale) return
  try {
    const anew = await session(locale)
    // Another press may have come between.
    if (speech.locale !== locale) return
    told = anew
    showBanner(told.banner)
    if (picking) show(draw)
  } catch (cause) {
    // What it said before stays until it can be reached.
    if (!(cause instanceof Failed)) throw cause
  }
}

/** Whoever has just sat down is spoken to in their own language; a choice made before that is theirs from now on.
 * @param {Sitting} who @param {boolean} [chosen] by a press in this page */
function enter(who, chosen = false) {
  speech.locale = chosenLocale() ?? who.locale ?? speech.locale
  chat(who, chosen)
}

/** @param {Person} who @param {boolean} [chosen] by a press in this page, so the focus has to go somewhere */
function chat(who, chosen = false) {
  person = who
  picking = false
  const draw = () => {
    const opened = openChat(who, (locale) => speaks(locale, draw))
    stopView = opened.stop
    if (chosen) opened.focus()
  }
  show(draw)
}

/** Nothing of the person stays on this device. */
async function goAway() {
  if (person !== undefined) {
    forgetUnsent(person.user)
    forgetChosen(person.user)
    forgetTyped(person.user)
  }
  await leave()
  unseat()
}

function unseat() {
  person = undefined
  void begin()
}

function unseated() {
  if (told?.seats) pick()
  else show(() => drawStanding(speech.words.needLink, speech.words.needLinkHow))
}

function pick() {
  const present = person
  picking = true
  show(() => {
    const back = present && (() => chat(present, true))
    const seats = drawSeats(told?.seats ?? [], present?.user, (seat) => void sitDown({ user: seat.user }), back)
    fill(need('main'), [seats.node])
    if (present !== undefined) focusOn(seats.heading)
  })
}

/** @param {{ user: string } | { link: true }} where */
async function sitDown(where) {
  try {
    enter(await sit(where), true)
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    notLoaded()
  }
}

/** The browser's link is now somebody else's: said, and never followed silently. @param {Person} linked */
function otherPerson(linked) {
  show(() => {
    const { words } = speech
    const action = { label: words.goOnAs(linked.name), press: () => void sitDown({ link: true }) }
    drawStanding(words.otherPerson(linked.name), words.otherPersonHow, action)
  })
}

/** @param {Session} server */
function badLink(server) {
  const elsewhere = server.seats !== null || server.person !== null || server.linked !== null
  show(() => {
    const { words } = speech
    const action = elsewhere ? { label: words.back, press: () => location.replace('/') } : undefined
    drawStanding(words.badLink, words.badLinkHow, action)
  })
}

function notLoaded() {
  show(() => {
    const { words } = speech
    drawStanding(words.notLoaded, words.offline, { label: words.retry, press: () => void begin() })
  })
}

keepComposition()
lostSeat.tell = () => {
  if (person !== undefined) unseat()
}
void begin()
