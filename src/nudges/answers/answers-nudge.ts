import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { countAnswered, isAnswered } from '../../opinions/known-remarks/count-answered.ts'
import { mayAnswer } from '../../opinions/remarks/answers/may-answer.ts'
import { findRound, type Round } from '../../opinions/rounds/rounds.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { answersNudgeCard } from '../cards/answers-nudge-card.ts'
import { nextAtWork } from '../ladder/at-work.ts'
import { ladderSteps, nudgeKey, type RoundFacts } from '../ladder/due.ts'
import { readerOnLeave, readerZone } from '../on-leave.ts'
import { waitForOffice } from '../wait-for-office.ts'
import { answerFacts } from './answer-dates.ts'
import type { AnswersItem, AnswersNudgeNotification } from './answers-entry.ts'

/**
 * The words of such a nudge as things stand at `ctx.now`. Before it goes out, whatever is settled, reopened, due at another
 * date or no longer the reader's falls out; outside their office hours it waits, but not past the date. Read again, it shows
 * how far each round is.
 */
export async function composeAnswersNudge(
  ctx: Context,
  letter: AnswersNudgeNotification,
  purpose: Purpose,
): Promise<Composed> {
  const found: AnswersItem[] = []
  for (const entry of letter.entries) {
    const round = await findRound(ctx, entry.round)
    if (round !== undefined && mayAnswer(ctx, round))
      found.push({ entry, round, progress: await countAnswered(ctx, round.id) })
  }
  if (purpose === 'reread') return { message: answersNudgeCard(ctx, found) }
  const still = await stillDue(ctx, found)
  if (still.length === 0) return { drop: 'settled, changed or no longer theirs' }
  const wait = waitForOffice(ctx, purpose)
  if (wait === undefined) return { message: answersNudgeCard(ctx, still) }
  // What would come only past the date is left to the overdue steps.
  const opens = nextAtWork(ctx.calendar, readerZone(ctx), ctx.now).toISOString()
  const keeps = still.some(({ entry }) => entry.step.startsWith('T+') || opens < entry.due)
  return keeps ? wait : { drop: 'it would come past the date' }
}

async function stillDue(ctx: Context, found: readonly AnswersItem[]): Promise<readonly AnswersItem[]> {
  const zone = readerZone(ctx)
  const today = dayIn(ctx.now, zone)
  const [away, told] = await Promise.all([
    readerOnLeave(ctx),
    ctx.db.nudge.findMany({
      where: { personId: ctx.actor.id, kind: 'answers' },
      select: { key: true, roundId: true, at: true },
    }),
  ])
  const still: AnswersItem[] = []
  for (const item of found) {
    const { entry, round, progress } = item
    if (isAnswered(progress) || round.answersDueAt?.toISOString() !== entry.due) continue
    const isOverdue = entry.step.startsWith('T+')
    if (isOverdue !== ctx.now >= round.answersDueAt) continue
    if (entry.last !== true && away) continue
    const facts = await factsOf(ctx, round)
    const planned = facts && told.find(({ key }) => key === nudgeKey(facts, ctx.actor.id, entry.step))
    if (facts === undefined || planned === undefined) continue
    // A later one for the same round says what this one would: after a rest of the platform one comes, not two.
    if (told.some(({ roundId, at }) => roundId === round.id && at > planned.at)) continue
    const hasWaited = dayIn(planned.at, zone) < today
    const nextComes = ladderSteps(ctx, facts, zone).some(
      ({ day, at }) => day === today && at > planned.at && at > facts.dueAt === isOverdue,
    )
    if (entry.last !== true && hasWaited && nextComes) continue
    still.push(item)
  }
  return still
}

async function factsOf({ db }: Context, round: Round): Promise<RoundFacts | undefined> {
  const plan = await db.plan.findFirst({ where: { items: { some: { id: round.itemId } } }, select: { ladder: true } })
  return answerFacts(round, plan ?? { ladder: null })
}
