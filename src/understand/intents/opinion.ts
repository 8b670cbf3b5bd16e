import type { IntentOf, Position } from '../../contract/intent.ts'
import { fold, type Word, words } from '../../texts/fold.ts'
import { bookOf, phraseAt, plainBook, wordSet } from '../phrases.ts'
import { type FoundItems, type ItemIndex, itemAt } from '../readings/items.ts'
import { AFTER_AGREE, BEFORE_POSITION, POSITIONS } from '../words/opinions.ts'
import { QUESTION_TAIL } from '../words/questions.ts'

/** What an opinion typed in one sentence says. */
export type TypedOpinion = {
  readonly found: FoundItems
  readonly position?: Position
  /** To the letter as typed, without the item and the position before it. */
  readonly body?: string
  /** "… đồng ý chưa?": somebody asks, and nobody agrees. */
  readonly question?: true
}

const BOOK = bookOf(POSITIONS)
const BEFORE = plainBook(BEFORE_POSITION)
const ADDS_NOTHING = wordSet(AFTER_AGREE)
const ASKS = wordSet(QUESTION_TAIL)
const MAX_BODY = 100_000
const BUTTON_BODY = 1000
const DENIAL =
  /\b(?:khong|ko|k|kg|khg|hong|chua|chang|dung|not|dont|don t|can t|cannot|never|no)(?: \S+){0,2} (?:dong y|nhat tri|tan thanh|dong tinh|thong nhat|agree)\b|\bdisagree|\bphan doi\b/

type SaidPosition = { readonly position: Position; readonly start: number; readonly end: number }

/** Whether a position is said at word `at`, as `đồng ý` or `tôi không đồng ý`. */
export function positionAt(text: readonly Word[], at: number): SaidPosition | undefined {
  let start = at
  for (let before = 0; before <= 2; before++) {
    const said = phraseAt(BOOK, text, start)
    if (said !== undefined) return { position: said.phrase.means, start, end: said.end }
    const polite = phraseAt(BEFORE, text, start)
    if (polite === undefined) return undefined
    start = polite.end
  }
  return undefined
}

/**
 * Reads item, position and words from word `at` on, in either order of item and position. An agreement with words of
 * its own is one with comments; an agreement beside a denial is left open, for the person to choose on the card.
 */
export function readOpinion(
  raw: string,
  text: readonly Word[],
  at: number,
  index: ItemIndex,
  known?: FoundItems,
): TypedOpinion {
  const item = (from: number) => known ?? itemAt(index, text, from, (place) => positionAt(text, place) !== undefined)
  const first = positionAt(text, at)
  const found = item(first?.end ?? at)
  const afterItem = known === undefined && found.items.length > 0 ? found.end : (first?.end ?? at)
  const said = first ?? positionAt(text, afterItem)
  const end = Math.max(afterItem, said?.end ?? 0)
  const body = bodyFrom(raw, text, end)
  const tail = body === undefined ? [] : words(body.slice(0, 400)).map((word) => word.folded)

  if (
    said !== undefined &&
    tail.length > 0 &&
    tail.every((word) => ASKS.has(word)) &&
    !tail.every((word) => ADDS_NOTHING.has(word))
  ) {
    return { found, question: true }
  }
  if (said === undefined) return { found, ...worded(body) }
  // "Không, đồng ý" is anybody's guess, so it is nobody's; "đồng ý, có ý kiến bổ sung" is one phrase.
  const parted = said.position === 'agree-with-comments' ? /[.;:!?\n]/ : /[,.;:!?\n]/
  if (parted.test(raw.slice(text[said.start]?.start, text[said.end - 1]?.end))) {
    return { found, ...worded(bodyFrom(raw, text, first === undefined ? afterItem : at)) }
  }
  if (said.position === 'disagree' || said.position === 'other')
    return { found, position: said.position, ...worded(body) }
  if (DENIAL.test(fold(raw))) return { found, ...worded(bodyFrom(raw, text, first === undefined ? afterItem : at)) }
  if (said.position === 'agree' && tail.every((word) => ADDS_NOTHING.has(word))) return { found, position: 'agree' }
  return { found, position: 'agree-with-comments', ...worded(body) }
}

/**
 * Whether the sentence disagrees at word `at`: words of any kind may follow, and it still says nothing else. An
 * agreement may also be a plain "yes" to something.
 */
export function disagreesAt(text: readonly Word[], at: number): boolean {
  return positionAt(text, at)?.position === 'disagree'
}

/** Whether an opinion has words too long to be kept; nothing is cut off. */
export function tooLong(opinion: TypedOpinion): boolean {
  return (opinion.body?.length ?? 0) > MAX_BODY
}

/** The intent for one item; without `body` where it would not fit into a button. */
export function opinionOn(item: string, opinion: TypedOpinion): IntentOf<'opinion.type'> {
  return {
    kind: 'opinion.type',
    item,
    ...(opinion.position === undefined ? {} : { position: opinion.position }),
    ...worded(opinion.body),
  }
}

/** The same as it goes into a button beside everything else: without words too long for it. */
export function forButton<O extends { readonly body?: string | undefined }>(opinion: O): O | Omit<O, 'body'> {
  const { body, ...bare } = opinion
  return (body?.length ?? 0) > BUTTON_BODY ? bare : opinion
}

function worded(body: string | undefined): { readonly body?: string } {
  return body === undefined ? {} : { body }
}

// One separator goes; a list that starts on the next line keeps its dashes.
function bodyFrom(raw: string, text: readonly Word[], at: number): string | undefined {
  const before = text[at - 1]
  const body = raw
    .slice(before?.end ?? 0)
    .replace(/^[^\S\n]*[:;,.!?–—-]*\s*/, '')
    .trimEnd()
  return /[\p{L}\p{N}]/u.test(body) ? body : undefined
}
