import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import { draftStands } from '../../src/database/rests.ts'
import { insert, insertBeside, insertFromDraft, replace } from '../../src/database/statements.ts'
import { answerRound, type Committee, member, openCommittee, openRoundOn } from '../support/committee.ts'

let house: Committee
let round: string
let personId: string
let count = 0

beforeAll(async () => {
  house = await openCommittee()
  round = await openRoundOn(house, 'ND-DLCN')
  const person = await house.db.person.findUniqueOrThrow({ where: { key: member } })
  personId = person.id
})
afterAll(() => house.drop())

const id = () => {
  count += 1
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}
const opinion = (version: number) => ({
  id: id(),
  roundId: round,
  personId,
  version,
  position: 'agree',
  body: 'Nhất trí; \' " $1 ? --',
  draftVersion: 1,
  receipt: `R-${count}`,
  at: house.now(),
  late: false,
})
const delivery = () => ({ id: `delivery-${id()}`, at: house.now(), reply: '{}' })
const audit = () => ({ id: id(), at: house.now(), actor: 'x', deed: 'x', subject: 'x', facts: '{}' })
const newDraft = async (revision: number) => {
  await house.db.opinionDraft.deleteMany({ where: { roundId: round, personId } })
  const data = { id: id(), roundId: round, personId, position: 'agree', body: '', revision, updatedAt: house.now() }
  return await house.db.opinionDraft.create({ data })
}
const counts = async () =>
  await Promise.all([
    house.db.opinion.count(),
    house.db.received.count(),
    house.db.audit.count(),
    house.db.opinionDraft.count(),
  ])

describe('changes written as SQL', () => {
  it('store what Prisma reads back: instants, truth values, words to the letter, nothing where nothing is', async () => {
    const row = opinion(101)
    expect(await commit(house.db, [insert(house.db, 'Opinion', { ...row, late: true })])).toBe(true)
    const read = await house.db.opinion.findUniqueOrThrow({ where: { id: row.id } })
    expect(read).toEqual({ ...row, late: true, recordedById: null, recordedSource: null, sentById: null })
  })

  it('turn a draft into an opinion, with everything beside it, or do nothing when the draft has changed', async () => {
    const { db } = house
    const draft = await newDraft(3)
    const before = await counts()
    const writes = (version: number, revision: number) => {
      const made = [...insertFromDraft(db, opinion(version), { id: draft.id, revision }), insert(db, 'Audit', audit())]
      return [[insertBeside(db, made, delivery()), ...made], [draftStands({ id: draft.id, revision })]] as const
    }
    expect(await commit(db, ...writes(102, 2))).toBe(false)
    expect(await counts()).toEqual(before)
    expect(await commit(db, ...writes(102, 3))).toBe(true)
    const [opinions = 0, received = 0, audits = 0, drafts = 0] = before
    expect(await counts()).toEqual([opinions + 1, received + 1, audits + 1, drafts - 1])
    expect(await commit(db, ...writes(103, 3))).toBe(false)
    expect(await counts()).toEqual([opinions + 1, received + 1, audits + 1, drafts - 1])
  })

  it('fail as one when a key is taken, whether or not statements of Prisma stand among them', async () => {
    const { db } = house
    const taken = delivery()
    expect(await commit(db, [insertBeside(db, [], taken)])).toBe(true)
    const before = await counts()
    const raw = insert(db, 'Audit', audit())
    expect(await commit(db, [insertBeside(db, [raw], taken), raw])).toBe(false)
    const mixed = [insert(db, 'Audit', audit()), db.setting.create({ data: { key: `k-${id()}`, value: '' } })]
    expect(await commit(db, [...mixed, insertBeside(db, mixed, taken)])).toBe(false)
    expect(await counts()).toEqual(before)
    expect(await commit(db, [...mixed, insertBeside(db, mixed, delivery())])).toBe(true)
    const [opinions = 0, received = 0, audits = 0, drafts = 0] = before
    expect(await counts()).toEqual([opinions, received + 1, audits + 1, drafts])
  })

  it('store a draft with its comments beside a message, which takes the place of what was kept of it', async () => {
    const { db } = house
    await db.opinionDraft.deleteMany({ where: { roundId: round, personId } })
    const draft = { id: id(), roundId: round, personId, position: null, body: 'Nhất trí', revision: 1 }
    const comment = { id: id(), draftId: draft.id, provision: 'Điều 1; ?', remark: 'Rõ hơn', proposal: null, place: 1 }
    const message = (intent: string) => replace(db, 'ActedMessage', { id: 'typed', at: house.now(), intent })
    const writes = [
      message('first'),
      insert(db, 'OpinionDraft', { ...draft, updatedAt: house.now() }),
      insert(db, 'DraftComment', comment),
    ]
    expect(await commit(db, writes)).toBe(true)
    const read = await db.opinionDraft.findUniqueOrThrow({ where: { id: draft.id }, include: { comments: true } })
    expect(read).toEqual({ ...draft, byId: null, updatedAt: house.now(), comments: [comment] })
    expect(await commit(db, [message('second')])).toBe(true)
    expect(await db.actedMessage.findMany()).toEqual([{ id: 'typed', at: house.now(), intent: 'second' }])
    // Another draft in the same seat takes nothing with it.
    const other = insert(db, 'OpinionDraft', { ...draft, id: id(), updatedAt: house.now() })
    expect(await commit(db, [message('third'), other])).toBe(false)
    expect(await db.actedMessage.findMany({ select: { intent: true } })).toEqual([{ intent: 'second' }])
  })

  it('fail when a row that they refer to is gone', async () => {
    const { db } = house
    const gone = { ...opinion(104), personId: id() }
    expect(await commit(db, [insert(db, 'Opinion', gone)])).toBe(false)
  })

  it('let one of two win who send the same draft at once', async () => {
    const { db } = house
    const draft = await newDraft(1)
    const send = () => commit(db, insertFromDraft(db, opinion(105), draft), [draftStands(draft)])
    expect((await Promise.all([send(), send()])).sort()).toEqual([false, true])
    expect(await db.opinion.count({ where: { version: 105 } })).toBe(1)
  })
})

it('an answer of a member leaves no draft and one opinion, one audit line and one delivery', async () => {
  await house.db.opinion.deleteMany({ where: { roundId: round } })
  await house.db.opinionDraft.deleteMany({ where: { roundId: round } })
  await answerRound(house, member, round, { position: 'agree' })
  expect(await house.db.opinion.count({ where: { roundId: round } })).toBe(1)
  expect(await house.db.opinionDraft.count({ where: { roundId: round } })).toBe(0)
  expect(await house.db.audit.count({ where: { deed: 'opinion.submit' } })).toBe(1)
})
