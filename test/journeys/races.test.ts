import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { signIn } from '../../src/people/accounts/access-link.ts'
import { hashOfToken } from '../../src/people/accounts/link-token.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, initial, member, openRoundOn, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { actWhile, racing } from '../support/meanwhile.ts'
import { raceChanges } from '../support/race-changes.ts'

// Each story is one race, played the same way every time: somebody's request is decided, then another's change is
// stored, then the request would be stored. A second look must find what stands by then.

const committee = committeeEachTest()

const delegate = 'sample-td1'
const otherCoordinator = 'sample-dp2'
const person = (key: string) => committee.db.person.findUniqueOrThrow({ where: { key } })
const { pressWhile, fillWhile } = racing(() => committee)
const { changeRound, endRole } = raceChanges(() => committee)

describe('a change of a round', () => {
  it('is decided anew where another coordinator changes it meanwhile', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const reply = await fillWhile(
      coordinator,
      { kind: 'round.change.form', round, change: 'extend' },
      { reason: 'chờ văn bản', day: '2020-07-10', time: '17:00' },
      () => changeRound(round, 'withdraw'),
    )
    expect(reply.kind).toBe('invalid')
    expect(await committee.db.round.findMany()).toMatchObject([{ state: 'withdrawn', revision: 2 }])
  })

  it('that everybody was told is closed is refused as such, and nobody is told twice', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    committee.setClock('2020-06-30T16:59')
    const reply = await fillWhile(
      coordinator,
      { kind: 'round.change.form', round, change: 'close' },
      { reason: 'đủ' },
      async () => {
        committee.setClock('2020-06-30T17:00')
        await committee.settle()
      },
    )
    expect(reply.kind).toBe('invalid')
    expect(await committee.db.round.findUniqueOrThrow({ where: { id: round } })).toMatchObject({
      closedAt: new Date('2020-06-30T10:00:00Z'),
      revision: 1,
    })
  })
})

describe('what a member ends', () => {
  const ended = [
    ['leave', { from: '2020-06-18', to: '2020-06-30' }, () => committee.db.absence.findFirstOrThrow(), coordinator],
    [
      'delegation',
      { taker: delegate, to: '2020-06-30', rights: ['draft'] },
      () => committee.db.delegation.findFirstOrThrow(),
      delegate,
    ],
  ] as const
  it.each(ended)('a %s, has ended once, when somebody else ends it meanwhile', async (what, values, find, other) => {
    const form = formOf(await committee.press(member, { kind: `${what}.save.form` }))
    await committee.fill(member, form, values as Record<string, string | string[]>)
    const { id } = await find()
    const end: Intent = what === 'leave' ? { kind: 'leave.end', leave: id } : { kind: 'delegation.end', delegation: id }
    const reply = await pressWhile(member, end, () => committee.press(other, end))
    expect(textOf(reply)).toContain(vi[what].endedAlready)
    const log = await committee.db.audit.findMany({ where: { deed: `${what}.end` } })
    expect(log).toMatchObject([{ actor: other }])
  })
})

describe('a proposal of a round', () => {
  const values = (day: string) => ({ day, time: '17:00' })
  const propose = async (who: string, day: string) =>
    await committee.fill(
      who,
      formOf(await committee.press(who, { kind: 'round.propose.form', item: 'ND-DLCN' })),
      values(day),
    )
  async function proposed() {
    const preview = await propose(coordinator, '2020-06-25')
    const { id } = await committee.db.roundProposal.findFirstOrThrow()
    const edit = { kind: 'round.propose.form', item: 'ND-DLCN', proposal: id } as const
    const change = async (who: string, day: string) =>
      await committee.fill(who, formOf(await committee.press(who, edit)), values(day))
    return { open: button(preview, vi.buttons.open), edit, change }
  }

  it('is not opened on terms that are changed meanwhile, but shown as it is then', async () => {
    const { open, change } = await proposed()
    const reply = await pressWhile(coordinator, open, () => change(coordinator, '2020-06-26'))
    expect(textOf(reply)).toContain('26/06/2020')
    expect(await committee.db.round.count()).toBe(0)
    await committee.press(coordinator, button(reply, vi.buttons.open))
    expect(await committee.db.round.findMany()).toMatchObject([{ dueAt: new Date('2020-06-26T10:00:00Z') }])
  })

  it('that two change at the same moment has a revision of each, so that a preview opens what it shows', async () => {
    const { edit, change } = await proposed()
    const theirs: Reply[] = []
    const mine = await fillWhile(coordinator, edit, values('2020-06-26'), async () => {
      theirs.push(await change(otherCoordinator, '2020-06-24'))
    })
    for (const preview of theirs)
      expect(textOf(await committee.press(otherCoordinator, button(preview, vi.buttons.open)))).toContain('26/06/2020')
    expect(await committee.db.round.count()).toBe(0)
    await committee.press(coordinator, button(mine, vi.buttons.open))
    expect(await committee.db.round.findMany()).toMatchObject([{ dueAt: new Date('2020-06-26T10:00:00Z') }])
  })

  it('takes the place of one’s own for the item, not of another coordinator’s', async () => {
    await propose(otherCoordinator, '2020-06-29')
    await propose(coordinator, '2020-06-25')
    await propose(coordinator, '2020-06-26')
    const by = await committee.db.roundProposal.findMany({ select: { byId: true } })
    const both = [(await person(coordinator)).id, (await person(otherCoordinator)).id]
    expect(by.map(({ byId }) => byId).toSorted()).toEqual(both.toSorted())
  })
})

it('a proposal whose item the plan’s file has dropped meanwhile is answered as unknown', async () => {
  const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
  const reply = await actWhile(
    committee,
    coordinator,
    { kind: 'filled', intent: form.intent, values: initial(form) },
    () => committee.db.workItem.deleteMany({ where: { key: 'ND-DLCN' } }),
  )
  expect(reply).toMatchObject({ kind: 'invalid', message: vi.refusals['no-such-item']({ item: 'ND-DLCN' }) })
  expect(await committee.db.roundProposal.count()).toBe(0)
})

describe('a reminder', () => {
  const previewed = async (words: string) => button(await committee.type(coordinator, words), vi.buttons.remind(1))
  const reminded = () => committee.db.nudge.findMany({ where: { kind: 'reminder' }, include: { person: true } })

  it('is not put off in a round that is withdrawn meanwhile', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const change = () => changeRound(round, 'withdraw')
    const reply = await pressWhile(member, { kind: 'nudge.snooze', round, days: 1 }, change)
    expect(textOf(reply)).toContain('nhầm bản')
    expect(await committee.db.snooze.count()).toBe(0)
  })

  it('is not sent in a round that is withdrawn meanwhile, nor put down as sent', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const send = await previewed(`nhắc ND-DLCN ${member}`)
    const reply = await pressWhile(coordinator, send, () => changeRound(round, 'withdraw'))
    expect(textOf(reply)).toContain('nhầm bản')
    expect(await reminded()).toEqual([])
    expect(await committee.db.audit.count({ where: { deed: 'remind.send' } })).toBe(0)
  })

  it('is not sent as a preview says that is replaced meanwhile', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const send = await previewed(`nhắc ND-DLCN ${member}`)
    const reply = await pressWhile(coordinator, send, () => previewed(`nhắc ND-DLCN ${otherMember}`))
    expect(textOf(reply)).toBe(vi.refusals['preview-replaced']({}))
    expect(await reminded()).toEqual([])
  })

  it('is sent to nobody whom another coordinator reminds meanwhile', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const words = `nhắc ND-DLCN ${member}`
    const send = await previewed(words)
    const theirs = button(await committee.type(otherCoordinator, words), vi.buttons.remind(1))
    const reply = await pressWhile(coordinator, send, () => committee.press(otherCoordinator, theirs))
    expect(textOf(reply)).toContain(vi.remind.nobody)
    expect(await reminded()).toMatchObject([{ byId: (await person(otherCoordinator)).id }])
  })
})

describe('an address', () => {
  it('of a team’s calendar is not made by somebody who has left the team meanwhile', async () => {
    const reply = await pressWhile('sample-tvd3', { kind: 'calendar.make', team: '3' }, () =>
      committee.db.duty.updateMany({ where: { person: { key: 'sample-tvd3' } }, data: { toDay: '2020-06-15' } }),
    )
    expect(textOf(reply)).toBe(vi.refusals['not-allowed']({}))
    expect(await committee.db.calendarLink.count()).toBe(0)
  })

  it('of a calendar makes the one void that is made meanwhile, and is the one that was shown', async () => {
    const make = { kind: 'calendar.make' } as const
    const reply = await pressWhile(member, make, () => committee.press(member, make))
    const [, token = ''] = /\/calendar\/([\w-]+)\.ics/.exec(textOf(reply)) ?? []
    const live = { revokedAt: null, person: { key: member } }
    expect(await committee.db.calendarLink.findMany({ where: live })).toMatchObject([{ tokenHash: hashOfToken(token) }])
  })

  it('by which somebody enters makes the one void that is made for them meanwhile', async () => {
    const start = { kind: 'access.make.form' } as const
    const reply = await fillWhile(coordinator, start, { person: otherMember }, async () =>
      committee.fill(otherCoordinator, formOf(await committee.press(otherCoordinator, start)), { person: otherMember }),
    )
    const [, token = ''] = /\/enter\/([\w-]+)/.exec(textOf(reply)) ?? []
    expect(await signIn(committee.db, token, committee.now())).toMatchObject({ user: otherMember })
    expect(await committee.db.login.count({ where: { revokedAt: null } })).toBe(1)
  })

  it('by which somebody enters is not made by whoever coordinates no longer', async () => {
    await fillWhile(coordinator, { kind: 'access.make.form' }, { person: otherMember }, () =>
      endRole(coordinator, 'coordinator'),
    )
    expect(await committee.db.login.count()).toBe(0)
  })
})
