import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answering, counted } from '../support/answering.ts'
import { button, coordinator, drafter, formOf, member, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { fillWhile, pressWhile } = racing(() => committee)
const { change, playClosed, list, showing, show, press, write, settleAll, answers } = answering(() => committee)
const t = vi.answers

const opens = (round: string) => ({ kind: 'remark.answer.form', round }) as const
const keys = async (round: string, ...numbers: readonly number[]) => {
  const found: string[] = []
  for (const number of numbers) found.push((await showing(round, number)).remark)
  return found
}
const together = async (round: string, numbers: readonly number[], words = 'Đã nêu tại Luật.') => {
  const form = formOf(await committee.press(drafter, opens(round)))
  return await committee.fill(drafter, form, { remarks: await keys(round, ...numbers), outcome: 'explain', words })
}

describe('several remarks answered at once', () => {
  it('get the same draft each, and are undone together', async () => {
    const round = await playClosed()
    const form = formOf(await committee.press(drafter, button(await list(round), t.several.button)))
    expect(form.fields[0]).toMatchObject({ kind: 'choices', options: [{}, {}, {}, {}] })
    expect(await committee.fill(drafter, form, { outcome: 'explain', words: '' })).toMatchObject({
      kind: 'invalid',
      fields: { remarks: vi.errors.required, words: t.form.needsWords },
    })
    const done = await together(round, [1, 3, 4])
    expect(textOf(done)).toContain(t.several.saved(3, t.outcomes.explain))
    expect(textOf(done)).toContain(counted(4, 1, 3))
    expect((await answers()).map(({ words, state }) => [words, state])).toEqual(
      [1, 2, 3].map(() => ['Đã nêu tại Luật.', 'draft']),
    )
    // What one of them says by itself since then stays.
    await write(round, 4, 'partly', 'Riêng.')
    const undo = button(done, t.several.undo)
    const undone = await committee.press(drafter, undo)
    expect(textOf(undone)).toContain(t.several.undone(2, 1))
    expect(textOf(await list(round))).toContain(counted(4, 3, 1))
    expect(textOf(await committee.press(drafter, undo))).toContain(t.several.undoneAlready)
    expect(textOf(await committee.press(coordinator, { kind: 'board.show', round }))).toContain(counted(4, 3, 1))
    // An undone answer is none, and is answered like any other.
    await press(round, 1)
    expect(textOf(await list(round))).toContain(counted(4, 2, 2))
    expect(textOf(await settleAll(round, 2))).toContain(t.settled(2))
    const lines = await committee.db.audit.findMany({ where: { deed: { in: ['remark.answer', 'answer.undo'] } } })
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toMatch(/Luật|Riêng/)
  })

  it('are no more undone once one is settled, and one that was sent back is that again', async () => {
    const round = await playClosed()
    await write(round, 1, 'explain', 'Cũ.')
    await settleAll(round, 1)
    const [remark = ''] = await keys(round, 1)
    const back = formOf(await committee.press(coordinator, { kind: 'answer.return.form', round, remark }))
    await committee.fill(coordinator, back, { reason: 'Chưa đủ.' })
    const done = await together(round, [1, 2])
    await committee.press(drafter, button(done, t.several.undo))
    expect(textOf(await show(round, 1))).toContain('Chưa đủ.')
    expect(textOf(await show(round, 1))).toContain('Cũ.')
    expect(textOf(await list(round))).toContain(counted(4, 4, 0))
    const again = await together(round, [1, 2])
    await settleAll(round, 2)
    expect(textOf(await committee.press(drafter, button(again, t.several.undo)))).toContain(t.several.settledSince)
    expect((await answers()).map(({ state }) => state)).toEqual(['settled', 'settled'])
  })

  it('leave what somebody answers at that moment, and say which', async () => {
    const round = await playClosed()
    const remarks = await keys(round, 1, 2)
    const late = await fillWhile(drafter, opens(round), { remarks, outcome: 'note', words: '' }, () => press(round, 1))
    expect(textOf(late)).toContain(t.several.left(1, '1'))
    expect((await answers()).map(({ outcome }) => outcome)).toEqual(['accept', 'note'])
    const both = { kind: 'remark.answer', round, remarks, outcome: 'accept' } as const
    expect(textOf(await committee.press(drafter, both))).toContain(t.several.changed(2))
    for (const who of [member, coordinator])
      expect(textOf(await committee.press(who, both))).toBe(vi.refusals['not-allowed']({}))
  })

  it('are undone once where two press at the same moment, and not what is answered in it', async () => {
    const round = await playClosed()
    const undo = button(await together(round, [1, 2]), t.several.undo)
    const late = await pressWhile(drafter, undo, () => write(round, 1, 'partly', 'Riêng.'))
    expect(textOf(late)).toContain(t.several.undone(1, 1))
    expect((await answers()).map(({ words, state }) => [words, state]).sort()).toEqual([
      ['Riêng.', 'draft'],
      ['Đã nêu tại Luật.', 'open'],
    ])
    const second = button(await together(round, [3, 4]), t.several.undo)
    const twice = await pressWhile(drafter, second, () => committee.press(drafter, second))
    expect(textOf(twice)).toContain(t.several.undoneAlready)
    expect(await committee.db.audit.count({ where: { deed: 'answer.undo' } })).toBe(2)
    const third = button(await together(round, [3, 4]), t.several.undo)
    const reopened = await pressWhile(drafter, third, () => change(round, 'reopen'))
    expect(textOf(reopened)).toBe(vi.refusals['opinions-not-yet']({}))
  })

  it('are settled by one statement, in which a draft that was changed meanwhile settles none', async () => {
    const round = await playClosed()
    await together(round, [1, 2, 3, 4])
    const preview = await committee.press(drafter, { kind: 'answer.check', round })
    const settle = button(preview, t.settle(4))
    const late = await pressWhile(drafter, settle, () => write(round, 2, 'partly', 'Khác.'))
    expect(textOf(late)).toContain(t.draftsChanged)
    expect((await answers()).every(({ state }) => state === 'draft')).toBe(true)
    await committee.press(drafter, button(late, t.settle(4)))
    expect((await answers()).map(({ state, revision }) => [state, revision]).sort()).toEqual([
      ['settled', 2],
      ['settled', 2],
      ['settled', 2],
      ['settled', 3],
    ])
  })

  it('that were answered before an undo are not taken for what came after it', async () => {
    const round = await playClosed()
    const done = await together(round, [1, 2])
    const stale = formOf(
      await committee.press(drafter, { kind: 'answer.save.form', round, remark: (await showing(round, 1)).remark }),
    )
    await committee.press(drafter, button(done, t.several.undo))
    await press(round, 1)
    expect(textOf(await committee.fill(drafter, stale, { words: 'Muộn.' }))).toContain(t.overtaken(1))
    expect((await answers()).find(({ outcome }) => outcome === 'accept')).toMatchObject({ revision: 3 })
  })
})
