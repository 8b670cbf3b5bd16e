import { describe, expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const shared = { audience: 'shared' as const }
const ask = async (who: string, text: string) => textOf(await committee.type(who, text))
const personalData = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
const due = '17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)'

describe('a day', () => {
  it('that is a holiday is named with its legal source', async () => {
    const text = await ask(member, 'vì sao 30/04?')
    expect(text).toContain('Thứ Năm, 30/04/2020: ngày nghỉ, Ngày Chiến thắng (30/4).')
    expect(text).toContain('Bộ luật Lao động 2012 (10/2012/QH13), Điều 115 khoản 1')
    expect(text).toContain(vi.explain.nothing)
  })

  it('without a meaning says so, in the language of the reader', async () => {
    expect(await ask(member, 'vì sao 28/04?')).toContain(
      `${vi.explain.weekday('Thứ Ba, 28/04/2020')}\n${vi.explain.nothing}`,
    )
    await committee.type(member, 'English')
    expect(await ask(member, 'why 28 April?')).toContain(
      `${en.explain.weekday('Tuesday, 28 April 2020')}\n${en.explain.nothing}`,
    )
  })

  it('in Tết cites what fixed it', async () => {
    const text = await ask(member, 'vì sao 24/01/2020')
    expect(text).toContain('Tết Nguyên đán')
    expect(text).toContain('lịch nghỉ Tết 23/01-29/01/2020')
  })

  it('of an exchange is worked though it is a Saturday', async () => {
    const text = await ask(member, '04/05/2024 có phải ngày làm việc không')
    expect(text).toContain('Thứ Bảy, 04/05/2024: ngày làm việc do hoán đổi. Làm bù cho 29/04/2024.')
    expect(text).toContain('2450/VPCP-KGVX')
    expect(await ask(member, 'vì sao 29/04/2024')).toContain('ngày nghỉ do hoán đổi')
  })

  it('that is not decreed yet, or beyond the calendar, is told as unsure', async () => {
    expect(await ask(member, 'vì sao 05/02/2027')).toContain(vi.explain.provisional)
    expect(await ask(member, 'vì sao 02/09/2031')).toContain(vi.explain.notCovered('01/01/2020', '31/12/2027'))
  })

  it('that ends a quarter on a weekend shows how the deadline moved to the last working day', async () => {
    for (const day of ['31/03/2024', '29/03/2024']) {
      const text = await ask(member, `vì sao ${day}?`)
      expect(text).toContain(vi.explain.quarterRule('quý I/2024'))
      expect(text).toContain(
        [
          `- ${vi.explain.quarterEnds('Chủ Nhật, 31/03/2024')}`,
          `- ${vi.explain.weekend('Chủ Nhật, 31/03/2024')}`,
          `- ${vi.explain.weekend('Thứ Bảy, 30/03/2024')}`,
          `- ${vi.explain.rolledBack('Thứ Sáu, 29/03/2024')}`,
        ].join('\n'),
      )
    }
    expect(await ask(member, 'vì sao 30/03/2024?')).toContain(vi.explain.nothing)
  })

  it('that cannot be, however it came in, is refused', async () => {
    expect(textOf(await committee.press(member, { kind: 'date.explain', day: '2020-06-31' }))).toBe(
      vi.refusals['no-such-day']({ day: '2020-06-31' }),
    )
  })
})

describe('what falls on a day', () => {
  it('for somebody asked: the quarter, the round, and the nudge on that day', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const text = await ask(member, 'vì sao 30/06?')
    expect(text).toContain(vi.explain.weekday('Thứ Ba, 30/06/2020'))
    expect(text).toContain(vi.explain.quarterRule('quý II/2020'))
    expect(text).toContain(vi.explain.deadline(personalData, 1, due))
    expect(text).toContain(vi.explain.isDefault('quý II/2020'))
    expect(text).toContain(vi.explain.nudge(personalData, 1, due))
    expect(text).toContain(`${vi.explain.onTheDay}: Thứ Ba, 30/06/2020.`)
  })

  it('a nudge whose day is off tells what it moved back over, asked from either day', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    for (const day of ['26/06', '27/06']) {
      const text = await ask(member, `vì sao ${day}?`)
      expect(text).toContain(
        [
          `${vi.explain.before(3)}: ${vi.explain.weekend('Thứ Bảy, 27/06/2020')}`,
          vi.explain.rolledBack('Thứ Sáu, 26/06/2020'),
        ].join('\n'),
      )
    }
  })

  it('a nudge that a holiday pushes back cites the holiday', async () => {
    await openRoundOn(committee, 'ND-DLCN', { day: '2020-09-03' })
    const text = await ask(member, 'vì sao 01/09?')
    expect(text).toContain(`${vi.explain.before(1)}: Thứ Tư, 02/09/2020: ngày nghỉ, Quốc khánh (02/9).`)
    expect(text).toContain('Điều 115 khoản 1')
    expect(text).toContain(vi.explain.rolledBack('Thứ Ba, 01/09/2020'))
  })

  it('a nudge that would come past the deadline tells so: an early hour, a reader far away', async () => {
    await openRoundOn(committee, 'ND-DLCN', { day: '2020-07-10', time: '08:00' })
    expect(await ask(member, 'vì sao 09/07?')).toContain(vi.explain.beforeHour('Thứ Năm, 09/07/2020'))
    await openRoundOn(committee, 'CL-CPDT', { day: '2020-07-17' })
    await committee.db.person.update({ where: { key: member }, data: { timeZone: 'America/New_York' } })
    expect(await ask(member, 'vì sao 16/07?')).toContain(vi.explain.beforeHour('Thứ Năm, 16/07/2020'))
    expect(await ask(coordinator, 'vì sao 16/07?')).not.toContain(vi.explain.beforeHour('Thứ Năm, 16/07/2020'))
  })

  it('nobody is told of nudges that are not theirs, nor of those they no longer get', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const nudged = vi.explain.nudge(personalData, 1, due)
    expect(await ask(drafter, 'vì sao 30/06?')).not.toContain(nudged)
    expect(await ask(coordinator, 'vì sao 30/06?')).toContain(nudged)
    await answerRound(committee, member, round, { position: 'agree' })
    const text = await ask(member, 'vì sao 30/06?')
    expect(text).toContain(vi.explain.deadline(personalData, 1, due))
    expect(text).not.toContain(nudged)
  })

  it('in a channel deadlines are told, and no nudge', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const { reply } = await committee.act(coordinator, { kind: 'typed', text: 'vì sao 30/06?' }, shared)
    expect(textOf(reply)).toContain(vi.explain.deadline(personalData, 1, due))
    expect(textOf(reply)).not.toContain(vi.explain.nudge(personalData, 1, due))
  })
})

describe('a deadline', () => {
  it('is explained from the request, the board and the plan, with the dates of its nudges', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const [letter] = (await committee.deliver()).filter((call) => call.to.user === member)
    if (letter === undefined) throw new Error('no letter')
    const intent = button(letter.message, vi.explain.why)
    expect(intent).toEqual({ kind: 'date.explain', round })
    expect(button(await committee.press(member, { kind: 'board.show', round }), vi.explain.why)).toEqual(intent)
    const text = textOf(await committee.press(member, intent))
    expect(text).toContain(vi.explain.deadline(personalData, 1, due))
    expect(text).toContain(`- ${vi.explain.quarterEnds('Thứ Ba, 30/06/2020')}`)
    const listed = text.slice(text.indexOf(vi.explain.nudges))
    expect([...listed.matchAll(/^- (.*?):/gm)].map(([, rule]) => rule)).toEqual([
      ...[7, 3, 1].map(vi.explain.before),
      vi.explain.onTheDay,
      ...[2, 4, 6, 8, 10].map(vi.explain.after),
    ])

    const item = await committee.press(drafter, { kind: 'item.show', item: 'ND-DLCN' })
    expect(button(item, vi.explain.why)).toEqual({ kind: 'date.explain', item: 'ND-DLCN' })
    const theirs = textOf(await committee.press(drafter, { kind: 'date.explain', item: 'ND-DLCN' }))
    expect(theirs).toContain(vi.explain.quarterRule('quý II/2020'))
    expect(theirs).not.toContain(vi.explain.nudges)
  })

  it('that was extended tells when and why, the reason not in a channel', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    committee.setClock('2020-06-17T10:15')
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN đến 17:00 05/07/2020 vì chờ Bộ Công an'))
    await committee.fill(coordinator, form, {})
    const text = await ask(member, 'vì sao hạn ND-DLCN là 05/07?')
    expect(text).toContain(vi.explain.changed('10:15, 17/06/2020'))
    expect(text).toContain(vi.explain.reason('chờ Bộ Công an'))
    expect(text).toContain(vi.explain.weekend('Chủ Nhật, 05/07/2020'))
    expect(text).not.toContain(vi.explain.nothing)
    const { reply } = await committee.act(member, { kind: 'pressed', intent: { kind: 'date.explain', round } }, shared)
    expect(textOf(reply)).toContain(vi.explain.changed('10:15, 17/06/2020'))
    expect(textOf(reply)).not.toContain('Bộ Công an')
    expect(buttonsOf(messageOf(reply)).map((one) => one.label)).toEqual([vi.buttons.status])
  })

  it('that a coordinator chose at the opening is told as chosen', async () => {
    await openRoundOn(committee, 'ND-DLCN', { day: '2020-07-10' })
    const text = await ask(member, 'tại sao hạn ND-DLCN')
    expect(text).toContain(vi.explain.setAtOpening('09:00, 16/06/2020'))
    expect(text).not.toContain(vi.explain.quarterRule('quý II/2020'))
  })

  it('of an item without a round is the derived one, and of one without a quarter there is none', async () => {
    const text = await ask(member, 'tại sao hạn ND-DLCN')
    expect(text).toContain(vi.explain.quarterRule('quý II/2020'))
    expect(text).toContain(vi.explain.weekday('Thứ Ba, 30/06/2020'))
    const none = await committee.press(member, { kind: 'item.show', item: 'CSDL-DC' })
    expect(buttonsOf(messageOf(none)).map((one) => one.label)).not.toContain(vi.explain.why)
    expect(await ask(member, 'tại sao hạn CSDL-DC')).toContain(vi.explain.noQuarter)
  })

  it('asked for with a wrong day is put right', async () => {
    const text = await ask(member, 'vì sao hạn ND-DLCN là 29/06?')
    expect(text).toContain(vi.explain.notOfItem('29/06/2020'))
    expect(text).toContain(vi.explain.quarterRule('quý II/2020'))
    expect(await ask(member, 'vì sao hạn ND-DLCN là 30/06?')).not.toContain(vi.explain.notOfItem('30/06/2020'))
  })
})
