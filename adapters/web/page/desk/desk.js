// @ts-check
import { Card } from '../chat/card.js'
import { afterPress, el, fill, focusOn, need } from '../dom.js'
import { Failed, page, ways } from '../server.js'
import { speech } from '../texts.js'
import { drawPage } from './draw.js'
import { handsOn } from './hands-on.js'
import { keepLive } from './live.js'
import { hashOf, placeNow } from './place.js'
import { createSearch } from './search.js'

/**
 * @typedef {import('../../../../src/contract/page.ts').Page} Page
 * @typedef {import('../../../../src/contract/page.ts').Way} Way
 */

const settleMs = 700
/** How often a page that is looked at is read anew by itself. */
const rereadMs = 30_000

/**
 * The pages beside the conversation: which one the address behind `#` says. A page is read anew when something was
 * answered or has come; what is pressed on it is answered in the conversation.
 * @param {{ send: import('../chat/card.js').Send, settle: import('../chat/card.js').Settle, type: (text: string) => void,
 *   at: (at: 'page' | 'talk') => void, say: import('./draw.js').Say, drafts: import('./draw.js').Drafts }} world
 * `type`: says a sentence as if it were typed; `at`: what is in front, the page or the conversation alone; `say`: says
 * something of which the conversation shows nothing
 */
export function createDesk(world) {
  const { words } = speech
  const card = new Card(world.send, (...answered) => {
    toTalk()
    world.settle(...answered)
  })
  const search = createSearch(seek)
  const node = el('section', { class: 'desk', 'aria-label': words.page, 'aria-busy': true }, [card.notice, card.body])
  /** @type {readonly Way[]} */
  let all = []
  /** @type {Page | undefined} */
  let shown
  /** @type {import('./draw.js').Lives} */
  let live = {}
  let open = true
  let asked = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due

  /** Where the window is too narrow for both, the conversation comes to the front, at once. */
  function toTalk() {
    if (!matchMedia('(width < 60rem)').matches || placeNow() === undefined) return
    location.hash = '#talk'
    world.at('talk')
  }

  /** @param {boolean} moved somebody came to this page, and is not only shown it anew */
  async function load(moved) {
    clearTimeout(due)
    const place = placeNow()
    search.follow()
    world.at(place === undefined ? 'talk' : 'page')
    drawWays()
    if (place === undefined) return
    asked += 1
    const mine = asked
    node.setAttribute('aria-busy', 'true')
    try {
      const read = await page(place, speech.locale)
      if (open && mine === asked) afterPress(() => draw(read, moved))
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      if (!open || mine !== asked) return
      const gone = cause.why === 404
      if (gone) fill(card.body, [])
      card.complain(gone ? words.noPage : words.notLoaded, gone ? undefined : () => void load(moved))
    }
    node.setAttribute('aria-busy', 'false')
  }

  /** @param {Page} read @param {boolean} moved */
  function draw(read, moved) {
    card.complain(undefined)
    if (!moved && JSON.stringify(read) === JSON.stringify(shown)) return
    shown = read
    if (moved || !live.answering?.node.isConnected) live = {}
    const drawn = drawPage(read, {
      press: (intent, button, said) => void card.press(intent, button, said),
      type(text) {
        toTalk()
        world.type(text)
      },
      say: world.say,
      drafts: world.drafts,
      reread: (now) => draw(now, false),
      live,
      ended: () => !open,
      find: look,
    })
    const held = moved ? undefined : document.activeElement?.getAttribute('data-key')
    const typed = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined
    const caret = typed?.selectionStart ?? 0
    if (moved) fill(card.body, drawn.nodes)
    else if (!keepLive(card.body, drawn.nodes)) {
      const again = handsOn(card.body)
      fill(card.body, drawn.nodes)
      again()
    }
    drawWays()
    if (moved) {
      window.scrollTo({ top: 0, behavior: 'instant' })
      if (!search.isTyping()) focusOn(drawn.heading)
      return
    }
    // The one that had the focus was drawn anew.
    const same =
      held && [...card.body.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key') === held)
    if (same instanceof HTMLElement) same.focus({ preventScroll: true })
    if (!(same instanceof HTMLInputElement) || typed?.type !== 'search') return
    const isMore = typed.value !== same.value
    same.value = typed.value
    same.setSelectionRange(caret, caret)
    // What was typed while the answer came is looked for as well.
    if (isMore) same.dispatchEvent(new Event('input'))
  }

  /** The same page for other words: whoever types them stays where they are. @param {import('../../../../src/contract/place.ts').Place} place */
  function look(place) {
    history.replaceState(null, '', hashOf(place))
    void load(false)
  }

  /** To the page of what is found, where the next words replace it. @param {import('../../../../src/contract/place.ts').Place} place */
  function seek(place) {
    if (placeNow()?.['page'] === 'search') look(place)
    else location.hash = hashOf(place)
  }

  /** The head leads to every page, and to the conversation. */
  function drawWays() {
    const place = placeNow()
    const under = place === undefined ? 'talk' : (shown?.under ?? place.page)
    // As addresses of this page: what begins with # and is scrolled out of sight is taken for a way past the head.
    const links = [
      el('a', { href: './#talk', 'aria-current': under === 'talk' && 'page' }, [words.conversation]),
      ...all.map((way) =>
        el('a', { href: `./${hashOf(way.place)}`, 'aria-current': way.place.page === under && 'page' }, [way.label]),
      ),
    ]
    const nav = need('ways')
    nav.setAttribute('aria-label', words.pages)
    nav.hidden = all.length === 0
    const within = nav.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined
    fill(nav, links)
    links.find((link) => link.getAttribute('href') === within)?.focus({ preventScroll: true })
  }

  async function begin() {
    void load(false)
    try {
      const known = await ways(speech.locale)
      if (!open) return
      all = known
      drawWays()
    } catch (cause) {
      // The conversation stands alone until the server can be reached.
      if (!(cause instanceof Failed)) throw cause
    }
  }

  // What others do changes a page too, and is not told to everybody who looks at it.
  const looked = setInterval(() => {
    if (placeNow() !== undefined && !document.hidden) void load(false)
  }, rereadMs)
  const moved = () => void load(true)
  window.addEventListener('hashchange', moved)

  return {
    node,
    begin,
    toTalk,
    /** Reads the page again soon; several changes at once make one reading. */
    stale() {
      if (placeNow() === undefined) return
      clearTimeout(due)
      due = setTimeout(() => void load(false), settleMs)
    },
    stop() {
      open = false
      clearInterval(looked)
      clearTimeout(due)
      search.stop()
      window.removeEventListener('hashchange', moved)
      fill(need('ways'), [])
      need('ways').hidden = true
    },
  }
}
