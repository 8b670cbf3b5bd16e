import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  formOf,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { actWhile, racing } from '../support/meanwhile.ts'
import { raceChanges } from '../support/race-changes.ts'

// Races about opinions and their drafts. See races.test.ts.

const committee = committeeEachTest()

const delegate = 'sample-td1'
const person = (key: string) => committee.db.person.findUniqueOrThrow({ where: { key } })
const { pressWhile, fillWhile } = racing(() => committee)
const { changeRound, endRole } = raceChanges(() => committee)

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
