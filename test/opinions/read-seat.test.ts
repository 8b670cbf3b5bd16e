import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepFile } from '../../src/documents/store/keep-file.ts'
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

/** Puts a file to what somebody is writing. */
async function attach(who: string, name: string) {
  const { db } = committee
  const draft = await db.opinionDraft.findFirstOrThrow({ where: { person: { key: who } }, include: { files: true } })
  const { sha256 } = await keepFile(db, Buffer.from(name), 'application/pdf', committee.now())
  const file = { id: randomUUID(), sha256, name, number: '12/BTC-THTK', dated: '2020-06-15' }
  await db.draftFile.create({ data: { ...file, draftId: draft.id, place: draft.files.length + 1 } })
}

it('the seat read in one statement is what the models say: round, draft with comments and files, current opinion with its own', async () => {
  const { db } = committee
  const personId = await idOf(member)
  await comment(member, 'Điều 7')
  await attach(member, 'Công văn lần một.pdf')
  await answerRound(committee, member, round, { position: 'agree', body: 'Lần một' })
  await answerRound(committee, member, round, { position: 'disagree', body: 'Lần hai' })
  await comment(member, 'Điều 9')
  await comment(member, 'Điều 5')
  await attach(member, 'Công văn lần hai.pdf')
  const seat = await loadSeat({ db }, round, personId)

  expect(seat.round).toEqual(await findRound({ db }, round))
  const comments = {
    omit: { draftId: true },
    orderBy: { place: 'asc' },
  } as const
  const files = { omit: { draftId: true }, orderBy: { place: 'asc' } } as const
  const draft = await db.opinionDraft.findFirstOrThrow({ where: { personId }, include: { comments, files } })
  const { roundId: _r, personId: _p, updatedAt: _u, ...wantedDraft } = draft
  expect(seat.draft).toEqual(wantedDraft)
  expect(seat.draft?.comments.map(({ provision }) => provision)).toEqual(['Điều 7', 'Điều 9', 'Điều 5'])
  expect(seat.draft?.files.map(({ name }) => name)).toEqual(['Công văn lần một.pdf', 'Công văn lần hai.pdf'])
  const own = { omit: { opinionId: true }, orderBy: { place: 'asc' } } as const
  const include = { comments: own, files: own }
  const opinion = await db.opinion.findFirstOrThrow({ where: { personId, version: 2 }, include })
  const { roundId: _round, personId: _person, ...wantedOpinion } = opinion
  expect(seat.opinion).toEqual(wantedOpinion)
  expect(seat.opinion?.comments).toHaveLength(1)
  expect(seat.opinion?.files).toHaveLength(1)
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
