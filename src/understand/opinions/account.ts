import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Clause } from '../engine/recognised.ts'
import type { Found } from '../engine/span.ts'
import type { FoundItems } from '../names/items.ts'
import { wordSet } from '../phrases.ts'
import { endingOf } from './asks-to-write.ts'
import { type Before, beforePosition } from './before.ts'
import { itemAbout, itemBehind, itemOfProvision, sameAgain, withOthers } from './item-meant.ts'
import { isPlainYes, plainYesAt, positionAt, type SaidPosition } from './stance.ts'
import { speakerAt } from './who.ts'

/**
 * Who says what position with which words on which item, and how it came: everything that was typed is one of these or left over.
 */
export type Account = {
  readonly stance: SaidPosition
  /** Who takes it, by name; undefined where nobody is named or whoever types speaks for themselves. */
  readonly who?: string
  /** The same as it was typed. */
  readonly called?: string
  /** Said to be one's own: "bên em", "we". */
  readonly ours: boolean
  readonly found: FoundItems
  /** The word at which the words of the opinion begin, and the one before which they end. */
  readonly from: number
  readonly to: number
  /** Whether the bot is asked to write it down. */
  readonly asksToWrite: boolean
  readonly moments: readonly Found[]
  readonly left: readonly Clause[]
  /** What is told beside it: where the paper is. */
  readonly aside: readonly Clause[]
  readonly used: ReadonlySet<number>
}

/** So many words at most that nothing accounts for: more are another sentence. */
const MOST_LEFT = 2

/**
 * The account of the first position that a sentence takes. `refused`: a position is named, and nobody is said to take it (heard of,
 * put on a condition, taken by two in two ways); undefined: none is found by its place. `most`: how many words nothing need account for.
 */
export function accountOf(reading: Reading, most = MOST_LEFT): Account | 'refused' | undefined {
  const { text } = reading
  for (const at of text.keys()) {
    const stance = positionAt(reading, at) ?? plainYesAt(reading, at)
    if (stance === undefined) continue
    const before = beforePosition(reading, at)
    if (before === undefined || before === 'refused') return before
    const account = withWords(reading, stance, before)
    const named = account.who !== undefined || account.ours
    if (isPlainYes(reading, stance) && !named && before.found.items.length === 0) return undefined
    const left = before.left.reduce((sum, { start, end }) => sum + end - start, 0)
    // "ND-DLCN phòng đồng ý": who that is, is not known.
    if (left > (named || most > MOST_LEFT ? most : 0)) return undefined
    return isOfTwo(reading, account) ? 'refused' : account
  }
  return undefined
}

function withWords(reading: Reading, stance: SaidPosition, before: Before): Account {
  const { text } = reading
  // "No objection from the Ministry of Finance": who it is stands behind.
  const giver = FROM.has(text[stance.end]?.folded ?? '') ? speakerAt(reading, stance.end + 1) : undefined
  const end = giver?.end ?? stance.end
  const { found: said, moments, left, used } = before
  const behind = said.items.length > 0 ? undefined : itemBehind(reading, end)
  const from = behind?.end ?? sameAgain(reading, end, said)
  const near = behind ?? (said.items.length > 0 ? said : itemOfProvision(reading, end))
  const ending = endingOf(reading, from, { named: near.items.length > 0, position: stance.position })
  const late = near.items.length > 0 ? near : ending.found
  const found = withOthers(reading, late.items.length > 0 ? late : itemAbout(reading, from, ending.last), from)
  const who = before.who ?? giver?.body
  return {
    stance,
    ...(who === undefined ? {} : { who }),
    ...(before.called === undefined ? {} : { called: before.called }),
    ours: before.ours || (giver !== undefined && giver.body === undefined),
    found,
    from,
    to: Math.max(from, ending.last),
    asksToWrite: ending.asks,
    moments: [...moments, ...ending.moments],
    left,
    aside: ending.beside,
    used: new Set([
      ...used,
      ...found.used,
      ...range(stance.start, text.length).filter(
        (at) => !ending.beside.some(({ start, end: last }) => start <= at && at < last),
      ),
    ]),
  }
}
const FROM = wordSet(['from'])

/** "Justice agrees, Finance doesn't": another is named behind who takes another position, or none. */
function isOfTwo(reading: Reading, { stance, who, from, to }: Account): boolean {
  const { text, question } = reading
  // "… hay không đồng ý": which of the two is asked.
  const either = range(from, to).some(
    (at) => question.or.has(at) && (question.negations.has(at + 1) || positionAt(reading, at + 1) !== undefined),
  )
  const other = valuesOf(reading, 'body').some(
    ({ value, start, end }) =>
      value.name !== who &&
      start >= stance.end &&
      end < to &&
      [end, end + 1].some(
        (at) => at < to && (positionAt(reading, at) !== undefined || REFUSES.has(text[at]?.folded ?? '')),
      ),
  )
  return either || (who !== undefined && other)
}
const REFUSES = wordSet(['doesn doesnt don dont không thì isn isnt didn didnt not'])
