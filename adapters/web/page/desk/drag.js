// @ts-check

/** So far the pointer moves before a press is a drag. */
const slack = 6

/**
 * Lets an entry of a calendar be dragged to another day with a mouse or a pen; `drop` hears to which. A finger scrolls,
 * and whoever has neither uses the button that stands in the entry. Escape leaves all as it is.
 * @param {HTMLElement} node @param {string} from @param {(to: string) => void} drop
 */
export function draggable(node, from, drop) {
  /** @type {{ id: number, x: number, y: number, moving: boolean } | undefined} */
  let held
  /** @type {Element | undefined} the day that it is over */
  let over

  node.classList.add('can-move')
  node.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType === 'touch') return
    held = { id: event.pointerId, x: event.clientX, y: event.clientY, moving: false }
  })
  node.addEventListener('pointermove', (event) => {
    if (held === undefined || event.pointerId !== held.id) return
    if (!held.moving) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < slack) return
      held.moving = true
      node.setPointerCapture(held.id)
      node.classList.add('moving')
      document.addEventListener('keydown', leave, true)
    }
    lieOver(dayAt(event.clientX, event.clientY))
  })
  node.addEventListener('pointerup', (event) => {
    if (held === undefined || event.pointerId !== held.id) return
    const { moving } = held
    const to = moving ? dayAt(event.clientX, event.clientY)?.getAttribute('data-day') : undefined
    end()
    if (!moving) return
    // The press that a drag began with is none.
    window.addEventListener('click', stop, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }))
    if (to && to !== from) drop(to)
  })
  node.addEventListener('pointercancel', end)

  /** @param {number} x @param {number} y */
  function dayAt(x, y) {
    const day = document.elementFromPoint(x, y)?.closest('[data-day]')
    return day && node.closest('table')?.contains(day) ? day : undefined
  }

  /** @param {Element | undefined} day */
  function lieOver(day) {
    over?.classList.remove('drop-here')
    over = day
    if (day?.getAttribute('data-day') !== from) day?.classList.add('drop-here')
  }

  function end() {
    lieOver(undefined)
    node.classList.remove('moving')
    document.removeEventListener('keydown', leave, true)
    held = undefined
  }

  /** @param {KeyboardEvent} event */
  function leave(event) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end()
  }
}

/** @param {Event} event */
const stop = (event) => {
  event.preventDefault()
  event.stopPropagation()
}
