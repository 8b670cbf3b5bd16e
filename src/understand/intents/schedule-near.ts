import { mended } from '../mended.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { type ItemIndex, itemsAmong } from '../readings/items.ts'
import { firstNear, unitsNear } from '../readings/near-names.ts'
import { type Cut, type Part, partsLike, partsOf, says } from '../readings/parts.ts'
import type { Suggestion, Understanding } from '../result.ts'
import { NEGATIONS } from '../words/questions.ts'
import { BEFORE_PERSONS, NAME_ENDINGS, NO_NAMES, NO_NAMES_ALONE } from '../words/schedules.ts'
import { UNIT_KINDS } from '../words/units.ts'
import { answerOf, endOf, isAsked, typedIn } from './schedule.ts'

const KINDS = plainBook(UNIT_KINDS)
const PERSONS = plainBook(BEFORE_PERSONS)
const PERSONS_SPELLED = new Set(BEFORE_PERSONS)
const THINGS = plainBook(NO_NAMES)
const THINGS_ALONE = wordSet(NO_NAMES_ALONE)
const NEGATING = wordSet(NEGATIONS)
const ENDINGS = wordSet(NAME_ENDINGS)
const mostNamed = 4
const mostWords = 8
const mostNearest = 3

/**
 * A question about schedules with slips of the keyboard in it, or with a name that the vocabulary does not have; units
 * that the name may be are taken or asked about, else it goes on as it was typed.
 */
export function nearlyAskOfSchedule(said: Cut, from: number, items: ItemIndex): Understanding | undefined {
  const cut = mended(said, from)
  const parts = partsOf(cut, from, endOf(cut, from)).map((part, place, all) =>
    nameAtEnd(cut, part, all.slice(0, place)),
  )
  const left = partsLike(parts, 'left')
  if (left.length === 0)
    return parts.some((part) => part.kind !== 'idle') && isAsked(parts) ? answerOf(cut, parts) : undefined
  const stretch = stretchOf(cut, parts)
  if (stretch === undefined || stretch.end - stretch.start > mostWords || !couldBeAsked(parts)) return undefined
  const places = stretch.person ? [] : wider(cut, parts, stretch)
  const near = firstNear(
    cut.vocabulary.units,
    places.map(([start, end]) => cut.text.slice(start, end).map((word) => word.folded)),
    // "lịch của Thái" asks for somebody called so, not for Thái Bình; and "cao" alone may be anything.
    says(parts, 'schedule', 'inspect', 'team', 'go', 'file') &&
      !['cua', 'of'].includes(cut.text[stretch.start - 1]?.folded ?? ''),
  )
  const place = near === undefined ? undefined : places[near.reading]
  if (near !== undefined && place !== undefined) {
    const [start, end] = place
    const found: Part = { kind: 'unit', units: near.units, start, end }
    const known = [...parts.filter((part) => part.end <= start || part.start >= end), found]
    if (isAsked(known)) return answerOf(cut, known)
  }
  const others = parts.filter((part) => part.end <= stretch.start || part.start >= stretch.end)
  const named = nameIn(cut, stretch, items)
  // "chuyen tien" may be anything but a visit.
  const trip = says(others, 'trip') && (cut.line.marked || !cut.text.some(({ folded }) => folded === 'chuyen'))
  const strong = trip || says(others, 'schedule', 'inspect', 'team', 'file')
  const taken = others.some(({ kind }) => kind === 'unit' || kind === 'visit') || says(others, 'mine', 'myTeam')
  return strong && !taken && named !== undefined ? answerOf(cut, others, named) : undefined
}

/** Whether a unit among them would make a question of it: no search for names in sentences about other things. */
const couldBeAsked = (parts: readonly Part[]): boolean =>
  isAsked([...parts, { kind: 'unit', units: [], start: 0, end: 0 }])

/** What can be looked at of the names in a sentence that was not understood. */
export function nearestSchedules(cut: Cut): readonly Suggestion[] {
  const words = cut.text.map((word) => word.folded)
  const near = words.length > mostNamed + 1 ? [] : unitsNear(cut.vocabulary.units, words, false)
  if (near.length > 0) return near.slice(0, mostNearest).map((unit) => ({ kind: 'schedule.show', unit: unit.id }))
  return partsOf(cut, 0, cut.text.length)
    .flatMap((part): readonly Suggestion[] => {
      if (part.kind === 'visit') return [{ kind: 'visit.show', number: part.number }]
      if (part.kind === 'unit') return part.units.map((unit) => ({ kind: 'schedule.show', unit: unit.id }))
      if (part.kind === 'team') return part.teams.map((team) => ({ kind: 'schedule.show', team: team.key }))
      return part.kind === 'word' && part.means === 'schedule' ? [{ kind: 'schedule.show' }] : []
    })
    .slice(0, mostNearest)
}

/** "lịch Lê Thị Mai": behind a name, "mai" is no tomorrow. */
function nameAtEnd({ text }: Cut, part: Part, before: readonly Part[]): Part {
  const isMai = part.kind === 'period' && part.end === part.start + 1 && text[part.start]?.folded === 'mai'
  const behind = before.findLast(({ kind }) => kind !== 'idle')
  const near = behind?.kind === 'left' && part.start - behind.end <= 1
  return isMai && near ? { kind: 'left', start: part.start, end: part.end } : part
}

type Stretch = {
  readonly start: number
  readonly end: number
  /** Where a unit's name begins that stands right before it: "Ngân hàng Nhà nước Việt Nma". */
  readonly unitBefore: number
  readonly person: boolean
}

/** The one stretch of words that nothing accounts for; undefined where there are two with something between them. */
function stretchOf(cut: Cut, parts: readonly Part[]): Stretch | undefined {
  const { text } = cut
  const left = partsLike(parts, 'left')
  let start = left[0]?.start ?? 0
  let end = left.at(-1)?.end ?? 0
  while (ENDINGS.has(text[end]?.folded ?? '')) end++
  if (parts.some((part) => part.start >= start && part.end <= end && part.kind !== 'left' && part.kind !== 'idle'))
    return undefined
  let person = personAt(cut, start - 1) === start || personAt(cut, start - 2) === start
  for (let next = personAt(cut, start); next < end && next > start; next = personAt(cut, start)) {
    person = true
    start = next
  }
  for (let back = 1; back <= 3; back++) {
    const kind = start - back < 0 ? undefined : phraseAt(KINDS, text, start - back)
    if (kind?.end === start) start -= back
  }
  const before = parts.find((part) => part.kind === 'unit' && part.end === start)
  return { start, end, unitBefore: before?.start ?? start, person }
}

/** The stretch itself last: "bac can" is nearer to a name than "bac", though "can" may join as well. */
function wider(
  { text }: Cut,
  parts: readonly Part[],
  { unitBefore, start, end }: Stretch,
): readonly (readonly [number, number])[] {
  const ends = [end + 2, end + 1, end].filter((one) => one <= text.length)
  const idle = (at: number) => parts.some((part) => part.kind === 'idle' && part.start === at && part.end === at + 1)
  const begins = [unitBefore, ...(idle(start - 1) ? [start - 1] : []), start]
  return [...new Set(begins)].flatMap((one) => ends.map((other) => [one, other] as const))
}

/** The word behind "anh", "đồng chí" and the like at `at`; `at` itself where none stands. "Bắc" is not "bác". */
function personAt({ text, line }: Cut, at: number): number {
  const found = at < 0 ? undefined : phraseAt(PERSONS, text, at)
  if (found === undefined) return at
  const spelled = line.spelled.slice(at, found.end).join(' ')
  return /[^\p{ASCII}]/u.test(spelled) && !PERSONS_SPELLED.has(spelled) ? at : found.end
}

function nameIn(cut: Cut, { start, end }: Stretch, items: ItemIndex): string | undefined {
  const words = cut.text.slice(start, end)
  if (words.length > mostNamed || words.some(({ folded }) => NEGATING.has(folded) || /^\d+$/.test(folded)))
    return undefined
  // "thi" joins as well, where it is "thì".
  if ([start, start - 1].some((at) => at >= 0 && phraseAt(THINGS, cut.text, at) !== undefined)) return undefined
  if (words.length === 1 && THINGS_ALONE.has(words[0]?.folded ?? '')) return undefined
  if (itemsAmong(items, cut.text, start, end).items.length > 0) return undefined
  return typedIn(cut, start, end)
}
