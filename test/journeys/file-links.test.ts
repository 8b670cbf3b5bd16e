import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'

// A link is a key for an hour, and opens what its owner may have at the moment at which it is followed.

const committee = committeeEachTest()
const delegate = 'sample-td1'
const { documents: t } = vi
const person = (key: string) => committee.db.person.findUniqueOrThrow({ where: { key } })
const opens = async (reply: Reply) => (await committee.fetch(reply)) !== undefined

/** A round in which the member has a draft opinion with a letter, and the letter's id. */
async function letterInDraft() {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const bytes = Buffer.from('\x89PNG\r\n\x1a\nmột', 'latin1')
  const { reply } = await committee.act(member, { kind: 'typed', text: '' }, { files: [{ name: 'cv.png', bytes }] })
  await committee.fill(member, formOf(await committee.press(member, button(reply, t.asLetterFor('ND-DLCN')))), {})
  const { sha256 } = await committee.db.draftFile.findFirstOrThrow()
  const seat = { round, person: (await person(member)).id }
  return { round, get: { kind: 'attachment.get', ...seat, sha256 } as const }
}
async function send(round: string) {
  const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
  const draft = await committee.fill(member, form, { position: 'disagree', body: 'Chưa rõ.' })
  await committee.press(member, button(draft, vi.buttons.send))
}

describe('a link to a letter', () => {
  it('opens nothing once the delegation has ended by which it was made', async () => {
    const { get } = await letterInDraft()
    const form = formOf(await committee.press(member, { kind: 'delegation.save.form' }))
    await committee.fill(member, form, { taker: delegate, to: '2020-06-30', rights: ['draft'] })
    const reply = await committee.press(delegate, get)
    expect(await opens(reply)).toBe(true)
    const { id } = await committee.db.delegation.findFirstOrThrow()
    await committee.press(member, { kind: 'delegation.end', delegation: id })
    expect(await opens(reply)).toBe(false)
  })

  it('opens nothing once the letter was taken out of the draft, or the draft thrown away', async () => {
    const { round, get } = await letterInDraft()
    const reply = await committee.press(member, get)
    expect(await opens(reply)).toBe(true)
    await committee.db.draftFile.deleteMany()
    expect(await opens(reply)).toBe(false)
    expect(await committee.db.opinionDraft.count({ where: { roundId: round } })).toBe(1)
  })

  it('opens for coordinators what was sent, and nothing that waits in a draft', async () => {
    const { round, get } = await letterInDraft()
    expect(JSON.stringify(await committee.press(coordinator, get))).not.toContain('/files/')
    await send(round)
    const reply = await committee.press(coordinator, get)
    expect(await opens(reply)).toBe(true)
    await committee.db.role.updateMany({ where: { person: { key: coordinator } }, data: { toDay: '2020-06-15' } })
    expect(await opens(reply)).toBe(false)
  })

  it('is made for nobody else: not for another member, nor by an id that another was given', async () => {
    const { round, get } = await letterInDraft()
    await send(round)
    const reply = await committee.press(otherMember, get)
    expect(JSON.stringify(reply)).not.toContain('/files/')
    expect(await committee.db.fileLink.count()).toBe(0)
  })
})

describe('a link to a draft', () => {
  it('follows its owner, not the account that it was sent to: whoever holds that now can make none', async () => {
    const document = await storeDraftOn(committee, 'ND-DLCN')
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await committee.press(member, { kind: 'draft.get', document })
    const { id } = await person('sample-qt')
    await committee.db.account.updateMany({ where: { user: member }, data: { personId: id } })
    expect(JSON.stringify(await committee.press(member, { kind: 'draft.get', document }))).not.toContain('/files/')
    expect(await opens(reply)).toBe(true)
    committee.setClock('2020-06-16T10:01')
    expect(await opens(reply)).toBe(false)
  })
})
