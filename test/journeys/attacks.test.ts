import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { plain } from '../../src/contract/plain.ts'
import { createHistory } from '../../src/conversation/read-history.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  type Committee,
  coordinator,
  formOf,
  initial,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const sentTo = (calls: Awaited<ReturnType<Committee['deliver']>>, who: string) =>
  calls.filter((call) => call.what === 'send' && call.to.user === who).map((call) => call.message)

const change = async (round: string, what: 'close' | 'reopen' | 'extend', values: Record<string, string> = {}) => {
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: what }))
  return await committee.fill(coordinator, form, { reason: 'lý do', ...values })
}

describe('characters that no database keeps', () => {
  it('are left out of words, and the rest is stored', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const values = { ...initial(form), position: 'disagree', body: 'trước\u0000sau \ud800hết' }
    await committee.act(member, { kind: 'filled', intent: form.intent, values }, { id: 'x\u0000y', name: 'A\u0000B' })
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'trướcsau \ufffdhết' }])
    expect(textOf(await committee.type(member, 'tình\u0000 hình'))).toContain(vi.board.progress(0, 19))
    const item = await committee.press(member, { kind: 'item.show', item: 'a\u0000b' })
    expect(textOf(item)).toContain(vi.refusals['no-such-item']({ item: 'ab' }))
    const stranger = await committee.act('lạ\u0000', { kind: 'typed', text: 'help' })
    expect(textOf(stranger.reply)).toContain('web local/lạ\ufffd')
  })

  it('never turn one id into another', async () => {
    const odd = `${member.slice(0, -1)}\u0000${member.slice(-1)}`
    expect(textOf(await committee.type(odd, 'đợt của tôi'))).toContain('web local/')
    const first = await committee.act(member, { kind: 'typed', text: 'trợ giúp' }, { id: 'xy' })
    const second = await committee.act(member, { kind: 'typed', text: 'kế hoạch' }, { id: 'x\u0000y' })
    expect([first.repeated, second.repeated]).toEqual([false, false])
  })

  it('and characters that nobody sees are no words', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const card = await committee.fill(member, form, { position: 'disagree', body: '\u200b\u202e\u2060' })
    expect(textOf(card)).toContain(vi.errors.needsWords)
    expect(() => button(card, vi.buttons.send)).toThrow()
  })
})

describe('rounds that follow each other', () => {
  it('are not reopened beside a live one of the same item', async () => {
    const first = await openRoundOn(committee, 'ND-DLCN')
    await change(first, 'close')
    const second = await openRoundOn(committee, 'ND-DLCN')
    expect(await change(first, 'reopen', { day: '2020-06-29', time: '17:00' })).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('đang có một đợt'),
    })
    expect(await committee.db.round.findUniqueOrThrow({ where: { id: second } })).toMatchObject({ state: 'open' })
  })

  it('are meant by the item’s name where they take answers, also when a later one has ended', async () => {
    const first = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    await change(first, 'close')
    const second = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse', day: '2020-06-18' })
    committee.setClock('2020-06-19T09:00')
    // The second one has ended, and no job has said so yet.
    await change(first, 'reopen', { day: '2020-06-29', time: '17:00' })
    expect(await committee.db.round.findUniqueOrThrow({ where: { id: second } })).toMatchObject({ state: 'closed' })
    await committee.type(member, 'góp ý ND-DLCN đồng ý')
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ roundId: first }])
  })

  it('tell of the last change alone where several were made before anything could be sent', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    await change(round, 'extend', { day: '2020-07-01', time: '17:00' })
    await change(round, 'extend', { day: '2020-07-02', time: '17:00' })
    const told = sentTo(await committee.deliver(), member)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('02/07/2020')
  })

  it('tell nobody of a deadline that was moved before it could be told', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    committee.setClock('2020-07-01T09:00')
    await committee.settle()
    await change(round, 'extend', { day: '2020-07-10', time: '17:00' })
    expect(sentTo(await committee.deliver(), coordinator)).toEqual([])
  })
})

describe('a form that stays open', () => {
  it('is judged anew when the same delivery comes again after things have changed', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const values = { ...initial(form), position: 'disagree', body: 'giữ lại' }
    const input = { kind: 'filled', intent: form.intent, values } as const
    committee.setClock('2020-06-30T17:01')
    expect((await committee.act(member, input, { id: 'same' })).reply.kind).toBe('invalid')
    await change(round, 'reopen', { day: '2020-07-10', time: '17:00' })
    expect(textOf((await committee.act(member, input, { id: 'same' })).reply)).toContain('giữ lại')
  })

  it('refuses days that are none, and values of another shape', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
    const values = { person: otherMember, position: 'agree', source: 's' }
    for (const received of ['0', '2020-02-30', '16/06/2020']) {
      expect(await committee.fill(coordinator, form, { ...values, received })).toMatchObject({
        fields: { received: vi.errors.badDay },
      })
    }
    const odd: Record<string, string | string[]> = JSON.parse('{"__proto__":"a","constructor":["x"],"toString":"1"}')
    const edit = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const { reply } = await committee.act(member, { kind: 'filled', intent: edit.intent, values: odd })
    expect(reply).toMatchObject({ kind: 'invalid', fields: { position: vi.errors.required } })
    const huge = await committee.press(member, { kind: 'version.read', round, version: 99_999_999_999 })
    expect(textOf(huge)).toContain(vi.errors.badRequest)
  })

  it('belongs to its item: a proposal of another one is not taken', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const open = button(await committee.fill(coordinator, form, {}), vi.buttons.open)
    if (open.kind !== 'round.open') throw new Error('no proposal')
    const other = { ...form, intent: { kind: 'round.propose', item: 'CL-CPDT', proposal: open.proposal } as const }
    expect(await committee.fill(coordinator, other, {})).toMatchObject({ message: vi.refusals['no-such-proposal']({}) })
  })
})

describe('typed words', () => {
  it('without a position are in the draft when the form is asked for anew, as Slack does for a message', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const typed = formOf(await committee.type(member, 'góp ý ND-DLCN: Điều 5 chưa rõ'))
    const again = formOf(await committee.press(member, typed.opens))
    expect(initial(again)).toMatchObject({ body: 'Điều 5 chưa rõ', position: '' })
    const card = await committee.fill(member, typed, { position: 'disagree' })
    expect(textOf(card)).toContain('Điều 5 chưa rõ')
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'Điều 5 chưa rõ', position: 'disagree' }])
  })
})

describe('who may read', () => {
  it('is whoever holds the account now: nothing of the former holder is shown or rewritten there', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const [former, next] = await Promise.all(
      [member, otherMember].map((key) => committee.db.person.findUniqueOrThrow({ where: { key } })),
    )
    if (former === undefined || next === undefined) throw new Error('nobody')
    await committee.db.account.updateMany({ where: { user: member }, data: { personId: next.id } })
    const place = { platform: 'web', tenant: 'local', user: 'new-place' }
    await committee.db.account.create({ data: { id: randomUUID(), personId: former.id, ...place } })
    await answerRound(committee, 'new-place', round, { position: 'disagree', body: 'rất kín' })
    const calls = await committee.deliver()
    expect(
      calls
        .filter((call) => call.to.user === member)
        .map((call) => plain(call.message))
        .join(),
    ).not.toContain('rất kín')
    const history = createHistory(committee.db, committee.host.compose, committee.now)
    expect(JSON.stringify(await history({ ...place, user: member }, { limit: 10 }))).not.toContain('rất kín')
  })

  it('an opinion typed in a channel goes into the draft at once, and its words into no ledger', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const words = 'rất kín '.repeat(600).trim()
    await committee.act(member, { kind: 'typed', text: `góp ý ND-DLCN không đồng ý: ${words}` }, { audience: 'shared' })
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: words }])
    expect(JSON.stringify(await committee.db.outbox.findMany())).not.toContain('rất kín')
    expect(JSON.stringify(await committee.db.audit.findMany())).not.toContain('rất kín')
    expect(JSON.stringify(committee.lines)).not.toContain('rất kín')
  })
})
