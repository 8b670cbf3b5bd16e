import type { Context } from '../context.ts'
import type { Clash } from '../contract/form.ts'
import type { Block } from '../contract/message.ts'
import { personEntry } from '../conversation/picking/directories.ts'
import type { Entry } from '../conversation/picking/entry.ts'
import { clashOf } from '../conversation/picking/read-pick.ts'
import { fold } from '../texts/fold.ts'
import type { Texts } from '../texts/texts.ts'
import { everybody, type Member, peopleCalled } from './members.ts'

/** Whom a typed word means: one person, one of several, or nobody. */
export type Named =
  | { readonly kind: 'one'; readonly word: string; readonly person: Member }
  | { readonly kind: 'several'; readonly word: string; readonly people: readonly Member[] }
  | { readonly kind: 'nobody'; readonly word: string }

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
export function namedBlocks(t: Texts, named: Named | undefined): readonly Block[] {
  switch (named?.kind) {
    case undefined:
      return []
    case 'one':
      return [{ kind: 'text', text: t.named.one(named.word, shown(t, named.person)) }]
    case 'several':
      // Asked with the field that picks, unless they are too many.
      return clashOfNamed({ texts: t }, named) === undefined
        ? [{ kind: 'text', text: t.picking.tooNear(named.word, named.people.length), tone: 'warning' }]
        : []
    case 'nobody':
      return [{ kind: 'text', text: t.named.nobody(named.word), tone: 'warning' }]
    default:
      return named satisfies never
  }
}

const shown = ({ called }: Pick<Texts, 'called'>, { name, organisation }: Member): string =>
  organisation === null ? name : `${name}, ${called(organisation)}`

/** The person, where one alone is meant. */
export const theOne = (named: Named | undefined): Member | undefined =>
  named?.kind === 'one' ? named.person : undefined

/** The same as the field of a form begins with: whoever is meant is picked. */
export const pickedNamed = (named: Named | undefined): readonly Entry[] => {
  const person = theOne(named)
  return person === undefined ? [] : [personEntry(person)]
}

/** What is asked with the field where the word may mean several. */
export function clashOfNamed(ctx: Pick<Context, 'texts'>, named: Named | undefined): Clash | undefined {
  if (named?.kind !== 'several') return undefined
  const entries = named.people.map((person) => personEntry(person))
  return clashOf(ctx, named.word, { kind: 'several', entries }, entries)
}
