import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readVocabulary } from '../../src/conversation/vocabulary.ts'
import { openDatabase } from '../../src/database/open.ts'
import { findActor } from '../../src/people/actor.ts'
import type { Vocabulary } from '../../src/understand/result.ts'
import { coordinator, drafter, member, textOf, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { quiet } from '../support/quiet.ts'
import { planVisits } from '../support/visits.ts'

const committee = committeeEachTest()

const read = (now = new Date('2020-06-16T02:00:00Z')) => readVocabulary({ db: committee.db, now, zone })
const in2026 = new Date('2026-06-16T02:00:00Z')
const unit = (name: string, more: { readonly toDay?: string; readonly successorId?: string } = {}) => {
  const id = randomUUID()
  return committee.db.unit.create({ data: { id, name, kind: 'ministry', ...more } })
}

it('holds the items, units and teams of the sample, and keeps the lists while nothing changes', async () => {
  const first = await read()
  expect([first.items.length, first.teams.length]).toEqual([10, 11])
  const planned = await committee.db.unit.findMany({ where: { plans: { some: {} } }, select: { id: true } })
  expect(planned).toHaveLength(26)
  expect(first.units.map(({ id }) => id)).toEqual(expect.arrayContaining(planned.map(({ id }) => id)))
  const second = await read()
  expect(second.units).toBe(first.units)
  expect(second.teams).toBe(first.teams)
  expect(second.items).toBe(first.items)
  expect(second.people).toBe(first.people)
  await committee.db.unit.update({ where: { name: 'Bộ Y tế' }, data: { shortNames: 'Y tế trung ương|YTTW' } })
  const third = await read()
  expect(third.units).not.toBe(first.units)
  expect(third.units.find(({ name }) => name === 'Bộ Y tế')?.otherNames).toEqual(['Y tế trung ương', 'YTTW'])
})

it('knows of who types their roles of today, and the body whose seat they hold', async () => {
  const speakerOf = async (user: string) => {
    const found = await findActor(committee.db, { platform: 'web', tenant: 'local', user }, '2020-06-16')
    const actor = found?.actor
    if (actor === undefined) throw new Error(`nobody is ${user}`)
    const { roles, self } = await readVocabulary({ db: committee.db, now: committee.now(), zone, actor })
    return { roles: [...(roles ?? [])], self }
  }
  expect(await speakerOf(member)).toMatchObject({ roles: expect.arrayContaining(['member']), self: ['Bộ Y tế'] })
  expect(await speakerOf(drafter)).toEqual({ roles: ['drafter'], self: [] })
  expect(await read()).not.toHaveProperty('self')
})

it('holds a unit that no plan names only where it stands in a succession, each under the other’s name as well', async () => {
  await unit('Bộ Tư pháp')
  const successor = await unit('Bộ Tài chính và Đầu tư')
  await committee.db.unit.update({
    where: { name: 'Bộ Kế hoạch và Đầu tư' },
    data: { toDay: '2025-02-28', successorId: successor.id },
  })
  const { units } = await read()
  const others = (name: string) => units.find((one) => one.name === name)?.otherNames
  expect(units.some(({ name }) => name === 'Bộ Tư pháp')).toBe(false)
  expect(others('Bộ Tài chính và Đầu tư')).toEqual(['Bộ Kế hoạch và Đầu tư'])
  expect(others('Bộ Kế hoạch và Đầu tư')).toEqual(['Bộ Tài chính và Đầu tư'])
})

it('knows at the next sentence what another process has changed, whatever it is', async () => {
  const other = await openDatabase(committee.url, quiet)
  const { db } = other
  const changes = [
    () => db.workItem.update({ where: { key: 'ND-DLCN' }, data: { title: 'Nghị định khác' } }),
    () => db.workItem.update({ where: { key: 'ND-DLCN' }, data: { titleEn: 'Another decree' } }),
    () => db.workItem.update({ where: { key: 'ND-DLCN' }, data: { typeEn: 'decree' } }),
    () => db.person.update({ where: { key: 'sample-dp1' }, data: { name: 'Lò Thị Pó' } }),
    () => db.team.update({ where: { key: '3' }, data: { name: 'Đoàn số ba' } }),
    () => db.unit.update({ where: { name: 'Bộ Y tế' }, data: { name: 'Bộ Sức khoẻ' } }),
    () => db.unit.create({ data: { id: randomUUID(), name: 'Bộ Tư pháp', kind: 'ministry' } }),
    () => planVisits(db, [{ team: '1', unit: 'Bộ Tư pháp' }]),
    () =>
      db.plan.create({
        data: { id: randomUUID(), year: 2026, title: 'Kế hoạch 2026', source: '{}', createdAt: committee.now() },
      }),
  ]
  const known: Vocabulary[] = [await read(in2026)]
  for (const change of changes) {
    await change()
    known.push(await read(in2026))
  }
  const last = known.at(-1)
  expect(last?.items.find(({ key }) => key === 'ND-DLCN')).toMatchObject({
    title: 'Nghị định khác',
    titleEn: 'Another decree',
    typeEn: 'decree',
  })
  expect(last?.people).toContain('Lò Thị Pó')
  expect(last?.teams.find(({ key }) => key === '3')?.name).toBe('Đoàn số ba')
  expect(last?.units.some(({ name }) => name === 'Bộ Sức khoẻ')).toBe(true)
  // That a unit exists makes it none of the committee's; that it is visited does.
  const names = known.map(({ units }) => units.some(({ name }) => name === 'Bộ Tư pháp'))
  expect(names.slice(-3)).toEqual([false, true, true])
  expect(known.slice(-2).map(({ year }) => year)).toEqual([2020, 2026])
  await other.close()
})

it('means this year where it has a plan, else the year of the latest plan', async () => {
  expect((await read()).year).toBe(2020)
  expect((await read(in2026)).year).toBe(2020)
})

it('a day that no calendar has is told to whoever types it, and nothing is done', async () => {
  for (const [who, text] of [
    [member, 'lịch 31/06'],
    [coordinator, 'dời KT-12 sang 31/06'],
  ] as const)
    expect(textOf(await committee.type(who, text))).toContain('31/06')
  expect(await committee.db.visit.count()).toBe(0)
})

it('a sentence that is not understood offers the names in it, by name', async () => {
  const reply = await committee.type(member, 'Bộ Y tế xin đổi lịch vào hôm nào đó nhỉ các bạn')
  expect(reply.kind).toBe('message')
  expect(textOf(reply)).toContain('Bộ Y tế')
})
