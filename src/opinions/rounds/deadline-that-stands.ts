import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { phase } from './phase.ts'

type Dated = {
  readonly liveKey: string | null
  readonly number: number
  readonly state: string
  readonly openedAt: Date
  readonly dueAt: Date
  readonly dueRule: string
  readonly dueDays: number | null
  readonly dueSetAt: Date | null
  readonly dueBefore: Date | null
  readonly late: string
  readonly silence: string
}

/** The round whose deadline counts for an item: the one that is open, else the latest that was not withdrawn. */
export function roundThatCounts<R extends Pick<Dated, 'liveKey' | 'number' | 'state'>>(
  rounds: readonly R[],
): R | undefined {
  const latest = rounds.filter((round) => round.state !== 'withdrawn').sort((a, b) => b.number - a.number)
  return latest.find((round) => round.liveKey !== null) ?? latest[0]
}

type Reading = Pick<Context, 'texts' | 'zone' | 'calendar' | 'now'>

/**
 * The deadline of an item in words, with where it comes from and what it was before; the default of its quarter, said to
 * be derived, only while it has no round. Every place that tells an item's deadline without its round asks here.
 */
export function deadlineFacts(ctx: Reading, item: { readonly quarter: string | null }, round: Dated | undefined) {
  const { texts: t } = ctx
  const derived = derivedDeadline(ctx.calendar, ctx.zone, item.quarter)
  if (round === undefined)
    return [
      {
        label: t.plan.deadline,
        value: derived === undefined ? t.notStated : t.plan.derived(t.deadline(derived, ctx.zone)),
      },
    ]
  return [
    { label: t.opinion.deadline, value: t.deadline(round.dueAt, ctx.zone) },
    { label: t.plan.origin, value: originOf(ctx, round, item.quarter, derived) },
  ]
}

function originOf(ctx: Reading, round: Dated, quarter: string | null, derived: Date | undefined): string {
  const { texts: t } = ctx
  if (round.dueRule === 'quarter-end' && quarter !== null) return t.plan.originDefault(t.quarter(quarter))
  if (round.dueRule === 'working-days' && round.dueDays !== null)
    return t.workingDays.origin(round.dueDays, t.day(dayIn(round.openedAt, ctx.zone)))
  const before = round.dueBefore ?? (round.dueSetAt === null ? derived : undefined)
  const said = round.dueSetAt === null ? t.plan.originOpening : t.plan.originChanged(t.moment(round.dueSetAt, ctx.zone))
  if (before === undefined || before.getTime() === round.dueAt.getTime()) return said
  const was = t.deadline(before, ctx.zone)
  return `${said}; ${round.dueSetAt === null ? t.plan.defaultIs(was) : t.plan.before(was)}`
}

/** The same in a few words, for a table of items. */
export function shortDeadline({ texts: t, zone, now }: Reading, round: Dated | undefined): string {
  if (round === undefined) return t.plan.noRound
  const at = phase(round, now)
  const said = t.moment(round.dueAt, zone)
  if (at === 'closed') return `${said} (${t.board.phase.closed})`
  return round.dueBefore === null ? said : `${said} (${t.plan.before(t.moment(round.dueBefore, zone))})`
}
