import { parseQuarter, quarterEnd, quarterStart } from '../../calendar/quarters.ts'
import { addDays, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Mark, Part } from '../../contract/page.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import type { ItemState, PlannedItem } from './read-items.ts'

/** What stands for a state, in the order in which they are told. */
const marks: readonly (readonly [ItemState, Mark])[] = [
  ['published', 'agree'],
  ['open', 'amend'],
  ['overdue', 'oppose'],
  ['closed', 'other'],
  ['none', 'none'],
  ['withdrawn', 'none'],
]

/** More bars than these are no picture any more: then the counts stand alone. */
const mostBars = 24

/** How far the year has come, as one bar of all its items and, where they are not too many, a picture of when each is due. */
export function yearParts(ctx: Context, year: number, items: readonly PlannedItem[]): readonly Part[] {
  const { texts: t } = ctx
  const states = marks.map(([state, mark]) => ({
    ...{ state, mark, label: t.desk.plan.states[state] },
    count: items.filter((item) => item.state === state).length,
  }))
  const parts = states.filter(({ count }) => count > 0).map(({ state: _, ...part }) => part)
  const label = t.list(parts.map((part) => t.desk.counted(part.label, part.count)))
  const whole: Part = { kind: 'bar', bar: { label, parts }, legend: true }
  if (items.length === 0) return []
  return items.length > mostBars ? [whole] : [whole, picture(ctx, year, items)]
}

function picture(ctx: Context, year: number, items: readonly PlannedItem[]): Part {
  const { texts: t, now, zone } = ctx
  const { plan } = t.desk
  const [begins, ends] = [toInstant(`${year}-01-01`, '00:00', zone), toInstant(`${year + 1}-01-01`, '00:00', zone)]
  const at = (moment: Date) => (moment.getTime() - begins.getTime()) / (ends.getTime() - begins.getTime())
  const spans = items.flatMap((item) => {
    const span = spanOf(ctx, item)
    if (span === undefined) return []
    const [from, to] = [Math.max(0, at(span.from)), Math.min(1, at(span.to))]
    const mark = marks.find(([state]) => state === item.state)?.[1] ?? 'none'
    return to <= from ? [] : [{ name: titleOf(item, ctx), mark, from: rounded(from), to: rounded(to) }]
  })
  const shown = marks.filter(([state]) => items.some((item) => item.state === state))
  const here = at(now)
  const left = items.length - spans.length
  const quarters = [1, 2, 3, 4].map((number) => `${year}-Q${number}`)
  return {
    kind: 'spans',
    label: plan.picture(year),
    columns: plan.quarters,
    spans,
    ...(here >= 0 && here <= 1 ? { now: { x: rounded(here), label: plan.today } } : {}),
    // The bar above has the same marks, and what they stand for.
    legend: [],
    note: left === 0 ? plan.pictureNote : `${plan.pictureNote} ${plan.pictureMore(left)}`,
    figures: {
      columns: [plan.state, ...plan.quarters, plan.noQuarter],
      rows: shown.map(([state]) => [
        plan.states[state],
        ...[...quarters, null].map((quarter) =>
          String(items.filter((item) => item.state === state && item.quarter === quarter).length),
        ),
      ]),
    },
  }
}

/** From the opening to the deadline; where no round counts, the item's quarter. */
function spanOf({ zone }: Pick<Context, 'zone'>, { round, state, quarter }: PlannedItem) {
  if (round !== undefined && state !== 'withdrawn') return { from: round.openedAt, to: round.dueAt }
  if (quarter === null || parseQuarter(quarter) === undefined) return undefined
  return {
    from: toInstant(quarterStart(quarter), '00:00', zone),
    to: toInstant(addDays(quarterEnd(quarter), 1), '00:00', zone),
  }
}

const rounded = (share: number) => Math.round(share * 10_000) / 10_000
