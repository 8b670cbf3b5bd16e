import { expect, it } from 'vitest'
import { createPages } from '../../src/desk/read-page.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { coordinator, drafter, formOf, member, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { pageOf, pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const t = vi.desk.people
const people = { page: 'people' } as const
const chair = 'sample-ct'
const operator = 'sample-qt'

const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
const rowsOf = async (who: string, more = {}) =>
  partOf(await pageOn(committee, who, { ...people, ...more }), 'people', 'table').rows

it('shows coordinators, the chair and operators who is who, and nobody else', async () => {
  const all = await committee.db.person.count()
  for (const who of [coordinator, chair, operator]) expect(await rowsOf(who)).toHaveLength(all)
  for (const who of [member, drafter]) expect(await pageOf(committee, who, people)).toBeUndefined()
  const pages = createPages(committee.host)
  const waysOf = async (user: string) =>
    (await pages.ways({ platform: 'web', tenant: 'local', user }, 'vi')).map(({ label }) => label)
  expect(await waysOf(coordinator)).toContain(t.name)
  expect(await waysOf(operator)).toContain(t.name)
  expect(await waysOf(member)).not.toContain(t.name)
  // What can be done for others is a coordinator's matter.
  expect((await rowsOf(chair)).flatMap(({ buttons }) => buttons ?? [])).toEqual([])
})

it('opens the forms with the person of the row in them', async () => {
  const id = await idOf(member)
  const [row] = await rowsOf(coordinator, { find: member })
  const intents = (row?.buttons ?? []).flatMap((button) => ('intent' in button ? [button.intent] : []))
  expect(intents).toEqual([
    { kind: 'access.make.form', person: id },
    { kind: 'leave.save.form', person: id },
  ])
  for (const intent of intents) {
    const { fields } = formOf(await committee.press(coordinator, intent))
    expect(fields.find(({ name }) => name === 'person')).toMatchObject({ value: [{ value: member }] })
  }
})

it('finds people as pickers do, and says when there is nobody', async () => {
  expect((await rowsOf(coordinator, { find: 'bo y te' })).map(({ name }) => name)).toEqual([
    'Thành viên – Bộ Y tế (mẫu)',
  ])
  expect((await rowsOf(coordinator, { find: 'BTC' })).map(({ name }) => name)[0]).toContain('Bộ Tài chính')
  const none = await pageOn(committee, coordinator, { ...people, find: 'xyzw' })
  expect(partOf(none, 'people', 'text').text).toBe(t.notFound)
  expect(partOf(none, 'people', 'find').place).toMatchObject({ page: 'people', find: 'xyzw' })
})

it('puts those first whom no message reaches, with why and the way to reach them', async () => {
  expect(sectionOf(await pageOn(committee, coordinator, people), 'unreached')).toBeUndefined()
  const id = await idOf(member)
  await committee.db.account.updateMany({ where: { personId: id }, data: { unreachable: 'deactivated' } })
  const page = await pageOn(committee, coordinator, people)
  expect(page.main.map((section) => section.id)).toEqual(['unreached', 'people'])
  expect(partOf(page, 'unreached', 'lines').lines).toMatchObject([
    {
      name: member,
      small: [vi.digest.unreachableWhy.gone],
      buttons: [{ intent: { kind: 'access.make.form', person: id } }],
    },
  ])
  const [only, ...others] = await rowsOf(coordinator, { show: 'unreached' })
  expect(others).toEqual([])
  expect(only?.cells[2]).toEqual({
    text: '',
    small: [t.silent(t.web)],
    pill: { text: t.notReached, tone: 'warning' },
  })
  await committee.db.account.deleteMany({ where: { personId: id } })
  const [line] = partOf(await pageOn(committee, chair, people), 'unreached', 'lines').lines
  expect(line).toMatchObject({ small: [vi.digest.unreachableWhy['no-account']], buttons: [] })
})

it('shows leave and delegations as long as they last', async () => {
  await committee.fill(member, formOf(await committee.type(member, 'nghỉ từ 20/06 đến 25/06')), {})
  const give = formOf(await committee.type(member, 'ủy quyền'))
  await committee.fill(member, give, { taker: otherMember, from: '2020-06-16', to: '2020-06-20' })
  const page = await pageOn(committee, coordinator, people)
  const span = vi.leave.span(vi.day('2020-06-20'), vi.day('2020-06-25'))
  expect(partOf(page, 'on-leave', 'lines').lines).toMatchObject([{ small: [span] }])
  expect(partOf(page, 'delegations', 'lines').lines[0]?.text).toContain('Bộ Tài chính')
  const { columns, rows } = partOf(page, 'people', 'table')
  expect(columns.map(({ label }) => label)).toContain(t.columns.delegations)
  const taker = rows.find(({ name }) => name.includes('Bộ Tài chính'))
  expect(taker?.cells.some(({ text }) => text === t.taken('Thành viên – Bộ Y tế (mẫu)'))).toBe(true)
  committee.setClock('2020-06-21T08:00')
  const later = await pageOn(committee, coordinator, people)
  expect(partOf(later, 'on-leave', 'lines').lines[0]?.pill?.text).toBe(t.onLeave)
  expect(sectionOf(later, 'delegations')).toBeUndefined()
  committee.setClock('2020-06-26T08:00')
  expect(sectionOf(await pageOn(committee, coordinator, people), 'on-leave')).toBeUndefined()
})

it('pages by fifty with those who have left last', async () => {
  const createdAt = committee.now()
  const add = (n: number, toDay: string | null) => ({
    ...{ id: crypto.randomUUID(), key: `p${n}`, name: `Người ${n}`, organisation: 'A', createdAt },
    roles: { create: { id: crypto.randomUUID(), role: 'member', fromDay: '2020-01-01', toDay } },
  })
  for (let n = 1; n <= 60; n += 1)
    await committee.db.person.create({ data: add(n, n === 1 ? '2020-05-31' : null), select: { id: true } })
  const first = await pageOn(committee, coordinator, people, 'en')
  expect(partOf(first, 'people', 'table').rows).toHaveLength(50)
  expect(partOf(first, 'people', 'ways').ways).toEqual([
    { label: en.buttons.nextPage, place: { page: 'people', from: 50 } },
  ])
  const last = (await rowsOf(coordinator, { from: 50 })).at(-1)
  expect(last?.cells[0]).toMatchObject({ text: 'Người 1', pill: { text: t.left(vi.day('2020-05-31')) } })
  expect(partOf(first, 'unreached', 'lines').lines).toHaveLength(8)
  expect(sectionOf(first, 'unreached')?.pill?.text).toBe('59')
  expect(JSON.stringify(first).length).toBeLessThan(100_000)
  // Nothing of an account but its platform.
  await committee.db.person.updateMany({ where: { key: member }, data: { email: 'nguoi@example.org' } })
  expect(JSON.stringify(await pageOn(committee, coordinator, people))).not.toContain('@')
})
