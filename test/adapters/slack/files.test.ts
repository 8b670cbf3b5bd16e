import { afterEach, beforeEach, expect, test } from 'vitest'
import type { File, LinkedFile, Reply } from '../../../src/contract/reply.ts'
import { png } from '../../support/png.ts'
import type { SlackAnswer } from '../../support/slack-api.ts'
import { type SlackApp, slackApp } from '../../support/slack-app.ts'
import {
  commandBody,
  eventBody,
  messageEvent,
  postCommand,
  postEvent,
  postInteraction,
  pressPayload,
} from '../../support/slack-requests.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
})
afterEach(() => app.stop())

const picture: File = { name: 'so-do.png', mediaType: 'image/png', base64: png(4, 3), alt: 'Quý II: 9 chuyến' }
const calendar: File = { name: 'lich.ics', mediaType: 'text/calendar', base64: btoa('BEGIN:VCALENDAR'), alt: 'Lịch' }
const answer = (...files: readonly File[]): Reply => ({ kind: 'message', message: { text: 'Lịch đoàn 3' }, files })
const ask = (more: object = {}, id = 'Ev1') => postEvent(app.url, eventBody(messageEvent('lịch đoàn 3', more), id))
const shared = () => app.api.called('files.completeUploadExternal')
const lost = () => app.logged.filter(({ event }) => event === 'slack.file-not-sent').map(({ facts }) => facts)

test('the files of one answer are shared together, in the thread of the question', async () => {
  app.answers(answer(picture, calendar))
  await ask({ thread_ts: '1592260000.000001' })
  await shared()
  const place = { channel: 'D1', thread: '1592260000.000001' }
  expect(app.api.files).toMatchObject([
    { ...place, name: 'so-do.png', title: 'so-do.png', alt: 'Quý II: 9 chuyến', base64: picture.base64 },
    { ...place, name: 'lich.ics', alt: '', base64: calendar.base64 },
  ])
  expect(app.api.of('files.completeUploadExternal')).toHaveLength(1)
  expect(app.api.of('conversations.open')).toEqual([])
})

const home = {
  channel: undefined,
  message: undefined,
  container: { type: 'view' },
  view: { id: 'V8', type: 'home', hash: 'h1', private_metadata: '' },
}
const press = (more: object) =>
  postInteraction(app.url, pressPayload({ kind: 'overview.show' }, app.api.responseUrl, more))
test.each([
  ['a command', () => postCommand(app.url, commandBody('/lich', 'đoàn 3', app.api.responseUrl))],
  ['a press in a channel', () => press({ channel: { id: 'C1', name: 'general' } })],
  ['a press in the home tab', () => press(home)],
])("%s brings its files into the person's own conversation, opened for them", async (_, act) => {
  app.answers(answer(calendar))
  expect((await act()).status).toBe(200)
  await shared()
  expect(app.api.files.map(({ channel }) => channel)).toEqual(['DU1'])
  expect(app.api.of('conversations.open').map(({ args }) => args.users)).toEqual(['U1'])
})

test('opening the home tab brings no file, however often', async () => {
  app.answers(answer(picture))
  await postEvent(app.url, eventBody({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' }, 'Ev2'))
  await app.adapter.stop()
  expect(app.api.calls.filter(({ method }) => method.startsWith('files.'))).toEqual([])
})

test('Slack is answered while the upload still hangs, and stopping waits for its end', async () => {
  app.answers(answer(picture))
  app.api.next('upload', 'hang')
  expect((await ask()).status).toBe(200)
  await app.api.called('upload')
  let ended = false
  const stopped = app.adapter.stop().finally(() => {
    ended = true
  })
  await postEvent(app.url, { type: 'url_verification', challenge: 'there and back' })
  expect(ended).toBe(false)
  app.api.cutHung()
  await stopped
  expect(lost()).toMatchObject([{ step: 'upload' }])
})

const failures: readonly [string, string, SlackAnswer, object][] = [
  ['files.getUploadURLExternal', 'missing_scope', { error: 'missing_scope' }, { step: 'upload', why: 'missing_scope' }],
  [
    'files.getUploadURLExternal',
    'a rate limit',
    { status: 429, retryAfter: 9 },
    { step: 'upload', why: 'ratelimited' },
  ],
  ['upload', 'an error', { status: 500 }, { step: 'upload', why: 'http 500' }],
  ['upload', 'a broken connection', 'reset', { step: 'upload', why: 'ECONNRESET' }],
  ['conversations.open', 'missing_scope', { error: 'missing_scope' }, { step: 'open', why: 'missing_scope' }],
  ['files.completeUploadExternal', 'a refusal', { error: 'file_type_not_allowed' }, { step: 'share' }],
]
test.each(failures)('%s answered by %s costs the file alone, and is logged once', async (method, _, fault, fact) => {
  app.answers(answer(picture))
  app.api.next(method, fault)
  const command = () => postCommand(app.url, commandBody('/lich', 'đoàn 3', app.api.responseUrl))
  expect((await command()).status).toBe(200)
  await app.api.called('response_url')
  await app.adapter.stop()
  expect(app.api.files).toEqual([])
  expect(lost()).toMatchObject([fact])
  expect(app.logged.filter(({ level }) => level === 'error')).toEqual([])
  // Said again by Slack, it is neither shown nor uploaded again.
  const before = app.api.calls.length
  expect((await command()).status).toBe(200)
  await app.adapter.stop()
  expect(app.api.calls).toHaveLength(before)
})

test('a file that is not taken does not keep back the others', async () => {
  app.answers(answer(picture, calendar))
  app.api.next('files.getUploadURLExternal', { error: 'file_type_not_allowed' })
  await ask()
  await shared()
  await app.adapter.stop()
  expect(app.api.files).toHaveLength(1)
  expect(lost()).toHaveLength(1)
})

test('an answer that has to wait brings its file when it comes, once', async () => {
  app.answers(answer(picture))
  app.api.next('chat.postMessage', { status: 429, retryAfter: 30 })
  expect((await ask()).status).toBe(500)
  expect(app.api.of('files.getUploadURLExternal')).toEqual([])
  expect((await ask()).status).toBe(200)
  await shared()
  expect((await ask()).status).toBe(200)
  await app.adapter.stop()
  expect(app.api.files).toHaveLength(1)
})

test('no line of the log holds a name, a description or an address of a file', async () => {
  app.answers(answer(picture))
  app.api.next('upload', { status: 403 })
  await ask()
  await app.adapter.stop()
  expect(JSON.stringify(app.logged)).not.toMatch(/so-do|chuyến|upload\/F/)
})

const document: LinkedFile = {
  name: 'bang-tong-hop-nd-dlcn-dot-1.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  token: 't'.repeat(43),
  path: `/files/${'t'.repeat(43)}/bang-tong-hop-nd-dlcn-dot-1.docx`,
  alt: 'Tải bảng tổng hợp ý kiến: Word',
  expires: 'Liên kết dùng được đến 10:00.',
}

test('a document is made by its token and shared where the person talks with the bot, and its key is nowhere', async () => {
  app.documents.set(document.token, { bytes: Buffer.from('PK words') })
  app.answers({ kind: 'message', message: { text: 'Bảng tổng hợp' }, documents: [document] })
  await ask()
  await shared()
  expect(app.api.files).toMatchObject([{ channel: 'D1', name: document.name, alt: '', base64: btoa('PK words') }])
  expect(JSON.stringify([app.api.calls, app.logged])).not.toContain(document.token)
  // It came as a file: there is no link of which that could be said.
  expect(JSON.stringify(app.api.calls)).not.toContain(document.expires)
})

test('a document that may not be had any more is not shared, and the answer stands', async () => {
  app.answers({ kind: 'message', message: { text: 'Bảng tổng hợp' }, documents: [document] })
  await ask()
  await app.adapter.stop()
  expect(app.api.files).toEqual([])
  expect(lost()).toMatchObject([{ step: 'upload' }])
})
