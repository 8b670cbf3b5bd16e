import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createSlack } from '../../../adapters/slack/index.ts'
import type { ChatAdapter, Host } from '../../../src/contract/adapter.ts'
import { portOf } from '../../support/listening.ts'

// A stand-in of Slack's Web API written by others: it keeps what was posted, and refuses what the scopes do not allow.

const Manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })
const scopes = Manifest.parse(
  JSON.parse(readFileSync(new URL('../../../manifest/slack/manifest.json', import.meta.url), 'utf8')),
).oauth_config.scopes.bot

const nothing = () => {}
const host: Host = {
  receive: async () => ({ reply: { kind: 'none' }, repeated: false }),
  history: async () => ({ entries: [] }),
  file: async () => undefined,
  page: async () => undefined,
  ways: async () => [],
  document: async () => undefined,
  options: async () => ({ options: [], more: 0 }),
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
}
let slack: Emulator
let adapter: ChatAdapter

beforeAll(async () => {
  slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: 'Ủy ban', domain: 'uy-ban' },
        users: [
          { name: 'thanh.vien', real_name: 'Thành viên', email: 'thanh.vien@example.org' },
          { name: 'dondoc', real_name: 'Đôn đốc', email: 'dondoc@example.org' },
        ],
        tokens: [{ token: 'xoxb-dondoc', user: 'dondoc', scopes }],
      },
    },
  })
  adapter = createSlack({ botToken: 'xoxb-dondoc', signingSecret: 's', apiUrl: `${slack.url}/api/` })
  await adapter.start(host)
})
afterAll(async () => {
  await adapter.stop()
  await slack.close()
})

test('with the scopes of the manifest a person is found, written to, and the message rewritten', async () => {
  const person = await adapter.find('thanh.vien@example.org')
  if (person === undefined || person === 'not-possible') throw new Error('not found')
  const sent = await adapter.send(person, { text: 'Kính gửi', blocks: [{ kind: 'text', text: 'Hạn: 17:00' }] }, 'key')
  if (sent.status !== 'sent') throw new Error(sent.status)
  expect(await adapter.update(person, sent.ref, { text: 'Đã trả lời' })).toEqual(sent)
})

test('nobody and nothing are told apart from a failure', async () => {
  expect(await adapter.find('nobody@example.org')).toBeUndefined()
  const nobody = { platform: 'slack', tenant: 'T1', user: 'UNOBODY' }
  expect(await adapter.send(nobody, { text: 'x' }, 'key')).toMatchObject({ status: 'never', why: 'no-such-person' })
  expect(await adapter.update(nobody, 'D404:1.000001', { text: 'x' })).toMatchObject({ status: 'never', why: 'gone' })
})

/** The emulator wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}
