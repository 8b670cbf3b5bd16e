// @ts-check

import { bringIntoView, el, focusOn } from '../dom.js'
import { drawForm } from '../form/form.js'
import { speech } from '../texts.js'
import { Card } from './card.js'

/**
 * @typedef {import('../server.js').Notification} Notification
 * @typedef {import('../server.js').Message} Message
 * @typedef {import('../server.js').Reply} Reply
 * @typedef {Extract<Reply, { kind: 'message' }>} Shown
 * @typedef {import('../server.js').Input} Input
 * @typedef {import('../form/form.js').Form} Form
 * @typedef {ReturnType<typeof import('../form/drafts.js').draftsOf>} Drafts
 * @typedef {import('../server.js').HistoryEntry} HistoryEntry
 * @typedef {import('../server.js').Keep} Keep
 * @typedef {import('../server.js').Along} Along
 * @typedef {{ article: HTMLElement, card: Card, time: HTMLTimeElement, seen: string }} Entry
 * @typedef {{ card?: Card | undefined, button?: HTMLButtonElement | undefined, place?: HTMLElement | undefined,
 *   ref?: string }} From where an answer comes from: the card and button pressed, the form whose place it takes, its turn
 */

/**
 * The conversation: messages from the core's ledger and the turns that it keeps, each by its `ref`.
 * @param {{ name: string, drafts: Drafts, say: (id: string, input: Input, keep?: Keep, along?: Along) => Promise<Reply>,
 *   ref: (id: string) => string, changed: () => void, lost: () => void }} world
 * `ref`: by what a turn is found again; `changed`: something was answered, so the home panel may be out of date; `lost`:
 * takes the focus where what had it before is gone
 */
export function createConversation(world) {
  const empty = el('p', { class: 'empty' }, [speech.words.nothingYet])
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': speech.words.conversation })
  /** @type {Map<string, Entry>} */
  const shown = new Map()
  /** @type {Set<string>} the turns that stand here, or are under way in this tab */
  const turns = new Set()
  /** @type {Map<string, HTMLElement>} the open forms, by what opens them */
  const forms = new Map()
  /** @type {Card[]} */
  const cards = []

  /** @param {HTMLElement} node @param {HTMLElement} [place] @param {boolean} [before] stands before it, not in its place */
  function put(node, place, before) {
    if (place === undefined) log.append(node)
    else if (before) place.before(node)
    else place.replaceWith(node)
    empty.remove()
  }

  /** Says something of which a turn is kept, which is then known here. @param {string} id @param {Input} input @param {Keep} keep
   * @param {Along} [along] */
  function say(id, input, keep, along) {
    turns.add(world.ref(id))
    return world.say(id, input, keep, along)
  }

  /** @param {Message} message @param {Pick<Shown, 'files' | 'documents'>} [brought] @param {string} [ref] where answers in its place are kept @returns {Entry} */
  function drawEntry(message, brought = {}, ref) {
    const article = el('article', { class: 'card' })
    const card = new Card(
      (id, intent, label) => say(id, { kind: 'pressed', intent }, { said: label, ...(ref && { card: ref }) }),
      settle,
      ref,
      article,
    )
    cards.push(card)
    const time = el('time', {})
    const head = el('p', { class: 'head' }, [el('span', {}, [speech.words.system]), time])
    article.append(head, card.body, card.files, card.notice)
    card.draw(message, brought.files, brought.documents)
    return { article, card, time, seen: '' }
  }

  /** A card that stands here more than once reads the same everywhere. @param {Message} message as it stands now */
  function spread(message) {
    if (message.current === undefined) return
    const [current, text] = [JSON.stringify(message.current), JSON.stringify(message)]
    for (const card of cards) if (card.current === current && card.shown !== text && !card.pending) card.draw(message)
  }

  /** @param {HTMLTimeElement} time @param {string | undefined} at */
  function date(time, at) {
    if (at === undefined) return
    time.dateTime = at
    time.textContent = speech.moment(at)
  }

  /** Shows or updates a message that was sent. What this tab showed in its place stays until the server's own text changes.
   * @param {Notification} told @param {HTMLElement} [next] before which a new one stands @returns {boolean} whether it is new */
  function sent(told, next) {
    const known = shown.get(told.ref)
    const entry = known ?? drawEntry(told.message, {}, 'sent')
    const seen = JSON.stringify(told.message)
    if (known === undefined) {
      shown.set(told.ref, entry)
      put(entry.article, next, true)
    } else if (entry.seen !== seen) {
      entry.card.draw(told.message)
    }
    if (entry.seen !== seen) spread(told.message)
    entry.seen = seen
    date(entry.time, told.at)
    return known === undefined
  }

  /** Shows a turn from the history, once. @param {Extract<HistoryEntry, { kind: 'turn' }>} turn @param {HTMLElement} [next] */
  function turn(turn, next) {
    if (turns.has(turn.ref)) return
    turns.add(turn.ref)
    if (turn.said !== undefined) echo(turn.said, next)
    if (turn.message === undefined) return
    const { article, time } = drawEntry(turn.message, {}, turn.ref)
    date(time, turn.at)
    put(article, next, true)
  }

  /** An entry of the history. @param {HistoryEntry} entry @param {HTMLElement} [next] @returns {boolean} a message that is new here */
  function entry(entry, next) {
    if (entry.kind === 'sent') return sent(entry, next)
    turn(entry, next)
    return false
  }

  /** What the person said, in their own words. @param {string} text @param {HTMLElement} [next] */
  function echo(text, next) {
    put(el('p', { class: 'said' }, [el('span', { class: 'unseen' }, [`${world.name}: `]), text]), next, true)
  }

  /** @param {Shown} reply @param {string | undefined} ref of its turn @param {HTMLElement} [place] */
  function append(reply, ref, place) {
    const { article } = drawEntry(reply.message, reply, ref)
    put(article, place)
    spread(reply.message)
    return article
  }

  /** @type {import('./card.js').Settle} */
  function settle(reply, card, button, said, id) {
    const inLog = log.contains(card.body)
    // A panel outside the log stays what it is: nothing takes its place.
    if (reply.kind === 'message' && !(reply.replaces && inLog)) echo(said)
    show(reply, { card: inLog ? card : undefined, button, ref: world.ref(id) })
  }

  /** Shows an answer where it belongs and takes the focus there. @param {Reply} reply @param {From} from */
  function show(reply, from) {
    if (reply.kind === 'form') return open(reply.form, from)
    if (reply.kind === 'message') {
      world.changed()
      if (reply.replaces && from.card !== undefined) {
        from.place?.remove()
        from.card.draw(reply.message, reply.files, reply.documents)
        spread(reply.message)
        from.card.focus()
      } else focusOn(append(reply, from.ref, from.place))
      return
    }
    from.place?.remove()
    giveBack(from)
  }

  /** The focus goes back to where it came from. @param {From} from */
  function giveBack({ button, card }) {
    if (button?.isConnected) button.focus()
    else if (card !== undefined) card.focus()
    else world.lost()
  }

  /** @param {Form} form @param {From} from */
  function open(form, from) {
    const key = JSON.stringify(form.opens)
    const before = forms.get(key)
    const article = el('article', { class: 'card asking', 'aria-label': form.title })
    const gone = () => {
      article.remove()
      if (forms.get(key) === article) forms.delete(key)
    }
    const drawn = drawForm(form, {
      drafts: world.drafts,
      send: (id, intent, values, along) =>
        say(id, { kind: 'filled', intent, values }, from.card?.ref ? { card: from.card.ref } : {}, along),
      save: (id, intent, values) => world.say(id, { kind: 'filled', intent, values }),
      answered(reply, id) {
        forms.delete(key)
        show(reply, { ...from, place: article, ref: world.ref(id) })
      },
      closed() {
        gone()
        giveBack(from)
      },
    })
    article.append(drawn.node)
    const origin = from.card?.body.closest('article')
    if (from.place === undefined && origin) {
      // Under the card it belongs to, so that its text can be read while answering.
      origin.after(article)
      empty.remove()
    } else put(article, from.place)
    // The same form twice would be two places for one answer; the words of the first are in the drafts.
    if (before !== article) before?.remove()
    forms.set(key, article)
    drawn.focus()
    bringIntoView(article)
  }

  return {
    /** @param {readonly HTMLElement[]} before what stands above it: the way back */
    node: (before) =>
      el('section', { class: 'conversation' }, [
        el('h2', { class: 'unseen' }, [speech.words.conversation]),
        ...before,
        empty,
        log,
      ]),
    log,
    sent,
    entry,
    /** An entry by itself, outside the conversation: what a search found. @param {HistoryEntry} found @returns {HTMLElement} */
    drawFound(found) {
      const said = found.kind === 'turn' && found.said !== undefined && el('p', { class: 'said' }, [found.said])
      const { article, time } = drawEntry(found.message ?? { text: '' })
      date(time, found.at)
      return el('li', {}, [said, found.message === undefined ? el('p', { class: 'small' }, [time]) : article])
    },
    say,
    echo,
    append,
    settle,
    show,
    /** While the first messages come in, nothing is read aloud. @param {boolean} on */
    loading: (on) => log.setAttribute('aria-busy', String(on)),
    /** @param {boolean} always or only when the newest is about in sight already */
    toEnd(always) {
      // Beside a page the conversation scrolls by itself, in its column.
      const column = log.closest('.talk') ?? document.documentElement
      const scrolled = column.scrollHeight > column.clientHeight ? column : document.documentElement
      const near = scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight < 300
      if ((always || near) && log.lastElementChild !== null) bringIntoView(log.lastElementChild)
    },
    /** In the column beside a page; the page itself stays where it is. */
    columnToEnd() {
      const column = log.closest('.talk')
      if (column !== null) column.scrollTop = column.scrollHeight
    },
    stop() {
      for (const card of cards) card.release()
    },
  }
}
