import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../src/contract/inbound.ts'
import { Intent } from '../src/contract/intent.ts'
import { Prisma } from '../src/database/generated/sqlite/client.ts'
import { vi } from '../src/texts/vi.ts'
import {
  answerRound,
  button,
  type Committee,
  coordinator,
  formOf,
  member,
  openCommittee,
  openRoundOn,
  otherMember,
  textOf,
} from './support/committee.ts'
import { everybody, type Role, roles, mayAsk as table } from './support/permissions.ts'
import { planVisit } from './support/visits.ts'

type Kind = Intent['kind']

/** Seats of the sample, each with one role and no other. */
const seats = {
  member,
  coordinator,
  drafter: 'sample-st-bca',
  team: 'sample-td1',
  chair: 'sample-ct',
  operator: 'sample-qt',
} as const satisfies Record<Role, string>

/** Linked people who hold no role today: never had one, held them until yesterday, get them tomorrow. */
const without = ['nobody', 'lapsed', 'coming'] as const

/** What is refused with other words than that it is another role's: whose team it is decides, and not a role. */
const leadersOnly: readonly Kind[] = [
  'visit.confirm',
  'visit.report',
  'visit.reported',
  'visit.edit',
  'move.ask',
  'move.asked',
]

/** Every kind of intent there is, read from the schema itself. */
const kinds = Intent.options.map((option) => option.shape.kind.value)

let house: Committee
let round = ''
let proposal = ''
let comment = ''
let person = ''
/** Visits of the leader's own team: one that comes, one that has begun. */
let visit = ''
let begun = ''
let unit = ''
let request = ''
let duty = ''
const preview = randomUUID()
/** An id that is nothing's. */
const nothing = randomUUID()

/** One intent of each kind that would do something if it were let through: ids of this house, revisions that fit. */
const samples: { readonly [K in Kind]: () => Extract<Intent, { kind: K }> } = {
  help: () => ({ kind: 'help' }),
  home: () => ({ kind: 'home' }),
  language: () => ({ kind: 'language', locale: 'vi' }),
  plan: () => ({ kind: 'plan' }),
  item: () => ({ kind: 'item', item: 'ND-DLCN' }),
  status: () => ({ kind: 'status' }),
  board: () => ({ kind: 'board', round }),
  'opinion.card': () => ({ kind: 'opinion.card', round }),
  'opinion.mine': () => ({ kind: 'opinion.mine' }),
  'opinion.history': () => ({ kind: 'opinion.history', round }),
  'opinion.read': () => ({ kind: 'opinion.read', round }),
  'opinion.typed': () => ({ kind: 'opinion.typed', item: 'ND-DLCN', position: 'agree' }),
  'opinion.edit': () => ({ kind: 'opinion.edit', round }),
  'opinion.save': () => ({ kind: 'opinion.save', round, revision: 1 }),
  'opinion.submit': () => ({ kind: 'opinion.submit', round, revision: 2 }),
  'opinion.discard': () => ({ kind: 'opinion.discard', round, revision: 2, sure: true }),
  'comment.edit': () => ({ kind: 'comment.edit', round }),
  'comment.save': () => ({ kind: 'comment.save', round }),
  'comment.remove': () => ({ kind: 'comment.remove', round, comment }),
  'opinion.typing': () => ({ kind: 'opinion.typing', round, revision: 1 }),
  'comment.typing': () => ({ kind: 'comment.typing', round }),
  'round.start': () => ({ kind: 'round.start', item: 'ND-DLCN' }),
  'round.propose': () => ({ kind: 'round.propose', item: 'ND-DLCN' }),
  'round.preview': () => ({ kind: 'round.preview', proposal }),
  'round.open': () => ({ kind: 'round.open', proposal, revision: 1 }),
  'round.discard': () => ({ kind: 'round.discard', proposal }),
  'round.change': () => ({ kind: 'round.change', round, change: 'close' }),
  'round.changed': () => ({ kind: 'round.changed', round, change: 'withdraw', revision: 1 }),
  'record.start': () => ({ kind: 'record.start', round }),
  'record.save': () => ({ kind: 'record.save', round }),
  'nudge.snooze': () => ({ kind: 'nudge.snooze', round, days: 1 }),
  'nudge.list': () => ({ kind: 'nudge.list', round }),
  'ladder.edit': () => ({ kind: 'ladder.edit', round }),
  'ladder.save': () => ({ kind: 'ladder.save', round }),
  'remind.preview': () => ({ kind: 'remind.preview', round }),
  'remind.send': () => ({ kind: 'remind.send', id: preview, rounds: [round] }),
  'leave.start': () => ({ kind: 'leave.start' }),
  'leave.save': () => ({ kind: 'leave.save' }),
  'leave.list': () => ({ kind: 'leave.list' }),
  'leave.end': () => ({ kind: 'leave.end', leave: nothing }),
  'delegation.start': () => ({ kind: 'delegation.start' }),
  'delegation.save': () => ({ kind: 'delegation.save' }),
  'delegation.list': () => ({ kind: 'delegation.list' }),
  'delegation.end': () => ({ kind: 'delegation.end', delegation: nothing }),
  'draft.approve': () => ({ kind: 'draft.approve', round, revision: 1 }),
  explain: () => ({ kind: 'explain', day: '2020-06-30' }),
  digest: () => ({ kind: 'digest' }),
  'rehearse.start': () => ({ kind: 'rehearse.start' }),
  'rehearse.show': () => ({ kind: 'rehearse.show', from: '2020-06-16', to: '2020-06-30' }),
  schedule: () => ({ kind: 'schedule' }),
  'visit.show': () => ({ kind: 'visit.show', visit }),
  'visit.confirm': () => ({ kind: 'visit.confirm', visit, revision: 1 }),
  'visit.report': () => ({ kind: 'visit.report', visit: begun }),
  'visit.reported': () => ({ kind: 'visit.reported', visit: begun, revision: 1 }),
  'visit.edit': () => ({ kind: 'visit.edit', visit }),
  'visit.check': () => ({ kind: 'visit.check', visit, revision: 1 }),
  'visit.save': () => ({ kind: 'visit.save', visit, revision: 1, team: '1', unit, day: '2020-06-25', time: '08:00' }),
  'visit.cancel': () => ({ kind: 'visit.cancel', visit }),
  'visit.cancelled': () => ({ kind: 'visit.cancelled', visit, revision: 1 }),
  'move.ask': () => ({ kind: 'move.ask', visit }),
  'move.asked': () => ({ kind: 'move.asked', visit, revision: 1 }),
  'move.accept': () => ({ kind: 'move.accept', request, sure: true }),
  'move.refuse': () => ({ kind: 'move.refuse', request }),
  'move.refused': () => ({ kind: 'move.refused', request }),
  'move.withdraw': () => ({ kind: 'move.withdraw', request }),
  'team.show': () => ({ kind: 'team.show', team: '1' }),
  'duty.edit': () => ({ kind: 'duty.edit', team: '1' }),
  'duty.save': () => ({ kind: 'duty.save', team: '1' }),
  'duty.end': () => ({ kind: 'duty.end', duty }),
  'duty.ended': () => ({ kind: 'duty.ended', duty }),
  'calendar.file': () => ({ kind: 'calendar.file' }),
  'calendar.links': () => ({ kind: 'calendar.links' }),
  'calendar.make': () => ({ kind: 'calendar.make' }),
  'calendar.revoke': () => ({ kind: 'calendar.revoke', link: nothing }),
  overview: () => ({ kind: 'overview' }),
  'access.start': () => ({ kind: 'access.start' }),
  'access.make': () => ({ kind: 'access.make' }),
}

/** A form's answers that would go through for whoever may send it. */
const values = { position: 'agree', body: 'Đồng ý.', provision: 'Điều 1', remark: 'Rõ.', reason: 'Thử', source: 'Thử' }

/** What some forms want beside these. */
const more: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  'visit.reported': { note: 'Xong.' },
  'move.asked': { day: '2020-06-24', time: '08:00' },
  'duty.save': { person: otherMember, duty: 'member', from: '2020-06-20' },
  'duty.ended': { to: '2020-06-30' },
}

const asPressed = (kind: Kind): Input => ({ kind: 'pressed', intent: samples[kind]() })
const asFilled = (kind: Kind): Input => ({
  kind: 'filled',
  intent: samples[kind](),
  values: { ...values, person, ...more[kind] },
})

const notAllowed = vi.refusals['not-allowed']({})
function refusedWith(kind: Kind, who: string): string {
  // Whoever does not see the visit is not told that somebody wants it moved.
  if (kind === 'move.withdraw' && who !== seats.coordinator && who !== seats.chair)
    return vi.refusals['no-such-request']({})
  return vi.refusals[leadersOnly.includes(kind) ? 'not-leader' : 'not-allowed']({})
}
const notLinked = (user: string) => vi.refusals['not-linked']({ account: `web local/${user}` })

beforeAll(async () => {
  house = await openCommittee()
  const { db } = house
  for (const key of without) {
    const id = randomUUID()
    await db.person.create({ data: { id, key, name: key, createdAt: house.now() } })
    await db.account.create({ data: { id, personId: id, platform: 'web', tenant: 'local', user: key } })
    const held = {
      lapsed: { fromDay: '2020-01-01', toDay: '2020-06-15' },
      coming: { fromDay: '2020-06-17' },
      nobody: undefined,
    }[key]
    if (held === undefined) continue
    await db.role.createMany({ data: roles.map((role) => ({ id: randomUUID(), personId: id, role, ...held })) })
  }
  round = await openRoundOn(house, 'ND-DLCN')
  await answerRound(house, otherMember, round, { position: 'disagree', body: 'Ý kiến riêng của Bộ Tài chính.' })
  const edit = formOf(await house.press(member, { kind: 'opinion.edit', round }))
  const card = await house.fill(member, edit, { position: 'agree', body: 'Đồng ý.' })
  const add = formOf(await house.press(member, button(card, vi.buttons.addComment)))
  await house.fill(member, add, { provision: 'Điều 5', remark: 'Chưa rõ.' })
  comment = (await db.draftComment.findFirstOrThrow()).id
  person = (await db.person.findUniqueOrThrow({ where: { key: otherMember } })).id
  visit = await planVisit(house, '1', 'Bộ Y tế', '2020-06-22T08:00')
  begun = await planVisit(house, '1', 'Bộ Nội vụ', '2020-06-15T08:00')
  unit = (await db.unit.findUniqueOrThrow({ where: { name: 'Bộ Y tế' } })).id
  const move = formOf(await house.press(seats.team, { kind: 'move.ask', visit }))
  await house.fill(seats.team, move, { day: '2020-06-23', reason: 'Đơn vị bận' })
  request = (await db.moveRequest.findFirstOrThrow()).id
  duty = (await db.duty.findFirstOrThrow({ where: { person: { key: 'sample-tvd1' } } })).id
  const form = formOf(await house.type(coordinator, 'lấy ý kiến CL-CPDT'))
  await house.fill(coordinator, form, {})
  proposal = (await db.roundProposal.findFirstOrThrow()).id
})
afterAll(() => house.drop())

/** Every row of every table but what merely says that somebody was heard from. */
async function everything(): Promise<readonly string[]> {
  const tables = Object.values(Prisma.ModelName).filter((name) => name !== 'Received' && name !== 'Account')
  const rows = await Promise.all(
    tables.map(async (name) => [name, await house.db.$queryRawUnsafe<object[]>(`SELECT * FROM "${name}"`)] as const),
  )
  const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  return rows.flatMap(([name, found]) => found.map((row) => `${name} ${JSON.stringify(row, text)}`)).sort()
}

const answered = async (who: string, input: Input) => (await house.act(who, input)).reply
/** What a refusal says: to a press as a message, to a form as the reason for which it stays open. */
const pressedText = async (who: string, kind: Kind) => textOf(await answered(who, asPressed(kind)))
const filledReply = async (who: string, kind: Kind) => await answered(who, asFilled(kind))
const holders = (kind: Kind): readonly Role[] => {
  const said = table[kind]
  return said === everybody ? roles : said
}
const mayNot = (kind: Kind) => roles.filter((role) => !holders(kind).includes(role))

it('the table speaks of every kind of intent, and the seats hold one role each', async () => {
  expect(Object.keys(table).sort()).toEqual([...kinds].sort())
  expect(Object.keys(samples).sort()).toEqual([...kinds].sort())
  for (const kind of kinds) expect(Intent.parse(samples[kind]()).kind).toBe(kind)
  for (const [role, key] of Object.entries(seats)) {
    const held = await house.db.role.findMany({ where: { person: { key } }, select: { role: true } })
    expect(held).toEqual([{ role }])
  }
})

describe.each(kinds)('%s', (kind) => {
  it('is refused to those who may not, in the words for it, and nothing is written', async () => {
    const before = await everything()
    const refused = [...mayNot(kind).map((role) => seats[role]), ...(table[kind] === everybody ? [] : without)]
    for (const who of refused) {
      const message = refusedWith(kind, who)
      expect(await pressedText(who, kind), who).toBe(message)
      expect(await filledReply(who, kind), who).toEqual({ kind: 'invalid', message, fields: {} })
    }
    expect(await everything()).toEqual(before)
  })

  it('is refused to an account that belongs to nobody, with what to do about it, and nothing is written', async () => {
    const before = await everything()
    // The first time the account is new, then it is known and still not linked.
    for (const who of [`stranger-${kind}`, `stranger-${kind}`]) {
      expect(await pressedText(who, kind)).toBe(notLinked(who))
      expect(await filledReply(who, kind)).toEqual({ kind: 'invalid', message: notLinked(who), fields: {} })
    }
    expect(await everything()).toEqual(before)
  })
})

describe('what is allowed', () => {
  it.each(kinds)('%s is never answered as if it were not', async (kind) => {
    const allowed = [...holders(kind).map((role) => seats[role]), ...(table[kind] === everybody ? without : [])]
    for (const who of allowed) {
      for (const input of [asPressed(kind), asFilled(kind)]) {
        const text = textOf(await answered(who, input))
        expect(text, who).not.toContain(notAllowed)
        expect(text, who).not.toContain(refusedWith(kind, who))
        expect(text, who).not.toContain(notLinked(who))
      }
    }
    expect(house.errors()).toEqual([])
  })
})

describe('a role is held from a day to a day of the committee', () => {
  it.each([
    ['2020-06-15T23:59', false],
    ['2020-06-16T00:00', true],
    ['2020-06-16T23:59', true],
    ['2020-06-17T00:00', false],
  ])('held on 16/06 alone, at %s: %s', async (clock, counts) => {
    const one = await openCommittee()
    try {
      const { id } = await one.db.person.findUniqueOrThrow({ where: { key: 'sample-td1' } })
      const day = '2020-06-16'
      await one.db.role.create({
        data: { id: randomUUID(), personId: id, role: 'coordinator', fromDay: day, toDay: day },
      })
      one.setClock(clock)
      const text = textOf(await one.press('sample-td1', { kind: 'access.start' }))
      expect(text === notAllowed).toBe(!counts)
    } finally {
      await one.drop()
    }
  })
})

describe("another's opinion", () => {
  const words = 'Ý kiến riêng của Bộ Tài chính.'
  const deeds = ['opinion.read', 'opinion.history'] as const

  it('is read by coordinators, by the drafting agency once the round is closed, and by nobody else', async () => {
    const one = await openCommittee()
    try {
      const opened = await openRoundOn(one, 'ND-DLCN')
      await answerRound(one, otherMember, opened, { position: 'disagree', body: words })
      const { id } = await one.db.person.findUniqueOrThrow({ where: { key: otherMember } })
      const mayRead = async (who: string) => {
        const texts = await Promise.all(
          deeds.map(async (kind) => textOf(await one.press(who, { kind, round: opened, person: id }))),
        )
        for (const text of texts) if (text === notAllowed) expect(texts).toEqual([notAllowed, notAllowed])
        return texts[0]?.includes(words)
      }
      const all = [...Object.values(seats), 'sample-st-btttt', otherMember]
      const readers = async () => {
        const found: string[] = []
        for (const who of all) if (await mayRead(who)) found.push(who)
        return found
      }
      expect(await readers()).toEqual([coordinator, otherMember])
      one.setClock('2020-07-15T09:00')
      await one.settle()
      const form = formOf(await one.press(coordinator, { kind: 'round.change', round: opened, change: 'close' }))
      await one.fill(coordinator, form, { reason: 'Hết thời hạn' })
      expect(await readers()).toEqual([coordinator, seats.drafter, otherMember])
    } finally {
      await one.drop()
    }
  })
})
