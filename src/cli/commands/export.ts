import { basename, extname } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Io } from '../io.ts'
import { writeExport } from '../write-export.ts'
import { register as registerRecord } from './export-record.ts'

type Flags = { readonly year?: number; readonly team?: string; readonly force?: boolean; readonly json?: boolean }

/** What `export visits --json` prints. */
type ExportReport = { readonly file: string; readonly kind: 'visits'; readonly rows: number }

/** `export visits FILE`: the visits as a file that `import visits` takes; `export record`: the documents about a round. */
export function register(program: Command, io: Io): void {
  const group = program.command('export').description('write visits, or what was answered in a round, to a file')
  registerRecord(group, io)
  group
    .command('visits')
    .summary('export visits')
    .description(
      'Writes all visits, those that were called off as well, as CSV (UTF-8) or XLSX. "import visits" takes the file back: a row is found again by its code, also when team or date changed.',
    )
    .argument('<file>', 'the file to write; it ends in .csv or .xlsx')
    .option('--year <year>', 'of one year alone', aYear)
    .option('--team <team>', 'of one team alone, by its number')
    .option('--force', 'write over a file that is there')
    .option('--json', 'print what was written as JSON')
    .action((file: string, flags: Flags) => run(io, file, flags))
}

function aYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a year as 2020.')
}

async function run(io: Io, path: string, flags: Flags): Promise<void> {
  const kind = extname(path).toLowerCase()
  const file = basename(path)
  if (kind !== '.csv' && kind !== '.xlsx') io.fail(`${file}: expected a file that ends in .csv or .xlsx`)
  const which = {
    ...(flags.year === undefined ? {} : { year: flags.year }),
    ...(flags.team === undefined ? {} : { team: flags.team }),
  }
  const { visitRows, visitsColumns } = await import('../../visits/calendars/visits-sheet.ts')
  const rows = await io.withDatabase(async (db) => {
    const { team } = which
    if (team !== undefined && (await db.team.findUnique({ where: { key: team } })) === null)
      io.fail(`--team: there is no such team: ${team}`)
    return await visitRows(db, which, io.settings().zone)
  })
  const bytes = kind === '.csv' ? await asCsv(visitsColumns, rows) : await asXlsx(visitsColumns, rows)
  await writeExport(io, path, bytes, flags.force)
  const report: ExportReport = { file, kind: 'visits', rows: rows.length }
  io.print(flags, report, () => `${file}: ${rows.length} visit${rows.length === 1 ? '' : 's'} written`)
}

type Columns = readonly { readonly name: string; readonly width: number }[]

async function asCsv(columns: Columns, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { writeCsv } = await import('../../files/write-csv.ts')
  return writeCsv([columns.map(({ name }) => name), ...rows])
}

async function asXlsx(columns: Columns, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('../../files/write-xlsx.ts')
  return await writeXlsx('visits', columns, rows)
}
