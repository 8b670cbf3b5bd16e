// @ts-check
import { Card } from './card.js'
import { bringIntoView, el, focusOn } from './dom.js'
import { drawForm } from './form.js'
import { speech } from './texts.js'

/**
 * @typedef {import('./server.js').Letter} Letter
 * @typedef {import('./server.js').Message} Message
 * @typedef {import('./server.js').Reply} Reply
 * @typedef {Extract<Reply, { kind: 'message' }>} Shown
 * @typedef {import('./server.js').Input} Input
 * @typedef {import('./form.js').Form} Form
 * @typedef {ReturnType<typeof import('./drafts.js').draftsOf>} Drafts
 * @typedef {{ article: HTMLElement, card: Card, time: HTMLTimeElement, seen: string }} Entry
 * @typedef {{ card?: Card | undefined, button?: HTMLButtonElement | undefined, place?: HTMLElement | undefined }} From
 * where an answer comes from: the card and button pressed, and the form whose place it takes
 */

/**
 * The conversation: letters from the core's ledger, keyed by `ref`, and what was said in this tab since it opened.
 * @param {{ name: string, drafts: Drafts, say: (id: string, input: Input) => Promise<Reply>, changed: () => void }} world
 * `changed`: something was answered, so the home panel may be out of date
 */
export function createConversation(world) {
  const empty = el('p', { class: 'empty' }, [speech.words.nothingYet])
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': speech.words.conversation })
  /** @type {Map<string, Entry>} */
  const letters = new Map()
  /** @type {Map<string, HTMLElement>} the open forms, by what opens them */
  const forms = new Map()
  /** @type {Card[]} */
  const cards = []

  /** @param {HTMLElement} node @param {HTMLElement} [place] */
  function put(node, place) {
    if (place === undefined) log.append(node)
    else place.replaceWith(node)
    empty.remove()
  }

  /** @param {Message} message @param {Shown['files']} [files] @returns {Entry} */
  function drawEntry(message, files) {
    const card = new Card((id, intent) => world.say(id, { kind: 'pressed', intent }), settle)
    cards.push(card)
    const time = el('time', {})
    const head = el('p', { class: 'head' }, [el('span', {}, [speech.words.system]), time])
    const article = el('article', { class: 'card', 'aria-label': message.text }, [
      head,
      card.body,
      card.files,
      card.notice,
    ])
    card.draw(message, files)
    return { article, card, time, seen: '' }
  }

  /** Shows or updates a letter. What this tab showed in its place stays until the server's own text changes.
   * @param {Letter} letter @returns {boolean} whether it is new */
  function letter(letter) {
    const known = letters.get(letter.ref)
    const entry = known ?? drawEntry(letter.message)
    const seen = JSON.stringify(letter.message)
    if (known === undefined) {
      letters.set(letter.ref, entry)
      put(entry.article)
    } else if (entry.seen !== seen) {
      entry.card.draw(letter.message)
      entry.article.setAttribute('aria-label', letter.message.text)
    }
    entry.seen = seen
    if (letter.at !== undefined) {
      entry.time.dateTime = letter.at
      entry.time.textContent = speech.moment(letter.at)
    }
    return known === undefined
  }

  /** What the person said, in their own words. @param {string} text */
  function echo(text) {
    put(el('p', { class: 'said' }, [el('span', { class: 'unseen' }, [`${world.name}: `]), text]))
  }

  /** @param {Shown} reply @param {HTMLElement} [place] */
  function append(reply, place) {
    const { article } = drawEntry(reply.message, reply.files)
    put(article, place)
    return article
  }

  /** @param {Reply} reply @param {Card} card @param {HTMLButtonElement} button */
  function settle(reply, card, button) {
    const inLog = log.contains(card.body)
    // A panel outside the log stays what it is: nothing takes its place.
    if (reply.kind === 'message' && !(reply.replaces && inLog)) echo(button.textContent ?? '')
    show(reply, { card: inLog ? card : undefined, button })
  }

  /** Shows an answer where it belongs and takes the focus there. @param {Reply} reply @param {From} from */
  function show(reply, from) {
    if (reply.kind === 'form') return open(reply.form, from)
    if (reply.kind === 'message') {
      world.changed()
      if (reply.replaces && from.card !== undefined) {
        from.place?.remove()
        from.card.draw(reply.message, reply.files)
        focusOn(from.card.body)
      } else focusOn(append(reply, from.place))
      return
    }
    from.place?.remove()
    if (from.button?.isConnected) from.button.focus()
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
      send: (id, values) => world.say(id, { kind: 'filled', intent: form.intent, values }),
      answered(reply) {
        forms.delete(key)
        show(reply, { ...from, place: article })
      },
      closed() {
        gone()
        if (from.button?.isConnected) from.button.focus()
        else if (from.card !== undefined) focusOn(from.card.body)
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
    node: el('section', { class: 'conversation' }, [
      el('h2', { class: 'unseen' }, [speech.words.conversation]),
      empty,
      log,
    ]),
    letter,
    echo,
    append,
    settle,
    show,
    /** While the first letters come in, nothing is read aloud. @param {boolean} on */
    loading: (on) => log.setAttribute('aria-busy', String(on)),
    /** @param {boolean} always or only when the newest is about in sight already */
    toEnd(always) {
      const near = document.documentElement.scrollHeight - window.scrollY - window.innerHeight < 300
      if ((always || near) && log.lastElementChild !== null) bringIntoView(log.lastElementChild)
    },
    stop() {
      for (const card of cards) card.release()
    },
  }
}
