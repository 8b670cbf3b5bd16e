import { addDays } from '../../calendar/zoned.ts'
import type { Intent } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'
import { codeAt } from '../engine/code.ts'
import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import type { Found, FoundOf } from '../engine/span.ts'
import type { VocabularyItem } from '../names/items.ts'
import type { Choice, Understanding } from '../result.ts'

const MOST_OPTIONS = 10
const MOST_NEAR = 3

/** One plain intent. */
export const intent = (of: Intent): Understanding => ({ kind: 'intent', intent: of })

/** One item is meant; of several, the person chooses; of none, it is asked for, or its code is told to be none. */
export function each(fit: Fit, reading: Reading, of: (item: string) => Intent): Understanding {
  const [item, ...others] = fit.items.items
  if (item === undefined) return noSuchItem(fit, reading, of) ?? missing(fit, reading, of)
  if (others.length === 0) return intent(of(item.key))
  return { kind: 'ask', about: 'item', options: choices(fit, fit.items.items.slice(0, MOST_OPTIONS), of) }
}

/** The verb is plain, no item was named. */
export function missing(
  fit: Fit,
  reading: Reading,
  of: (item: string) => Intent,
): Extract<Understanding, { kind: 'missing' }> {
  const options = choices(fit, reading.vocabulary.items, of)
  return { kind: 'missing', what: 'item', verb: of('-').kind, options }
}

function choices(
  { locale }: Fit,
  items: readonly VocabularyItem[],
  of: (item: string) => Intent,
): readonly (Choice & { readonly item: string })[] {
  return items.map((item) => {
    const title = locale === 'en' ? (item.titleEn ?? item.title) : item.title
    return { item: item.key, label: `${item.key}: ${shortened(title)}`, intent: of(item.key) }
  })
}

/** Enough of a title to know it by on a button. */
const shortened = (title: string): string =>
  title.length <= 60 ? title : `${title.slice(0, title.lastIndexOf(' ', 59))}…`

/** A code that no item has, alone where an item could stand. */
function noSuchItem(fit: Fit, reading: Reading, of: (item: string) => Intent): Understanding | undefined {
  const [stretch, ...others] = fit.left
  if (stretch === undefined || others.length > 0) return undefined
  const code = codeAt(reading, stretch.start, fit.at === 0)
  if (code === undefined || code.end < stretch.end) return undefined
  const near = reading.vocabulary.items.filter((item) => isLike(item, code.typed)).slice(0, MOST_NEAR)
  return { kind: 'no-such-item', item: code.typed, options: choices(fit, near, of) }
}

/** Whether a key shares a part with what was typed, or begins like it. */
function isLike(item: VocabularyItem, code: string): boolean {
  const [key, said] = [fold(item.key).split(' '), fold(code).split(' ')]
  const [joinedKey, joinedSaid] = [key.join(''), said.join('')]
  return key.some((part) => said.includes(part)) || joinedKey.startsWith(joinedSaid) || joinedSaid.startsWith(joinedKey)
}

/** Until when: the day and hour that are meant, or how much longer. `rest`: what was said of time and is none of it. */
export type Deadline = {
  readonly day?: string
  readonly time?: string
  readonly plusDays?: number
  readonly plusWorkingDays?: number
  readonly workingDays?: number
  readonly rest: readonly Found[]
}

/**
 * The end that a sentence names. Of two days the one behind "đến" or "until" is meant, of a stretch its end; where nothing
 * tells two apart, neither is.
 */
export function deadlineIn(fit: Fit, reading: Reading): Deadline {
  const rest: Found[] = []
  const days: { readonly found: Found; readonly day: string; readonly time?: string; readonly until: boolean }[] = []
  let times: readonly { readonly found: Found; readonly time: string }[] = []
  let plus: Pick<Deadline, 'plusDays' | 'plusWorkingDays' | 'workingDays' | 'day'> = {}
  for (const found of valuesUsed(fit, 'moment')) {
    const { value, mark } = found.value.moment
    const until = mark === 'until' || mark === 'to' || mark === 'before'
    switch (value.kind) {
      case 'day':
        days.push({ found, day: value.day, until, ...(value.time === undefined ? {} : { time: value.time }) })
        break
      case 'range':
        // "từ 30/06 đến 07/07 lúc 9 giờ": the hour is that of the end, wherever it was said.
        days.push({
          found,
          ...(value.from.time === undefined ? {} : { time: value.from.time }),
          ...value.to,
          until: true,
        })
        break
      case 'time':
        times = [...times, { found, time: value.time }]
        break
      case 'period':
        if (until) days.push({ found, day: value.to, until })
        else rest.push(found)
        break
      case 'duration':
        // Half a day is no day more.
        if (
          value.count === undefined ||
          value.count <= 0 ||
          !Number.isInteger(value.count * (value.unit === 'week' ? 7 : 1)) ||
          Object.keys(plus).length > 0
        )
          rest.push(found)
        else if (value.unit === 'working-day')
          plus = mark === 'more' ? { plusWorkingDays: value.count } : { workingDays: value.count }
        else if (value.unit === 'day' || value.unit === 'week') {
          const count = value.count * (value.unit === 'week' ? 7 : 1)
          plus = mark === 'within' ? { day: addDays(reading.vocabulary.today, count) } : { plusDays: count }
        } else rest.push(found)
        break
      case 'wrong':
        break
      default:
        value satisfies never
    }
  }
  // "Start today, answer within 7 days": the day is when it begins.
  if (plus.day !== undefined && days.length === 1 && days[0]?.day === reading.vocabulary.today && !days[0].until)
    days.splice(0, 1)
  const marked = days.filter(({ until }) => until)
  const meant = days.length === 1 ? days : marked.length === 1 ? marked : []
  const [one] = meant
  for (const { found } of days) if (found !== one?.found) rest.push(found)
  const [time, ...otherTimes] = times
  rest.push(...otherTimes.map(({ found }) => found))
  const hour = one?.time ?? time?.time
  if (one?.time !== undefined && time !== undefined) rest.push(time.found)
  return {
    ...plus,
    ...(one === undefined ? {} : { day: one.day }),
    ...(hour === undefined ? {} : { time: hour }),
    rest,
  }
}

/** The first and the last day of a stretch; one day alone is both, unless it stands after "từ". */
export function stretchIn(fit: Fit): { readonly from?: string; readonly to?: string; readonly rest: readonly Found[] } {
  let from: string | undefined
  let to: string | undefined
  let count: number | undefined
  let back: FoundOf<'moment'> | undefined
  const rest: Found[] = []
  for (const found of valuesUsed(fit, 'moment')) {
    const { value, mark } = found.value.moment
    if (mark === 'back' && back === undefined) back = found
    else if (value.kind === 'range' || value.kind === 'period') {
      const [first, last] = value.kind === 'range' ? [value.from.day, value.to.day] : [value.from, value.to]
      if (from === undefined && to === undefined) [from, to] = mark === 'until' ? [undefined, last] : [first, last]
      // "tuần sau … từ thứ 2 đến thứ 4": the nearer said is meant.
      else if (from !== undefined && to !== undefined && from <= first && last <= to) [from, to] = [first, last]
      else if (from === undefined || to === undefined || first > from || last < to) rest.push(found)
    } else if (value.kind === 'day') {
      if ((mark === 'until' || mark === 'to') && to === undefined) to = value.day
      else if (mark === 'until' || mark === 'to') rest.push(found)
      else if (from !== undefined && to !== undefined && from !== to && from <= value.day && value.day <= to)
        [from, to] = [value.day, mark === 'from' ? to : value.day]
      else if (from !== undefined && to === from && value.day === addDays(from, 1)) to = value.day
      else if (from === undefined) [from, to] = [value.day, mark === 'from' ? to : (to ?? value.day)]
      else rest.push(found)
    } else if (
      value.kind === 'duration' &&
      (value.unit === 'day' || value.unit === 'week') &&
      value.count !== undefined
    )
      // Half a day off is a day of leave.
      count = Math.ceil(value.count * (value.unit === 'week' ? 7 : 1))
    else rest.push(found)
  }
  // "3 ngày từ 20/06": the last day follows; beside one day without "từ" it is that day alone and so many.
  if (count !== undefined && from !== undefined && (to === undefined || to === from)) to = addDays(from, count - 1)
  // "Off Wed, back Thurs": the day before is the last, where none was said.
  const { value } = back?.value.moment ?? {}
  const returns = value?.kind === 'day' ? value.day : value?.kind === 'period' ? value.from : undefined
  if (returns !== undefined && (to === undefined || to === from) && (from === undefined || from < returns))
    to = addDays(returns, -1)
  if (back !== undefined && (returns === undefined || to === undefined || to >= returns)) rest.push(back)
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    rest,
  }
}

/** The understanding with values that were said and that it does not use. */
export function leaving(meant: Understanding, reading: Reading, rest: readonly Found[]): Understanding {
  if (rest.length === 0 || (meant.kind !== 'intent' && meant.kind !== 'ask' && meant.kind !== 'missing')) return meant
  return { ...meant, unused: [...(meant.unused ?? []), ...rest.map(({ start, end }) => typed(reading, start, end))] }
}

/** The reason that was said, to the letter. */
export const reasonOf = (fit: Fit): { readonly reason?: string } => {
  const [reason] = valuesUsed(fit, 'reason')
  return reason === undefined ? {} : { reason: reason.value.text }
}

/** "I'm away on Thursday and Mr Son will lead instead of me": who is named is not the one who is away. */
export const isStoodInFor = ({ present }: Reading): boolean => present.has('instead') && present.has('me')

/** The people and bodies that were named, as typed or by their whole names, and names that nothing else accounts for. */
export function namesIn(fit: Fit, reading: Reading): readonly string[] {
  const named = [...valuesUsed(fit, 'body'), ...valuesUsed(fit, 'person')].map((found) => ({
    at: found.start,
    end: found.end,
    name:
      found.value.kind === 'body' && !isMended(reading, found)
        ? typed(reading, found.start, found.end)
        : found.value.name,
  }))
  const others = namesLeft(fit, reading).map(({ start, end }) => ({ at: start, end, name: typed(reading, start, end) }))
  return [...named, ...others].sort((a, b) => a.at - b.at).map(({ name }) => name)
}

/** Typed with a slip, a body is known to nobody by what was typed. */
const isMended = ({ text, raw }: Reading, { start, end }: Found): boolean =>
  text.slice(start, end).some(({ folded, ...place }) => fold(raw.slice(place.start, place.end)) !== folded)

const PERSONS: ReadonlySet<string> = new Set(['person', 'body', 'unit', 'reason'])

/** Titles alone name nobody: "the Minister has appointed". */
const TITLES = new Set(
  'the our my minister deputy vice prime chairman chair director general governor secretary secretariat head committee'.split(
    ' ',
  ),
)

/** What nothing accounts for and is written as a name, or stands behind one. */
function namesLeft(fit: Fit, reading: Reading): Fit['left'] {
  if (fit.sense.names !== true) return []
  const isOther = (from: number, to: number) =>
    reading.values.some(({ value, start, end }) => !PERSONS.has(value.kind) && start < to && end > from)
  return [...fit.left, ...fit.aside].filter(
    ({ start, end }) =>
      /\p{Lu}|\d/u.test(typed(reading, start, end)) &&
      end - start <= 8 &&
      !isOther(start, end) &&
      !reading.text.slice(start, end).every(({ folded }) => TITLES.has(folded)),
  )
}

/** The understanding in which names were taken from what was left. */
export const withNames = (
  meant: Understanding,
  fit: Fit,
  reading: Reading,
): { readonly meant: Understanding; readonly left: Fit['left']; readonly aside: Fit['aside'] } => {
  const named = namesLeft(fit, reading)
  const other = (one: Fit['left'][number]) => !named.includes(one)
  return { meant, left: fit.left.filter(other), aside: fit.aside.filter(other) }
}

/** Words between quotation marks. */
export const quoted = ({ raw }: Reading): string | undefined =>
  /(?:^|[\s(])["“‘'«]([^"”’'»]{2,200})["”’'»](?=$|[\s).,;:?!])/u.exec(raw)?.[1]
