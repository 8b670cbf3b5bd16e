import { randomUUID } from 'node:crypto'
import { record } from '../../../audit/record.ts'
import type { Context, FormValues, UseCase } from '../../../context.ts'
import { AnswerOutcome, type IntentOf } from '../../../contract/intent.ts'
import { readForm } from '../../../conversation/form-values.ts'
import { roundStands } from '../../../database/rests.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, isOpen, needsWords, readAnswered } from './answered-remarks.ts'
import { answerLength } from './cards/answer-form.ts'
import { severalForm } from './cards/several-form.ts'
import { answersMessage } from './list-answers.ts'
import { requireAnswering } from './may-answer.ts'
import { answeredAs, groupMates, storeAnswer } from './store-answer.ts'

/** The form that answers several open remarks by the same words; where there is none or one, the list. */
export const startSeveral: UseCase<IntentOf<'remark.answer.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const open = remarks.filter(isOpen)
  if (open.length === 0) return await shown(ctx, round, remarks, ctx.texts.answers.several.none)
  return { reply: { kind: 'form', form: severalForm(ctx, round, open, intent.outcome) } }
}

/**
 * Keeps one outcome and the same words as the draft for each of the remarks that were chosen, and for those of their groups
 * that are open as well; together they can be undone. What somebody has answered since it was chosen stays as it is, and is
 * named.
 */
export const answerSeveral: UseCase<IntentOf<'remark.answer'>> = async (ctx, intent, values) => {
  const { texts: t, db, now, actor } = ctx
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const form = readForm(values, t)
  const chosen = chosenFrom(remarks, intent.remarks, values)
  if (chosen.length === 0) form.fail('remarks', t.errors.required)
  const outcome = intent.outcome ?? form.choice('outcome', AnswerOutcome.options)
  const words = form.text('words', answerLength)
  if (outcome !== undefined && needsWords(outcome) && words === '') form.fail('words', t.answers.form.needsWords)
  form.check()
  if (outcome === undefined) throw form.failed('outcome', t.errors.required)
  const left = chosen.filter((one) => !isOpen(one)).map(({ number }) => number)
  const going = chosen.filter(isOpen)
  const targets = [...new Set([...going, ...going.flatMap((one) => groupMates(one, remarks).filter(isOpen))])]
  if (targets.length === 0) return await shown(ctx, round, remarks, t.answers.several.changed(left.length))
  const bulk = randomUUID()
  const saved = new Set(targets.map(({ key }) => key))
  const after = remarks.map((one) => (saved.has(one.key) ? answeredAs(ctx, one, { outcome, words }) : one))
  const said = [
    t.answers.several.saved(targets.length, t.answers.outcomes[outcome]),
    ...(left.length === 0 ? [] : [t.answers.several.left(left.length, left.slice(0, 20).join(', '))]),
  ].join(' ')
  return {
    ...(await shown(ctx, round, after, said, bulk)),
    writes: [
      db.bulkAnswer.create({
        data: { id: bulk, roundId: round.id, byId: actor.id, at: now },
        select: { id: true },
      }),
      ...targets.map((target) => storeAnswer(ctx, round, target, { outcome, words })),
      db.bulkAnswered.createMany({
        data: targets.map(({ personId, fingerprint, revision, answer }) => ({
          ...{ bulkId: bulk, personId, fingerprint, revision: revision + 1 },
          outcome: answer?.outcome ?? null,
          words: answer?.words ?? null,
          returned: answer?.returned ?? null,
          byId: answer?.byId ?? null,
          at: answer?.at ?? null,
        })),
      }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'remark.answer',
        subject: round.id,
        facts: { bulk, outcome, remarks: targets.length },
      }),
    ],
    rests: [roundStands(round)],
  }
}

/** What was chosen by a page or in the form, in the order of the record; what is no remark any more is left out. */
function chosenFrom(
  remarks: readonly AnsweredRemark[],
  given: readonly string[] | undefined,
  { remarks: value = [] }: FormValues,
): readonly AnsweredRemark[] {
  const keys = new Set([...(given ?? []), ...[value].flat()])
  return remarks.filter(({ key }) => keys.has(key))
}

async function shown(ctx: Context, round: Round, remarks: readonly AnsweredRemark[], said: string, bulk?: string) {
  const undo = bulk === undefined ? {} : { undo: { kind: 'answer.undo', round: round.id, bulk } as const }
  const message = await answersMessage(ctx, round, { remarks, said, ...undo })
  return { reply: { kind: 'message', message, replaces: true } } as const
}
