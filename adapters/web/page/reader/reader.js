// @ts-check
import { el, fill, focusOn, freshId } from '../dom.js'
import { Failed, readable } from '../server.js'
import { speech } from '../texts.js'
import { createFinder } from './find.js'
import { createFormPlace } from './form.js'
import { longestPassage, markByKey, markedIn } from './mark.js'
import { createOutline } from './outline.js'
import { drawRemarks, drawText } from './text.js'

/**
 * @typedef {import('./text.js').Drawn} Drawn
 * @typedef {import('./text.js').ReadableDocument} ReadableDocument
 * @typedef {import('./form.js').World} World
 */

/**
 * Shows a draft whole, over everything else: its outline, its words, and the reader's remarks beside them. Ends with
 * Escape or its button; the focus goes to the card of what was remarked, else back to where it came from. Gives what ends it.
 * @param {World} world @param {string} id of the document @param {HTMLElement} from
 */
export function openReader(world, id, from) {
  const { words } = speech
  const titleId = freshId('reader')
  const title = el('h2', { id: titleId }, [words.loadingDraft])
  const close = el('button', { type: 'button', class: 'button plain close', onclick: () => end() }, [words.closeDraft])
  const bar = el('div', { class: 'reader-bar' }, [title, close])
  const parts = el('div', { class: 'reader-parts' })
  const status = el('p', { class: 'reader-status', role: 'status' })
  const node = el('section', { class: 'reader', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': titleId }, [
    bar,
    parts,
    status,
  ])
  const others = [...document.body.children]
  let ended = false
  /** @type {(() => void)[]} */
  const endings = []
  /** What Escape closes before the reader itself. @type {{ isOpen: () => boolean, close: () => void }[]} */
  const inner = []

  function end() {
    if (ended) return
    ended = true
    for (const ending of endings) ending()
    for (const other of others) other.removeAttribute('inert')
    document.body.classList.remove('reading')
    node.remove()
    const news = world.news()
    if (news !== undefined) focusOn(news)
    else if (from.isConnected) from.focus()
    else world.lost()
  }

  async function load() {
    try {
      show(await readable(id))
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      if (ended) return
      title.textContent = cause.why === 404 ? words.noDraft : words.notLoaded
      const again = el('button', { type: 'button', class: 'button plain', onclick: () => void load() }, [words.retry])
      fill(parts, [cause.why !== 404 && again])
    }
  }

  /** @param {ReadableDocument} draft */
  function show(draft) {
    if (ended) return
    title.textContent = draft.heading
    const form = createFormPlace(world, { saved: () => void refresh() })
    const { node: text, drawn } = drawText(draft, (each) => remark(each, each.remark))
    const paper = el('div', { class: 'paper', tabindex: 0, role: 'region', 'aria-label': draft.heading }, [text])
    const outline = createOutline(drawn, reach)
    const finder = createFinder(drawn, bring)
    const places = choosePlace(draft)
    const marking = el('div', { class: 'marking', hidden: true })
    /** @type {Drawn | undefined} */
    let markedAt
    inner.push(form, outline)
    endings.push(finder.end, () => document.removeEventListener('selectionchange', tellMarked))

    /** @param {Drawn} each @param {HTMLElement} back */
    function remark({ provision }, back) {
      const place = places.chosen()
      if (place === undefined) return
      const marked = markedIn(drawn)
      const passage =
        marked?.drawn.provision === provision && marked.passage.length <= longestPassage ? marked.passage : ''
      const quote = passage === '' ? {} : { quote: passage }
      void form.open({ ...place.opens, provision: provision.id, ...quote }, back)
    }

    function tellMarked() {
      const marked = draft.places.length === 0 ? undefined : markedIn(drawn)
      marking.hidden = marked === undefined
      if (marked?.drawn !== markedAt) {
        markedAt?.remark.firstChild?.replaceWith(words.remark)
        marked?.drawn.remark.firstChild?.replaceWith(words.remarkPassage)
        markedAt = marked?.drawn
      }
      if (marked === undefined) return
      const { drawn: each, passage } = marked
      const tooLong = passage.length > longestPassage
      const press = el(
        'button',
        { type: 'button', class: 'button primary', onclick: () => remark(each, each.remark) },
        [words.remarkPassage],
      )
      // A press leaves the selection as it is.
      press.addEventListener('pointerdown', (event) => event.preventDefault())
      const said = passage.length > 120 ? `${passage.slice(0, 119)}…` : passage
      fill(marking, [
        el('p', {}, [tooLong ? words.passageTooLong(longestPassage) : `${each.provision.path}: “${said}”`]),
        !tooLong && press,
      ])
    }

    for (const each of drawn) each.remark.addEventListener('keydown', (event) => markByKey(event, each))
    document.addEventListener('selectionchange', tellMarked)
    const print = el('button', { type: 'button', class: 'button quiet print', onclick: () => window.print() }, [
      words.print,
    ])
    fill(bar, [outline.toggle, title, finder.node, print, close])
    fill(parts, [outline.node, paper, form.node])
    fill(text, [...text.childNodes].toSpliced(1, 0, places.node))
    node.insertBefore(marking, status)
    tellRemarks(draft)
    focusOn(title)

    /** @param {ReadableDocument} now */
    function tellRemarks(now) {
      drawRemarks(drawn, now.remarks, ({ edit }, back) => edit !== undefined && void form.open(edit, back))
    }

    async function refresh() {
      status.textContent = words.remarkSaved
      getSelection()?.removeAllRanges()
      try {
        tellRemarks(await readable(id))
      } catch (cause) {
        // The remark is saved; it stands here when the draft is opened next.
        if (!(cause instanceof Failed)) throw cause
      }
    }
  }

  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    const open = inner.find((each) => each.isOpen())
    if (open === undefined) end()
    else open.close()
  })
  for (const other of others) other.setAttribute('inert', '')
  document.body.classList.add('reading')
  document.body.append(node)
  focusOn(title)
  void load()
  return end
}

/** Where remarks go: asked for where there are several places. @param {ReadableDocument} draft */
function choosePlace({ places }) {
  const { words } = speech
  const select = el(
    'select',
    { id: 'remark-place' },
    places.map(({ label }, at) => el('option', { value: at }, [label])),
  )
  const choice = el('p', { class: 'place' }, [el('label', { for: 'remark-place' }, [`${words.remarkAs}: `]), select])
  const how = places.length > 0 && el('p', { class: 'hint' }, [words.howToMark])
  return {
    node: el('div', { class: 'how' }, [places.length > 1 && choice, how]),
    chosen: () => places[Number(select.value) || 0],
  }
}

/** Scrolls to a provision. @param {Drawn} drawn */
function bring({ node }) {
  node.scrollIntoView({ block: 'start' })
  // What was not laid out before had a guessed height: the second time it is the true one.
  requestAnimationFrame(() => node.scrollIntoView({ block: 'start' }))
}

/** Scrolls there and takes the focus along. @param {Drawn} drawn */
function reach(drawn) {
  drawn.node.focus({ preventScroll: true })
  bring(drawn)
}
