import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { latestRound, loadRound } from '../../opinions/rounds/rounds.ts'
import { deliveriesCard } from '../cards/deliveries-card.ts'

/** People a page: short enough for a table on every platform. */
const perPage = 20

/** Every nudge and reminder of a round, the latest first: to whom, when, by which rule, and what became of it. */
export const listNudges: UseCase<IntentOf<'nudge.list'>> = async (ctx, { round: id, item, page = 0 }) => {
  const { db } = ctx
  if (id === undefined && item === undefined) throw new Refusal('no-such-round')
  const round = id !== undefined ? await loadRound(ctx, id) : await latestRound(ctx, item ?? '')
  const count = await db.nudge.count({ where: { roundId: round.id } })
  const pages = Math.max(1, Math.ceil(count / perPage))
  const at = Math.min(page, pages - 1)
  const nudges = await db.nudge.findMany({
    where: { roundId: round.id },
    orderBy: [{ at: 'desc' }, { key: 'asc' }],
    skip: at * perPage,
    take: perPage,
    select: { personId: true, subject: true, kind: true, step: true, at: true, byId: true, outboxKey: true },
  })
  const [letters, opinions] = await Promise.all([
    db.outbox.findMany({
      where: { key: { in: nudges.map((nudge) => nudge.outboxKey) } },
      select: { key: true, status: true, notBefore: true, sentAt: true },
    }),
    db.opinion.findMany({
      where: { roundId: round.id, personId: { in: nudges.map(seatOf) } },
      select: { personId: true },
    }),
  ])
  const byKey = new Map(letters.map((letter) => [letter.key, letter]))
  const answered = new Set(opinions.map((opinion) => opinion.personId))
  const deliveries = nudges.map(({ outboxKey, subject, ...nudge }) => ({
    ...nudge,
    letter: byKey.get(outboxKey),
    answered: answered.has(seatOf({ ...nudge, subject })),
  }))
  return {
    reply: { kind: 'message', message: await deliveriesCard(ctx, round, deliveries, { at, pages }), replaces: true },
  }
}

/** In whose seat the nudge was: a delegate is told about the member's. */
const seatOf = ({ personId, subject }: { readonly personId: string; readonly subject: string | null }): string =>
  subject ?? personId
