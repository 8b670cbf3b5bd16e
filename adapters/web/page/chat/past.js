// @ts-check
import { el, fill, focusOn } from '../dom.js'
import { Failed, history } from '../server.js'
import { speech } from '../texts.js'

/**
 * @typedef {import('../server.js').History} History
 * @typedef {Pick<ReturnType<typeof import('./conversation.js').createConversation>, 'log' | 'entry' | 'drawFound'>} Conversation
 */

/**
 * The way back: older entries of the conversation, a page at a time to its beginning, and a search through all of it.
 * @param {Conversation} conversation
 */
export function createPast(conversation) {
  const { words } = speech
  const notice = el('p', { class: 'notice', role: 'alert', hidden: true })
  const input = el('input', { type: 'search', id: 'find-words', maxlength: 200, autocomplete: 'off' })
  const search = el('form', { class: 'line find', role: 'search' }, [
    el('label', { for: 'find-words', class: 'unseen' }, [words.findWords]),
    input,
    el('button', { type: 'submit', class: 'button plain' }, [words.find]),
  ])
  input.placeholder = words.findWords
  const found = el('section', { class: 'found', 'aria-live': 'polite', hidden: true })
  const back = el(
    'button',
    { type: 'button', class: 'button quiet older', hidden: true, onclick: () => void older() },
    [words.older],
  )
  /** @type {string | undefined} up to which instant the conversation is not shown yet */
  let upTo

  /** @param {() => Promise<void>} work */
  async function tried(work) {
    notice.hidden = true
    try {
      await work()
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      notice.textContent = words.notLoaded
      notice.hidden = false
    }
  }

  /** Where the next page back begins; none where the instant is the one that was just read. @param {History} page @param {string | undefined} from */
  const next = (page, from) => (page.older === from ? undefined : page.older)

  async function older() {
    await tried(async () => {
      const page = await history(upTo === undefined ? {} : { upTo })
      const first = conversation.log.firstElementChild
      for (const entry of page.entries) conversation.entry(entry, first instanceof HTMLElement ? first : undefined)
      tell(next(page, upTo))
    })
  }

  /** @param {string | undefined} instant */
  function tell(instant) {
    upTo = instant
    back.hidden = instant === undefined
  }

  /** @param {string} find */
  async function look(find) {
    const list = el('ol', { class: 'found-list' })
    const heading = el('h3', { class: 'title' }, [])
    const more = el('button', { type: 'button', class: 'button plain', hidden: true }, [words.findOlder])
    const close = el('button', { type: 'button', class: 'button quiet', onclick: shut }, [words.findClose])
    /** @type {Set<string>} */
    const refs = new Set()
    /** @type {string | undefined} */
    let from

    async function page() {
      await tried(async () => {
        const got = await history({ find, ...(from === undefined ? {} : { upTo: from }) })
        // The newest first: what was looked for is more often of last week than of last year.
        for (const entry of got.entries.toReversed()) {
          if (refs.has(entry.ref)) continue
          refs.add(entry.ref)
          list.append(conversation.drawFound(entry))
        }
        from = next(got, from)
        heading.textContent = words.foundFor(find, refs.size, from !== undefined)
        more.hidden = from === undefined
      })
    }

    more.addEventListener('click', () => void page())
    fill(found, [heading, list, el('div', { class: 'buttons' }, [more, close])])
    await page()
    found.hidden = false
    focusOn(heading)
  }

  function shut() {
    found.hidden = true
    fill(found, [])
    input.focus()
  }

  search.addEventListener('submit', (event) => {
    event.preventDefault()
    const find = input.value.trim()
    if (find !== '') void look(find)
  })

  return { nodes: [search, notice, found, back], from: tell }
}
