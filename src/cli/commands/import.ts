import { type Command, InvalidArgumentError } from 'commander'
import type { Platforms } from '../../contract/platform.ts'
import type { Db } from '../../database/db.ts'
import {
  type Doubt,
  doubts,
  type ImportKind,
  type ImportOptions,
  type ImportReport,
  type Problem,
} from '../../imports/sheets/report.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

type Flags = {
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly accept?: ReadonlySet<Doubt>
  readonly json?: boolean
}

const sheets = (platforms: Platforms) => ({
  people: `columns: key, name, role; honorific, title, organisation, email, ${namesOf(platforms).join(', ')}, locale, from, to`,
  teams: 'columns: team, person (key), duty (leader or member); name, from, to',
  units:
    'columns: name; kind (ministry or locality; a new unit needs it), short_names (several with |), from, to (its last day), successor (name), source',
  visits:
    'columns: team, unit; visit (KT-12: finds a visit again whatever changed), starts (2020-06-08T08:00 or 08/06/2020 08:00; empty: assigned, no date yet), ends, place, note, state (planned, confirmed, done or cancelled), report, year (of a visit without a date)',
})

/** The columns in which a roster names accounts. */
const namesOf = (platforms: Platforms): readonly string[] =>
  platforms.flatMap(({ account: { columns } }) => [columns.tenant.name, columns.user.name])

/** `import people|teams|units|visits|plan FILE`: DOMAIN's "Files an operator brings". */
export function register(program: Command, io: Io): void {
  const group = program.command('import').description('take people, teams, units, visits or the plan from a file')
  for (const kind of ['people', 'teams', 'units', 'visits', 'plan'] as const) {
    const form =
      kind === 'plan'
        ? 'JSON in the form of src/imports/sample/plan-2020.json'
        : `CSV (UTF-8), XLSX or JSON; ${sheets(io.platforms)[kind]}`
    group
      .command(kind)
      .summary(`import ${kind}`)
      .description(`Imports ${kind} from ${form}.`)
      .argument('<file>', 'the file to read')
      .option('--dry-run', 'check and count, change nothing')
      .option('--skip-bad', 'import the good rows, leave the bad ones out')
      .option('--accept <doubts>', `take what only looks wrong: ${doubts.join(', ')}; several with commas`, toDoubts)
      .option('--json', 'print the report as JSON')
      .action((file: string, flags: Flags) => run(io, kind, file, flags))
  }
}

function toDoubts(words: string): ReadonlySet<Doubt> {
  const named = words.split(',').map((word) => word.trim())
  const unknown = named.find((word) => !doubts.some((doubt) => doubt === word))
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${doubts.join(', ')}.`)
  return new Set(doubts.filter((doubt) => named.includes(doubt)))
}

async function run(io: Io, kind: ImportKind, path: string, flags: Flags): Promise<void> {
  const bar = await io.bar(`Importing ${kind}`)
  const { zone, config } = io.settings()
  const options: Omit<ImportOptions, 'now'> = {
    zone,
    actor: 'cli',
    calendar: config.calendar,
    platforms: io.platforms,
    identities: io.identities,
    ask: io.ask,
    dryRun: flags.dryRun === true,
    skipBad: flags.skipBad === true,
    ...(flags.accept === undefined ? {} : { accept: flags.accept }),
    progress: bar.step,
  }
  const take = await reader(kind, path)
  const report = await io
    .withDatabase((db, clock) => take(db, { ...options, now: clock.now() }), options.dryRun ? 'tried' : 'created')
    .finally(() => bar.stop())
  io.print(flags, report, () => describe(report, flags))
  const good = report.created + report.updated + report.unchanged
  if (report.problems.length === 0 || (flags.skipBad === true && good > 0)) return
  const hint = kind === 'plan' || flags.skipBad === true ? '' : ', or leave the bad rows out with --skip-bad'
  io.fail(`${report.file}: ${count(report.problems.length, 'problem')}; nothing was imported. Mend the file${hint}.`)
}

/** Reads the file before the database is opened: a wrong path must not create one. */
async function reader(
  kind: ImportKind,
  path: string,
): Promise<(db: Db, options: ImportOptions) => Promise<ImportReport>> {
  const { readBytes, readRows } = await import('../../imports/sheets/read-rows.ts')
  switch (kind) {
    case 'plan': {
      const [{ importPlan }, bytes] = await Promise.all([import('../../imports/plan/import-plan.ts'), readBytes(path)])
      return (db, options) => importPlan(db, { file: path.replace(/^.*[\\/]/, ''), bytes }, options)
    }
    case 'people': {
      const [{ importPeople }, sheet] = await Promise.all([
        import('../../imports/people/import-people.ts'),
        readRows(path),
      ])
      return (db, options) => importPeople(db, sheet, options)
    }
    case 'teams': {
      const [{ importTeams }, sheet] = await Promise.all([
        import('../../imports/people/import-teams.ts'),
        readRows(path),
      ])
      return (db, options) => importTeams(db, sheet, options)
    }
    case 'units': {
      const [{ importUnits }, sheet] = await Promise.all([
        import('../../imports/units/import-units.ts'),
        readRows(path),
      ])
      return (db, options) => importUnits(db, sheet, options)
    }
    case 'visits': {
      const [{ importVisits }, sheet] = await Promise.all([
        import('../../imports/visits/import-visits.ts'),
        readRows(path),
      ])
      return (db, options) => importVisits(db, sheet, options)
    }
    default:
      return kind satisfies never
  }
}

function describe(report: ImportReport, flags: Flags): string {
  const { file, rows, created, updated, unchanged, ended, problems, warnings, unknownColumns, imported } = report
  const what = flags.dryRun === true ? 'dry run, nothing stored' : imported ? 'imported' : 'not imported'
  const ends = ended > 0 ? `, ${ended} ended` : ''
  return [
    `${printable(file)}: ${count(rows, 'row')}: ${created} new, ${updated} changed, ${unchanged} unchanged${ends} (${what})`,
    ...(unknownColumns.length > 0 ? [`Unknown columns, left alone: ${unknownColumns.map(printable).join(', ')}`] : []),
    ...(problems.length > 0 ? [listed(problems)] : []),
    ...(warnings.length > 0
      ? [
          `Warnings (${warnings.length}), none of which keeps anything out:`,
          listed(warnings.slice(0, mostWarnings)),
          ...(warnings.length > mostWarnings ? [`and ${warnings.length - mostWarnings} more: see --json`] : []),
        ]
      : []),
  ].join('\n')
}

/** What somebody reads on a terminal. */
const mostWarnings = 50

const listed = (rows: readonly Problem[]) =>
  table(
    ['Row', 'Column', 'Value', 'Reason'],
    rows.map((one) => [one.row === 0 ? '-' : String(one.row), one.column ?? '', short(one.value ?? ''), one.reason]),
  )

const short = (value: string) => (value.length > 40 ? `${value.slice(0, 39)}…` : value)
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
