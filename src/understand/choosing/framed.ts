import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { ASKED_BEHIND, ASKED_BEHIND_STOP, DENIED_BEHIND, TOLD_BEFORE, TOLD_BEHIND } from '../words/frames.ts'

const BEHIND = plainBook([...TOLD_BEHIND, ...DENIED_BEHIND, ...ASKED_BEHIND])
const BEHIND_STOP = plainBook(ASKED_BEHIND_STOP)
const BEFORE = plainBook(TOLD_BEFORE)
const SPELLED = new Set([TOLD_BEHIND, DENIED_BEHIND, ASKED_BEHIND, ASKED_BEHIND_STOP, TOLD_BEFORE].flat())
/** What somebody says of a position is theirs to the end. */
const OPINION = /^(?:opinion|record)(?:\.|$)/

/**
 * Whether a whole change is what others say, denied, asked, or told of: "…, they say", "… is wrong", "…, does it", "they will …".
 * The same words within a reason that was given are that reason's.
 */
export function isFramed(fit: Fit, reading: Reading): boolean {
  const { sense, verbs } = fit
  if (sense.does === 'shows' || OPINION.test(sense.id)) return false
  const { text, raw } = reading
  const within = (at: number) => valuesOf(reading, 'reason').some(({ start, end }) => start < at && at < end)
  const last = lastWord(reading)
  const isBehindStop = (at: number) => /[,;:.–—-]/.test(raw.slice(text[at - 1]?.end, text[at]?.start))
  const behind = range(1, text.length).some((at) => {
    const found = phraseAt(BEHIND, text, at) ?? (isBehindStop(at) ? phraseAt(BEHIND_STOP, text, at) : undefined)
    return (
      found !== undefined &&
      (found.end === last || found.end === text.length) &&
      !within(at) &&
      isSpelled(reading, at, found.end)
    )
  })
  if (behind) return true
  const own = [...verbs, ...['visit', 'unit', 'moment'].flatMap((kind) => startsOf(fit, kind))]
  return range(0, text.length).some((at) => {
    const found = phraseAt(BEFORE, text, at)
    return found !== undefined && own.includes(found.end) && !within(at) && isSpelled(reading, at, found.end)
  })
}

const startsOf = (fit: Fit, kind: string): readonly number[] =>
  fit.values.filter(({ value }) => value.kind === kind).map(({ start }) => start)

/** The place behind the last word that is no mere politeness. */
function lastWord({ text, idle }: Reading): number {
  let end = text.length
  for (let at = 0, from = 0; at < text.length; at = idle.get(at) ?? at + 1) {
    if (!idle.has(at)) from = at + 1
    end = from
  }
  return end
}

/** Where diacritics are typed, a phrase means itself with its own alone: "tùng" is no "từng". */
const isSpelled = ({ marked, spelled }: Reading, start: number, end: number): boolean =>
  !marked || SPELLED.has(spelled.slice(start, end).join(' ')) || !/[^a-z ]/.test(spelled.slice(start, end).join(' '))
