import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../src/database/db.ts'
import { openDatabase } from '../../src/database/open.ts'
import { importPlan } from '../../src/imports/plan/import-plan.ts'
import { openTestDatabase, somebodyWaits, type TestDatabase } from '../support/database.ts'
import { changedMeanwhile } from '../support/meanwhile.ts'
import { quiet } from '../support/quiet.ts'
import { options } from './write-files.ts'

// A plan's file removes items and units that it no longer names, and with an item would go its rounds and all opinions.

const sample = JSON.parse(await readFile(new URL('../../src/imports/sample/plan-2020.json', import.meta.url), 'utf8'))
const item = { key: 'ND-DLCN' }
const unit = { name: 'Bộ Công an' }

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  await take(base.db)
})
afterEach(() => base.drop())

const take = (db: Db, plan: object = sample) =>
  importPlan(db, { file: 'plan.json', bytes: new TextEncoder().encode(JSON.stringify(plan)) }, options)
/** The plan without that item and that unit. */
const takeWithout = (db: Db) => {
  const { items, inspections } = sample
  const ministries = inspections.ministries.filter((name: string) => name !== unit.name)
  const others = items.filter(({ key }: { key: string }) => key !== item.key)
  return take(db, { ...sample, items: others, inspections: { ...inspections, ministries, unitCount: undefined } })
}

const uses: readonly (readonly [string, (db: Db) => Promise<unknown>, () => Promise<number>])[] = [
  [
    'a round of the item is opened',
    async (db) => {
      const { id: itemId } = await db.workItem.findUniqueOrThrow({ where: item })
      const terms = { dueRule: 'set', late: 'accept', silence: 'none', positions: '[]', askedCount: 0, state: 'open' }
      const row = { id: 'round', itemId, number: 1, draftVersion: 1, openedAt: options.now, dueAt: options.now }
      await db.round.create({ data: { ...row, ...terms } })
    },
    () => base.db.round.count(),
  ],
  [
    'a round of the item is prepared',
    async (db) => {
      const { id: itemId } = await db.workItem.findUniqueOrThrow({ where: item })
      const row = { id: 'proposal', itemId, byId: 'an', revision: 1, fields: '{}', updatedAt: options.now }
      await db.roundProposal.create({ data: row })
    },
    () => base.db.roundProposal.count(),
  ],
  [
    'a visit to the unit is planned',
    async (db) => {
      const { id: unitId } = await db.unit.findUniqueOrThrow({ where: unit })
      const { id: teamId } = await db.team.findUniqueOrThrow({ where: { key: '1' } })
      const row = { id: 'visit', number: 1, year: 2020, teamId, unitId, state: 'planned', changedAt: options.now }
      await db.visit.create({ data: row })
    },
    () => base.db.visit.count(),
  ],
]

it('what nothing hangs on is removed, and nothing else', async () => {
  const before = await base.db.unit.count()
  expect(await takeWithout(base.db)).toMatchObject({ imported: true, ended: 2 })
  expect(await base.db.workItem.count({ where: item })).toBe(0)
  expect(await base.db.unit.count({ where: unit })).toBe(0)
  expect(await base.db.unit.count()).toBe(before - 1)
})

it.each(uses)('what is to go stays where %s meanwhile', async (_, use, left) => {
  expect(await takeWithout(changedMeanwhile(base, () => use(base.db)))).toMatchObject({ imported: true })
  expect(await left()).toBe(1)
})

// SQLite lets one connection write at a time.
describe.runIf(process.env.TEST_DATABASE_URL)('on PostgreSQL', () => {
  it.each(uses)('what is to go stays where %s and not stored yet', async (_, use, left) => {
    const other = await openDatabase(base.url, quiet)
    const used = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const theirs = other.db.$transaction(async (tx) => {
      await use(tx as Db)
      used.resolve()
      await mayEnd.promise
    })
    await used.promise
    const ours = takeWithout(base.db)
    await somebodyWaits(base.db)
    mayEnd.resolve()
    await theirs
    expect(await ours).toMatchObject({ imported: true })
    expect(await left()).toBe(1)
    await other.close()
  })
})
