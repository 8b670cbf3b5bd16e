import type { Intent } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'
import { type Likelihoods, type Likely, signFor, speaksFor } from '../likeness/likeness.ts'
import type { Understanding } from '../result.ts'
import { fitByLikeness } from '../senses/fits.ts'
import type { Concept } from '../words/concepts.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { range } from './places.ts'
import { type Reading, valuesOf } from './reading.ts'
import type { Sense } from './sense.ts'
import { typed } from './sentence.ts'
import { intentsIn } from './told.ts'
import { REQUESTED } from './turned.ts'

/**
 * From which chance on, and how many times likelier than whatever comes next, a sentence is taken for what others like it
 * want though no sense is sure: what opens a form must be likelier than what only shows something, what ends something for
 * others most of all.
 */
const ENOUGH: Readonly<Record<Sense['does'], { readonly chance: number; readonly times: number }>> = {
  shows: { chance: 0.14, times: 1.3 },
  forms: { chance: 0.25, times: 2.2 },
  ends: { chance: 0.4, times: 4 },
}
/**
 * What a sense finds is doubted where something else is at least so likely, and so many times likelier; and a change where it
 * is less likely than the least.
 */
const DOUBTED: Readonly<
  Record<Sense['does'], { readonly chance: number; readonly times: number; readonly least: number }>
> = {
  shows: { chance: 0.25, times: 4, least: 0 },
  forms: { chance: 0.2, times: 3, least: 0.25 },
  ends: { chance: 0.15, times: 1.5, least: 0.25 },
}
const WHOLE_TIMES = 2
/** Of what shows something and what changes it the first is meant, unless the other is this much likelier still. */
const CHANGING_TIMES = 2
/** Typed opinions become drafts: where nothing else is likelier they are likely. */
const STORED = 0.25
/** Chances from which something is offered, and how many of it where it is of several items. */
const OFFERED = 0.06
const MOST_OF_ONE = 2
const MOST_NEAREST = 3

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
  const chance = likely.reduce((sum, one) => sum + (kinds.has(one.kind) ? one.chance : 0), 0)
  const changes = 'fit' in found && !found.shows && ![...kinds].every((kind) => SHOWING.test(kind))
  const doubted = DOUBTED[changes ? found.fit.sense.does : 'shows']
  // Who says that it is an opinion gives one; else it is nobody's who is likelier to say something else: "not agreeing to the
  // strategy yet".
  if (kinds.has('opinion.type')) {
    const says = reading.raw.includes(':') && reading.cues.some(({ means, start }) => means === 'answer' && start === 0)
    if (says || (chance < STORED && !(whole && kinds.has(top.kind)))) return !says
  }
  // "Push it to Friday week": to what that is done is not said, so it must be very likely.
  if (changes && meant.kind === 'intent' && isBare(meant.intent) && chance < LIKELIER) return true
  // The likeliest of all may be unlikely: then nothing is changed.
  if (kinds.has(top.kind)) return changes && !whole && meant.kind === 'intent' && chance < doubted.least
  // What accounts for every word is seldom wrong.
  const shown = [...kinds].every((kind) => SHOWING.test(kind)) && top.kind !== 'nothing' && !SHOWING.test(top.kind)
  const times = doubted.times * (whole ? WHOLE_TIMES : 1) * (shown ? CHANGING_TIMES : 1)
  if (whole) return top.chance >= doubted.chance && top.chance >= times * chance
  return chance < doubted.least || (top.chance >= doubted.chance && top.chance >= times * chance)
}

const endsForOthers = (intent: Intent): boolean =>
  intent.kind === 'visit.cancel.form' ||
  (intent.kind === 'round.change.form' && (intent.change === 'close' || intent.change === 'withdraw'))

/** Of a visit, of which not even the place or the team is said. */
const isBare = (intent: Intent): boolean =>
  (intent.kind === 'visit.check.form' || intent.kind === 'visit.cancel.form' || intent.kind === 'move.ask.form') &&
  intent.number === undefined &&
  intent.unit === undefined &&
  intent.visit === undefined

/** It accounts for every word, or for all but one of very many: a title has many. */
const isWhole = ({ left, aside, unused, used }: Candidate['fit']): boolean =>
  left.reduce((sum, { start, end }) => sum + end - start, 0) * MANY_USED <= used.size &&
  aside.length === 0 &&
  unused.length === 0
const MANY_USED = 12

/** From which chance on another thing is meant than that of which it is not said to which item it is done. */
const LIKELIER = 0.6
/** From which chance on something is to be shown rather than put off: "remind me of their names". */
const SHOWN_INSTEAD = 0.5
/** Kinds that only show something. */
const SHOWING = /\.(?:show|list|find|explain|export)$/

/** Too few words are like too many sentences: two must be like very many, one never is. */
const FEWEST = 3
/** So many words are enough, though each of them may stand anywhere: "bot này làm được những trò chi". */
const MANY = 5
const PLAIN = 0.7
const isLongEnough = ({ chance }: Likelihoods[number], reading: Reading): boolean => {
  const words = contentOf(reading)
  return (
    words >= FEWEST || (words === FEWEST - 1 && chance >= PLAIN) || (reading.text.length >= MANY && chance >= PLAIN)
  )
}

/** How many words have content. */
function contentOf({ text, idle }: Reading): number {
  let words = 0
  for (let at = 0; at < text.length; at = idle.get(at) ?? at + 1) if (!idle.has(at)) words++
  return words
}

const kindsOf = (meant: Understanding): ReadonlySet<Likely> =>
  new Set(meant.kind === 'missing' ? [meant.verb] : intentsIn(meant).map(({ kind }) => kind))

/** What sentences like it want, where that is likely enough and what it says of it can be read. */
export function likeliest(
  candidates: readonly Candidate[],
  likely: Likelihoods,
  reading: Reading,
): Pick<Candidate, 'fit' | 'meant'> | undefined {
  const [top, next] = likely
  if (top === undefined || top.kind === 'nothing' || !isLongEnough(top, reading)) return undefined
  const found = ofKind(top.kind, candidates, reading)
  if (found === undefined || found.meant.kind === 'unknown') return undefined
  const { fit, held, shows } = found
  // What the senses found as well needs nothing more.
  const least = shows
    ? 0
    : found.meant.kind === 'intent' && isBare(found.meant.intent)
      ? LIKELIER
      : isWhole(fit)
        ? 0
        : DOUBTED[fit.sense.does].least
  if (found.sure && candidates.includes(found) && top.chance >= least) return found
  const enough = ENOUGH[shows ? 'shows' : fit.sense.does]
  if (top.chance < enough.chance || top.chance < enough.times * (next?.chance ?? 0)) return undefined
  // What was visited is reported when it is over: "làm xong rồi, cho tôi nhập báo cáo".
  const over = top.kind === 'visit.report.form' && top.chance >= PLAIN && isOver(reading)
  if (!shows && found.meant.kind === 'intent' && isBare(found.meant.intent) && top.chance < LIKELIER) return undefined
  if (!shows && !over && (held || !isWished(top.kind, reading) || !saysAll(found, reading))) return undefined
  // What ends something for others is never taken by likeness alone.
  if (!shows && intentsIn(found.meant).some(endsForOthers)) return undefined
  // What is looked for in a draft may be any word.
  return top.kind === 'draft.find' ? found : { ...found, fit: withoutSigns(fit, top.kind, reading) }
}

/** What the senses found of a kind, or what can be filled in of it. */
function ofKind(kind: Likely, candidates: readonly Candidate[], reading: Reading): Candidate | undefined {
  const of = ({ meant }: Candidate) => kindsOf(meant).has(kind) && kindsOf(meant).size === 1
  const found = candidates.find((one) => of(one) && !one.held)
  if (found !== undefined) return found
  const fit = fitByLikeness(kind, reading)
  const built = fit === undefined ? undefined : candidateOf(fit, reading, true)
  return built !== undefined && of(built) ? built : candidates.find(of)
}

/**
 * A change is wished for in more words than the names of what it is done to, one of which speaks for it; a question, a negation, a condition or what
 * somebody else said wish for nothing.
 */
function isWished(kind: Likely, { idle, values, items, question, cues, text, raw }: Reading): boolean {
  const quotes = kind === 'record.save.form' || kind === 'opinion.type'
  // The words of an opinion, behind its position, may deny and ask what they like.
  const own = quotes
    ? Math.max(...values.map(({ value, end }) => (value.kind === 'position' ? end : 0)), 0)
    : text.length
  const turns = [...question.negations, ...question.conditions].some(
    (at) => at < own && !values.some(({ value, start, end }) => value.kind === 'position' && start <= at && at < end),
  )
  if (turns) return false
  const asks = question.words.size > 0 || question.begins || question.about.size > 0 || question.tail < text.length
  // "Where do I write up what we found?" leads to the form, and "MoF says yes" is what is recorded.
  if ((asks || (question.marked && !REQUESTED.test(raw))) && !(kind === 'visit.report.form' && asksWay(cues)))
    return false
  if (cues.some(({ means, inner }) => means === 'said' && !inner) && kind !== 'record.save.form') return false
  const named = (at: number) =>
    items.used.has(at) ||
    DIRECTIONS.has(text[at]?.folded ?? '') ||
    [...values, ...cues.filter(({ means }) => THINGS.has(means))].some(({ start, end }) => start <= at && at < end)
  return (
    text.some(({ folded }, at) => !named(at) && !idle.has(at) && speaksFor(folded, kind)) ||
    cues.some(({ means, start, inner }) => !inner && !named(start) && signFor(means, kind))
  )
}

const isOver = ({ cues, question }: Reading): boolean =>
  question.negations.size === 0 &&
  question.conditions.size === 0 &&
  cues.some(({ means }) => means === 'done') &&
  !cues.some(({ means, inner }) => means === 'said' && !inner)

/** How or where something is done: asked by whoever would do it. */
const asksWay = (cues: Reading['cues']): boolean => cues.some(({ means }) => means === 'how' || means === 'where')

/** Words for what is changed, and where to: no verbs. */
const THINGS: ReadonlySet<Concept> = new Set<Concept>([
  'v.trip',
  'v.schedule',
  'v.inspect',
  'v.team',
  'v.teams',
  'v.table',
])
const DIRECTIONS = new Set(['sang', 'cho', 'vao', 'den', 'toi', 'tu', 'to', 'for', 'from', 'into', 'till', 'until'])

/** Every day, name and hour that was said is in it, and every word of an opinion: nothing of a change is guessed. */
const saysAll = ({ fit, meant }: Candidate, reading: Reading): boolean =>
  fit.unused.length === 0 &&
  (meant.kind === 'intent' || meant.kind === 'ask' || meant.kind === 'missing') &&
  (meant.unused ?? []).length === 0 &&
  !fit.left.some(({ start, end }) => range(start, end).some((at) => isOfTime(reading.text[at]?.folded ?? ''))) &&
  intentsIn(meant).every(
    (intent) =>
      (intent.kind !== 'record.save.form' && intent.kind !== 'opinion.type') ||
      fit.left.every(({ start, end }) => fold(intent.body ?? '').includes(fold(typed(reading, start, end)))),
  )
const isOfTime = (word: string): boolean => /^\d/.test(word) || OF_TIME.has(word)
const OF_TIME = new Set(
  'week weeks day days month months hour hours morning afternoon evening tuan ngay thang gio sang chieu toi trua hom thu instead thay'.split(
    ' ',
  ),
)

/** The fit without those left-over words at either end of a stretch that speak for what is meant: they are its signs. */
function withoutSigns(fit: Candidate['fit'], kind: Likely, { text }: Reading): Candidate['fit'] {
  const shorter = (stretches: Candidate['fit']['left']) =>
    stretches.flatMap(({ start, end }) => {
      const kept = range(start, end).filter((at) => !speaksFor(text[at]?.folded ?? '', kind))
      const [first] = kept
      return first === undefined ? [] : [{ start: first, end: (kept.at(-1) ?? first) + 1 }]
    })
  return { ...fit, left: shorter(fit.left), aside: shorter(fit.aside) }
}

/**
 * What may be meant, the likeliest first, for buttons. What is as unlikely as most things is offered only where a name or a
 * sign speaks for it and nothing else does.
 */
export function nearestOf(candidates: readonly Candidate[], likely: Likelihoods, reading: Reading): readonly Intent[] {
  const seen = new Set<string>()
  const nearest: Intent[] = []
  const offer = (intents: readonly Intent[]) => {
    for (const intent of intents) {
      const written = JSON.stringify(intent)
      if (seen.has(written) || nearest.length === MOST_NEAREST) continue
      seen.add(written)
      nearest.push(intent)
    }
  }
  const offered =
    contentOf(reading) < FEWEST - 1 ? [] : likely.filter(({ kind, chance }) => kind !== 'nothing' && chance >= OFFERED)
  for (const { kind } of offered) {
    const found = ofKind(kind, candidates, reading)
    if (found !== undefined) offer(intentsIn(found.meant).slice(0, MOST_OF_ONE))
  }
  // What a verb says before what only a name does.
  const said = [...candidates].sort((a, b) => Number(b.fit.verbs.length > 0) - Number(a.fit.verbs.length > 0))
  if (likely[0]?.kind !== 'nothing' || offered.length === 0)
    offer([...said.flatMap(({ meant }) => intentsIn(meant)), ...aboutNames(reading)])
  return nearest
}

/** What can be looked at of that which a sentence names. */
function aboutNames(reading: Reading): readonly Intent[] {
  return [
    ...valuesOf(reading, 'visit').map(({ value }) => ({ kind: 'visit.show', number: value.number }) as const),
    ...reading.items.items.flatMap(({ key: item }) => [
      { kind: 'status.show', item } as const,
      { kind: 'item.show', item } as const,
    ]),
    ...valuesOf(reading, 'unit').flatMap(({ value }) =>
      value.units.map(({ id: unit }) => ({ kind: 'schedule.show', unit }) as const),
    ),
    ...valuesOf(reading, 'team').flatMap(({ value }) =>
      value.teams.map(({ key: team }) => ({ kind: 'schedule.show', team }) as const),
    ),
  ]
}
