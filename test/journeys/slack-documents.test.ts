import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it, vi as vitest } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { draftDocx } from '../documents/draft-docx.ts'
import { draftNamed } from '../documents/drafts.ts'
import { makePdf } from '../documents/make-pdf.ts'
import { openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { labelsOf, type SlackPerson, slackPerson, wordsOf } from '../support/slack-person.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const name = 'Dự thảo Nghị định lần 1.docx'
const patience = { timeout: 10_000, interval: 20 }

let bytes: Uint8Array<ArrayBuffer>
let whole: WholeProcess
let coordinator: SlackPerson
let an: SlackPerson
let binh: SlackPerson

beforeEach(async () => {
  bytes = new Uint8Array(await draftDocx(draftNamed('decree'), true))
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'an', role: 'member', slack: 'UAN' },
    { key: 'binh', role: 'member', slack: 'UBINH' },
  ])
  const person = (user: string) => slackPerson(whole.url, whole.slack, user)
  coordinator = person('UDP')
  an = person('UAN')
  binh = person('UBINH')
})
afterEach(() => whole.close())

/** The coordinator sends the draft in the conversation and keeps it. */
async function bringDraft() {
  const files = [whole.slack.keep({ name, mediaType: docx, bytes })]
  await coordinator.say('ND-DLCN', 'EvDraft', { subtype: 'file_share', files })
  await coordinator.press(await coordinator.card(name), vi.documents.asDraftOf('ND-DLCN'))
  await coordinator.press(await coordinator.card('Điều 5. Chia sẻ mặc định'), vi.documents.keep)
  await coordinator.card(vi.documents.kept('ND-DLCN', 1))
}

async function openRound() {
  const { trigger } = await coordinator.command('/dondoc', 'lấy ý kiến ND-DLCN')
  await coordinator.submit(await coordinator.view(trigger), {})
  await coordinator.press(await coordinator.card(vi.round.preview), vi.buttons.open)
  await coordinator.card(vi.round.opened('Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'))
}

const brought = () => whole.slack.files.filter((file) => file.name === name)
const fileRows = async () => await whole.db.outbox.findMany({ where: { kind: 'file' }, orderBy: { key: 'asc' } })
const settled = () =>
  vitest.waitUntil(
    async () => (await fileRows()).every(({ status }) => status !== 'waiting' && status !== 'sending'),
    patience,
  )

it('the request carries the draft, a letter goes with the answer, and the table comes back as a file', async () => {
  await bringDraft()
  await openRound()
  await an.card('đề nghị cho ý kiến')
  await vitest.waitUntil(() => brought().length === 2, patience)
  expect(
    brought()
      .map(({ channel }) => channel)
      .sort(),
  ).toEqual(['DUAN', 'DUBINH'])
  for (const { base64, blocks } of brought()) {
    expect(Buffer.compare(Buffer.from(base64, 'base64'), bytes)).toBe(0)
    expect(wordsOf({ blocks })).toContain('Tệp dự thảo kèm theo đề nghị cho ý kiến')
  }
  await settled()
  expect((await fileRows()).map(({ status }) => status)).toEqual(['sent', 'sent'])

  const letter = whole.slack.keep({
    name: 'CV 12.pdf',
    mediaType: 'application/pdf',
    bytes: new Uint8Array(makePdf([[{ x: 72, y: 700, text: 'Cong van so 12/BYT' }]])),
  })
  const form = await an.view(await an.press(await an.card('đề nghị cho ý kiến'), vi.buttons.answer))
  const typed = { position: 'agree-with-comments', letter: [letter], number: '12/BYT-PC', dated: '2020-06-12' }
  expect(await an.submit(form, typed)).toEqual({ status: 200, body: undefined })
  const comment = await an.view(await an.press(await an.card(vi.opinion.draftTitle), vi.buttons.addComment))
  await an.submit(comment, { at: 'd5.k2', remark: 'Cần nêu rõ thời hạn.' })
  const drawn = await an.card('Điều 5 khoản 2', '12/BYT-PC')
  await an.press(drawn, vi.buttons.send)
  await an.card('Hệ thống đã ghi nhận ý kiến', '12/BYT-PC')

  const close = await coordinator.command('/dondoc', 'đóng ND-DLCN vì đủ ý kiến')
  await coordinator.submit(await coordinator.view(close.trigger), {})
  await coordinator.card(vi.round.changed.close)
  await coordinator.say('xuất bảng tổng hợp ND-DLCN')
  const table = await vitest.waitUntil(
    () => whole.slack.files.find((file) => file.channel === 'DUDP' && file.name.startsWith('bang-tong-hop')),
    patience,
  )
  const document = strFromU8(unzipSync(Buffer.from(table.base64, 'base64'))['word/document.xml'] ?? new Uint8Array())
  for (const words of ['Điều 5 khoản 2', 'Cần nêu rõ thời hạn.', '12/BYT-PC']) expect(document).toContain(words)
})

it('a letter sent in the conversation goes with the answer; an older card of the draft sends nothing twice', async () => {
  await bringDraft()
  await openRound()
  await an.card('đề nghị cho ý kiến')
  const letter = whole.slack.keep({
    name: 'CV 34.pdf',
    mediaType: 'application/pdf',
    bytes: new Uint8Array(makePdf([[{ x: 72, y: 700, text: 'Cong van so 34/BTC' }]])),
  })
  await an.say('', 'EvLetter', { subtype: 'file_share', files: [letter] })
  const form = await an.view(await an.press(await an.card('CV 34.pdf'), vi.documents.asLetterFor('ND-DLCN')))
  await an.submit(form, { number: '34/BTC-PC', dated: '2020-06-12' })
  const older = await an.card(vi.opinion.draftTitle, '34/BTC-PC')
  const agree = await an.view(await an.press(older, vi.buttons.choosePosition))
  await an.submit(agree, { position: 'agree' })
  const first = await an.card(vi.opinion.draftTitle, vi.positions.agree)
  await an.say('góp ý ND-DLCN', 'EvAgain')
  const again = await vitest.waitUntil(
    () => an.inbox().findLast(({ ts, blocks }) => ts !== first.ts && wordsOf({ blocks }).includes('34/BTC-PC')),
    patience,
  )
  await an.press(again, vi.buttons.send)
  await an.card('Hệ thống đã ghi nhận ý kiến', '34/BTC-PC')
  // The card of before looks as if it could be sent still: pressed, it becomes the receipt.
  await an.press(first, vi.buttons.send)
  await an.card(vi.opinion.nothingNew, 'Hệ thống đã ghi nhận ý kiến', '34/BTC-PC')
  expect(await whole.db.opinion.count()).toBe(1)
})

it('a file that does not come holds up no request and makes no second one; the card still brings it', async () => {
  await bringDraft()
  const scope = { error: 'missing_scope' }
  whole.slack.next('files.getUploadURLExternal', scope, scope)
  await openRound()
  await vitest.waitUntil(async () => (await fileRows()).every(({ status }) => status === 'dropped'), patience)
  expect(brought()).toEqual([])
  for (const person of [an, binh]) {
    const requests = person.inbox().filter((message) => wordsOf(message).includes('đề nghị cho ý kiến'))
    expect(requests).toHaveLength(1)
    expect(labelsOf(requests[0] ?? { blocks: [] })).toContain(vi.documents.open)
  }
  await an.press(await an.card('đề nghị cho ý kiến'), vi.documents.open)
  const [file] = await vitest.waitUntil(() => (whole.slack.files.length > 0 ? whole.slack.files : undefined), patience)
  expect(file).toMatchObject({ channel: 'DUAN', base64: Buffer.from(bytes).toString('base64') })
})

it('who has answered by then gets no file any more', async () => {
  await bringDraft()
  whole.slack.next('files.getUploadURLExternal', { status: 429, retryAfter: 1 }, { status: 429, retryAfter: 1 })
  await openRound()
  await vitest.waitUntil(async () => (await fileRows()).every(({ attempts }) => attempts === 1), patience)
  await an.press(await an.card('đề nghị cho ý kiến'), vi.buttons.agree)
  await an.press(await an.card(vi.opinion.draftTitle), vi.buttons.send)
  await an.card('Hệ thống đã ghi nhận ý kiến')
  whole.setClock('2020-06-16T09:10')
  await vitest.waitUntil(() => brought().length === 1, patience)
  await settled()
  expect(brought().map(({ channel }) => channel)).toEqual(['DUBINH'])
  const rows = await whole.db.outbox.findMany({ where: { kind: 'file' }, select: { why: true, status: true } })
  expect(rows.map(({ status }) => status).sort()).toEqual(['dropped', 'sent'])
  expect(rows.map(({ why }) => why)).toContain('answered since')
})
