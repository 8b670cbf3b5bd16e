import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identities, platforms } from '../../adapters/index.ts'
import type { Standing } from '../../src/contract/adapter.ts'
import { type Ask, nobodyToAsk } from '../../src/people/accounts/ask-platform.ts'
import { linkAccount } from '../../src/people/accounts/link.ts'
import { type FindByEmail, linkAccounts } from '../../src/people/accounts/link-by-email.ts'
import { unlinkedPeople } from '../../src/people/accounts/link-gaps.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { aad, TENANT } from '../support/teams-activities.ts'

const now = new Date('2020-06-16T07:00:00Z')
const options = { now, actor: 'cli', identities }
const both = { ...options, platforms: ['slack', 'teams'] }

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  const people = [
    { key: 'an', email: 'an@example.vn' },
    { key: 'binh', email: 'binh@example.vn' },
    { key: 'chi', email: null },
  ]
  await base.db.person.createMany({
    data: people.map((one) => ({ id: one.key, name: one.key, createdAt: now, ...one })),
  })
  await base.db.role.createMany({
    data: people.map(({ key }) => ({ id: key, personId: key, role: 'member', fromDay: '2020-01-01' })),
  })
})
afterEach(() => base.drop())

const nobody: FindByEmail = () => Promise.resolve(undefined)
const holder = async (user: string) =>
  (await base.db.account.findFirst({ where: { user }, include: { person: true } }))?.person?.key
const seen = (user: string, more: { email?: string; personId?: string; unreachable?: string } = {}) =>
  base.db.account.create({ data: { id: user, platform: 'slack', tenant: 'T1', user, ...more } })

describe('by ids', () => {
  const place = (user: string) => ({ platform: 'slack', tenant: 'T1', user })

  it('links a new account with an audit row, and says so when it is linked already', async () => {
    expect(await linkAccount(base.db, 'an', place('U1'), options)).toMatchObject({ result: 'linked' })
    expect(await holder('U1')).toBe('an')
    expect(await linkAccount(base.db, 'an', place('U1'), options)).toMatchObject({ result: 'already' })
    expect(await base.db.audit.findMany()).toMatchObject([{ deed: 'people.link', subject: 'an', actor: 'cli' }])
  })

  it('takes the account that wrote to the bot, and lets the former one in the same team go', async () => {
    await seen('U1', { personId: 'an' })
    await seen('U2')
    expect(await linkAccount(base.db, 'an', place('U2'), options)).toMatchObject({ result: 'linked' })
    expect([await holder('U1'), await holder('U2')]).toEqual([undefined, 'an'])
    expect(await base.db.account.count()).toBe(2)
  })

  it('lets none go that is on another platform or in another workspace', async () => {
    const teams = { platform: 'teams', tenant: 'T1', user: 'an' }
    await base.db.account.create({ data: { id: 'teams', personId: 'an', ...teams } })
    await base.db.account.create({ data: { id: 'partner', personId: 'an', ...place('U1'), tenant: 'T2' } })
    expect(await linkAccount(base.db, 'an', place('U2'), options)).toMatchObject({ result: 'linked' })
    expect(await base.db.account.count({ where: { personId: 'an' } })).toBe(3)
  })

  it('leaves an account with the one who holds it, and refuses an unknown person', async () => {
    await seen('U1', { personId: 'binh' })
    const taken = await linkAccount(base.db, 'an', place('U1'), options)
    expect(taken).toMatchObject({ result: 'taken', why: 'T1/U1 is linked to "binh"' })
    expect(await holder('U1')).toBe('binh')
    expect(await linkAccount(base.db, 'none', place('U1'), options)).toMatchObject({ result: 'no-such-person' })
    expect(await base.db.audit.count()).toBe(0)
  })

  it('gives an account that two want at once to one of them, whether it is new or wrote to the bot', async () => {
    await seen('U5')
    const wanted = await Promise.all(['an', 'binh'].map((key) => linkAccount(base.db, key, place('U5'), options)))
    expect(wanted.map((one) => one.result).sort()).toEqual(['linked', 'taken'])
    const results = await Promise.all(['an', 'binh'].map((key) => linkAccount(base.db, key, place('U1'), options)))
    expect(results.map((one) => one.result).sort()).toEqual(['linked', 'taken'])
  })
})

describe('what is refused by its ids', () => {
  it.each([
    ['a channel', 'slack', 'T1', 'C01GEN', 'C01GEN is the id of a channel'],
    ['a group', 'slack', 'T1', 'G01GRP', 'G01GRP is the id of a group conversation'],
    ['a conversation', 'slack', 'T1', 'D01DM', 'D01DM is the id of a conversation'],
    ['a name', 'slack', 'T1', '@chi', '@chi is no id of Slack’s'],
    ['an e-mail address', 'slack', 'T1', 'chi@example.vn', 'chi@example.vn is no id of Slack’s'],
    ['a workspace for a person', 'slack', 'T1', 'T0WRONG', 'T0WRONG is the id of a workspace'],
    ['a person for a workspace', 'slack', 'U1', 'U1', "U1 is a person's id"],
    ['small letters', 'slack', 't1', 'U1', 't1 is no id of Slack’s'],
    ['Slackbot', 'slack', 'T1', 'USLACKBOT', 'USLACKBOT is Slackbot'],
    ['a domain for a tenant', 'teams', 'example.onmicrosoft.com', aad('an'), 'example.onmicrosoft.com is no tenant id'],
    ['a number towards the bot', 'teams', TENANT, '29:1abc', '29:1abc is no Microsoft Entra object id'],
    ['a login name', 'teams', TENANT, 'an@example.vn', 'an@example.vn is no Microsoft Entra object id'],
    ['another web chat', 'web', 'elsewhere', 'an', 'elsewhere is no tenant of the web chat'],
    ['an unknown platform', 'zalo', 'x', 'y', 'x belongs to "zalo", which is no platform here'],
  ])('%s', async (_, platform, tenant, user, why) => {
    const report = await linkAccount(base.db, 'an', { platform, tenant, user }, options)
    expect(report).toMatchObject({ result: 'wrong-id', why: expect.stringContaining(why) })
    expect(await base.db.account.count()).toBe(0)
  })

  it('nor is one account stored twice because its id was typed in capitals', async () => {
    const link = (key: string, user: string) =>
      linkAccount(base.db, key, { platform: 'teams', tenant: TENANT.toUpperCase(), user }, options)
    expect(await link('an', aad('an'))).toMatchObject({ result: 'linked' })
    expect(await link('an', aad('an').toUpperCase())).toMatchObject({ result: 'already' })
    expect(await link('binh', aad('an').toUpperCase())).toMatchObject({ result: 'taken' })
  })

  it('a good link lets go what was stored by a wrong one, whatever workspace that named', async () => {
    for (const [tenant, user] of [
      ['T1', 'C01GEN'],
      ['T0WRONG', '@an'],
    ] as const)
      await base.db.account.create({ data: { id: user, platform: 'slack', tenant, user, personId: 'an' } })
    await linkAccount(base.db, 'an', { platform: 'slack', tenant: 'T1', user: 'U1' }, options)
    expect([await holder('C01GEN'), await holder('@an'), await holder('U1')]).toEqual([undefined, undefined, 'an'])
  })
})

describe('where the platform can be asked', () => {
  const asks = (standing: Standing | 'not-possible', tenants: readonly string[] | 'any' = ['T1']): Ask => ({
    tenants: async () => tenants,
    standing: async () => standing,
  })
  const link = (ask: Ask, tenant = 'T1') =>
    linkAccount(base.db, 'an', { platform: 'slack', tenant, user: 'U1' }, { ...options, ask })

  it('an account of another workspace, one that is deactivated and one that nobody has are refused', async () => {
    expect(await link(asks({ status: 'active' }), 'T2')).toMatchObject({
      result: 'elsewhere',
      why: 'T2/U1: T2 is not one whose people are taken here: T1',
    })
    expect(await link(asks({ status: 'elsewhere', tenant: 'T9' }))).toMatchObject({ result: 'elsewhere' })
    const gone = { status: 'gone', why: 'deactivated', detail: 'the account is deactivated in Slack' } as const
    expect(await link(asks(gone))).toMatchObject({
      result: 'gone',
      why: 'T1/U1: the account is deactivated in Slack',
    })
    expect(await base.db.account.count()).toBe(0)
  })

  it('one that is linked already is told to be gone as well, and stays linked', async () => {
    expect(await link(asks({ status: 'active' }))).toMatchObject({ result: 'linked' })
    expect(await link(asks({ status: 'active' }))).toMatchObject({ result: 'already', why: 'T1/U1 is linked already' })
    const gone = { status: 'gone', why: 'deactivated', detail: 'the account is deactivated in Slack' } as const
    expect(await link(asks(gone))).toMatchObject({
      result: 'gone',
      why: 'T1/U1 is linked already: the account is deactivated in Slack',
    })
    expect(await link(asks({ status: 'elsewhere', tenant: 'T9' }))).toMatchObject({ result: 'elsewhere' })
    expect(await base.db.account.findMany({ select: { person: { select: { key: true } } } })).toEqual([
      { person: { key: 'an' } },
    ])
  })

  it.each([
    ['an active one', asks({ status: 'active' })],
    ['one of a platform that does not tell', asks('not-possible')],
    ['one of a platform that is bound to no tenant', asks({ status: 'active' }, 'any')],
  ])('%s is linked', async (_, ask) => {
    expect(await link(ask)).toMatchObject({ result: 'linked', why: 'T1/U1' })
  })

  it('is linked with a sentence where nobody could be asked', async () => {
    const away: Ask = {
      tenants: () => Promise.reject(new Error('Slack is away')),
      standing: async () => 'not-possible',
    }
    expect(await link(away)).toMatchObject({
      result: 'linked',
      why: 'T1/U1; nobody was asked whether there is such an account: Slack is away',
    })
    await base.db.account.deleteMany()
    expect((await link(nobodyToAsk)).why).toContain('slack is not set up here')
  })
})

describe('by e-mail', () => {
  it('takes an account that wrote to the bot first, whatever the case of the address, else asks the platform', async () => {
    await seen('U1', { email: 'AN@example.vn' })
    const asked: string[] = []
    const find: FindByEmail = async (platform, email) => {
      asked.push(`${platform} ${email}`)
      return platform === 'teams' && email === 'an@example.vn'
        ? { platform, tenant: TENANT, user: aad('an'), conversation: 'ref' }
        : undefined
    }
    const reports = await linkAccounts(base.db, find, both)
    expect(reports.map(({ person, platform, result }) => `${person} ${platform} ${result}`)).toEqual([
      'an slack linked',
      'an teams linked',
      'binh slack not-found',
      'binh teams not-found',
      'chi slack no-email',
      'chi teams no-email',
    ])
    expect(asked).toEqual(['teams an@example.vn', 'slack binh@example.vn', 'teams binh@example.vn'])
    expect(await base.db.account.findFirstOrThrow({ where: { user: aad('an') } })).toMatchObject({
      personId: 'an',
      conversation: 'ref',
    })
    expect((await linkAccounts(base.db, find, both)).slice(0, 2).map((one) => one.result)).toEqual([
      'already',
      'already',
    ])
  })

  it('never chooses between two accounts, or two people, with one address', async () => {
    await seen('U1', { email: 'an@example.vn' })
    await seen('U2', { email: 'An@example.vn' })
    await base.db.person.update({ where: { key: 'chi' }, data: { email: 'BINH@example.vn' } })
    await seen('U3', { email: 'binh@example.vn' })
    const reports = await linkAccounts(base.db, nobody, { ...options, platforms: ['slack'] })
    expect(reports.map((one) => one.result)).toEqual(['ambiguous', 'ambiguous', 'ambiguous'])
    expect(reports[0]?.why).toContain('T1/U1, T1/U2')
    expect(await base.db.account.count({ where: { personId: null } })).toBe(3)
  })

  it('does not take an account that the platform finds and somebody else holds', async () => {
    await seen('U1', { personId: 'chi' })
    const find: FindByEmail = (platform) => Promise.resolve({ platform, tenant: 'T1', user: 'U1' })
    const reports = await linkAccounts(base.db, find, { ...options, platforms: ['slack'], person: 'an' })
    expect(reports).toMatchObject([{ person: 'an', result: 'taken' }])
  })

  it('asks a platform that does not answer once only, and says why nobody was found', async () => {
    let asked = 0
    const find: FindByEmail = () => {
      asked += 1
      return Promise.reject(new Error('connect ECONNREFUSED'))
    }
    const reports = await linkAccounts(base.db, find, { ...options, platforms: ['slack'] })
    expect(asked).toBe(1)
    expect(reports[1]).toMatchObject({
      result: 'not-asked',
      why: 'the platform could not be asked: connect ECONNREFUSED',
    })
  })

  it.each(['not-configured', 'not-possible'] as const)(
    'tells a platform that is %s from one that knows nobody',
    async (word) => {
      const find: FindByEmail = (platform) => Promise.resolve(platform === 'teams' ? word : undefined)
      const reports = await linkAccounts(base.db, find, { ...both, person: 'an' })
      expect(reports.map((one) => one.result)).toEqual(['not-found', word])
    },
  )
})

const described = (name: string) => platforms.filter((platform) => platform.name === name)

describe('who is not linked', () => {
  it('is told with the reason, and so are the accounts that nobody holds', async () => {
    await seen('U1', { personId: 'binh', unreachable: 'user_disabled' })
    await seen('U2', { email: 'x@example.vn' })
    const gaps = await unlinkedPeople(base.db, described('slack'), '2020-06-16')
    expect(gaps.people.map(({ person, why }) => `${person} ${why}`)).toEqual([
      'an no-account',
      'binh unreachable',
      'chi no-email',
    ])
    expect(gaps.people[1]?.detail).toBe('T1/U1: user_disabled')
    expect(gaps.accounts).toMatchObject([{ platform: 'slack', user: 'U2', email: 'x@example.vn' }])
  })

  it('counts a Teams account only once the app may write there', async () => {
    const account = { personId: 'an', platform: 'teams', tenant: 'V', user: 'aad-an' }
    const { id } = await base.db.account.create({ data: { id: 'teams-an', ...account } })
    const gapOfAn = async () =>
      (await unlinkedPeople(base.db, described('teams'), '2020-06-16')).people.find(({ person }) => person === 'an')
    expect(await gapOfAn()).toMatchObject({ why: 'unreachable' })
    await base.db.account.update({ where: { id }, data: { conversation: '{}' } })
    expect(await gapOfAn()).toBeUndefined()
  })

  it('leaves out people who hold no role on the day', async () => {
    await base.db.role.updateMany({ where: { personId: { in: ['an', 'binh'] } }, data: { toDay: '2020-06-15' } })
    const gaps = await unlinkedPeople(base.db, described('slack'), '2020-06-16')
    expect(gaps.people.map((one) => one.person)).toEqual(['chi'])
  })
})
