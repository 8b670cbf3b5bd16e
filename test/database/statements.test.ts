import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import { draftStands } from '../../src/database/rests.ts'
import { insert, insertBeside, insertFromDraft, replace } from '../../src/database/statements.ts'
import { answerRound, type Committee, member, openCommittee, openRoundOn } from '../support/committee.ts'

let committee: Committee
let round: string
let personId: string
let count = 0

beforeAll(async () => {
  committee = await openCommittee()
  round = await openRoundOn(committee, 'ND-DLCN')
  const person = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
  personId = person.id
})
afterAll(() => committee.drop())

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
  at: committee.now(),
  late: false,
})
const delivery = () => ({ id: `delivery-${id()}`, at: committee.now(), reply: '{}' })
const audit = () => ({ id: id(), at: committee.now(), actor: 'x', deed: 'x', subject: 'x', facts: '{}' })
const newDraft = async (revision: number) => {
  await committee.db.opinionDraft.deleteMany({ where: { roundId: round, personId } })
  const data = { id: id(), roundId: round, personId, position: 'agree', body: '', revision, updatedAt: committee.now() }
  return await committee.db.opinionDraft.create({ data })
}
const counts = async () =>
  await Promise.all([
    committee.db.opinion.count(),
    committee.db.received.count(),
    committee.db.audit.count(),
    committee.db.opinionDraft.count(),
  ])

describe('changes written as SQL', () => {
  it('store what Prisma reads back: instants, truth values, words to the letter, nothing where nothing is', async () => {
    const row = opinion(101)
    expect(await commit(committee.db, [insert(committee.db, 'Opinion', { ...row, late: true })])).toBe(true)
    const read = await committee.db.opinion.findUniqueOrThrow({ where: { id: row.id } })
    expect(read).toEqual({ ...row, late: true, recordedById: null, recordedSource: null, sentById: null })
  })

  it('turn a draft into an opinion, with everything beside it, or do nothing when the draft has changed', async () => {
    const { db } = committee
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
    const { db } = committee
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
    const { db } = committee
    await db.opinionDraft.deleteMany({ where: { roundId: round, personId } })
    const draft = { id: id(), roundId: round, personId, position: null, body: 'Nhất trí', revision: 1 }
    const place = { documentId: null, provisionKey: 'd1', provisionText: 'Phạm vi; ?' }
    const words = { provision: 'Điều 1; ?', remark: 'Rõ hơn', proposal: null, place: 1 }
    const comment = { id: id(), draftId: draft.id, ...words, ...place }
    const message = (intent: string) => replace(db, 'ActedMessage', { id: 'typed', at: committee.now(), intent })
    const writes = [
      message('first'),
      insert(db, 'OpinionDraft', { ...draft, updatedAt: committee.now() }),
      insert(db, 'DraftComment', comment),
    ]
    expect(await commit(db, writes)).toBe(true)
    const read = await db.opinionDraft.findUniqueOrThrow({ where: { id: draft.id }, include: { comments: true } })
    expect(read).toEqual({ ...draft, byId: null, updatedAt: committee.now(), comments: [comment] })
    expect(await commit(db, [message('second')])).toBe(true)
    expect(await db.actedMessage.findMany()).toEqual([{ id: 'typed', at: committee.now(), intent: 'second' }])
    // Another draft in the same seat takes nothing with it.
    const other = insert(db, 'OpinionDraft', { ...draft, id: id(), updatedAt: committee.now() })
    expect(await commit(db, [message('third'), other])).toBe(false)
    expect(await db.actedMessage.findMany({ select: { intent: true } })).toEqual([{ intent: 'second' }])
  })

  it('fail when a row that they refer to is gone', async () => {
    const { db } = committee
    const gone = { ...opinion(104), personId: id() }
    expect(await commit(db, [insert(db, 'Opinion', gone)])).toBe(false)
  })

  it('let one of two win who send the same draft at once', async () => {
    const { db } = committee
    const draft = await newDraft(1)
    const send = () => commit(db, insertFromDraft(db, opinion(105), draft), [draftStands(draft)])
    expect((await Promise.all([send(), send()])).sort()).toEqual([false, true])
    expect(await db.opinion.count({ where: { version: 105 } })).toBe(1)
  })
})

it('an answer of a member leaves no draft and one opinion, one audit line and one delivery', async () => {
  await committee.db.opinion.deleteMany({ where: { roundId: round } })
  await committee.db.opinionDraft.deleteMany({ where: { roundId: round } })
  await answerRound(committee, member, round, { position: 'agree' })
  expect(await committee.db.opinion.count({ where: { roundId: round } })).toBe(1)
  expect(await committee.db.opinionDraft.count({ where: { roundId: round } })).toBe(0)
  expect(await committee.db.audit.count({ where: { deed: 'opinion.submit' } })).toBe(1)
})
