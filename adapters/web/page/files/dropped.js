// @ts-check

/**
 * Hears of files that somebody drops on the page or pastes into it, wherever that is: without this a browser leaves the
 * page for the file, and a paste does nothing without a word. What a spreadsheet or a word processor puts on the clipboard
 * has words and a picture of them: there the words are meant. Returns a function that ends it.
 * @param {(files: readonly File[]) => void} hear
 */
export function followFiles(hear) {
  const over = (/** @type {DragEvent} */ event) => {
    if (event.dataTransfer?.types.includes('Files') && !isFor(event.target)) event.preventDefault()
  }
  const drop = (/** @type {DragEvent} */ event) => {
    if (!event.dataTransfer?.types.includes('Files') || isFor(event.target)) return
    event.preventDefault()
    tell(event.dataTransfer)
  }
  const paste = (/** @type {ClipboardEvent} */ event) => {
    if (event.clipboardData === null || event.clipboardData.types.includes('text/plain')) return
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    tell(event.clipboardData)
  }
  /** @param {DataTransfer} from */
  function tell(from) {
    if (from.files.length > 0) hear([...from.files])
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  document.addEventListener('paste', paste)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
    document.removeEventListener('paste', paste)
  }
}

/** A form's own place for a file takes what is dropped there. @param {EventTarget | null} target */
const isFor = (target) => target instanceof HTMLInputElement && target.type === 'file'
