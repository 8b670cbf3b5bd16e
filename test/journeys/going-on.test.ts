import { expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import { plain } from '../../src/contract/plain.ts'
import { forgetSpoken } from '../../src/requests/last-spoken.ts'
import { createApp } from '../../src/requests/receive.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  buttonsOf,
  coordinator,
  formOf,
  initial,
  member,
  messageOf,
  openRoundOn,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisit } from '../support/visits.ts'

const committee = committeeEachTest()
const introOf = ({ title, intro = [] }: Form): string => plain({ text: title, blocks: intro })
const taken = vi.help.takenAs('ND-DLCN')

/** Two rounds, of which none is the only one that can be meant. */
async function openTwo(): Promise<void> {
  await openRoundOn(committee, 'CSDL-DC', { day: '2020-06-25' })
  await openRoundOn(committee, 'ND-DLCN')
  committee.setClock('2020-06-16T14:00')
}

it('the item just spoken of may be left out, and that it was taken is told', async () => {
  await openTwo()
  await committee.type(coordinator, 'tình hình nghị định')
  const reminder = await committee.type(coordinator, 'nhắc họ đi')
  expect(messageOf(reminder).blocks?.[0]).toEqual({ kind: 'text', text: taken })
  expect(textOf(reminder)).toContain('ND-DLCN: ')
  const form = formOf(await committee.type(coordinator, 'gia hạn thêm 3 ngày'))
  expect(introOf(form)).toContain(taken)
  expect(initial(form)).toMatchObject({ day: '2020-07-03' })
})

it('what has no place is told as well, whether the item is asked or taken', async () => {
  await openTwo()
  const unused = vi.help.notUsed(['26/06'])
  expect(textOf(await committee.type(coordinator, 'nhắc họ 26/06'))).toContain(unused)
  await committee.type(coordinator, 'tình hình ND-DLCN')
  const blocks = messageOf(await committee.type(coordinator, 'nhắc họ 26/06')).blocks ?? []
  expect(blocks.slice(0, 2)).toMatchObject([{ text: taken }, { text: unused }])
})

it('so it is in English', async () => {
  await openTwo()
  await committee.type(coordinator, 'English')
  await committee.type(coordinator, 'status ND-DLCN')
  expect(introOf(formOf(await committee.type(coordinator, 'extend by 3 days')))).toContain(en.help.takenAs('ND-DLCN'))
})

it('what ends a round is asked, with the one just spoken of first', async () => {
  await openTwo()
  const first = async (text: string) => buttonsOf(messageOf(await committee.type(coordinator, text)))[0]
  expect(await first('đóng đợt')).toMatchObject({ intent: { kind: 'round.change.form', item: 'CSDL-DC' } })
  await committee.type(coordinator, 'tình hình ND-DLCN')
  for (const text of ['đóng đợt', 'thu hồi đợt'])
    expect(await first(text)).toMatchObject({ intent: { kind: 'round.change.form', item: 'ND-DLCN' } })
})

it('half an hour later, or in another conversation, or for somebody else, it is asked', async () => {
  await openTwo()
  const asks = async (more: { readonly audience?: 'shared' } = {}) => {
    const said = { kind: 'typed', text: 'gia hạn thêm 3 ngày' } as const
    return textOf((await committee.act(coordinator, said, more)).reply).includes(vi.help.whichItem)
  }
  await committee.type('sample-dp2', 'tình hình ND-DLCN')
  expect(await asks()).toBe(true)
  await committee.type(coordinator, 'tình hình ND-DLCN')
  expect(await asks({ audience: 'shared' })).toBe(true)
  committee.setClock('2020-06-16T14:30')
  expect(await asks()).toBe(false)
  committee.setClock('2020-06-16T15:01')
  expect(await asks()).toBe(true)
})

it('a button says it as well, and another replica knows it', async () => {
  await openTwo()
  await committee.press(coordinator, { kind: 'status.show', item: 'ND-DLCN' })
  const replica = createApp({ ...committee.host, wake: () => undefined })
  const { reply } = await replica.receive(committee.inbound(coordinator, { kind: 'typed', text: 'nhắc họ đi' }))
  expect(textOf(reply)).toContain(taken)
})

it('an item that cannot be meant is not taken', async () => {
  await openTwo()
  await committee.type(coordinator, 'nội dung DA-KNDL')
  expect(textOf(await committee.type(coordinator, 'gia hạn thêm 3 ngày'))).toContain(vi.help.whichItem)
})

it('an opinion is never put to a round by that: the one just spoken of is the first that is offered', async () => {
  await openTwo()
  await committee.type(member, 'tình hình ND-DLCN')
  const reply = await committee.type(member, 'đồng ý')
  expect(buttonsOf(messageOf(reply))[0]).toMatchObject({ intent: { kind: 'opinion.type', item: 'ND-DLCN' } })
  expect(await committee.db.opinionDraft.count()).toBe(0)
})

it('the visit just spoken of is moved, and reported on', async () => {
  await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
  await committee.type(coordinator, 'KT-1')
  const form = formOf(await committee.type(coordinator, 'dời sang 24/06'))
  expect(form.title).toBe(vi.visits.formChange('KT-1'))
  expect(introOf(form)).toContain(vi.help.takenAs('KT-1'))
  expect(initial(form)).toMatchObject({ day: '2020-06-24', time: '08:00' })
})

it('a refusal says as well which one was taken', async () => {
  await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
  await committee.type(coordinator, 'KT-1')
  const reply = await committee.type(coordinator, 'xin đổi lịch sang 31/12')
  expect(introOf(formOf(reply))).toContain(vi.help.takenAs('KT-1'))
  await committee.db.visit.updateMany({ data: { state: 'cancelled' } })
  const refused = textOf(await committee.type(coordinator, 'dời sang 24/06'))
  expect(refused).toContain(`${vi.help.takenAs('KT-1')}\n${vi.refusals['visit-cancelled']({})}`)
})

it('calling the visit off is only offered; where none was spoken of, the schedule shows them', async () => {
  await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
  expect(textOf(await committee.type(coordinator, 'hủy chuyến'))).toContain('KT-1')
  expect(textOf(await committee.type(coordinator, 'hủy chuyến'))).not.toContain(vi.help.whichVisit)
  await committee.type(coordinator, 'KT-1')
  const reply = messageOf(await committee.type(coordinator, 'hủy chuyến'))
  expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Hủy chuyến KT-1', 'Lịch kiểm tra'])
  expect(buttonsOf(reply)[0]).toMatchObject({ intent: { kind: 'visit.cancel.form', number: 1 } })
  expect(await committee.db.visit.count({ where: { state: 'cancelled' } })).toBe(0)
})

it('is forgotten after a day', async () => {
  await committee.type(coordinator, 'nội dung DA-KNDL')
  expect(await committee.db.lastSpoken.findMany({ select: { said: true } })).toEqual([{ said: 'DA-KNDL' }])
  await forgetSpoken(committee.db, new Date(committee.now().getTime() + 86_400_000))
  expect(await committee.db.lastSpoken.count()).toBe(1)
  await forgetSpoken(committee.db, new Date(committee.now().getTime() + 86_400_001))
  expect(await committee.db.lastSpoken.count()).toBe(0)
})

it('a day that can be read in two ways is shown as it was taken, in English with the month as a word', async () => {
  await openRoundOn(committee, 'ND-DLCN')
  await committee.type(coordinator, 'English')
  const form = formOf(await committee.type(coordinator, 'extend nd-dlcn to 7/10'))
  expect(initial(form)).toMatchObject({ day: '2020-10-07' })
  expect(introOf(form)).toContain('“7/10” is read as 7 October 2020.')
})
