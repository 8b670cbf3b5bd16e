import { type Cell, type CellValue, formatValue } from 'hucre'
import type { SheetCell } from './sheet.ts'

/**
 * A workbook's cell as text: a date as `YYYY-MM-DD`, one with a time `YYYY-MM-DDTHH:MM` (a spreadsheet's dates have no
 * zone). `at` is its address; with it comes why the cell does not hold what somebody wrote there, as far as the
 * workbook shows that: an error, a number whose zeros or digits are gone, a day that nobody gave.
 */
export function readCell(at: string, value: CellValue, cell: Cell | undefined): SheetCell {
  if (cell?.type === 'error')
    return { text: String(value ?? ''), fault: `cell ${at}: the spreadsheet could not compute it; write the value` }
  if (value === null) return { text: '' }
  if (value instanceof Date) return readDate(at, value, formatOf(cell))
  switch (typeof value) {
    case 'string':
      return { text: value }
    case 'number':
      return readNumber(at, value, formatOf(cell))
    case 'boolean':
      return {
        text: value ? 'TRUE' : 'FALSE',
        fault: `cell ${at} is true or false and no text: format it as text and write what is meant`,
      }
    default:
      return value satisfies never
  }
}

/** Whether a date cell is shown with the month before the day by its own format, not by that of whoever looks. */
export function showsMonthFirst(cell: Cell | undefined): boolean {
  const format = formatOf(cell)
  // The format that a date gets by itself: it follows the reader's country.
  if (format === undefined || /^(?:m\/d\/yyyy|m\/d\/yy h:mm|mm-dd-yy)$/i.test(format)) return false
  return /^[^dy]*m[^dy]*d/.test(lettersOf(format))
}

const formatOf = (cell: Cell | undefined) => cell?.style?.numFmt

/** A format's letters, without what it shows as it is, colours and countries. */
const lettersOf = (format: string) =>
  format
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '')
    .replace(/;.*/u, '')
    .toLowerCase()

function readDate(at: string, value: Date, format: string | undefined): SheetCell {
  const date = true as const
  if (Number.isNaN(value.getTime())) return { text: '', date, fault: `cell ${at} is formatted as a date and is none` }
  // A spreadsheet stores 08:00 as a fraction of a day, which comes back as 07:59:59.999.
  const whole = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const text = whole.endsWith('T00:00:00.000Z')
    ? whole.slice(0, 10)
    : whole.slice(0, whole.endsWith(':00.000Z') ? 16 : 19)
  if (value.getUTCFullYear() < 1900)
    return { text: text.slice(11), date, time: true, fault: `cell ${at} is a time without a day` }
  if (format !== undefined && !lettersOf(format).includes('d')) {
    const shown = formatValue(value, format)
    return {
      text: shown,
      date,
      fault: `cell ${at} shows no day, and the spreadsheet made one up: write the whole date`,
    }
  }
  return { text, date }
}

function readNumber(at: string, value: number, format: string | undefined): SheetCell {
  const text = String(value)
  // Excel keeps 15 digits; a number of more is another one by now.
  if (Math.abs(value) >= 1e15)
    return {
      text,
      fault: `cell ${at} is a number of more digits than a spreadsheet keeps: format it as text, write it anew`,
    }
  if (format === undefined || /^(?:general|@)?$/i.test(format)) return { text }
  const shown = formatValue(value, format)
  const same = /^-?(?:0|[1-9][\d.,\s]*|0[.,]\d+)$/.test(shown) && Number(shown.replace(/[,\s]/g, '')) === value
  if (same) return { text }
  return {
    text,
    fault: `cell ${at} is shown as "${shown}", and is the number ${text}: format it as text, write it anew`,
  }
}
