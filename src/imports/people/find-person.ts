import { allFileWords } from '../../texts/file-words.ts'
import { fold, words } from '../../texts/fold.ts'

type Known = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly organisation: string | null
  readonly email: string | null
}

const honorifics = allFileWords
  .flatMap((all) => all.honorifics.map((name) => fold(name).split(' ')))
  .toSorted((one, other) => other.length - one.length)

/** A name without a form of address in front of it. */
function withoutHonorific(name: string): string {
  const said = words(name)
  const address = honorifics.find((one) => one.every((word, at) => said[at]?.folded === word))
  const first = said[address?.length ?? 0]
  return address === undefined || first === undefined ? name : name.slice(first.start)
}

/** A name as it is compared: folded, without a form of address in front. */
export const foldName = (name: string): string => fold(withoutHonorific(name))

/** Finds a person by what a cell calls them; or the reason why it cannot. */
export type PeopleNames = (called: string) => Known | { readonly reason: string }

/**
 * People are called by their keys, by their e-mail addresses, or by their names with or without diacritics and a form of
 * address. Two who bear a name are told with their keys, never chosen from.
 */
export function findPeople(people: readonly Known[]): PeopleNames {
  const byKey = new Map(people.map((person) => [person.key, person]))
  const byEmail = Map.groupBy(people, ({ email }) => email)
  const byName = Map.groupBy(people, ({ name }) => foldName(name))
  return (called) => {
    const known = byKey.get(called)
    if (known !== undefined) return known
    const same = byEmail.get(called.toLowerCase()) ?? byName.get(foldName(called)) ?? []
    // With its diacritics a name may be one person's alone.
    const bare = withoutHonorific(called).toLowerCase()
    const exact = same.filter(({ name }) => name.toLowerCase() === bare)
    const [person, ...others] = exact.length === 1 ? exact : same
    if (person === undefined)
      return { reason: 'no person has this key, name or e-mail address; import the people first' }
    if (others.length === 0) return person
    const all = same.map(({ key, organisation }) => (organisation === null ? key : `${key} (${organisation})`))
    return { reason: `is the name of several: ${all.join(', ')}; write the key` }
  }
}
