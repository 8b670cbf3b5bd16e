import { describe, expect, it } from 'vitest'
import type { SentFile } from '../../src/contract/inbound.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, drafter, formOf, member, openRoundOn, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const t = vi.documents

const pdf = (name: string, words = name): SentFile => ({ name, bytes: Buffer.from(`%PDF-1.4 ${words}`) })
const send = async (who: string, files: SentFile[], words = '') =>
  (await committee.act(who, { kind: 'typed', text: words }, { files })).reply
const attach = async (who: string, file: SentFile, values = {}) => {
  const asked = await send(who, [file])
  const form = formOf(await committee.press(who, button(asked, t.asLetterFor('ND-DLCN'))))
  return await committee.fill(who, form, values)
}

describe('a signed letter that a coordinator sends', () => {
  it('is the source of the opinion that is recorded with it, and goes with that version', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await openRoundOn(committee, 'CL-CPDT')
    const asked = await send(coordinator, [pdf('CV Bộ Tài chính.pdf')], 'công văn về ND-DLCN')
    expect(textOf(asked)).not.toContain(t.asSourceFor('CL-CPDT'))
    const form = formOf(await committee.press(coordinator, button(asked, t.asSourceFor('ND-DLCN'))))
    const values = { person: otherMember, position: 'agree', number: '45/BTC-THTK', dated: '2020-06-12' }
    const done = await committee.fill(coordinator, form, { ...values, received: '2020-06-15' })
    expect(textOf(done)).toContain('ND-DLCN')
    const opinions = await committee.db.opinion.findMany({ include: { files: true } })
    expect(opinions).toMatchObject([
      {
        recordedSource: 'số 45/BTC-THTK, ngày 12/06/2020, tệp “CV Bộ Tài chính.pdf”',
        files: [{ name: 'CV Bộ Tài chính.pdf', number: '45/BTC-THTK', dated: '2020-06-12' }],
      },
    ])
    expect(await committee.db.incomingFile.count()).toBe(0)
    expect(textOf(await committee.fill(coordinator, form, values))).toContain(t.sendAgain)
    const shown = await committee.press(otherMember, { kind: 'opinion.show', round: opinions[0]?.roundId ?? '' })
    expect(textOf(shown)).toContain('CV Bộ Tài chính.pdf')
  })
})

describe('a signed letter that a member sends', () => {
  it('goes with the draft opinion and then with the version that is sent, with number and day', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const card = await attach(member, pdf('Công văn 12.pdf'), { number: '12/BYT-CNTT', dated: '2020-06-15' })
    expect(textOf(card)).toContain(t.attachedLine('Công văn 12.pdf', '12/BYT-CNTT', '15/06/2020'))
    const draft = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    const receipt = await committee.press(member, button(draft, vi.buttons.send))
    expect(textOf(receipt)).toContain('số 12/BYT-CNTT, ngày 15/06/2020')
    const files = await committee.db.opinionFile.findMany({ include: { content: true } })
    expect(files).toMatchObject([{ name: 'Công văn 12.pdf', number: '12/BYT-CNTT', dated: '2020-06-15' }])
    expect(await committee.db.draftFile.count()).toBe(0)
    expect(await committee.db.incomingFile.count()).toBe(0)
  })

  it('is attached once when the form is sent twice, and when the same file comes twice', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const asked = await send(member, [pdf('cv.pdf')])
    const form = formOf(await committee.press(member, button(asked, t.asLetterFor('ND-DLCN'))))
    await committee.fill(member, form, {})
    expect(textOf(await committee.fill(member, form, {}))).toContain(t.sendAgain)
    await attach(member, pdf('tên khác.pdf', 'cv.pdf'), { number: '7/BYT' })
    expect(await committee.db.draftFile.findMany()).toMatchObject([{ name: 'cv.pdf', number: '7/BYT' }])
    expect(await committee.db.fileContent.count()).toBe(1)
  })

  it('may be taken away before it is sent, also from the copy of what was sent before', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await attach(member, pdf('một.pdf'))
    const two = await attach(member, pdf('hai.pdf'))
    const card = await committee.press(member, button(two, t.remove('một.pdf')))
    expect(textOf(card)).not.toContain('một.pdf')
    const draft = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    await committee.press(member, button(draft, vi.buttons.send))
    const [sent] = await committee.db.opinionFile.findMany()
    await committee.press(member, { kind: 'attachment.remove', round, attachment: sent?.id ?? '' })
    expect(await committee.db.draftFile.count()).toBe(0)
    // What was sent stays as it was.
    expect(await committee.db.opinionFile.findMany()).toMatchObject([{ name: 'hai.pdf' }])
  })

  it('stays with what was sent when the opinion is changed', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await attach(member, pdf('cv.pdf'))
    for (const words of ['góp ý ND-DLCN đồng ý', 'góp ý ND-DLCN không đồng ý: thiếu căn cứ'])
      await committee.press(member, button(await committee.type(member, words), vi.buttons.send))
    const files = await committee.db.opinionFile.findMany({
      include: { opinion: true },
      orderBy: { opinion: { version: 'asc' } },
    })
    expect(files.map(({ name, opinion }) => [name, opinion.version])).toEqual([
      ['cv.pdf', 1],
      ['cv.pdf', 2],
    ])
  })

  it('beside words that are an opinion is offered below the draft that these became', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await send(member, [pdf('cv.pdf')], 'góp ý ND-DLCN không đồng ý: xem công văn kèm theo')
    expect(textOf(reply)).toContain(vi.opinion.draftTitle)
    expect(textOf(reply)).toContain('xem công văn kèm theo')
    const form = formOf(await committee.press(member, button(reply, t.asLetterFor('ND-DLCN'))))
    await committee.fill(member, form, {})
    expect(await committee.db.opinionDraft.findMany({ include: { files: true } })).toMatchObject([
      { body: 'xem công văn kèm theo', files: [{ name: 'cv.pdf' }] },
    ])
  })

  it('is refused after the round has closed, for another’s file, and with a day to come', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const form = formOf(
      await committee.press(member, button(await send(member, [pdf('cv.pdf')]), t.asLetterFor('ND-DLCN'))),
    )
    expect(await committee.fill(member, form, { dated: '2020-06-17' })).toMatchObject({
      kind: 'invalid',
      fields: { dated: t.futureLetter },
    })
    const { id } = await committee.db.incomingFile.findFirstOrThrow()
    const stolen = await committee.press(otherMember, { kind: 'attachment.save.form', round, file: id })
    expect(textOf(stolen)).toContain(t.sendAgain)
    committee.setClock('2020-07-01T09:00')
    await committee.settle()
    expect(await committee.fill(member, form, {})).toMatchObject({ kind: 'invalid' })
    expect(await committee.db.draftFile.count()).toBe(0)
  })

  it('is told to the letter why it is not taken', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await send(member, [
      { name: 'lớn.pdf', missing: 'too-large' },
      { name: 'mất.pdf', missing: 'not-fetched' },
      { name: 'bảng.exe', bytes: Buffer.from('MZ') },
    ])
    expect(textOf(reply)).toContain(t.refused['too-large']('“lớn.pdf”'))
    expect(textOf(reply)).toContain(t.refused['not-fetched']('“mất.pdf”'))
    expect(textOf(reply)).toContain(t.refused['type-not-taken']('“bảng.exe”'))
    expect(await committee.db.fileContent.count()).toBe(0)
  })

  it('is not taken in a channel, and the drafting agency is not offered to attach it', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const shared = await committee.act(
      member,
      { kind: 'typed', text: 'tình hình' },
      { audience: 'shared', files: [pdf('cv.pdf')] },
    )
    expect(textOf(shared.reply)).toContain('cv.pdf')
    expect(textOf(await send(drafter, [pdf('cv.pdf')]))).toContain(t.noUse(['“cv.pdf”']))
    expect(await committee.db.incomingFile.count()).toBe(0)
  })

  it('is answered once when the platform delivers it twice', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const delivery = committee.inbound(member, { kind: 'typed', text: '' }, { files: [pdf('cv.pdf')] })
    const first = await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toEqual({ reply: first.reply, repeated: true })
    expect(await committee.db.incomingFile.count()).toBe(1)
  })
})
