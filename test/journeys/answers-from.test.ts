import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answering, counted } from '../support/answering.ts'
import {
  button,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { pressWhile } = racing(() => committee)
const { remark, change, list, showing, press, write, settleAll, answers } = answering(() => committee)
const t = vi.answers
/** Drafts as well, for another agency. */
const stranger = 'sample-st-btttt'

const named = { asked: 'named', names: 'sample-tv-byt\nsample-tv-btc' }
const open = async (answersFrom: 'opening' | 'closing') => {
  await storeDraftOn(committee, 'ND-DLCN')
  const round = await openRoundOn(committee, 'ND-DLCN', { ...named, answersFrom })
  await remark(member, round, { 'Điều 1': 'Thu hẹp phạm vi.' })
  return round
}
const extend = async (round: string, answersFrom: string) => {
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'extend' }))
  return await committee.fill(coordinator, form, { reason: 'thêm', day: '2020-07-15', answersFrom })
}

describe('a round whose drafting agency reads from the opening on', () => {
  it('says so in its preview, on its board and to those asked, and lets the agency read and answer', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const preview = await committee.fill(coordinator, form, { ...named, answersFrom: 'opening' })
    expect(JSON.stringify(messageOf(preview).blocks)).toContain(vi.round.fromOpening)
    const round = await open('opening')
    for (const who of [coordinator, drafter])
      expect(textOf(await committee.press(who, { kind: 'board.show', round }))).toContain(vi.round.fromOpening)
    const card = await committee.press(otherMember, { kind: 'opinion.show', round })
    expect(textOf(card)).toContain(vi.round.fromOpening)
    const board = await committee.press(drafter, { kind: 'board.show', round })
    expect(textOf(await committee.press(drafter, button(board, t.button)))).toContain(counted(1, 1, 0))
    expect(textOf(await committee.press(drafter, { kind: 'remark.list', round }))).toContain('Thu hẹp phạm vi.')
    for (const who of [member, stranger])
      expect(textOf(await committee.press(who, { kind: 'remark.list', round }))).toBe(vi.refusals['not-allowed']({}))
    // Never drafts of opinions.
    const edit = formOf(await committee.press(otherMember, { kind: 'opinion.save.form', round }))
    await committee.fill(otherMember, edit, { position: 'other', body: 'Chưa gửi.' })
    expect(textOf(await list(round))).not.toContain('Chưa gửi.')
    // What is answered stays a draft until the round has closed.
    await press(round, 1)
    expect(textOf(await committee.press(drafter, { kind: 'answer.check', round }))).toContain(t.onceClosed)
    const settle = { kind: 'answer.settle', round, drafts: 'f'.repeat(64) } as const
    expect(textOf(await committee.press(drafter, settle))).toContain(t.onceClosed)
    await change(round, 'close')
    await settleAll(round, 1)
    expect(await answers()).toMatchObject([{ state: 'settled' }])
  })

  it('is one by default from closing on, which a change of the round may change', async () => {
    const round = await open('closing')
    expect(textOf(await list(round))).toBe(vi.refusals['opinions-not-yet']({}))
    expect(textOf(await committee.press(coordinator, { kind: 'board.show', round }))).not.toContain(
      vi.round.fromOpening,
    )
    await extend(round, 'opening')
    expect(textOf(await list(round))).toContain(counted(1, 1, 0))
    await write(round, 1, 'explain', 'Đã nêu tại Luật.')
    const { remark: key } = await showing(round, 1)
    const save = { kind: 'answer.save', round, remark: key, revision: 1, outcome: 'accept' } as const
    const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'extend' }))
    const late = await pressWhile(drafter, save, () =>
      committee.fill(coordinator, form, { reason: 'thôi', day: '2020-07-20', answersFrom: 'closing' }),
    )
    expect(textOf(late)).toBe(vi.refusals['opinions-not-yet']({}))
    expect(await answers()).toMatchObject([{ outcome: 'explain', state: 'draft' }])
    expect(textOf(await list(round))).toBe(vi.refusals['opinions-not-yet']({}))
  })
})
