import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answering, counted } from '../support/answering.ts'
import { button, coordinator, drafter, formOf, member, messageOf, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { fillWhile, pressWhile } = racing(() => committee)
const { remark, change, play, playClosed, list, showing, show, press, write, settleAll, answers } = answering(
  () => committee,
)
const t = vi.answers
/** Drafts as well, for another agency. */
const stranger = 'sample-st-btttt'

describe('the answers of the drafting agency', () => {
  it('begin on its first page, go from remark to remark, and are settled together', async () => {
    const round = await playClosed()
    const home = await committee.press(drafter, { kind: 'home.show' })
    expect(textOf(home)).toContain(counted(4, 4, 0))
    const all = await committee.press(drafter, button(home, t.button))
    expect(textOf(all)).toContain(counted(4, 4, 0))
    expect(messageOf(all).text).not.toMatch(/phạm vi|dữ liệu số/)
    const first = await committee.press(drafter, button(all, t.begin))
    expect(textOf(first)).toContain('Thu hẹp phạm vi.')
    expect(textOf(first)).toContain('Bộ Y tế')
    const second = await committee.press(drafter, button(first, t.outcomes.accept))
    expect(textOf(second)).toContain(t.saved(1, t.outcomes.accept, false))
    expect(textOf(second)).toContain('Chưa rõ thế nào là dữ liệu số.')
    const form = formOf(await committee.press(drafter, button(second, t.outcomes.explain)))
    expect(await committee.fill(drafter, form, {})).toMatchObject({
      kind: 'invalid',
      fields: { words: t.form.needsWords },
    })
    const next = await committee.fill(drafter, form, { words: 'Đã nêu tại Luật.' })
    expect(textOf(next)).toContain(counted(4, 2, 2))
    expect(textOf(await committee.press(drafter, button(next, t.previous)))).toContain('Đã nêu tại Luật.')
    const rows = textOf(await list(round))
    const order = ['Làm rõ dữ liệu số.', 'Sửa chính tả.', 'Thu hẹp phạm vi.', 'Chưa rõ thế nào'].map((words) =>
      rows.indexOf(words),
    )
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    const preview = await committee.press(drafter, button(await list(round), t.settle(2)))
    expect(textOf(preview)).toContain(t.stillOpen(2))
    const settle = button(preview, t.settle(2))
    expect(textOf(await committee.press(drafter, settle))).toContain(t.settled(2))
    expect(textOf(await committee.press(drafter, settle))).toContain(t.nothingToSettle)
    expect((await answers()).map(({ state, revision }) => [state, revision])).toEqual([
      ['settled', 2],
      ['settled', 2],
    ])
    const lines = await committee.db.audit.findMany({ where: { deed: { startsWith: 'answer.' } } })
    expect(lines.map(({ deed }) => deed).sort()).toEqual(['answer.save', 'answer.save', 'answer.settle'])
    expect(JSON.stringify(lines)).not.toMatch(/Luật|phạm vi/)
  })

  it('fill the fourth column of the record in every format once they are settled, and drafts never do', async () => {
    const round = await playClosed()
    await press(round, 1)
    await write(round, 2, 'explain', 'Đã nêu tại Luật.')
    await settleAll(round, 2)
    await write(round, 3, 'partly', 'Còn là bản nháp.')
    const read = async (format: string) => {
      const reply = await committee.type(coordinator, `xuất bảng tổng hợp ND-DLCN ${format}`)
      const bytes = Buffer.from((await committee.fetch(reply))?.bytes ?? [])
      if (format === 'csv' || format === 'html') return bytes.toString()
      const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'))
      return parts.map(([, part]) => strFromU8(part)).join('')
    }
    for (const format of ['docx', 'xlsx', 'csv', 'html']) {
      const words = await read(format)
      expect(words, format).toContain('Giải trình: Đã nêu tại Luật.')
      expect(words, format).toContain('Tiếp thu.')
      expect(words, format).not.toMatch(/bản nháp|Tiếp thu một phần/)
    }
  })

  it('are asked for in words, and are the agency’s own to give from closing on; coordinators read them', async () => {
    const round = await play()
    expect(textOf(await list(round))).toBe(vi.refusals['opinions-not-yet']({}))
    expect(textOf(await committee.press(drafter, { kind: 'home.show' }))).not.toContain(t.home)
    expect(textOf(await list(round, coordinator))).toContain(counted(4, 4, 0))
    await change(round, 'close')
    expect(textOf(await committee.type(drafter, 'trả lời góp ý nghị định'))).toContain(counted(4, 4, 0))
    const first = await showing(round, 1)
    for (const who of [member, stranger]) {
      expect(textOf(await committee.press(who, first))).toBe(vi.refusals['not-allowed']({}))
      const own = textOf(await list(round, who))
      expect(own).toContain(t.nonePublished)
      expect(own).not.toMatch(/phạm vi|dữ liệu số/)
    }
    const read = await committee.press(coordinator, first)
    expect(textOf(read)).toContain('Thu hẹp phạm vi.')
    expect(() => button(read, t.outcomes.accept)).toThrow()
    const save = button(await show(round, 1), t.outcomes.accept)
    for (const who of [member, stranger, coordinator])
      expect(textOf(await committee.press(who, save))).toBe(vi.refusals['not-allowed']({}))
    const board = await committee.press(coordinator, { kind: 'board.show', round })
    expect(textOf(await committee.press(coordinator, button(board, t.readButton)))).toContain(counted(4, 4, 0))
    expect(await answers()).toEqual([])
  })

  it('are stored once where they are pressed twice, and a settled one that is changed is a draft again', async () => {
    const round = await playClosed()
    const save = button(await show(round, 1), t.outcomes.accept)
    await committee.press(drafter, save)
    expect(textOf(await committee.press(drafter, save))).toContain(t.saved(1, t.outcomes.accept, false))
    expect(await committee.db.audit.count({ where: { deed: 'answer.save' } })).toBe(1)
    await settleAll(round, 1)
    await write(round, 1, 'partly', 'Thu hẹp một phần.')
    expect(await answers()).toMatchObject([{ outcome: 'partly', state: 'draft', revision: 3 }])
    // What was written is not thrown away by one press.
    const form = formOf(await committee.press(drafter, button(await show(round, 1), t.outcomes.accept)))
    expect(form.fields).toMatchObject([{ value: 'accept' }, { value: 'Thu hẹp một phần.' }])
  })

  it('are not overwritten where two people of the agency answer at the same moment', async () => {
    const round = await playClosed()
    const { remark: key } = await showing(round, 1)
    const opens = { kind: 'answer.save.form', round, remark: key, outcome: 'explain' } as const
    const late = await fillWhile(drafter, opens, { words: 'Không tiếp thu.' }, () => press(round, 1))
    expect(textOf(late)).toContain(t.overtaken(1))
    expect(textOf(late)).toContain('Không tiếp thu.')
    expect(await answers()).toMatchObject([{ outcome: 'accept', revision: 1 }])
    const again = formOf(await committee.press(drafter, button(late, t.edit)))
    await committee.fill(drafter, again, { words: 'Không tiếp thu.' })
    expect(await answers()).toMatchObject([{ outcome: 'explain', revision: 2 }])
    const older = await fillWhile(drafter, opens, { words: 'Lần ba.' }, () => write(round, 1, 'partly', 'Lần bốn.'))
    expect(textOf(older)).toContain('Lần bốn.')
    expect(await answers()).toMatchObject([{ outcome: 'partly', words: 'Lần bốn.', revision: 3 }])
  })

  it('are settled as they were shown, and a draft changed meanwhile is shown first', async () => {
    const round = await playClosed()
    await press(round, 1)
    const settle = button(await committee.press(drafter, { kind: 'answer.check', round }), t.settle(1))
    const late = await pressWhile(drafter, settle, () => write(round, 1, 'explain', 'Không.'))
    expect(textOf(late)).toContain(t.draftsChanged)
    expect(await answers()).toMatchObject([{ state: 'draft', revision: 2 }])
    await committee.press(drafter, button(late, t.settle(1)))
    expect(await answers()).toMatchObject([{ state: 'settled', outcome: 'explain' }])
  })

  it('are sent back by a coordinator with a reason, once, which whoever wrote them is told', async () => {
    const round = await playClosed()
    await write(round, 1, 'explain', 'Đã nêu tại Luật.')
    await settleAll(round, 1)
    const board = await committee.press(coordinator, { kind: 'board.show', round })
    expect(textOf(board)).toContain(counted(4, 3, 0))
    const { remark: key } = await showing(round, 1)
    const opens = { kind: 'answer.return.form', round, remark: key } as const
    for (const who of [member, drafter])
      expect(textOf(await committee.press(who, opens))).toBe(vi.refusals['not-allowed']({}))
    const shown = await committee.press(coordinator, await showing(round, 1))
    const form = formOf(await committee.press(coordinator, button(shown, t.return.button)))
    expect(await committee.fill(coordinator, form, { reason: '' })).toMatchObject({ kind: 'invalid' })
    await committee.deliver()
    const back = () => committee.fill(coordinator, form, { reason: 'Chưa nêu điều luật.' })
    const second = await fillWhile(coordinator, opens, { reason: 'Lần hai.' }, back)
    expect(textOf(second)).toContain(t.return.changed)
    expect(textOf(await list(round))).toContain(counted(4, 4, 0))
    const [told, ...others] = await committee.deliver()
    expect(others).toEqual([])
    expect(told?.message?.text).toBe(t.return.told(1, 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'))
    expect(JSON.stringify(told?.message?.blocks)).toContain('Chưa nêu điều luật.')
    expect(textOf(await committee.press(drafter, { kind: 'answer.check', round }))).toContain(t.nothingToSettle)
    expect(await committee.db.audit.count({ where: { deed: 'answer.return' } })).toBe(1)
    // Saved as it was, it is the agency's answer again.
    await write(round, 1, 'explain', 'Đã nêu tại Luật.')
    await settleAll(round, 1)
    expect(await answers()).toMatchObject([{ state: 'settled', returned: null, revision: 5 }])
    const late = await fillWhile(coordinator, opens, { reason: 'Sai.' }, () => change(round, 'reopen'))
    expect(await answers(), textOf(late)).toMatchObject([{ state: 'settled' }])
  })

  it('go to each author together and once, when a coordinator sends them and says what has none', async () => {
    const round = await playClosed()
    await press(round, 1)
    await write(round, 2, 'explain', 'Đã nêu tại Luật.')
    await settleAll(round, 2)
    await write(round, 4, 'partly', 'Còn là bản nháp.')
    await committee.deliver()
    const opens = { kind: 'answer.publish.form', round } as const
    for (const who of [member, drafter])
      expect(textOf(await committee.press(who, opens))).toBe(vi.refusals['not-allowed']({}))
    const form = formOf(await committee.press(coordinator, button(await list(round, coordinator), t.publish.button)))
    expect(JSON.stringify(form.intro)).toContain(t.publish.unanswered(2, 'Bộ Y tế, Bộ Xây dựng'))
    const notYet = await committee.fill(coordinator, form, { confirm: 'no' })
    expect(notYet).toMatchObject({ kind: 'invalid', fields: { confirm: t.publish.notConfirmed } })
    const reopened = await fillWhile(coordinator, opens, { confirm: 'yes' }, () => write(round, 1, 'explain', 'Khác.'))
    expect(textOf(reopened)).toContain(t.publish.changed)
    await press(round, 3)
    await settleAll(round, 3)
    const send = async () =>
      await committee.fill(coordinator, formOf(await committee.press(coordinator, opens)), { confirm: 'yes' })
    const second = await fillWhile(coordinator, opens, { confirm: 'yes' }, send)
    expect(textOf(second)).toContain(t.publish.nothing)
    expect(await committee.db.answerPublication.findMany()).toMatchObject([{ number: 1, unanswered: 0 }])
    const told = await committee.deliver()
    expect(told.map(({ message }) => message?.text).sort()).toEqual(
      [1, 1, 2].map((n) => t.publish.told(n, 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân')),
    )
    const own = await list(round, member)
    expect(textOf(own)).toContain('Khác.')
    expect(textOf(own)).not.toContain('Đã nêu tại Luật.')
    expect(textOf(await list(round, otherMember))).toContain('Đã nêu tại Luật.')
    // What is answered anew goes to its author alone, and the record says what has no answer.
    await write(round, 2, 'explain', 'Đã bổ sung.')
    // Until then each reads what they were told, and whose answer is being rewritten learns that.
    const meanwhile = [textOf(await list(round, member)), textOf(await list(round, otherMember))].join('\n')
    expect(meanwhile).toContain('Khác.')
    expect(meanwhile).toContain('Đã nêu tại Luật.')
    expect(meanwhile).not.toContain('Đã bổ sung.')
    expect(meanwhile.split(t.revising)).toHaveLength(2)
    const record = async () =>
      Buffer.from(
        (await committee.fetch(await committee.type(coordinator, 'xuất bảng tổng hợp ND-DLCN html')))?.bytes ?? [],
      ).toString()
    expect(await record()).toContain(vi.recordTable.unanswered(1))
    await settleAll(round, 1)
    expect(await record()).not.toContain(vi.recordTable.unanswered(1))
    const late = await fillWhile(coordinator, opens, { confirm: 'yes' }, () => change(round, 'reopen'))
    expect(textOf(late)).toContain(t.return.open)
    await change(round, 'close')
    await committee.deliver()
    await send()
    expect((await committee.deliver()).map(({ message }) => message?.text)).toEqual([
      t.publish.told(1, 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'),
    ])
    const lines = await committee.db.audit.findMany({ where: { deed: 'answer.publish' } })
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toMatch(/Luật|Khác/)
  })

  it('are not stored in a round that is reopened at that moment, and stand again for what is still said', async () => {
    const round = await playClosed()
    await press(round, 2)
    const save = button(await show(round, 1), t.outcomes.accept)
    const late = await pressWhile(drafter, save, () => change(round, 'reopen'))
    expect(textOf(late)).toBe(vi.refusals['opinions-not-yet']({}))
    const settle = { kind: 'answer.settle', round, drafts: 'f'.repeat(64) } as const
    expect(textOf(await committee.press(drafter, settle))).toBe(vi.refusals['opinions-not-yet']({}))
    await remark(member, round, { 'Điều 9': 'Thêm một ý.' })
    await change(round, 'close')
    expect(textOf(await list(round))).toContain(counted(5, 4, 1))
    const settling = button(await committee.press(drafter, { kind: 'answer.check', round }), t.settle(1))
    const tooLate = await pressWhile(drafter, settling, () => change(round, 'reopen'))
    expect(textOf(tooLate)).toBe(vi.refusals['opinions-not-yet']({}))
    expect(await answers()).toMatchObject([{ state: 'draft' }])
  })

  it('go to all remarks of a group but those that were answered otherwise', async () => {
    const round = await playClosed()
    const form = formOf(await committee.press(coordinator, { kind: 'remark.group.form', round, provision: 'd2' }))
    const [field] = form.fields
    const remarks = field?.kind === 'choices' ? field.options.map(({ value }) => value) : []
    await committee.fill(coordinator, form, { remarks })
    expect(textOf(await show(round, 2))).toContain(t.alike(2, 'Bộ Y tế, Bộ Xây dựng'))
    await press(round, 4, 'note')
    expect((await answers()).map(({ outcome }) => outcome)).toEqual(['note', 'note', 'note'])
    await write(round, 3, 'explain', 'Riêng.')
    // All three were the same, so all three follow.
    expect((await answers()).map(({ words }) => words)).toEqual(['Riêng.', 'Riêng.', 'Riêng.'])
    expect(textOf(await list(round))).toContain(counted(4, 1, 3))
  })
})
