import { describe, expect, it } from 'vitest'
import { createDocuments } from '../../src/requests/readable-document.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, drafter, formOf, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'

const committee = committeeEachTest()
const t = vi.documents

/** What a person's page gets of a draft. */
const read = (who: string, id: string) =>
  createDocuments(committee.host)({ platform: 'web', tenant: 'local', user: who }, id)

describe('a draft read whole', () => {
  it('holds its provisions as they stand, with what is said of it, and no more for whom no round asks', async () => {
    const id = await storeDraftOn(committee, 'ND-DLCN')
    const shown = await read(coordinator, id)
    expect(shown).toMatchObject({ id, heading: t.heading('ND-DLCN', 1), places: [], remarks: [] })
    expect(shown?.facts.map(({ label }) => label)).toContain(t.structure)
    expect(shown?.provisions.map((one) => [one.id, one.label, one.title, one.depth])).toEqual([
      ['d1', 'Điều 1.', 'Phạm vi điều chỉnh', 0],
      ['d2', 'Điều 2.', 'Giải thích từ ngữ', 0],
      ['d2.k1', '1.', null, 1],
      ['d2.k2', '2.', null, 1],
    ])
  })

  it('is for those who may read it today, and to nobody else there is such a draft', async () => {
    const id = await storeDraftOn(committee, 'ND-DLCN')
    expect(await read(otherMember, id)).toBeUndefined()
    await openRoundOn(committee, 'ND-DLCN')
    for (const who of [member, otherMember, coordinator, drafter, 'sample-ct'])
      expect((await read(who, id))?.provisions, who).toHaveLength(4)
    for (const who of ['sample-td1', 'sample-qt', 'nobody', '']) expect(await read(who, id), who).toBeUndefined()
    expect(await read(coordinator, '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11')).toBeUndefined()
    await committee.db.account.updateMany({ where: { user: member }, data: { personId: null } })
    expect(await read(member, id)).toBeUndefined()
  })

  it('says where its reader may remark, and what they wrote on it, which they can change, sent or not', async () => {
    const id = await storeDraftOn(committee, 'ND-DLCN')
    const round = await openRoundOn(committee, 'ND-DLCN')
    const [place] = (await read(member, id))?.places ?? []
    if (place === undefined) throw new Error('nowhere to remark')
    expect(place).toEqual({ label: t.mySeat(1), opens: { kind: 'comment.save.form', round } })
    const opens = { ...place.opens, provision: 'd2.k1', quote: 'dạng số' }
    const form = formOf(await committee.press(member, opens))
    await committee.fill(member, form, { remark: 'Chưa rõ.', proposal: 'Bỏ.' })
    await committee.fill(member, formOf(await committee.press(member, place.opens)), { at: 'd1', remark: 'Hẹp.' })
    await committee.fill(member, formOf(await committee.press(member, place.opens)), {
      provision: 'Toàn văn',
      remark: 'Dài.',
    })
    const draft = await read(member, id)
    expect(draft?.remarks).toMatchObject([
      { provision: 'd2.k1', quote: 'dạng số', remark: 'Chưa rõ.', proposal: 'Bỏ.', note: t.unsent },
      { provision: 'd1', remark: 'Hẹp.', proposal: null, note: t.unsent },
    ])
    expect(draft?.remarks[1]).not.toHaveProperty('quote')
    expect((await read(otherMember, id))?.remarks).toEqual([])
    expect((await read(coordinator, id))?.remarks).toEqual([])
    const card = await committee.type(member, 'góp ý ND-DLCN không đồng ý')
    await committee.press(member, button(card, vi.buttons.send))
    const sent = await read(member, id)
    expect(sent?.remarks).toMatchObject([
      { provision: 'd2.k1', quote: 'dạng số', remark: 'Chưa rõ.', note: '' },
      { provision: 'd1', remark: 'Hẹp.', note: '' },
    ])
    const edit = sent?.remarks[0]?.edit
    if (edit === undefined) throw new Error('it cannot be changed')
    const again = formOf(await committee.press(member, edit))
    expect(formOf(await committee.press(member, again.opens)).intent).toEqual(again.intent)
    await committee.fill(member, again, { remark: 'Rõ rồi.' })
    expect(await committee.db.draftComment.findMany({ orderBy: { place: 'asc' } })).toMatchObject([
      { provisionKey: 'd2.k1', provisionText: 'dạng số', remark: 'Rõ rồi.' },
      { provisionKey: 'd1', remark: 'Hẹp.' },
      { provisionKey: null, remark: 'Dài.' },
    ])
    expect((await read(member, id))?.remarks[0]).toMatchObject({ remark: 'Rõ rồi.', note: t.unsent })
  })

  it('keeps what was sent to a round that is over, and offers no change of it', async () => {
    const id = await storeDraftOn(committee, 'ND-DLCN')
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round, provision: 'd1' }))
    await committee.fill(member, form, { remark: 'Hẹp.' })
    const card = await committee.type(member, 'góp ý ND-DLCN không đồng ý')
    await committee.press(member, button(card, vi.buttons.send))
    await committee.db.round.update({
      where: { id: round },
      data: { state: 'closed', liveKey: null, closedAt: committee.now() },
    })
    const shown = await read(member, id)
    expect(shown?.places).toEqual([])
    expect(shown?.remarks).toEqual([{ provision: 'd1', remark: 'Hẹp.', proposal: null, note: '' }])
  })

  it('is read by a delegate, who remarks where they may write', async () => {
    const id = await storeDraftOn(committee, 'ND-DLCN')
    const round = await openRoundOn(committee, 'ND-DLCN')
    const people = await committee.db.person.findMany({ where: { key: { in: [member, 'sample-td1'] } } })
    const [giver, taker] = [member, 'sample-td1'].map((key) => people.find((one) => one.key === key)?.id ?? '')
    await committee.db.delegation.create({
      data: {
        ...{ id: '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a12', personId: giver ?? '', takerId: taker ?? '', itemId: null },
        ...{ rights: '["draft"]', fromDay: '2020-01-01', toDay: '2020-12-31', at: committee.now(), byId: giver ?? '' },
      },
    })
    const shown = await read('sample-td1', id)
    expect(shown?.places).toMatchObject([{ opens: { kind: 'comment.save.form', round, for: giver } }])
    const opens = shown?.places[0]?.opens
    if (opens === undefined) throw new Error('nowhere to remark')
    const form = formOf(await committee.press('sample-td1', { ...opens, provision: 'd1' }))
    await committee.fill('sample-td1', form, { remark: 'Hẹp.' })
    const name = people.find((one) => one.key === member)?.name ?? ''
    expect((await read('sample-td1', id))?.remarks).toMatchObject([{ remark: 'Hẹp.', note: `${name}, ${t.unsent}` }])
    expect((await read(member, id))?.remarks).toMatchObject([{ remark: 'Hẹp.', note: t.unsent }])
  })
})
