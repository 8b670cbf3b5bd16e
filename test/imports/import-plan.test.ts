import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importPlan } from '../../src/imports/plan/import-plan.ts'
import { FileRefused } from '../../src/imports/sheets/file-refused.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const bytes = await readFile(new URL('../../src/imports/sample/plan-2020.json', import.meta.url))
const source = { file: 'plan-2020.json', bytes }
type Plan = { plan: { year: number }; items: Record<string, unknown>[]; inspections: Record<string, unknown> }
const changed = (change: (plan: Plan) => void) => {
  const plan: Plan = JSON.parse(bytes.toString())
  change(plan)
  return { file: 'plan.json', bytes: new TextEncoder().encode(JSON.stringify(plan)) }
}

it('stores the plan with its source, items in order, units and numbered teams, and makes nothing up', async () => {
  expect(await importPlan(base.db, source, options)).toMatchObject({ rows: 48, created: 48, imported: true })
  const items = await base.db.workItem.findMany({ orderBy: { position: 'asc' } })
  expect(items.map((item) => item.key).slice(0, 4)).toEqual(['DA-KNDL', 'DS-NTDC', 'ND-DLCN', 'CL-CPDT'])
  expect(items[4]).toMatchObject({ key: 'CSDL-DC', quarter: null, draftingAgency: null })
  expect(await base.db.unit.count({ where: { kind: 'ministry' } })).toBe(8)
  expect(await base.db.unit.count({ where: { kind: 'locality' } })).toBe(18)
  expect(await base.db.team.findUniqueOrThrow({ where: { key: '11' } })).toMatchObject({ name: 'Đoàn công tác số 11' })
  expect([await base.db.visit.count(), await base.db.duty.count()]).toEqual([0, 0])
  expect(await base.db.plan.findUniqueOrThrow({ where: { year: 2020 } })).toMatchObject({
    sample: false,
    source: bytes.toString(),
  })
})

it('changes nothing when imported again, and keeps the name that a team was given', async () => {
  await importPlan(base.db, source, options)
  await base.db.team.update({ where: { key: '1' }, data: { name: 'Đoàn phía Bắc' } })
  expect(await importPlan(base.db, source, options)).toMatchObject({ unchanged: 48, created: 0, updated: 0 })
  expect(await base.db.team.findUniqueOrThrow({ where: { key: '1' } })).toMatchObject({ name: 'Đoàn phía Bắc' })
})

it('keeps which units are inspected, in the order of the file', async () => {
  await importPlan(base.db, source, options)
  const inspected = async () =>
    (await base.db.planUnit.findMany({ orderBy: { position: 'asc' }, include: { unit: true } })).map(
      ({ position, unit }) => `${position} ${unit.name}`,
    )
  const before = await inspected()
  expect(before).toHaveLength(26)
  expect([before[0], before[8], before[25]]).toEqual(['1 Bộ Công an', '9 Phú Thọ', '26 Thái Nguyên'])
  const swapped = changed((plan) => {
    const localities = ['Vĩnh Phúc', 'Phú Thọ', 'Hà Nội']
    Object.assign(plan.inspections, { localities })
  })
  expect(await importPlan(base.db, swapped, options)).toMatchObject({ created: 1, updated: 3, ended: 16 })
  expect((await inspected()).slice(8)).toEqual(['9 Vĩnh Phúc', '10 Phú Thọ', '11 Hà Nội'])
  expect(await importPlan(base.db, swapped, options)).toMatchObject({ created: 0, updated: 0, ended: 0 })
  expect(await base.db.unit.count()).toBe(11)
})

it('removes a unit that it no longer names only where no visit, no other plan and no succession names it', async () => {
  await importPlan(base.db, source, options)
  const id = async (name: string) => (await base.db.unit.findUniqueOrThrow({ where: { name } })).id
  const team = await base.db.team.findUniqueOrThrow({ where: { key: '3' } })
  await base.db.visit.create({
    data: { id: 'v', number: 1, year: 2020, teamId: team.id, unitId: await id('Phú Thọ'), changedAt: options.now },
  })
  await base.db.plan.create({ data: { id: 'p21', year: 2021, title: 'KH 2021', source: '{}', createdAt: options.now } })
  await base.db.planUnit.create({ data: { planId: 'p21', unitId: await id('Bắc Ninh'), position: 1 } })
  await base.db.unit.update({
    where: { name: 'Yên Bái' },
    data: { successorId: await id('Lào Cai'), toDay: '2025-06-30' },
  })
  await base.db.unit.create({ data: { id: 'free', name: 'Hà Nội', kind: 'locality' } })
  const none = changed((plan) => void Object.assign(plan.inspections, { ministries: [], localities: [] }))
  expect(await importPlan(base.db, none, options)).toMatchObject({ ended: 26 })
  expect((await base.db.unit.findMany()).map((unit) => unit.name).sort()).toEqual(
    ['Phú Thọ', 'Bắc Ninh', 'Yên Bái', 'Lào Cai', 'Hà Nội'].sort(),
  )
  expect(await base.db.planUnit.count()).toBe(1)
})

it('updates items by key and removes those that are gone and unused', async () => {
  await importPlan(base.db, source, options)
  const before = await base.db.workItem.findUniqueOrThrow({ where: { key: 'CSDL-DC' } })
  const next = changed((plan) => {
    Object.assign(plan.items[4] ?? {}, { quarter: '2020-Q4' })
    plan.items.pop()
  })
  // The plan's own line counts as well: its stored source is another.
  expect(await importPlan(base.db, next, options)).toMatchObject({ updated: 2, ended: 1, created: 0 })
  const after = await base.db.workItem.findUniqueOrThrow({ where: { key: 'CSDL-DC' } })
  expect(after).toEqual({ ...before, quarter: '2020-Q4' })
  expect(await base.db.workItem.count()).toBe(9)
})

it('never removes an item that a round was opened for', async () => {
  await importPlan(base.db, source, options)
  const item = await base.db.workItem.findUniqueOrThrow({ where: { key: 'CSDL-DD' } })
  await base.db.round.create({
    data: {
      id: 'r1',
      itemId: item.id,
      number: 1,
      draftVersion: 1,
      openedAt: options.now,
      dueAt: options.now,
      dueRule: 'set',
      late: 'refuse',
      silence: 'none',
      positions: '[]',
      askedCount: 0,
      state: 'withdrawn',
    },
  })
  const next = changed((plan) => void plan.items.pop())
  const report = await importPlan(base.db, next, { ...options, skipBad: true })
  expect(report).toMatchObject({ imported: false, problems: [{ row: 0, value: 'CSDL-DD' }] })
  expect(await base.db.workItem.count()).toBe(10)
})

it('refuses a key twice, a wrong quarter, an item of another year, and what is no plan', async () => {
  const twice = changed((plan) => void plan.items.push({ ...plan.items[0] }))
  expect((await importPlan(base.db, twice, options)).problems).toMatchObject([{ row: 11, value: 'DA-KNDL' }])
  const quarter = changed((plan) => Object.assign(plan.items[2] ?? {}, { quarter: 'II' }))
  expect((await importPlan(base.db, quarter, options)).problems).toMatchObject([{ row: 3, column: 'items.2.quarter' }])
  await importPlan(base.db, source, options)
  const year = changed((plan) => Object.assign(plan.plan, { year: 2021 }))
  expect((await importPlan(base.db, year, options)).problems[0]?.reason).toContain('the plan of 2020')
  const text = { file: 'x.json', bytes: new TextEncoder().encode('not json') }
  await expect(importPlan(base.db, text, options)).rejects.toBeInstanceOf(FileRefused)
})

it('refuses a unit that is known, spelled in another way: it would be inspected and asked about under two names', async () => {
  await importPlan(base.db, source, options)
  const spelled = changed(
    (plan) => void Object.assign(plan.inspections, { localities: ['Phú Thọ', 'LÀO CAI', 'Son La'] }),
  )
  const report = await importPlan(base.db, spelled, options)
  expect(report.problems.map(({ column, value, reason }) => [column, value, reason])).toEqual([
    ['inspections', 'LÀO CAI', 'is "Lào Cai", spelled in another way: write that'],
    ['inspections', 'Son La', 'is "Sơn La", spelled in another way: write that'],
  ])
  expect(report.imported).toBe(false)
})
