import { expect, it } from 'vitest'
import { readBoard } from '../../src/opinions/boards/read-board.ts'
import { readProgress } from '../../src/opinions/boards/read-progress.ts'
import { findRounds } from '../../src/opinions/rounds/rounds.ts'
import { answerRound, member, openRoundOn, otherMember, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const third = 'sample-tv-bca'
const lastDay = (key: string, toDay: string) =>
  committee.db.role.updateMany({ where: { role: 'member', person: { key } }, data: { toDay } })

it('counts what the boards count: answered, late, silent, and those who left with and without an answer', async () => {
  const first = await openRoundOn(committee, 'ND-DLCN')
  const second = await openRoundOn(committee, 'DA-KNDL', {
    day: '2020-06-30',
    late: 'accept',
    silence: 'deemed',
    basis: 'Quy chế',
  })
  const empty = await openRoundOn(committee, 'DS-NTDC', { day: '2020-06-30' })
  await committee.db.asked.deleteMany({ where: { roundId: empty } })
  await answerRound(committee, member, first, { position: 'agree' })
  await answerRound(committee, member, first, { position: 'agree', body: 'Lần hai' })
  await answerRound(committee, otherMember, second, { position: 'agree' })
  // Of the second round they leave after the deadline: there it changes nothing that was counted.
  await lastDay(member, '2020-07-02')
  await lastDay(third, '2020-07-02')
  const seen = new Set<string>()
  for (const moment of ['2020-06-20T09:00', '2020-07-01T09:00', '2020-07-06T09:00']) {
    committee.setClock(moment)
    const ctx = { db: committee.db, now: committee.now(), zone }
    const rounds = await findRounds(ctx, {})
    const boards = await Promise.all(rounds.map((round) => readBoard(ctx, round)))
    const progress = await readProgress(ctx, rounds)
    expect(progress.map(({ round }) => round.id)).toEqual(rounds.map(({ id }) => id))
    expect(progress.map(({ answered, total }) => ({ answered, total }))).toEqual(
      boards.map(({ answered, total }) => ({ answered, total })),
    )
    for (const { answered, total } of progress) seen.add(`${answered}/${total}`)
  }
  // So that it compares something: with an answer, without the one who left, and with nobody.
  expect(seen.size).toBeGreaterThan(2)
  expect(await readProgress({ db: committee.db, now: committee.now(), zone }, [])).toEqual([])
})
