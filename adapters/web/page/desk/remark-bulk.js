// @ts-check
import { el, fill, freshId } from '../dom.js'
import { speech } from '../texts.js'

/**
 * @typedef {import('./remark-save.js').Answering} Answering
 * @typedef {import('./remark-row.js').RemarkRow} Row
 */

/** One answer for all rows that are chosen. @param {Answering} part
 * @param {{ rows: () => Row[], tell: (words: string) => void, left: () => void }} world */
export function drawBulk({ choices, save }, world) {
  const { words } = speech
  const id = freshId('bulk')
  const count = el('b', {})
  const text = el('textarea', { id, rows: 2, maxlength: save?.words.maxLength })
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true })
  const node = el(
    'div',
    {
      ...{ class: 'bulk', role: 'group', 'aria-label': words.forChosen, hidden: true },
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        world.left()
      },
    },
    [
      count,
      el('label', { for: id, class: 'small' }, [save?.words.label]),
      text,
      el(
        'div',
        { class: 'seg', role: 'group', 'aria-label': save?.choice.label },
        choices.map((choice) => el('button', { type: 'button', onclick: () => void take(choice) }, [choice.label])),
      ),
      problem,
    ],
  )

  function show() {
    const chosen = world.rows().length
    node.hidden = chosen === 0
    problem.hidden = true
    fill(count, [words.chosen(chosen)])
  }

  /** @param {Answering['choices'][number]} choice */
  async function take({ code, needsWords }) {
    const said = { choice: code, words: text.value.trim() }
    problem.hidden = !(needsWords && said.words === '')
    if (!problem.hidden) {
      fill(problem, [words.wordsNeeded])
      text.focus()
      return
    }
    const rows = world.rows()
    for (const row of rows) {
      row.take(said)
      row.keep()
      if (await row.save()) row.box.checked = false
    }
    const left = world.rows().length
    world.tell(words.bulkDone(rows.length - left))
    if (left === 0) text.value = ''
    show()
    world.left()
  }

  return {
    node,
    show,
    open() {
      if (world.rows().length === 0) world.tell(words.chooseRows)
      else text.focus()
    },
  }
}
