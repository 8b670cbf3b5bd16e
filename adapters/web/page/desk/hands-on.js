// @ts-check

/**
 * What somebody has done to a page without saying anything by it: the rows that they chose, the words by which they look
 * for rows, the tables that they unfolded. Gives what does the same to the page once it is drawn anew; a row that is gone
 * is chosen no more. @param {HTMLElement} body what shows the page
 */
export function handsOn(body) {
  const chosen = [...body.querySelectorAll('input[data-id]')].flatMap((box) => (isChecked(box) ? [idOf(box)] : []))
  const sought = [...body.querySelectorAll('.table-find input')].map(wordsIn)
  const unfolded = [...body.querySelectorAll('details')].map((one) => one.open)
  return () => {
    body.querySelectorAll('.table-find input').forEach((box, at) => {
      const words = sought[at] ?? ''
      if (words === '' || !(box instanceof HTMLInputElement) || box.value !== '') return
      box.value = words
      box.dispatchEvent(new Event('input'))
    })
    for (const box of body.querySelectorAll('input[data-id]'))
      if (chosen.includes(idOf(box)) && !isChecked(box) && box instanceof HTMLInputElement) box.click()
    body.querySelectorAll('details').forEach((one, at) => {
      one.open = unfolded[at] ?? one.open
    })
  }
}

/** @param {Element} box */
const isChecked = (box) => box instanceof HTMLInputElement && box.checked
/** @param {Element} box */
const wordsIn = (box) => (box instanceof HTMLInputElement ? box.value : '')
/** @param {Element} box */
const idOf = (box) => box.getAttribute('data-id')
