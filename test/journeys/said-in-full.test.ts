import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import { plain } from '../../src/contract/plain.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  formOf,
  initial,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisit } from '../support/visits.ts'

const committee = committeeEachTest()
const leader = 'sample-td1'

const introOf = ({ title, intro = [] }: Form): string => plain({ text: title, blocks: intro })

/** The form that a sentence opens. Platforms that open it by a press show the very same: nothing that was said is lost. */
async function typedForm(who: string, text: string): Promise<Form> {
  const form = formOf(await committee.type(who, text))
  const again = formOf(await committee.press(who, form.opens))
  expect({ fields: again.fields, opens: again.opens }).toEqual({ fields: form.fields, opens: form.opens })
  expect(introOf(form).endsWith(introOf(again))).toBe(true)
  return form
}

const called = (key: string, name: string) => committee.db.person.update({ where: { key }, data: { name } })

describe('a round', () => {
  it('begins with the day, the hour and the version that were said', async () => {
    const form = await typedForm(coordinator, 'lấy ý kiến ND-DLCN bản 3 hạn 17h30 ngày 26/06')
    expect(initial(form)).toMatchObject({ day: '2020-06-26', time: '17:30', version: '3' })
    const preview = await committee.fill(coordinator, form, {})
    expect(textOf(preview)).toContain('17:30, Thứ Sáu 26/06/2020')
  })

  it('carries them through the question which item is meant', async () => {
    const reply = await committee.press(coordinator, { kind: 'round.propose.form', day: '2020-06-26', version: 3 })
    const [first] = messageOf(reply).blocks?.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? []
    expect(first).toMatchObject({ intent: { day: '2020-06-26', version: 3 } })
  })

  it('takes a day before a number of working days, and no day or hour that is none', async () => {
    const press = async (more: { day?: string; time?: string; workingDays?: number }) =>
      initial(formOf(await committee.press(coordinator, { kind: 'round.propose.form', item: 'ND-DLCN', ...more })))
    expect(await press({ day: '2020-06-26', workingDays: 20 })).toMatchObject({ day: '2020-06-26', workingDays: '' })
    expect(await press({ day: '2020-06-31', time: '25:00' })).toMatchObject({ day: '2020-06-30', time: '17:00' })
  })

  it('is extended by days and by working days from the deadline that stands, and the form says how', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const days = await typedForm(coordinator, 'gia hạn ND-DLCN thêm 3 ngày')
    expect(initial(days)).toMatchObject({ day: '2020-07-03', time: '17:00' })
    expect(introOf(days)).toContain(vi.round.later(3, '30/06/2020', 'Thứ Sáu, 03/07/2020'))
    const working = await typedForm(coordinator, 'gia hạn ND-DLCN thêm 5 ngày làm việc')
    expect(initial(working)).toMatchObject({ day: '2020-07-07' })
    expect(introOf(working)).toContain(vi.round.laterWorking(5, '30/06/2020', 'Thứ Ba, 07/07/2020'))
    await committee.type(coordinator, 'English')
    const english = await typedForm(coordinator, 'extend ND-DLCN by 3 days')
    expect(introOf(english)).toContain(en.round.later(3, '30 June 2020', 'Friday, 3 July 2020'))
  })

  it('whose deadline is past is extended from today', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    committee.setClock('2020-07-06T09:00')
    const form = await typedForm(coordinator, 'gia hạn ND-DLCN thêm 3 ngày')
    expect(initial(form)).toMatchObject({ day: '2020-07-09' })
    expect(introOf(form)).toContain(vi.round.fromToday(3, 'Thứ Năm, 09/07/2020'))
    const working = await typedForm(coordinator, 'gia hạn ND-DLCN thêm 5 ngày làm việc')
    expect(introOf(working)).toContain(vi.round.fromTodayWorking(5, 'Thứ Hai, 13/07/2020'))
  })

  it('keeps day, hour and reason where the form is opened by a press', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const form = await typedForm(coordinator, 'gia hạn ND-DLCN đến 16:00 07/07/2020 vì còn nhiều ý kiến')
    expect(initial(form)).toMatchObject({ day: '2020-07-07', time: '16:00', reason: 'còn nhiều ý kiến' })
  })
})

describe('my opinion on an item', () => {
  it('is its card alone, with what can be done about it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await openRoundOn(committee, 'CSDL-DC', { day: '2020-07-20' })
    await answerRound(committee, member, round, { position: 'agree' })
    const reply = await committee.press(member, { kind: 'opinion.list', item: 'ND-DLCN' })
    expect(textOf(reply)).toContain('Mã biên nhận')
    expect(button(reply, vi.buttons.edit)).toEqual({ kind: 'opinion.save.form', round })
  })

  it('is told to be none where nobody asked, above those that there are', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await committee.press(member, { kind: 'opinion.list', item: 'CSDL-DC' })
    expect(textOf(reply)).toContain(vi.opinion.notAskedOn('CSDL-DC'))
    expect(button(reply, vi.buttons.openMine)).toMatchObject({ kind: 'opinion.show' })
  })
})

describe('an opinion recorded for somebody', () => {
  it('begins with who is named, by a short name as well, and with the position that was said', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const form = await typedForm(coordinator, 'ghi thay BTC ND-DLCN không đồng ý')
    expect(initial(form)).toMatchObject({ person: otherMember, position: 'disagree' })
    expect(introOf(form)).toContain('“BTC”: Thành viên – Bộ Tài chính (mẫu), Bộ Tài chính')
  })

  it('asks who is meant where several are, or nobody is, with the words that were typed', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const open = async (named: string) =>
      formOf(await committee.press(coordinator, { kind: 'record.save.form', item: 'ND-DLCN', named }))
    const nobody = await open('anh Lực')
    expect(initial(nobody)).toMatchObject({ person: '' })
    expect(introOf(nobody)).toContain(vi.named.nobody('anh Lực'))
    await called(member, 'Nguyễn Thu Hà')
    await called(otherMember, 'Trần Hà')
    const several = await open('Hà')
    expect(initial(several)).toMatchObject({ person: '' })
    expect(several.fields[0]).toMatchObject({
      kind: 'pick',
      clashes: [
        {
          typed: 'Hà',
          options: [
            { value: otherMember, label: 'Trần Hà, Bộ Tài chính' },
            { value: member, label: 'Nguyễn Thu Hà, Bộ Y tế' },
          ],
        },
      ],
    })
    expect(initial(await open('Thu Hà'))).toMatchObject({ person: member })
  })

  it('says of a position that the round does not offer that it is not used', async () => {
    await openRoundOn(committee, 'ND-DLCN', { positions: ['agree', 'disagree'] })
    const form = formOf(
      await committee.press(coordinator, { kind: 'record.save.form', item: 'ND-DLCN', position: 'other' }),
    )
    expect(initial(form)).toMatchObject({ position: '' })
    expect(introOf(form)).toContain(vi.help.notUsed([vi.positions.other]))
  })
})

describe('leave', () => {
  it('is entered by a coordinator for who is named, on the days that were said', async () => {
    await called(member, 'Nguyễn Thu Hà')
    const form = await typedForm(coordinator, 'chị Hà nghỉ phép từ 25.6 đến 30.6')
    expect(initial(form)).toMatchObject({ person: member, from: '2020-06-25', to: '2020-06-30' })
    await committee.fill(coordinator, form, {})
    expect(await committee.db.absence.count({ where: { person: { key: member }, fromDay: '2020-06-25' } })).toBe(1)
  })

  it('asks a coordinator who is meant where nobody has the name', async () => {
    const form = await typedForm(coordinator, 'anh Lực nghỉ phép từ 25/6 đến 30/6')
    expect(initial(form)).toMatchObject({ person: '' })
    expect(introOf(form)).toContain(vi.named.nobody('Lực'))
  })

  it('of somebody else is not a member’s to enter, and that is told; their own is', async () => {
    const of = (named: string) => committee.press(member, { kind: 'leave.save.form', named, from: '2020-06-25' })
    expect(textOf(await of('BTC'))).toContain('Thành viên – Bộ Tài chính (mẫu)')
    expect(textOf(await of('anh Lực'))).toContain(vi.refusals['leave-of-another']({ person: 'anh Lực' }))
    expect(initial(formOf(await of('Bộ Y tế')))).toMatchObject({ from: '2020-06-25' })
  })
})

it('a delegation begins with who is named, the days and the item', async () => {
  await called(otherMember, 'Nguyễn Thu Hà')
  const form = await typedForm(member, 'ủy quyền ND-DLCN cho chị Hà từ 20/6 tới 30/6')
  expect(initial(form)).toMatchObject({ taker: otherMember, item: 'ND-DLCN', from: '2020-06-20', to: '2020-06-30' })
  expect(introOf(form)).toContain('“Hà”: Nguyễn Thu Hà, Bộ Tài chính')
})

it('a duty begins with who is named', async () => {
  await called(member, 'Lê Văn Bình')
  const form = await typedForm(coordinator, 'thêm anh Bình vào đoàn 3')
  expect(initial(form)).toMatchObject({ person: member, team: '3' })
})

describe('a visit', () => {
  it('is moved to a stretch of hours', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const form = await typedForm(coordinator, 'dời KT-1 sang 24/06 08:00-11:30')
    expect(initial(form)).toMatchObject({ day: '2020-06-24', time: '08:00', endTime: '11:30' })
  })

  it('is moved by days, its last day as well, and the form says how', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-24T17:00')
    const form = await typedForm(coordinator, 'lùi KT-1 2 ngày')
    expect(initial(form)).toMatchObject({ day: '2020-06-24', time: '08:00', endDay: '2020-06-26', endTime: '17:00' })
    expect(introOf(form)).toContain(vi.visits.shifted(2, '2020-06-22', '2020-06-24'))
  })

  it('without a day cannot be moved by days, and that is told', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', null)
    const form = formOf(await committee.press(coordinator, { kind: 'visit.check.form', number: 1, shiftDays: 2 }))
    expect(introOf(form)).toContain(vi.visits.notShifted(2))
    expect(initial(form)).toMatchObject({ day: '' })
  })

  it('is asked to be moved by its leader in the same words', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-22T17:00')
    const hours = await typedForm(leader, 'dời KT-1 sang 24/06 08:00-11:30')
    expect(initial(hours)).toMatchObject({ day: '2020-06-24', time: '08:00', endDay: '', endTime: '11:30' })
    const days = await typedForm(leader, 'lùi KT-1 2 ngày')
    expect(initial(days)).toMatchObject({ day: '2020-06-24', time: '08:00', endTime: '17:00' })
    expect(introOf(days)).toContain(vi.visits.shifted(2, '2020-06-22', '2020-06-24'))
  })
})

describe('what was said and is not used', () => {
  it('stands above a message and in a form', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const message = await committee.type(coordinator, 'tình hình ND-DLCN 26/06')
    expect(messageOf(message).blocks?.[0]).toEqual({
      kind: 'text',
      text: vi.help.notUsed(['26/06']),
      tone: 'warning',
    })
    const form = formOf(await committee.type(coordinator, 'đóng ND-DLCN 26/06'))
    expect(introOf(form)).toContain(vi.help.notUsed(['26/06']))
  })

  it('is told in a channel as well, where the rest goes on in private', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const said = { kind: 'typed', text: 'đóng ND-DLCN 26/06' } as const
    const { reply } = await committee.act(coordinator, said, { audience: 'shared' })
    expect(textOf(reply)).toContain(vi.help.notUsed(['26/06']))
  })
})
