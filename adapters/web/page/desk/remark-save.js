// @ts-check
import { Attempt } from '../chat/delivery.js'
import { Failed, page } from '../server.js'
import { speech } from '../texts.js'

/**
 * @typedef {import('../../../../src/contract/page.ts').Page} Page
 * @typedef {import('../../../../src/contract/page.ts').AnsweringPart} Answering
 * @typedef {import('../../../../src/contract/page.ts').AnsweringRow} Row
 * @typedef {import('../../../../src/contract/intent.ts').Intent} Intent
 * @typedef {{ choice: string, words: string }} Said
 * @typedef {{ kind: 'saved' } | { kind: 'overtaken' } | { kind: 'refused', why: string } | { kind: 'lost' }} Outcome
 * `overtaken`: somebody else has answered meanwhile, and nothing was stored
 */

/** @param {Page} read @returns {Answering | undefined} */
export const answeringOf = (read) => {
  for (const { parts } of read.main) for (const part of parts) if (part.kind === 'answering') return part
  return undefined
}

/** What opens the form of a row, by which its unsent words are kept on this device.
 * @param {NonNullable<Answering['save']>} save @param {string} id */
export const opensOf = (save, id) => /** @type {typeof save.opens} */ ({ ...save.opens, [save.row]: id })

let readings = 0

/** What stands now; several readings may be under way, and the last that was asked for counts. @param {Record<string, string>} place */
export async function readAgain(place) {
  readings += 1
  const asked = readings
  return { read: await page(place, speech.locale), asked }
}

/**
 * Stores what was answered to a row and reads what stands then: only that tells whether it was stored.
 * @param {NonNullable<Answering['save']>} save @param {Pick<Row, 'id' | 'revision' | 'open' | 'answer'>} row @param {Said} said
 * @param {{ attempt: Attempt, say: import('./draw.js').Deeds['say'], place: Record<string, string>,
 *   several: Answering['several'] }} by `place`: of the
 * page, which may not be in front any more
 * @returns {Promise<{ outcome: Outcome, read?: Page | undefined, asked?: number, undo?: Intent | undefined }>} `asked`: which reading it was, since
 * several may be under way at once
 */
export async function store(save, row, said, { attempt, say, place, several }) {
  // One without any answer is answered as one of several, which can be taken back; what somebody has answered meanwhile
  // stays. One that was sent back has an answer, which is replaced as it was seen.
  const intent = /** @type {typeof save.intent} */ (
    row.open && row.answer === undefined && several !== undefined
      ? { ...several.intent, [several.field]: [row.id] }
      : { ...save.intent, [save.row]: row.id, [save.revision]: row.revision }
  )
  const values = { [save.choice.name]: said.choice, [save.words.name]: said.words }
  try {
    const reply = await say(attempt.idFor({ intent, values }), { kind: 'filled', intent, values })
    if (reply.kind === 'invalid') {
      attempt.answered()
      return { outcome: { kind: 'refused', why: Object.values(reply.fields)[0] ?? reply.message } }
    }
    const { read, asked } = await readAgain({ ...place, remark: row.id })
    attempt.answered()
    const now = answeringOf(read)?.rows.find(({ id }) => id === row.id)
    // The row is gone, or the answer was refused: the reply says why.
    if (now === undefined)
      return { outcome: { kind: 'refused', why: reply.kind === 'message' ? reply.message.text : '' }, read, asked }
    const same = now.answer?.choice === said.choice && now.answer.words === said.words.trim()
    const undo = reply.kind === 'message' ? undoIn(reply.message) : undefined
    return { outcome: { kind: same ? 'saved' : 'overtaken' }, read, asked, undo }
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    return { outcome: cause.why === 400 ? { kind: 'refused', why: speech.words.notUnderstood } : { kind: 'lost' } }
  }
}

/** What takes back the answers that a message tells of. @param {import('../server.js').Message} message @returns {Intent | undefined} */
export function undoIn({ blocks = [] }) {
  for (const block of blocks) {
    const buttons = block.kind === 'buttons' ? block.buttons : 'own' in block ? (block.own?.buttons ?? []) : []
    for (const button of buttons) if ('intent' in button && button.intent.kind === 'answer.undo') return button.intent
  }
  return undefined
}
