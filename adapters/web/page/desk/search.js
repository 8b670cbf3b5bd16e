// @ts-check
import { el, fill, need } from '../dom.js'
import { speech } from '../texts.js'
import { placeNow } from './place.js'

const pauseMs = 250

/**
 * The box in the head that searches everything, `/` from wherever no field has the focus. In a narrow window it is opened by a
 * button. What is typed leads to the page of what is found, when the typing rests.
 * @param {(place: import('../../../../src/contract/place.ts').Place) => void} find
 */
export function createSearch(find) {
  const { words } = speech
  const node = need('search')
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due
  const box = el('input', {
    id: 'search-box',
    type: 'search',
    autocomplete: 'off',
    maxlength: 200,
    placeholder: words.searchAll,
    'aria-keyshortcuts': '/',
    oninput: () => {
      clearTimeout(due)
      due = setTimeout(ask, pauseMs)
    },
  })
  const form = el('form', { class: 'search-form' }, [
    el('label', { for: 'search-box', class: 'unseen' }, [words.searchAll]),
    box,
  ])
  const opener = el(
    'button',
    {
      type: 'button',
      class: 'button quiet search-open',
      'aria-expanded': 'false',
      onclick: () => (node.hasAttribute('data-open') ? shut() : enter()),
    },
    [words.searchOpen],
  )

  function ask() {
    clearTimeout(due)
    const typed = box.value.trim()
    const isThere = placeNow()?.['page'] === 'search'
    // Nothing to look for is no reason to leave a page.
    if (typed !== '' || isThere) find({ page: 'search', find: typed === '' ? undefined : typed })
  }

  function enter() {
    node.setAttribute('data-open', '')
    opener.setAttribute('aria-expanded', 'true')
    box.focus()
    box.select()
  }

  function shut() {
    node.removeAttribute('data-open')
    opener.setAttribute('aria-expanded', 'false')
  }

  /** The box shows what is looked for by the page, unless somebody is typing in it. */
  function follow() {
    if (document.activeElement === box) return
    const place = placeNow()
    box.value = place?.['page'] === 'search' ? (place['find'] ?? '') : ''
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    clearTimeout(due)
    shut()
    leave()
  })

  /** @param {KeyboardEvent} event */
  function slash(event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    if (isField(event.target) || document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    enter()
  }
  document.addEventListener('keydown', slash)
  node.setAttribute('aria-label', words.searchOpen)
  fill(node, [opener, form])
  node.hidden = false
  follow()

  return {
    follow,
    /** Whether somebody is typing in it: a page that is found does not take the focus then. */
    isTyping: () => document.activeElement === box,
    stop() {
      clearTimeout(due)
      document.removeEventListener('keydown', slash)
      shut()
      fill(node, [])
      node.hidden = true
    },
  }
}

/** To what is read: the page's heading, else the conversation. */
function leave() {
  const heading = document.querySelector('.chat[data-at="page"] > .desk h1')
  const to = heading ?? document.getElementById('composer-text')
  if (!(to instanceof HTMLElement)) return
  if (to === heading) to.tabIndex = -1
  to.focus()
}

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
