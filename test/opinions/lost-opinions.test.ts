import { afterEach, beforeEach, expect, it } from 'vitest'
import { readReceipts } from '../../src/cli/doctor/running.ts'
import { lostOpinions } from '../../src/opinions/answering/lost-opinions.ts'
import { answerRound, type Committee, member, openCommittee, openRoundOn, otherMember } from '../support/committee.ts'

let house: Committee
let round: string
beforeEach(async () => {
  house = await openCommittee()
  round = await openRoundOn(house, 'ND-DLCN')
  await answerRound(house, member, round, { position: 'agree' })
  await answerRound(house, otherMember, round, { position: 'agree' })
})
afterEach(() => house.drop())

it('says nothing where every receipt has its opinion', async () => {
  expect(await lostOpinions(house.db)).toEqual([])
  expect(await readReceipts(house.db)).toMatchObject({ state: 'ok' })
})

it('names the receipts whose opinions are gone, by round', async () => {
  const [gone] = await house.db.opinion.findMany({ where: { person: { key: member } } })
  await house.db.opinion.delete({ where: { id: gone?.id ?? '' } })
  expect(await lostOpinions(house.db)).toEqual([{ round, receipts: [gone?.receipt] }])
  expect(await readReceipts(house.db)).toMatchObject({
    state: 'wrong',
    found: expect.stringContaining(gone?.receipt ?? 'no receipt'),
  })
})

it('does so also where the round itself is gone, and where the log is while a member was told by letter', async () => {
  await house.db.round.delete({ where: { id: round } })
  expect((await lostOpinions(house.db)).flatMap(({ receipts }) => receipts)).toHaveLength(2)
  await house.loseLog()
  expect(await lostOpinions(house.db)).toEqual([])
  const [person] = await house.db.person.findMany({ take: 1 })
  const letter = JSON.stringify({ kind: 'delegate-sent', round, receipt: 'ND-DLCN-2222-3333', card: true })
  const now = house.now()
  const times = { createdAt: now, notBefore: now }
  const row = { id: 'x', key: 'delegate-sent:ND-DLCN-2222-3333', personId: person?.id ?? '', kind: 'send', letter }
  await house.db.outbox.create({ data: { ...row, status: 'sent', ...times } })
  expect(await lostOpinions(house.db)).toEqual([{ round, receipts: ['ND-DLCN-2222-3333'] }])
})
