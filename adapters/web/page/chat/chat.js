// @ts-check

import { tellCovered } from '../covered.js'
import { createDesk } from '../desk/desk.js'
import { afterPress, el, fill, need } from '../dom.js'
import { followFiles } from '../files/dropped.js'
import { draftsOf } from '../form/drafts.js'
import { presentIntent } from '../form/former.js'
import { showBanner } from '../frame.js'
import { chosenLocale, localeTold, tellLocale } from '../language.js'
import { followPrint } from '../print.js'
import { openReader } from '../reader/reader.js'
import { Failed, history, refOf, say } from '../server.js'
import { speech } from '../texts.js'
import { createComposer } from './composer.js'
import { createConversation } from './conversation.js'
import { Attempt } from './delivery.js'
import { follow } from './live.js'
import { createPanel } from './panel.js'
import { createPast } from './past.js'

/** After news, the ledger is read for when it was sent and for what the line may have lost. */
const rereadMs = 1500

/** The chat of one person: panel, conversation, composer, and the live line. @param {import('../server.js').Person} who
 * @param {(locale: import('../texts.js').Locale) => void} speaks draws the page in another language */
export function openChat(who, speaks) {
  const drafts = draftsOf(who.user)
  /** @param {string} id @param {import('../server.js').Input} input @param {import('../server.js').Keep} [keep]
   * @param {import('../server.js').Along} [along] */
  async function speak(id, input, keep, along) {
    const pressed = input.kind === 'pressed' ? presentIntent(input.intent) : undefined
    const speaksAnew = pressed?.kind === 'language.set'
    const { reply, locale } = await say(id, speech.locale, input, { keep: speaksAnew ? undefined : keep, ...along })
    // A language chosen by a button of the core, by a sentence or on another device is the page's language too, which
    // draws it all anew; a form that has just come is not thrown away for it.
    const anew = speaksAnew ? pressed.locale : locale
    const stays = reply.kind === 'form' || reply.kind === 'invalid' || anew === speech.locale || !mayFollow()
    if (anew === undefined || (!speaksAnew && stays)) return reply
    localeTold()
    speaks(anew)
    return /** @type {import('../server.js').Reply} */ ({ kind: 'none' })
  }

  /** Not while a choice made here is still on its way to the server. */
  const mayFollow = () => open && chosenLocale() === undefined

  /** Something was answered: what shows where things stand may be out of date. */
  function changed() {
    panel.stale()
    desk.stale()
  }

  const conversation = createConversation({
    name: who.name,
    drafts,
    say: speak,
    ref: (id) => refOf(who.user, id),
    changed,
    lost: () => composer.focus(),
  })
  const past = createPast(conversation)
  const composer = createComposer({
    drafts,
    user: who.user,
    say: (id, text, along) => conversation.say(id, { kind: 'typed', text }, {}, along),
    answered(text, names, reply, id) {
      conversation.echo([text, ...names.map(speech.words.sentFile)].filter((line) => line !== '').join('\n'))
      if (reply.kind !== 'message') return conversation.show(reply, {})
      conversation.append(reply, refOf(who.user, id))
      changed()
      conversation.toEnd(true)
      composer.focus()
    },
  })
  const panel = createPanel({
    send: (id, intent, label) => conversation.say(id, { kind: 'pressed', intent }, { said: label }),
    fresh: () => speak(new Attempt().idFor('home'), { kind: 'pressed', intent: { kind: 'home.show' } }),
    settle: conversation.settle,
    unsent: drafts.all,
    chips: composer.chips,
  })
  const desk = createDesk({
    send: (id, intent, label) => conversation.say(id, { kind: 'pressed', intent }, { said: label }),
    settle: conversation.settle,
    type: composer.type,
    say: speak,
    drafts,
    at(at) {
      const other = chat.dataset['at'] !== at
      chat.dataset['at'] = at
      // Beside a page the conversation is a column of its own, which begins at its top.
      if (other && at === 'page') conversation.columnToEnd()
    },
  })
  const endFiles = followFiles(composer.attach)
  const endPrint = followPrint()
  const unread = countUnread()
  let open = true
  let first = true
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reread

  async function readHistory() {
    try {
      const chosen = chosenLocale()
      const { entries, older, banner, locale } = await history(chosen === undefined ? {} : { locale: chosen })
      if (!open) return
      if (chosen === undefined && mayFollow() && locale !== speech.locale) return speaks(locale)
      showBanner(banner)
      composer.status('')
      conversation.loading(first)
      const fresh = entries.filter((entry) => conversation.entry(entry))
      if (first) past.from(older)
      conversation.loading(false)
      if (!first) arrived(fresh.length)
      // On a phone the panel stands above the conversation and is read first.
      else if (matchMedia('(min-width: 60rem)').matches) conversation.toEnd(true)
      first = false
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      composer.status(speech.words.offline)
    }
  }

  /** @param {number} count */
  function arrived(count) {
    if (count === 0) return
    unread.add(count)
    changed()
    conversation.toEnd(false)
  }

  /** @type {() => void} */
  let endReader = () => {}
  /** @param {Event} event */
  function read(event) {
    if (!(event instanceof CustomEvent) || !(event.target instanceof HTMLElement)) return
    // One card of the draft, however many remarks are made: each answer takes the place of the one before.
    /** @type {{ article: HTMLElement, ref: string } | undefined} */
    let card
    endReader = openReader(
      {
        drafts,
        say: speak,
        send: (id, input) => conversation.say(id, input, card === undefined ? {} : { card: card.ref }),
        answered(reply, id) {
          const ref = card?.ref ?? refOf(who.user, id)
          card = { article: conversation.append(reply, ref, card?.article), ref }
          changed()
        },
        lost: composer.focus,
        news: () => card?.article,
      },
      event.detail,
      event.target,
    )
  }

  const chat = el('div', { class: 'chat', onread: read }, [
    el('h1', { class: 'unseen talk-title' }, [`Đôn đốc, ${who.name}`]),
    panel.node,
    desk.node,
    el('div', { class: 'talk' }, [conversation.node(past.nodes), composer.node]),
  ])
  fill(need('main'), [chat])
  /** To the line, without a word in the address: that says which page is shown. @param {Event} event */
  function toLine(event) {
    event.preventDefault()
    desk.toTalk()
    composer.focus()
  }
  need('skip').addEventListener('click', toLine)
  need('skip').hidden = false
  const endCovered = tellCovered([
    ['--head', need('head')],
    ['--banner', need('banner')],
    ['--composer', composer.node],
  ])
  panel.tellUnsent()
  void tellLocale().then(() => Promise.all([panel.load(), desk.begin()]))
  const hangUp = follow({
    news(sent) {
      afterPress(() => {
        if (conversation.sent(sent)) arrived(1)
        else changed()
      })
      clearTimeout(reread)
      reread = setTimeout(() => void readHistory(), rereadMs)
    },
    connected: () => void readHistory(),
    broken: () => composer.status(speech.words.offline),
  })
  return {
    focus: panel.focus,
    stop() {
      open = false
      endReader()
      hangUp()
      endFiles()
      endPrint()
      endCovered()
      panel.stop()
      desk.stop()
      need('skip').removeEventListener('click', toLine)
      conversation.stop()
      unread.stop()
      clearTimeout(reread)
    },
  }
}

/** Notifications that came while nobody looked, told in the tab's title. */
function countUnread() {
  let count = 0
  const tell = () => {
    if (!document.hidden) count = 0
    document.title = count === 0 ? 'Đôn đốc' : speech.words.news(count)
  }
  document.addEventListener('visibilitychange', tell)
  return {
    /** @param {number} more */
    add(more) {
      count += more
      tell()
    },
    stop() {
      document.removeEventListener('visibilitychange', tell)
      document.title = 'Đôn đốc'
    },
  }
}
