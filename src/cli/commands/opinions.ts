import type { Command } from 'commander'
import type { ExportedOpinion } from '../../opinions/export-opinions.ts'
import { formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { printable } from '../table.ts'

/** `opinions ITEM`: what was answered in the item's latest round. `--json` gives a list of `ExportedOpinion`. */
export function register(program: Command, io: Io): void {
  program
    .command('opinions')
    .description("everybody's current opinion in the latest round of an item; confidential")
    .argument('<item>', "the item's key")
    .option('--json', 'print as JSON')
    .action((item: string, flags: { json?: boolean }) => show(io, item, flags))
}

async function show(io: Io, item: string, flags: { json?: boolean }): Promise<void> {
  const [{ readAs }, { exportOpinions }, { latestRound }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../opinions/export-opinions.ts'),
    import('../../opinions/rounds/rounds.ts'),
  ])
  const opinions = await readAs(io, async (ctx) => exportOpinions(ctx, await latestRound(ctx, item)))
  const { zone } = io.settings()
  io.print(flags, opinions, () =>
    opinions.length === 0
      ? 'There is no opinion in this round yet.'
      : opinions.map((opinion) => describe(opinion, zone)).join('\n\n'),
  )
}

function describe(opinion: ExportedOpinion, zone: string): string {
  const { person, position, receipt, draftVersion, late, recordedBy, recordedSource, sentBy } = opinion
  const at = formatMoment(new Date(opinion.at), zone, 'en')
  return [
    `${person}: ${position}, ${at}${late ? ', late' : ''} (draft version ${draftVersion}, receipt ${receipt})`,
    ...(recordedBy === null ? [] : [`  recorded by ${recordedBy}: ${printable(recordedSource ?? '')}`]),
    ...(sentBy === null ? [] : [`  sent under a delegation of ${person} by ${sentBy}`]),
    ...indented('  ', opinion.body),
    ...opinion.comments.flatMap(({ provision, remark, proposal }) => [
      `  ${printable(provision)}:`,
      ...indented('    ', remark),
      ...(proposal === null ? [] : ['    Proposed wording:', ...indented('      ', proposal)]),
    ]),
  ].join('\n')
}

/** Somebody's words, line by line, so that none of them can be taken for ours. */
const indented = (margin: string, words: string) =>
  words === '' ? [] : words.split('\n').map((line) => `${margin}${printable(line)}`)
