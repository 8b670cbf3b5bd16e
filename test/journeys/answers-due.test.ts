import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answering } from '../support/answering.ts'
import { button, coordinator, drafter, formOf, member, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { fillWhile } = racing(() => committee)
const { change, play, playClosed, list, settleAll, press } = answering(() => committee)
const t = vi.answers
const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
const shown = (day: string) => vi.deadline(new Date(`${day}T17:00:00+07:00`), 'Asia/Ho_Chi_Minh')
const opens = (round: string) => ({ kind: 'answer.due.form', round }) as const
const set = async (round: string, day: string) =>
  await committee.fill(coordinator, formOf(await committee.press(coordinator, opens(round))), { day })

describe('the date for the answers', () => {
  it('is set in words or by a button, told to those who draft, and shown wherever the answers are', async () => {
    const round = await playClosed()
    await committee.deliver()
    const typed = formOf(await committee.type(coordinator, 'hạn tiếp thu giải trình ND-DLCN 10/7'))
    expect(typed.fields).toMatchObject([{ value: '2020-07-10' }, { value: '17:00' }])
    expect(textOf(await committee.fill(coordinator, typed, {}))).toContain(t.due.done(shown('2020-07-10')))
    expect((await committee.deliver()).map(({ message }) => message?.text)).toEqual([
      t.due.told(title, shown('2020-07-10')),
    ])
    const stands = t.due.stands(shown('2020-07-10'))
    expect(textOf(await list(round))).toContain(stands)
    expect(textOf(await list(round, coordinator))).toContain(stands)
    expect(textOf(await committee.press(drafter, { kind: 'home.show' }))).toContain(stands)
    for (const who of [drafter, coordinator])
      expect(textOf(await committee.press(who, { kind: 'board.show', round }))).toContain(shown('2020-07-10'))
    expect(textOf(await committee.press(member, { kind: 'board.show', round }))).not.toContain(shown('2020-07-10'))
    // The same again tells nobody; another one does, and that again.
    expect(textOf(await set(round, '2020-07-10'))).toContain(t.due.already(shown('2020-07-10')))
    expect(await committee.deliver()).toEqual([])
    const board = await committee.press(coordinator, { kind: 'board.show', round })
    const form = formOf(await committee.press(coordinator, button(board, t.due.button)))
    await committee.fill(coordinator, form, { day: '2020-07-17' })
    committee.setClock('2020-06-12T10:00')
    await set(round, '2020-07-10')
    expect((await committee.deliver()).map(({ message }) => message?.text)).toEqual([
      t.due.told(title, shown('2020-07-10')),
    ])
    expect(textOf(await set(round, ''))).toContain(t.due.none)
    expect(textOf(await list(round))).not.toContain(stands)
    expect(await committee.deliver()).toEqual([])
    expect(await committee.db.audit.count({ where: { deed: 'answer.due' } })).toBe(4)
  })

  it('is asked for again where a new deadline has overtaken it', async () => {
    const round = await play()
    await set(round, '2020-07-06')
    const extend = async (day: string) => {
      const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'extend' }))
      return await committee.fill(coordinator, form, { day, time: '17:00', reason: 'cần thêm thời gian' })
    }
    const overtaken = t.due.overtaken(shown('2020-07-06'))
    expect(textOf(await extend('2020-07-03'))).not.toContain(overtaken)
    const reply = await extend('2020-07-06')
    expect(textOf(reply)).toContain(overtaken)
    const again = messageOf(reply).blocks?.flatMap((block) => ('own' in block ? (block.own?.buttons ?? []) : []))
    expect(again).toContainEqual({ label: t.due.button, intent: opens(round) })
  })

  it('lies ahead and behind the deadline, and is a coordinator’s to set', async () => {
    const round = await play()
    expect(await set(round, '2020-02-31')).toMatchObject({ kind: 'invalid', fields: { day: vi.errors.badDay } })
    expect(await set(round, '2020-05-01')).toMatchObject({ kind: 'invalid', fields: { day: vi.errors.pastDeadline } })
    const { dueAt } = await committee.db.round.findUniqueOrThrow({ where: { id: round } })
    expect(await set(round, dueAt.toISOString().slice(0, 10))).toMatchObject({
      kind: 'invalid',
      fields: { day: t.due.notAfter },
    })
    // Before the round has closed there is nothing to show to the agency yet.
    await set(round, '2020-07-10')
    const told = (await committee.deliver()).filter(({ message }) => message?.text.includes('tiếp thu, giải trình'))
    expect(told.map(({ message }) => message?.text)).toEqual([t.due.told(title, shown('2020-07-10'))])
    expect(JSON.stringify(told)).not.toContain('phạm vi')
    for (const who of [drafter, member])
      expect(textOf(await committee.press(who, opens(round)))).toBe(vi.refusals['not-allowed']({}))
    await change(round, 'close')
    await press(round, 1)
    await settleAll(round, 1)
    const withdrawn = await fillWhile(coordinator, opens(round), { day: '2020-07-17' }, async () => {
      const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'withdraw' }))
      await committee.fill(coordinator, form, { reason: 'thôi' })
    })
    expect(withdrawn).toMatchObject({
      kind: 'invalid',
      message: vi.refusals['round-withdrawn-already']({ reason: 'thôi' }),
    })
    const { answersDueAt } = await committee.db.round.findUniqueOrThrow({ where: { id: round } })
    expect(answersDueAt?.toISOString()).toBe('2020-07-10T10:00:00.000Z')
  })
})
