import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { readRehearsal } from '../../src/nudges/rehearsal/read-rehearsal.ts'
import { rehearse } from '../../src/nudges/rehearsal/rehearsal.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { vi } from '../../src/texts/vi.ts'
import { answering, counted } from '../support/answering.ts'
import { coordinator, drafter, formOf, member, textOf, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const { playClosed, settleAll, press, write } = answering(() => committee)
const t = vi.answers
const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'

const ctx = () => ({ db: committee.db, now: committee.now(), zone, calendar: VIETNAM })
const set = async (round: string, day: string) =>
  await committee.fill(coordinator, formOf(await committee.press(coordinator, { kind: 'answer.due.form', round })), {
    day,
  })
/** What the drafting agency is nudged with at a moment, in the order of sending. */
const nudgedAt = async (local: string) => {
  committee.setClock(local)
  await runNudges(ctx())
  const sent = await committee.deliver()
  return sent.flatMap(({ message }) =>
    message?.text.includes('chờ tiếp thu, giải trình') === true ? [message.text] : [],
  )
}
const steps = async () => {
  const rows = await committee.db.nudge.findMany({
    where: { kind: 'answers' },
    orderBy: [{ at: 'asc' }, { step: 'asc' }],
  })
  return rows.map(({ step }) => step)
}

/** Answers due on Friday 10 July 2020; nothing has been answered. */
async function playDated(): Promise<string> {
  const round = await playClosed()
  await set(round, '2020-07-10')
  await committee.deliver()
  return round
}

describe('nudges to a date for the answers', () => {
  it('come by the ladder, once each, on working days, and after the date as well', async () => {
    const round = await playDated()
    const [first, ...others] = await nudgedAt('2020-06-26T09:00')
    expect(first).toContain(t.nudge.one({ name: '', honorific: null }, title).slice(-30))
    expect(first).toContain(vi.nudge.left(14, vi.deadline(new Date('2020-07-10T10:00:00Z'), zone)))
    expect(others).toEqual([])
    expect(await nudgedAt('2020-06-26T10:00')).toEqual([])
    // A Saturday, and the hours before work.
    expect(await nudgedAt('2020-07-04T09:00')).toHaveLength(0)
    expect(await nudgedAt('2020-07-10T06:00')).toHaveLength(0)
    expect(await nudgedAt('2020-07-10T09:00')).toHaveLength(1)
    expect(await nudgedAt('2020-07-11T09:00')).toHaveLength(0)
    const [late] = await nudgedAt('2020-07-14T09:00')
    expect(late).toContain(t.nudge.overdue(2))
    expect(await steps()).toEqual(['T-14', 'T-0', 'T+2'])
    const keys = await committee.db.nudge.findMany({ where: { kind: 'answers' }, select: { key: true } })
    expect(keys.every(({ key }) => key.startsWith(`nudge:answers:${round}:2020-07-10T10:00:00.000Z:`))).toBe(true)
    expect(textOf(await committee.press(coordinator, { kind: 'nudge.list', round }))).toContain('cơ quan soạn thảo')
  })

  it('stop once all is settled, begin again where an answer is sent back, and end with the date', async () => {
    const round = await playDated()
    for (const number of [1, 2, 3]) await press(round, number)
    await write(round, 4, 'explain', 'Đã nêu tại Luật.')
    await settleAll(round, 4)
    expect(await nudgedAt('2020-07-03T09:00')).toEqual([])
    const { remark } = await (async () => {
      const rows = await committee.press(coordinator, { kind: 'answer.list', round })
      const found = JSON.stringify(rows).match(/"kind":"answer.show","round":"[^"]+","remark":"([0-9a-f]{32})"/)
      return { remark: found?.[1] ?? '' }
    })()
    const form = formOf(await committee.press(coordinator, { kind: 'answer.return.form', round, remark }))
    await committee.fill(coordinator, form, { reason: 'Chưa rõ.' })
    expect(await nudgedAt('2020-07-07T09:00')).toHaveLength(1)
    await set(round, '')
    await nudgedAt('2020-07-09T09:00')
    expect(await steps()).toEqual(['T-3'])
  })

  it('that wait are dropped where all is settled, and a card that was sent asks no more', async () => {
    const round = await playDated()
    expect(await nudgedAt('2020-06-26T09:00')).toHaveLength(1)
    committee.setClock('2020-07-03T09:00')
    await runNudges(ctx())
    for (const number of [1, 2, 3, 4]) await press(round, number)
    await settleAll(round, 4)
    const sent = await committee.deliver()
    const told = sent.filter(({ message }) => message?.text.includes(title))
    expect(told.map(({ message }) => message?.text)).toEqual([t.nudge.settled(title)])
    expect(
      await committee.db.outbox.count({ where: { status: 'dropped', letter: { contains: 'answers-nudge' } } }),
    ).toBe(1)
  })

  it('are held back by leave but for the last, and never come for a round that was reopened', async () => {
    const round = await playDated()
    const { id: personId } = await committee.db.person.findUniqueOrThrow({ where: { key: drafter } })
    const at = committee.now()
    await committee.db.absence.create({
      data: { id: 'a', personId, fromDay: '2020-06-20', toDay: '2020-07-20', at },
    })
    expect(await nudgedAt('2020-06-26T09:00')).toEqual([])
    expect(await nudgedAt('2020-07-10T09:00')).toHaveLength(1)
    expect(await nudgedAt('2020-07-14T09:00')).toEqual([])
    await committee.db.absence.deleteMany()
    const reopen = { kind: 'round.change.form', round, change: 'reopen' } as const
    const form = formOf(await committee.press(coordinator, reopen))
    await committee.fill(coordinator, form, { reason: 'thiếu', day: '2020-07-30', time: '17:00' })
    await nudgedAt('2020-07-15T09:00')
    expect(await steps()).toEqual(['T-0'])
  })

  it('stand in the digest of coordinators until all is settled', async () => {
    const round = await playDated()
    const line = (late: boolean) =>
      vi.digest.answers(title, counted(4, 4, 0), vi.deadline(new Date('2020-07-10T10:00:00Z'), zone), late)
    const digest = async () => textOf(await committee.press(coordinator, { kind: 'digest.show' }))
    expect(await digest()).toContain(line(false))
    committee.setClock('2020-07-13T09:00')
    expect(await digest()).toContain(line(true))
    for (const number of [1, 2, 3, 4]) await press(round, number)
    await settleAll(round, 4)
    expect(await digest()).not.toContain(title)
  })

  it('are told by “vì sao” and played by the rehearsal, as they then come', async () => {
    const round = await playDated()
    const explained = await committee.press(drafter, { kind: 'date.explain', round })
    const deadline = vi.deadline(new Date('2020-07-10T10:00:00Z'), zone)
    expect(textOf(explained)).toContain(vi.explain.answers(title, 1, deadline))
    expect(textOf(explained)).toContain(vi.explain.answersNudges)
    expect(textOf(await committee.press(member, { kind: 'date.explain', round }))).not.toContain('tiếp thu')
    for (const text of ['vì sao 10/07', 'vì sao 26/06'])
      expect(textOf(await committee.type(drafter, text)), text).toContain(vi.explain.answers(title, 1, deadline))
    expect(textOf(await committee.type(drafter, 'vì sao 25/06'))).not.toContain('tiếp thu')
    const span = { from: '2020-06-12', to: '2020-07-31' }
    const played = rehearse(ctx(), await readRehearsal(ctx(), { assume: false }), span)
    const mine = played.filter(({ kind }) => kind === 'answers')
    expect(mine.map(({ about }) => about)).toEqual(
      ['T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'T+2', 'T+4', 'T+6', 'T+8', 'T+10'].map((step) => [
        { item: 'ND-DLCN', step },
      ]),
    )
    for (const { at, about } of mine) {
      committee.setClock(new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16))
      await runNudges(ctx())
      await committee.deliver()
      expect((await steps()).length, about[0]?.step).toBe(mine.findIndex((one) => one.at === at) + 1)
    }
  })
})
