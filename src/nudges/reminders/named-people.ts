import type { Context } from '../../context.ts'
import { Invalid } from '../../contract/refusal.ts'
import { clash, type Member, peopleCalled, peopleWithRole } from '../../people/members.ts'

/** The words and signs that stand between two names, and also inside one: "Bộ Kế hoạch và Đầu tư". */
const BETWEEN = /\s*[,;\n]+\s*|\s+(?:và|va|and)\s+/giu
/** Parts of one name, at the most: "Bộ Văn hóa, Thể thao và Du lịch" has three. */
const mostParts = 6

/**
 * Today's members whom words name, as they were typed: keys, whole names or organisations, with "và" or a comma between
 * them. Read from the left, the longest that is somebody. Refuses words that name nobody, or several people: there is
 * no guessing.
 */
export async function peopleNamed(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'texts'>,
  words: readonly string[],
): Promise<readonly Member[]> {
  const { errors } = ctx.texts
  const parts = words.flatMap(partsOf)
  if (parts.length === 0) throw new Invalid(ctx.texts.remind.nobodyNamed)
  const called = peopleCalled(await peopleWithRole(ctx, 'member'))
  const people = new Map<string, Member>()
  const unknown: string[] = []
  const ambiguous: string[] = []
  for (let at = 0; at < parts.length; ) {
    const { word, matches, end } = longest(parts, at, called)
    const [first] = matches
    if (first === undefined) unknown.push(word)
    else if (matches.length > 1) ambiguous.push(clash(word, matches))
    else people.set(first.id, first)
    at = end
  }
  const wrong = [
    ...(unknown.length > 0 ? [errors.unknownPeople(unknown)] : []),
    ...(ambiguous.length > 0 ? [errors.ambiguousPeople(ambiguous)] : []),
  ]
  if (wrong.length > 0) throw new Invalid(wrong.join(' '))
  return [...people.values()]
}

type Part = { readonly text: string; readonly between: string }

/** A typed text cut wherever a name may end, each part with what stood after it. */
function partsOf(typed: string): readonly Part[] {
  const text = typed.normalize('NFC').trim()
  const cuts = [...text.matchAll(BETWEEN)]
  const ends = [...cuts.map((cut) => cut.index), text.length]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  return starts
    .map((start, place) => ({ text: text.slice(start, ends[place]), between: cuts[place]?.[0] ?? ', ' }))
    .filter((part) => part.text.trim() !== '')
}

function longest(parts: readonly Part[], at: number, called: (word: string) => readonly Member[]) {
  for (let end = Math.min(parts.length, at + mostParts); end > at; end -= 1) {
    const run = parts.slice(at, end)
    const word = run.map((part, place) => part.text + (place < run.length - 1 ? part.between : '')).join('')
    const matches = called(word)
    if (matches.length > 0 || end === at + 1) return { word, matches, end }
  }
  return { word: '', matches: [], end: at + 1 }
}
