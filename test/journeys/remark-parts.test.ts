import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answering, counted } from '../support/answering.ts'
import { button, coordinator, drafter, formOf, member, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { fillWhile, pressWhile } = racing(() => committee)
const { change, playClosed, list, showing, show, press, write, settleAll, answers } = answering(() => committee)
const t = vi.answers

const opens = async (round: string, number: number) =>
  ({ kind: 'remark.part.form', round, remark: (await showing(round, number)).remark }) as const
/** The second remark is "Chưa rõ thế nào là dữ liệu số.", of another member. */
const split = async (round: string) => {
  const form = formOf(await committee.press(drafter, button(await show(round, 2), t.parts.button)))
  return await committee.fill(drafter, form, { parts: 'Chưa rõ\n thế nào là dữ liệu số.' })
}
const publish = async (round: string) => {
  const form = formOf(await committee.press(coordinator, { kind: 'answer.publish.form', round }))
  await committee.fill(coordinator, form, { confirm: 'yes' })
}

describe('a remark that is split', () => {
  it('is answered, counted, recorded and published part by part', async () => {
    const round = await playClosed()
    const form = formOf(await committee.press(drafter, await opens(round, 2)))
    for (const [parts, said] of [
      ['Chưa rõ thế nào là dữ liệu số.', t.parts.count(20)],
      ['Chưa rõ\nthế nào là dữ liệu.', t.parts.changed],
    ] as const)
      expect(await committee.fill(drafter, form, { parts })).toMatchObject({ kind: 'invalid', fields: { parts: said } })
    expect(textOf(await split(round))).toContain(t.parts.done(2, 2))
    expect(textOf(await list(round))).toContain(counted(5, 5, 0))
    expect(textOf(await list(round))).toContain(t.parts.where('Điều 2', 1, 2))
    const board = await committee.press(coordinator, { kind: 'board.show', round })
    expect(textOf(board)).toContain(counted(5, 5, 0))
    await press(round, 2)
    await write(round, 3, 'explain', 'Đã nêu tại Luật.')
    await settleAll(round, 2)
    await publish(round)
    const own = textOf(await list(round, otherMember))
    expect(own).toContain('thế nào là dữ liệu số.')
    expect(own).toContain('Đã nêu tại Luật.')
    expect(own).not.toContain('phạm vi')
    const file = await committee.fetch(await committee.type(coordinator, 'xuất bảng tổng hợp ND-DLCN html'))
    const record = Buffer.from(file?.bytes ?? []).toString()
    expect(record).toContain(vi.recordTable.ofPart(1, 'Tiếp thu.'))
    expect(record).toContain(vi.recordTable.ofPart(2, 'Giải trình: Đã nêu tại Luật.'))
    expect(record).toContain(vi.recordTable.unanswered(3))
    const lines = await committee.db.audit.findMany({ where: { deed: 'remark.part' } })
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('dữ liệu')
  })

  it('is made whole again while no part has an answer', async () => {
    const round = await playClosed()
    await split(round)
    const join = button(await show(round, 2), t.parts.join)
    expect(textOf(await committee.press(drafter, join))).toContain(t.parts.joined)
    expect(textOf(await list(round))).toContain(counted(4, 4, 0))
    expect(textOf(await committee.press(drafter, join))).toContain(t.remarkGone)
    // Split again as it was; once a part is answered it stays so.
    await split(round)
    await press(round, 3)
    expect(textOf(await committee.press(drafter, join))).toContain(t.parts.answered)
    const shown = await show(round, 2)
    expect(() => button(shown, t.parts.join)).toThrow()
    // What has an answer as a whole is not split.
    await press(round, 1)
    expect(textOf(await committee.press(drafter, await opens(round, 1)))).toContain(t.parts.not)
    expect(await committee.db.audit.count({ where: { deed: 'remark.join' } })).toBe(1)
  })

  it('is split once, and not where it is answered at that moment', async () => {
    const round = await playClosed()
    const values = { parts: 'Chưa rõ\nthế nào là dữ liệu số.' }
    const answered = await fillWhile(drafter, await opens(round, 2), values, () => press(round, 2))
    expect(textOf(answered)).toContain(t.parts.not)
    expect(await committee.db.remarkPart.count()).toBe(0)
    const one = { parts: 'Thu hẹp\nphạm vi.' }
    const twice = await fillWhile(drafter, await opens(round, 1), one, async () => {
      await committee.fill(drafter, formOf(await committee.press(drafter, await opens(round, 1))), one)
    })
    expect(textOf(twice)).toContain(t.remarkGone)
    expect(await committee.db.remarkPart.count()).toBe(2)
    // And the other way: it is split while somebody answers the whole.
    const save = button(await show(round, 4), t.outcomes.accept)
    const late = await pressWhile(drafter, save, async () => {
      const form = formOf(await committee.press(drafter, await opens(round, 4)))
      await committee.fill(drafter, form, { parts: 'Làm rõ\ndữ liệu số.' })
    })
    expect(textOf(late)).toContain(t.remarkGone)
    expect((await answers()).filter(({ state }) => state !== 'open')).toHaveLength(1)
  })

  it('is the agency’s to split, and is whole where the round takes opinions again', async () => {
    const round = await playClosed()
    const way = await opens(round, 2)
    for (const who of [member, coordinator])
      expect(textOf(await committee.press(who, way))).toBe(vi.refusals['not-allowed']({}))
    const values = { parts: 'Chưa rõ\nthế nào là dữ liệu số.' }
    const reopened = await fillWhile(drafter, way, values, () => change(round, 'reopen'))
    expect(reopened).toMatchObject({ kind: 'invalid', message: vi.refusals['opinions-not-yet']({}) })
    expect(await committee.db.remarkPart.count()).toBe(0)
    await change(round, 'close')
    await split(round)
    const { remark } = await showing(round, 2)
    const join = { kind: 'remark.join', round, remark } as const
    const late = await pressWhile(drafter, join, () => press(round, 2))
    expect(textOf(late)).toContain(t.parts.answered)
    expect(await committee.db.remarkPart.count()).toBe(2)
  })
})
