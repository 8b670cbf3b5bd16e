import { type Meant, nearest, yearFrom } from '../../calendar/nearest.ts'
import { addDays, isDay, isTime } from '../../calendar/zoned.ts'
import { bare } from '../../texts/fold.ts'

/** A typed day `YYYY-MM-DD` and time `HH:MM`; what is not said, or cannot be, is left out. */
export type When = { readonly day?: string; readonly time?: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`

/** The ways to write a day, day before month in both languages, as dates are shown; each gives year, month and day. */
export const DAY_FORMS: readonly {
  readonly form: RegExp
  readonly read: (found: readonly string[]) => readonly string[]
}[] = [
  { form: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, read: ([, y = '', m = '', d = '']) => [y, m, d] },
  { form: /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/g, read: ([, d = '', , m = '', y = '']) => [y, m, d] },
  {
    form: /\b(\d{1,2})\s+thang\s+(\d{1,2})(?:\s*,?\s*(?:nam\s+)?(\d{4}))?\b/g,
    read: ([, d = '', m = '', y = '']) => [y, m, d],
  },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4}))?\\b`, 'g'),
    read: ([, d = '', m = '', y = '']) => [y, monthNumber(m), d],
  },
  {
    form: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, 'g'),
    read: ([, m = '', d = '', y = '']) => [y, monthNumber(m), d],
  },
  { form: /\b(\d{1,2})\/(\d{1,2})\b/g, read: ([, d = '', m = '']) => ['', m, d] },
]
const UNTIL = /\b(?:den|toi|sang|until|till|to|by)\s+(?:het\s+)?(?:ngay\s+)?[^\n]*$/

/**
 * Reads a day and a time out of a sentence. A day without a year is the nearest to `today` (`YYYY-MM-DD`) that can be
 * `meant`. Of two days, the one after "đến" or "until" is meant; where that does not tell them apart, none.
 */
export function readWhen(raw: string, today: string, meant: Meant = 'coming'): When {
  const text = bare(raw)
  const dated = readDays(text, today, meant)
  const time = readTime(dated.rest)
  return { ...(dated.day === undefined ? {} : { day: dated.day }), ...(time === undefined ? {} : { time }) }
}

function readDays(text: string, today: string, about: Meant): { readonly day?: string; readonly rest: string } {
  const found: { readonly at: number; readonly day: string | undefined }[] = []
  let rest = text
  for (const { form, read } of DAY_FORMS) {
    // Blanked where it stood, so that 31/06/2020 is not read again as something that exists.
    rest = rest.replace(form, (...args: unknown[]) => {
      const groups = args.filter((part) => part === undefined || typeof part === 'string').map((part) => part ?? '')
      const offset = args.find((part) => typeof part === 'number')
      found.push({ at: typeof offset === 'number' ? offset : 0, day: existing(read(groups), today, about) })
      return ' '.repeat(groups[0]?.length ?? 0)
    })
  }
  const relative = /\b(ngay mai|tomorrow)\b/.exec(text)
  if (relative !== null) found.push({ at: relative.index, day: addDays(today, 1) })
  const until = UNTIL.exec(text)?.index ?? text.length
  const after = found.filter(({ at }) => at >= until)
  const meant = found.length > 1 ? after : found
  const day = meant.length === 1 ? meant[0]?.day : undefined
  return { ...(day === undefined ? {} : { day }), rest }
}

/** The day of a typed year, else the nearest that can be `meant`, month and day; undefined where there is no such day. */
export function existing(
  [year = '', month = '', day = '']: readonly string[],
  today: string,
  meant: Meant,
): string | undefined {
  const tail = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year !== '') {
    const full = `${year.length === 2 ? `20${year}` : year}-${tail}`
    return isDay(full) ? full : undefined
  }
  // In December, "05/01" is next January; in June, "01/06" is a day past, and the form says so.
  const found = nearest(today, meant, (shift) => {
    const full = `${yearFrom(today, shift)}-${tail}`
    return isDay(full) ? { from: full, to: full } : undefined
  })
  return found?.from
}

/** The first time of day in a folded text: `8:00`, `8h30`, `8 gio sang`, `8 am`. */
export function readTime(text: string): string | undefined {
  const pm = /\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b/.exec(text)
  if (pm !== null) return clock((Number(pm[1]) % 12) + (pm[3] === 'pm' ? 12 : 0), pm[2], Number(pm[1]) <= 12)
  const found = /\b(\d{1,2})(?::(\d{2})|\s*(?:h|gio)\s*(\d{2})?)(?!\d)\s*(sang|chieu|toi)?(?![a-z])/.exec(text)
  if (found === null) return undefined
  const [, hour = '', minutes, spoken, part] = found
  const later = (part === 'chieu' || part === 'toi') && Number(hour) < 12 ? 12 : 0
  return clock(Number(hour) + later, minutes ?? spoken, true)
}

function clock(hour: number, minutes: string | undefined, sure: boolean): string | undefined {
  const time = `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
  return sure && isTime(time) ? time : undefined
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3)) + 1)
}
