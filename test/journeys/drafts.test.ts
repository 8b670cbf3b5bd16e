import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  buttonsOf,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { decree, sendingDrafts, textFile } from '../support/sent-drafts.ts'

const committee = committeeEachTest()
const t = vi.documents

const { send, keep } = sendingDrafts(() => committee)

describe('a draft that is sent', () => {
  it('is shown as it was read before anything is kept: number, day, how many articles, the outline, what is doubtful', async () => {
    const asked = await send(coordinator, [textFile('Dự thảo nghị định.txt', decree)], 'dự thảo ND-DLCN')
    expect(textOf(asked)).toContain(t.received('Dự thảo nghị định.txt', t.kinds.text, '1 KB'))
    const preview = await committee.press(coordinator, button(asked, t.asDraftOf('ND-DLCN')))
    const said = textOf(preview)
    expect(said).toContain(t.preview('ND-DLCN', 1))
    expect(said).toContain('12/2020/NĐ-CP')
    expect(said).toContain('15/06/2020')
    expect(said).toContain('1 chương, 3 điều, 2 khoản')
    expect(said).toContain('Điều 2. Giải thích từ ngữ')
    expect(said).toContain(t.doubts['number-skipped']({ provision: 'Điều 4' }))
    expect(await committee.db.document.count()).toBe(0)
    const kept = await committee.press(coordinator, button(preview, t.keep))
    expect(textOf(kept)).toContain(t.kept('ND-DLCN', 1))
    // The next step of whoever may ask about it.
    expect(button(kept, vi.buttons.openRound)).toEqual({ kind: 'round.propose.form', item: 'ND-DLCN' })
    expect(await committee.db.document.findMany()).toMatchObject([{ version: 1, number: '12/2020/NĐ-CP' }])
    expect(await committee.db.incomingFile.count()).toBe(0)
  })

  it('with a code in the words is not said to be missing by the card above it', async () => {
    const asked = textOf(await send(coordinator, [textFile('nd.txt', decree)], 'ND-DLCN'))
    expect(asked).toContain(`${t.draft}: ${t.draftWaits}`)
    expect(asked).not.toContain(t.noDraft)
    // A picture of a page is no draft, and without any file it is said how to bring one.
    const scan = { name: 'cv.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }
    for (const files of [[scan], []])
      expect(textOf(await send(coordinator, files, 'ND-DLCN'))).toContain(t.bringDraft('ND-DLCN'))
  })

  it('is kept once when the button is pressed twice, and the file waits no more', async () => {
    const preview = await committee.press(
      coordinator,
      button(await send(coordinator, [textFile('nd.txt', decree)], 'ND-DLCN'), t.asDraftOf('ND-DLCN')),
    )
    await committee.press(coordinator, button(preview, t.keep))
    expect(textOf(await committee.press(coordinator, button(preview, t.keep)))).toContain(t.sendAgain)
    expect(await committee.db.document.count()).toBe(1)
  })

  it('without a word of which item is asked about with a form, and the version may be said', async () => {
    const asked = await send(coordinator, [textFile('nd.txt', decree)])
    const form = formOf(await committee.press(coordinator, button(asked, t.asDraft)))
    const wrong = await committee.fill(coordinator, form, { item: 'ND-DLCN', version: '0' })
    expect(wrong).toMatchObject({ kind: 'invalid', fields: { version: t.badVersion } })
    const preview = await committee.fill(coordinator, form, { item: 'ND-DLCN', version: '3' })
    await committee.press(coordinator, button(preview, t.keep))
    expect(await committee.db.document.findMany({ select: { version: true } })).toEqual([{ version: 3 }])
  })

  it('may be brought by the agency that drafts it, and by nobody else', async () => {
    const theirs = await keep(drafter, 'ND-DLCN', decree)
    expect(textOf(theirs)).toContain(t.kept('ND-DLCN', 1))
    expect(buttonsOf(messageOf(theirs)).map(({ label }) => label)).not.toContain(vi.buttons.openRound)
    const other = await send(drafter, [textFile('nd.txt', `${decree}\n`)], 'CL-CPDT')
    const form = formOf(await committee.press(drafter, button(other, t.asDraft)))
    expect(JSON.stringify(form.fields)).not.toContain('CL-CPDT')
    expect(textOf(await committee.fill(drafter, form, { item: 'CL-CPDT' }))).toContain(vi.refusals['not-allowed']({}))
    // To a member without an open round a file is of no use, and is not kept waiting.
    expect(textOf(await send(member, [textFile('nd.txt', decree)]))).toContain(t.noUse(['“nd.txt”']))
    expect(await committee.db.incomingFile.count({ where: { person: { key: member } } })).toBe(0)
  })

  it('that somebody else kept a file for in the meantime is shown again with what it would take the place of', async () => {
    const preview = async (who: string, words: string) =>
      await committee.press(
        who,
        button(await send(who, [textFile('nd.txt', words)], 'ND-DLCN'), t.asDraftOf('ND-DLCN')),
      )
    const [first, second] = [await preview(drafter, decree), await preview(coordinator, `${decree}\nPhụ lục`)]
    await committee.press(drafter, button(first, t.keep))
    const again = await committee.press(coordinator, button(second, t.keep))
    expect(textOf(again)).toContain(t.replaces(1))
    expect(await committee.db.document.count()).toBe(1)
    await committee.press(coordinator, button(again, t.keep))
    expect(await committee.db.document.count({ where: { liveKey: { not: null } } })).toBe(1)
    expect(await committee.db.document.count()).toBe(2)
  })

  it('that is another’s is not to be had by its id', async () => {
    await send(coordinator, [textFile('nd.txt', decree)], 'ND-DLCN')
    const { id } = await committee.db.incomingFile.findFirstOrThrow()
    const stolen = await committee.press(drafter, { kind: 'draft.check', file: id, item: 'ND-DLCN' })
    expect(textOf(stolen)).toContain(t.sendAgain)
    await committee.press(drafter, { kind: 'file.discard', file: id })
    expect(await committee.db.incomingFile.count()).toBe(1)
  })

  it('is thrown away at a press', async () => {
    const asked = await send(coordinator, [textFile('nd.txt', decree)], 'ND-DLCN')
    expect(textOf(await committee.press(coordinator, button(asked, t.discard)))).toContain(t.discarded)
    expect(await committee.db.incomingFile.count()).toBe(0)
  })

  it('that bears a mark of secrecy is refused, and nothing of it is kept', async () => {
    const reply = await send(coordinator, [textFile('nd.txt', `TỐI MẬT\n${decree}`)], 'ND-DLCN')
    expect(textOf(reply)).toContain(t.refused.secret(t.secretFile))
    const { db } = committee
    expect([await db.incomingFile.count(), await db.fileContent.count()]).toEqual([0, 0])
    // A redelivery is given the stored answer: neither that nor the history says what the file is called.
    const keep = { said: 'Đã gửi một tệp' }
    const files = [textFile('Tối mật - Sao Mai.txt', decree)]
    await committee.act(coordinator, { kind: 'typed', text: '' }, { files, keep })
    const stored = JSON.stringify([await db.received.findMany(), await db.turn.findMany(), committee.lines])
    expect(stored).toContain(t.secretFile)
    expect(stored).not.toContain('Sao Mai')
  })

  it('twice the same is said, with the version that it is', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const asked = await send(coordinator, [textFile('nd-lan-2.txt', decree)], 'ND-DLCN')
    const preview = await committee.press(coordinator, button(asked, t.asDraftOf('ND-DLCN')))
    expect(textOf(preview)).toContain(t.sameFile(1))
    expect(preview.kind === 'message' ? preview.message.title : '').toBe(t.keptBefore('ND-DLCN', 1))
    expect(buttonsOf(messageOf(preview)).map(({ label }) => label)).not.toContain(t.keep)
  })

  it('takes the place of another file of its version, and what a round asked about stays readable', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const asked = await send(coordinator, [textFile('sửa.txt', decree.replace('Điều 4', 'Điều 3'))], 'ND-DLCN')
    const { id } = await committee.db.incomingFile.findFirstOrThrow()
    expect(textOf(asked)).toContain('sửa.txt')
    const preview = await committee.press(coordinator, { kind: 'draft.check', file: id, item: 'ND-DLCN', version: 1 })
    expect(textOf(preview)).toContain(t.replaces(1))
    await committee.press(coordinator, button(preview, t.keep))
    expect(await committee.db.document.count()).toBe(2)
    const card = await committee.press(member, { kind: 'opinion.show', round })
    const shown = await committee.press(member, button(card, t.show))
    expect(textOf(shown)).toContain('Điều 4. Hiệu lực')
  })
})

describe('a round about a draft', () => {
  it('carries the file that was kept before, and its card leads to every provision', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const card = await committee.press(member, { kind: 'opinion.show', round })
    const draft = await committee.press(member, button(card, t.show))
    expect(textOf(draft)).toContain('Điều 2. Giải thích từ ngữ')
    let read = await committee.press(member, button(draft, t.read))
    const seen: string[] = []
    for (;;) {
      seen.push(textOf(read))
      const next = buttonsOf(messageOf(read)).find(({ label }) => label.startsWith(`${t.after}: `))
      if (next === undefined || !('intent' in next)) break
      read = await committee.press(member, next.intent)
    }
    for (const line of decree.split('\n'))
      expect(seen.join('\n').replace(/\s+/g, ' '), line).toContain(line.replace(/^(?:Điều \d+\. |Chương I$)/, ''))
  })

  it('gets the file that is kept while it is open, and the cards are rewritten', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    await keep(coordinator, 'ND-DLCN', decree)
    expect(await committee.db.round.findUniqueOrThrow({ where: { id: round } })).toMatchObject({
      documentId: (await committee.db.document.findFirstOrThrow()).id,
    })
    const rewritten = (await committee.deliver()).filter(({ what }) => what === 'update')
    expect(rewritten.length).toBeGreaterThan(0)
    for (const { message } of rewritten) expect(JSON.stringify(message)).toContain(t.show)
  })

  it('gives the file itself to whoever may read it, to the byte', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const round = await openRoundOn(committee, 'ND-DLCN')
    const draft = await committee.press(
      member,
      button(await committee.press(member, { kind: 'opinion.show', round }), t.show),
    )
    const file = await committee.fetch(await committee.press(member, button(draft, t.open)))
    expect(file).toMatchObject({ name: 'nd.txt', mediaType: 'text/plain' })
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe(decree)
  })

  it('is read by those asked, the agency and the chair, and by nobody else', async () => {
    await keep(coordinator, 'ND-DLCN', decree)
    const { id: document } = await committee.db.document.findFirstOrThrow()
    const show = async (who: string) => textOf(await committee.press(who, { kind: 'draft.show', document }))
    expect(await show(otherMember)).toContain(vi.refusals['not-allowed']({}))
    await openRoundOn(committee, 'ND-DLCN')
    for (const who of [member, otherMember, coordinator, drafter, 'sample-ct'])
      expect(await show(who)).toContain('Điều 1')
    for (const who of ['sample-td1', 'sample-qt', 'sample-st-btttt'])
      expect(await show(who)).toContain(vi.refusals['not-allowed']({}))
  })

  it('is named on the card of its item with the ways to it, and how to bring one before; never in a channel', async () => {
    const typed = 'ND-DLCN'
    expect(textOf(await committee.type(coordinator, typed))).toContain(t.bringDraft('ND-DLCN'))
    expect(textOf(await committee.type(otherMember, typed))).not.toContain(t.noDraft)
    await keep(coordinator, 'ND-DLCN', decree)
    await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names: member })
    const card = await committee.type(member, typed)
    expect(textOf(card)).toContain(t.draftFile(1, '“nd.txt”'))
    expect(textOf(await committee.press(member, button(card, t.show)))).toContain('Điều 2. Giải thích từ ngữ')
    expect((await committee.fetch(await committee.press(member, button(card, t.open))))?.bytes).toEqual(
      Buffer.from(decree),
    )
    for (const [who, audience] of [
      [otherMember, 'private'],
      [member, 'shared'],
    ] as const) {
      const other = (await committee.act(who, { kind: 'typed', text: typed }, { audience })).reply
      expect(textOf(other)).not.toContain('nd.txt')
      expect(() => button(other, t.open)).toThrow()
    }
  })

  it('is named in the preview of a round before it is opened', async () => {
    const preview = async () => {
      const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
      return textOf(await committee.fill(coordinator, form, {}))
    }
    expect(await preview()).toContain(vi.round.noDocument)
    await keep(coordinator, 'ND-DLCN', decree)
    expect(await preview()).toContain(vi.round.documentFile('“nd.txt”'))
  })
})
