// @ts-check
import { Attempt } from '../chat/delivery.js'
import { el, fill, freshId } from '../dom.js'
import { Failed } from '../server.js'
import { speech } from '../texts.js'
import { undoIn } from './remark-save.js'

/**
 * @typedef {import('./remark-save.js').Answering} Answering
 * @typedef {import('./remark-row.js').RemarkRow} Row
 * @typedef {import('../../../../src/contract/intent.ts').Intent} Intent
 * @typedef {import('./draw.js').Deeds} Deeds
 * @typedef {{ tell: (words: string) => void, reread: () => Promise<void> }} Shown
 */

/** One answer for all rows that are chosen. @param {Answering} part
 * @param {Shown & { deeds: Deeds, rows: () => Row[], took: (undo: Intent) => void, left: () => void }} world
 * `took`: they were answered, which that takes back; `left`: the focus goes back to the rows */
export function drawBulk({ choices, save, several }, world) {
  const attempt = new Attempt()
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
    // What has an answer is changed by itself, at the revision that is seen.
    for (const row of rows.filter(({ waits }) => !waits)) {
      row.take(said)
      row.keep()
      if (await row.save()) row.box.checked = false
    }
    const open = rows.filter(({ waits }) => waits)
    const failed = open.length > 0 ? await answer(open, said) : undefined
    if (failed !== undefined) {
      problem.hidden = false
      fill(problem, [failed])
      return
    }
    if (world.rows().length === 0) text.value = ''
    show()
    world.left()
  }

  /** @param {readonly Row[]} rows @param {import('./remark-save.js').Said} said @returns {Promise<string | undefined>} why not */
  async function answer(rows, said) {
    if (several === undefined || save === undefined) return undefined
    const intent = /** @type {typeof several.intent} */ ({
      ...several.intent,
      [several.field]: rows.map(({ data }) => data.id),
    })
    const values = { [save.choice.name]: said.choice, [save.words.name]: said.words }
    try {
      const reply = await world.deeds.say(attempt.idFor({ intent, values }), { kind: 'filled', intent, values })
      attempt.answered()
      if (reply.kind === 'invalid') return Object.values(reply.fields)[0] ?? reply.message
      if (reply.kind !== 'message') return undefined
      const undo = undoIn(reply.message)
      if (undo !== undefined) world.took(undo)
      world.tell(reply.message.text)
      for (const row of rows) row.box.checked = false
      await world.reread()
      return undefined
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      return words.notSentPress
    }
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

/** Takes back what was answered together. @param {Deeds} deeds @param {Intent} intent @param {Shown} shown */
export async function undoBulk(deeds, intent, { tell, reread }) {
  try {
    const reply = await deeds.say(new Attempt().idFor(intent), { kind: 'pressed', intent })
    if (reply.kind === 'message') tell(reply.message.text)
    await reread()
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    tell(speech.words.notSentPress)
  }
}
