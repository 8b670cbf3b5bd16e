import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Delivery, FileToBring } from '../../../src/contract/adapter.ts'
import type { SlackAnswer } from '../../support/slack-api.ts'
import { type SlackApp, slackApp, someone } from '../../support/slack-app.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
})
afterEach(() => app.stop())

const draft: FileToBring = {
  name: 'Dự thảo Nghị định lần 1.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: Buffer.from('PK dự thảo'),
  words: 'Tệp dự thảo của “*Nghị định* <!channel>”',
}
const bring = async (ref = 'D7:1600000000.000001') => await app.adapter.files?.bring(someone, draft, ref)

test('a file is shared where its message stands, with words in which nothing acts', async () => {
  expect(await bring()).toEqual({ status: 'sent', ref: 'D7:F1' })
  const [file, ...more] = app.api.files
  expect(more).toEqual([])
  expect(file).toMatchObject({ channel: 'D7', name: draft.name, base64: Buffer.from(draft.bytes).toString('base64') })
  expect(JSON.stringify(file?.blocks)).toContain(draft.words)
  expect(app.api.of('files.completeUploadExternal')[0]?.args).not.toHaveProperty('initial_comment')
  expect(app.api.of('conversations.open')).toEqual([])
})

test.each<[string, string, SlackAnswer, Partial<Delivery>]>([
  ['a rate limit', 'files.getUploadURLExternal', { status: 429, retryAfter: 17 }, { status: 'later', afterMs: 17_000 }],
  ['a lost address', 'files.getUploadURLExternal', 'reset', { status: 'later' }],
  ['bytes that did not arrive', 'upload', { status: 500 }, { status: 'later' }],
  ['an upload that broke off', 'upload', 'reset', { status: 'later' }],
  ['a limit at the sharing', 'files.completeUploadExternal', { status: 429, retryAfter: 9 }, { status: 'later' }],
  ['a lost answer of the sharing', 'files.completeUploadExternal', 'reset', { status: 'unsure' }],
  ['a fault while sharing', 'files.completeUploadExternal', { error: 'internal_error' }, { status: 'unsure' }],
  ['a scope that is missing', 'files.getUploadURLExternal', { error: 'missing_scope' }, { status: 'never' }],
])('after %s it is known whether somebody may have seen it', async (_, method, answer, delivery) => {
  app.api.next(method, answer)
  expect(await bring()).toMatchObject(delivery)
  expect(app.api.files).toEqual([])
  expect(app.logged.filter(({ level }) => level === 'error')).toEqual([])
})

test('a file never goes into a channel', async () => {
  expect(await bring('C1:1600000000.000001')).toMatchObject({ status: 'never', why: 'gone' })
  expect(app.api.calls.filter(({ method }) => method.startsWith('files.'))).toEqual([])
})
