import { fold } from '../../texts/fold.ts'
import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import { typed } from '../engine/sentence.ts'
import { type Likelihoods, type Likely, signFor, speaksFor } from '../likeness/likeness.ts'
import { isTold } from '../senses/rounds.ts'
import type { Concept } from '../words/concepts.ts'
import type { Candidate } from './candidate.ts'
import { DOUBTED } from './doubt.ts'
import { contentOf, endsForOthers, FEWEST, isWhole, mayBeOfRound, ofKind } from './kinds.ts'
import { intentsIn } from './told.ts'
import { REQUESTED } from './turned.ts'

/**
 * From which chance on, and how many times likelier than whatever comes next, a sentence is taken for what others like it
 * want though no sense is sure: what opens a form must be likelier than what only shows something.
 */
const ENOUGH: Readonly<Record<'shows' | 'forms', { readonly chance: number; readonly times: number }>> = {
  shows: { chance: 0.14, times: 1.3 },
  forms: { chance: 0.25, times: 2.2 },
}
/** So many words are enough, though each of them may stand anywhere: "bot này làm được những trò chi". */
const MANY = 5
const PLAIN = 0.7
/** So likely a change is wished for, whatever its words are. */
const SURELY = 0.75
/** From which chance on many words are enough for what only shows something. */
const SHOWN = 0.55
const isLongEnough = ({ chance }: Likelihoods[number], reading: Reading, shows: boolean): boolean => {
  const words = contentOf(reading)
  return (
    words >= FEWEST ||
    (words === FEWEST - 1 && chance >= PLAIN) ||
    (reading.text.length >= MANY && chance >= (shows ? SHOWN : PLAIN))
  )
}

/** What sentences like it want, where that is likely enough and what it says of it can be read. */
export function likeliest(
  candidates: readonly Candidate[],
  likely: Likelihoods,
  reading: Reading,
): Pick<Candidate, 'fit' | 'meant'> | undefined {
  const [top, next] = likely
  if (top === undefined || top.kind === 'nothing') return undefined
  const found = ofKind(top.kind, candidates, reading)
  if (found === undefined || found.meant.kind === 'unknown') return undefined
  const { fit, held, shows } = found
  if (!isLongEnough(top, reading, shows)) return undefined
  // What the senses found as well needs nothing more.
  if (!shows && mayBeOfRound(found.meant, likely)) return undefined
  const least = shows || isWhole(fit) ? 0 : DOUBTED[fit.sense.does].least
  if (found.sure && candidates.includes(found) && top.chance >= least) return found
  const enough = ENOUGH[shows ? 'shows' : 'forms']
  if (top.chance < enough.chance || top.chance < enough.times * (next?.chance ?? 0)) return undefined
  // What was visited is reported when it is over: "làm xong rồi, cho tôi nhập báo cáo".
  const over = top.kind === 'visit.report.form' && top.chance >= PLAIN && isOver(reading)
  if (!shows && !over && (held || !isWished(top, reading) || !saysAll(found, reading))) return undefined
  // What ends something for others is never taken by likeness alone.
  if (!shows && intentsIn(found.meant).some(endsForOthers)) return undefined
  // What is looked for in a draft may be any word.
  return top.kind === 'draft.find' ? found : { ...found, fit: withoutSigns(fit, top.kind, reading) }
}

/**
 * A change is wished for in more words than the names of what it is done to, one of which speaks for it; a question, a negation, a condition or what
 * somebody else said wish for nothing.
 */
function isWished(
  { kind, chance }: Likelihoods[number],
  { idle, values, items, question, cues, text, raw }: Reading,
): boolean {
  const quotes = kind === 'record.save.form' || kind === 'opinion.type'
  // The words of an opinion, behind its position, may deny and ask what they like.
  const own = quotes
    ? Math.max(...values.map(({ value, end }) => (value.kind === 'position' ? end : 0)), 0)
    : text.length
  const turns = [...question.negations, ...question.conditions].some(
    (at) => at < own && !values.some(({ value, start, end }) => value.kind === 'position' && start <= at && at < end),
  )
  if (turns) return false
  // "KT-12 has been put back" tells.
  if (
    cues.some(
      ({ means, start, locale, inner }) => locale === 'en' && !inner && isTold({ text }, start) && signFor(means, kind),
    )
  )
    return false
  const asks = question.words.size > 0 || question.begins || question.about.size > 0 || question.tail < text.length
  // "Where do I write up what we found?" leads to the form, and "MoF says yes" is what is recorded.
  if ((asks || (question.marked && !REQUESTED.test(raw))) && !(kind === 'visit.report.form' && asksWay(cues)))
    return false
  if (cues.some(({ means, inner }) => means === 'said' && !inner) && kind !== 'record.save.form') return false
  // A visit is changed by a verb alone: a place and a day are as often asked about.
  if (chance >= SURELY && !/^(?:visit|move|duty)\./.test(kind)) return true
  const named = (at: number) =>
    items.used.has(at) ||
    DIRECTIONS.has(text[at]?.folded ?? '') ||
    [
      // A position says by itself that it is taken.
      ...values.filter(({ value }) => !quotes || value.kind !== 'position'),
      ...cues.filter(({ means }) => THINGS.has(means)),
    ].some(({ start, end }) => start <= at && at < end)
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

/** Formats in which nothing is written: said, and told. */
const NOT_MADE = new Set(['pdf', 'ppt', 'pptx', 'powerpoint', 'jpg', 'png'])

/** So many words together are something of their own that was said: "the road is washed out". */
const STATEMENT = 4

/**
 * The fit without those left-over words at either end of a stretch that speak for what is meant: they are its signs. A name is
 * none, whoever else bore it in what was learnt.
 */
function withoutSigns(fit: Candidate['fit'], kind: Likely, { text, raw, clauses }: Reading): Candidate['fit'] {
  // "Road to Dien Bien is washed out, we need to come a week later": what is said before is more than a sign.
  const before = clauses.slice(0, -1).filter((clause) => {
    const within = fit.left.filter(({ start, end }) => start >= clause.start && end <= clause.end)
    return within.reduce((sum, { start, end }) => sum + end - start, 0) > 1
  })
  const isName = (at: number) =>
    /^\p{Lu}\p{Ll}/u.test(raw.slice(text[at]?.start, text[at]?.end)) && !clauses.some(({ start }) => start === at)
  const shorter = (stretches: Candidate['fit']['left']) =>
    stretches.flatMap(({ start, end }) => {
      const kept = range(start, end).filter(
        (at) =>
          end - start >= STATEMENT ||
          before.some((clause) => clause.start <= at && at < clause.end) ||
          isName(at) ||
          !speaksFor(text[at]?.folded ?? '', kind) ||
          NOT_MADE.has(text[at]?.folded ?? ''),
      )
      const [first] = kept
      return first === undefined ? [] : [{ start: first, end: (kept.at(-1) ?? first) + 1 }]
    })
  return { ...fit, left: shorter(fit.left), aside: shorter(fit.aside) }
}
