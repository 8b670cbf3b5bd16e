import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { words } from '../../../src/texts/fold.ts'
import { readingOf } from '../../../src/understand/engine/reading.ts'
import { sentenceOf } from '../../../src/understand/engine/sentence.ts'
import { mended } from '../../../src/understand/engine/slips.ts'
import { featuresOf } from '../../../src/understand/likeness/features.ts'
import { speaker } from '../blind/judge.ts'
import * as phrasings from '../phrasings.ts'
import * as schedules from '../schedule-phrasings.ts'
import * as visits from '../visit-phrasings.ts'
import type { Lesson } from './learn.ts'

/** Where sentences with their kinds stand: written to be learnt from, and blind sets that have been seen. */
const FOLDERS = ['examples', 'blind']

type Line = {
  readonly who: string
  readonly text: string
  readonly kind?: string
  readonly also?: readonly string[]
  readonly wanted?: readonly string[]
}

/** A sentence with every kind that would be right, the first of which is learnt; `nothing`: nothing that the bot does. */
export type Example = {
  readonly set: string
  readonly who: string
  readonly text: string
  readonly kind: string
  readonly kinds: ReadonlySet<string>
}

/** The tables of phrases that must stay understood: whoever may do it types them. */
const TABLES: readonly phrasings.Phrasing[] = [phrasings, schedules, visits].flatMap((file) =>
  // The exports of a module come in an order that its loader chooses.
  Object.entries(file)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, table]) => table),
)

/** What kinds of the sets are called otherwise: nothing that the bot does, and what was a button alone. */
const FORMERLY: Readonly<Record<string, string>> = { help: 'nothing', 'nudge.snooze': 'nudge.snooze.form' }

/** The names of all sets: "phrasings", "examples/en-a", "blind/vi-1". */
export const setsOfExamples = (): readonly string[] => [
  'phrasings',
  ...FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`../${folder}/`, import.meta.url))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => `${folder}/${name.slice(0, -'.jsonl'.length)}`),
  ),
]

const fileOf = (set: string): string =>
  set === 'phrasings' ? JSON.stringify(TABLES) : readFileSync(new URL(`../${set}.jsonl`, import.meta.url), 'utf8')

/** SHA-256 of all that is learnt from, hexadecimal: other sentences, another digest. */
export const digestOfExamples = (): string =>
  setsOfExamples()
    .reduce((hash, set) => hash.update(`${set}\n${fileOf(set)}`), createHash('sha256'))
    .digest('hex')

/** The sentences of a set. */
export function examplesOf(set: string): readonly Example[] {
  if (set === 'phrasings') return TABLES.flatMap(fromTable)
  return fileOf(set)
    .trim()
    .split('\n')
    .map((line) => {
      const { who, text, kind, also = [], wanted = [] }: Line = JSON.parse(line)
      const said = [...(kind === undefined ? [] : [kind]), ...also, ...wanted.map((one) => one.split(' ')[0] ?? '')]
      // What is asked back has no kind of its own.
      const kinds = said.filter((one) => one !== 'ask').map((one) => FORMERLY[one] ?? one)
      const [first = 'nothing'] = kinds
      return { set, who, text, kind: first, kinds: new Set([first, ...kinds]) }
    })
}

/** An example as it is learnt: read as whoever types it would be, which is what takes the time. */
export function lessonOf<One extends Example>(example: One): One & Lesson {
  const { who, text } = example
  const vocabulary = speaker(who)
  const features = featuresOf(readingOf(sentenceOf(text, mended(text, words(text), vocabulary), vocabulary)))
  return { ...example, features }
}

/**
 * "missing item for round.change.form", "unknown", "status.show ND-DLCN": what a phrase of the tables leads to, typed by one who
 * may do all, and by one of whom nothing is known.
 */
function fromTable([text, expected]: phrasings.Phrasing): readonly Example[] {
  const [first = '', ...rest] = expected.split(' ')
  const kind =
    first === 'unknown' ? 'nothing' : first === 'missing' ? rest.at(-1) : first.includes('.') ? first : undefined
  if (kind === undefined) return []
  return ['coordinator', 'anybody'].map((who) => ({ set: 'phrasings', who, text, kind, kinds: new Set([kind]) }))
}
