import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTeams } from '../../../adapters/msteams/index.ts'
import { executed, typed } from '../../support/teams-activities.ts'
import { type FakeHost, fakeHost, startTeamsApp, type TeamsApp } from '../../support/teams-app.ts'
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts'
import { startTeamsCloud, type TeamsCloud } from '../../support/teams-tokens.ts'

const APP = 'aaaaaaaa-0000-4000-8000-000000000001'

let connector: TeamsConnector
let cloud: TeamsCloud
let host: FakeHost
let app: TeamsApp
let open: TeamsApp

beforeAll(async () => {
  // botbuilder writes every token that it refuses to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  connector = await startTeamsConnector()
  cloud = await startTeamsCloud()
  host = fakeHost(() => ({ kind: 'message', message: { text: 'xong' } }))
  app = await startTeamsApp({ appId: APP, appPassword: 'not-used', auth: 'required' }, host, cloud.cloud)
  open = await startTeamsApp({ auth: 'none' }, host)
})
afterAll(async () => {
  await Promise.all([app.close(), open.close(), connector.close(), cloud.close()])
})
beforeEach(() => {
  host.heard.length = 0
  connector.requests.length = 0
})

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const hourAgo = () => Math.floor(Date.now() / 1000) - 3600

/** Posts piece by piece and does not end: the status that comes back all the same. */
function rawStatus(url: string, headers: Record<string, number>, pieces: string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode)
      sending.destroy()
    })
    sending.on('error', reject)
    sending.flushHeaders()
    for (const piece of pieces) sending.write(piece)
  })
}

describe('the messages route with tokens', () => {
  it('takes a delivery that Teams signed for us, and answers with our own token', async () => {
    const response = await app.post(typed(connector.url, 'x'), bearer(cloud.token(APP, connector.url)))
    expect(response.status).toBe(200)
    expect(host.heard).toHaveLength(1)
    expect(connector.requests).toMatchObject([{ method: 'POST', authorization: 'Bearer bot-token' }])
  })

  it('refuses with 401 without a token', async () => {
    expect((await app.post(typed(connector.url, 'x'))).status).toBe(401)
  })

  it.each([
    ['signed with another key', () => cloud.forged(APP, connector.url)],
    ['expired', () => cloud.token(APP, connector.url, { exp: hourAgo() })],
    ['for another bot', () => cloud.token('another', connector.url)],
    ['for another service address', () => cloud.token(APP, 'https://elsewhere.invalid/')],
    ['of another issuer', () => cloud.token(APP, connector.url, { iss: 'https://sts.windows.net/x/', tid: 'x' })],
    ['cut short', () => cloud.token(APP, connector.url).slice(0, -20)],
    ['no token at all', () => 'abc'],
  ])('refuses with 401 a token %s', async (_, token) => {
    const response = await app.post(executed(connector.url, { intent: { kind: 'help.show' } }), bearer(token()))
    expect(response.status).toBe(401)
    expect(host.heard).toEqual([])
  })

  it('refuses another channel than Teams, whose tokens follow other rules', async () => {
    const body = typed(connector.url, 'x', { channelId: 'AseChannel' })
    expect((await app.post(body, bearer(cloud.token(APP, connector.url)))).status).toBe(403)
  })

  it('asks Teams to come again when the keys cannot be fetched', async () => {
    const away = { ...cloud.cloud, openIdMetadataUrl: 'http://127.0.0.1:1/openid' }
    const cut = await startTeamsApp({ appId: APP, appPassword: 'x', auth: 'required' }, host, away)
    const response = await cut.post(typed(connector.url, 'x'), bearer(cloud.token(APP, connector.url)))
    expect(response.status).toBe(503)
    await cut.close()
  })
})

describe('the messages route and bad bodies', () => {
  it.each([
    ['an empty body', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a string', '"x"'],
    ['no type', '{}'],
  ])('refuses %s with 400', async (_, body) => {
    expect((await open.post(body)).status).toBe(400)
  })

  it.each(['serviceUrl', 'conversation', 'from', 'recipient', 'channelId', 'type'])(
    'refuses an activity without %s with 400',
    async (key) => {
      expect((await open.post(typed(connector.url, 'x', { [key]: undefined }))).status).toBe(400)
      expect(host.heard).toEqual([])
    },
  )

  it('refuses a service address that is not of the web', async () => {
    expect((await open.post(typed('file:///etc/passwd', 'x'))).status).toBe(400)
  })

  it('refuses a body over 1 MiB with 413, and takes one that is just smaller', async () => {
    expect((await open.post(typed(connector.url, 'x'.repeat(1024 * 1024)))).status).toBe(413)
    // Teams sends the words twice: as they are, and as a copy with mark-up.
    expect((await open.post(typed(connector.url, 'x'.repeat(450 * 1024)))).status).toBe(200)
  })

  it('refuses a body that says it is too large before it comes', async () => {
    expect(await rawStatus(open.url, { 'content-length': 2 * 1024 * 1024 }, [])).toBe(413)
  })

  it('refuses a body that does not say its size when it has become too large', async () => {
    expect(await rawStatus(open.url, {}, Array(20).fill('x'.repeat(64 * 1024)))).toBe(413)
  })

  it('takes a text of 50,000 characters whole', async () => {
    expect((await open.post(typed(connector.url, 'ý'.repeat(50_000)))).status).toBe(200)
    expect(host.heard[0]?.input).toEqual({ kind: 'typed', text: 'ý'.repeat(50_000) })
  })

  it('answers 200 to what it has nothing to say to, and 501 to an invoke that it does not offer', async () => {
    expect((await open.post(typed(connector.url, 'x', { type: 'messageReaction' }))).status).toBe(200)
    expect((await open.post(executed(connector.url, {}, { name: 'task/fetch' }))).status).toBe(501)
    expect(host.heard).toEqual([])
  })

  it('without authentication, writes to this machine alone', async () => {
    expect((await open.post(typed('https://smba.trafficmanager.net/apac/', 'x'))).status).toBe(403)
    expect(host.heard).toEqual([])
  })

  it('answers 503 before start and after stop', async () => {
    const early = await startTeamsApp({ auth: 'none' }, host)
    await early.adapter.stop()
    expect((await early.post(typed(connector.url, 'x'))).status).toBe(503)
    await early.close()
  })
})

describe('options', () => {
  it.each([
    ['an empty app id', { auth: 'required', appId: '', appPassword: 'x' }],
    ['a blank app id', { auth: 'required', appId: '  ', appPassword: 'x' }],
    ['no app id', { auth: 'required' }],
    ['no password', { auth: 'required', appId: APP }],
    ['an empty tenant', { auth: 'required', appId: APP, appPassword: 'x', tenantId: '' }],
  ] as const)('with %s are refused', (_, options) => {
    expect(() => createTeams(options)).toThrow(/Teams: /)
  })
})
