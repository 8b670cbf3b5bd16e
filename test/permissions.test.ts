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
import { storeDraftOn } from './support/drafts.ts'
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
  'visit.report.form',
  'visit.report',
  'visit.check.form',
  'move.ask.form',
  'move.ask',
]

/** Every kind of intent there is, read from the schema itself. */
const kinds = Intent.options.map((option) => option.shape.kind.value)

let committee: Committee
let round = ''
let proposal = ''
let comment = ''
let document = ''
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
const remark = 'f'.repeat(32)

/** One intent of each kind that would do something if it were let through: ids of this committee, revisions that fit. */
const samples: { readonly [K in Kind]: () => Extract<Intent, { kind: K }> } = {
  'help.show': () => ({ kind: 'help.show' }),
  'home.show': () => ({ kind: 'home.show' }),
  'language.set': () => ({ kind: 'language.set', locale: 'vi' }),
  'plan.show': () => ({ kind: 'plan.show' }),
  'item.show': () => ({ kind: 'item.show', item: 'ND-DLCN' }),
  'status.show': () => ({ kind: 'status.show' }),
  'board.show': () => ({ kind: 'board.show', round }),
  'opinion.show': () => ({ kind: 'opinion.show', round }),
  'opinion.list': () => ({ kind: 'opinion.list' }),
  'version.list': () => ({ kind: 'version.list', round }),
  'version.read': () => ({ kind: 'version.read', round }),
  'opinion.type': () => ({ kind: 'opinion.type', item: 'ND-DLCN', position: 'agree' }),
  'opinion.save.form': () => ({ kind: 'opinion.save.form', round }),
  'opinion.save': () => ({ kind: 'opinion.save', round, revision: 1 }),
  'opinion.submit': () => ({ kind: 'opinion.submit', round, revision: 2 }),
  'opinion.discard': () => ({ kind: 'opinion.discard', round, revision: 2, sure: true }),
  'comment.save.form': () => ({ kind: 'comment.save.form', round }),
  'comment.save': () => ({ kind: 'comment.save', round }),
  'comment.remove': () => ({ kind: 'comment.remove', round, comment }),
  'opinion.keep': () => ({ kind: 'opinion.keep', round, revision: 1 }),
  'comment.keep': () => ({ kind: 'comment.keep', round }),
  'round.propose.form': () => ({ kind: 'round.propose.form', item: 'ND-DLCN' }),
  'round.propose': () => ({ kind: 'round.propose', item: 'ND-DLCN' }),
  'round.preview': () => ({ kind: 'round.preview', proposal }),
  'round.open': () => ({ kind: 'round.open', proposal, revision: 1 }),
  'round.discard': () => ({ kind: 'round.discard', proposal }),
  'round.change.form': () => ({ kind: 'round.change.form', round, change: 'close' }),
  'round.change': () => ({ kind: 'round.change', round, change: 'withdraw', revision: 1 }),
  'draft.check.form': () => ({ kind: 'draft.check.form', file: nothing }),
  'draft.check': () => ({ kind: 'draft.check', file: nothing, item: 'ND-DLCN' }),
  'draft.keep': () => ({ kind: 'draft.keep', file: nothing, item: 'ND-DLCN', version: 1 }),
  'file.discard': () => ({ kind: 'file.discard', file: nothing }),
  'draft.find': () => ({ kind: 'draft.find', item: 'ND-DLCN', words: 'Điều 1' }),
  'draft.show': () => ({ kind: 'draft.show', document }),
  'draft.get': () => ({ kind: 'draft.get', document }),
  'provision.show': () => ({ kind: 'provision.show', document, provision: 'd1' }),
  'attachment.save.form': () => ({ kind: 'attachment.save.form', round, file: nothing }),
  'attachment.save': () => ({ kind: 'attachment.save', round, file: nothing }),
  'attachment.get': () => ({ kind: 'attachment.get', round, sha256: 'f'.repeat(64) }),
  'attachment.remove': () => ({ kind: 'attachment.remove', round, attachment: nothing }),
  'record.save.form': () => ({ kind: 'record.save.form', round }),
  'record.save': () => ({ kind: 'record.save', round }),
  'record.export.form': () => ({ kind: 'record.export.form', round }),
  'record.export': () => ({ kind: 'record.export', round, what: 'ballots' }),
  'remark.list': () => ({ kind: 'remark.list', round }),
  'remark.group.form': () => ({ kind: 'remark.group.form', round }),
  'remark.group': () => ({ kind: 'remark.group', round, provision: 'general' }),
  'remark.split': () => ({ kind: 'remark.split', group: nothing }),
  'answer.list': () => ({ kind: 'answer.list', round }),
  'answer.show': () => ({ kind: 'answer.show', round, remark }),
  'answer.save.form': () => ({ kind: 'answer.save.form', round, remark }),
  'answer.save': () => ({ kind: 'answer.save', round, remark, revision: 0, outcome: 'accept' }),
  'remark.part.form': () => ({ kind: 'remark.part.form', round, remark }),
  'remark.part': () => ({ kind: 'remark.part', round, remark }),
  'remark.join': () => ({ kind: 'remark.join', round, remark }),
  'remark.answer.form': () => ({ kind: 'remark.answer.form', round }),
  'remark.answer': () => ({ kind: 'remark.answer', round, remarks: [remark] }),
  'answer.undo': () => ({ kind: 'answer.undo', round, bulk: nothing }),
  'answer.check': () => ({ kind: 'answer.check', round }),
  'answer.settle': () => ({ kind: 'answer.settle', round, drafts: 'f'.repeat(64) }),
  'answer.return.form': () => ({ kind: 'answer.return.form', round, remark }),
  'answer.return': () => ({ kind: 'answer.return', round, remark, revision: 1 }),
  'answer.object.form': () => ({ kind: 'answer.object.form', round, remark }),
  'answer.object': () => ({ kind: 'answer.object', round, remark, revision: 1 }),
  'answer.due.form': () => ({ kind: 'answer.due.form', round }),
  'answer.due': () => ({ kind: 'answer.due', round }),
  'answer.publish.form': () => ({ kind: 'answer.publish.form', round }),
  'answer.publish': () => ({ kind: 'answer.publish', round, answers: 'f'.repeat(64) }),
  'nudge.snooze.form': () => ({ kind: 'nudge.snooze.form', days: 1 }),
  'nudge.snooze': () => ({ kind: 'nudge.snooze', round, days: 1 }),
  'nudge.list': () => ({ kind: 'nudge.list', round }),
  'ladder.save.form': () => ({ kind: 'ladder.save.form', round }),
  'ladder.save': () => ({ kind: 'ladder.save', round }),
  'reminder.preview': () => ({ kind: 'reminder.preview', round }),
  'reminder.send': () => ({ kind: 'reminder.send', id: preview, rounds: [round] }),
  'leave.save.form': () => ({ kind: 'leave.save.form' }),
  'leave.save': () => ({ kind: 'leave.save' }),
  'leave.list': () => ({ kind: 'leave.list' }),
  'leave.end': () => ({ kind: 'leave.end', leave: nothing }),
  'delegation.save.form': () => ({ kind: 'delegation.save.form' }),
  'delegation.save': () => ({ kind: 'delegation.save' }),
  'delegation.list': () => ({ kind: 'delegation.list' }),
  'delegation.end': () => ({ kind: 'delegation.end', delegation: nothing }),
  'draft.approve': () => ({ kind: 'draft.approve', round, revision: 1 }),
  'date.explain': () => ({ kind: 'date.explain', day: '2020-06-30' }),
  'digest.show': () => ({ kind: 'digest.show' }),
  'rehearsal.show.form': () => ({ kind: 'rehearsal.show.form' }),
  'rehearsal.show': () => ({ kind: 'rehearsal.show', from: '2020-06-16', to: '2020-06-30' }),
  'schedule.show': () => ({ kind: 'schedule.show' }),
  'visit.show': () => ({ kind: 'visit.show', visit }),
  'visit.confirm': () => ({ kind: 'visit.confirm', visit, revision: 1 }),
  'visit.report.form': () => ({ kind: 'visit.report.form', visit: begun }),
  'visit.report': () => ({ kind: 'visit.report', visit: begun, revision: 1 }),
  'visit.check.form': () => ({ kind: 'visit.check.form', visit }),
  'visit.check': () => ({ kind: 'visit.check', visit, revision: 1 }),
  'visit.save': () => ({ kind: 'visit.save', visit, revision: 1, team: '1', unit, day: '2020-06-25', time: '08:00' }),
  'visit.cancel.form': () => ({ kind: 'visit.cancel.form', visit }),
  'visit.cancel': () => ({ kind: 'visit.cancel', visit, revision: 1 }),
  'move.ask.form': () => ({ kind: 'move.ask.form', visit }),
  'move.ask': () => ({ kind: 'move.ask', visit, revision: 1 }),
  'move.accept': () => ({ kind: 'move.accept', request, sure: true }),
  'move.refuse.form': () => ({ kind: 'move.refuse.form', request }),
  'move.refuse': () => ({ kind: 'move.refuse', request }),
  'move.withdraw': () => ({ kind: 'move.withdraw', request }),
  'team.show': () => ({ kind: 'team.show', team: '1' }),
  'duty.save.form': () => ({ kind: 'duty.save.form', team: '1' }),
  'duty.save': () => ({ kind: 'duty.save', team: '1' }),
  'duty.end.form': () => ({ kind: 'duty.end.form', duty }),
  'duty.end': () => ({ kind: 'duty.end', duty }),
  'calendar.export': () => ({ kind: 'calendar.export' }),
  'calendar.list': () => ({ kind: 'calendar.list' }),
  'calendar.make': () => ({ kind: 'calendar.make' }),
  'calendar.revoke': () => ({ kind: 'calendar.revoke', link: nothing }),
  'overview.show': () => ({ kind: 'overview.show' }),
  'access.make.form': () => ({ kind: 'access.make.form' }),
  'access.make': () => ({ kind: 'access.make' }),
  'page.open': () => ({ kind: 'page.open', place: { page: 'today' } }),
}

/** A form's answers that would go through for whoever may send it. */
const values = { position: 'agree', body: 'Đồng ý.', provision: 'Điều 1', remark: 'Rõ.', reason: 'Thử', source: 'Thử' }

/** What some forms want beside these. */
const more: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  'visit.report': { note: 'Xong.' },
  'move.ask': { day: '2020-06-24', time: '08:00' },
  'duty.save': { person: otherMember, duty: 'member', from: '2020-06-20' },
  'duty.end': { to: '2020-06-30' },
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
  committee = await openCommittee()
  const { db } = committee
  for (const key of without) {
    const id = randomUUID()
    await db.person.create({ data: { id, key, name: key, createdAt: committee.now() } })
    await db.account.create({ data: { id, personId: id, platform: 'web', tenant: 'local', user: key } })
    const held = {
      lapsed: { fromDay: '2020-01-01', toDay: '2020-06-15' },
      coming: { fromDay: '2020-06-17' },
      nobody: undefined,
    }[key]
    if (held === undefined) continue
    await db.role.createMany({ data: roles.map((role) => ({ id: randomUUID(), personId: id, role, ...held })) })
  }
  round = await openRoundOn(committee, 'ND-DLCN')
  await answerRound(committee, otherMember, round, { position: 'disagree', body: 'Ý kiến riêng của Bộ Tài chính.' })
  const edit = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
  const card = await committee.fill(member, edit, { position: 'agree', body: 'Đồng ý.' })
  const add = formOf(await committee.press(member, button(card, vi.buttons.addComment)))
  await committee.fill(member, add, { provision: 'Điều 5', remark: 'Chưa rõ.' })
  comment = (await db.draftComment.findFirstOrThrow()).id
  person = (await db.person.findUniqueOrThrow({ where: { key: otherMember } })).id
  document = await storeDraftOn(committee, 'ND-DLCN')
  visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
  begun = await planVisit(committee, '1', 'Bộ Nội vụ', '2020-06-15T08:00')
  unit = (await db.unit.findUniqueOrThrow({ where: { name: 'Bộ Y tế' } })).id
  const move = formOf(await committee.press(seats.team, { kind: 'move.ask.form', visit }))
  await committee.fill(seats.team, move, { day: '2020-06-23', reason: 'Đơn vị bận' })
  request = (await db.moveRequest.findFirstOrThrow()).id
  duty = (await db.duty.findFirstOrThrow({ where: { person: { key: 'sample-tvd1' } } })).id
  const form = formOf(await committee.type(coordinator, 'lấy ý kiến CL-CPDT'))
  await committee.fill(coordinator, form, {})
  proposal = (await db.roundProposal.findFirstOrThrow()).id
})
afterAll(() => committee.drop())

/** Every row of every table but what merely says that somebody was heard from. */
async function everything(): Promise<readonly string[]> {
  const tables = Object.values(Prisma.ModelName).filter((name) => name !== 'Received' && name !== 'Account')
  const rows = await Promise.all(
    tables.map(
      async (name) => [name, await committee.db.$queryRawUnsafe<object[]>(`SELECT * FROM "${name}"`)] as const,
    ),
  )
  const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  return rows.flatMap(([name, found]) => found.map((row) => `${name} ${JSON.stringify(row, text)}`)).sort()
}

const answered = async (who: string, input: Input) => (await committee.act(who, input)).reply
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
    const held = await committee.db.role.findMany({ where: { person: { key } }, select: { role: true } })
    expect(held).toEqual([{ role }])
  }
})

describe.each(kinds)('%s', (kind) => {
  it('is refused to those who may not, in the words for it, and nothing is written', async () => {
    const before = await everything()
    const refused = [...mayNot(kind).map((role) => seats[role]), ...(table[kind] === everybody ? [] : without)]
    for (const who of refused) {
      const message = refusedWith(kind, who)
      expect(await pressedText(who, kind), who).toContain(message)
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
    expect(committee.errors()).toEqual([])
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
      const text = textOf(await one.press('sample-td1', { kind: 'access.make.form' }))
      expect(text === notAllowed).toBe(!counts)
    } finally {
      await one.drop()
    }
  })
})

describe("another's opinion", () => {
  const words = 'Ý kiến riêng của Bộ Tài chính.'
  const deeds = ['version.read', 'version.list'] as const

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
      const form = formOf(await one.press(coordinator, { kind: 'round.change.form', round: opened, change: 'close' }))
      await one.fill(coordinator, form, { reason: 'Hết thời hạn' })
      expect(await readers()).toEqual([coordinator, seats.drafter, otherMember])
    } finally {
      await one.drop()
    }
  })
})
