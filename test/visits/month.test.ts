import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCalendar } from '../../src/calendar/calendar.ts'
import { addMonths } from '../../src/calendar/month-weeks.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { monthCard } from '../../src/visits/cards/month-card.ts'
import { monthGrid, mostInCell } from '../../src/visits/cards/month-grid.ts'
import { readMonth } from '../../src/visits/schedule/read-month.ts'
import { zone } from '../support/committee.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { dayMs, daysOf } from '../support/months.ts'
import { sample } from '../support/sample.ts'
import { planVisits } from '../support/visits.ts'

const months = Array.from({ length: 12 * 12 }, (_, at) => addMonths('2019-01', at))

/** The cells of a grid by day: `08: a;\nb;\n+2` gives what is shown, and how many are counted beside it. */
function cellsOf(month: string, rows: readonly (readonly string[])[]) {
  const cells = rows.flatMap((row) => row.slice(1)).filter((cell) => cell !== '')
  return new Map(
    cells.map((cell) => {
      const [head = '', body = ''] = cell.split(': ')
      const lines = body === '' ? [] : body.split(';\n')
      const left = lines.at(-1)?.startsWith('+') === true ? Number(lines.pop()) : 0
      return [`${month}-${head.replace('*', '')}`, { lines, left, marked: head.endsWith('*') }]
    }),
  )
}

describe('the grid of a month', () => {
  const visit = fc
    .record({
      month: fc.constantFrom(-1, 0, 1),
      day: fc.integer({ min: 1, max: 28 }),
      days: fc.integer({ min: 1, max: 31 }),
    })
    .map(({ month, day, days }) => ({ month, day, days }))

  it('has every visit on each of its days exactly once, shown or counted, and on no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...months), fc.array(visit, { maxLength: 25 }), (month, some) => {
        const visits = some.map((one, at) => {
          const day = `${addMonths(month, one.month)}-${String(one.day).padStart(2, '0')}`
          const lastDay = new Date(Date.parse(`${day}T00:00:00Z`) + (one.days - 1) * dayMs).toISOString().slice(0, 10)
          return { day, ...(lastDay === day ? {} : { lastDay }), label: `v${at}` }
        })
        const cells = cellsOf(
          month,
          monthGrid(
            month,
            visits,
            () => false,
            (left) => `+${left}`,
          ),
        )
        expect([...cells.keys()]).toEqual(daysOf(month))
        for (const [day, { lines, left }] of cells) {
          const on = visits.filter((one) => one.day <= day && day <= (one.lastDay ?? one.day)).map((one) => one.label)
          expect(lines).toEqual(on.slice(0, mostInCell))
          expect(left).toBe(Math.max(0, on.length - mostInCell))
        }
      }),
    )
  })

  it('marks the days that it is told to', () => {
    const rows = monthGrid('2020-04', [{ day: '2020-04-30', label: 'Đ3 BYT' }], (day) => day === '2020-04-30', String)
    expect(rows.at(-1)).toEqual(['18', '27', '28', '29', '30*: Đ3 BYT', '', '', ''])
  })
})

describe('the card of a month', () => {
  let base: TestDatabase
  beforeAll(async () => {
    base = await openTestDatabase(sample)
    await base.db.unit.update({ where: { name: 'Bộ Y tế' }, data: { shortNames: 'Y tế|BYT' } })
    await planVisits(base.db, [
      { team: '3', unit: 'Bộ Y tế', starts: '2020-04-08T08:00' },
      { team: '1', unit: 'Bộ Kế hoạch và Đầu tư', starts: '2020-04-08T13:30', ends: '2020-04-08T16:30' },
      { team: '10', unit: 'Bộ Xây dựng', starts: '2020-03-30T08:00', ends: '2020-04-02T17:00', state: 'confirmed' },
      { team: '2', unit: 'Bộ Nội vụ', starts: '2020-03-30T08:00', ends: '2020-03-31T17:00' },
      { team: '2', unit: 'Bộ Tài chính', starts: '2020-04-30T08:00', ends: '2020-05-05T17:00', state: 'done' },
      { team: '1', unit: 'Bộ Công an', starts: '2020-04-09T08:00', state: 'cancelled' },
      { team: '1', unit: 'Lào Cai', starts: '2020-05-01T00:00' },
      { team: '1', unit: 'Phú Thọ' },
    ])
  })
  afterAll(() => base.drop())
  const now = new Date('2020-06-16T02:00:00Z')
  const sight = { all: true, others: 'details', duties: [], today: '2020-06-16', zone } as const
  const card = async (month: string, texts = vi) =>
    monthCard({ texts, zone, calendar: VIETNAM }, await readMonth({ db: base.db, now, zone }, month, sight))
  const blockOf = async <K extends 'table' | 'list' | 'buttons'>(month: string, kind: K, texts = vi) =>
    (await card(month, texts)).blocks?.find((block) => block.kind === kind)

  it('shows visits on their days, also those that began the month before, by a short name', async () => {
    const table = await blockOf('2020-04', 'table')
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.columns).toEqual(['Tuần', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'])
    expect(table.rows[0]).toEqual(['14', '', '', '01: Đ10 BXD', '02*: Đ10 BXD đến 17:00', '03', '04', '05'])
    expect(table.rows[1]).toEqual(['15', '06', '07', '08: Đ3 Y tế 08:00;\nĐ1 BKHĐT 13:30', '09', '10', '11', '12'])
    expect(table.rows[4]).toEqual(['18', '27', '28', '29', '30*: Đ2 BTC 08:00', '', '', ''])
  })

  it('lists them in words, names its days off with what they are, and counts them in its first line', async () => {
    const { text, blocks } = await card('2020-04')
    expect(text).toBe('Tháng 04/2020 có 4 chuyến kiểm tra.')
    expect(await blockOf('2020-04', 'list')).toEqual({
      kind: 'list',
      items: [
        'Thứ Hai, 30/03/2020, 08:00 đến Thứ Năm, 02/04/2020, 17:00: Bộ Xây dựng, Đoàn 10 (đã xác nhận)',
        'Thứ Tư, 08/04/2020, 08:00: Bộ Y tế, Đoàn 3 (dự kiến)',
        'Thứ Tư, 08/04/2020, 13:30–16:30: Bộ Kế hoạch và Đầu tư, Đoàn 1 (dự kiến)',
        'Thứ Năm, 30/04/2020, 08:00 đến Thứ Ba, 05/05/2020, 17:00: Bộ Tài chính, Đoàn 2 (đã thực hiện)',
      ],
    })
    const marked = JSON.stringify(blocks)
    for (const day of ['2020-04-02', '2020-04-30']) {
      const entry = VIETNAM.days.get(day)
      expect(marked).toContain(vi.overview.month.off(vi.day(day), entry?.name ?? '?'))
    }
    expect(JSON.stringify((await card('2020-04', en)).blocks)).toContain(VIETNAM.days.get('2020-04-30')?.nameEn)
  })

  it('tells no hour to those who see days alone', async () => {
    const dayOnly = await readMonth({ db: base.db, now, zone }, '2020-04', { ...sight, all: false, others: 'dates' })
    const blocks = JSON.stringify(monthCard({ texts: vi, zone, calendar: VIETNAM }, dayOnly).blocks)
    expect(blocks).toContain('Thứ Tư, 08/04/2020: Bộ Y tế')
    expect(blocks).not.toMatch(/\d{2}:\d{2}/)
  })

  it('calls a worked Saturday what it is', async () => {
    const calendar = buildCalendar('test', { from: '2020-01-01', to: '2020-12-31' }, [
      { day: '2020-06-06', kind: 'makeUpWork', name: 'Làm bù', nameEn: 'Worked', source: 'QĐ 1' },
    ])
    const read = await readMonth({ db: base.db, now, zone }, '2020-06', sight)
    expect(JSON.stringify(monthCard({ texts: vi, zone, calendar }, read))).toContain(
      '* 06/06/2020: ngày làm bù, Làm bù.',
    )
  })

  it('of nothing says so, and leads to the months beside it as far as the calendar reaches', async () => {
    expect((await card('2020-08')).text).toBe('Tháng 08/2020 không có chuyến kiểm tra nào.')
    expect(await blockOf('2020-08', 'list')).toBeUndefined()
    const months = async (month: string) => {
      const ways = await blockOf(month, 'buttons')
      return ways?.kind === 'buttons' ? ways.buttons.map((one) => one.label) : []
    }
    expect(await months('2020-12')).toEqual([
      'Tháng 11/2020',
      'Tháng 01/2021',
      vi.overview.button,
      vi.overview.schedule,
    ])
    expect(await months('2199-12')).toEqual(['Tháng 11/2199', vi.overview.button, vi.overview.schedule])
  })
})
