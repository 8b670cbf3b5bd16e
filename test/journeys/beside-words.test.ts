import { describe, expect, it } from 'vitest'
import type { Inbound } from '../../src/contract/inbound.ts'
import { forgetActedMessages } from '../../src/requests/edited-message.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, member, messageOf, openRoundOn, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const files = [{ name: 'Góp ý Bộ Y tế.docx', mediaType: 'application/msword', size: 20_000 }, { mediaType: 'image/*' }]
const say = async (text: string, more: Partial<Inbound> = {}, who = member) =>
  (await committee.act(who, { kind: 'typed', text }, more)).reply

describe('a file that comes with a message', () => {
  it('is named as not kept beside the draft that the words became, and how to send it is said', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await say('góp ý ND-DLCN không đồng ý: xem văn bản kèm theo', { files })
    expect(textOf(reply)).toContain('không lưu: “Góp ý Bộ Y tế.docx”, hình ảnh')
    expect(textOf(reply)).toContain(vi.files.howToSend.otherwise)
    expect(textOf(reply)).toContain(vi.opinion.draftTitle)
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'xem văn bản kèm theo' }])
    // The notification says that it was not kept; what it is called is nobody else's.
    expect(messageOf(reply).text).toContain(vi.files.fact)
    expect(messageOf(reply).text).not.toContain('Bộ Y tế.docx')
  })

  it('without a word is answered too, once, and does nothing', async () => {
    const delivery = committee.inbound(member, { kind: 'typed', text: ' \n ' }, { files })
    const first = await committee.app.receive(delivery)
    expect(textOf(first.reply)).toContain('Góp ý Bộ Y tế.docx')
    expect(await committee.app.receive(delivery)).toEqual({ reply: first.reply, repeated: true })
  })

  it('stays named where the words ask for a form, where nobody knows who writes, and in a channel', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const form = await say('góp ý ND-DLCN: lời không có lập trường', { files })
    expect(form).toMatchObject({ kind: 'form' })
    expect(JSON.stringify(form)).toContain('Góp ý Bộ Y tế.docx')
    const stranger = { files, from: { platform: 'slack', tenant: 'T1', user: 'U9' } }
    const unknown = textOf(await say('xin chào', stranger))
    expect(unknown).toContain('Góp ý Bộ Y tế.docx')
    expect(unknown).toContain(vi.files.howToSend.onceLinked)
    const inChannel = textOf(await say('tình hình', { files, audience: 'shared' }))
    expect(inChannel).toContain('Góp ý Bộ Y tế.docx')
    expect(inChannel).toContain(vi.files.howToSend.inPrivate)
  })

  it('is told in the reader’s language, with long and many names cut', async () => {
    await committee.type(member, 'English')
    const many = Array.from({ length: 30 }, (_, at) => ({ name: `${at} ${'x'.repeat(400)}.pdf` }))
    const text = textOf(await say('help', { files: many }))
    expect(text).toContain(en.files.howToSend.otherwise)
    expect(text).toContain('and 20 more')
    expect(text).not.toContain('x'.repeat(101))
  })
})

describe('a message that is edited or deleted afterwards', () => {
  const edit = async (kind: 'edited' | 'deleted', message: string, who = member) =>
    (await committee.act(who, { kind }, { message })).reply

  it.each([
    ['edited', vi.edits.edited],
    ['deleted', vi.edits.deleted],
  ] as const)('when it had become a draft and is %s: the draft stays, with its button', async (kind, what) => {
    await openRoundOn(committee, 'ND-DLCN')
    await say('góp ý ND-DLCN không đồng ý: lời gõ nhầm', { message: 'D1:1.1' })
    const before = await committee.db.opinionDraft.findMany()
    const reply = await edit(kind, 'D1:1.1')
    expect(textOf(reply)).toContain(what)
    expect(textOf(reply)).toContain('vẫn giữ nguyên, chưa gửi')
    expect(textOf(reply)).not.toContain('lời gõ nhầm')
    expect(await committee.db.opinionDraft.findMany()).toEqual(before)
    const shown = await committee.press(member, button(reply, vi.buttons.openMine))
    expect(textOf(shown)).toContain('lời gõ nhầm')
  })

  it('when the opinion was sent since: what was recorded stays', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const draft = await say('góp ý ND-DLCN đồng ý', { message: 'D1:1.1' })
    await committee.press(member, button(draft, vi.buttons.send))
    expect(textOf(await edit('edited', 'D1:1.1'))).toContain('Ý kiến đã ghi nhận về')
    expect(await committee.db.opinion.count()).toBe(1)
  })

  it('when the words in a channel went on as a draft in private', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await say('góp ý ND-DLCN đồng ý', { message: 'C1:1.1', audience: 'shared' })
    expect(textOf(await edit('edited', 'C1:1.1'))).toContain('vẫn giữ nguyên, chưa gửi')
  })

  it('when it had done something else: that stays done', async () => {
    await say('English', { message: 'D1:1.2' })
    expect(textOf(await edit('deleted', 'D1:1.2'))).toContain(en.edits.actionStays)
  })

  it('says nothing of chatter, of questions, of another’s message, and to nobody it does not know', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await say('góp ý ND-DLCN đồng ý', { message: 'one' })
    for (const [text, message] of [
      ['chào buổi sáng', 'two'],
      ['tình hình', 'three'],
      ['lấy ý kiến QD-KTCS', 'four'],
    ] as const)
      await say(text, { message }, coordinator)
    for (const message of ['two', 'three', 'four', 'never'])
      expect(await edit('edited', message, coordinator)).toEqual({ kind: 'none' })
    expect(await edit('edited', 'one', otherMember)).toEqual({ kind: 'none' })
    expect(await edit('edited', 'one', 'nobody-we-know')).toEqual({ kind: 'none' })
  })

  it('holds no words of the message, and is forgotten after a year', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await say('góp ý ND-DLCN không đồng ý: tuyệt đối kín', { message: 'D1:1.1' })
    expect(JSON.stringify(await committee.db.actedMessage.findMany())).not.toContain('kín')
    await forgetActedMessages(committee.db, new Date(committee.now().getTime() + 399 * 86_400_000))
    expect(await committee.db.actedMessage.count()).toBe(1)
    await forgetActedMessages(committee.db, new Date(committee.now().getTime() + 401 * 86_400_000))
    expect(await committee.db.actedMessage.count()).toBe(0)
  })
})
