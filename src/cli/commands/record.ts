import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { lookAtTemplate } from '../look-at-template.ts'
import { CliRefused } from '../refused.ts'
import { printable } from '../table.ts'

/** What `record template check --json` prints. */
type Report = {
  readonly file: string
  readonly fit: boolean
  readonly fields: readonly string[]
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  readonly row: boolean
}

/** `record template check FILE`: whether an operator's own form of the consolidated table can be filled in. */
export function register(program: Command, io: Io): void {
  program
    .command('record')
    .description('the documents about rounds')
    .command('template')
    .description('your own form of the consolidated table')
    .command('check')
    .summary('record template check')
    .description(
      'Says which fields of a DOCX are unknown or missing, and whether it has the row that is repeated. Fields stand between double braces, such as {{title}}, {{asked}}, {{rows.remark}}; all of them are in docs/operating.md.',
    )
    .argument('<file>', 'the DOCX')
    .option('--json', 'print as JSON')
    .action((file: string, flags: { json?: boolean }) => check(io, file, flags))
}

async function check(io: Io, path: string, flags: { json?: boolean }): Promise<void> {
  const { report, problems } = await lookAtTemplate(io, path)
  const { fields, unknown, missing, row } = report
  const printed: Report = { file: path, fit: problems.length === 0, fields, unknown, missing, row }
  if (problems.length === 0) {
    io.print(flags, printed, () => `${printable(path)}: fit for records, with ${fields.length} fields`)
    return
  }
  if (flags.json === true) io.print(flags, printed, () => '')
  throw new CliRefused(`${printable(path)}: ${problems.join('; ')}`)
}
