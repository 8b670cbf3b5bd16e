import { basename, extname } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Db } from '../../database/db.ts'
import type { Exported } from '../../imports/sheets/exported.ts'
import { columnNames, type FileWords, fileWordsFor, type Subject } from '../../texts/file-words.ts'
import type { Locale } from '../../texts/texts.ts'
import type { Io } from '../io.ts'
import { writeExport } from '../write-export.ts'
import { register as registerRecord } from './export-record.ts'

type Flags = {
  readonly year?: number
  readonly team?: string
  readonly language?: Locale
  readonly force?: boolean
  readonly json?: boolean
}

/** What `export people|teams|units|visits|plan --json` prints. `left`: what such a file cannot tell of. */
type ExportReport = { readonly file: string; readonly kind: Subject; readonly rows: number; readonly left?: number }

const kinds: Readonly<Record<Subject, { readonly what: string; readonly left?: string }>> = {
  people: {
    what: 'everybody with their roles from a day to a day, and their accounts',
    left: 'who never held a role and cannot stand in such a file',
  },
  teams: { what: 'who sits on which team, and since when', left: 'on which nobody sits: "export plan" names them' },
  units: { what: 'ministries and localities, and what became of them' },
  visits: {
    what: 'all visits, those that were called off as well; a row is found again by its code, also when team or date changed',
  },
  plan: { what: "a year's plan: its items, the units to be inspected, the teams" },
}

/** `export people|teams|units|visits|plan FILE`: what the import takes back; `export record`: the documents about a round. */
export function register(program: Command, io: Io): void {
  const group = program
    .command('export')
    .description('write what is stored, or what was answered in a round, to a file')
  registerRecord(group, io)
  for (const kind of ['people', 'teams', 'units', 'visits', 'plan'] as const) {
    const command = group
      .command(kind)
      .summary(`export ${kind}`)
      .description(
        `Writes ${kinds[kind].what}, as CSV (UTF-8) or XLSX, with headings and words in one language. "import ${kind}" takes the file back.`,
      )
      .argument('<file>', 'the file to write; it ends in .csv or .xlsx')
      .addOption(
        new Option('--language <language>', "of headings and words; without it the committee's").choices(['vi', 'en']),
      )
      .option('--force', 'write over a file that is there')
      .option('--json', 'print what was written as JSON')
    if (kind === 'visits' || kind === 'plan') command.option('--year <year>', 'of one year alone', aYear)
    if (kind === 'visits') command.option('--team <team>', 'of one team alone, by its number')
    command.action((file: string, flags: Flags) => run(io, kind, file, flags))
  }
}

function aYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a year as 2020.')
}

async function run(io: Io, kind: Subject, path: string, flags: Flags): Promise<void> {
  const ending = extname(path).toLowerCase()
  const file = basename(path)
  if (ending !== '.csv' && ending !== '.xlsx') io.fail(`${file}: expected a file that ends in .csv or .xlsx`)
  const locale = flags.language ?? io.settings().config.locale
  const words = fileWordsFor(locale)
  const { columns, rows, left = 0 } = await io.withDatabase((db) => read(io, db, kind, flags, words, locale))
  const shown = columns.map(({ name, width }) => ({ name: columnNames(words, kind, name)[0] ?? name, width }))
  const bytes = ending === '.csv' ? await asCsv(shown, rows) : await asXlsx(words.sheets[kind], shown, rows)
  await writeExport(io, path, bytes, flags.force)
  const report: ExportReport = { file, kind, rows: rows.length, ...(left === 0 ? {} : { left }) }
  io.print(flags, report, () => {
    const noun = kind === 'visits' ? 'visit' : 'row'
    const more = left === 0 ? '' : `; left out: ${left} ${kinds[kind].left}`
    return `${file}: ${rows.length} ${noun}${rows.length === 1 ? '' : 's'} written${more}`
  })
}

async function read(
  io: Io,
  db: Db,
  kind: Subject,
  flags: Flags,
  words: FileWords,
  locale: Locale,
): Promise<Exported & { readonly left?: number }> {
  switch (kind) {
    case 'people': {
      const { exportPeople } = await import('../../imports/people/export-people.ts')
      return exportPeople(db, io.platforms, words)
    }
    case 'teams': {
      const { exportTeams } = await import('../../imports/people/export-teams.ts')
      return exportTeams(db, words)
    }
    case 'units': {
      const { exportUnits } = await import('../../imports/units/export-units.ts')
      return exportUnits(db, words)
    }
    case 'visits': {
      const { year, team } = flags
      if (team !== undefined && (await db.team.findUnique({ where: { key: team } })) === null)
        io.fail(`--team: there is no such team: ${team}`)
      const { visitRows, visitsColumns } = await import('../../visits/calendars/visits-sheet.ts')
      const which = { ...(year === undefined ? {} : { year }), ...(team === undefined ? {} : { team }) }
      return { columns: visitsColumns, rows: await visitRows(db, which, io.settings().zone, words) }
    }
    case 'plan': {
      const { exportPlan } = await import('../../imports/plan/export-plan.ts')
      const plan = await exportPlan(db, flags.year, words, locale)
      return plan ?? io.fail(`there is no plan${flags.year === undefined ? '' : ` of ${flags.year}`}`)
    }
    default:
      return kind satisfies never
  }
}

type Columns = readonly { readonly name: string; readonly width: number }[]

async function asCsv(columns: Columns, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { writeCsv } = await import('../../files/write-csv.ts')
  return writeCsv([columns.map(({ name }) => name), ...rows])
}

async function asXlsx(name: string, columns: Columns, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('../../files/write-xlsx.ts')
  return await writeXlsx(name, columns, rows)
}
