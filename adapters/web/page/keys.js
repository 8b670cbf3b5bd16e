// @ts-check

/** Whether a key belongs to an input method that puts a word together. Safari has ended it by the time it tells of the
 * Enter that did so, and marks that one by the old key code alone. @param {KeyboardEvent} event */
const composes = (event) => event.isComposing || event.keyCode === 229

/**
 * Keys that an input method takes reach nothing else of the page: in no field does the Enter that ends a Vietnamese
 * syllable send, choose or search, nor does Escape close anything.
 */
export function keepComposition() {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!composes(event)) return
      event.stopImmediatePropagation()
      // A field of one line would send its form by itself.
      if (event.key === 'Enter') event.preventDefault()
    },
    { capture: true },
  )
}

/** Ctrl and Enter, or Command and Enter: sends from any field. @param {KeyboardEvent} event */
export const sends = (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey)
