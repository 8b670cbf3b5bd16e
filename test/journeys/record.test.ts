import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/contract/reply.ts'
import { forgetFileLinks } from '../../src/documents/links/file-links.ts'
import { openFile } from '../../src/requests/open-file.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  drafter,
  formOf,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'

const committee = committeeEachTest({ onlyHere: false })
const t = vi.recordTable.export

/** Two of three answer. */
async function play(): Promise<string> {
  const round = await openRoundOn(committee, 'ND-DLCN', {
    asked: 'named',
    names: 'sample-tv-byt\nsample-tv-btc\nsample-tv-bxd',
  })
  await answerRound(committee, member, round, { position: 'disagree', body: 'Ý kiến của Bộ Y tế.' })
  await answerRound(committee, otherMember, round, { position: 'other', body: 'Ý kiến của Bộ Tài chính.' })
  return round
}

const documentOf = (reply: Reply) => {
  const document = reply.kind === 'message' ? reply.documents?.[0] : undefined
  if (document === undefined) throw new Error(`no document: ${textOf(reply)}`)
  return document
}

const open = async (token: string) =>
  await openFile({ ...committee.host, now: committee.now(), locale: 'vi', moreThanHalf: false }, token)

const wordsIn = async (token: string) => {
  const file = await open(token)
  if (file === undefined) return undefined
  return file.name.endsWith('.docx')
    ? strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array())
    : Buffer.from(file.bytes).toString()
}

const closeRound = async (round: string) => {
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'close' }))
  await committee.fill(coordinator, form, { reason: 'đã đủ ý kiến' })
}

describe('the consolidated table', () => {
  it('is typed for by a coordinator, and holds what stands when it is fetched, for an hour', async () => {
    const round = await play()
    const document = documentOf(await committee.type(coordinator, 'xuất bảng tổng hợp ND-DLCN'))
    expect(document).toMatchObject({
      name: 'bang-tong-hop-nd-dlcn-dot-1.docx',
      path: `/files/${document.token}/bang-tong-hop-nd-dlcn-dot-1.docx`,
      url: `http://127.0.0.1:3978${document.path}`,
    })
    await answerRound(committee, member, round, { position: 'disagree', body: 'Ý kiến mới của Bộ Y tế.' })
    const words = await wordsIn(document.token)
    expect(words).toContain('Ý kiến mới của Bộ Y tế.')
    expect(words).toContain('Đợt lấy ý kiến chưa kết thúc')
    committee.setClock('2020-06-16T09:59')
    expect(await open(document.token)).toBeDefined()
    committee.setClock('2020-06-16T10:00')
    expect(await open(document.token)).toBeUndefined()
    expect(await committee.db.fileLink.count()).toBe(1)
    await forgetFileLinks(committee.db, committee.now())
    expect(await committee.db.fileLink.count()).toBe(0)
  })

  it('comes from the board, by its button and by the form that asks which', async () => {
    const round = await play()
    const board = await committee.press(coordinator, { kind: 'board.show', round })
    expect(documentOf(await committee.press(coordinator, button(board, t.button))).name).toMatch(/\.docx$/)
    const form = formOf(await committee.press(coordinator, button(board, t.otherButton)))
    const sheet = documentOf(await committee.fill(coordinator, form, { what: 'table', format: 'csv' }))
    expect(await wordsIn(sheet.token)).toContain('Ý kiến của Bộ Tài chính.')
    const counts = documentOf(await committee.fill(coordinator, form, { what: 'results', format: 'csv' }))
    expect(counts.name).toBe('ket-qua-lay-y-kien-nd-dlcn-dot-1.docx')
  })

  it('says in what format it is wanted, and keeps ballots and counts apart', async () => {
    await play()
    expect(documentOf(await committee.type(coordinator, 'tổng hợp ý kiến ND-DLCN excel')).name).toMatch(/\.xlsx$/)
    const ballots = documentOf(await committee.type(coordinator, 'xuất phiếu ND-DLCN'))
    const words = await wordsIn(ballots.token)
    expect(words).toContain('Ý kiến của Bộ Y tế.')
    expect(words).toContain('Ý kiến của Bộ Tài chính.')
  })

  it('has the remarks in the order of the draft that the round asks about, under its titles', async () => {
    await storeDraftOn(committee, 'ND-DLCN')
    const round = await play()
    for (const [provision, remark] of [
      ['Điều 2 khoản 2', 'Góp ý thứ ba.'],
      ['Điều 7', 'Góp ý thứ tư.'],
      ['dieu 1', 'Góp ý thứ nhất.'],
      ['Điều 2 khoản 1', 'Góp ý thứ hai.'],
    ] as const) {
      const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
      await committee.fill(member, form, { provision, remark })
    }
    await committee.press(
      member,
      button(await committee.press(member, { kind: 'opinion.show', round }), vi.buttons.send),
    )
    const page = documentOf(await committee.type(coordinator, 'xuất bảng tổng hợp ND-DLCN html'))
    expect((await wordsIn(page.token))?.match(/rowgroup">[^<]*|Góp ý thứ [^<.]*/g)).toEqual([
      'rowgroup">Ý kiến chung',
      ...['rowgroup">Điều 1. Phạm vi điều chỉnh', 'Góp ý thứ nhất'],
      ...['rowgroup">Điều 2. Giải thích từ ngữ', 'Góp ý thứ hai', 'Góp ý thứ ba'],
      ...['rowgroup">Điều 7', 'Góp ý thứ tư'],
    ])
    const sheet = documentOf(await committee.type(coordinator, 'xuất bảng tổng hợp ND-DLCN csv'))
    expect(await wordsIn(sheet.token)).toContain('1. Dữ liệu số là dữ liệu ở dạng số.')
  })

  it('is for the drafting agency once the round has closed, and not before', async () => {
    const round = await play()
    const ask = () => committee.press(drafter, { kind: 'record.export', round })
    expect(textOf(await ask())).toBe(vi.refusals['opinions-not-yet']({}))
    await closeRound(round)
    expect(await wordsIn(documentOf(await ask()).token)).toContain('Ý kiến của Bộ Y tế.')
  })

  it('is refused to a member, who gets their own ballot and no word of another', async () => {
    const round = await play()
    expect(textOf(await committee.press(member, { kind: 'record.export', round }))).toBe(vi.refusals['not-allowed']({}))
    expect(textOf(await committee.press(member, { kind: 'record.export', round, what: 'results' }))).toBe(
      vi.refusals['not-allowed']({}),
    )
    const form = formOf(await committee.press(member, { kind: 'record.export.form', round }))
    expect(form.fields).toMatchObject([{ name: 'what', options: [{ value: 'ballots' }] }])
    const reply = await committee.press(member, { kind: 'record.export', round, what: 'ballots' })
    expect(textOf(reply)).toContain('Phiếu lấy ý kiến của tôi')
    const words = await wordsIn(documentOf(reply).token)
    expect(words).toContain('Ý kiến của Bộ Y tế.')
    expect(words).not.toContain('Bộ Tài chính')
  })

  it('is not for somebody who may not have it any more when it is fetched', async () => {
    const round = await play()
    const { token } = documentOf(await committee.press(coordinator, { kind: 'record.export', round }))
    await closeRound(round)
    const theirs = documentOf(await committee.press(drafter, { kind: 'record.export', round })).token
    const reopen = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'reopen' }))
    await committee.fill(coordinator, reopen, { day: '2020-07-10', time: '17:00', reason: 'chờ thêm' })
    expect(await open(theirs)).toBeUndefined()
    expect(await open(token)).toBeDefined()
    await committee.db.role.deleteMany({ where: { person: { key: coordinator } } })
    expect(await open(token)).toBeUndefined()
    expect(await open('x'.repeat(43))).toBeUndefined()
  })

  it('has its key nowhere but in the answer: not in what is stored, logged, or given to a redelivery', async () => {
    const round = await play()
    const delivery = committee.inbound(coordinator, { kind: 'pressed', intent: { kind: 'record.export', round } })
    const { reply } = await committee.app.receive(delivery)
    const { token } = documentOf(reply)
    const again = (await committee.app.receive(delivery)).reply
    expect(textOf(again)).toContain(t.repeated)
    expect(button(again, t.again)).toMatchObject({ kind: 'record.export', round })
    const { db } = committee
    const stored = [await db.received.findMany(), await db.audit.findMany(), await db.fileLink.findMany()]
    expect(JSON.stringify([stored, again, committee.lines])).not.toContain(token)
    expect(JSON.stringify(stored).length).toBeLessThan(20_000)
    expect(await db.fileLink.count()).toBe(1)
  })

  it('asked for in a channel goes on in private, and is not there', async () => {
    await play()
    const { reply } = await committee.act(
      coordinator,
      { kind: 'typed', text: 'xuất bảng tổng hợp ND-DLCN' },
      { audience: 'shared' },
    )
    expect(reply).not.toHaveProperty('documents')
    expect(await committee.db.fileLink.count()).toBe(0)
  })

  it('of ballots that nobody has answered, and of an item without a round, is refused', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    expect(textOf(await committee.type(coordinator, 'xuất phiếu ND-DLCN'))).toBe(vi.refusals['no-opinion-yet']({}))
    expect(textOf(await committee.type(coordinator, 'xuất phiếu CL-CPDT'))).toContain('chưa có đợt')
  })
})

describe('the dossier', () => {
  it('holds the table, ballots, counts, the draft that was asked about and the letters, with their hashes', async () => {
    await storeDraftOn(committee, 'ND-DLCN')
    const round = await play()
    const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('công văn')])
    const values = { person: 'sample-tv-bxd', position: 'agree', number: '9/BXD' }
    await committee.fill(coordinator, form, values, { files: [{ name: 'cv.png', field: 'letter', bytes: png }] })
    const file = await committee.fetch(await committee.type(coordinator, 'xuất hồ sơ ND-DLCN'))
    const parts = unzipSync(file?.bytes ?? new Uint8Array())
    const names = Object.keys(parts)
    expect(file?.name).toBe('ho-so-nd-dlcn-dot-1.zip')
    expect(names.some((name) => name.endsWith('/du-thao.txt'))).toBe(true)
    const letter = names.find((name) => name.endsWith('cv.png')) ?? ''
    expect(Buffer.from(parts[letter] ?? []).equals(png)).toBe(true)
    const list = strFromU8(parts[vi.recordTable.dossier.list] ?? new Uint8Array())
    expect(list).toContain(createHash('sha256').update(png).digest('hex'))
  })

  it('that a chat cannot bring is refused with what to do instead, and the agency has it only from closing on', async () => {
    const round = await play()
    expect(textOf(await committee.press(drafter, { kind: 'record.export', round, what: 'dossier' }))).toContain(
      vi.refusals['opinions-not-yet']({}),
    )
    const [opinion] = await committee.db.opinion.findMany()
    const sha256 = '0'.repeat(64)
    const content = { sha256, size: 21 * 1024 * 1024, mediaType: 'application/pdf', parts: 0, keptAt: committee.now() }
    await committee.db.fileContent.create({ data: content })
    await committee.db.opinionFile.create({
      data: { id: 'f1', opinionId: opinion?.id ?? '', place: 1, sha256, name: 'to.pdf' },
    })
    const reply = await committee.press(coordinator, { kind: 'record.export', round, what: 'dossier' })
    expect(textOf(reply)).toContain(t.dossierTooLarge)
  })
})
