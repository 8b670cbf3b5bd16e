import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { pageOn, sectionOf } from '../desk/pages.ts'
import { answering, counted } from '../support/answering.ts'
import { button, coordinator, drafter, formOf, member, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { fillWhile } = racing(() => committee)
const { change, playClosed, list, showing, show, press, write, settleAll, answers } = answering(() => committee)
const t = vi.answers

/** All that is settled goes to the authors. */
const publish = async (round: string) => {
  const form = formOf(await committee.press(coordinator, { kind: 'answer.publish.form', round }))
  return await committee.fill(coordinator, form, { confirm: 'yes' })
}

/** Two remarks answered and published; of the other two nothing. */
async function playPublished(): Promise<string> {
  const round = await playClosed()
  await press(round, 1)
  await write(round, 2, 'explain', 'Đã nêu tại Luật.')
  await settleAll(round, 2)
  await publish(round)
  await committee.deliver()
  return round
}

const opens = async (round: string, number: number) => {
  const { remark } = await showing(round, number)
  return { kind: 'answer.object.form', round, remark } as const
}

describe('an author who finds an answer not enough', () => {
  it('says so once with words, which the agency is told, sees in its list, and answers again', async () => {
    const round = await playPublished()
    const form = formOf(await committee.press(otherMember, button(await list(round, otherMember), t.object.button)))
    expect(await committee.fill(otherMember, form, { words: ' ' })).toMatchObject({
      kind: 'invalid',
      fields: { words: vi.errors.required },
    })
    const said = await committee.fill(otherMember, form, { words: 'Chưa dẫn điều khoản nào.' })
    expect(textOf(said)).toContain('Đã ghi nhận')
    expect(textOf(said)).toContain('Chưa dẫn điều khoản nào.')
    expect(() => button(said, t.object.button)).toThrow()
    const told = await committee.deliver()
    const letters = told.filter(({ message }) => message?.text.includes('chưa thỏa đáng'))
    expect(letters.map(({ message }) => message?.text)).toEqual([
      t.object.told('Bộ Tài chính', 2, 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'),
    ])
    expect(JSON.stringify(letters[0]?.message?.blocks)).toContain('Chưa dẫn điều khoản nào.')
    // Twice is once.
    const twice = await committee.fill(otherMember, form, { words: 'Lần hai.' })
    expect(textOf(twice)).toContain(t.object.already)
    expect(textOf(await committee.press(otherMember, await opens(round, 2)))).toContain(t.object.already)
    // The agency and the coordinators see it as a state of its own.
    for (const who of [drafter, coordinator]) {
      const rows = textOf(await list(round, who))
      expect(rows).toContain(counted(4, 2, 0, 1))
      const page = await pageOn(committee, who, { page: 'remarks', round })
      expect(page?.lead).toContainEqual({ text: vi.desk.remarks.objections(1), tone: 'warning' })
      const tab = sectionOf(page, 'remarks')?.tabs?.find(({ label }) => label === vi.desk.remarks.tabs.objected)
      expect(tab).toMatchObject({ count: 1, place: { show: 'objected' } })
      expect(rows).toContain(t.object.state(t.outcomes.explain))
    }
    const board = textOf(await committee.press(coordinator, { kind: 'board.show', round }))
    expect(board).toContain(counted(4, 2, 0, 1))
    expect(textOf(await show(round, 2))).toContain('Chưa dẫn điều khoản nào.')
    expect(textOf(await committee.press(drafter, { kind: 'home.show' }))).toContain(counted(4, 2, 0, 1))
    // By the same words as well it is answered again, goes to its author anew, and is objected to no more.
    await write(round, 2, 'explain', 'Đã nêu tại Luật.')
    expect(textOf(await list(round))).toContain(counted(4, 2, 1))
    expect(textOf(await list(round, otherMember))).toContain(t.revising)
    await settleAll(round, 1)
    await publish(round)
    expect((await committee.deliver()).map(({ message }) => message?.text)).toContain(
      t.publish.told(1, 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'),
    )
    expect(textOf(await list(round))).toContain(counted(4, 2, 0))
    const own = await list(round, otherMember)
    expect(textOf(own)).toContain('Chưa dẫn điều khoản nào.')
    expect(() => button(own, t.object.button)).toThrow()
    const lines = await committee.db.audit.findMany({ where: { deed: 'answer.object' } })
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/điều khoản|Lần hai/)
  })

  it('says it once where two clicks come at the same moment', async () => {
    const round = await playPublished()
    const way = await opens(round, 2)
    const first = formOf(await committee.press(otherMember, way))
    const late = await fillWhile(otherMember, way, { words: 'Muộn.' }, () =>
      committee.fill(otherMember, first, { words: 'Trước.' }),
    )
    expect(textOf(late)).toContain(t.object.already)
    expect((await answers()).map(({ objection }) => objection).filter((one) => one !== null)).toEqual(['Trước.'])
    expect(await committee.db.outbox.count({ where: { key: { startsWith: 'answer-objected:' } } })).toBe(1)
  })

  it('says it of their own remarks alone, of what they were told, and not while it is rewritten', async () => {
    const round = await playPublished()
    for (const who of [member, drafter, coordinator])
      expect(textOf(await committee.press(who, await opens(round, 2)))).toContain(t.object.gone)
    // Not published.
    expect(textOf(await committee.press(member, await opens(round, 3)))).toContain(t.object.gone)
    const way = await opens(round, 2)
    const rewritten = await fillWhile(otherMember, way, { words: 'Chưa rõ.' }, () => write(round, 2, 'partly', 'Khác.'))
    expect(textOf(rewritten)).toContain(t.object.changed)
    expect(textOf(await committee.press(otherMember, way))).toContain(t.object.changed)
    await settleAll(round, 1)
    await publish(round)
    const reopened = await fillWhile(otherMember, way, { words: 'Chưa rõ.' }, () => change(round, 'reopen'))
    expect(textOf(reopened)).toContain(t.object.open)
    expect((await answers()).every(({ objection }) => objection === null)).toBe(true)
  })

  it('is not overlooked by an answer that was being changed at that moment', async () => {
    const round = await playPublished()
    const { remark } = await showing(round, 2)
    const way = { kind: 'answer.save.form', round, remark } as const
    const form = formOf(await committee.press(otherMember, await opens(round, 2)))
    const late = await fillWhile(drafter, way, { words: 'Bổ sung.' }, () =>
      committee.fill(otherMember, form, { words: 'Chưa rõ.' }),
    )
    expect(textOf(late)).toContain(t.overtaken(2))
    expect(textOf(late)).toContain('Chưa rõ.')
  })
})
