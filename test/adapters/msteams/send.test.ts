import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTeams } from '../../../adapters/msteams/index.ts'
import type { ChatAdapter } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import { PERSON, TENANT } from '../../support/teams-activities.ts'
import {
  type Behaviour,
  sentCard,
  startTeamsConnector,
  type TeamsConnector,
  wordsOf,
} from '../../support/teams-connector.ts'

const message = { text: 'Còn 7 ngày', blocks: [{ kind: 'text', text: 'Hạn 30/06/2020' }] } as const

let connector: TeamsConnector
let teams: ChatAdapter

beforeAll(async () => {
  connector = await startTeamsConnector()
  teams = createTeams({ auth: 'none' })
})
afterAll(() => connector.close())
beforeEach(() => {
  connector.requests.length = 0
})

function person(serviceUrl = connector.url): Address {
  const conversation = { id: 'a:1', conversationType: 'personal', tenantId: TENANT }
  const reference = { serviceUrl, channelId: 'msteams', conversation, user: '29:p', bot: '28:bot' }
  return { platform: 'teams', tenant: TENANT, user: PERSON, conversation: JSON.stringify(reference) }
}

type Wrong = { user?: string; tenant?: string; conversation?: object }

describe('a message to a person', () => {
  it('goes to the stored conversation, and its reference finds it again', async () => {
    const sent = await teams.send(person(), message, 'k')
    expect(sent).toEqual({ status: 'sent', ref: JSON.stringify({ conversation: 'a:1', activity: 'a-1' }) })
    expect(connector.requests[0]).toMatchObject({
      method: 'POST',
      path: '/teams/v3/conversations/a:1/activities',
      body: { from: { id: '28:bot' }, recipient: { id: '29:p' } },
    })
    expect(wordsOf(sentCard(connector.requests[0]).card)).toBe('Hạn 30/06/2020')
    if (sent.status !== 'sent') return
    expect(await teams.update(person(), sent.ref, message)).toEqual(sent)
    expect(connector.requests[1]).toMatchObject({ method: 'PUT', path: '/teams/v3/conversations/a:1/activities/a-1' })
  })

  it('that has no conversation is never sent, and says what is to be done', async () => {
    for (const conversation of [undefined, '', '{', '{}', '"x"']) {
      const to = {
        platform: 'teams',
        tenant: TENANT,
        user: PERSON,
        ...(conversation === undefined ? {} : { conversation }),
      }
      const delivery = await teams.send(to, message, 'k')
      expect(delivery).toMatchObject({
        status: 'never',
        why: 'no-such-person',
        detail: expect.stringMatching(/install/),
      })
    }
    expect(connector.requests).toEqual([])
  })

  it.each([
    ['somebody by a number towards the bot', { user: '29:1abc' }],
    ['somebody by a login name', { user: 'an@example.vn' }],
    ['a channel', { conversation: { id: '19:abc@thread.tacv2', conversationType: 'channel' } }],
    ['a group chat', { conversation: { id: '19:abc@thread.v2' } }],
    ['somebody of another tenant', { tenant: '99999999-2222-3333-4444-555555555555' }],
  ])('is never sent to %s', async (_, { conversation, ...over }: Wrong) => {
    const bound = createTeams({ auth: 'none', tenantId: TENANT })
    const to = person()
    const reference: unknown = JSON.parse(to.conversation ?? '')
    const stored = JSON.stringify(Object.assign({}, reference, conversation === undefined ? {} : { conversation }))
    expect(await bound.send({ ...to, ...over, conversation: stored }, message, 'k')).toMatchObject({
      status: 'never',
      why: 'no-such-person',
    })
    expect(connector.requests).toEqual([])
    expect(await bound.send(to, message, 'k')).toMatchObject({ status: 'sent' })
  })

  it('is not sent outside this machine without authentication', async () => {
    const delivery = await teams.send(person('https://smba.trafficmanager.net/apac/'), message, 'k')
    expect(delivery).toMatchObject({ status: 'never', why: 'refused' })
  })

  it('is not looked for by e-mail', async () => {
    expect(await teams.find('a@example.org')).toBe('not-possible')
  })
})

const http = (status: number, body: object | string = {}, headers: Record<string, string> = {}): Behaviour => ({
  status,
  body,
  headers,
})

describe('what went wrong, and what it means for the message', () => {
  it.each<[string, Behaviour, object]>([
    [
      '403 with {error}',
      http(403, { error: { code: 'BotDisabledByAdmin' } }),
      { status: 'never', why: 'blocked', detail: '403 BotDisabledByAdmin' },
    ],
    [
      '403 with {errorCode}',
      http(403, { errorCode: 209, message: 'x' }),
      { status: 'never', why: 'blocked', detail: '403 209' },
    ],
    ['403 with HTML', http(403, '<html>'), { status: 'never', why: 'blocked' }],
    [
      '404 ConversationNotFound',
      http(404, { error: { code: 'ConversationNotFound' } }),
      { status: 'never', why: 'no-such-person' },
    ],
    ['429 with Retry-After', http(429, {}, { 'retry-after': '17' }), { status: 'later', afterMs: 17_000 }],
    ['429 without', http(429), { status: 'later', afterMs: 5_000 }],
    ['412', http(412), { status: 'later' }],
    ['503', http(503), { status: 'later' }],
    ['401', http(401), { status: 'later' }],
    ['413', http(413), { status: 'never', why: 'too-long' }],
    [
      '400 MessageSizeTooBig',
      http(400, { error: { code: 'MessageSizeTooBig' } }),
      { status: 'never', why: 'too-long' },
    ],
    ['400', http(400, { error: { code: 'BadSyntax' } }), { status: 'never', why: 'refused', detail: '400 BadSyntax' }],
    ['500', http(500), { status: 'unsure' }],
    ['502', http(502, '<html>bad gateway'), { status: 'unsure' }],
    ['504', http(504), { status: 'unsure' }],
    ['a line cut after sending', 'lost', { status: 'unsure' }],
  ])('%s, after exactly one try', async (_, behaviour, outcome) => {
    connector.next(behaviour)
    expect(await teams.send(person(), message, 'k')).toMatchObject(outcome)
    expect(connector.requests).toHaveLength(1)
  })

  it('nobody listening: later', async () => {
    const gone = await startTeamsConnector()
    await gone.close()
    const delivery = await teams.send(person(gone.url), message, 'k')
    expect(delivery).toMatchObject({ status: 'later', why: 'ECONNREFUSED' })
  })

  it('no token from the login: later, and nothing was sent', async () => {
    const nowhere = 'https://nowhere.invalid'
    let errorCode = 'network_error'
    const shut = createTeams(
      { auth: 'required', appId: 'app', appPassword: 'x' },
      {
        loginUrl: nowhere,
        oAuthScope: nowhere,
        tokenIssuer: nowhere,
        oAuthUrl: nowhere,
        openIdMetadataUrl: nowhere,
        emulatorOpenIdMetadataUrl: nowhere,
        callerId: '',
        token: () => Promise.reject(Object.assign(new Error('x'), { errorCode })),
      },
    )
    // A line that is down comes back within seconds; a refused secret waits for an operator.
    expect(await shut.send(person(), message, 'k')).toEqual({
      status: 'later',
      why: 'no token: network_error',
      afterMs: 2_000,
    })
    errorCode = 'invalid_client'
    expect(await shut.send(person(), message, 'k')).toEqual({
      status: 'later',
      why: 'no token: invalid_client',
      afterMs: 300_000,
    })
    expect(connector.requests).toEqual([])
  })
})

describe('rewriting a message', () => {
  const ref = JSON.stringify({ conversation: 'a:1', activity: 'a-9' })

  it.each<[string, Behaviour, object]>([
    [
      'that is gone',
      http(404, { error: { code: 'ActivityNotFoundInConversation' } }),
      { status: 'never', why: 'gone' },
    ],
    [
      'in a conversation that is gone',
      http(404, { error: { code: 'ConversationNotFound' } }),
      { status: 'never', why: 'no-such-person' },
    ],
    ['whose answer was lost: again later, as twice is as good as once', 'lost', { status: 'later' }],
    ['behind a bad gateway: again later', http(502), { status: 'later' }],
  ])('%s', async (_, behaviour, outcome) => {
    connector.next(behaviour)
    expect(await teams.update(person(), ref, message)).toMatchObject(outcome)
    expect(connector.requests).toHaveLength(1)
  })

  it('by a reference that is not ours changes nothing', async () => {
    expect(await teams.update(person(), 'C123|456', message)).toMatchObject({ status: 'never', why: 'gone' })
    expect(connector.requests).toEqual([])
  })
})
