import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { signIn } from '../../src/people/accounts/access-link.ts'
import { hashOfToken } from '../../src/people/accounts/link-token.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  formOf,
  initial,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { actWhile, racing } from '../support/meanwhile.ts'

// Each story is one race, played the same way every time: somebody's request is decided, then another's change is
// stored, then the request would be stored. A second look must find what stands by then.

const committee = committeeEachTest()

const delegate = 'sample-td1'
const otherCoordinator = 'sample-dp2'
const person = (key: string) => committee.db.person.findUniqueOrThrow({ where: { key } })
const { pressWhile, fillWhile } = racing(() => committee)

const changeRound = async (
  round: string,
  what: 'close' | 'withdraw' | 'extend',
  values: Record<string, string> = {},
) => {
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: what }))
  return await committee.fill(coordinator, form, { reason: 'nhầm bản', ...values })
}

/** The roster's file ends a role with yesterday. */
const endRole = async (key: string, role: string) => {
  const { id } = await person(key)
  const { count } = await committee.db.role.updateMany({ where: { personId: id, role }, data: { toDay: '2020-06-15' } })
  expect(count).toBe(1)
}

/** A draft that lacks nothing but its being sent, and the button that sends it. */
async function readyDraft(who: string, seat: { round: string; for?: string }): Promise<Intent> {
  const form = formOf(await committee.press(who, { kind: 'opinion.save.form', ...seat }))
  return button(await committee.fill(who, form, { position: 'disagree', body: 'Chưa rõ.' }), vi.buttons.send)
}

async function nothingSent() {
  expect(await committee.db.opinion.count()).toBe(0)
  expect(await committee.db.audit.count({ where: { deed: { in: ['opinion.submit', 'opinion.record'] } } })).toBe(0)
  expect(await committee.db.outbox.count({ where: { key: { endsWith: ':v1' } } })).toBe(0)
}

describe('an opinion that is being sent', () => {
  it.each(['withdraw', 'close'] as const)(
    'is not taken in a round that meets with %s before it is stored',
    async (what) => {
      const round = await openRoundOn(committee, 'ND-DLCN')
      const send = await readyDraft(member, { round })
      const said = textOf(await pressWhile(member, send, () => changeRound(round, what)))
      expect(said).toContain(vi.opinion.notSent)
      expect(said).toContain('Chưa rõ.')
      expect(said).not.toContain('ND-DLCN-')
      await nothingSent()
      expect(await committee.db.opinionDraft.count()).toBe(1)
    },
  )

  it('is not taken once everybody was told that the deadline has closed the round', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const send = await readyDraft(member, { round })
    committee.setClock('2020-06-30T16:59')
    const said = textOf(
      await pressWhile(member, send, async () => {
        committee.setClock('2020-06-30T17:00')
        expect(await committee.settle()).toBe(1)
      }),
    )
    expect(said).toContain(vi.opinion.notSent)
    await nothingSent()
  })

  it('is judged by the deadline that was set meanwhile: not late where it was extended', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const send = await readyDraft(member, { round })
    committee.setClock('2020-07-01T09:00')
    await pressWhile(member, send, () => changeRound(round, 'extend', { day: '2020-07-10', time: '17:00' }))
    expect(await committee.db.opinion.findMany()).toMatchObject([{ late: false }])
  })

  it('is not taken from somebody whose seat ended before it is stored', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const send = await readyDraft(member, { round })
    await pressWhile(member, send, () => endRole(member, 'member'))
    await nothingSent()
  })

  it('is not taken from an account that was given to somebody else', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const send = await readyDraft(member, { round })
    const { id } = await person(otherMember)
    await pressWhile(member, send, () =>
      committee.db.account.updateMany({ where: { user: member }, data: { personId: id } }),
    )
    await nothingSent()
  })

  it('is taken as ever where what changed has nothing to do with it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const send = await readyDraft(member, { round })
    await answerRound(committee, otherMember, round, { position: 'agree' })
    await pressWhile(member, send, () => endRole(otherMember, 'member'))
    expect(await committee.db.opinion.count()).toBe(2)
  })
})

describe('an opinion that is being recorded for somebody', () => {
  const values = { person: otherMember, position: 'agree', received: '2020-06-16', source: 'Công văn 12' }

  it('is not taken in a round that is withdrawn before it is stored, and the form keeps its words', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const reply = await fillWhile(coordinator, { kind: 'record.save.form', round }, values, () =>
      changeRound(round, 'withdraw'),
    )
    expect(reply).toMatchObject({ kind: 'invalid', message: expect.stringContaining('nhầm bản') })
    await nothingSent()
  })

  it('is not taken where the member answers in person before it is stored', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const reply = await fillWhile(coordinator, { kind: 'record.save.form', round }, values, () =>
      answerRound(committee, otherMember, round, { position: 'agree' }),
    )
    expect(reply.kind).toBe('invalid')
    expect(await committee.db.opinion.findMany()).toMatchObject([{ recordedById: null, version: 1 }])
  })

  it('is not taken from somebody who coordinates no longer', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const reply = await fillWhile(coordinator, { kind: 'record.save.form', round }, values, () =>
      endRole(coordinator, 'coordinator'),
    )
    expect(reply).toMatchObject({ kind: 'invalid', message: vi.refusals['not-allowed']({}) })
    await nothingSent()
  })
})

describe('a draft that is being saved', () => {
  it('is refused in a round that is withdrawn before it is stored, and the form keeps its words', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const reply = await fillWhile(member, { kind: 'opinion.save.form', round }, { position: 'agree' }, () =>
      changeRound(round, 'withdraw'),
    )
    expect(reply.kind).toBe('invalid')
    expect(await committee.db.opinionDraft.count()).toBe(0)
  })

  describe('in which another screen saves meanwhile', () => {
    const bodies = async () =>
      (await committee.db.opinionDraft.findMany()).map(({ body, revision }) => [body, revision])
    async function begun(body = 'bản đầu') {
      const round = await openRoundOn(committee, 'ND-DLCN')
      const edit = { kind: 'opinion.save.form', round } as const
      const elsewhere = async (text: string) =>
        committee.fill(member, formOf(await committee.press(member, edit)), { position: 'agree', body: text })
      await elsewhere(body)
      return { round, edit, elsewhere: () => elsewhere('viết ở kia') }
    }

    it('is not written over: the form comes back with both texts', async () => {
      const { edit, elsewhere } = await begun()
      const again = formOf(await fillWhile(member, edit, { body: 'viết ở đây' }, elsewhere))
      expect(JSON.stringify(again.intro)).toContain('viết ở kia')
      expect(again.fields.find((field) => field.name === 'body')).toMatchObject({ value: 'viết ở đây' })
      expect(await bodies()).toEqual([['viết ở kia', 2]])
    })

    it('is not written over while somebody types either', async () => {
      const { edit, elsewhere } = await begun()
      const { typing: intent } = formOf(await committee.press(member, edit))
      if (intent === undefined) throw new Error('not saved while typing')
      const input = { kind: 'filled', intent, values: { position: 'agree', body: 'viết' } } as const
      expect(await actWhile(committee, member, input, elsewhere)).toEqual({ kind: 'none' })
      expect(await bodies()).toEqual([['viết ở kia', 2]])
    })

    it('is added to by typed words, as it is then', async () => {
      const { elsewhere } = await begun()
      await actWhile(committee, member, { kind: 'typed', text: 'góp ý ND-DLCN đồng ý: thêm lời' }, elsewhere)
      const [[body = '', revision] = []] = await bodies()
      expect(body).toContain('viết ở kia')
      expect(body).toContain('thêm lời')
      expect(revision).toBe(3)
    })

    it('is not thrown away, and not sent', async () => {
      const { round, elsewhere } = await begun()
      await pressWhile(member, { kind: 'opinion.discard', round, revision: 1, sure: true }, elsewhere)
      expect(await bodies()).toEqual([['viết ở kia', 2]])
      await pressWhile(member, { kind: 'opinion.submit', round, revision: 2 }, elsewhere)
      expect(await bodies()).toEqual([['viết ở kia', 3]])
      await nothingSent()
    })
  })

  it('is not saved while somebody types, where the round is withdrawn meanwhile', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const { typing: intent } = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    if (intent === undefined) throw new Error('not saved while typing')
    const input = { kind: 'filled', intent, values: { position: 'agree', body: 'viết' } } as const
    await actWhile(committee, member, input, () => changeRound(round, 'withdraw'))
    expect(await committee.db.opinionDraft.count()).toBe(0)
  })

  it.each(['góp ý ND-DLCN không đồng ý: Điều 5 chưa rõ', 'góp ý ND-DLCN: Điều 5 chưa rõ'])(
    'from typed words is answered with the words where the round is withdrawn before: %s',
    async (text) => {
      const round = await openRoundOn(committee, 'ND-DLCN')
      const reply = await actWhile(committee, member, { kind: 'typed', text }, () => changeRound(round, 'withdraw'))
      expect(textOf(reply)).toContain('Điều 5 chưa rõ')
      expect(textOf(reply)).toContain(vi.opinion.notSent)
      expect(await committee.db.opinionDraft.count()).toBe(0)
    },
  )
})

describe('what a delegate does', () => {
  async function delegated(rights: readonly string[]) {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'delegation.save.form' }))
    await committee.fill(member, form, { taker: delegate, to: '2020-06-30', rights: [...rights] })
    return { round, for: (await person(member)).id }
  }
  const endDelegation = async () => {
    const { id } = await committee.db.delegation.findFirstOrThrow()
    await committee.press(member, { kind: 'delegation.end', delegation: id })
  }

  it('sends nothing once the delegation has ended, however lately', async () => {
    const send = await readyDraft(delegate, await delegated(['decide']))
    const reply = await pressWhile(delegate, send, endDelegation)
    expect(textOf(reply)).toBe(vi.refusals['not-delegated']({}))
    await nothingSent()
  })

  it('sends nothing for somebody whose own seat has ended', async () => {
    const send = await readyDraft(delegate, await delegated(['decide']))
    await pressWhile(delegate, send, () => endRole(member, 'member'))
    await nothingSent()
  })

  it('changes and discards no draft once the delegation has ended', async () => {
    const seat = await delegated(['draft'])
    const reply = await fillWhile(
      delegate,
      { kind: 'opinion.save.form', ...seat },
      { position: 'agree' },
      endDelegation,
    )
    expect(reply).toMatchObject({ kind: 'invalid', message: vi.refusals['not-delegated']({}) })
    expect(await committee.db.opinionDraft.count()).toBe(0)
    expect(await committee.db.audit.count({ where: { deed: 'draft.save' } })).toBe(0)
  })

  it('discards no draft once the delegation has ended', async () => {
    const seat = await delegated(['draft'])
    const form = formOf(await committee.press(delegate, { kind: 'opinion.save.form', ...seat }))
    await committee.fill(delegate, form, { position: 'agree' })
    const discard = { kind: 'opinion.discard', ...seat, revision: 1, sure: true } as const
    await pressWhile(delegate, discard, endDelegation)
    expect(await committee.db.opinionDraft.count()).toBe(1)
  })
})

describe('a draft of a delegate that is being approved', () => {
  async function prepared() {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const start = formOf(await committee.press(member, { kind: 'delegation.save.form' }))
    await committee.fill(member, start, { taker: delegate, to: '2020-06-30', rights: ['draft'] })
    const seat = { round, for: (await person(member)).id }
    const write = async (body: string) =>
      committee.fill(delegate, formOf(await committee.press(delegate, { kind: 'opinion.save.form', ...seat })), {
        position: 'disagree',
        body,
      })
    await write('Bản đầu')
    return { round, write, approve: { kind: 'draft.approve', round, revision: 1 } as const }
  }
  const approved = () => committee.db.audit.count({ where: { deed: 'draft.approve' } })

  it('is not, where the delegate changes it meanwhile, and is shown as it is then', async () => {
    const { write, approve } = await prepared()
    const said = textOf(await pressWhile(member, approve, () => write('Bản sau')))
    expect(said).toContain(vi.opinion.draftChanged)
    expect(said).toContain('Bản sau')
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([
      { byId: (await person(delegate)).id, revision: 2 },
    ])
    expect(await approved()).toBe(0)
  })

  it('is not, where the round is withdrawn meanwhile', async () => {
    const { round, approve } = await prepared()
    expect(textOf(await pressWhile(member, approve, () => changeRound(round, 'withdraw')))).toContain('nhầm bản')
    expect(await approved()).toBe(0)
  })
})

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
