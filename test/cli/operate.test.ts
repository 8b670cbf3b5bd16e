import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealAudit } from '../../src/audit/seal.ts'
import { signIn } from '../../src/people/accounts/access-link.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { json, terminal } from './terminal.ts'

const now = new Date('2020-06-16T02:00:00Z')
const member = 'sample-tv-byt'
let base: TestDatabase
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  run = terminal(base.url, new Date('2030-01-01T00:00:00Z'))
})
afterEach(() => base.drop())

describe('people invite', () => {
  const tokenOf = (text: string) => /\/enter\/([\w-]+)/.exec(text)?.[1] ?? ''

  it('prints a link by which that person enters, under the address people open, and stores its hash alone', async () => {
    const { status, out } = await run(['people', 'invite', member, '--json'], {
      PUBLIC_URL: 'https://dondoc.example.vn/',
    })
    expect(status).toBe(0)
    expect(json(out)).toEqual({
      person: member,
      link: expect.stringMatching(/^https:\/\/dondoc\.example\.vn\/enter\/[\w-]{43}$/),
      expiresAt: expect.stringMatching(/^2020-07-16T02:/),
    })
    expect(await signIn(base.db, tokenOf(out), now)).toMatchObject({ user: member })
    expect(JSON.stringify(await base.db.login.findMany())).not.toContain(tokenOf(out))
    expect(JSON.stringify(await base.db.audit.findMany())).not.toContain(tokenOf(out))
  })

  it('begins the link with HOST and PORT where no address is set, and makes the older one void', async () => {
    const first = await run(['people', 'invite', member], { PORT: '4000' })
    expect(first.out).toMatch(/^http:\/\/127\.0\.0\.1:4000\/enter\//)
    const second = await run(['people', 'invite', member])
    expect(await signIn(base.db, tokenOf(first.out), now)).toBeUndefined()
    expect(await signIn(base.db, tokenOf(second.out), now)).toMatchObject({ user: member })
  })

  it('is taken back by uninvite, which is harmless twice', async () => {
    const { out } = await run(['people', 'invite', member])
    expect(json((await run(['people', 'uninvite', member, '--json'])).out)).toEqual({ person: member, revoked: 1 })
    expect(await signIn(base.db, tokenOf(out), now)).toBeUndefined()
    expect(json((await run(['people', 'uninvite', member, '--json'])).out)).toEqual({ person: member, revoked: 0 })
    const deeds = await base.db.audit.findMany({ where: { subject: member } })
    expect(deeds.map((row) => row.deed).toSorted()).toEqual(['access.make', 'access.revoke'])
  })

  it('without PUBLIC_URL refuses a link for a person of the roster, and a calendar: both would open nowhere', async () => {
    await base.db.person.create({ data: { id: 'real', key: 'M-90', name: 'Nguyễn Văn An', createdAt: now } })
    for (const command of [
      ['people', 'invite', 'M-90'],
      ['feed', 'make', 'M-90'],
    ]) {
      const { status, out, err } = await run(command)
      expect({ status, out }).toEqual({ status: 1, out: '' })
      expect(err).toContain('so nobody could open the link. Nothing was changed.')
      expect(err).toContain('to set PUBLIC_URL, then try again.')
      // Said by the operator, this machine's address is an address as well.
      expect((await run(command, { PUBLIC_URL: 'http://127.0.0.1:3978' })).out).toMatch(/^http:\/\/127\.0\.0\.1:3978\//)
    }
    expect(await base.db.login.count()).toBe(1)
    expect(await base.db.calendarLink.count()).toBe(1)
  })

  it('refuses somebody unknown', async () => {
    for (const command of ['invite', 'uninvite'])
      expect(await run(['people', command, 'nobody'])).toEqual({
        status: 1,
        out: '',
        err: 'dondoc: no person has the key "nobody"\n',
      })
    expect(await base.db.login.count()).toBe(0)
  })
})

describe('outbox resolve', () => {
  beforeEach(async () => {
    const person = await base.db.person.findFirstOrThrow()
    const row = { personId: person.id, kind: 'send', letter: '{"kind":"request"}', createdAt: now, notBefore: now }
    await base.db.outbox.createMany({
      data: [
        { ...row, id: 'one', key: 'one', status: 'unsure' },
        { ...row, id: 'two', key: 'two', status: 'unsure' },
        { ...row, id: 'gone', key: 'gone', status: 'sent' },
      ],
    })
  })
  const resolve = (...args: readonly string[]) => run(['outbox', 'resolve', ...args])

  it('notes that an unsure message arrived, or lets it be sent again', async () => {
    expect(json((await resolve('one', '--sent', '--json')).out)).toEqual({
      id: 'one',
      decision: 'sent',
      status: 'sent',
    })
    expect(json((await resolve('two', '--again', '--json')).out)).toEqual({
      id: 'two',
      decision: 'again',
      status: 'waiting',
    })
    const rows = json((await run(['outbox', 'list', '--json'])).out)
    expect(rows).toMatchObject([
      { id: 'gone', status: 'sent' },
      { id: 'one', status: 'sent', why: 'said to have arrived by cli' },
      { id: 'two', status: 'waiting', why: 'sent again by cli' },
    ])
  })

  it('decides once, and only about what is unsure', async () => {
    await resolve('one', '--sent')
    expect((await resolve('one', '--again')).err).toBe('dondoc: the message is not unsure: it is sent\n')
    expect((await resolve('gone', '--again')).err).toBe('dondoc: the message is not unsure: it is sent\n')
    expect(await resolve('lost', '--again')).toEqual({
      status: 1,
      out: '',
      err: 'dondoc: the outbox has no message "lost"\n',
    })
  })

  it('is wrong usage without a decision, or with both', async () => {
    expect((await resolve('one')).status).toBe(2)
    expect((await resolve('one', '--sent', '--again')).status).toBe(2)
    expect(await base.db.outbox.count({ where: { status: 'unsure' } })).toBe(2)
  })
})

describe('audit verify', () => {
  it('tells how many rows are as they were written, under stable keys', async () => {
    await sealAudit(base.db)
    await run(['people', 'invite', member])
    const { status, out } = await run(['audit', 'verify', '--json'])
    expect(status).toBe(0)
    expect(json(out)).toEqual({
      ok: true,
      rows: 1,
      unsealed: 1,
      head: expect.stringMatching(/^1 [0-9a-f]{64}$/),
      brokenAt: null,
      why: null,
    })
  })

  it('exits with 1 and tells the place once a row was changed', async () => {
    await run(['people', 'invite', member])
    await sealAudit(base.db)
    await base.db.audit.updateMany({ where: { seq: 2 }, data: { actor: 'somebody' } })
    const { status, out, err } = await run(['audit', 'verify', '--json'])
    expect({ status, err }).toEqual({
      status: 1,
      err: 'dondoc: the log was tampered with at row 2: a row was changed\n',
    })
    expect(json(out)).toMatchObject({ ok: false, rows: 1, brokenAt: 2, why: 'a row was changed' })
  })
})

it('an import on the sample does not move the demonstration to the machine’s day', async () => {
  await base.db.audit.deleteMany()
  const plan = new URL('../../src/imports/sample/plan-2020.json', import.meta.url).pathname
  await run(['people', 'invite', member])
  await run(['import', 'plan', plan])
  const newest = await base.db.audit.findFirstOrThrow({ orderBy: { at: 'desc' } })
  expect(newest).toMatchObject({ actor: 'cli' })
  expect(newest.at.toISOString()).toMatch(/^2020-06-16T02:/)
})
