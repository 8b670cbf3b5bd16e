import { type Command, InvalidArgumentError } from 'commander'
import type { Platforms } from '../../contract/platform.ts'
import type { Db } from '../../database/db.ts'
import { type FontName, fontNames } from '../../imports/sheets/mend-text.ts'
import type { ReadColumn } from '../../imports/sheets/reading.ts'
import {
  type Doubt,
  doubts,
  type ImportKind,
  type ImportOptions,
  type ImportReport,
  type Problem,
} from '../../imports/sheets/report.ts'
import { wordReader, wordsToWrite } from '../../imports/sheets/vocabulary.ts'
import type { Role } from '../../people/actor.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

type Flags = {
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly accept?: ReadonlySet<Doubt>
  readonly sheet?: string
  readonly font?: FontName
  readonly role?: Role
  readonly year?: number
  readonly json?: boolean
}

/** What a file of a kind holds: what it cannot do without, then what else it may have. */
const sheets = (platforms: Platforms): Readonly<Record<ImportKind, string>> => ({
  people: `columns: key (without it made of the e-mail address), name, role (or --role); honorific, title, organisation, email, ${namesOf(platforms).join(', ')}, locale, time_zone, from, to`,
  teams: 'columns: team, person (key, name or e-mail address), duty (leader or member); name, person_name, from, to',
  units:
    'columns: name; kind (ministry or locality; a new unit needs it), short_names (several with |), from, to (its last day), successor (name), source',
  visits:
    'columns: team, unit; visit (KT-12: finds a visit again whatever changed), starts (2020-06-08T08:00, 08/06/2020 08:00 or 08h00 08/06/2020; empty: assigned, no date yet), ends, or day and time, place, note, state (planned, confirmed, done or cancelled), report, year (of a visit without a date)',
  plan: 'columns: title, type; key, quarter (2020-Q2), agency, note, title_en, type_en, part (plan, item, ministry, locality or team); or JSON in the form of src/imports/sample/plan-2020.json',
})

/** The columns in which a roster names accounts. */
const namesOf = (platforms: Platforms): readonly string[] =>
  platforms.flatMap(({ account: { columns } }) => [columns.tenant.name, columns.user.name])

/** `import people|teams|units|visits|plan FILE`: DOMAIN's "Files an operator brings". */
export function register(program: Command, io: Io): void {
  const group = program.command('import').description('take people, teams, units, visits or the plan from a file')
  for (const kind of ['people', 'teams', 'units', 'visits', 'plan'] as const) {
    const command = group
      .command(kind)
      .summary(`import ${kind}`)
      .description(
        `Imports ${kind} from CSV (UTF-8; commas, semicolons or tabs), XLSX, ODS or JSON; headings in Vietnamese, in English or by these names, below any title; ${sheets(io.platforms)[kind]}.`,
      )
      .argument('<file>', 'the file to read')
      .option('--dry-run', 'check and count, show how each column was read, change nothing')
      .option('--skip-bad', 'import the good rows, leave the bad ones out')
      .option('--sheet <name>', 'the sheet of a workbook, where several may be meant')
      .option('--font <name>', `in what font its texts are, where they are no Unicode: ${fontNames.join(', ')}`, toFont)
      .option('--accept <doubts>', `take what only looks wrong: ${doubts.join(', ')}; several with commas`, toDoubts)
      .option('--json', 'print the report as JSON')
    if (kind === 'plan') command.option('--year <year>', "the plan's year, where its sheet does not say it", toYear)
    if (kind === 'people')
      command.option('--role <role>', 'what everybody in the file is, where it has no column for it', toRole)
    command.action((file: string, flags: Flags) => run(io, kind, file, flags))
  }
}

function toFont(name: string): FontName {
  const found = fontNames.find((one) => one === name.toLowerCase())
  if (found !== undefined) return found
  throw new InvalidArgumentError(`It is none of ${fontNames.join(', ')}.`)
}

function toYear(text: string): number {
  if (/^(?:19|20|21)\d{2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a year as 2020.')
}

function toRole(word: string): Role {
  const found = roleOf(word)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`It is none of ${wordsToWrite((words) => words.roles)}.`)
}

const roleOf = wordReader((words): Readonly<Record<Role, readonly string[]>> => words.roles)

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
    ...(flags.role === undefined ? {} : { role: flags.role }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
    ...(flags.accept === undefined ? {} : { accept: flags.accept }),
    progress: bar.step,
  }
  const take = await reader(kind, path, flags)
  const report = await io
    .withDatabase((db, clock) => take(db, { ...options, now: clock.now() }), options.dryRun ? 'tried' : 'created')
    .finally(() => bar.stop())
  io.print(flags, report, () => describe(report, flags))
  const good = report.created + report.updated + report.unchanged
  if (report.problems.length === 0 || (flags.skipBad === true && good > 0)) return
  const hint = !report.usable || flags.skipBad === true ? '' : ', or leave the bad rows out with --skip-bad'
  io.fail(`${report.file}: ${count(report.problems.length, 'problem')}; nothing was imported. Mend the file${hint}.`)
}

type Take = (db: Db, options: ImportOptions) => Promise<ImportReport>

/** Reads the file before the database is opened: a wrong path must not create one. */
async function reader(kind: ImportKind, path: string, flags: Flags): Promise<Take> {
  const { readBytes, readRows } = await import('../../imports/sheets/read-rows.ts')
  if (kind === 'plan' && /\.json$/i.test(path)) {
    const [{ importPlan }, bytes] = await Promise.all([import('../../imports/plan/import-plan.ts'), readBytes(path)])
    return (db, options) => importPlan(db, { file: path.replace(/^.*[\\/]/, ''), bytes }, options)
  }
  const { vocabularyOf } = await import('../../imports/sheets/vocabulary.ts')
  const sheet = await readRows(path, {
    vocabulary: vocabularyOf(kind),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
    ...(flags.font === undefined ? {} : { font: flags.font }),
  })
  switch (kind) {
    case 'plan': {
      const { importPlan } = await import('../../imports/plan/import-plan.ts')
      return (db, options) => importPlan(db, { file: sheet.file, sheet }, options)
    }
    case 'people': {
      const { importPeople } = await import('../../imports/people/import-people.ts')
      return (db, options) => importPeople(db, sheet, options)
    }
    case 'teams': {
      const { importTeams } = await import('../../imports/people/import-teams.ts')
      return (db, options) => importTeams(db, sheet, options)
    }
    case 'units': {
      const { importUnits } = await import('../../imports/units/import-units.ts')
      return (db, options) => importUnits(db, sheet, options)
    }
    case 'visits': {
      const { importVisits } = await import('../../imports/visits/import-visits.ts')
      return (db, options) => importVisits(db, sheet, options)
    }
    default:
      return kind satisfies never
  }
}

function describe(report: ImportReport, flags: Flags): string {
  const { file, rows, created, updated, unchanged, ended, problems, warnings, unknownColumns, columns, imported } =
    report
  const what = flags.dryRun === true ? 'dry run, nothing stored' : imported ? 'imported' : 'not imported'
  const ends = ended > 0 ? `, ${ended} ended` : ''
  return [
    `${printable(file)}: ${count(rows, 'row')}: ${created} new, ${updated} changed, ${unchanged} unchanged${ends} (${what})`,
    ...(columns.length > 0 && !imported
      ? [table(['Heading', 'Column', 'Read as', 'Example'], columns.map(asRow))]
      : []),
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

const asRow = ({ heading, at, column, example }: ReadColumn) => [
  heading,
  at,
  column ?? '(not known, left alone)',
  short(example ?? ''),
]

/** What somebody reads on a terminal. */
const mostWarnings = 50

const listed = (rows: readonly Problem[]) =>
  table(
    ['Row', 'Column', 'Value', 'Reason'],
    rows.map((one) => [one.row === 0 ? '-' : String(one.row), one.column ?? '', short(one.value ?? ''), one.reason]),
  )

const short = (value: string) => (value.length > 40 ? `${value.slice(0, 39)}…` : value)
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
