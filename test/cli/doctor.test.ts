import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { platforms } from '../../adapters/index.ts'
import { sealAudit } from '../../src/audit/seal.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { checks } from '../../src/cli/doctor/finding.ts'
import { covers } from '../../src/cli/doctor/plans.ts'
import { postgresDurability, sqliteDurability } from '../../src/cli/doctor/storage.ts'
import { loadSample } from '../../src/imports/sample/load-sample.ts'
import { defaultLadder } from '../../src/nudges/ladder/ladder.ts'
import type { Ask } from '../../src/people/accounts/ask-platform.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { terminal } from './terminal.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')
const slack = { SLACK_BOT_TOKEN: 'xoxb-secret-token', SLACK_SIGNING_SECRET: 'secret-signature' }
const minutes = (number: number) => new Date(demoDay.getTime() + number * 60_000)
const everyCheck = [...checks, ...platforms.map(({ name }) => name)]
const Report = z.strictObject({
  ok: z.boolean(),
  findings: z.array(
    z.strictObject({
      check: z.enum(everyCheck),
      state: z.enum(['ok', 'warn', 'wrong']),
      found: z.string(),
      mend: z.string().nullable(),
    }),
  ),
})

let base: TestDatabase
let folder: string
beforeEach(async () => {
  base = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-doctor-'))
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Platforms that take the people of `T1` alone. */
const ours: Ask = { tenants: async () => ['T1'], standing: async () => ({ status: 'active' }) }

/** What the doctor says on the test's database, on a machine whose clock stands at `now`. */
async function examine(env: Readonly<Record<string, string>> = {}, now = demoDay, ask: Ask = ours) {
  const { status, out, err } = await terminal(base.url, now, { ask })(['doctor', '--json'], env)
  const { ok, findings } = Report.parse(JSON.parse(out))
  const about = (check: string) => findings.filter((finding) => finding.check === check)
  // Whatever is not well comes with its mend, and the exit status follows from it.
  for (const finding of findings) expect(finding.mend === null).toBe(finding.state === 'ok')
  expect({ ok, status }).toEqual(
    findings.some((one) => one.state === 'wrong') ? { ok: false, status: 1 } : { ok: true, status: 0 },
  )
  return { status, out, err, findings, about }
}

/** A real committee: a coordinator and a member with Slack accounts, a plan, and no sample. */
async function realCommittee(): Promise<void> {
  await loadSample(base.db, demoDay)
  await base.db.person.updateMany({ data: { sample: false } })
  const accounts = await base.db.account.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  for (const [at, { id }] of accounts.entries())
    await base.db.account.update({ where: { id }, data: { platform: 'slack', tenant: 'T1', user: `U${at}` } })
}

describe('a committee that is well', () => {
  it('is ok on the sample, where the rehearsal’s clock alone is pointed out', async () => {
    await loadSample(base.db, demoDay)
    const { status, findings, err } = await examine({}, new Date('2030-01-01T00:00:00Z'))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(findings.filter((one) => one.state !== 'ok')).toMatchObject([{ check: 'clock', state: 'warn' }])
    expect(new Set(findings.map((one) => one.check))).toEqual(new Set(everyCheck))
  })

  it('is ok in a real committee with a platform and its address, and shows no secret', async () => {
    await realCommittee()
    const { findings, out } = await examine({ ...slack, PUBLIC_URL: 'https://dondoc.example.vn' })
    expect(findings.filter((one) => one.state !== 'ok')).toEqual([])
    expect(out).not.toContain('secret')
  })

  it('is told in lines a person can read', async () => {
    await loadSample(base.db, demoDay)
    const { out } = await terminal(base.url, demoDay)(['doctor'])
    expect(out).toMatch(/^OK {4}coordinators {2}2 coordinators$/m)
    expect(out).toMatch(/^WARN {2}clock .*\n {20}for real use unset DONDOC_CLOCK/m)
  })
})

describe('the configuration', () => {
  it('is told variable by variable, each with its mend', async () => {
    const { about, err } = await examine({ SLACK_APP_TOKEN: 'xapp-1', TEAMS_APP_ID: 'id' })
    expect(about('configuration')).toEqual([
      {
        check: 'configuration',
        state: 'wrong',
        found: 'SLACK_BOT_TOKEN: is missing while SLACK_APP_TOKEN is set',
        mend: 'set it as well',
      },
      {
        check: 'configuration',
        state: 'wrong',
        found: 'TEAMS_APP_PASSWORD: is missing while other TEAMS_ variables are set',
        mend: 'set it as well',
      },
    ])
    expect(err).toBe('dondoc: 2 things are wrong: configuration\n')
    expect((await examine({ PORT: 'many' })).about('configuration')).toMatchObject([
      { mend: 'set PORT so, or unset it' },
    ])
  })

  it('tells the minimums of rounds as they were set, and the part that cannot be read', async () => {
    await realCommittee()
    const { about } = await examine({ DONDOC_MINIMUM_DAYS: 'nghị định=20,*=10' })
    expect(about('configuration')).toMatchObject([
      { state: 'ok' },
      {
        state: 'ok',
        found: 'below so many working days a round is warned of, by kind of document: nghị định 20, * 10',
      },
    ])
    expect((await examine({ DONDOC_MINIMUM_DAYS: 'nghị định' })).about('configuration')).toMatchObject([
      { state: 'wrong', found: expect.stringContaining('the part "nghị định" is not') },
    ])
  })

  it('warns of access links that nobody else could open', async () => {
    await realCommittee()
    expect((await examine(slack)).about('web')).toMatchObject([{ state: 'warn' }])
    expect((await examine({ HOST: '0.0.0.0' })).about('web')).toMatchObject([{ state: 'warn' }])
  })

  it('warns of a playground’s Teams, and of a clock that was moved', async () => {
    await realCommittee()
    const { about } = await examine({ TEAMS_AUTH: 'none', DONDOC_CLOCK: '2020-06-20T08:00:00+07:00' })
    expect([about('teams'), about('clock')]).toMatchObject([[{ state: 'warn' }], [{ state: 'warn' }]])
  })
})

describe('the database', () => {
  it('is not made by looking for it', async () => {
    const { about } = await examine({ DATABASE_URL: `file:${folder}/new.db` })
    expect(about('database')).toMatchObject([
      { state: 'wrong', found: expect.stringContaining('there is no database') },
    ])
    expect(existsSync(join(folder, 'new.db'))).toBe(false)
  })

  it('is wrong when it cannot be opened, with the reason and without the password', async () => {
    const { about, out } = await examine({ DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' })
    expect(about('database')).toMatchObject([{ state: 'wrong' }])
    expect(out).not.toContain('secret')
    expect((await examine({ DATABASE_URL: `file:${folder}` })).about('database')).toMatchObject([{ state: 'wrong' }])
  })

  it('is wrong when a newer version has written to it', async () => {
    await base.db.$executeRaw`UPDATE _prisma_migrations SET migration_name = '29990101000000_later'`
    const { about } = await examine()
    expect(about('database')).toMatchObject([
      { state: 'wrong', found: expect.stringContaining('29990101000000_later') },
    ])
  })

  it('is wrong where a power cut could take away what was acknowledged', () => {
    expect(sqliteDurability('wal', 2).state).toBe('ok')
    expect(sqliteDurability('wal', 1).state).toBe('wrong')
    expect(sqliteDurability('delete', 2).state).toBe('wrong')
    expect(postgresDurability('on', 'on').state).toBe('ok')
    expect(postgresDurability('off', 'on').state).toBe('wrong')
    expect(postgresDurability('on', 'off').state).toBe('wrong')
  })
})

describe('what is in it', () => {
  it('is wrong when it is empty: no plan, no coordinator, nobody to ask', async () => {
    const { findings } = await examine()
    expect(findings.filter((one) => one.state === 'wrong').map((one) => one.check)).toEqual([
      'plan',
      'coordinators',
      'members',
    ])
  })

  it('counts only roles that are held today', async () => {
    await realCommittee()
    const [former] = await base.db.role.findMany({ where: { role: 'coordinator' } })
    await base.db.role.updateMany({ where: { role: 'coordinator' }, data: { toDay: '2020-06-15' } })
    // Who has become a member since is still somebody today, and a coordinator no more.
    const role = { id: 'r', personId: former?.personId ?? '', role: 'member', fromDay: '2020-06-16' }
    await base.db.role.create({ data: role })
    expect((await examine(slack)).about('coordinators')).toMatchObject([{ state: 'wrong' }])
    expect((await examine(slack)).about('members')).toMatchObject([{ state: 'ok', found: '20 members' }])
  })

  it('is wrong when sample people stand beside a real platform, and a warning beside imported ones', async () => {
    await loadSample(base.db, demoDay)
    const beside = await examine(slack)
    expect(beside.about('sample')).toMatchObject([{ state: 'wrong' }])
    // No platform's people may be nudged by the demonstration's clock.
    expect(beside.about('clock')).toMatchObject([{ state: 'ok' }])
    await base.db.person.create({ data: { id: 'x', key: 'x', name: 'X', createdAt: demoDay } })
    expect((await examine()).about('sample')).toMatchObject([
      { state: 'warn', found: expect.stringContaining('1 person imported') },
    ])
  })

  it('counts who is not linked and who is unreachable, apart', async () => {
    await realCommittee()
    const [one, two] = await base.db.account.findMany({ take: 2, orderBy: { user: 'asc' } })
    await base.db.account.update({ where: { id: one?.id ?? '' }, data: { platform: 'web' } })
    await base.db.account.update({ where: { id: two?.id ?? '' }, data: { unreachable: 'user_disabled' } })
    expect((await examine(slack)).about('accounts')).toMatchObject([
      {
        state: 'warn',
        found: 'of 31 people with a role today, 1 not linked on slack and 1 unreachable there',
      },
    ])
  })

  it('finds accounts whose ids are no person’s, and those of workspaces that are not taken', async () => {
    await realCommittee()
    const [one, two, three] = await base.db.account.findMany({ take: 3, orderBy: { user: 'asc' } })
    const change = (id: string | undefined, data: object) => base.db.account.update({ where: { id: id ?? '' }, data })
    expect((await examine(slack)).about('ids')).toMatchObject([{ state: 'ok' }])
    await change(one?.id, { user: 'C01GEN' })
    await change(two?.id, { platform: 'teams', user: '29:1abc' })
    await change(three?.id, { tenant: 'T2' })
    const [misnamed, foreign] = (await examine(slack)).about('ids')
    expect(misnamed).toMatchObject({
      state: 'wrong',
      found: expect.stringMatching(/^2 accounts .*T1\/C01GEN \(C01GEN is the id of a channel.*T1\/29:1abc/),
    })
    expect(foreign).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining('1 account of a workspace or tenant'),
    })
    const away: Ask = { ...ours, tenants: () => Promise.reject(new Error('Slack is away')) }
    expect((await examine(slack, demoDay, away)).about('ids')).toMatchObject([
      { state: 'wrong' },
      { state: 'warn', found: expect.stringContaining('Slack is away') },
    ])
  })

  it('finds ids in the configuration that are none, and a bot of no tenant', async () => {
    const teams = { TEAMS_APP_ID: 'app', TEAMS_APP_PASSWORD: 'secret' }
    const about = async (env: Readonly<Record<string, string>>) =>
      (await examine({ ...slack, ...teams, ...env })).findings
        .filter((one) => one.state !== 'ok')
        .map(({ found }) => found)
    expect(await about({ SLACK_PARTNER_TEAMS: 'T2,C0GEN', TEAMS_TENANT_ID: 'example.org' })).toEqual(
      expect.arrayContaining([
        expect.stringContaining('SLACK_PARTNER_TEAMS: C0GEN is the id of a channel'),
        expect.stringContaining('TEAMS_TENANT_ID: what is set is no tenant id'),
      ]),
    )
    expect(await about({})).toContainEqual(expect.stringContaining('people of every tenant may write to the bot'))
  })

  it('warns when the plan is another year’s, and is wrong beyond the calendar’s years', async () => {
    await realCommittee()
    const { about } = await examine(slack, new Date('2021-03-01T00:00:00Z'))
    expect(about('plan')).toMatchObject([{ state: 'warn', found: expect.stringContaining('no plan for 2021') }])
    await base.db.plan.updateMany({ data: { year: 2028 } })
    expect((await examine(slack)).about('calendar')).toMatchObject([{ state: 'wrong' }])
    expect(covers(VIETNAM, [2020]).state).toBe('ok')
    expect(covers(VIETNAM, [2027])).toMatchObject({ state: 'warn', found: expect.stringContaining('not decreed yet') })
  })
})

describe('what is under way', () => {
  beforeEach(realCommittee)
  const post = async (id: string, status: string) => {
    const { id: personId } = await base.db.person.findFirstOrThrow()
    const row = { kind: 'send', letter: '{"kind":"request"}', createdAt: demoDay, notBefore: demoDay }
    await base.db.outbox.create({ data: { id, key: id, personId, status, ...row } })
  }

  it('warns of messages that a person must look after, by their state', async () => {
    for (const status of ['unsure', 'failed', 'unreachable', 'sent']) await post(status, status)
    expect((await examine(slack)).about('outbox').map((one) => [one.state, one.found])).toEqual([
      ['warn', '1 message unsure'],
      ['warn', '1 message unreachable'],
      ['warn', '1 message failed'],
    ])
  })

  it('is wrong when messages wait that a running server would have sent', async () => {
    await post('one', 'waiting')
    expect((await examine(slack, minutes(9))).about('outbox')).toMatchObject([{ state: 'ok' }])
    expect((await examine(slack, minutes(11))).about('outbox')).toMatchObject([{ state: 'wrong' }])
  })

  it('is wrong when a deadline passed and nobody saw to it', async () => {
    const item = await base.db.workItem.findUniqueOrThrow({ where: { key: 'ND-DLCN' } })
    const round = {
      number: 1,
      draftVersion: 1,
      dueRule: 'set',
      late: 'accept',
      silence: 'none',
      positions: '["agree"]',
    }
    await base.db.round.create({
      data: { id: 'r', itemId: item.id, openedAt: demoDay, dueAt: demoDay, askedCount: 0, state: 'open', ...round },
    })
    expect((await examine(slack, demoDay)).about('deadlines')).toMatchObject([{ state: 'ok' }])
    const { about } = await examine(slack, minutes(2))
    expect(about('deadlines')).toMatchObject([
      { state: 'wrong', found: '1 deadline passed and nobody was told: ND-DLCN' },
    ])
    await base.db.round.update({ where: { id: 'r' }, data: { dueHandled: 1 } })
    expect((await examine(slack, minutes(2))).about('deadlines')).toMatchObject([{ state: 'ok' }])
  })

  it('is wrong when a ladder that was set cannot be read, and names the plan or the round', async () => {
    const set = (ladder: string) => base.db.plan.updateMany({ data: { ladder } })
    await set(JSON.stringify(defaultLadder))
    expect((await examine(slack)).about('ladders')).toMatchObject([
      { state: 'ok', found: '1 ladder set, each can be read' },
    ])
    const item = await base.db.workItem.findUniqueOrThrow({ where: { key: 'ND-DLCN' } })
    const round = {
      number: 1,
      draftVersion: 1,
      dueRule: 'set',
      late: 'accept',
      silence: 'none',
      positions: '["agree"]',
    }
    const dates = { openedAt: demoDay, dueAt: minutes(60) }
    await base.db.round.create({
      data: { id: 'r', itemId: item.id, ...dates, askedCount: 0, state: 'open', ladder: '{"before":[1,7]}', ...round },
    })
    expect((await examine(slack)).about('ladders')).toMatchObject([
      { state: 'wrong', found: '1 ladder cannot be read and others hold instead: round 1 on ND-DLCN' },
    ])
    await set('{not json')
    expect((await examine(slack)).about('ladders')[0]?.found).toContain('the plan of 2020, round 1 on ND-DLCN')
  })

  it('is wrong when the log was tampered with, or lies in the future', async () => {
    await sealAudit(base.db)
    expect((await examine(slack)).about('audit')).toMatchObject([
      { state: 'ok', found: '1 sealed row as written, 0 not sealed yet' },
    ])
    expect((await examine(slack, minutes(-5))).about('clock')).toMatchObject([{ state: 'wrong' }])
    await base.db.audit.updateMany({ data: { actor: 'somebody' } })
    expect((await examine(slack)).about('audit')).toMatchObject([{ state: 'wrong' }])
  })
})
