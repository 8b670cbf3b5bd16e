import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, member, openRoundOn, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { decree, sendingDrafts } from '../support/sent-drafts.ts'

const committee = committeeEachTest()
const t = vi.documents

const { keep } = sendingDrafts(() => committee)

describe('a remark in a round about a draft', () => {
  it('takes a remark from the provision that is read: its path, its words and its document are kept', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const { id: document } = await committee.db.document.findFirstOrThrow()
    const read = await committee.press(member, { kind: 'provision.show', document, provision: 'd2.k1' })
    const form = formOf(await committee.press(member, button(read, t.remark)))
    expect(JSON.stringify(form)).toContain('Dữ liệu số là dữ liệu ở dạng số.')
    const again = await committee.press(member, form.opens)
    expect(formOf(again).intent).toEqual(form.intent)
    await committee.fill(member, form, { remark: 'Chưa rõ.' })
    const kept = {
      provision: 'Điều 2 khoản 1',
      provisionKey: 'd2.k1',
      documentId: document,
      provisionText: '1. Dữ liệu số là dữ liệu ở dạng số.',
    }
    expect(await committee.db.draftComment.findMany()).toMatchObject([kept])
    const card = await committee.press(member, { kind: 'opinion.type', item: 'ND-DLCN', position: 'agree' })
    await committee.press(member, button(card, vi.buttons.send))
    expect(await committee.db.opinionComment.findMany()).toMatchObject([kept])
    expect(round).not.toBe('')
  })

  it.each([
    ['khoản 2 Điều 2', { provisionKey: 'd2.k2', provision: 'Điều 2 khoản 2' }],
    ['dieu 1', { provisionKey: 'd1', provision: 'Điều 1' }],
    ['Điều 9', { provisionKey: null, provision: 'Điều 9' }],
    ['Phần mở đầu và Điều 1', { provisionKey: null, provision: 'Phần mở đầu và Điều 1' }],
  ])('takes "%s" typed into the form for what it names, and free words as they are', async (provision, place) => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    await committee.fill(member, form, { provision, remark: 'Chưa rõ.' })
    expect(await committee.db.draftComment.findMany()).toMatchObject([place])
  })

  it('understands the usual order of clause and article, typed into the list and not taken from it', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    await committee.fill(member, form, { at: 'khoản 2 Điều 2', remark: 'Chưa rõ.' })
    expect(await committee.db.draftComment.findMany()).toMatchObject([
      { provisionKey: 'd2.k2', provision: 'Điều 2 khoản 2' },
    ])
  })

  it('offers its provisions in the form to be searched, and a chosen one is where the remark belongs', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    const at = form.fields.find(({ name }) => name === 'at')
    if (at?.kind !== 'choice') throw new Error('no provisions are offered')
    expect(at).toMatchObject({ search: true, mainOnly: vi.opinion.atMainOnly })
    expect(at.options.map(({ value, main }) => [value, main === true])).toEqual([
      ['-', true],
      ['c1', true],
      ['d1', true],
      ['d2', true],
      ['d2.k1', false],
      ['d2.k2', false],
      ['d4', true],
    ])
    expect(at.options[4]).toMatchObject({ label: 'Điều 2 khoản 1. Dữ liệu số là dữ liệu ở dạng số.' })
    expect(at.options[4]).toMatchObject({ group: 'Chương I. NHỮNG QUY ĐỊNH CHUNG' })
    await committee.fill(member, form, { at: 'd2.k2', remark: 'Chưa rõ.' })
    const [kept] = await committee.db.draftComment.findMany()
    expect(kept).toMatchObject({ provisionKey: 'd2.k2', provision: 'Điều 2 khoản 2' })
    const again = formOf(await committee.press(member, { kind: 'comment.save.form', round, comment: kept?.id ?? '' }))
    expect(again.fields).toMatchObject([{ name: 'at', value: 'd2.k2' }, { name: 'provision', value: '' }, {}, {}])
    await committee.fill(member, again, { at: '-', provision: 'Toàn văn' })
    expect(await committee.db.draftComment.findMany()).toMatchObject([
      { provisionKey: null, documentId: null, provision: 'Toàn văn', remark: 'Chưa rõ.' },
    ])
  })

  it.each([
    ['d2', 'khoản 2', 'd2.k2'],
    ['d2', 'dieu 2 khoan 1', 'd2.k1'],
    ['d2.k1', 'Điều 2', 'd2.k1'],
    ['d2', '', 'd2'],
    ['-', 'khoản 1 Điều 2', 'd2.k1'],
    ['', 'Điều 4', 'd4'],
  ])('takes "%s" chosen and "%s" typed for the inner of the two', async (at, provision, provisionKey) => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    await committee.fill(member, form, { at, provision, remark: 'Chưa rõ.' })
    expect(await committee.db.draftComment.findMany()).toMatchObject([{ provisionKey }])
  })

  it.each([
    ['d2', 'Điều 4', 'provision', vi.opinion.placeDisagrees('Điều 2')],
    ['d2', 'đoạn cuối', 'provision', vi.opinion.placeDisagrees('Điều 2')],
    ['d2', 'khoản 1, khoản 2', 'provision', vi.opinion.placeDisagrees('Điều 2')],
    ['d9', '', 'at', vi.opinion.noSuchPlace],
    ['x'.repeat(120), '', 'at', vi.opinion.noSuchPlace],
    ['', ' ', 'at', vi.opinion.noPlace],
    ['-', '', 'at', vi.opinion.noPlace],
  ])('refuses "%s" chosen with "%s" typed, in words at the field', async (at, provision, field, words) => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    const refused = await committee.fill(member, form, { at, provision, remark: 'Chưa rõ.' })
    expect(refused).toMatchObject({ kind: 'invalid', fields: { [field]: words } })
    expect(await committee.db.draftComment.count()).toBe(0)
  })

  it('asks in a draft without a text for the words alone, at the one field there is', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    expect(form.fields.map(({ name }) => name)).not.toContain('at')
    const refused = await committee.fill(member, form, { provision: ' ', remark: '' })
    const { required } = vi.errors
    expect(refused).toMatchObject({ kind: 'invalid', fields: { provision: required, remark: required } })
    expect(refused).not.toMatchObject({ fields: { at: expect.anything() } })
  })

  it('keeps what is written while somebody writes where the chosen provision is, and the words marked there', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const opens = { kind: 'comment.save.form', round, provision: 'd2.k1', quote: 'dạng số' } as const
    const form = formOf(await committee.press(member, opens))
    expect(form.fields[0]).toMatchObject({ name: 'at', value: 'd2.k1' })
    const typing = { ...form, intent: form.typing ?? form.intent }
    const next = formOf(await committee.fill(member, typing, { remark: 'Chưa' }))
    await committee.fill(member, { ...form, intent: next.intent }, { remark: 'Chưa rõ.' })
    expect(await committee.db.draftComment.findMany()).toMatchObject([
      { provisionKey: 'd2.k1', provisionText: 'dạng số', remark: 'Chưa rõ.' },
    ])
  })

  it('keeps the passage that was marked, and the whole provision where the passage does not stand in it', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    for (const quote of ['dữ liệu\n ở dạng số', 'không có ở đó']) {
      const intent = { kind: 'comment.save.form', round, provision: 'd2.k1', quote } as const
      await committee.fill(member, formOf(await committee.press(member, intent)), { remark: quote })
    }
    const comments = await committee.db.draftComment.findMany({ orderBy: { place: 'asc' } })
    expect(comments.map((one) => one.provisionText)).toEqual([
      'dữ liệu ở dạng số',
      '1. Dữ liệu số là dữ liệu ở dạng số.',
    ])
  })

  it('takes several remarks of one typed message for what they name, once', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    await openRoundOn(committee, 'ND-DLCN')
    const words = 'góp ý ND-DLCN không đồng ý: thiếu căn cứ. Điều 2 khoản 1: làm rõ; Điều 9: bỏ'
    const card = await committee.type(member, words)
    expect(textOf(card)).toContain('Điều 2 khoản 1')
    expect(textOf(card)).toContain(t.notInDraft(['“Điều 9”']))
    const places = [
      { provision: 'Điều 2 khoản 1', provisionKey: 'd2.k1', remark: 'làm rõ' },
      { provision: 'Điều 9', provisionKey: null, remark: 'bỏ' },
    ]
    expect(await committee.db.draftComment.findMany({ orderBy: { place: 'asc' } })).toMatchObject(places)
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'thiếu căn cứ.' }])
    await committee.type(member, words)
    expect(await committee.db.draftComment.count()).toBe(2)
    await committee.type(member, 'góp ý ND-DLCN khoản 2 Điều 2: sai chính tả')
    expect(await committee.db.draftComment.findMany({ orderBy: { place: 'asc' }, skip: 2 })).toMatchObject([
      { provisionKey: 'd2.k2', remark: 'sai chính tả' },
    ])
  })

  it('says on the form for the position which remarks were saved', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    await openRoundOn(committee, 'ND-DLCN')
    const typed = 'góp ý ND-DLCN Điều 2 khoản 1: làm rõ; Điều 9: bỏ'
    const form = formOf(await committee.type(member, typed))
    expect(JSON.stringify(form.intro)).toContain(vi.opinion.noted(2, 'Điều 2 khoản 1; Điều 9'))
  })
})
