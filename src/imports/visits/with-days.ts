import { isTimeAlone, readDay, readMoment } from '../sheets/moments.ts'
import type { Problem } from '../sheets/report.ts'
import type { Sheet, SheetRow } from '../sheets/sheet.ts'

/**
 * The sheet with whole moments in `starts` and `ends` where the day stands in a column of its own, and the hours in
 * `time` (`08h00`, `08h00 - 11h30`) or in those two. A row whose `starts` names another day than `day` is a fault.
 */
export function withDays(sheet: Sheet): Sheet {
  if (!sheet.columns.includes('day')) return sheet
  const faults: Problem[] = []
  const joined = new Set<string>()
  const rows = sheet.rows.map((row): SheetRow => {
    const { day = '', time = '', starts = '', ends = '' } = row.cells
    if (day === '') {
      if (time !== '') faults.push({ row: row.number, column: 'time', value: time, reason: 'needs a day as well' })
      return row
    }
    const [first = '', last = ''] = time.split(/\s*(?:-|–|đến|to)\s*/u)
    if (starts !== '' && first !== '') faults.push({ row: row.number, column: 'time', value: time, reason: twice })
    const from = starts === '' ? first : starts
    const to = ends === '' ? last : ends
    for (const [column, hour] of [
      ['starts', from],
      ['ends', to],
    ] as const) {
      const other = isTimeAlone(hour) ? undefined : readMoment(hour)?.day
      if (other !== undefined && column === 'starts' && other !== readDay(day))
        faults.push({ row: row.number, column, value: hour, reason: `is on another day than "${day}"` })
    }
    for (const column of ['starts', 'ends', 'time']) joined.add(`${row.number} ${column}`)
    return { ...row, cells: { ...row.cells, starts: whole(day, from) ?? day, ends: whole(day, to) ?? '' } }
  })
  const times = new Set(sheet.rows.flatMap(({ number, times: own = [] }) => own.map((column) => `${number} ${column}`)))
  // A time of the day is no fault any more where its day was found.
  const left = (sheet.faults ?? []).filter(({ row, column }) => {
    const at = `${row} ${column}`
    return !(times.has(at) && joined.has(at))
  })
  const columns = [...new Set([...sheet.columns, 'starts', ...(rows.some(({ cells }) => cells.ends) ? ['ends'] : [])])]
  return { ...sheet, columns, rows, faults: [...left, ...faults] }
}

const twice = 'and "starts" both say when it begins: keep one of them'

const whole = (day: string, hour: string): string | undefined =>
  hour === '' ? undefined : isTimeAlone(hour) ? `${day} ${hour}` : hour
