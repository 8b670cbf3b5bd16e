import { z } from 'zod'
import { toInstant, withOffset } from '../../calendar/zoned.ts'
import { isFormula, isNotComputed } from '../../texts/not-computed.ts'
import { readDay, readMoment } from './moments.ts'
import { formulaAsText, notComputed } from './sheet.ts'
import { withoutUnseen } from './texts.ts'

/** A text as a single line, as `words` takes it. */
export const oneLine = (cell: string) => cell.replace(/\s+/gu, ' ').trim()
const control = /\p{Cc}/u

const asWritten = (max: number) =>
  z
    .string()
    .transform(oneLine)
    .refine((cell) => [...cell].length <= max, `longer than ${max} characters`)
    .refine((cell) => !control.test(cell), 'holds a control character')

/** A line that something is called by: without signs that nobody sees, and never what a program writes for no value. */
const line = (max: number) =>
  z
    .string()
    .refine((cell) => !isNotComputed(cell), { message: notComputed, abort: true })
    .refine((cell) => !isFormula(cell), { message: formulaAsText, abort: true })
    .transform(withoutUnseen)
    .pipe(asWritten(max))

/** One line of text that must be there. */
export const required = (max = 200) =>
  z
    .string('is empty')
    .refine((cell) => withoutUnseen(cell).trim() !== '', { message: 'is empty', abort: true })
    .pipe(line(max))

/** One line of text: null where the cell is empty, undefined where the file has no such column. */
export const optional = (max = 200) =>
  line(max)
    .transform((cell) => (cell === '' ? null : cell))
    .optional()

/** A line of what people write freely, as it is: null where the cell is empty, undefined where there is no such column. */
export const words = (max: number) =>
  asWritten(max)
    .transform((cell) => (cell === '' ? null : cell))
    .optional()

/** Text whose line breaks count: null where the cell is empty, undefined where the file has no such column. */
export const paragraphs = (max: number) =>
  z
    .string()
    .transform(lines)
    .refine((cell) => [...cell].length <= max, `longer than ${max} characters`)
    .refine((cell) => !control.test(cell.replace(/[\n\t]/gu, '')), 'holds a control character')
    .transform((cell) => (cell === '' ? null : cell))
    .optional()

/** Line ends as \n, nothing around it: the same text, whichever program wrote it. */
export const lines = (text: string) => text.replace(/\r\n?/gu, '\n').normalize('NFC').trim()

/** A key that people type and list with commas. */
export const key = (max = 100) => required(max).refine((cell) => !/[\s,]/u.test(cell), 'must not hold spaces or commas')

/** An e-mail address in lower case; null where the cell is empty. */
export const email = z
  .string()
  .transform((cell) => withoutUnseen(cell).trim().toLowerCase())
  .pipe(z.union([z.literal(''), z.email().max(254)], 'is not an e-mail address'))
  .transform((cell) => (cell === '' ? null : cell))
  .optional()

/** A day as `YYYY-MM-DD`, from `2020-06-08` or `08/06/2020` (see `readDay`); null where the cell is empty. Refuses days that do not exist. */
export const day = z
  .string()
  .transform((cell, ctx) => {
    if (cell === '') return null
    const found = readDay(cell)
    if (found !== undefined) return found
    ctx.issues.push({ code: 'custom', input: cell, message: 'is not a day: write 2020-06-08 or 08/06/2020' })
    return z.NEVER
  })
  .optional()

/**
 * An instant from `2020-06-08T08:00` or `08/06/2020 08:00` (see `readMoment`) on the clocks of `zone`, or with its own
 * offset (`2020-10-25T02:30+01:00`); null where the cell is empty.
 */
export const moment = (zone: string) =>
  z
    .string()
    .transform((cell, ctx) => {
      if (cell === '') return null
      const found = readMoment(cell)
      if (found !== undefined)
        return found.offset === undefined
          ? toInstant(found.day, found.time, zone)
          : withOffset(found.day, found.time, found.offset)
      const message = 'is not a day with a time: write 2020-06-08T08:00, 08/06/2020 08:00 or 08h00 08/06/2020'
      ctx.issues.push({ code: 'custom', input: cell, message })
      return z.NEVER
    })
    .optional()
