import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { json, terminal } from './terminal.ts'

const member = 'sample-tv-byt'
let base: TestDatabase
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  run = terminal(base.url, new Date('2030-01-01T00:00:00Z'))
  await run(['round', 'open', 'ND-DLCN', '--members', member])
})
afterEach(() => base.drop())

const step = (name: string, goesOut: string) => ({
  goesOut,
  person: member,
  name: 'Thành viên – Bộ Y tế (mẫu)',
  reasons: [{ kind: 'step', item: 'ND-DLCN', visit: null, step: name }],
})

it('plans for an instant without writing anything', async () => {
  const at = async (instant: string) => json((await run(['nudge', 'plan', '--at', instant, '--json'])).out)
  expect(await at('2020-06-23T08:30:00+07:00')).toContainEqual(step('T-7', '2020-06-23T01:30:00.000Z'))
  expect(await at('2020-06-30T03:00Z')).toContainEqual(step('T-0', '2020-06-30T03:00:00.000Z'))
  expect(await at('2020-06-28T08:30:00+07:00')).toEqual([])
  const { out } = await run(['nudge', 'plan', '--at', '2020-06-23T08:30:00+07:00'])
  expect(out).toContain('ND-DLCN T-7')
  expect(out).toContain('nothing was written.')
  expect(await base.db.nudge.count()).toBe(0)
})

it('says when it goes out, where a reader abroad is not at work yet', async () => {
  const zoned = { where: { key: 'sample-dp1' }, data: { timeZone: 'Europe/Berlin' } }
  await base.db.person.update(zoned)
  const at = '2020-06-22T08:30:00+07:00'
  const planned = json((await run(['nudge', 'plan', '--at', at, '--json'])).out)
  const digest = { reasons: [{ kind: 'digest', item: null, visit: null, step: '2020-06-22' }] }
  const [berlin, here] = ['2020-06-22T06:00:00.000Z', '2020-06-22T01:30:00.000Z']
  expect(planned).toContainEqual(expect.objectContaining({ person: 'sample-dp1', goesOut: berlin, ...digest }))
  expect(planned).toContainEqual(expect.objectContaining({ person: 'sample-dp2', goesOut: here, ...digest }))
})

it('names the visits that somebody is reminded of', async () => {
  const { db } = base
  const [team, unit] = [await db.team.findFirstOrThrow({ where: { key: '1' } }), await db.unit.findFirstOrThrow()]
  const starts = new Date('2020-06-24T01:00:00Z')
  const terms = { teamId: team.id, unitId: unit.id, starts, state: 'planned' }
  const told = new Date('2020-06-01T02:00:00Z')
  await db.visit.create({ data: { id: randomUUID(), number: 12, year: 2020, ...terms, changedAt: told } })
  const { out } = await run(['nudge', 'plan', '--at', '2020-06-23T08:30:00+07:00', '--json'])
  expect(json(out)).toContainEqual({
    goesOut: '2020-06-23T01:30:00.000Z',
    person: 'sample-td1',
    name: 'Trưởng đoàn số 1 (mẫu)',
    reasons: [{ kind: 'visit', item: null, visit: 'KT-12', step: 'T-1' }],
  })
  expect((await run(['nudge', 'plan', '--at', '2020-06-23T08:30:00+07:00'])).out).toContain('KT-12 T-1')
  const rehearsed = json((await run(['rehearse', '--from', '2020-06-20', '--to', '2020-06-25', '--json'])).out)
  expect(rehearsed).toContainEqual(
    expect.objectContaining({ kind: 'visit', about: [], visits: [{ visit: 'KT-12', step: 'report' }] }),
  )
})

it('refuses an instant that leaves the zone open, and one that does not exist', async () => {
  const unreal = ['2020-06-31T08:30+07:00', '2021-02-29T08:30Z', '2020-06-30T08:30+25:00']
  for (const at of ['2020-06-23T08:30', '2020-06-23', 'tomorrow', ...unreal])
    expect(await run(['nudge', 'plan', '--at', at])).toMatchObject({ status: 2, out: '' })
})

it('puts what is due into the ledger, once', async () => {
  await base.db.round.updateMany({ data: { openedAt: new Date('2020-06-01T02:00:00Z') } })
  const planned = json((await run(['nudge', 'plan', '--json'])).out)
  expect(Array.isArray(planned)).toBe(true)
  const first = json((await run(['nudge', 'run', '--json'])).out)
  expect(first).toEqual({ messages: Array.isArray(planned) ? planned.length : -1 })
  expect((await run(['nudge', 'run'])).out).toBe('Nobody is due anything.\n')
})
