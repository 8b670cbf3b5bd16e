import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/contract/plain.ts'
import { commit } from '../../src/database/commit.ts'
import { whoToRemind } from '../../src/nudges/reminders/who-to-remind.ts'
import { readBoard } from '../../src/opinions/boards/read-board.ts'
import { handOverSeats } from '../../src/opinions/rounds/hand-over-seats.ts'
import { loadRound } from '../../src/opinions/rounds/rounds.ts'
import { missingIn, seatedIn } from '../../src/opinions/rounds/who-counts.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  coordinator,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
  zone,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'
import { runs } from '../support/runs.ts'
import { at } from '../support/visits.ts'

const committee = committeeEachTest()
let round: string

const successor = 'ke-nhiem-byt'
const words = 'rút ND-DLCN vì nhầm bản'
const agree = { position: 'agree' }
const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id

/** Ends somebody's role as a member: `last` is the last day on which they hold it. */
const leaves = (key: string, last: string) =>
  committee.db.role.updateMany({ where: { person: { key }, role: 'member' }, data: { toDay: last } })

async function joins(key: string, organisation: string, from: string) {
  const id = randomUUID()
  await committee.db.person.create({
    data: {
      id,
      key,
      name: `Người kế nhiệm ${key}`,
      organisation,
      sample: true,
      createdAt: committee.now(),
      roles: { create: { id: randomUUID(), role: 'member', fromDay: from } },
      accounts: { create: { id: randomUUID(), platform: 'web', tenant: 'local', user: key } },
    },
  })
}

const board = async () => textOf(await committee.press(coordinator, { kind: 'board.show', round }))
const listed = async (show: 'former' | 'missing') =>
  textOf(await committee.press(coordinator, { kind: 'board.show', round, show }))
const sentTo = async (who: string) => {
  const calls = await committee.deliver()
  return calls.flatMap((call) => (call.what === 'send' && call.to.user === who ? [plain(call.message)] : []))
}

describe('a member whose role ends in mid-round', () => {
  beforeEach(async () => {
    round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    await leaves(member, '2020-06-19')
  })

  it('counts and can answer to the end of the last day, and from the next on is shown apart and out of the count', async () => {
    committee.setClock('2020-06-19T23:59')
    expect(await board()).toContain(vi.board.progress(0, 19))
    committee.setClock('2020-06-20T00:00')
    const text = await board()
    expect(text).toContain(vi.board.progress(0, 18))
    expect(text).toContain(`${vi.standings.former}: ${vi.board.formerCount(1)}`)
    expect(await listed('missing')).not.toContain('Bộ Y tế')
    expect(await listed('former')).toContain(`Bộ Y tế: ${vi.board.formerSince('20/06/2020')}`)
    const members = await committee.db.asked.findMany({ select: { person: { select: { key: true } } } })
    for (const { person } of members) if (person.key !== member) await answerRound(committee, person.key, round, agree)
    expect(await board()).toContain(vi.board.progress(18, 18))
  })

  it('answers on the last day, and that answer stays counted', async () => {
    committee.setClock('2020-06-19T16:00')
    await answerRound(committee, member, round, agree)
    committee.setClock('2020-06-22T08:00')
    await joins(successor, 'Bộ Y tế', '2020-06-20')
    expect(await committee.handOver()).toBe(0)
    expect(await board()).toContain(vi.board.progress(1, 19))
  })

  it('is asked no more: the card says so and keeps what was begun, and nothing on the first page waits', async () => {
    await committee.press(member, {
      kind: 'opinion.type',
      item: 'ND-DLCN',
      position: 'disagree',
      body: 'Điều 5 chưa rõ',
    })
    committee.setClock('2020-06-22T08:00')
    expect(await committee.handOver()).toBe(1)
    const rewritten = (await committee.deliver()).filter((call) => call.what === 'update' && call.to.user === member)
    expect(rewritten.map((call) => plain(call.message)).join()).toContain(vi.opinion.former('20/06/2020'))
    expect(await committee.handOver()).toBe(0)
    const card = await committee.press(member, { kind: 'opinion.show', round })
    expect(textOf(card)).toContain('Điều 5 chưa rõ')
    expect(textOf(card)).not.toContain(vi.buttons.send)
    expect(textOf(await committee.press(member, { kind: 'home.show' }))).not.toContain(vi.buttons.answer)
    expect(textOf(await committee.press(member, { kind: 'opinion.list' }))).toContain(vi.standings.former)
    const refused = await committee.press(member, { kind: 'opinion.save.form', round })
    expect(textOf(refused)).toContain(vi.refusals['not-allowed']({}))
  })

  it('is neither nudged nor reminded nor escalated, and gets no news of the round', async () => {
    for (const morning of ['2020-06-23T08:30', '2020-06-30T08:30', '2020-07-02T08:30', '2020-07-07T08:30']) {
      committee.setClock(morning)
      await committee.nudge()
      expect(await sentTo(member), morning).toEqual([])
    }
    const named = await committee.db.nudge.count({ where: { kind: 'escalation', subject: await idOf(member) } })
    expect(named).toBe(0)
    expect(
      await committee.db.nudge.count({ where: { kind: 'escalation', subject: await idOf(otherMember) } }),
    ).toBeGreaterThan(0)
    const preview = textOf(await committee.press(coordinator, { kind: 'reminder.preview', round }))
    expect(preview).toContain(vi.remind.why.former)
    await committee.fill(
      coordinator,
      formOf(await committee.type(coordinator, 'gia hạn ND-DLCN đến 17:00 17/07/2020 vì chờ')),
      {},
    )
    expect(await sentTo(member)).toEqual([])
    expect(textOf(await committee.press(coordinator, { kind: 'digest.show' }))).toContain('đã gửi 0/18; chưa gửi 18')
  })

  it('can still have a letter recorded by a coordinator, and then counts', async () => {
    committee.setClock('2020-06-22T08:00')
    const form = formOf(
      await committee.press(coordinator, { kind: 'record.save.form', round, person: await idOf(member) }),
    )
    const reply = await committee.fill(coordinator, form, {
      person: 'Bộ Y tế',
      position: 'agree',
      source: 'Công văn số 12',
      received: '2020-06-19',
    })
    expect(textOf(reply)).toContain('Mã biên nhận')
    expect(await board()).toContain(vi.board.progress(1, 19))
  })
})

describe('the successor in a seat', () => {
  beforeEach(async () => {
    round = await openRoundOn(committee, 'ND-DLCN', { day: '2020-07-15' })
    await committee.deliver()
    await leaves(member, '2020-06-30')
  })

  it('is asked once, is told once, and answers; who left is named with them', async () => {
    await joins(successor, 'Bộ Y Tế', '2020-07-01')
    committee.setClock('2020-07-02T08:00')
    expect(await committee.handOver()).toBe(1)
    expect(await committee.handOver()).toBe(0)
    expect((await sentTo(successor)).join()).toContain('Dự thảo Nghị định về bảo vệ dữ liệu cá nhân')
    expect(await board()).toContain(vi.board.progress(0, 19))
    // T-14 fell on the day before: the request covers it.
    await committee.nudge()
    committee.setClock('2020-07-02T09:00')
    await committee.nudge()
    expect(await sentTo(successor)).toEqual([])
    await answerRound(committee, successor, round, agree)
    expect(await board()).toContain(vi.board.progress(1, 19))
    const former = await listed('former')
    expect(former).toContain(vi.board.successor(`Người kế nhiệm ${successor}`))
    expect(former).not.toContain(`${vi.buttons.recordFor}: Thành viên – Bộ Y tế (mẫu)`)
    const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
    const values = { person: member, position: 'agree', source: 'CV', received: '2020-07-01' }
    expect(await committee.fill(coordinator, form, values)).toMatchObject({ kind: 'invalid' })
  })

  it('is nudged by the steps after they were asked', async () => {
    await joins(successor, 'Bộ Y tế', '2020-07-01')
    committee.setClock('2020-07-02T08:00')
    await committee.handOver()
    await committee.deliver()
    committee.setClock('2020-07-08T08:30')
    await committee.nudge()
    expect(await sentTo(successor)).toHaveLength(1)
  })

  it.each([
    ['two came', async () => Promise.all([joins('a', 'Bộ Y tế', '2020-07-01'), joins('b', 'Bộ Y tế', '2020-07-01')])],
    ['another organisation came', async () => joins('a', 'Bộ Tài chính', '2020-07-01')],
    ['they were a member beside the one who left', async () => joins('a', 'Bộ Y tế', '2020-06-30')],
    ['they begin later', async () => joins('a', 'Bộ Y tế', '2020-07-03')],
  ])('is not guessed where %s', async (_why, come) => {
    await come()
    committee.setClock('2020-07-02T08:00')
    await committee.handOver()
    expect(await committee.db.asked.count({ where: { roundId: round } })).toBe(19)
    expect(await board()).toContain(vi.board.progress(0, 18))
  })

  it.each([
    [
      'withdrawn',
      async () => void (await committee.fill(coordinator, formOf(await committee.type(coordinator, words)), {})),
    ],
    ['closed by its deadline', async () => void (await committee.settle())],
  ])('is not asked in a round that is %s at that moment', async (_, ends) => {
    await committee.db.round.updateMany({ data: { late: 'refuse', dueAt: at('2020-07-02T08:00') } })
    await joins(successor, 'Bộ Y tế', '2020-07-01')
    committee.setClock('2020-07-02T07:59')
    await handOverSeats({ db: committee.db, now: committee.now(), zone }, async (db, writes) => {
      committee.setClock('2020-07-02T08:00')
      await ends()
      return await commit(db, writes)
    })
    expect(await committee.db.round.findMany()).toMatchObject([
      { askedCount: 19, state: expect.not.stringMatching('open') },
    ])
    expect(await sentTo(successor)).toEqual([])
  })

  it('is not asked in a round that ended before they came', async () => {
    await committee.fill(coordinator, formOf(await committee.type(coordinator, 'đóng ND-DLCN vì đủ')), {})
    await joins(successor, 'Bộ Y tế', '2020-07-01')
    committee.setClock('2020-07-02T08:00')
    expect(await committee.handOver()).toBe(0)
  })
})

describe('of a letter for who has left and the asking of a successor in the same moment', () => {
  const { fillWhile } = racing(() => committee)
  const letter = { person: 'Bộ Y tế', position: 'agree', source: 'Công văn số 12', received: '2020-06-29' }
  const record = () => ({ kind: 'record.save.form', round }) as const

  beforeEach(async () => {
    round = await openRoundOn(committee, 'ND-DLCN', { day: '2020-07-15' })
    await leaves(member, '2020-06-30')
    await joins(successor, 'Bộ Y tế', '2020-07-01')
    committee.setClock('2020-07-02T08:00')
  })

  it('the letter is not recorded once the successor has been asked', async () => {
    const byId = { ...letter, person: await idOf(member) }
    const reply = await fillWhile(coordinator, record(), byId, committee.handOver)
    expect(reply).toMatchObject({ kind: 'invalid' })
    expect(await committee.db.opinion.count()).toBe(0)
    expect(await board()).toContain(vi.board.progress(0, 19))
  })

  it('the successor is not asked once the letter has been recorded', async () => {
    await handOverSeats({ db: committee.db, now: committee.now(), zone }, async (db, writes) => {
      if ((await db.opinion.count()) === 0)
        await committee.fill(coordinator, formOf(await committee.press(coordinator, record())), letter)
      return await commit(db, writes)
    })
    expect(await committee.db.asked.count({ where: { roundId: round } })).toBe(19)
    expect(await board()).toContain(vi.board.progress(1, 19))
    expect(await committee.handOver()).toBe(0)
  })
})

describe('what was counted at the end stays', () => {
  const deemed = { silence: 'deemed', basis: 'Điều 6 Quy chế làm việc' }

  it('silence that counts is that of the members of the deadline’s day', async () => {
    round = await openRoundOn(committee, 'ND-DLCN', deemed)
    await leaves(member, '2020-06-29')
    await leaves(otherMember, '2020-06-30')
    committee.setClock('2020-07-20T08:00')
    await committee.settle()
    await joins(successor, 'Bộ Y tế', '2020-06-30')
    expect(await committee.handOver()).toBe(0)
    expect(await board()).toContain(`${vi.standings.deemed}: 18`)
    const card = await committee.press(member, { kind: 'opinion.show', round })
    expect(textOf(card)).toContain(vi.opinion.former('30/06/2020'))
    const other = await committee.press(otherMember, { kind: 'opinion.show', round })
    expect(textOf(other)).toContain(vi.opinion.deemed(deemed.basis))
  })

  it('who leaves after the round was closed was missing in it', async () => {
    round = await openRoundOn(committee, 'ND-DLCN')
    committee.setClock('2020-06-25T10:00')
    await committee.fill(coordinator, formOf(await committee.type(coordinator, 'đóng ND-DLCN vì đủ')), {})
    await leaves(member, '2020-06-25')
    committee.setClock('2020-08-01T10:00')
    expect(await board()).toContain(vi.board.progress(0, 19))
    expect(
      messageOf(await committee.press(coordinator, { kind: 'board.show', round, show: 'missing' })).text,
    ).toContain('19')
  })
})

it('board, reminders, escalation and news of a round all take the same people to be missing', async () => {
  round = await openRoundOn(committee, 'ND-DLCN')
  const asked = await committee.db.asked.findMany({ select: { personId: true, person: { select: { key: true } } } })
  await answerRound(committee, otherMember, round, agree)
  const day = fc.integer({ min: 10, max: 30 }).map((date) => `2020-06-${date}`)
  const ends = fc.array(fc.option(day), { minLength: asked.length, maxLength: asked.length })
  const moments = fc.record({
    date: fc.integer({ min: 16, max: 29 }),
    time: fc.constantFrom('00:00', '08:30', '23:59'),
  })
  await fc.assert(
    fc.asyncProperty(ends, moments, async (lasts, { date, time }) => {
      for (const [place, { person }] of asked.entries())
        await committee.db.role.updateMany({
          where: { person: { key: person.key }, role: 'member' },
          data: { toDay: lasts[place] ?? null },
        })
      const now = at(`2020-06-${date}T${time}`)
      const ctx = { db: committee.db, now, zone, mustHear: [] }
      const whole = await loadRound(ctx, round)
      const { rows, total, missing, former } = await readBoard(ctx, whole)
      const by = (standing: string) => rows.filter((row) => row.standing === standing).map((row) => row.personId)
      const { due, left } = await whoToRemind(ctx, [whole])
      const held = left.filter(({ why }) => ['leave', 'reminded', 'unreachable'].includes(why))
      expect([...due, ...held].map(({ person }) => person.id).sort()).toEqual(by('missing').sort())
      expect(
        left
          .filter(({ why }) => why === 'former')
          .map(({ person }) => person.id)
          .sort(),
      ).toEqual(by('former').sort())
      expect([...(await missingIn(ctx, whole))].sort()).toEqual(by('missing').sort())
      expect([total, former]).toEqual([missing + 1, asked.length - missing - 1])
      const gone = asked.filter((_, place) => (lasts[place] ?? '9') < `2020-06-${date}`).length
      expect(await seatedIn(ctx, whole)).toHaveLength(asked.length - gone)
    }),
    { numRuns: runs(20) },
  )
})
