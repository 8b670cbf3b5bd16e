import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { en } from '../../src/texts/en.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { planVisits } from '../support/visits.ts'
import { json, terminal } from './terminal.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')
const Checked = z.object({
  ok: z.literal(true),
  days: z.unknown(),
  deadlines: z.array(z.unknown()),
  nudges: z.unknown(),
})

let base: TestDatabase
let folder: string
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  folder = mkdtempSync(join(tmpdir(), 'dondoc-calendar-'))
  run = terminal(base.url, demoDay)
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

const row = (day: string, kind: string) => ({ day, kind, name: 'Ngày nghỉ mới', nameEn: 'A new day', source: 'QĐ 1' })

/** A calendar file that extends the built-in one by these rows; gives its path. */
function file(...days: unknown[]): string {
  const path = join(folder, 'calendar.json')
  writeFileSync(path, JSON.stringify({ extends: 'vn', version: 'ours-1', days }))
  return path
}

describe('checking a calendar', () => {
  it('leaves out the default deadline of an item whose round is due at another moment, or has been held', async () => {
    await run(['round', 'open', 'ND-DLCN', '--due', '2020-07-10'])
    const items = async () => {
      const { out } = await run([
        'calendar',
        'check',
        file(row('2020-06-30', 'holiday'), row('2020-09-30', 'holiday')),
        '--json',
      ])
      return Checked.parse(json(out)).deadlines.map((one) => z.object({ item: z.string() }).parse(one).item)
    }
    const others = await items()
    expect(others).not.toContain('ND-DLCN')
    expect(others).toContain('CL-CPDT')
    await run(['round', 'close', 'ND-DLCN', '--reason', 'x'])
    expect(await items()).toEqual(others)
    await run(['round', 'open', 'CL-CPDT'])
    await run(['round', 'close', 'CL-CPDT', '--reason', 'x'])
    expect(await items()).not.toContain('CL-CPDT')
    await base.db.round.updateMany({ data: { state: 'withdrawn', liveKey: null } })
    expect(await items()).toContain('ND-DLCN')
  })

  it('shows which deadlines and which nudges of open rounds a new holiday moves, and changes nothing', async () => {
    await run(['round', 'open', 'ND-DLCN'])
    const before = await base.db.round.findFirstOrThrow()
    const path = file(row('2020-06-30', 'holiday'))
    const { status, out } = await run(['calendar', 'check', path, '--json'])
    expect(status).toBe(0)
    const checked = Checked.parse(json(out))
    expect(checked.days).toEqual([{ day: '2020-06-30', before: null, after: 'holiday', name: 'A new day' }])
    expect(checked.deadlines).toContainEqual({
      item: 'ND-DLCN',
      quarter: '2020-Q2',
      before: '2020-06-30',
      after: '2020-06-29',
      openRound: true,
    })
    expect(checked.deadlines).toHaveLength(await base.db.workItem.count({ where: { quarter: '2020-Q2' } }))
    const moved = (step: string, was: string | null, is: string | null) => ({
      item: 'ND-DLCN',
      round: 1,
      step,
      before: was,
      after: is,
    })
    expect(checked.nudges).toEqual([moved('T-1', '2020-06-29', null), moved('T-0', '2020-06-30', '2020-06-29')])
    expect(await base.db.round.findFirstOrThrow()).toEqual(before)

    const told = await run(['calendar', 'check', path])
    expect(told.out).toMatch(/ND-DLCN +2020-Q2 +Tuesday, 30 June 2020 +Monday, 29 June 2020/)
    expect(told.out).toMatch(/ND-DLCN +1 +T-0 +Tuesday, 30 June 2020 +Monday, 29 June 2020/)
    expect(told.out).toContain('The open rounds on ND-DLCN keep the deadline that was told.')
  })

  it('shows which reminders of visits a new holiday moves', async () => {
    await planVisits(base.db, [{ team: '1', unit: 'Bộ Y tế', starts: '2020-06-24T08:00' }])
    const path = file(row('2020-06-23', 'holiday'))
    const { status, out } = await run(['calendar', 'check', path, '--json'])
    expect(status).toBe(0)
    const t1 = { visit: 'KT-1', step: 'T-1', before: '2020-06-23', after: '2020-06-22' }
    expect(json(out)).toMatchObject({ visits: [t1] })
    const told = await run(['calendar', 'check', path])
    expect(told.out).toMatch(/KT-1 +T-1 +Tuesday, 23 June 2020 +Monday, 22 June 2020/)
    expect(told.out).not.toContain('Nothing moves.')
  })

  it('says that nothing moves when nothing does', async () => {
    await run(['round', 'open', 'ND-DLCN'])
    const same = await run(['calendar', 'check', file()])
    expect(same).toMatchObject({ status: 0, out: expect.stringContaining('No day changes.\nNothing moves.') })
    const moved = file(row('2024-04-29', 'ordinary'), row('2024-05-04', 'ordinary'))
    const { out } = await run(['calendar', 'check', moved])
    expect(out).toMatch(/Monday, 29 April 2024 +swapOff +ordinary/)
    expect(out).toMatch(/Saturday, 4 May 2024 +makeUpWork +ordinary/)
    expect(out).toContain('Nothing moves.')
  })

  it('lists all rows that are wrong, and exits with 1', async () => {
    const path = file(row('2020-06-31', 'holiday'), row('2020-05-05', 'makeUpWork'), row('2020-07-01', 'ordinary'))
    const { status, out, err } = await run(['calendar', 'check', path, '--json'])
    expect(status).toBe(1)
    expect(json(out)).toMatchObject({
      ok: false,
      problems: [
        { row: 1, day: '2020-06-31' },
        { row: 2, day: '2020-05-05' },
        { row: 3, day: '2020-07-01' },
      ],
    })
    expect(err).toMatch(/calendar\.json: 3 problems; this file would be refused at start\n$/)
    expect((await run(['calendar', 'check', path])).out.split('\n').slice(0, 3)).toEqual([
      'row 1 (2020-06-31): there is no such day (write YYYY-MM-DD)',
      'row 2 (2020-05-05): a worked day in exchange (makeUpWork) must be a Saturday or a Sunday',
      'row 3 (2020-07-01): there is nothing to cancel (ordinary): the calendar that is extended does not name this day',
    ])
    const missing = await run(['calendar', 'check', join(folder, 'absent.json')])
    expect(missing).toMatchObject({ status: 1, out: expect.stringContaining('cannot be read (ENOENT)') })
  })

  it('compares with the calendar in use, which may be an operator’s own', async () => {
    const path = file(row('2020-06-30', 'holiday'))
    const { out } = await run(['calendar', 'check', path], { DONDOC_CALENDAR: path })
    expect(out).toContain('Nothing moves.')
    const refused = await run(['status'], { DONDOC_CALENDAR: join(folder, 'absent.json') })
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('DONDOC_CALENDAR') })
  })
})

describe('explaining a day', () => {
  it('refuses a day that does not exist, or lies where no plan reaches, as wrong usage', async () => {
    for (const day of ['2020-06-31', '9999-12-31', '0000-01-01', 'today'])
      expect(await run(['calendar', 'explain', day]), day).toMatchObject({ status: 2, out: '' })
    const far = await run(['rehearse', '--from', '9999-12-01', '--to', '9999-12-31'])
    expect(far).toMatchObject({ status: 1, err: expect.stringContaining('--from: There is no such date.') })
  })

  it('names the law behind a holiday', async () => {
    const { status, out } = await run(['calendar', 'explain', '2020-04-30', '--json'])
    expect(status).toBe(0)
    expect(json(out)).toEqual({
      day: '2020-04-30',
      weekday: 4,
      working: false,
      why: 'holiday',
      name: VIETNAM.days.get('2020-04-30')?.nameEn,
      source: VIETNAM.days.get('2020-04-30')?.source,
      provisional: false,
      covered: true,
      falls: [],
    })
  })

  it('tells what falls on a day: the quarter’s deadline, the round’s, the nudge', async () => {
    await run(['round', 'open', 'ND-DLCN'])
    const { out } = await run(['calendar', 'explain', '2020-06-30', '--json'])
    expect(json(out)).toMatchObject({
      working: true,
      falls: [
        { kind: 'quarter', quarter: '2020-Q2', deadline: '2020-06-30', items: expect.arrayContaining(['ND-DLCN']) },
        { kind: 'deadline', item: 'ND-DLCN', round: 1, at: '2020-06-30T10:00:00.000Z', rule: 'quarter-end' },
        { kind: 'nudge', item: 'ND-DLCN', round: 1, step: 'T-0', ruleDay: '2020-06-30', day: '2020-06-30' },
      ],
    })
    const told = await run(['calendar', 'explain', '2020-06-26'])
    expect(told.out).toContain(`${en.explain.before(3)}: ${en.explain.weekend('Saturday, 27 June 2020')}`)
    expect(told.out).toContain(en.explain.rolledBack('Friday, 26 June 2020'))
    expect(told.out).not.toContain('[')
  })

  it('says of a deadline that was derived before the calendar changed that it stays as it was told', async () => {
    await run(['round', 'open', 'ND-DLCN'])
    const { out } = await run(['calendar', 'explain', '2020-06-30'], {
      DONDOC_CALENDAR: file(row('2020-06-30', 'holiday')),
    })
    expect(out).toContain(en.explain.keptAsTold)
    expect(out).toContain('QĐ 1')
  })

  it('refuses a day that does not exist as wrong usage', async () => {
    expect(await run(['calendar', 'explain', '2020-06-31'])).toMatchObject({ status: 2 })
  })
})

it('lists the days of a year with their sources', async () => {
  const { out } = await run(['calendar', 'list', '--year', '2024', '--json'])
  const { days } = z.object({ days: z.array(z.object({ day: z.string(), source: z.string() })) }).parse(json(out))
  expect(days.every(({ day, source }) => day.startsWith('2024') && source !== '')).toBe(true)
  expect(days).toHaveLength([...VIETNAM.days.keys()].filter((day) => day.startsWith('2024')).length)
  expect((await run(['calendar', 'list', '--year', '2027'])).out).toMatch(/5 February 2027 +holiday \(provisional\)/)
})
