import { beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { Intent } from '../../src/contract/intent.ts'
import { importTeams } from '../../src/imports/people/import-teams.ts'
import { vi } from '../../src/texts/vi.ts'
import { sheet } from '../imports/write-files.ts'
import { coordinator, formOf, member, textOf, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { changedMeanwhile, racing } from '../support/meanwhile.ts'
import { at, planVisit, visitsOf } from '../support/visits.ts'

// Races about visits and the people who go there: somebody's request is decided, another's change is stored, then the
// request would be. See races.test.ts.

const leader = 'sample-td1'
const teamMember = 'sample-tvd1'
const otherCoordinator = 'sample-dp2'
const { moves: t } = vi

const committee = committeeEachTest()
let visit = ''
let visits: ReturnType<typeof visitsOf>
beforeEach(async () => {
  visits = visitsOf(committee)
  visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-22T11:30')
})

const { pressWhile, fillWhile } = racing(() => committee)
const stored = () => committee.db.visit.findUniqueOrThrow({ where: { id: visit } })
const requests = () => committee.db.moveRequest.findMany({ orderBy: { at: 'asc' } })
const audited = (deed: string) => committee.db.audit.count({ where: { deed } })
const wish = { day: '2020-06-23', time: '14:00', endTime: '17:00', endDay: '', reason: 'Đơn vị bận họp' }

async function asked(): Promise<string> {
  await committee.fill(leader, formOf(await committee.press(leader, { kind: 'move.ask.form', visit })), wish)
  return (await committee.db.moveRequest.findFirstOrThrow({ where: { state: 'waiting' } })).id
}

/** What others do meanwhile, by how a test calls it. */
const meanwhile = {
  'the visit is moved': () => visits.change(visit, { starts: at('2020-06-25T08:00'), ends: null }),
  'the visit gets another place': () => visits.change(visit, { place: 'Hội trường' }),
  'the visit is called off': () => visits.change(visit, { state: 'cancelled' }),
  'the visit is reported': () => visits.change(visit, { state: 'done', report: 'Đã đến' }),
  'the visit goes to another team': () => visits.change(visit, { team: '2' }),
  'the same visit is planned at that time': () => planVisit(committee, '1', 'Bộ Y tế', '2020-06-23T14:00'),
  'the leader leaves the team': async () => {
    const ends = { where: { person: { key: leader } }, data: { toDay: '2020-06-15' } }
    expect(await committee.db.duty.updateMany(ends)).toEqual({ count: 1 })
  },
  'the leader leads no longer': () =>
    committee.db.duty.updateMany({ where: { person: { key: leader } }, data: { duty: 'member' } }),
  'the asker takes it back': async () => {
    const { id } = await committee.db.moveRequest.findFirstOrThrow()
    await committee.press(leader, { kind: 'move.withdraw', request: id })
  },
  'another coordinator accepts': async () => {
    const { id } = await committee.db.moveRequest.findFirstOrThrow()
    await committee.press(otherCoordinator, { kind: 'move.accept', request: id })
  },
  'another coordinator declines': async () => {
    const { id: request } = await committee.db.moveRequest.findFirstOrThrow()
    const form = formOf(await committee.press(otherCoordinator, { kind: 'move.refuse.form', request }))
    await committee.fill(otherCoordinator, form, { answer: 'Không được' })
  },
} as const satisfies Record<string, () => Promise<unknown>>
type Meanwhile = keyof typeof meanwhile

const notLeader = vi.refusals['not-leader']({})
const changed = vi.refusals['visit-changed']({})
const cancelled = vi.refusals['visit-cancelled']({})

describe('a visit that is being confirmed', () => {
  it.each<readonly [Meanwhile, string]>([
    ['the visit is moved', t.changedSince],
    ['the visit gets another place', t.changedSince],
    ['the visit is called off', cancelled],
    ['the leader leaves the team', notLeader],
    ['the leader leads no longer', notLeader],
    ['the visit goes to another team', notLeader],
  ])('is not, where %s meanwhile', async (what, said) => {
    const confirm = { kind: 'visit.confirm', visit, revision: 1 } as const
    expect(textOf(await pressWhile(leader, confirm, meanwhile[what]))).toContain(said)
    expect((await stored()).state).not.toBe('confirmed')
    expect(await audited('visit.confirmed')).toBe(0)
  })
})

describe('a visit that is being reported', () => {
  it.each<readonly [Meanwhile, string]>([
    ['the visit is reported', changed],
    ['the visit is called off', cancelled],
    ['the leader leaves the team', notLeader],
    ['the leader leads no longer', notLeader],
  ])('is not, where %s meanwhile, and the form keeps its words', async (what, message) => {
    committee.setClock('2020-06-22T12:00')
    const opens = { kind: 'visit.report.form', visit } as const
    const reply = await fillWhile(leader, opens, { note: 'Đoàn đã làm việc' }, meanwhile[what])
    expect(reply).toMatchObject({ kind: 'invalid', message })
    expect((await stored()).report).not.toBe('Đoàn đã làm việc')
    expect(await committee.db.outbox.count({ where: { key: { startsWith: 'visit-reported:' } } })).toBe(0)
  })

  it('is, where it is asked to be moved meanwhile, and the request waits no more', async () => {
    committee.setClock('2020-06-22T12:00')
    await fillWhile(coordinator, { kind: 'visit.report.form', visit }, { note: 'Đoàn đã làm việc' }, asked)
    expect(await stored()).toMatchObject({ state: 'done' })
    const [request] = await requests()
    expect(
      textOf(await committee.press(coordinator, { kind: 'move.refuse.form', request: request?.id ?? '' })),
    ).toContain(t.states.overtaken)
  })
})

describe('a wish to move a visit', () => {
  it.each<readonly [Meanwhile, string]>([
    ['the visit is moved', changed],
    ['the visit gets another place', changed],
    ['the visit is called off', cancelled],
    ['the visit is reported', vi.refusals['visit-done']({})],
    ['the leader leaves the team', notLeader],
    ['the leader leads no longer', notLeader],
  ])('is not taken, where %s meanwhile, and the form keeps its words', async (what, message) => {
    const reply = await fillWhile(leader, { kind: 'move.ask.form', visit }, wish, meanwhile[what])
    expect(reply).toMatchObject({ kind: 'invalid', message })
    expect(await requests()).toEqual([])
    expect(await committee.db.outbox.count({ where: { key: { startsWith: 'move:' } } })).toBe(0)
  })

  it('is not taken beside that of another leader of the team', async () => {
    await committee.db.duty.updateMany({ where: { person: { key: teamMember } }, data: { duty: 'leader' } })
    const reply = await fillWhile(teamMember, { kind: 'move.ask.form', visit }, { ...wish, reason: 'Khác' }, asked)
    expect(reply.kind).toBe('invalid')
    expect(await requests()).toMatchObject([{ reason: wish.reason }])
  })
})

describe('a request to move a visit', () => {
  const races: readonly (readonly [Meanwhile, string])[] = [
    ['the asker takes it back', 'withdrawn'],
    ['the visit is moved', 'overtaken'],
    ['the visit is called off', 'overtaken'],
    ['the visit is reported', 'overtaken'],
    ['the visit goes to another team', 'overtaken'],
  ]
  const decided = async () => {
    expect(await audited('move.accept')).toBe(0)
    expect(await audited('move.refuse')).toBe(0)
    expect(await committee.db.outbox.count({ where: { key: { startsWith: 'move-decided:' } } })).toBe(0)
  }

  it.each(races)('is not accepted, where %s meanwhile', async (what, state) => {
    const request = await asked()
    await pressWhile(coordinator, { kind: 'move.accept', request }, meanwhile[what])
    expect(await requests()).toMatchObject([{ state }])
    expect((await stored()).starts).not.toEqual(at('2020-06-23T14:00'))
    await decided()
  })

  it.each(races)('is not declined, where %s meanwhile', async (what, state) => {
    const request = await asked()
    await fillWhile(coordinator, { kind: 'move.refuse.form', request }, { answer: 'Không được' }, meanwhile[what])
    expect(await requests()).toMatchObject([{ state }])
    await decided()
  })

  it('is not accepted to where the team has come to visit the same unit meanwhile', async () => {
    const request = await asked()
    const race = meanwhile['the same visit is planned at that time']
    await pressWhile(coordinator, { kind: 'move.accept', request }, race)
    expect(await requests()).toMatchObject([{ state: 'waiting' }])
    expect(await stored()).toMatchObject({ revision: 1 })
  })

  it.each<readonly [Meanwhile, string]>([
    ['another coordinator accepts', 'accepted'],
    ['another coordinator declines', 'refused'],
  ])('is decided once, where %s meanwhile; nor can it be taken back then', async (what, state) => {
    const request = await asked()
    const ways: readonly (readonly [string, Intent])[] = [
      [coordinator, { kind: 'move.accept', request }],
      [leader, { kind: 'move.withdraw', request }],
    ]
    for (const [who, intent] of ways)
      expect(textOf(await pressWhile(who, intent, once(meanwhile[what])))).toContain(t.decidedAlready)
    expect(await requests()).toMatchObject([{ state }])
  })
})

/** What happens the first time it is called. */
function once(change: () => Promise<unknown>): () => Promise<unknown> {
  let happened = false
  return async () => {
    if (!happened) await change()
    happened = true
  }
}

describe('a duty on a team', () => {
  const put = { kind: 'duty.save.form', team: '1' } as const
  const from = '2020-06-20'
  const to = '2020-07-20'
  const days = async () =>
    (await committee.db.duty.findMany({ where: { person: { key: member } }, orderBy: { fromDay: 'asc' } })).map(
      ({ fromDay, toDay }) => [fromDay, toDay],
    )
  const give = async (values: Record<string, string>) =>
    await committee.fill(otherCoordinator, formOf(await committee.press(otherCoordinator, put)), {
      person: member,
      ...values,
    })
  const idOf = async () => (await committee.db.duty.findFirstOrThrow({ where: { person: { key: member } } })).id
  const end = async (day: string) =>
    await committee.fill(
      coordinator,
      formOf(await committee.press(coordinator, { kind: 'duty.end.form', duty: await idOf() })),
      {
        to: day,
      },
    )
  /** Team 1 as a file has it: its leader and the one whom these tests put there. */
  const byFile = async (first: string, last: string) => {
    const lines = [`1,${leader},leader,,`, `1,${teamMember},member,,`, `1,${member},member,${first},${last}`]
    const file = sheet('teams.csv', 'team,person,duty,from,to', ...lines)
    const options = { actor: 'cli', now: committee.now(), zone, calendar: VIETNAM }
    expect(await importTeams(committee.db, file, options)).toMatchObject({ imported: true })
  }

  it('is not given twice where another coordinator gives it meanwhile', async () => {
    const reply = await fillWhile(coordinator, put, { person: member, from, to }, () =>
      give({ from: '2020-07-01', to: '' }),
    )
    expect(reply.kind).toBe('invalid')
    expect(await days()).toEqual([['2020-07-01', null]])
  })

  it('is not given twice where a file gives it meanwhile', async () => {
    const reply = await fillWhile(coordinator, put, { person: member, from, to }, () => byFile('2020-07-01', ''))
    expect(reply.kind).toBe('invalid')
    expect(await days()).toEqual([['2020-07-01', null]])
  })

  it('is not given after an earlier one that a file has made longer meanwhile', async () => {
    await give({ from, to: '2020-06-30' })
    const reply = await fillWhile(coordinator, put, { person: member, from: '2020-07-01', to: '' }, () =>
      byFile(from, to),
    )
    expect(reply.kind).toBe('invalid')
    expect(await days()).toEqual([[from, to]])
  })

  it('that was dropped is not given again with another last day than it is given meanwhile', async () => {
    await give({ from, to })
    await end('2020-06-16')
    committee.setClock('2020-06-16T10:00')
    const reply = await fillWhile(coordinator, put, { person: member, from, to: '' }, () => give({ from, to }))
    expect(reply.kind).toBe('invalid')
    expect(await days()).toEqual([[from, to]])
  })

  it('does not end later than somebody has ended it meanwhile', async () => {
    await give({ from: '2020-06-16', to })
    const opens = { kind: 'duty.end.form', duty: await idOf() } as const
    const reply = await fillWhile(otherCoordinator, opens, { to: '2020-06-30' }, () => end('2020-06-20'))
    expect(reply).toMatchObject({ fields: { to: vi.teams.later('20/06/2020') } })
    expect(await days()).toEqual([['2020-06-16', '2020-06-20']])
  })

  it.each<readonly [string, () => Promise<unknown>, readonly (readonly [string, string])[]]>([
    ['given', () => give({ from, to }), [[from, to]]],
    ['ended', () => end('2020-06-20'), [['2020-06-01', '2020-06-20']]],
  ])('that is %s while a file is read stops the file, which says so', async (what, change, left) => {
    if (what === 'ended') await give({ from: '2020-06-01', to })
    const db = changedMeanwhile(committee, change)
    const file = sheet('teams.csv', 'team,person,duty,from', `1,${leader},leader,`, `1,${member},member,2020-06-01`)
    const options = { actor: 'cli', now: committee.now(), zone, calendar: VIETNAM }
    await expect(importTeams(db, file, options)).rejects.toThrow('run it again')
    expect(await days()).toEqual(left)
  })
})
