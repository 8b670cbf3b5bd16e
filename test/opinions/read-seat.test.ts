import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSeat } from '../../src/opinions/answering/draft.ts'
import { readSeat } from '../../src/opinions/answering/read-seat.ts'
import { findRound } from '../../src/opinions/rounds/rounds.ts'
import {
  answerRound,
  type Committee,
  coordinator,
  formOf,
  member,
  openCommittee,
  openRoundOn,
  otherMember,
} from '../support/committee.ts'

let committee: Committee
let round: string
beforeAll(async () => {
  committee = await openCommittee()
  round = await openRoundOn(committee, 'ND-DLCN', { url: 'https://example.org/du-thao' })
})
afterAll(() => committee.drop())

const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id

async function comment(who: string, provision: string) {
  const form = formOf(await committee.press(who, { kind: 'comment.save.form', round }))
  await committee.fill(who, form, { provision, remark: `Về ${provision}` })
}

it('the seat read in one statement is what the models say: round, draft with comments, current opinion with its own', async () => {
  const { db } = committee
  const personId = await idOf(member)
  await comment(member, 'Điều 7')
  await answerRound(committee, member, round, { position: 'agree', body: 'Lần một' })
  await answerRound(committee, member, round, { position: 'disagree', body: 'Lần hai' })
  await comment(member, 'Điều 9')
  await comment(member, 'Điều 5')
  const seat = await loadSeat({ db }, round, personId)

  expect(seat.round).toEqual(await findRound({ db }, round))
  const comments = {
    select: { id: true, place: true, provision: true, remark: true, proposal: true },
    orderBy: { place: 'asc' },
  } as const
  const draft = await db.opinionDraft.findFirstOrThrow({ where: { personId }, include: { comments } })
  const { roundId: _r, personId: _p, updatedAt: _u, ...wantedDraft } = draft
  expect(seat.draft).toEqual(wantedDraft)
  expect(seat.draft?.comments.map(({ provision }) => provision)).toEqual(['Điều 7', 'Điều 9', 'Điều 5'])
  const opinion = await db.opinion.findFirstOrThrow({ where: { personId, version: 2 }, include: { comments } })
  const { roundId: _round, personId: _person, ...wantedOpinion } = opinion
  expect(seat.opinion).toEqual(wantedOpinion)
  expect(seat.opinion?.comments).toHaveLength(1)
})

it('somebody asked who has written nothing has an empty seat; somebody not asked has none; no round, nothing', async () => {
  const { db } = committee
  const empty = await readSeat(db, round, await idOf(otherMember))
  expect(empty).toMatchObject({ asked: true, draft: undefined, opinion: undefined })
  const outside = await idOf(coordinator)
  expect(await readSeat(db, round, outside)).toMatchObject({ asked: false })
  await expect(loadSeat({ db }, round, outside)).rejects.toMatchObject({ code: 'not-asked' })
  const nowhere = '00000000-0000-4000-8000-000000000000'
  expect(await readSeat(db, nowhere, outside)).toBeUndefined()
  await expect(loadSeat({ db }, nowhere, outside)).rejects.toMatchObject({ code: 'no-such-round' })
})
