import { isDay, isTime } from '../../calendar/zoned.ts'
import { allFileWords } from '../../texts/file-words.ts'
import { bare, fold } from '../../texts/fold.ts'

/** A moment as a cell has it: a day, a time of the day, and an offset where one is written. */
export type WrittenMoment = { readonly day: string; readonly time: string; readonly offset?: string }

const date = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} thang \d{1,2} nam \d{4}`
const time = String.raw`\d{1,2}:\d{2}(?::00)?|\d{1,2} ?(?:h|g|gio) ?(?:\d{2} ?(?:'|p|phut)?)?`
const offset = String.raw`z|[+-](?:0\d|1[0-4]):[0-5]\d`
const dayFirst = new RegExp(`^(${date})(?:t| +| *- *)(${time})(${offset})?$`)
const timeFirst = new RegExp(`^(${time})(?: +| *- *)(${date})$`)
const timeAlone = new RegExp(`^(?:${time})$`)

const weekdays = allFileWords.flatMap((words) =>
  words.weekdays.flatMap((names, at) => names.map((name) => [fold(name), at + 1] as const)),
)
/** The longest first: "thứ bảy" begins as nothing else does, and "t" would begin them all. */
const weekday = new RegExp(
  `^(${weekdays
    .map(([name]) => name)
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?![a-z0-9])[ ,]*`,
)

/** A cell in small letters without the words and signs around a date: `Thứ Hai, ngày 08/06/2020 (8h)`. */
const plain = (cell: string) =>
  bare(cell)
    .replace(/\b(?:ngay|luc|vao|on|at)\b|[,()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The weekday that a cell names, taken off; 1 is Monday. It may stand before the date or between it and the time. */
function withoutWeekday(cell: string): { readonly rest: string; readonly named?: number } {
  const text = plain(cell)
  const words = text.split(' ')
  for (const [at] of words.entries()) {
    const tail = words.slice(at).join(' ')
    const [whole, name] = weekday.exec(tail) ?? []
    const named = weekdays.find(([one]) => one === name)?.[1]
    if (whole === undefined || named === undefined) continue
    return { rest: [...words.slice(0, at), tail.slice(whole.length)].join(' ').trim(), named }
  }
  return { rest: text }
}

/** Whether a day (`YYYY-MM-DD`) is that weekday; 1 is Monday. */
const isThat = (day: string, named: number | undefined): boolean =>
  named === undefined || (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 === named - 1

/** A day as `YYYY-MM-DD`; undefined for what is none, for a day that does not exist, and where the weekday is another. */
export function readDay(cell: string): string | undefined {
  const { rest, named } = withoutWeekday(cell)
  const day = toDay(rest)
  return day !== undefined && isThat(day, named) ? day : undefined
}

/**
 * A day with a time: `2020-06-08T08:00`, `08/06/2020 08:00`, `08h00 ngày 08/06/2020`, `Thứ Hai 8/6/2020, 8 giờ 30`.
 * Undefined for anything else, and where the weekday is another than that day's.
 */
export function readMoment(cell: string): WrittenMoment | undefined {
  const { rest, named } = withoutWeekday(cell)
  const [, first, second, third] = dayFirst.exec(rest) ?? []
  const [, early, late] = timeFirst.exec(rest) ?? []
  const day = toDay(first ?? late ?? '')
  const at = toTime(second ?? early ?? '')
  if (day === undefined || at === undefined || !isThat(day, named)) return undefined
  return { day, time: at, ...(third === undefined ? {} : { offset: third.toUpperCase() }) }
}

/** A time of the day alone, as it is written; the day stands in another column then. */
export const isTimeAlone = (cell: string): boolean => timeAlone.test(plain(cell))

function toDay(written: string): string | undefined {
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:[/.-]| nam )(\d{4})$/.exec(written) ?? []
  const day = date === '' ? written : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

function toTime(written: string): string | undefined {
  const [, hours = '', minutes = '00'] = /^(\d{1,2}) ?(?::|h|g|gio) ?(\d{2})?/.exec(written) ?? []
  const at = `${hours.padStart(2, '0')}:${minutes}`
  return hours !== '' && isTime(at) ? at : undefined
}
