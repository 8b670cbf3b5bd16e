import type { Reading } from '../engine/reading.ts'
import type { Sense } from '../engine/sense.ts'
import type { Likelihoods } from '../likeness/likeness.ts'
import type { Understanding } from '../result.ts'
import type { Candidate } from './candidate.ts'
import { contentOf, FEWEST, isWhole, kindsOf, mayBeOfRound } from './kinds.ts'

/**
 * What a sense finds is doubted where something else is at least so likely, and so many times likelier; and a change where it
 * is less likely than the least.
 */
export const DOUBTED: Readonly<
  Record<Sense['does'], { readonly chance: number; readonly times: number; readonly least: number }>
> = {
  shows: { chance: 0.25, times: 4, least: 0 },
  forms: { chance: 0.2, times: 3, least: 0.25 },
  ends: { chance: 0.15, times: 1.5, least: 0.25 },
}
/** Words, at most, of an order that says nothing but itself. */
const FEW = 6
/** What accounts for every word is doubted only where the other is this much likelier still. */
const WHOLE_TIMES = 2
/** Of what shows something and what changes it the first is meant, unless the other is this much likelier still. */
const CHANGING_TIMES = 2
/** Typed opinions become drafts: where nothing else is likelier they are likely. */
const STORED = 0.25
/** From which chance on another thing is meant than that of which it is not said to which item it is done. */
const LIKELIER = 0.6
/** From which chance on something is to be shown rather than put off: "remind me of their names". */
const SHOWN_INSTEAD = 0.5
/** Kinds that only show something. */
const SHOWING = /\.(?:show|list|find|explain|export)$/

/** Whether sentences like it want something else than what the senses found. */
export function isDoubted(found: Candidate | Understanding, likely: Likelihoods, reading: Reading): boolean {
  const meant = 'fit' in found ? found.meant : found
  const kinds = kindsOf(meant)
  const [top] = likely
  if (top === undefined || kinds.size === 0) return false
  // What is asked back or told to be none does nothing.
  if (meant.kind === 'no-such-item' || meant.kind === 'no-such-day' || meant.kind === 'unknown') return false
  if (meant.kind === 'ask' && meant.about === 'meaning') return false
  const whole = 'fit' in found && isWhole(found.fit)
  // A question which item, and putting off one's own reminders, harm nobody.
  if (meant.kind === 'missing' && top.chance < LIKELIER) return false
  if (kinds.has('nudge.snooze.form') && (whole || !SHOWING.test(top.kind) || top.chance < SHOWN_INSTEAD)) return false
  if (whole && contentOf(reading) < FEWEST) return false
  // A few words that say it by themselves mean it, whoever may: "lấy ý kiến ND-DLCN".
  // Nor does it harm to show whose name a few words hold: "lich ba le hoa".
  const says = 'fit' in found && (found.fit.verbs.length > 0 || (found.shows && found.fit.sense.names === true))
  const plain = whole && says && reading.text.length <= FEW && meant.kind === 'intent'
  if (plain && !kinds.has('reminder.preview') && !mayBeOfRound(meant, likely)) return false
  const chance = likely.reduce((sum, one) => sum + (kinds.has(one.kind) ? one.chance : 0), 0)
  const changes = 'fit' in found && !found.shows && ![...kinds].every((kind) => SHOWING.test(kind))
  const doubted = DOUBTED[changes ? found.fit.sense.does : 'shows']
  // Who says that it is an opinion gives one; else it is nobody's who is likelier to say something else: "not agreeing to the
  // strategy yet".
  if (kinds.has('opinion.type')) {
    const declared =
      reading.raw.includes(':') && reading.cues.some(({ means, start }) => means === 'answer' && start === 0)
    if (declared || (chance < STORED && !(whole && kinds.has(top.kind)))) return !declared
  }
  // "Push it to Friday week": to what that is done is not said.
  if (changes && mayBeOfRound(meant, likely)) return true
  // The likeliest of all may be unlikely: then nothing is changed.
  if (kinds.has(top.kind)) return changes && !whole && meant.kind === 'intent' && chance < doubted.least
  // What accounts for every word is seldom wrong.
  const shown = [...kinds].every((kind) => SHOWING.test(kind)) && top.kind !== 'nothing' && !SHOWING.test(top.kind)
  const times = doubted.times * (whole ? WHOLE_TIMES : 1) * (shown ? CHANGING_TIMES : 1)
  if (whole) return top.chance >= doubted.chance && top.chance >= times * chance
  return chance < doubted.least || (top.chance >= doubted.chance && top.chance >= times * chance)
}
