import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Context } from '../../context.ts'
import type { RecordFormat, RecordWhat } from '../../contract/intent.ts'
import type { RecordSource } from '../../record/layout/record-source.ts'
import type { Locale } from '../../texts/texts.ts'
import type { Io } from '../io.ts'
import { lookAtTemplate } from '../look-at-template.ts'
import { printable } from '../table.ts'
import { writeExport } from '../write-export.ts'

type Flags = {
  readonly round?: number
  readonly what: RecordWhat
  readonly format?: RecordFormat
  readonly template?: string
  readonly person?: string
  readonly lang: Locale
  readonly out?: string
  readonly force?: boolean
  readonly json?: boolean
}

/** What `export record --json` prints. `state`: whether the round still takes answers when it was read. */
type Report = {
  readonly file: string
  readonly kind: 'record'
  readonly what: RecordWhat
  readonly item: string
  readonly round: number
  readonly state: string
  readonly asked: number
  readonly answered: number
  readonly bytes: number
}

/** `export record ITEM`: the consolidated table of a round, its ballots or its counts; confidential. */
export function register(group: Command, io: Io): void {
  group
    .command('record')
    .description(
      "what was answered in a round of an item: the consolidated table, the ballots, the counts, or all of them with the letters that came; confidential, so the file is this user's alone (0600)",
    )
    .argument('<item>', "the item's key")
    .option('--round <number>', 'which round of the item; by default the open one, else the latest', aRound)
    .addOption(
      new Option('--what <what>', 'which document')
        .choices(['table', 'ballots', 'results', 'dossier'])
        .default('table'),
    )
    .addOption(
      new Option(
        '--format <format>',
        'what it is written as: the table as any of these, the others as docx; docx unless it is said; a dossier is a ZIP',
      ).choices(['docx', 'xlsx', 'csv', 'html']),
    )
    .option('--template <file>', 'your own form of the table, a DOCX with fields: see "record template check"')
    .option('--person <key>', 'with --what ballots: that one of this person, answered or not')
    .addOption(new Option('--lang <language>', 'the language of the document').choices(['vi', 'en']).default('vi'))
    .option('--out <file>', 'the file to write; by default one named after the item and the round, in this folder')
    .option('--force', 'write over a file that is there')
    .option('--json', 'print what was written as JSON')
    .action((item: string, flags: Flags) => run(io, item, flags))
}

function aRound(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a round as its number, such as 2.')
}

async function run(io: Io, item: string, flags: Flags): Promise<void> {
  const [{ readAs }, { findRecordRound }, { readRecord }, { formatsOf }, { recordFileName }, more] = await Promise.all([
    import('../carry-out.ts'),
    import('../../record/find-round.ts'),
    import('../../record/read-record.ts'),
    import('../../record/write/make-record.ts'),
    import('../../record/write/record-file-name.ts'),
    Promise.all([import('../../record/read-dossier-files.ts'), import('../../record/write/make-document.ts')]),
  ])
  const [{ readDossierFiles }, { makeDocument }] = more
  const { what, lang: locale } = flags
  const format = formatOf(io, flags, formatsOf)
  const bar = await io.bar('opinions')
  const { source, person, files } = await readAs(io, async (ctx) => {
    const found = await findRecordRound(ctx, item, flags.round)
    const read = await readRecord(ctx, found, { progress: bar.step })
    const { person: key } = flags
    return {
      source: read,
      person: key === undefined ? undefined : await askedByKey(ctx, read, key),
      files: what === 'dossier' ? await readDossierFiles(ctx, found, read) : [],
    }
  }).finally(() => bar.stop())
  if (flags.person !== undefined && person === undefined)
    io.fail(`--person: nobody with this key was asked in round ${source.round.number}: ${printable(flags.person)}`)
  const { moreThanHalf, recordTemplate } = io.settings().config
  const own = await readTemplate(io, flags.template ?? recordTemplate)
  const who = person === undefined ? {} : { person }
  const bytes = await makeDocument({ source, locale, what, format, moreThanHalf, files, ...who, ...own })
  const file = flags.out ?? recordFileName(source, what, format)
  await writeExport(io, file, bytes, flags.force)
  const { round, total: asked } = source
  const answered = source.asked.filter(({ answer }) => answer !== undefined).length
  const report: Report = {
    ...{ file, kind: 'record', what, item: source.item.key, round: round.number, state: round.phase },
    ...{ asked, answered, bytes: bytes.length },
  }
  const open = round.phase === 'open' || round.phase === 'late' ? '; the round is still open' : ''
  io.print(flags, report, () => `${printable(file)}: round ${round.number}, ${answered} of ${asked} answered${open}`)
}

/** What it is written as; refuses what does not go together. */
function formatOf(
  io: Io,
  { what, format, template, person }: Flags,
  formatsOf: Readonly<Record<RecordWhat, readonly [RecordFormat, ...RecordFormat[]]>>,
): RecordFormat {
  if (person !== undefined && what !== 'ballots') io.fail('--person goes with --what ballots')
  if (what === 'dossier') return format === undefined ? 'zip' : io.fail('--format: a dossier is a ZIP')
  const formats = formatsOf[what]
  const wanted = format ?? formats[0]
  if (!formats.includes(wanted)) io.fail(`--format: ${what} is written as ${formats.join(', ')}`)
  if (template !== undefined && (what !== 'table' || wanted !== 'docx'))
    io.fail('--template goes with the table as docx')
  return wanted
}

/** The id of somebody who was asked in the round. */
async function askedByKey(
  { db }: Pick<Context, 'db'>,
  { asked }: RecordSource,
  key: string,
): Promise<string | undefined> {
  const person = await db.person.findUnique({ where: { key }, select: { id: true } })
  return asked.find(({ personId }) => personId === person?.id)?.personId
}

/** The operator's own form, where they name one; refuses one that is not fit. */
async function readTemplate(io: Io, path: string | undefined): Promise<{ readonly template?: Uint8Array }> {
  if (path === undefined) return {}
  const { template, problems } = await lookAtTemplate(io, path)
  if (problems.length > 0) io.fail(`${printable(path)}: ${problems.join('; ')}`)
  return { template }
}
