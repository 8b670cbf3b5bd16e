import { record } from '../../../audit/record.ts'
import type { UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { AnswerOutcome } from '../../../contract/intent.ts'
import { roundStands } from '../../../database/rests.ts'
import { keyOf } from '../../known-remarks/fingerprint.ts'
import { loadRound } from '../../rounds/rounds.ts'
import { type AnsweredRemark, readAnswered } from './answered-remarks.ts'
import { answersMessage } from './list-answers.ts'
import { requireAnswering } from './may-answer.ts'

/**
 * Takes back what one press answered: each remark is as it was before, open or sent back, but for those that somebody has
 * answered otherwise since. Nothing is undone once one of them is settled, and nothing twice.
 */
export const undoAnswers: UseCase<IntentOf<'answer.undo'>> = async (ctx, intent) => {
  const { texts: t, db, now, actor } = ctx
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const [remarks, bulk] = await Promise.all([
    readAnswered(ctx, round),
    db.bulkAnswer.findUnique({ where: { id: intent.bulk, roundId: round.id }, include: { answers: true } }),
  ])
  const shown = async (said: string, of: readonly AnsweredRemark[] = remarks) =>
    ({
      reply: { kind: 'message', message: await answersMessage(ctx, round, { remarks: of, said }), replaces: true },
    }) as const
  if (bulk === null || bulk.undoneAt !== null) return await shown(t.answers.several.undoneAlready)
  const byKey = new Map(remarks.map((one) => [keyOf(one), one]))
  const pairs = bulk.answers.flatMap((before) => {
    const remark = byKey.get(keyOf(before))
    return remark === undefined ? [] : [{ before, remark }]
  })
  if (pairs.some(({ remark }) => remark.answer?.settled === true)) return await shown(t.answers.several.settledSince)
  const back = pairs.filter(({ before, remark }) => remark.revision === before.revision)
  const undone = new Map(back.map(({ before, remark }) => [remark.key, before]))
  const after = remarks.map((one): AnsweredRemark => {
    const before = undone.get(one.key)
    if (before === undefined) return one
    const { answer } = one
    const revision = one.revision + 1
    const { outcome, words, returned, byId, at } = before
    if (answer === undefined || outcome === null || words === null || byId === null || at === null)
      return { ...one, answer: undefined, revision }
    const was = { outcome: AnswerOutcome.parse(outcome), words, returned, byId, at }
    return { ...one, revision, answer: { ...answer, ...was, revision } }
  })
  return {
    ...(await shown(t.answers.several.undone(back.length, pairs.length - back.length), after)),
    writes: [
      db.bulkAnswer.update({ where: { id: bulk.id, undoneAt: null }, data: { undoneAt: now }, select: { id: true } }),
      ...back.map(({ before, remark: { personId, fingerprint, revision } }) => {
        const { outcome, words, returned, byId, at } = before
        const was =
          outcome === null || words === null || byId === null || at === null
            ? { state: 'open' }
            : { state: 'draft', outcome, words, returned, byId, at }
        return db.remarkAnswer.update({
          where: { roundId_personId_fingerprint: { roundId: round.id, personId, fingerprint }, revision },
          data: { ...was, revision: revision + 1 },
          select: { fingerprint: true },
        })
      }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.undo',
        subject: round.id,
        facts: { bulk: bulk.id, remarks: back.length },
      }),
    ],
    rests: [roundStands(round)],
  }
}
