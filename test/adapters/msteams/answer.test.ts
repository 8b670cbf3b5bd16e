import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Form } from '../../../src/contract/form.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Message } from '../../../src/contract/message.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { activity, CHAT, executed, inChannel, PERSON, submitted, typed } from '../../support/teams-activities.ts'
import { type FakeHost, fakeHost, startTeamsApp, type TeamsApp } from '../../support/teams-app.ts'
import {
  actionsOf,
  everyElement,
  sentCard,
  startTeamsConnector,
  type TeamsConnector,
  wordsOf,
} from '../../support/teams-connector.ts'

/** However busy the machine is: `vi.waitUntil` gives up after a second by itself. */
const soon = { timeout: 60_000, interval: 10 }
const OTHER = '0a0a0a0a-0000-4000-8000-000000000002'
const board: Message = { text: 'Đã gửi 12/19', title: 'Bảng', blocks: [{ kind: 'text', text: 'Mười hai' }] }
const form: Form = {
  title: 'Cho ý kiến',
  submit: 'Lưu',
  intent: { kind: 'home.show' },
  opens: { kind: 'help.show' },
  intro: [{ kind: 'text', text: 'Bản lần 2' }],
  fields: [
    { kind: 'text', name: 'body', label: 'Nội dung', value: 'cũ' },
    { kind: 'date', name: 'day', label: 'Ngày' },
  ],
}
const filled = {
  intent: { kind: 'home.show' },
  opens: { kind: 'help.show' },
  fields: { body: 'text', day: 'date' },
  in_body: 'lời của tôi',
}

let connector: TeamsConnector
let app: TeamsApp
let host: FakeHost
let waits: number[] = []

async function start(reply: (inbound: Inbound) => Reply) {
  host = fakeHost(reply)
  app = await startTeamsApp({ auth: 'none' }, host, undefined, async (ms) => void waits.push(ms))
}

beforeEach(async () => {
  connector = await startTeamsConnector()
  waits = []
})
afterEach(async () => {
  await app.close()
  await connector.close()
})

const invoked = (response: { body: unknown }) => response.body as { statusCode: number; type: string; value: unknown }
const CARD = 'application/vnd.microsoft.card.adaptive'
const WORDS = 'application/vnd.microsoft.activity.message'

describe('typed words are answered', () => {
  it('with a card in the same conversation, and a summary for the notification', async () => {
    await start(() => ({ kind: 'message', message: board }))
    expect((await app.post(typed(connector.url, 'tình hình'))).status).toBe(200)
    expect(connector.requests).toMatchObject([
      { method: 'POST', path: `/teams/v3/conversations/${CHAT}/activities`, body: { type: 'message' } },
    ])
    const { card, summary } = sentCard(connector.requests[0])
    expect(summary).toBe('Đã gửi 12/19')
    expect(wordsOf(card)).toBe('Bảng\nMười hai')
  })

  it('in the thread of the channel where the bot was mentioned', async () => {
    await start(({ audience }) => {
      expect(audience).toBe('shared')
      return { kind: 'message', message: board }
    })
    const mention = { type: 'mention', text: '<at>Đôn đốc</at>', mentioned: { id: '28:bot' } }
    await app.post(typed(connector.url, '<at>Đôn đốc</at> tình hình', { ...inChannel, entities: [mention] }))
    expect(host.heard[0]?.input).toEqual({ kind: 'typed', text: 'tình hình' })
    expect(connector.requests).toMatchObject([
      { method: 'POST', path: `/teams/v3/conversations/${inChannel.conversation.id}/activities` },
    ])
  })

  it('with the form as a new message where the core asks for one', async () => {
    await start(() => ({ kind: 'form', form }))
    await app.post(typed(connector.url, 'góp ý'))
    const { card, summary } = sentCard(connector.requests[0])
    expect(summary).toBe('Cho ý kiến')
    expect(wordsOf(card)).toContain('Bản lần 2')
    expect(actionsOf(card)).toMatchObject([{ title: 'Lưu' }])
  })

  it('with nothing where the core says nothing', async () => {
    await start(() => ({ kind: 'none' }))
    expect((await app.post(typed(connector.url, 'x'))).status).toBe(200)
    expect(connector.requests).toEqual([])
  })

  it('once, when Teams delivers them twice', async () => {
    await start(() => ({ kind: 'message', message: board }))
    const delivery = typed(connector.url, 'tình hình')
    await app.post(delivery)
    expect((await app.post(delivery)).status).toBe(200)
    expect(host.heard.map((each) => each.id)).toEqual([host.heard[0]?.id, host.heard[0]?.id])
    expect(connector.requests).toHaveLength(1)
  })

  it.each([
    ['the answer to it was lost', 'lost' as const],
    ['a gateway failed after taking it', { status: 502 }],
    ['the service failed on it', { status: 500 }],
  ])('once, where %s: it may stand there, and is not posted again', async (_, behaviour) => {
    await start(() => ({ kind: 'message', message: board }))
    for (const delivery of [
      typed(connector.url, 'tình hình'),
      executed(connector.url, { intent: { kind: 'help.show' } }),
    ]) {
      const before = connector.requests.length
      connector.next(behaviour)
      await app.post(delivery)
      await app.post(delivery)
      expect(connector.requests).toHaveLength(before + 1)
    }
  })

  it('to each of two people whose deliveries come under one id', async () => {
    await start(({ from }) => ({ kind: 'message', message: { text: `Của ${from.user}` } }))
    const said = typed(connector.url, 'tình hình', inChannel)
    const others = { ...said, from: { id: '29:other', name: 'Khác', aadObjectId: OTHER } }
    for (const delivery of [said, others, said, others]) await app.post(delivery)
    expect(connector.requests.map((request) => sentCard(request).summary)).toEqual([`Của ${PERSON}`, `Của ${OTHER}`])
  })

  it.each([
    ['too many messages', { status: 429, headers: { 'retry-after': '17' } }, 17_000],
    ['a message that crossed another', { status: 412 }, 5_000],
    ['a service that is away', { status: 503 }, 30_000],
  ])('after %s, when it was not taken at once: Teams would not deliver the words again', async (_, refused, ms) => {
    await start(() => ({ kind: 'message', message: board }))
    const delivery = typed(connector.url, 'tình hình')
    connector.next(refused)
    expect((await app.post(delivery)).status).toBe(200)
    await vi.waitUntil(() => connector.messages.size === 1, soon)
    expect(waits).toEqual([ms])
    await app.post(delivery)
    expect(connector.requests).toHaveLength(2)
    expect(host.logged).toContainEqual(expect.objectContaining({ level: 'warn', event: 'teams.answer' }))
  })
})

describe('a pressed card is answered', () => {
  it('in place and for good, where the reply replaces it', async () => {
    await start(() => ({ kind: 'message', message: board, replaces: true }))
    const response = await app.post(executed(connector.url, { intent: { kind: 'help.show' } }))
    expect(response.status).toBe(200)
    expect(invoked(response)).toMatchObject({ statusCode: 200, type: CARD })
    expect(wordsOf(invoked(response).value)).toContain('Mười hai')
    expect(connector.requests).toMatchObject([
      { method: 'PUT', path: `/teams/v3/conversations/${CHAT}/activities/card-1` },
    ])
    expect(sentCard(connector.requests[0]).card).toEqual(invoked(response).value)
  })

  it('with a message of its own, where the card stays', async () => {
    await start(() => ({ kind: 'message', message: board }))
    const response = await app.post(executed(connector.url, { intent: { kind: 'help.show' } }))
    expect(invoked(response)).toEqual({ statusCode: 200, type: WORDS, value: 'Đã gửi 12/19' })
    expect(connector.requests).toMatchObject([{ method: 'POST' }])
  })

  it('with the form in its place, and the message untouched', async () => {
    await start(() => ({ kind: 'form', form }))
    const response = await app.post(executed(connector.url, { intent: { kind: 'help.show' } }))
    expect(invoked(response)).toMatchObject({ statusCode: 200, type: CARD })
    expect(wordsOf(invoked(response).value)).toContain('Bản lần 2')
    expect(connector.requests).toEqual([])
  })

  it('with HTTP 200 when there is nothing to say, and when the intent is unknown to everybody', async () => {
    await start(({ input }) => {
      expect(input).toEqual({ kind: 'pressed', intent: undefined })
      return { kind: 'none' }
    })
    const response = await app.post(executed(connector.url, { odd: true }))
    expect(response.status).toBe(200)
    expect(invoked(response)).toEqual({ statusCode: 200, type: WORDS, value: '' })
  })

  it('the same way twice, when Teams delivers it twice', async () => {
    await start(() => ({ kind: 'message', message: board }))
    const delivery = executed(connector.url, { intent: { kind: 'help.show' } })
    const first = await app.post(delivery)
    expect(await app.post(delivery)).toEqual(first)
    expect(connector.requests).toHaveLength(1)
  })

  it('and rewritten once: delivered again, it does not undo what became of the card since', async () => {
    await start(() => ({ kind: 'message', message: board, replaces: true }))
    const data = { intent: { kind: 'help.show' } }
    for (const pressed of [executed(connector.url, data), submitted(connector.url, data)]) {
      const before = connector.requests.length
      for (const _ of [1, 2]) expect((await app.post(pressed)).status).toBe(200)
      expect(connector.requests).toHaveLength(before + 1)
    }
  })

  it('and rewritten a little later, where that was refused for the moment', async () => {
    await start(() => ({ kind: 'message', message: board, replaces: true }))
    const pressed = executed(connector.url, { intent: { kind: 'help.show' } })
    connector.next({ status: 429 })
    for (const _ of [1, 2]) await app.post(pressed)
    await vi.waitUntil(() => connector.requests.length === 2, soon)
    await app.post(pressed)
    expect(connector.requests).toHaveLength(2)
  })

  it('by rewriting it, where the client knew Action.Submit alone', async () => {
    await start(() => ({ kind: 'message', message: board, replaces: true }))
    await app.post(submitted(connector.url, { intent: { kind: 'help.show' } }))
    expect(connector.requests).toMatchObject([{ method: 'PUT' }])
  })

  it('by a new message, where it can no longer be rewritten', async () => {
    await start(() => ({ kind: 'message', message: board, replaces: true }))
    connector.next({ status: 404 })
    await app.post(submitted(connector.url, { intent: { kind: 'help.show' } }))
    expect(connector.requests).toMatchObject([{ method: 'PUT' }, { method: 'POST' }])
  })
})

describe('a filled form', () => {
  it('gives way to the answer, so that it is not sent twice', async () => {
    await start(() => ({ kind: 'message', message: board }))
    const response = await app.post(executed(connector.url, filled))
    expect(invoked(response)).toMatchObject({ type: CARD })
    expect(connector.requests).toMatchObject([{ method: 'PUT' }])
  })

  const wrong: Reply = { kind: 'invalid', message: 'Chưa lưu được', fields: { day: 'Cần ngày' } }

  it('that is wrong comes back with the errors and the person’s words, drawn anew from its own intent', async () => {
    await start(({ input }) => (input.kind === 'filled' ? wrong : { kind: 'form', form }))
    const response = await app.post(executed(connector.url, filled, { id: 'f1' }))
    expect(host.heard).toMatchObject([
      { id: `${CHAT}|f1`, input: { kind: 'filled', values: { body: 'lời của tôi' } } },
      { id: `${CHAT}|f1#form`, input: { kind: 'pressed', intent: { kind: 'help.show' } } },
    ])
    const { value } = invoked(response)
    expect(wordsOf(value).split('\n')).toEqual(['Cho ý kiến', 'Bản lần 2', 'Chưa lưu được', 'Cần ngày'])
    expect(everyElement(value).find((each) => each.id === 'in_body')).toMatchObject({ value: 'lời của tôi' })
    expect(actionsOf(value)[0]?.data).toMatchObject({ intent: filled.intent, opens: filled.opens })
  })

  it('that is wrong and has no form any more keeps the person’s words in sight', async () => {
    await start(({ input }) => (input.kind === 'filled' ? wrong : { kind: 'message', message: board }))
    const { value } = invoked(await app.post(executed(connector.url, filled)))
    for (const part of ['Chưa lưu được', 'Cần ngày', 'Mười hai', 'lời của tôi']) expect(wordsOf(value)).toContain(part)
  })

  it('that is wrong in a channel never shows the person’s words to all', async () => {
    await start(({ input }) => (input.kind === 'filled' ? wrong : { kind: 'message', message: board }))
    const { value } = invoked(await app.post(executed(connector.url, filled, inChannel)))
    expect(wordsOf(value)).not.toContain('lời của tôi')
    expect(connector.requests).toEqual([])
  })

  it('that came by Action.Submit and is wrong is drawn in the same message', async () => {
    await start(({ input }) => (input.kind === 'filled' ? wrong : { kind: 'form', form }))
    await app.post(submitted(connector.url, filled))
    expect(connector.requests).toMatchObject([{ method: 'PUT' }])
    expect(wordsOf(sentCard(connector.requests[0]).card)).toContain('Cần ngày')
  })
})

describe('an installation', () => {
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }

  it('is greeted once, though Teams tells of it twice', async () => {
    await start(() => ({ kind: 'message', message: board }))
    await app.post(activity(connector.url, added))
    await app.post(activity(connector.url, { type: 'installationUpdate', action: 'add' }))
    expect(host.heard.map((each) => each.input.kind)).toEqual(['arrived', 'arrived'])
    expect(connector.requests).toHaveLength(1)
  })

  it('is greeted again after it was taken away', async () => {
    await start(() => ({ kind: 'message', message: board }))
    await app.post(activity(connector.url, added))
    await app.post(activity(connector.url, { type: 'installationUpdate', action: 'remove' }))
    await app.post(activity(connector.url, added))
    expect(connector.requests).toHaveLength(2)
  })
})
