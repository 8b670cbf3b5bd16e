import { afterEach, expect, test } from 'vitest'
import { createSlack } from '../../../adapters/slack/index.ts'
import { type SlackApp, slackApp } from '../../support/slack-app.ts'
import { eventBody, messageEvent, postEvent, signingSecret } from '../../support/slack-requests.ts'

let app: SlackApp
afterEach(() => app?.stop())

const who = (over: object) => ({ status: 200, body: JSON.stringify({ ok: true, user_id: 'UBOT', ...over }) })

test('people told by our organisation’s id are people of our workspace; another organisation’s are none', async () => {
  app = await slackApp({}, (api) => api.next('auth.test', who({ team_id: 'T1', enterprise_id: 'E1' })))
  const say = (team: string, id: string) =>
    postEvent(app.url, eventBody(messageEvent('help', { user_team: team, team }), id))
  await say('E1', 'Ev1')
  await say('E2', 'Ev2')
  expect(app.received.map(({ from, outsider }) => [from.tenant, outsider])).toEqual([
    ['T1', undefined],
    ['E2', 'other-tenant'],
  ])
})

test('while Slack does not say where the app is installed nobody is taken, and the delivery comes again', async () => {
  app = await slackApp({}, (api) => api.next('auth.test', { status: 503 }, { status: 503 }))
  const say = () => postEvent(app.url, eventBody(messageEvent('help'), 'Ev1'))
  expect((await say()).status).toBe(500)
  expect(app.received).toEqual([])
  expect((await say()).status).toBe(200)
  expect(app.received).toMatchObject([{ from: { tenant: 'T1', user: 'U1' } }])
})

test.each(['C123', 'B1', 'USLACKBOT', 'u1'])('%s never speaks as a person', async (user) => {
  app = await slackApp()
  const said = { ...messageEvent('<@UBOT> help', { user, channel: 'C1' }), type: 'app_mention' }
  await postEvent(app.url, eventBody(said, 'Ev1'))
  expect(app.received).toMatchObject([{ outsider: 'unnamed' }])
})

test('a partner that is no workspace is refused by the name of the variable', async () => {
  app = await slackApp()
  const options = { botToken: 'xoxb-test', signingSecret, partnerTeams: ['T2', 'C0GENERAL'] }
  expect(() => createSlack(options)).toThrow('SLACK_PARTNER_TEAMS: "C0GENERAL" is the id of a channel')
})
