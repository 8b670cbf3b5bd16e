import { type Command, InvalidArgumentError } from 'commander'
import type { DraftReport } from '../import-draft.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

type Flags = { readonly version?: number; readonly dryRun?: boolean; readonly json?: boolean }

/** What is printed of the outline and of the doubts on a terminal; `--json` has all. */
const mostLines = 60

/** `draft import ITEM FILE`: the draft of an item as a file. `--json` gives a `DraftReport`. */
export function register(program: Command, io: Io): void {
  program
    .command('draft')
    .description('bring the drafts that opinions are asked about')
    .command('import')
    .summary('keep a file as the draft of an item')
    .description(
      'Reads a draft (.docx, .pdf with a text layer, .md or .txt), shows what was understood and keeps it as a version of the item. A file with a mark of secrecy is refused, and nothing of it is kept.',
    )
    .argument('<item>', "the item's key in the plan")
    .argument('<file>', 'the file to read')
    .option(
      '--version <number>',
      'which version it is; by default the one that an open round waits for, else the next',
      aVersion,
    )
    .option('--dry-run', 'read and show, keep nothing')
    .option('--json', 'print what was read as JSON')
    .action((item: string, file: string, flags: Flags) => run(io, item, file, flags))
}

function aVersion(given: string): number {
  if (!/^[1-9]\d{0,2}$/.test(given)) throw new InvalidArgumentError('Write a number from 1 to 999.')
  return Number(given)
}

async function run(io: Io, item: string, path: string, flags: Flags): Promise<void> {
  const [{ importDraft }, { readBytes }] = await Promise.all([
    import('../import-draft.ts'),
    import('../../imports/sheets/read-rows.ts'),
  ])
  // Before the database is opened: a wrong path must not create one.
  const bytes = await readBytes(path)
  const report = await importDraft(io, item, { name: path.replace(/^.*[\\/]/, ''), bytes }, flags)
  io.print(flags, report, () => describe(report))
}

function describe(report: DraftReport): string {
  const { file, item, version, number, date, title, counts, outline, doubts, kept } = report
  const lines = (all: readonly string[]) =>
    all.length > mostLines ? [...all.slice(0, mostLines), `... and ${all.length - mostLines} more: see --json`] : all
  return [
    `${printable(file)}: ${item}, version ${version}: ${kept === 'kept' ? 'kept' : kept === 'same' ? 'this file is kept already' : 'dry run, nothing kept'}`,
    table(
      ['', ''],
      [
        ['Number', number ?? '-'],
        ['Date', date ?? '-'],
        ['Title', title === null ? '-' : printable(title)],
        ['Structure', counts],
      ],
    ),
    ...(outline.length > 0 ? ['Outline:', ...lines(outline).map((line) => `  ${printable(line)}`)] : []),
    ...(doubts.length > 0
      ? [`Doubtful (${doubts.length}):`, ...lines(doubts).map((line) => `  ${printable(line)}`)]
      : []),
  ].join('\n')
}
