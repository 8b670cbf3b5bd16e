import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Explained } from '../../understand/explained.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

type Flags = { readonly as?: string; readonly json?: boolean }

/**
 * How a sentence is read; a stable shape. `spans` are the stretches that were recognised, `readings` what the sentence may
 * want with the score of each, the best first, and `outcome` what the bot does with it; `as` is a key, null for nobody.
 */
type Report = { readonly sentence: string; readonly as: string | null } & Explained

/** `understand SENTENCE`: what the bot takes a typed sentence for, and why. Nothing is done. */
export function register(program: Command, io: Io): void {
  program
    .command('understand')
    .description('what the bot takes a typed sentence for, and what it leaves over; nothing is done')
    .argument('<sentence>', 'as it would be typed, in quotation marks')
    .option('--as <key>', 'who types it, by key or name: roles and the body they speak for count')
    .option('--json', 'print as JSON')
    .action((sentence: string, flags: Flags) => run(io, sentence, flags))
}

async function run(io: Io, sentence: string, flags: Flags): Promise<void> {
  const { readAs } = await import('../carry-out.ts')
  const report = await readAs(io, (ctx) => readOne(ctx, io, sentence, flags.as))
  io.print(flags, report, () => describe(report))
}

async function readOne(ctx: Context, io: Io, sentence: string, as: string | undefined): Promise<Report> {
  const [{ readVocabulary }, { explained }, { personNamed }, { actorById }, { dayIn }] = await Promise.all([
    import('../../conversation/vocabulary.ts'),
    import('../../understand/explained.ts'),
    import('../named.ts'),
    import('../../people/actor.ts'),
    import('../../calendar/zoned.ts'),
  ])
  const { db, now, zone } = ctx
  const found = as === undefined ? undefined : await actorById(db, await personNamed(ctx, io, as), dayIn(now, zone))
  const actor = found?.actor
  const vocabulary = await readVocabulary({ db, now, zone, ...(actor === undefined ? {} : { actor }) })
  return { sentence, as: actor?.key ?? null, ...explained(sentence, vocabulary) }
}

/** Readings that a terminal shows; the JSON has all. */
const mostReadings = 10

function describe({ words, spans, signs, readings, outcome }: Report): string {
  const none = '(none)'
  const recognised = [
    ...spans.map(({ kind, text, value }) => [kind, text, JSON.stringify(value)]),
    ...signs.map(({ concept, text }) => ['sign', text, concept]),
  ]
  const shown = readings
    .slice(0, mostReadings)
    .map(({ sense, does, score, left, unused }) => [
      score.toFixed(2),
      sense,
      does,
      left.join(' | '),
      unused.join(' | '),
    ])
  return [
    `Words: ${printable(words.join(' '))}`,
    '',
    recognised.length === 0 ? `Recognised: ${none}` : table(['what', 'words', 'stands for'], recognised),
    '',
    shown.length === 0 ? `Readings: ${none}` : table(['score', 'reading', 'does', 'left over', 'not used'], shown),
    ...(readings.length > mostReadings ? [`and ${readings.length - mostReadings} more (--json)`] : []),
    '',
    ...said(outcome),
  ].join('\n')
}

/** What the bot does with it, a line each. */
function said(outcome: Report['outcome']): readonly string[] {
  const line = (one: unknown) => printable(JSON.stringify(one))
  const over = (what: string, words: readonly string[] | undefined) =>
    words === undefined || words.length === 0 ? [] : [`${what}: ${printable(words.join(' | '))}`]
  switch (outcome.kind) {
    case 'intent':
      return [`Does: ${line(outcome.intent)}`, ...over('Told as not used', outcome.unused)]
    case 'ask':
      return [
        `Asks which ${outcome.about} is meant:`,
        ...outcome.options.map(({ intent }) => `  ${line(intent)}`),
        ...over('Told as not used', outcome.unused),
      ]
    case 'missing':
      return [`Asks which ${outcome.what} is meant: ${outcome.options.length} for ${outcome.verb}`]
    case 'no-such-item':
      return [`Says that there is no item ${printable(outcome.item)}`]
    case 'no-such-day':
      return [`Says that there is no day ${printable(outcome.typed)}`]
    case 'unknown':
      return [
        'Not understood; offers:',
        ...outcome.nearest.map((intent) => `  ${line(intent)}`),
        ...over('Told as not understood', outcome.left),
      ]
    default:
      return outcome satisfies never
  }
}
