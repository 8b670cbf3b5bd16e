import type { Context } from '../../context.ts'
import { provisionsOf } from '../../documents/drafts/load-draft.ts'
import { findProvision } from '../../documents/find-provision.ts'
import type { Provision } from '../../documents/provision.ts'
import { findReferences, type ReferenceStep } from '../../documents/provision-reference.ts'
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
  const [reference, ...others] = findReferences(words)
  if (reference === undefined || others.length > 0) return free(words)
  const beside = words.slice(0, reference.start) + words.slice(reference.end)
  if (/[\p{L}\p{N}]/u.test(beside)) return free(words)
  return placeOf(provisions, round, words, reference.steps)
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

/**
 * Where a comment belongs whose form says `words`: where it belonged, as long as these are unchanged; the provision from
 * which the form was opened, as long as they are its name; else what they name.
 */
export async function placeIn(
  ctx: Pick<Context, 'db'>,
  round: Round,
  words: string,
  old: Comment | undefined,
  { provision: opened, quote }: Opened,
): Promise<CommentPlace> {
  if (old !== undefined && old.provision === words) {
    const { provision, documentId, provisionKey, provisionText } = old
    return { provision, documentId, provisionKey, provisionText }
  }
  const provisions = await provisionsIn(ctx, round)
  const from = opened === undefined ? undefined : placeAt(provisions, round, opened, quote)
  return from?.provision === words ? from : placeNamed(provisions, round, words)
}
