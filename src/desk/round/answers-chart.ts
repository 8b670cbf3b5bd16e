import { dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Part } from '../../contract/page.ts'
import { ladderSteps } from '../../nudges/ladder/due.ts'
import { roundFacts } from '../../nudges/ladder/round-ladder.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import type { Details } from './read-details.ts'

type Steps = Extract<Part, { kind: 'steps' }>

/** Marks nearer to each other than this, as a part of the width, share the words of one. */
const apart = 0.05

/**
 * How answers came in, from the opening to the deadline or, where that has passed, to now or the closing, with the days on which the
 * ladder urges. Each person counts once, when they first answered.
 */
export function answersChart(
  ctx: Context,
  round: Round,
  plan: { readonly ladder: string | null },
  { board, versions }: Details,
): Steps {
  const { texts: t, zone, calendar, now } = ctx
  const words = t.desk.round.chart
  const first = versions.filter(({ version }) => version === 1).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const start = round.openedAt.getTime()
  const reached = Math.min(round.closedAt?.getTime() ?? now.getTime(), now.getTime())
  const end = Math.max(round.dueAt.getTime(), reached, start + 1)
  const across = (at: Date | number) =>
    Math.round(Math.min(1, Math.max(0, (Number(at) - start) / (end - start))) * 10_000) / 10_000
  const steps = ladderSteps({ calendar, zone }, roundFacts(round, plan), zone).filter(
    ({ at }) => at.getTime() >= start && at.getTime() <= end,
  )
  const days = Map.groupBy(first, ({ at }) => dayIn(at, zone))
  const urged = new Map(steps.map(({ day, step }) => [day, step]))
  let sum = 0
  const rows = [...new Set([...days.keys(), ...urged.keys()])].sort().map((day) => {
    const count = days.get(day)?.length ?? 0
    sum += count
    const coming = toInstant(day, '00:00', zone) > now
    return [t.day(day), coming ? '–' : String(count), coming ? '–' : String(sum), urged.get(day) ?? '']
  })
  return {
    kind: 'steps',
    label: words.label(first.length, board.total),
    top: Math.max(board.total, first.length),
    points: [
      { x: 0, y: 0 },
      ...first.map(({ at }, before) => ({ x: across(at), y: before + 1 })),
      { x: across(reached), y: first.length },
    ],
    ticks: [
      { x: 0, label: t.day(dayIn(round.openedAt, zone)) },
      ...(across(round.dueAt) < 0.8
        ? [{ x: across(round.dueAt), label: words.due(t.day(dayIn(round.dueAt, zone))) }]
        : []),
      {
        x: 1,
        label:
          end > round.dueAt.getTime() ? t.day(dayIn(new Date(end), zone)) : words.due(t.day(dayIn(round.dueAt, zone))),
      },
    ],
    marks: named(steps.map(({ step, at }) => ({ x: across(at), label: step }))),
    note: words.note,
    figures: { columns: words.columns, rows },
  }
}

/** Words that would stand on each other are left out; the table has them all. */
function named(marks: Steps['marks']): Steps['marks'] {
  let last = -1
  return marks.map(({ x, label }) => {
    if (x - last < apart) return { x, label: '' }
    last = x
    return { x, label }
  })
}
