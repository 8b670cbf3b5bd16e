import { fold, type Word } from '../../texts/fold.ts'

type PeopleIndex = { readonly byFirst: ReadonlyMap<string, readonly Name[]> }
type Name = { readonly folded: readonly string[]; readonly name: string }

const indexes = new WeakMap<readonly string[], PeopleIndex>()

/** A person's name; seats are called by their office: "Trưởng đoàn 3 (mẫu)". */
const NAME = /^\p{L}+(?:[ .'’-]+\p{L}+){1,5}$/u

/** The whole names of people by their first word, made once for a list of them; one word alone names nobody for sure. */
function indexPeople(people: readonly string[]): PeopleIndex {
  const known = indexes.get(people)
  if (known !== undefined) return known
  const names = people.flatMap((name): Name[] => {
    const spelled = name.normalize('NFC').trim()
    return NAME.test(spelled) ? [{ folded: fold(spelled).split(' '), name: spelled.toLowerCase() }] : []
  })
  const index = { byFirst: Map.groupBy(names, ({ folded }) => folded[0] ?? '') }
  indexes.set(people, index)
  return index
}

/**
 * The word behind the whole name of one of the people that stands at word `at`: three words or more however they are
 * written; two as they are spelled, or with capitals ("Hoàng Anh", and no "hoang anh").
 */
export function personNameAt(
  people: readonly string[],
  raw: string,
  text: readonly Word[],
  at: number,
): number | undefined {
  let end: number | undefined
  for (const { folded, name } of indexPeople(people).byFirst.get(text[at]?.folded ?? '') ?? []) {
    const behind = at + folded.length
    if (behind <= (end ?? 0) || !folded.every((word, place) => text[at + place]?.folded === word)) continue
    const typed = raw.slice(text[at]?.start, text[behind - 1]?.end).normalize('NFC')
    const isSpelled = typed.toLowerCase() === name && /[^\p{ASCII}]/u.test(typed)
    if (folded.length > 2 || isSpelled || /^\p{Lu}\S*\s+\p{Lu}/u.test(typed)) end = behind
  }
  return end
}
