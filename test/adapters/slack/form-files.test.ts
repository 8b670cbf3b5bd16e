import { afterEach, expect, test } from 'vitest'
import { renderForm } from '../../../adapters/slack/drawing/forms.ts'
import type { Form } from '../../../src/contract/form.ts'
import { type SlackApp, slackApp } from '../../support/slack-app.ts'
import { commandBody, postCommand, postInteraction, submissionPayload } from '../../support/slack-requests.ts'

let app: SlackApp
afterEach(() => app.stop())

const form: Form = {
  title: 'Ý kiến',
  submit: 'Lưu',
  intent: { kind: 'help.show' },
  opens: { kind: 'help.show' },
  fields: [
    { kind: 'text', name: 'body', label: 'Nội dung' },
    { kind: 'file', name: 'letter', label: 'Công văn', instead: 'Gửi tệp trong cuộc trao đổi.' },
  ],
}
const bytes = Buffer.from('%PDF-1.7 Công văn số 12')
const keep = () => app.api.keep({ name: 'Công văn.pdf', mediaType: 'application/pdf', bytes })
const view = renderForm(form, 'n1')
const submit = (file: object, user = 'U1') =>
  postInteraction(
    app.url,
    submissionPayload(view, (field) => (field === 'letter' ? { files: [file] } : { value: 'Đồng ý' }), {
      user: { id: user, username: 'thanh.vien', team_id: 'T1' },
    }),
  )
const outcomes = () =>
  app.received.map(({ files = [] }) => files.map((file) => file.missing ?? Buffer.from(file.bytes ?? []).toString()))
const refused = { kind: 'invalid', message: 'Chưa nhận được tệp', fields: { letter: 'Xin bấm gửi lại' } } as const

/** Each wait ends when the test says so. */
function waits() {
  const waiting: { ms: number; end: () => void }[] = []
  const sleep = (ms: number) => new Promise<void>((end) => void waiting.push({ ms, end }))
  function end(ms: number): void {
    for (const one of waiting) if (one.ms === ms) one.end()
  }
  return { sleep, end }
}

test('a file that does not come in time keeps the form open, and is there when the form is sent again', async () => {
  const { sleep, end } = waits()
  app = await slackApp({}, undefined, sleep)
  app.answers(refused)
  app.api.hold()
  const file = keep()
  const first = submit(file)
  await app.api.called('file')
  end(2_000)
  expect(JSON.parse((await first).body)).toMatchObject({ response_action: 'errors' })
  app.api.letGo()
  const second = submit(file)
  await expect.poll(() => app.received.length).toBe(2)
  await second
  expect(outcomes()).toEqual([['not-fetched'], [bytes.toString()]])
  expect(app.api.of('file')).toHaveLength(1)
  // The same form with the same file is one delivery, with another file another.
  expect(new Set(app.received.map(({ id }) => id)).size).toBe(1)
  await submit(keep())
  expect(new Set(app.received.map(({ id }) => id)).size).toBe(2)
})

test('a file that Slack did not give is asked for again when the form is sent again', async () => {
  app = await slackApp()
  app.answers(refused)
  app.api.next('file', { status: 503 })
  const file = keep()
  for (const _ of [1, 2]) await submit(file)
  expect(outcomes()).toEqual([['not-fetched'], [bytes.toString()]])
})

test('nobody gets what was fetched for somebody else', async () => {
  app = await slackApp()
  app.answers(refused)
  const file = keep()
  await submit(file)
  await submit(file, 'U2')
  expect(app.api.of('file')).toHaveLength(2)
})

test('an app that may not read files asks for none, and says how else to send them', async () => {
  app = await slackApp({}, (api) => api.scopes.delete('files:read'))
  app.answers({ kind: 'form', form })
  await postCommand(app.url, commandBody('/dondoc', 'góp ý', app.api.responseUrl))
  const [opened] = await app.api.called('views.open')
  expect(JSON.stringify(opened?.args.view)).toContain('Gửi tệp trong cuộc trao đổi.')
  expect(JSON.stringify(opened?.args.view)).not.toContain('file_input')
  expect(app.api.of('response_url')).toEqual([])
  expect(app.logged).toContainEqual({ level: 'warn', facts: { scope: 'files:read' }, event: 'slack.scope-missing' })
})
