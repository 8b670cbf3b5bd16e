import { type Command, InvalidArgumentError } from 'commander'
import { writePrivateFile } from '../../files/private-files.ts'
import type { Load, Overview } from '../../visits/schedule/read-overview.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

type Flags = { readonly year?: number; readonly json?: boolean; readonly picture?: string }

/**
 * Where a plan's inspections stand; a stable shape. Units by name in the plan's order, teams by number; `quarters` are
 * the counts of quarter 1 to 4 by a visit's first day, cancelled visits count nowhere.
 */
type Report = {
  readonly year: number
  readonly sample: boolean
  readonly units: {
    readonly total: number
    readonly dated: number
    readonly undated: readonly { readonly unit: string; readonly teams: readonly string[] }[]
    readonly unassigned: readonly string[]
  }
  readonly teams: readonly (Load & {
    readonly team: string
    readonly name: string
    readonly leaders: readonly string[]
    readonly people: number
  })[]
  readonly totals: Load
}

/** `overview`: which units have no team or no date, and the load of each team. */
export function register(program: Command, io: Io): void {
  program
    .command('overview')
    .description('which units have no team or no date, and the load of each team by quarter')
    .option('--year <year>', "the plan's year; without it this year's plan, else the latest before", aYear)
    .option('--json', 'print as JSON')
    .option('--picture <file>', 'write the map of quarter by team into this file, anew where it is there', aPng)
    .action((flags: Flags) => run(io, flags))
}

function aYear(text: string): number {
  if (/^(19|20|21)\d{2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a year as 2020.')
}

/** Never over a file of another kind. */
function aPng(text: string): string {
  if (/\.png$/i.test(text)) return text
  throw new InvalidArgumentError('Name a file that ends in .png.')
}

async function run(io: Io, flags: Flags): Promise<void> {
  const [{ readAs }, { readOverview }, { drawQuarterMap }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../visits/schedule/read-overview.ts'),
    import('../../visits/schedule/quarter-map.ts'),
  ])
  const { overview, picture } = await readAs(io, async (ctx) => {
    const read = await readOverview(ctx, flags.year)
    const drawn = read === undefined || flags.picture === undefined ? undefined : await drawQuarterMap(ctx, read)
    return { overview: read, picture: drawn }
  })
  if (overview === undefined) io.fail('there is no plan yet: import one with "import plan FILE"')
  if (flags.picture !== undefined) {
    if (picture === undefined) io.fail('the picture could not be drawn')
    await write(io, flags.picture, Buffer.from(picture.base64, 'base64'))
  }
  const report = reportOf(overview)
  const wrote = flags.picture === undefined ? [] : [`The picture is in ${printable(flags.picture)}.`]
  io.print(flags, report, () => [...describe(report), ...wrote].join('\n'))
}

async function write(io: Io, file: string, bytes: Buffer): Promise<void> {
  try {
    await writePrivateFile(file, bytes, 'w')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    io.fail(`${file} cannot be written (${code})`)
  }
}

const reportOf = ({ plan, units, teams, totals }: Overview): Report => ({
  ...plan,
  units: {
    total: units.total,
    dated: units.dated,
    undated: units.undated.map((unit) => ({ unit: unit.name, teams: unit.teams })),
    unassigned: units.unassigned.map((unit) => unit.name),
  },
  teams: teams.map(({ key, ...team }) => ({ team: key, ...team })),
  totals,
})

function describe({ year, sample, units, teams, totals }: Report): readonly string[] {
  const { undated, unassigned } = units
  const counts = ({ quarters, undated: without, planned, confirmed, done }: Load) =>
    [...quarters, without, planned, confirmed, done].map(String)
  return [
    `Plan of ${year}${sample ? ' (sample data)' : ''}: ${units.total} units, ${units.dated} scheduled, ${undated.length} with a team but no date, ${unassigned.length} without a team.`,
    ...(unassigned.length === 0 ? [] : [`No team: ${unassigned.map(printable).join('; ')}`]),
    ...(undated.length === 0
      ? []
      : [`No date: ${undated.map(({ unit, teams: going }) => printable(`${unit} (${going.join(', ')})`)).join('; ')}`]),
    ...(totals.elsewhere === 0 ? [] : [`On days outside ${year}: ${totals.elsewhere}`]),
    table(
      ['Team', 'Name', 'Leader', 'People', 'Q1', 'Q2', 'Q3', 'Q4', 'No date', 'Planned', 'Confirmed', 'Done'],
      [
        ...teams.map((team) => [
          team.team,
          team.name,
          team.leaders.length === 0 ? '-' : team.leaders.join(', '),
          String(team.people),
          ...counts(team),
        ]),
        ['All', '', '', '', ...counts(totals)],
      ],
    ),
  ]
}
