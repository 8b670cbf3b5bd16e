// @ts-check

/** @typedef {import('../../../../src/contract/intent.ts').Intent} Intent */

/**
 * What versions before called the intents that this page knows: those that open a form, under which it keeps unsent words
 * on the device, and the choice of a language, whose buttons stand in the history. The core reads every former name
 * itself (`src/contract/former-intents.ts`); the page has no part in the others.
 * @type {Readonly<Record<string, Intent['kind']>>}
 */
const formerNames = {
  language: 'language.set',
  'round.start': 'round.propose.form',
  'round.change': 'round.change.form',
  'opinion.edit': 'opinion.save.form',
  'comment.edit': 'comment.save.form',
  'record.start': 'record.save.form',
  'ladder.edit': 'ladder.save.form',
  'leave.start': 'leave.save.form',
  'delegation.start': 'delegation.save.form',
  'rehearse.start': 'rehearsal.show.form',
  'visit.edit': 'visit.check.form',
  'visit.cancel': 'visit.cancel.form',
  'visit.report': 'visit.report.form',
  'move.ask': 'move.ask.form',
  'move.refuse': 'move.refuse.form',
  'duty.edit': 'duty.save.form',
  'duty.end': 'duty.end.form',
  'access.start': 'access.make.form',
}

/** The intent of a button as it is called today, whichever version drew it. @param {Intent} intent @returns {Intent} */
export function presentIntent(intent) {
  const kind = Object.hasOwn(formerNames, intent.kind) ? formerNames[intent.kind] : undefined
  return kind === undefined ? intent : /** @type {Intent} */ ({ ...intent, kind })
}
