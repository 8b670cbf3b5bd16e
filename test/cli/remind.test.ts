import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { json, terminal } from './terminal.ts'

const member = 'sample-tv-byt'
const other = 'sample-tv-btc'
let base: TestDatabase
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  run = terminal(base.url, new Date('2030-01-01T00:00:00Z'))
  await run(['round', 'open', 'ND-DLCN', '--members', `${member},${other}`])
})
afterEach(() => base.drop())

const remind = (...args: readonly string[]) => run(['remind', 'ND-DLCN', ...args])
const letters = () => base.db.outbox.count({ where: { key: { startsWith: 'remind:' } } })
const refused = (line: string) => ({ status: 1, out: '', err: `dondoc: ${line}\n` })

describe('remind', () => {
  it('puts one message into the ledger for each who has not answered, and holds off for an hour', async () => {
    const first = await remind()
    expect(first).toMatchObject({ status: 0, err: '' })
    expect(first.out).toContain('Round 1 on ND-DLCN: the server reminds 2 people.')
    expect(await letters()).toBe(2)
    expect(await base.db.nudge.findMany()).toMatchObject([
      { kind: 'reminder', byId: 'cli' },
      { kind: 'reminder', byId: 'cli' },
    ])
    expect(await base.db.audit.findFirst({ where: { deed: 'remind.send' } })).toMatchObject({ actor: 'cli' })
    const again = json((await remind('--json')).out)
    expect(again).toMatchObject({
      reminded: [],
      leftOut: [
        { person: other, why: 'reminded', detail: 'waiting to be sent, by the system administrator' },
        { person: member, why: 'reminded' },
      ],
    })
    expect(await letters()).toBe(2)
  })

  it('shows in a dry run who would get it and who is left out and why, under stable keys, and sends nothing', async () => {
    await base.db.account.deleteMany({ where: { person: { key: other } } })
    const { status, out } = await remind('--dry-run', '--json')
    expect(status).toBe(0)
    expect(json(out)).toEqual({
      item: 'ND-DLCN',
      round: 1,
      dryRun: true,
      reminded: [
        {
          person: member,
          name: 'Thành viên – Bộ Y tế (mẫu)',
          organisation: 'Bộ Y tế',
          at: expect.stringMatching(/^2020-06-16T02:/),
        },
      ],
      leftOut: [
        {
          person: other,
          name: 'Thành viên – Bộ Tài chính (mẫu)',
          organisation: 'Bộ Tài chính',
          why: 'unreachable',
          detail: null,
        },
      ],
    })
    const text = (await remind('--dry-run')).out
    expect(text).toContain('Round 1 on ND-DLCN: 1 person would be reminded; nothing is sent.')
    expect(text).toMatch(/Left out:\n {2}sample-tv-btc .* unreachable\n/)
    expect(await letters()).toBe(0)
  })

  it('reminds those named alone', async () => {
    await remind('--only', `${member},Bộ Tài chính`)
    expect(await letters()).toBe(2)
    await base.db.nudge.deleteMany()
    await remind('--only', member)
    expect(await base.db.nudge.findMany({ include: { person: true } })).toMatchObject([{ person: { key: member } }])
  })

  it('refuses in one line an unknown item, unknown names, an empty list, and a round that is closed', async () => {
    expect((await run(['remind', 'XX'])).err).toMatch(/^dondoc: the plan has no such item; it has .*\n$/)
    expect(await remind('--only', 'nobody')).toEqual(refused('Not on the list of members: nobody.'))
    expect(await remind('--only', ' , ')).toEqual(
      refused('Please give the name or code of at least one person to remind.'),
    )
    await run(['round', 'close', 'ND-DLCN', '--reason', 'x'])
    expect((await remind()).err).toMatch(/^dondoc: This round closed at /)
    expect((await run(['remind'])).status).toBe(2)
    expect(await letters()).toBe(0)
  })
})
