import { record } from '../../../audit/record.ts'
import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { readForm } from '../../../conversation/form-values.ts'
import type { Write } from '../../../database/db.ts'
import { roundStands } from '../../../database/rests.ts'
import type { KnownRemark } from '../../known-remarks/fingerprint.ts'
import { partFingerprint } from '../../known-remarks/remark-parts.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, canPart, readAnswered } from './answered-remarks.ts'
import { mostParts, partForm, partsLength } from './cards/part-form.ts'
import { answersMessage } from './list-answers.ts'
import { requireAnswering } from './may-answer.ts'
import { answerMessage } from './show-answer.ts'

/** The form that splits a remark into parts; one that has an answer, or is a part itself, is shown as it stands. */
export const startParts: UseCase<IntentOf<'remark.part.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  if (remark === undefined || !canPart(remark)) return await asItStands(ctx, round, remarks, remark)
  return { reply: { kind: 'form', form: partForm(ctx, round, remark) } }
}

/**
 * Splits a remark without an answer into parts, a line each, which are answered by themselves from then on. The words stay
 * its author's: only where the lines end is the agency's to say.
 */
export const partRemark: UseCase<IntentOf<'remark.part'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  if (remark === undefined || !canPart(remark)) return await asItStands(ctx, round, remarks, remark)
  const form = readForm(values, t)
  const text = form.text('parts', partsLength, true)
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (text !== '' && (lines.length < 2 || lines.length > mostParts))
    form.fail('parts', t.answers.parts.count(mostParts))
  if (text !== '' && bare(text) !== bare(remark.words)) form.fail('parts', t.answers.parts.changed)
  form.check()
  const { personId, fingerprint: whole } = remark
  const parts = lines.map((words, at) => ({ words, place: at + 1, fingerprint: partFingerprint(whole, at + 1, words) }))
  return {
    reply: await afterwards(ctx, round, t.answers.parts.done(remark.number, parts.length)),
    writes: [
      // Whoever answers it as a whole at this moment is refused, or this is.
      keepOpen(ctx, round, remark),
      db.remarkPart.createMany({
        data: parts.map((part) => ({ ...part, roundId: round.id, personId, whole, byId: actor.id, at: now })),
      }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'remark.part',
        subject: round.id,
        facts: { remark: remark.key, parts: parts.length },
      }),
    ],
    rests: [roundStands(round)],
  }
}

/** Makes one remark of its parts again, as long as none of them has an answer. Where there are none any more it says so. */
export const joinParts: UseCase<IntentOf<'remark.join'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const one = remarks.find(({ key }) => key === intent.remark)
  if (one?.part === undefined) return await asItStands(ctx, round, remarks, one)
  const { whole } = one.part
  const parts = remarks.filter(({ personId, part }) => personId === one.personId && part?.whole === whole)
  if (parts.some(({ answer }) => answer !== undefined)) {
    const message = await answerMessage(ctx, round, remarks, one, t.answers.parts.answered)
    return { reply: { kind: 'message', message, replaces: true } }
  }
  return {
    reply: await afterwards(ctx, round, t.answers.parts.joined),
    writes: [
      ...parts.map((part) => keepOpen(ctx, round, part)),
      ...parts.map(({ part }) =>
        db.remarkPart.delete({
          where: {
            roundId_personId_whole_place: { roundId: round.id, personId: one.personId, whole, place: part?.place ?? 0 },
          },
          select: { place: true },
        }),
      ),
      record(db, { at: now, actor: actor.key, deed: 'remark.join', subject: round.id, facts: { parts: parts.length } }),
    ],
    rests: [roundStands(round)],
  }
}

/** The words without the blanks and line ends between them. */
const bare = (text: string): string => text.replace(/\s+/gu, '')

/** Its answer stays none, at another revision, so that nobody answers it at the same moment. */
function keepOpen(
  { db, now, actor }: Context,
  { id: roundId }: Round,
  { personId, fingerprint, revision }: KnownRemark & { readonly revision: number },
): Write {
  const id = { roundId, personId, fingerprint }
  const select = { fingerprint: true } as const
  const none = { outcome: 'note', words: '', state: 'open', byId: actor.id, at: now }
  return revision === 0
    ? db.remarkAnswer.create({ data: { ...id, ...none, revision: 1 }, select })
    : db.remarkAnswer.update({
        where: { roundId_personId_fingerprint: id, revision },
        data: { state: 'open', revision: revision + 1 },
        select,
      })
}

/** What was done, with the way to the list as it stands then. */
async function afterwards(ctx: Context, round: Round, text: string) {
  const buttons = [{ label: ctx.texts.answers.all, intent: { kind: 'answer.list', round: round.id, page: 0 } } as const]
  const message = {
    text,
    blocks: [{ kind: 'text', text, tone: 'strong' } as const, { kind: 'buttons', buttons } as const],
  }
  return { kind: 'message', message, replaces: true } as const
}

async function asItStands(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  remark: AnsweredRemark | undefined,
) {
  const { remarkGone, parts: t } = ctx.texts.answers
  const message =
    remark === undefined
      ? await answersMessage(ctx, round, { remarks, said: remarkGone })
      : await answerMessage(ctx, round, remarks, remark, t.not)
  return { reply: { kind: 'message', message, replaces: true } } as const
}
