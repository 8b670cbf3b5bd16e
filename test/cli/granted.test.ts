import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { coordinator, formOf, member, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { json, terminal } from './terminal.ts'

const committee = committeeEachTest()
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  run = terminal(committee.url, committee.now())
})

it('present and coming leave is listed by the keys of its people, past and ended leave is not', async () => {
  expect((await run(['people', 'absences'])).out).toBe('There is no present or coming leave.\n')
  for (const [who, from, to] of [
    [member, '2020-06-16', '2020-06-17'],
    [member, '2020-06-20', '2020-06-25'],
    [otherMember, '2020-06-18', '2020-06-18'],
  ] as const) {
    const form = formOf(await committee.press(coordinator, { kind: 'leave.save.form' }))
    await committee.fill(coordinator, form, { person: who, from, to, note: '' })
  }
  const over = await committee.db.absence.findFirstOrThrow({ where: { fromDay: '2020-06-16' } })
  await committee.press(coordinator, { kind: 'leave.end', leave: over.id })
  await committee.db.absence.create({
    data: { ...over, id: randomUUID(), fromDay: '2020-06-01', toDay: '2020-06-15', endedAt: null },
  })
  const lastDay = { ...over, id: randomUUID(), fromDay: '2020-06-10', toDay: '2020-06-16', endedAt: null }
  await committee.db.absence.create({ data: lastDay })
  expect(json((await run(['people', 'absences', '--json'])).out)).toEqual([
    { person: member, from: '2020-06-10', to: '2020-06-16', note: null },
    { person: otherMember, from: '2020-06-18', to: '2020-06-18', note: null },
    { person: member, from: '2020-06-20', to: '2020-06-25', note: null },
  ])
  expect((await run(['people', 'absences'])).out).toContain(member)
})

it('delegations are listed with who may do what for whom', async () => {
  expect((await run(['people', 'delegations'])).out).toBe('There is no present or coming delegation.\n')
  const form = formOf(await committee.press(member, { kind: 'delegation.save.form', item: 'ND-DLCN' }))
  await committee.fill(member, form, { taker: otherMember, rights: ['draft', 'decide'], to: '2020-06-30' })
  expect(json((await run(['people', 'delegations', '--json'])).out)).toEqual([
    {
      person: member,
      taker: otherMember,
      rights: ['draft', 'decide'],
      item: 'ND-DLCN',
      from: '2020-06-16',
      to: '2020-06-30',
    },
  ])
  expect((await run(['people', 'delegations'])).out).toContain('draft, decide')
})
