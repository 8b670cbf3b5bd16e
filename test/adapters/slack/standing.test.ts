import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type SlackApp, slackApp, someone } from '../../support/slack-app.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp({ partnerTeams: ['T2'] })
})
afterEach(() => app.stop())

const says = (user: object) => app.api.next('users.info', { status: 200, body: JSON.stringify({ ok: true, user }) })
const standing = async () => await app.adapter.standing?.(someone)

describe('what Slack says of an account', () => {
  test('active, deactivated, a bot, somebody of another workspace, and one person of several', async () => {
    says({ id: 'U1', team_id: 'T1', deleted: false })
    expect(await standing()).toEqual({ status: 'active' })
    says({ id: 'U1', team_id: 'T1', deleted: true })
    expect(await standing()).toMatchObject({ status: 'gone', why: 'deactivated' })
    says({ id: 'U1', team_id: 'T1', is_bot: true })
    expect(await standing()).toMatchObject({ status: 'gone', why: 'no-such-person' })
    says({ id: 'U1', team_id: 'T7' })
    expect(await standing()).toEqual({ status: 'elsewhere', tenant: 'T7' })
    says({ id: 'U1', team_id: 'T7', enterprise_user: { enterprise_id: 'E1', teams: ['T7', 'T1'] } })
    expect(await standing()).toEqual({ status: 'active' })
  })

  test.each(['user_not_found', 'user_not_visible'])('%s is nobody', async (error) => {
    app.api.next('users.info', { error })
    expect(await standing()).toMatchObject({ status: 'gone', why: 'no-such-person' })
  })

  test.each([{ error: 'missing_scope' }, { status: 429, retryAfter: 30 }, { status: 503 }] as const)(
    'nothing, where it answers %o',
    async (answer) => {
      app.api.next('users.info', answer)
      await expect(standing()).rejects.toThrow('Slack does not say whether U1 is active')
    },
  )

  test('whose people are taken: its own workspace and the partners', async () => {
    expect(await app.adapter.tenants?.()).toEqual(['T1', 'T2'])
  })
})

describe('what is for a person alone', () => {
  const message = { text: 'Kính gửi' }

  test.each(['C01GEN', 'G01GRP', 'D01DM', '@chi', 'T0WRONG'])('is never posted to %s in their place', async (user) => {
    const delivery = await app.adapter.send({ ...someone, user }, message, 'key')
    expect(delivery).toMatchObject({ status: 'never', why: 'no-such-person', detail: expect.stringContaining(user) })
    expect(app.api.of('chat.postMessage')).toEqual([])
  })

  test('is not posted to another workspace, though it is to a partner’s', async () => {
    expect(await app.adapter.send({ ...someone, tenant: 'T9' }, message, 'key')).toMatchObject({ status: 'never' })
    expect(await app.adapter.send({ ...someone, tenant: 'T2' }, message, 'key')).toMatchObject({ status: 'sent' })
  })

  test('goes to their own conversation where a channel is stored as one', async () => {
    expect(await app.adapter.send({ ...someone, conversation: 'C01GEN' }, message, 'key')).toMatchObject({
      ref: 'DU1:1600000000.000001',
    })
    expect(app.api.of('chat.postMessage').map(({ args }) => args.channel)).toEqual(['U1'])
  })

  test('is never rewritten in a channel', async () => {
    expect(await app.adapter.update(someone, 'C01GEN:1.1', message)).toMatchObject({ status: 'never', why: 'gone' })
    expect(app.api.of('chat.update')).toEqual([])
  })
})
