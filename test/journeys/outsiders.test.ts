import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { slackPerson, wordsOf } from '../support/slack-person.ts'
import {
  commandBody,
  eventBody,
  messageEvent,
  postCommand,
  postEvent,
  postInteraction,
  pressPayload,
  submissionPayload,
} from '../support/slack-requests.ts'
import { aad, activity, executed, inChannel, TENANT, typed } from '../support/teams-activities.ts'
import { wordsOf as wordsOnCard } from '../support/teams-connector.ts'
import { teamsPerson } from '../support/teams-person.ts'

const elsewhere = '99999999-2222-3333-4444-555555555555'

let whole: WholeProcess
let events: string
const open = async (settings: Readonly<Record<string, string>> = {}) => {
  whole = await openProcess(
    [
      { key: 'dp', role: 'coordinator', slack: 'UDP' },
      { key: 'an', role: 'member', slack: 'UAN', teams: aad('an') },
    ],
    { TEAMS_TENANT_ID: TENANT.toUpperCase(), ...settings },
  )
  events = `${whole.url}/slack/events`
}
afterEach(() => whole.close())

/** What changes when somebody is heard: nobody of another workspace or tenant may cause any of it. */
const stored = async () => {
  const [accounts, received, seen] = await Promise.all([
    whole.db.account.count(),
    whole.db.received.count(),
    whole.db.account.count({ where: { seenAt: { not: null } } }),
  ])
  return { accounts, received, seen }
}

describe('somebody of another Slack workspace, in requests that Slack signed', () => {
  const foreign = { team_id: 'T2', authorizations: [{ team_id: 'T2', user_id: 'UBOT2', is_bot: true }] }
  const event = (of: object, id: string) => postEvent(events, { ...eventBody(of, id), ...foreign })
  beforeEach(() => open())

  it('who writes to a conversation of our member leaves nothing, and our token writes nothing there', async () => {
    const before = await stored()
    expect((await event(messageEvent('tình hình', { user: 'UAN', channel: 'DUAN', team: 'T2' }), 'Ev1')).status).toBe(
      200,
    )
    expect((await event({ type: 'app_home_opened', user: 'UAN', channel: 'DUAN', tab: 'home' }, 'Ev2')).status).toBe(
      200,
    )
    expect(
      (
        await event(
          { ...messageEvent('<@UBOT> tình hình', { user: 'UAN', channel: 'C2' }), type: 'app_mention' },
          'Ev3',
        )
      ).status,
    ).toBe(200)
    expect(await stored()).toEqual(before)
    expect(whole.slack.calls.map(({ method }) => method)).toEqual(['auth.test'])
    expect(whole.lines.filter((line) => line.event === 'inbound.outsider')).toHaveLength(3)
  })

  it('is told so at the response_url of a command and of a press, and the round stays as it is', async () => {
    const dp = slackPerson(whole.url, whole.slack, 'UDP')
    await dp.submit(await dp.view((await dp.command('/dondoc', 'lấy ý kiến ND-DLCN')).trigger), {})
    const preview = await dp.card(vi.round.preview)
    const before = await stored()
    const body = {
      ...commandBody('/dondoc', 'tình hình', `${whole.slack.responseUrl}?c`),
      team_id: 'T2',
      user_id: 'UDP',
    }
    expect((await postCommand(events, { ...body, trigger_id: 'c2' })).status).toBe(200)
    const { payload } = dp.pressOf(preview, vi.buttons.open)
    const user = { id: 'UDP', team_id: 'T2' }
    const url = `${whole.slack.responseUrl}?p`
    const posted = whole.slack.messages.size
    const pressed = { ...payload, user, team: { id: 'T2' }, response_url: url }
    expect((await postInteraction(events, pressed)).status).toBe(200)
    // The form that the coordinator sent was opened in a channel: that is told there, too.
    const told = (await whole.slack.called('response_url', 3)).filter(({ args }) => /^[cp]$/.test(String(args.trigger)))
    const answers = told.map(({ args }) => wordsOf({ blocks: args.blocks }))
    const sentence = expect.stringContaining(vi.refusals['other-tenant']({}))
    expect(answers).toEqual([sentence, sentence])
    expect(await whole.db.round.count()).toBe(0)
    expect(whole.slack.messages.size).toBe(posted)
    expect(await stored()).toEqual(before)
  })

  it('who sends a form keeps it open with the sentence', async () => {
    const dp = slackPerson(whole.url, whole.slack, 'UDP')
    const view = await dp.view((await dp.command('/dondoc', 'lấy ý kiến ND-DLCN')).trigger)
    const before = await stored()
    const sent = submissionPayload(view, () => ({ value: 'x' }), {
      user: { id: 'UDP', team_id: 'T2' },
      team: { id: 'T2' },
    })
    const { status, body } = await postInteraction(events, sent)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ response_action: 'update', view: { callback_id: 'form' } })
    expect(body).toContain(vi.refusals['other-tenant']({}))
    expect(await whole.db.roundProposal.count()).toBe(0)
    expect(await stored()).toEqual(before)
  })

  it('is refused by their own workspace in a shared channel, though the delivery names ours', async () => {
    const said = messageEvent('<@UBOT> tình hình', { user: 'UKHACH', channel: 'C1', user_team: 'T2', team: 'T2' })
    const before = await stored()
    await postEvent(events, eventBody({ ...said, type: 'app_mention' }, 'Ev1'))
    const [answer] = [...whole.slack.messages.values()]
    expect(answer).toMatchObject({ channel: 'C1', thread: '1592269200.000100' })
    expect(wordsOf({ blocks: answer?.blocks })).toContain(vi.refusals['other-tenant']({}))
    expect(await stored()).toEqual(before)
  })

  it('is none of ours by a press either, whose channel belongs to our workspace', async () => {
    const press = pressPayload({ kind: 'status.show' }, `${whole.slack.responseUrl}?p`, {
      user: { id: 'UAN', team_id: 'T2' },
    })
    const before = await stored()
    expect((await postInteraction(events, press)).status).toBe(200)
    const [answer] = await whole.slack.called('response_url')
    expect(wordsOf({ blocks: answer?.args.blocks })).toContain(vi.refusals['other-tenant']({}))
    expect(await stored()).toEqual(before)
  })

  it('one of ours is known though the delivery comes by way of another workspace', async () => {
    const said = messageEvent('<@UBOT> tình hình', { user: 'UDP', channel: 'C1', user_team: 'T1', team: 'T1' })
    await postEvent(events, { ...eventBody({ ...said, type: 'app_mention' }, 'Ev1'), team_id: 'T2' })
    const [answer] = [...whole.slack.messages.values()]
    expect(wordsOf({ blocks: answer?.blocks })).toContain(vi.board.none)
  })
})

describe('with a workspace of Slack Connect allowed', () => {
  beforeEach(() => open({ SLACK_PARTNER_TEAMS: 'T2, T3' }))

  it('its people are told the code by which they are linked, under their own workspace', async () => {
    const said = messageEvent('<@UBOT> tình hình', { user: 'UKHACH', channel: 'C1', user_team: 'T2', team: 'T2' })
    await postEvent(events, eventBody({ ...said, type: 'app_mention' }, 'Ev1'))
    const [answer] = [...whole.slack.messages.values()]
    expect(wordsOf({ blocks: answer?.blocks })).toContain('slack T2/UKHACH')
    expect(await whole.db.account.count({ where: { platform: 'slack', tenant: 'T2', user: 'UKHACH' } })).toBe(1)
  })
})

describe('somebody of another Teams tenant', () => {
  beforeEach(() => open())
  const chat = { id: 'a:other', conversationType: 'personal' }
  const who = { id: '29:other', name: 'Other', aadObjectId: aad('other') }
  const post = (body: object) => teamsPerson(whole.url, whole.teams, aad('an')).post(body)
  const seen = () => [...whole.teams.messages.values()].map(({ card }) => wordsOnCard(card))

  it.each([
    ['by the conversation', { conversation: { ...chat, tenantId: elsewhere } }],
    [
      'by the channel data',
      { conversation: { ...chat, tenantId: TENANT }, channelData: { tenant: { id: elsewhere } } },
    ],
    ['as no tenant is named', { conversation: chat, channelData: null }],
  ])('is refused %s, and leaves nothing', async (_, over) => {
    const before = await stored()
    const from = { ...who, aadObjectId: aad('an') }
    expect((await post(typed(whole.teams.url, 'tình hình', { from, ...over }))).status).toBe(200)
    expect(seen()).toEqual([expect.stringContaining(vi.refusals['other-tenant']({}))])
    const press = executed(whole.teams.url, { intent: { kind: 'status.show' } }, { from, locale: 'en-US', ...over })
    expect((await post(press)).body).toMatchObject({
      value: expect.stringContaining(en.refusals['other-tenant']({}).slice(0, 60)),
    })
    await post(activity(whole.teams.url, { type: 'installationUpdate', action: 'add', from, ...over }))
    await post(activity(whole.teams.url, { type: 'installationUpdate', action: 'remove', from, ...over }))
    expect(await stored()).toEqual(before)
    expect(await whole.db.account.count({ where: { unreachable: { not: null } } })).toBe(0)
  })

  it('is refused in a channel that two tenants share', async () => {
    const before = await stored()
    const over = { ...inChannel, from: who, channelData: { tenant: { id: elsewhere } } }
    await post(typed(whole.teams.url, 'tình hình', over))
    expect(seen()).toEqual([expect.stringContaining(vi.refusals['other-tenant']({}))])
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['no object id', undefined],
    ['an empty one', ''],
    ['a number towards this bot in its place', '29:1abc'],
    ['an e-mail address in its place', 'an@example.vn'],
  ])('and somebody with %s is nobody, even where the other id looks like an object id', async (_, aadObjectId) => {
    const before = await stored()
    const from = { id: aad('an'), name: 'An', ...(aadObjectId === undefined ? {} : { aadObjectId }) }
    await post(typed(whole.teams.url, 'tình hình', { from, conversation: { ...chat, tenantId: TENANT } }))
    expect(seen()).toEqual([expect.stringContaining(vi.refusals.unnamed({}))])
    expect(await stored()).toEqual(before)
  })

  it('while one of ours is known, however the ids are written', async () => {
    const from = { id: '29:an', name: 'An', aadObjectId: aad('an').toUpperCase() }
    const conversation = { ...chat, tenantId: TENANT.toUpperCase() }
    await post(typed(whole.teams.url, 'tình hình', { from, conversation }))
    expect(await whole.db.account.count({ where: { platform: 'teams', seenAt: { not: null } } })).toBe(1)
  })
})
