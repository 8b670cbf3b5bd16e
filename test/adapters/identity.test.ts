import { describe, expect, it } from 'vitest'
import { identity as teams } from '../../adapters/msteams/identity.ts'
import { isPrivate, identity as slack } from '../../adapters/slack/identity.ts'
import { identity as web } from '../../adapters/web/identity.ts'

describe('Slack’s ids', () => {
  it('are people’s with U or W, workspaces’ with T, organisations’ with E', () => {
    for (const id of ['U1', 'W0ABC', `U${'A'.repeat(39)}`]) expect(slack.wrongUser(id), id).toBeUndefined()
    for (const id of ['T1', 'E0ABC']) expect(slack.wrongTenant(id), id).toBeUndefined()
    expect(slack.canonical('U1')).toBe('U1')
  })

  it.each([
    ['T1', /workspace/],
    ['E1', /organisation/],
    ['C1', /channel/],
    ['G1', /group/],
    ['D1', /id of a conversation/],
    ['B1', /bot/],
    ['A1', /app/],
    ['USLACKBOT', /Slackbot/],
  ])('%s is nobody’s, and it is said what it is', (id, what) => {
    expect(slack.wrongUser(id)).toMatch(what)
  })

  it('of a person are no workspace’s', () => {
    for (const id of ['U1', 'W1']) expect(slack.wrongTenant(id)).toMatch(/^is a person's id/)
  })

  it.each(['u1', 'U', '@chi', 'U1 ', ' U1', 'U1a', 'X1', '', `U${'A'.repeat(40)}`])('%j is none of Slack’s', (id) => {
    expect(slack.wrongUser(id)).toMatch(/^is no id of Slack’s/)
    expect(slack.wrongTenant(id)).toMatch(/^is no id of Slack’s/)
  })

  it('begin with D where a conversation is between two', () => {
    for (const id of ['D1', 'D0ABC']) expect(isPrivate(id), id).toBe(true)
    for (const id of ['C1', 'G1', 'U1', 'D', 'CD1', 'D1 ', 'd1', '']) expect(isPrivate(id), id).toBe(false)
  })
})

describe('Teams’ ids', () => {
  const guid = '0a1b2c3d-0000-4fff-8abc-0123456789ab'

  it('are GUIDs, in lower case however they are written', () => {
    for (const id of [guid, guid.toUpperCase()]) {
      expect(teams.wrongTenant(id)).toBeUndefined()
      expect(teams.wrongUser(id)).toBeUndefined()
    }
    expect(teams.canonical(guid.toUpperCase())).toBe(guid)
  })

  it('of Microsoft’s playground end in a digit more', () => {
    for (const last of ['0', '1', '9'])
      expect(teams.wrongUser(`00000000-0000-0000-0000-000000000000${last}`)).toBeUndefined()
    for (const last of ['a', '00', ' '])
      expect(teams.wrongUser(`00000000-0000-0000-0000-000000000000${last}`)).toBeDefined()
  })

  it.each(['', 'an', guid.slice(1), `${guid}0`, ` ${guid}`, guid.replaceAll('-', ''), guid.replace('a', 'g')])(
    '%j is none',
    (id) => {
      expect(teams.wrongTenant(id)).toMatch(/^is no tenant id/)
      expect(teams.wrongUser(id)).toMatch(/^is no Microsoft Entra object id/)
    },
  )
})

describe('the web chat’s ids', () => {
  it('are one tenant and the keys of people', () => {
    expect(web.wrongTenant('local')).toBeUndefined()
    expect(web.wrongTenant('T1')).toMatch(/"local"/)
    for (const id of ['a', 'sample-btc', 'đạt', 'x'.repeat(100)]) expect(web.wrongUser(id)).toBeUndefined()
    for (const id of ['', 'a b', 'a,b', ' a', 'a\n', 'x'.repeat(101)]) expect(web.wrongUser(id), id).toBeDefined()
    expect(web.canonical('An')).toBe('An')
  })
})
