import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  type Committee,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const toMember = (calls: Awaited<ReturnType<Committee['deliver']>>, who = member) =>
  calls.filter((call) => call.what === 'send' && call.to.user === who).map((call) => call.message)

describe('the plan', () => {
  it('shows a quarter with the deadline labelled as derived', async () => {
    const text = textOf(await committee.type(coordinator, 'ke hoach quy 2'))
    expect(text).toContain('ND-DLCN')
    expect(text).toContain('Bộ Công an')
    expect(text).toContain(`${vi.plan.deadline}: 17:00, Thứ Ba 30/06/2020`)
    expect(text).toContain(vi.sample)
    expect(text).not.toContain('CL-CPDT')
  })

  it('says of what the source does not state that it is not stated', async () => {
    const text = textOf(await committee.press(coordinator, { kind: 'item.show', item: 'CSDL-DC' }))
    expect(text).toContain(`${vi.plan.quarter}: ${vi.notStated}`)
    expect(text).toContain(`${vi.plan.agency}: ${vi.notStated}`)
    expect(text).toContain(`${vi.plan.deadline}: ${vi.notStated}`)
  })
})

describe('opening a round', () => {
  it('previews exactly who is asked and when it closes, and sends nothing before it is confirmed', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const preview = await committee.fill(coordinator, form, { asked: 'named', names: `${member}\nBộ Tài chính` })
    const text = textOf(preview)
    expect(text).toContain('17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)')
    expect(text).toContain(vi.round.willAsk(2))
    expect(text).toContain('Thành viên – Bộ Y tế (mẫu)')
    expect(text).toContain('Thành viên – Bộ Tài chính (mẫu)')
    expect(await committee.deliver()).toHaveLength(0)
    expect(await committee.db.round.count()).toBe(0)
    await committee.press(coordinator, button(preview, vi.buttons.open))
    expect((await committee.deliver()).map((call) => call.to.user).sort()).toEqual([otherMember, member])
  })

  it('names in the preview who cannot be reached', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    await committee.db.account.deleteMany({ where: { personId: id } })
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    expect(textOf(await committee.fill(coordinator, form, {}))).toContain(
      `${vi.round.unreachable(1)}\n- Thành viên – Bộ Y tế (mẫu)`,
    )
  })

  it('refuses by field, and keeps the form open', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const bad = {
      version: '0',
      url: 'javascript:alert(1)',
      day: '2020-06-31',
      time: '25:00',
      asked: 'named',
      names: 'nobody',
      silence: 'deemed',
      basis: '',
      positions: [],
    }
    const reply = await committee.fill(coordinator, form, bad)
    if (reply.kind !== 'invalid') throw new Error('not refused')
    expect(Object.keys(reply.fields).sort()).toEqual(['basis', 'day', 'names', 'positions', 'time', 'url', 'version'])
    expect(reply.fields.names).toContain('nobody')
    expect(await committee.fill(coordinator, form, { day: '2020-06-15' })).toMatchObject({
      fields: { day: vi.errors.pastDeadline },
    })
  })

  it('refuses a draft that is a state secret, and stores nothing of it', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    for (const secrecy of ['mat', 'toimat', 'tuyetmat']) {
      expect(await committee.fill(coordinator, form, { secrecy })).toMatchObject({
        kind: 'invalid',
        fields: { secrecy: expect.any(String) },
      })
    }
    expect(await committee.db.roundProposal.count()).toBe(0)
  })

  it('shows what was prepared again and throws it away, once or twice; then neither shows nor opens it', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const preview = await committee.fill(coordinator, form, { asked: 'named', names: member })
    const [discard, open] = [button(preview, vi.buttons.discardProposal), button(preview, vi.buttons.open)]
    if (discard.kind !== 'round.discard') throw new Error('no discarding')
    const again = { kind: 'round.preview', proposal: discard.proposal } as const
    expect(textOf(await committee.press(coordinator, again))).toBe(textOf(preview))
    for (const _ of [1, 2]) expect(textOf(await committee.press(coordinator, discard))).toBe(vi.round.discarded)
    for (const intent of [again, open])
      expect(textOf(await committee.press(coordinator, intent))).toContain(vi.refusals['no-such-proposal']({}))
    expect(await committee.db.round.count()).toBe(0)
    expect(await committee.deliver()).toHaveLength(0)
  })

  it('opens once, however often it is pressed, and not beside a live round', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const open = button(await committee.fill(coordinator, form, {}), vi.buttons.open)
    await Promise.all([1, 2, 3].map(() => committee.press(coordinator, open)))
    expect(await committee.db.round.count()).toBe(1)
    expect(toMember(await committee.deliver())).toHaveLength(1)
    expect(textOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))).toContain('đang có một đợt')
  })

  it('lets only one of two coordinators open the same item', async () => {
    const form = formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN'))
    const one = button(await committee.fill(coordinator, form, {}), vi.buttons.open)
    const two = button(await committee.fill('sample-dp2', form, {}), vi.buttons.open)
    await Promise.all([committee.press(coordinator, one), committee.press('sample-dp2', two)])
    expect(await committee.db.round.count()).toBe(1)
    expect(toMember(await committee.deliver())).toHaveLength(1)
  })

  it('opens a new round after the last one ended by its deadline, though no job has settled that yet', async () => {
    await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    committee.setClock('2020-07-01T08:00')
    await openRoundOn(committee, 'ND-DLCN', { day: '2020-07-10' })
    expect(await committee.db.round.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
      { number: 1, state: 'closed' },
      { number: 2, state: 'open', draftVersion: 2 },
    ])
  })
})

describe('watching', () => {
  it('counts answered by position, missing, late and deemed apart, with names for coordinators', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { silence: 'deemed', basis: 'Điều 7 Quy chế' })
    await answerRound(committee, member, round, { position: 'agree' })
    const before = textOf(await committee.type(coordinator, 'tình hình ND-DLCN'))
    expect(before).toContain(vi.board.progress(1, 19))
    expect(before).toContain(`${vi.positions.agree}: 1`)
    expect(before).toContain(`${vi.standings.missing}: 18`)
    expect(before).toContain(`${vi.standings.deemed}: 0`)
    committee.setClock('2020-07-01T09:00')
    await answerRound(committee, otherMember, round, { position: 'disagree', body: 'x' })
    const board = await committee.type(coordinator, 'tinh hinh nd-dlcn')
    const after = textOf(board)
    expect(after).toContain(vi.board.progress(2, 19))
    expect(after).toContain(`${vi.standings.late}: 1`)
    expect(after).toContain(`${vi.standings.deemed}: 17`)
    expect(after).toContain(`${vi.standings.missing}: 0`)
    expect(textOf(await committee.press(coordinator, button(board, vi.buttons.show('late', 1))))).toContain(
      'Bộ Tài chính',
    )
  })

  it('never mixes silence with answers where the round has no rule', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    committee.setClock('2020-07-01T09:00')
    const text = textOf(await committee.type(coordinator, 'tình hình ND-DLCN'))
    expect(text).toContain(`${vi.standings.missing}: 19`)
    expect(text).not.toContain(vi.standings.deemed)
  })

  it('shows counts only in a channel, and no way to anybody by name', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'disagree', body: 'bí mật' })
    const shared = { audience: 'shared' as const }
    const { reply } = await committee.act(coordinator, { kind: 'typed', text: 'tình hình ND-DLCN' }, shared)
    expect(textOf(reply)).toContain(vi.board.progress(1, 19))
    expect(textOf(reply)).not.toContain('Bộ Y tế')
    expect(buttonsOf(messageOf(reply)).map((one) => one.label)).toEqual([vi.buttons.refresh])
    const named = { kind: 'board.show', round, show: 'answered' } as const
    const pressed = await committee.act(coordinator, { kind: 'pressed', intent: named }, shared)
    expect(textOf(pressed.reply)).not.toContain('Bộ Y tế')
  })

  it('takes what cannot be done in a channel into the private conversation', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const { reply } = await committee.act(
      member,
      { kind: 'typed', text: 'góp ý ND-DLCN không đồng ý: bí mật' },
      { audience: 'shared' },
    )
    expect(textOf(reply)).not.toContain('bí mật')
    const [letter] = toMember(await committee.deliver())
    if (letter === undefined) throw new Error('no letter')
    await committee.press(member, button(letter, vi.buttons.continue))
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ roundId: round, body: 'bí mật' }])
  })

  it('keeps opinions from other members always and from the drafting agency until the round has closed', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'disagree', body: 'rất kín' })
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    const read = { kind: 'version.read', round, person: id } as const
    for (const who of [otherMember, drafter])
      expect(textOf(await committee.press(who, read))).toBe(vi.refusals['not-allowed']({}))
    expect(textOf(await committee.press(coordinator, read))).toContain('rất kín')
    committee.setClock('2020-07-02T09:00')
    const close = formOf(await committee.type(coordinator, 'đóng ND-DLCN'))
    await committee.fill(coordinator, close, { reason: 'đủ ý kiến' })
    expect(textOf(await committee.press(drafter, read))).toContain('rất kín')
    expect(textOf(await committee.press('sample-st-btttt', read))).toBe(vi.refusals['not-allowed']({}))
    expect(toMember(await committee.deliver(), drafter).map((message) => message.text)).toEqual([
      vi.notifications.drafter('Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'),
    ])
  })
})

describe('changing a round', () => {
  it('extends it with a reason, tells everybody asked once, and the card shows the new deadline', async () => {
    await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    await committee.deliver()
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN đến 17:00 07/07/2020 vì chờ Bộ Công an'))
    expect(form.fields).toMatchObject([
      { value: '2020-07-07' },
      { value: '17:00' },
      { value: 'closing' },
      { value: 'chờ Bộ Công an' },
    ])
    const done = await committee.fill(coordinator, form, {})
    expect(textOf(done)).toContain(vi.round.changed.extend)
    const calls = await committee.deliver()
    const told = toMember(calls)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told[0])).toContain('chờ Bộ Công an')
    expect(told[0]?.text).toContain('17:00, Thứ Ba 07/07/2020')
    const card = calls.find((call) => call.what === 'update' && call.to.user === member)
    expect(JSON.stringify(card?.message)).toContain('07/07/2020')
    committee.setClock('2020-07-07T16:59')
    await answerRound(committee, member, (await committee.db.round.findFirstOrThrow()).id, { position: 'agree' })
  })

  it('lets one of two simultaneous changes through, and shows the other what happened', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const close = formOf(await committee.type(coordinator, 'đóng ND-DLCN'))
    const withdraw = formOf(await committee.type('sample-dp2', 'thu hồi ND-DLCN'))
    const replies = await Promise.all([
      committee.fill(coordinator, close, { reason: 'a' }),
      committee.fill('sample-dp2', withdraw, { reason: 'b' }),
    ])
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['invalid', 'message'])
    const { revision } = await committee.db.round.findUniqueOrThrow({ where: { id: round } })
    expect(revision).toBe(2)
  })

  it('closes, reopens and withdraws, each with a reason told to those concerned', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const steps = [
      ['đóng ND-DLCN', {}, 'closed'],
      ['mở lại ND-DLCN', { day: '2020-07-08', time: '12:00' }, 'open'],
      ['thu hồi ND-DLCN', {}, 'withdrawn'],
    ] as const
    for (const [words, values, state] of steps) {
      const form = formOf(await committee.type(coordinator, words))
      expect(await committee.fill(coordinator, form, { ...values, reason: '' })).toMatchObject({
        fields: { reason: vi.errors.required },
      })
      await committee.fill(coordinator, form, { ...values, reason: `lý do ${state}` })
      expect((await committee.db.round.findUniqueOrThrow({ where: { id: round } })).state).toBe(state)
      const told = toMember(await committee.deliver())
      expect(told).toHaveLength(1)
      expect(JSON.stringify(told)).toContain(`lý do ${state}`)
    }
    expect(textOf(await committee.press(member, { kind: 'opinion.save.form', round }))).toContain('lý do withdrawn')
    expect(textOf(await committee.type(coordinator, 'mở lại ND-DLCN'))).toContain('lý do withdrawn')
  })

  it.each([
    ['đóng ND-DLCN', 'closed'],
    ['thu hồi ND-DLCN', 'withdrawn'],
  ])('%s: the other coordinators and the drafting agency are told once each, no other agency', async (words, state) => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const form = formOf(await committee.type(coordinator, words))
    await committee.fill(coordinator, form, { reason: `lý do ${state}` })
    const calls = await committee.deliver()
    const { item } = await committee.db.round.findUniqueOrThrow({ where: { id: round }, include: { item: true } })
    const others = await committee.db.person.findMany({
      where: { roles: { some: { role: { in: ['coordinator', 'drafter'] } } } },
      include: { roles: true },
    })
    const told = others.map(({ key }) => [key, toMember(calls, key).length])
    const due = others.map(({ key, roles, organisation }) => [
      key,
      roles.some(({ role }) => role === 'coordinator')
        ? key === coordinator
          ? 0
          : 1
        : organisation === item.draftingAgency
          ? 1
          : 0,
    ])
    expect(told).toEqual(due)
    expect(new Set(due.map(([, count]) => count))).toEqual(new Set([0, 1]))
    for (const who of ['sample-dp2', drafter])
      expect(JSON.stringify(toMember(calls, who)), who).toContain(`lý do ${state}`)
  })

  it('refuses a deadline in the past, one that is not later, and changes that make no sense', async () => {
    await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN'))
    const more = (day: string) => committee.fill(coordinator, form, { day, time: '17:00', reason: 'r' })
    expect(await more('2020-06-01')).toMatchObject({ fields: { day: vi.errors.pastDeadline } })
    expect(await more('2020-06-30')).toMatchObject({ fields: { day: vi.errors.notLater } })
    expect(textOf(await committee.type(coordinator, 'mở lại ND-DLCN'))).toBe(vi.refusals['round-open']({}))
    committee.setClock('2020-07-01T08:00')
    expect(textOf(await committee.type(coordinator, 'gia hạn ND-DLCN'))).toContain('đã đóng')
  })
})

describe('a deadline passes', () => {
  it('closes the cards and tells coordinators and the drafting agency once, however often it is settled', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    await answerRound(committee, member, round, { position: 'agree' })
    await committee.deliver()
    committee.setClock('2020-06-30T17:00')
    expect(await Promise.all([committee.settle(), committee.settle()])).toContain(1)
    expect(await committee.settle()).toBe(0)
    const calls = await committee.deliver()
    expect(toMember(calls, coordinator)).toHaveLength(1)
    expect(toMember(calls, drafter)).toHaveLength(1)
    expect(toMember(calls, otherMember)).toHaveLength(0)
    const card = calls.find((call) => call.what === 'update' && call.to.user === otherMember)
    expect(textOf({ kind: 'message', message: card?.message ?? { text: '' } })).toContain(vi.opinion.closedNoAnswer)
    expect(JSON.stringify(card?.message)).not.toContain('opinion.save.form')
    expect((await committee.db.round.findUniqueOrThrow({ where: { id: round } })).closedAt).toEqual(
      new Date('2020-06-30T10:00:00Z'),
    )
  })

  it('keeps a round open for late answers, tells coordinators, and settles again after an extension', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'accept' })
    await committee.deliver()
    committee.setClock('2020-06-30T18:00')
    expect(await committee.settle()).toBe(1)
    expect((await committee.db.round.findUniqueOrThrow({ where: { id: round } })).state).toBe('open')
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN đến 17:00 07/07/2020 vì x'))
    await committee.fill(coordinator, form, {})
    expect(await committee.settle()).toBe(0)
    committee.setClock('2020-07-08T00:00')
    expect(await committee.settle()).toBe(1)
  })
})

describe('recording an absent member’s opinion', () => {
  const values = {
    person: member,
    position: 'disagree',
    body: 'theo công văn',
    source: 'Công văn 12/BYT ngày 15/06/2020',
  }

  it('stores it with its source, tells the member, and lets them replace it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const form = formOf(await committee.type(coordinator, 'ghi nhận ý kiến ND-DLCN'))
    expect(textOf(await committee.fill(coordinator, form, values))).toContain('Bộ Y tế')
    expect(await committee.db.opinion.findMany()).toMatchObject([
      { recordedSource: values.source, late: false, version: 1 },
    ])
    const letters = toMember(await committee.deliver())
    expect(letters).toHaveLength(1)
    const [letter] = letters
    if (letter === undefined) throw new Error('no letter')
    expect(letter.text).toContain(values.source)
    const own = formOf(await committee.press(member, button(letter, vi.buttons.replaceRecorded)))
    await committee.press(
      member,
      button(await committee.fill(member, own, { position: 'agree', body: '' }), vi.buttons.send),
    )
    expect(
      await committee.db.opinion.findMany({ where: { roundId: round }, orderBy: { version: 'asc' } }),
    ).toMatchObject([
      { version: 1, recordedSource: values.source },
      { version: 2, recordedSource: null, position: 'agree' },
    ])
  })

  it.each([
    ['on the day of the deadline', '2020-06-24', false],
    ['on the day after it', '2020-06-25', true],
  ])('received %s (%s) and recorded later counts as late: %s', async (_, received, late) => {
    // Early on that day in Hanoi it is still the day before in Greenwich.
    await openRoundOn(committee, 'ND-DLCN', { day: '2020-06-24', time: '06:30', late: 'accept' })
    committee.setClock('2020-06-26T09:00')
    const form = formOf(await committee.type(coordinator, 'ghi nhận ý kiến ND-DLCN'))
    await committee.fill(coordinator, form, { ...values, received })
    expect(await committee.db.opinion.findMany()).toMatchObject([{ late, recordedSource: values.source }])
  })

  it('refuses to stand in for somebody who answered, an unknown person, and a day to come', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'agree' })
    const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
    expect(await committee.fill(coordinator, form, values)).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('Bộ Y tế'),
    })
    const other = { ...values, person: 'nobody', received: '2020-06-17' }
    expect(await committee.fill(coordinator, form, other)).toMatchObject({
      fields: { person: expect.any(String), received: vi.record.futureDay },
    })
    expect(await committee.db.opinion.count()).toBe(1)
  })
})
