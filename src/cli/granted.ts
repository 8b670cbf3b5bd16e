import type { Command } from 'commander'
import { dayIn } from '../calendar/zoned.ts'
import type { Io } from './io.ts'
import { table } from './table.ts'

/** `people absences` and `people delegations`: what is in force or to come. */
export function registerGranted(group: Command, io: Io): void {
  group
    .command('absences')
    .description('present and coming leave, during which nudges are held back')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => absences(io, flags))
  group
    .command('delegations')
    .description('present and coming delegations: who may act for whom')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => delegations(io, flags))
}

async function absences(io: Io, flags: { json?: boolean }): Promise<void> {
  const { zone } = io.settings()
  const { listAbsences } = await import('../people/accounts/list-granted.ts')
  const rows = await io.withDatabase((db, clock) => listAbsences(db, dayIn(clock.now(), zone)))
  io.print(flags, rows, () =>
    rows.length === 0
      ? 'There is no present or coming leave.'
      : table(
          ['Person', 'From', 'To', 'Note'],
          rows.map((row) => [row.person, row.from, row.to, row.note ?? '']),
        ),
  )
}

async function delegations(io: Io, flags: { json?: boolean }): Promise<void> {
  const { zone } = io.settings()
  const { listGiven } = await import('../people/accounts/list-granted.ts')
  const rows = await io.withDatabase((db, clock) => listGiven(db, dayIn(clock.now(), zone)))
  io.print(flags, rows, () =>
    rows.length === 0
      ? 'There is no present or coming delegation.'
      : table(
          ['Member', 'Delegate', 'Rights', 'Item', 'From', 'To'],
          rows.map((row) => [row.person, row.taker, row.rights.join(', '), row.item ?? 'everything', row.from, row.to]),
        ),
  )
}
