import type { Context } from '../../context.ts'
import type { Clash, Found } from '../../contract/form.ts'
import type { FormReader } from '../form-values.ts'
import { type Entry, labelOf, optionsOf } from './entry.ts'
import { namesInLines } from './names-in-lines.ts'
import { called, searchEntries } from './search-entries.ts'
import { type Meant, whoIsMeant } from './who-is-meant.ts'

/** Options that a clash asks about, at the most: what a menu holds on every platform. */
const mostAsked = 25
/** Characters that are shown of what somebody typed for one. */
const longestShown = 100
/** What is wrong with the words of one field is told of so many at once. */
const mostProblems = 5

/**
 * The one that a field picks. Undefined where there is none, or it is not certain which: what is wrong is noted in the form
 * then, with the question which is meant.
 */
export function readPick(
  ctx: Pick<Context, 'texts'>,
  form: FormReader,
  name: string,
  entries: readonly Entry[],
  required = true,
): Entry | undefined {
  const found = resolved(ctx, form, name, entries, (given) => given)
  if (found.kind === 'empty' && required) form.fail(name, ctx.texts.errors.required)
  if (found.kind !== 'all') return undefined
  const [only, ...others] = found.entries
  if (others.length > 0) form.fail(name, ctx.texts.picking.onlyOne)
  return others.length > 0 ? undefined : only
}

/** All that a field of several picks, each once; none where it is not certain which: that is noted in the form. */
export function readPicks(
  ctx: Pick<Context, 'texts'>,
  form: FormReader,
  name: string,
  entries: readonly Entry[],
): readonly Entry[] {
  const isCalled = (word: string) => searchEntries(entries, word).some(({ rank }) => rank <= called)
  const found = resolved(ctx, form, name, entries, (given) => given.flatMap((lines) => namesInLines(lines, isCalled)))
  return found.kind === 'all' ? found.entries : []
}

type Resolved =
  | { readonly kind: 'empty' | 'unclear' }
  /** One at least. */
  | { readonly kind: 'all'; readonly entries: readonly Entry[] }

function resolved(
  ctx: Pick<Context, 'texts'>,
  form: FormReader,
  name: string,
  entries: readonly Entry[],
  split: (given: readonly string[]) => readonly string[],
): Resolved {
  const { given, chosen } = form.picked(name)
  const words = [...new Set(split(given))]
  const read = (word: string) => ({ word, meant: whoIsMeant(entries, word) })
  const said = words.map(read)
  const sure = (some: readonly ReturnType<typeof read>[]) =>
    some.flatMap(({ meant }) => (meant.kind === 'one' ? [meant.entry] : []))
  const answered = sure(chosen.map(read))
  const plain = sure(said)
  const all = new Set(plain)
  const problems = new Set<string>()
  // Told together: who mends the first shall not learn of the second only then.
  const unknown = said.flatMap(({ word, meant }) => (meant.kind === 'nobody' ? [cut(word)] : []))
  for (const { word, meant } of said) {
    if (meant.kind === 'one') continue
    // Answered where it was asked; in a field of one also by picking.
    const answer = [...answered, ...plain].find((entry) => 'entries' in meant && meant.entries.includes(entry))
    const clash = clashOf(ctx, word, meant, entries)
    if (clash !== undefined) form.clash(name, answer === undefined ? clash : { ...clash, likely: answer.value })
    if (answer !== undefined) all.add(answer)
    else problems.add(meant.kind === 'nobody' ? ctx.texts.picking.none(...unknown) : problemOf(ctx, word, meant))
  }
  // The words that were asked about have been taken out since.
  if (words.length === 0) for (const entry of answered) all.add(entry)
  if (problems.size > 0) {
    form.fail(name, [...problems].slice(0, mostProblems).join(' '))
    return { kind: 'unclear' }
  }
  return all.size === 0 ? { kind: 'empty' } : { kind: 'all', entries: [...all] }
}

/** Which is asked of words that several are called, or to which some come near; undefined where there is nothing to ask. */
export function clashOf(
  { texts }: Pick<Context, 'texts'>,
  typed: string,
  meant: Meant,
  entries: readonly Entry[],
): Clash | undefined {
  if (meant.kind !== 'several' && meant.kind !== 'near') return undefined
  if (meant.entries.length > mostAsked) return undefined
  const options = optionsOf({ texts }, meant.entries, entries)
  const [only, ...others] = options
  const likely =
    meant.kind === 'near' && meant.misspelt === undefined && only !== undefined && others.length === 0
      ? { likely: only.value }
      : {}
  return { typed, label: texts.picking.which(cut(typed)), options, ...likely }
}

/** Why words are taken for none, and what to do about it. */
function problemOf(
  { texts }: Pick<Context, 'texts'>,
  typed: string,
  meant: Exclude<Meant, { kind: 'one' | 'nobody' }>,
): string {
  const { picking: t } = texts
  const said = cut(typed)
  switch (meant.kind) {
    case 'several':
    case 'near': {
      const count = meant.entries.length
      if (count > mostAsked) return t.tooNear(said, count)
      return meant.kind === 'several' ? t.several(said, count) : t.nearly(said)
    }
    case 'left':
      return whoLeft({ texts }, meant.entry)
    default:
      return meant satisfies never
  }
}

function whoLeft(ctx: Pick<Context, 'texts'>, entry: Entry): string {
  const { left } = entry
  return ctx.texts.picking.left(labelOf(ctx, entry), left?.day === undefined ? undefined : ctx.texts.day(left.day))
}

/** What a picker shows for what was typed so far: at most `limit` (one at least), and what to say beside them. */
export function offer(
  { texts }: Pick<Context, 'texts'>,
  entries: readonly Entry[],
  typed: string,
  limit: number,
): Found {
  const { picking: t } = texts
  const fitting = searchEntries(entries, typed)
  const present = fitting.filter(({ entry }) => entry.left === undefined)
  const shown = present.slice(0, Math.max(1, limit))
  const options = optionsOf(
    { texts },
    shown.map(({ entry }) => entry),
    entries,
  )
  const more = present.length - shown.length
  const former = fitting.find(({ entry, rank }) => entry.left !== undefined && rank <= called)
  const said =
    typed.trim() !== '' && former !== undefined && !present.some(({ rank }) => rank <= called)
      ? whoLeft({ texts }, former.entry)
      : shown.length === 0
        ? typed.trim() === ''
          ? t.empty
          : t.none(cut(typed.trim()))
        : more > 0
          ? t.more(shown.length, more)
          : shown[0]?.rank === 8
            ? t.near(cut(typed.trim()))
            : undefined
  return { options, more, ...(said === undefined ? {} : { said }) }
}

const cut = (typed: string): string => {
  const letters = [...typed]
  return letters.length <= longestShown ? typed : `${letters.slice(0, longestShown).join('')}…`
}
