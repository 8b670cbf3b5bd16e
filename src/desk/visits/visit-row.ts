import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Part, TableRow } from '../../contract/page.ts'
import { conflictLine } from '../../visits/cards/conflicts-block.ts'
import { teamLabel } from '../../visits/cards/overview-card.ts'
import { timeOf } from '../../visits/cards/visit-facts.ts'
import type { Conflict } from '../../visits/conflicts/conflicts.ts'
import type { SeenVisit } from '../../visits/schedule/read-schedule.ts'
import { marks, moveOf } from './visit-look.ts'

/** Conflicts of a visit that are written out; how many there are is said. */
const mostWords = 2

/** The period's visits as a table; `label`: which they are. */
export function visitTable(
  ctx: Context,
  label: string,
  visits: readonly SeenVisit[],
  conflicts: ReadonlyMap<string, readonly Conflict[]>,
): Part {
  const { texts: t, actor } = ctx
  const { columns } = t.schedule
  const coordinates = actor.roles.has('coordinator')
  return {
    kind: 'table',
    label,
    columns: [
      { label: columns.code },
      { label: columns.when },
      { label: columns.team },
      { label: columns.unit },
      { label: columns.state },
      ...(coordinates ? [{ label: t.desk.visits.columns.conflicts, minor: true } as const] : []),
    ],
    rows: visits.map((visit) => row(ctx, visit, conflicts.get(visit.id) ?? [], coordinates)),
    find: t.desk.visits.find,
  }
}

function row(ctx: Context, visit: SeenVisit, conflicts: readonly Conflict[], coordinates: boolean): TableRow {
  const { texts: t } = ctx
  const { visits: words } = t.desk
  const move = moveOf(ctx, visit)
  const buttons: readonly Button[] = [
    { label: words.see, intent: { kind: 'visit.show', visit: visit.id } },
    ...(move === undefined ? [] : [{ label: move.label, intent: move.intent }]),
  ]
  const told = conflicts.slice(0, mostWords).map((conflict) => conflictLine(ctx, conflict))
  const counted =
    conflicts.length === 0
      ? { text: '' }
      : { text: '', pill: { text: words.conflicts(conflicts.length), tone: 'warning' } as const, small: told }
  return {
    name: visit.code,
    cells: [
      { text: visit.code },
      { text: timeOf(ctx, visit) },
      { text: teamLabel(ctx, visit.team) },
      { text: t.called(visit.unit.name) },
      { text: t.schedule.states[visit.state], mark: marks[visit.state] },
      ...(coordinates ? [counted] : []),
    ],
    buttons,
  }
}
