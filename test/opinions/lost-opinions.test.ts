import { beforeEach, expect, it } from 'vitest'
import { readReceipts } from '../../src/cli/doctor/running.ts'
import { lostOpinions } from '../../src/opinions/answering/lost-opinions.ts'
import { answerRound, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
let round: string
beforeEach(async () => {
  round = await openRoundOn(committee, 'ND-DLCN')
  await answerRound(committee, member, round, { position: 'agree' })
  await answerRound(committee, otherMember, round, { position: 'agree' })
})

it('says nothing where every receipt has its opinion', async () => {
  expect(await lostOpinions(committee.db)).toEqual([])
  expect(await readReceipts(committee.db)).toMatchObject({ state: 'ok' })
})

it('names the receipts whose opinions are gone, by round', async () => {
  const [gone] = await committee.db.opinion.findMany({ where: { person: { key: member } } })
  await committee.db.opinion.delete({ where: { id: gone?.id ?? '' } })
  expect(await lostOpinions(committee.db)).toEqual([{ round, receipts: [gone?.receipt] }])
  expect(await readReceipts(committee.db)).toMatchObject({
    state: 'wrong',
    found: expect.stringContaining(gone?.receipt ?? 'no receipt'),
  })
})

it('does so also where the round itself is gone, and where the log is while a member was told by letter', async () => {
  await committee.db.round.delete({ where: { id: round } })
  expect((await lostOpinions(committee.db)).flatMap(({ receipts }) => receipts)).toHaveLength(2)
  await committee.loseLog()
  expect(await lostOpinions(committee.db)).toEqual([])
  const [person] = await committee.db.person.findMany({ take: 1 })
  const letter = JSON.stringify({ kind: 'delegate-sent', round, receipt: 'ND-DLCN-2222-3333', card: true })
  const now = committee.now()
  const times = { createdAt: now, notBefore: now }
  const row = { id: 'x', key: 'delegate-sent:ND-DLCN-2222-3333', personId: person?.id ?? '', kind: 'send', letter }
  await committee.db.outbox.create({ data: { ...row, status: 'sent', ...times } })
  expect(await lostOpinions(committee.db)).toEqual([{ round, receipts: ['ND-DLCN-2222-3333'] }])
})
