import type { Context } from '../context.ts'
import type { Block } from '../contract/message.ts'
import { fold } from '../texts/fold.ts'
import type { Texts } from '../texts/texts.ts'
import { everybody, type Member, peopleCalled } from './members.ts'

/** Whom a typed word means: one person, one of several, or nobody. */
export type Named =
  | { readonly kind: 'one'; readonly word: string; readonly person: Member }
  | { readonly kind: 'several'; readonly word: string; readonly people: readonly Member[] }
  | { readonly kind: 'nobody'; readonly word: string }

/** People that a line offers, at the most. */
const mostOffered = 8

/** Whom of everybody in the roster a typed word means: see `whoIsNamed`. */
export async function personNamed(ctx: Pick<Context, 'db'>, typed: string): Promise<Named> {
  return whoIsNamed(await everybody(ctx), typed)
}

/**
 * Whom of these people a typed word means: by `peopleCalled`, as reminders have it, else by a given name that stands last
 * ("chị Hà"). For a form alone, in which whoever is meant is shown before anything is done.
 */
export function whoIsNamed(people: readonly Member[], typed: string): Named {
  const word = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const called = peopleCalled(people)(word)
  const found = called.length > 0 ? called : people.filter(({ name }) => endsWith(fold(name), fold(word)))
  const [first, ...others] = found
  if (first === undefined) return { kind: 'nobody', word }
  return others.length === 0 ? { kind: 'one', word, person: first } : { kind: 'several', word, people: found }
}

const endsWith = (name: string, words: string): boolean => words !== '' && name.endsWith(` ${words}`)

/** What a form says of the word: whom it took for it, or that it has to be asked. */
export function namedBlocks(
  texts: Pick<Texts, 'named' | 'list' | 'called'>,
  named: Named | undefined,
): readonly Block[] {
  const { named: t, list } = texts
  switch (named?.kind) {
    case undefined:
      return []
    case 'one':
      return [{ kind: 'text', text: t.one(named.word, shown(texts, named.person)) }]
    case 'several': {
      const offered = named.people.slice(0, mostOffered).map((person) => `${shown(texts, person)} (${person.key})`)
      return [
        {
          kind: 'text',
          text: t.several(named.word, list(offered), named.people.length - offered.length),
          tone: 'warning',
        },
      ]
    }
    case 'nobody':
      return [{ kind: 'text', text: t.nobody(named.word), tone: 'warning' }]
    default:
      return named satisfies never
  }
}

const shown = ({ called }: Pick<Texts, 'called'>, { name, organisation }: Member): string =>
  organisation === null ? name : `${name}, ${called(organisation)}`

/** The person, where one alone is meant. */
export const theOne = (named: Named | undefined): Member | undefined =>
  named?.kind === 'one' ? named.person : undefined
