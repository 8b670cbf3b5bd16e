import type { Context } from '../../context.ts'
import { provisionsOf } from '../../documents/drafts/load-draft.ts'
import { findProvision } from '../../documents/find-provision.ts'
import type { Provision } from '../../documents/provision.ts'
import { findReferences, type Reference, type ReferenceStep } from '../../documents/provision-reference.ts'
import { wordsOf } from '../../documents/provision-words.ts'
import { limits } from '../words.ts'
import type { Comment } from './seat.ts'

/** Where a comment belongs: how it is cited, and the provision of the round's document where the words name one. */
export type CommentPlace = Pick<Comment, 'provision' | 'documentId' | 'provisionKey' | 'provisionText'>

type Round = { readonly documentId: string | null }

/** The provisions of the draft that a round asks about; none where it has no file. */
export const provisionsIn = async (
  { db }: Pick<Context, 'db'>,
  { documentId }: Round,
): Promise<readonly Provision[]> => (documentId === null ? [] : await provisionsOf(db, documentId))

/**
 * The place that is one provision of the round's document, with what it says now, or with the passage of it that was
 * marked; undefined where it has no such provision. A passage that does not stand there is left aside.
 */
export function placeAt(
  provisions: readonly Provision[],
  { documentId }: Round,
  id: string,
  quote?: string,
): CommentPlace | undefined {
  const index = provisions.findIndex((one) => one.id === id)
  const provision = provisions[index]
  if (provision === undefined || documentId === null) return undefined
  return {
    provision: [...provision.path].slice(0, limits.provision).join(''),
    documentId,
    provisionKey: provision.id,
    provisionText: [...passage(wordsOf(provisions, index), quote)].slice(0, limits.provisionText).join(''),
  }
}

/**
 * The place that somebody named in their own words. It is a provision of the round's document where the words are nothing
 * but its name and name exactly one; else they stay the free words that they are.
 */
function placeNamed(provisions: readonly Provision[], round: Round, words: string): CommentPlace {
  const reference = referenceAlone(words)
  return reference === undefined ? free(words) : placeOf(provisions, round, words, reference.steps)
}

/** The provision that words speak of which are nothing but its name. */
function referenceAlone(words: string): Reference | undefined {
  const [reference, ...others] = findReferences(words)
  if (reference === undefined || others.length > 0) return undefined
  const beside = words.slice(0, reference.start) + words.slice(reference.end)
  return /[\p{L}\p{N}]/u.test(beside) ? undefined : reference
}

/** The place that a reference means: the one provision of the round's document that it fits, else the words as they are. */
export function placeOf(
  provisions: readonly Provision[],
  round: Round,
  words: string,
  steps: readonly ReferenceStep[],
): CommentPlace {
  const found = findProvision(provisions, { steps })
  const at = found.kind === 'one' ? placeAt(provisions, round, found.provision.id) : undefined
  return at ?? free(words)
}

const free = (words: string): CommentPlace => ({
  provision: [...words].slice(0, limits.provision).join(''),
  documentId: null,
  provisionKey: null,
  provisionText: null,
})

/** From where the form of a new comment was opened. */
type Opened = { readonly provision?: string | undefined; readonly quote?: string | undefined }

const onOneLine = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim()

const passage = (words: string, quote: string | undefined): string =>
  quote !== undefined && onOneLine(words).includes(onOneLine(quote)) ? onOneLine(quote) : words

/** Chosen in the form where the words beside it shall say the place. */
export const byWords = '-'

/** What a form says of the place: the id of a provision that was chosen, '' where none was; and words. */
type Said = { readonly at: string; readonly words: string }

/** Why a form names no place: nothing is said; what is chosen is no provision of the draft; the words speak of another one. */
export type PlaceProblem =
  | { readonly field: 'at'; readonly why: 'nothing' | 'unknown' }
  | { readonly field: 'provision'; readonly why: 'disagrees'; readonly chosen: string }

/**
 * Where a comment belongs by what its form says. What is chosen counts; words beside it may say it more closely (Điều 5 is
 * chosen, "khoản 2" is typed), and must not speak of something else, but for words that the form began with. Without a
 * choice: where the comment belonged, as long as the words are unchanged; the provision from which the form was opened,
 * as long as they are its name; else what they name.
 */
export async function placeIn(
  ctx: Pick<Context, 'db'>,
  round: Round,
  { at, words }: Said,
  old: Comment | undefined,
  opened: Opened,
): Promise<CommentPlace | PlaceProblem> {
  const chosen = at === byWords ? '' : at
  if (chosen !== '') {
    const known = old !== undefined && old.documentId === round.documentId ? (old.provisionKey ?? '') : ''
    const beside = old !== undefined && known !== chosen && words === old.provision ? '' : words
    if (beside === '' && known === chosen && old !== undefined) return placeOfComment(old)
    return chosenPlace(await provisionsIn(ctx, round), round, { at: chosen, words: beside }, opened)
  }
  if (words === '') return { field: 'at', why: 'nothing' }
  if (old !== undefined && old.provision === words) return placeOfComment(old)
  const provisions = await provisionsIn(ctx, round)
  const from = opened.provision === undefined ? undefined : placeAt(provisions, round, opened.provision, opened.quote)
  return from?.provision === words ? from : placeNamed(provisions, round, words)
}

const placeOfComment = ({ provision, documentId, provisionKey, provisionText }: Comment): CommentPlace => ({
  provision,
  documentId,
  provisionKey,
  provisionText,
})

function chosenPlace(
  provisions: readonly Provision[],
  round: Round,
  { at, words }: Said,
  { provision: opened, quote }: Opened,
): CommentPlace | PlaceProblem {
  const named = provisions.some(({ id }) => id === at) ? at : (typed(provisions, at) ?? at)
  const id = words === '' ? named : narrowed(provisions, named, words)
  if (id === undefined) {
    const chosen = provisions.find((one) => one.id === named)?.path ?? named
    return { field: 'provision', why: 'disagrees', chosen }
  }
  return placeAt(provisions, round, id, id === opened ? quote : undefined) ?? { field: 'at', why: 'unknown' }
}

/** What is typed into the list and not taken from it ("khoản 2 Điều 5"): the one provision that it names. */
function typed(provisions: readonly Provision[], at: string): string | undefined {
  const reference = referenceAlone(at)
  const found = reference === undefined ? undefined : findProvision(provisions, reference)
  return found?.kind === 'one' ? found.provision.id : undefined
}

/** The provision that is meant by one that was chosen and words beside it: the inner of the two, where one lies in the other. */
function narrowed(provisions: readonly Provision[], at: string, words: string): string | undefined {
  const reference = referenceAlone(words)
  if (reference === undefined) return undefined
  const found = findProvision(provisions, reference)
  const named = found.kind === 'one' ? [found.provision] : found.kind === 'several' ? found.candidates : []
  const parents = new Map(provisions.map(({ id, parent }) => [id, parent]))
  const liesIn = (id: string, outer: string): boolean => {
    for (let one: string | null = id; one !== null; one = parents.get(one) ?? null) if (one === outer) return true
    return false
  }
  const inner = named.filter(({ id }) => liesIn(id, at))
  if (inner.length === 0) return named.some(({ id }) => liesIn(at, id)) ? at : undefined
  return inner.length === 1 ? inner[0]?.id : undefined
}
