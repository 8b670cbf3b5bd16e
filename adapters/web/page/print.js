// @ts-check

/** What is printed, and what is left out on paper meanwhile. */
const [chosen, left] = ['printed', 'unprinted']

/**
 * Prints one card: the one that has the focus, or the panel, else the card of which most is in the window. Gives what
 * ends it. A draft that is read whole is printed by the style alone.
 */
export function followPrint() {
  const begin = () => {
    const card = document.body.classList.contains('reading') ? undefined : (withFocus() ?? mostSeen())
    if (card !== undefined) printAlone(card)
  }
  const end = () => {
    for (const node of document.querySelectorAll(`.${chosen}, .${left}`)) node.classList.remove(chosen, left)
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
    end()
  }
}

const withFocus = () => document.activeElement?.closest('main .card, main .home') ?? undefined

/** @returns {Element | undefined} */
function mostSeen() {
  /** @param {Element} card */
  const seen = (card) => {
    const { top, bottom } = card.getBoundingClientRect()
    return Math.min(bottom, window.innerHeight) - Math.max(top, 0)
  }
  // Of two that are seen alike, the newer one.
  const cards = [...document.querySelectorAll('main .card')].filter((card) => seen(card) > 0)
  return cards.toReversed().toSorted((a, b) => seen(b) - seen(a))[0]
}

/** Leaves out whatever stands beside the card, or beside what it stands in. @param {Element} card */
function printAlone(card) {
  card.classList.add(chosen)
  for (let at = card; at.parentElement !== null && at !== document.body; at = at.parentElement)
    for (const beside of at.parentElement.children) if (beside !== at) beside.classList.add(left)
}
