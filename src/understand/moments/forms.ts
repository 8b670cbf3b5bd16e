import { bare } from '../../texts/fold.ts'
import { type Found, isBlank, isWord, type Sentence, type TableWord } from './tokens.ts'

/** Reads a number of its kind (a day, a month, how many weeks from now) at a token. */
type Reader = (sentence: Sentence, at: number) => Found<number> | undefined

/** A reader, and the words that it may begin with, folded; DIGITS for any number in digits. */
export type Slot = Reader & { readonly starts: ReadonlySet<string> }

/** Stands for all numbers in digits, among the words that something may begin with. */
export const DIGITS = '#'

/** A reader as a slot that begins as others do. */
export const slotLike = (others: readonly { readonly starts: ReadonlySet<string> }[], read: Reader): Slot =>
  Object.assign(read.bind(undefined), { starts: new Set(others.flatMap(({ starts }) => [...starts])) })

/** What a token counts as, among those words. */
const startOf = ({ tokens }: Sentence, at: number): string => {
  const token = tokens[at]
  return token === undefined ? '' : token.digits > 0 ? DIGITS : token.folded
}

/** What the slots of a form found, by name; undefined where an optional one is not there. */
export type Slots = Readonly<Record<string, number | undefined>>

/** One way to write something: how it is written, and what it gives; undefined where it cannot be that. */
export type Form<Value> = {
  readonly steps: readonly Step[]
  readonly read: (found: Slots, sentence: Sentence) => Value | undefined
}

type Step = {
  /** Written between this and what stands before it; blank or nothing where undefined. */
  readonly between: string | undefined
  readonly optional: boolean
  readonly what:
    | { readonly kind: 'words'; readonly words: readonly (readonly TableWord[])[] }
    | { readonly kind: 'slot'; readonly name: string; readonly slot: Slot }
}

/**
 * Makes forms of one kind. A form is written as its elements: `{name}` a slot, `day|days` one of these words, `of_the` two
 * words, `?` behind what may be missing; a sign by itself (`/`, `,`) stands between its neighbours, otherwise a blank or
 * nothing does.
 */
export function formsWith(slots: Readonly<Record<string, Slot>>) {
  return <Value>(written: string, read: Form<Value>['read']): Form<Value> => {
    const steps: Step[] = []
    let between: string | undefined
    for (const element of written.split(' ')) {
      if (/^[^\p{L}\p{N}{]+$/u.test(element)) {
        between = element
        continue
      }
      const optional = element.endsWith('?')
      const body = optional ? element.slice(0, -1) : element
      const name = /^\{(\w+)\}$/.exec(body)?.[1]
      const slot = name === undefined ? undefined : slots[name]
      if (name !== undefined && slot === undefined) throw new Error(`no such slot: ${name}`)
      steps.push({
        between,
        optional,
        what:
          name !== undefined && slot !== undefined
            ? { kind: 'slot', name, slot }
            : { kind: 'words', words: phrasesOf(body) },
      })
      between = undefined
    }
    return { steps, read }
  }
}

const phrasesOf = (body: string) => body.split('|').map((phrase) => tableWords(phrase.replaceAll('_', ' ')))

/** The words of a phrase as they are compared. */
export const tableWords = (phrase: string): readonly TableWord[] =>
  phrase.split(' ').map((word) => {
    const folded = bare(word)
    return { spelled: word, folded, marked: folded !== word }
  })

/** Forms by the words that they may begin with, so that at a word only those are tried that can stand there. */
export type Book<Value> = ReadonlyMap<string, readonly Form<Value>[]>

export function bookOf<Value>(forms: readonly Form<Value>[]): Book<Value> {
  const book = new Map<string, Form<Value>[]>()
  for (const form of forms)
    for (const start of startsOf(form.steps)) {
      const there = book.get(start)
      if (there === undefined) book.set(start, [form])
      else there.push(form)
    }
  return book
}

function startsOf(steps: readonly Step[]): ReadonlySet<string> {
  const starts = new Set<string>()
  for (const { what, optional } of steps) {
    const more = what.kind === 'slot' ? what.slot.starts : what.words.map((words) => keyOf(words[0]?.folded ?? ''))
    for (const start of more) starts.add(start)
    if (!optional) break
  }
  return starts
}

const keyOf = (word: string): string => (/^\d/.test(word) ? DIGITS : word)

/** The longest of the forms that stand at a token; of two as long the first. */
export function longestOf<Value>(book: Book<Value>, sentence: Sentence, at: number): Found<Value> | undefined {
  let best: Found<Value> | undefined
  for (const form of book.get(startOf(sentence, at)) ?? []) {
    const found = match(form.steps, 0, sentence, at, at, {})
    if (found === undefined || (best !== undefined && found.end <= best.end)) continue
    const value = form.read(found.value, sentence)
    if (value !== undefined) best = { value, end: found.end }
  }
  return best
}

function match(
  steps: readonly Step[],
  step: number,
  sentence: Sentence,
  start: number,
  at: number,
  found: Slots,
): Found<Slots> | undefined {
  const next = steps[step]
  if (next === undefined) return { value: found, end: at }
  const token = sentence.tokens[at]
  if (token !== undefined && (at === start || stands(token.before, next.between))) {
    if (next.what.kind === 'slot') {
      const read = next.what.slot(sentence, at)
      if (read !== undefined) {
        const rest = match(steps, step + 1, sentence, start, read.end, { ...found, [next.what.name]: read.value })
        if (rest !== undefined) return rest
      }
    } else {
      for (const words of next.what.words) {
        const end = phraseEnd(words, sentence, at)
        const rest = end === undefined ? undefined : match(steps, step + 1, sentence, start, end, found)
        if (rest !== undefined) return rest
      }
    }
  }
  return next.optional ? match(steps, step + 1, sentence, start, at, found) : undefined
}

/** A slash may have blanks around it, and a comma one behind it or none at all; a dot and a hyphen stand close. */
function stands(before: string, between: string | undefined): boolean {
  if (between === undefined) return isBlank(before)
  if (between === '/') return before.trim() === '/'
  if (between === ',') return isBlank(before) || before.trim() === ','
  // "O'clock", "in three days' time".
  if (between === "'") return /^['’] ?$/.test(before)
  if (between === '-?') return isBlank(before) || before.trim() === '-'
  return before === between
}

/** The token behind a phrase that stands at a token. */
export function phraseEnd(words: readonly TableWord[], sentence: Sentence, at: number): number | undefined {
  for (const [place, word] of words.entries()) {
    const token = sentence.tokens[at + place]
    if (token === undefined || !isWord(sentence, token, word) || (place > 0 && !isBlank(token.before))) return undefined
  }
  return at + words.length
}

/** A slot of the phrases of a table, the longest first. */
export function oneOf(table: Readonly<Record<string, number>>): Slot {
  const phrases = Object.entries(table).map(([phrase, value]) => ({ words: tableWords(phrase), value }))
  phrases.sort((a, b) => b.words.length - a.words.length)
  const first = new Map<string, typeof phrases>()
  for (const phrase of phrases) {
    const key = phrase.words[0]?.folded ?? ''
    first.set(key, [...(first.get(key) ?? []), phrase])
  }
  const starts = new Set([...first.keys()].map(keyOf))
  return slotLike([{ starts }], (sentence, at) => {
    for (const { words, value } of first.get(sentence.tokens[at]?.folded ?? '') ?? []) {
      const end = phraseEnd(words, sentence, at)
      if (end !== undefined) return { value, end }
    }
    return undefined
  })
}
