import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { json, keysOf, terminal } from './terminal.ts'

// A machine of ten years later: on the sample the commands must take the demonstration's day all the same.
const machine = new Date('2030-01-01T00:00:00Z')
const named = ['--members', 'sample-tv-byt,sample-tv-btc']
let base: TestDatabase
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  run = terminal(base.url, machine)
})
afterEach(() => base.drop())

const open = (...more: readonly string[]) => run(['round', 'open', 'ND-DLCN', ...more])
const refused = (line: string) => ({ status: 1, out: '', err: `dondoc: ${line}\n` })

it('names an item by the source’s title, before its first round and after', async () => {
  const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
  expect((await run(['status', 'ND-DLCN'])).err).toContain(title)
  await open()
  expect((await run(['status', 'ND-DLCN'])).out).toContain(title)
  expect((await open()).err).toContain(title)
})

describe('round open', () => {
  it('opens by default for all members until the derived deadline of the quarter, and writes to each', async () => {
    const { status, out } = await open()
    expect({ status, out }).toEqual({
      status: 0,
      out: 'Round 1 on ND-DLCN is open; 19 people are asked. It closes at 17:00 on Tuesday, 30 June 2020 (Vietnam time).\n',
    })
    const round = await base.db.round.findFirstOrThrow()
    expect(round).toMatchObject({ dueRule: 'quarter-end', late: 'accept', silence: 'none', draftVersion: 1 })
    expect(round.openedAt.toISOString()).toMatch(/^2020-06-16T02:/)
    expect(await base.db.outbox.count({ where: { kind: 'send', subject: round.id } })).toBe(19)
    expect(await base.db.audit.findFirst({ where: { deed: 'round.open' } })).toMatchObject({ actor: 'cli' })
  })

  it('takes every term, and reports them under stable keys', async () => {
    const terms = ['--due', '2020-06-29T09:30', ...named, '--late', 'refuse', '--silence', 'deemed']
    const more = ['--basis', 'Điều 8', '--draft-url', 'https://example.vn/d.docx', '--draft-version', '4']
    const bases = ['--legal-basis', 'Luật 80/2015/QH13', '--legal-basis', 'Nghị định 34/2016/NĐ-CP']
    const { out } = await open(...terms, ...more, ...bases, '--positions', 'agree,disagree', '--json')
    const report = json(out)
    expect(report).toEqual({
      item: 'ND-DLCN',
      title: 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân',
      round: 1,
      id: expect.any(String),
      phase: 'open',
      deadline: '2020-06-29T02:30:00.000Z',
      deadlineRule: 'set',
      deadlineDays: null,
      asked: 2,
      answered: 0,
      late: 0,
      deemed: 0,
      missing: 2,
      former: 0,
      positions: { agree: 0, disagree: 0 },
      draftVersion: 4,
      draftUrl: 'https://example.vn/d.docx',
      terms: { late: 'refuse', silence: 'deemed', silenceBasis: 'Điều 8' },
      legalBases: ['Luật 80/2015/QH13', 'Nghị định 34/2016/NĐ-CP'],
      openedAt: expect.stringMatching(/^2020-06-16T02:/),
      closedAt: null,
      reason: null,
    })
  })

  it('closes so many working days after the opening where it is told so', async () => {
    const { out } = await open('--working-days', '20', '--json')
    expect(json(out)).toMatchObject({
      deadline: '2020-07-14T10:00:00.000Z',
      deadlineRule: 'working-days',
      deadlineDays: 20,
      legalBases: [],
    })
    // The item's quarter is not needed, and has not passed for it.
    await base.db.workItem.update({ where: { key: 'CL-CPDT' }, data: { quarter: null } })
    expect((await run(['round', 'open', 'CL-CPDT', '--working-days', '1'])).out).toContain(
      '17:00 on Wednesday, 17 June 2020',
    )
    expect(await run(['round', 'open', 'DS-HTTT', '--working-days', '1', '--due', '2020-06-30'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('--working-days'),
    })
  })

  it('says where a round is shorter than the minimum of its kind, and opens it all the same', async () => {
    const env = { DONDOC_MINIMUM_DAYS: 'nghi dinh=20,*=5' }
    const short = await run(['round', 'open', 'ND-DLCN', '--working-days', '8'], env)
    expect(short).toMatchObject({ status: 0, err: '' })
    expect(short.out.split('\n')[1]).toBe(
      'Please note: 8 working days is shorter than the minimum set (decree: 20 working days).',
    )
    expect((await run(['round', 'open', 'CL-CPDT', '--working-days', '5'], env)).out).not.toContain('Please note')
    expect(await base.db.round.count()).toBe(2)
  })

  it('means the deadline on the committee’s clocks, whatever zone the machine is in', async () => {
    const { out } = await run(['round', 'open', 'ND-DLCN', '--due', '2020-06-30T17:00', '--json'], {
      DONDOC_TIME_ZONE: 'Asia/Tokyo',
    })
    expect(json(out)).toMatchObject({ deadline: '2020-06-30T08:00:00.000Z' })
  })

  it('refuses what cannot be, in one line that names the option, and opens nothing', async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['--due', '2020-06-31T17:00'], '--due: There is no such date.'],
      [['--due', '2020-06-30T25:00'], '--due: Please write the time as 17:00.'],
      [['--due', '2020-06-16T08:00'], '--due: The deadline must be in the future.'],
      [['--members', 'sample-tv-byt,nobody,noone'], '--members: Nothing matches “nobody”; “noone”.'],
      // A drafter is on the roster and no member.
      [['--members', 'sample-st-bca'], '--members: Nothing matches “sample-st-bca”.'],
      [['--draft-url', 'javascript:alert(1)'], '--draft-url: Please enter an address that begins with https://.'],
      [['--draft-version', '0'], '--draft-version: Please enter the draft’s version number, from 1 to 999.'],
      [
        ['--working-days', '0'],
        '--working-days: Please enter a whole number of working days from 1 to 250, or leave this empty.',
      ],
      [['--silence', 'deemed'], '--basis: If no answer counts as agreement, please give the legal basis.'],
    ]
    for (const [args, line] of cases) expect([args, await open(...args)]).toEqual([args, refused(line)])
    expect(await base.db.round.count()).toBe(0)
  })

  it('refuses an unknown item and tells which there are', async () => {
    const { status, err } = await run(['round', 'open', 'ND-XXX'])
    expect(status).toBe(1)
    expect(err).toMatch(/^dondoc: the plan has no such item; it has .*ND-DLCN.*\n$/)
  })

  it('refuses a second round while one takes answers, and an item without a quarter until a deadline is given', async () => {
    await open()
    expect((await open()).err).toMatch(/^dondoc: A round on “.*” is already open\./)
    await base.db.workItem.update({ where: { key: 'CL-CPDT' }, data: { quarter: null } })
    const without = await run(['round', 'open', 'CL-CPDT'])
    expect(without).toEqual(refused('the plan states no quarter for CL-CPDT: give its deadline with --due'))
    expect((await run(['round', 'open', 'CL-CPDT', '--due', '2020-07-31'])).out).toContain(
      '17:00 on Friday, 31 July 2020',
    )
  })

  it('refuses a derived deadline that has passed', async () => {
    const late = { DONDOC_CLOCK: '2020-07-01T08:00:00+07:00' }
    expect((await run(['round', 'open', 'ND-DLCN'], late)).err).toMatch(/has passed: give another with --due\n$/)
  })

  it('is wrong usage with a malformed option, or a basis for nothing', async () => {
    for (const args of [
      ['--due', 'tomorrow'],
      ['--due', '2020-06-30T17:00Z'],
      ['--late', 'maybe'],
      ['--silence', 'yes'],
      ['--positions', 'agree,abstain'],
      ['--draft-version', 'two'],
      ['--working-days', 'twenty'],
      ['--basis', 'Điều 8'],
    ])
      expect([args, (await open(...args)).status]).toEqual([args, 2])
    expect((await run(['round', 'open'])).status).toBe(2)
    expect(await base.db.round.count()).toBe(0)
  })
})

describe('a round that is open', () => {
  beforeEach(async () => void (await open(...named)))
  const change = (what: string, ...more: readonly string[]) =>
    run(['round', what, 'ND-DLCN', '--reason', 'vì họp', ...more])

  it('is extended, closed, reopened and withdrawn, each told once to those asked and kept in the log', async () => {
    expect((await change('extend', '--due', '2020-07-07T17:00')).out).toBe(
      'Round 1 on ND-DLCN is extended. It closes at 17:00 on Tuesday, 7 July 2020 (Vietnam time).\n',
    )
    expect((await change('close')).out).toBe('Round 1 on ND-DLCN is closed.\n')
    const reopened = json((await change('reopen', '--due', '2020-07-20', '--json')).out)
    expect(keysOf(reopened)).toEqual(keysOf(json((await run(['status', '--json'])).out.replace(/^\[|\]\s*$/g, ''))))
    expect(reopened).toMatchObject({ phase: 'open', deadline: '2020-07-20T10:00:00.000Z', reason: 'vì họp' })
    expect(json((await change('withdraw', '--json')).out)).toMatchObject({ phase: 'withdrawn' })
    const person = await base.db.person.findUniqueOrThrow({ where: { key: 'sample-tv-byt' } })
    const letters = await base.db.outbox.findMany({ where: { personId: person.id, kind: 'send' } })
    expect(letters.map((row) => JSON.parse(row.letter).kind).toSorted()).toEqual([
      'request',
      'round-close',
      'round-extend',
      'round-reopen',
      'round-withdraw',
    ])
    const deeds = await base.db.audit.findMany({ where: { actor: 'cli' } })
    expect(deeds).toHaveLength(5)
  })

  it('refuses what its state does not allow', async () => {
    expect(await change('reopen', '--due', '2020-07-20')).toMatchObject({ status: 1, out: '' })
    expect((await change('extend', '--due', '2020-06-20')).err).toBe(
      'dondoc: --due: The new deadline must be later than the current one.\n',
    )
    expect((await change('extend', '--due', '2020-06-31T17:00')).err).toContain('There is no such date')
    await change('close')
    expect((await change('close')).err).toMatch(/^dondoc: This round closed at 09:00 on 16 June 2020\./)
    expect((await run(['round', 'close', 'CL-CPDT', '--reason', 'x'])).err).toMatch(/No round has been opened/)
    expect((await base.db.round.findFirstOrThrow()).revision).toBe(2)
  })

  it('is warned of a later deadline on a day off or at night, and of none where it only ends', async () => {
    const warnings =
      'Please note: the deadline is on a day off (Sunday, 5 July 2020).\n' +
      'Please note: the deadline is at 23:00, outside working hours.\n'
    expect((await change('extend', '--due', '2020-07-05T23:00')).out).toBe(
      `Round 1 on ND-DLCN is extended. It closes at 23:00 on Sunday, 5 July 2020 (Vietnam time).\n${warnings}`,
    )
    expect((await change('close')).out).toBe('Round 1 on ND-DLCN is closed.\n')
    expect((await change('reopen', '--due', '2020-07-05T23:00')).out).toContain(warnings)
  })

  it('needs a reason, and a deadline to extend', async () => {
    expect((await run(['round', 'close', 'ND-DLCN'])).status).toBe(2)
    expect((await change('extend')).status).toBe(2)
    expect((await run(['round', 'close', 'ND-DLCN', '--reason', ' '])).err).toBe(
      'dondoc: --reason: Please fill this in.\n',
    )
  })
})
