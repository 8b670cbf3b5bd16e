import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { formatDeadline, formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import type { PersonReport, RoundReport } from '../round-report.ts'
import { printable, table } from '../table.ts'

/**
 * `status [ITEM]`. With `--json` and without an item: a list of `RoundReport`, one for every round that still takes
 * answers, nearest deadline first; with an item: its latest round's report with `people`, a list of `PersonReport`.
 */
export function register(program: Command, io: Io): void {
  program
    .command('status')
    .description('where rounds stand: all that are open, or the latest of one item with everybody asked')
    .argument('[item]', "the item's key")
    .option('--json', 'print as JSON')
    .action((item: string | undefined, flags: { json?: boolean }) =>
      item === undefined ? all(io, flags) : one(io, item, flags),
    )
}

async function all(io: Io, flags: { json?: boolean }): Promise<void> {
  const { readAs } = await import('../carry-out.ts')
  const reports = await readAs(io, readAll)
  const { zone } = io.settings()
  io.print(flags, reports, () =>
    reports.length === 0
      ? 'No round is open.'
      : table(
          ['Item', 'Round', 'Phase', 'Asked', 'Answered', 'Late', 'Deemed', 'Missing', 'Deadline'],
          reports.map((report) => [
            report.item,
            ...[report.round, report.phase, report.asked, report.answered, report.late].map(String),
            ...[report.deemed, report.missing].map(String),
            formatDeadline(new Date(report.deadline), zone, 'en'),
          ]),
        ),
  )
}

async function readAll(ctx: Context): Promise<readonly RoundReport[]> {
  const [{ reportRound }, { takesAnswers }, { loadRound }] = await Promise.all([
    import('../round-report.ts'),
    import('../../opinions/rounds/phase.ts'),
    import('../../opinions/rounds/rounds.ts'),
  ])
  const rows = await ctx.db.round.findMany({ where: { state: 'open' }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
  const open = rows.filter((row) => takesAnswers(row, ctx.now))
  const reports: RoundReport[] = []
  for (const row of open) reports.push(await reportRound(ctx, await loadRound(ctx, row.id)))
  return reports
}

async function one(io: Io, item: string, flags: { json?: boolean }): Promise<void> {
  const [{ readAs }, { reportRoundWithPeople }, { latestRound }] = await Promise.all([
    import('../carry-out.ts'),
    import('../round-report.ts'),
    import('../../opinions/rounds/rounds.ts'),
  ])
  const report = await readAs(io, async (ctx) => reportRoundWithPeople(ctx, await latestRound(ctx, item)))
  io.print(flags, report, () => describe(report, report.people, io.settings().zone))
}

function describe(report: RoundReport, people: readonly PersonReport[], zone: string): string {
  const { answered, asked, late, deemed, missing, former, positions } = report
  const counts = Object.entries(positions).map(([position, count]) => `${position} ${count}`)
  return [
    `${report.item}, round ${report.round}: ${printable(report.title)}`,
    `Phase: ${report.phase}; deadline ${formatDeadline(new Date(report.deadline), zone, 'en')}; draft version ${report.draftVersion}`,
    `Answered ${answered} of ${asked} (late ${late}); deemed ${deemed}; missing ${missing}; no members any more ${former}`,
    `Positions: ${counts.join(', ')}`,
    ...(report.reason === null ? [] : [`Last change: ${printable(report.reason)}`]),
    table(
      ['Standing', 'Key', 'Name', 'Organisation', 'Position', 'At', 'Request'],
      people.map((person) => [
        person.standing,
        person.person,
        person.name,
        person.organisation ?? '',
        person.position === null ? '' : `${person.position}${person.recorded ? ' (recorded)' : ''}`,
        person.at === null ? '' : formatMoment(new Date(person.at), zone, 'en'),
        person.request,
      ]),
    ),
  ].join('\n')
}
