import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Intent, Right } from '../../src/contract/intent.ts'
import { exportOpinions } from '../../src/opinions/export-opinions.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  type Committee,
  coordinator,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

/** No member, so that whatever they may do comes from the delegation alone. */
const delegate = 'sample-td1'
const stranger = 'sample-td2'
const words = 'Chưa rõ phạm vi điều chỉnh.'
const refused = vi.refusals['not-delegated']({})
const notAllowed = vi.refusals['not-allowed']({})

const person = (key: string) => committee.db.person.findUniqueOrThrow({ where: { key } })
const labels = (reply: Awaited<ReturnType<Committee['press']>>) => buttonsOf(messageOf(reply)).map((one) => one.label)

async function give(values: Record<string, string | string[]> = {}, giver = member) {
  const form = formOf(await committee.press(giver, { kind: 'delegation.save.form' }))
  return await committee.fill(giver, form, { taker: delegate, to: '2020-06-30', ...values })
}
const giveRights = (rights: readonly Right[], more: Record<string, string> = {}) =>
  give({ rights: [...rights], ...more })

async function prepare(rights: readonly Right[], item = 'ND-DLCN') {
  const round = await openRoundOn(committee, item)
  await giveRights(rights)
  await committee.deliver()
  return { round, seat: { round, for: (await person(member)).id } }
}

/** Writes a draft in somebody's seat, as the card leads to it. */
async function write(who: string, seat: { round: string; for?: string }, body = words) {
  const form = formOf(await committee.press(who, { kind: 'opinion.save.form', ...seat }))
  return await committee.fill(who, form, { position: 'disagree', body })
}

describe('a delegation', () => {
  it('is given to one person for days and rights; both are told, and it is written into the log', async () => {
    const { name } = await person(delegate)
    const said = textOf(await give({ taker: name, item: 'nd-dlcn' }))
    expect(said).toContain(`${name}: ${vi.delegation.rights.draft}; phạm vi: ND-DLCN`)
    expect(await committee.db.delegation.findMany({ include: { taker: true, item: true } })).toMatchObject([
      { taker: { key: delegate }, item: { key: 'ND-DLCN' }, rights: '["draft"]', fromDay: '2020-06-16', byId: null },
    ])
    const sent = JSON.stringify(await committee.deliver())
    expect(sent).toContain('đã ủy quyền cho tài khoản này')
    expect(sent).toContain('Hệ thống đã ghi việc ủy quyền')
    const [line] = await committee.db.audit.findMany({ where: { deed: 'delegation.save' } })
    expect(line).toMatchObject({ actor: member, subject: member })
    expect(JSON.parse(line?.facts ?? '')).toMatchObject({ taker: delegate, rights: 'draft', item: 'ND-DLCN' })
  })

  it.each([
    ['nobody', { taker: 'Không Ai Cả' }, 'taker', vi.picking.none('Không Ai Cả')],
    ['oneself', { taker: member }, 'taker', vi.delegation.oneself],
    ['nobody named', { taker: '' }, 'taker', vi.errors.required],
    ['an item that is none', { item: 'XX-YY' }, 'item', vi.delegation.noSuchItem('XX-YY')],
    ['no right', { rights: [] }, 'rights', vi.delegation.noRights],
    ['a right that is none', { rights: ['rule'] }, 'rights', vi.errors.badChoice],
    ['no last day', { to: '' }, 'to', vi.errors.required],
    ['days the wrong way round', { from: '2020-06-20', to: '2020-06-19' }, 'to', vi.delegation.backwards],
    ['days that are over', { from: '2020-06-01', to: '2020-06-15' }, 'to', vi.delegation.past],
    ['more than a year', { to: '2021-06-17' }, 'to', vi.delegation.tooLong],
  ])('to or for %s is refused beside its field', async (_, values, field, message) => {
    expect(await give(values)).toMatchObject({ kind: 'invalid', fields: { [field]: message } })
    expect(await committee.db.delegation.count()).toBe(0)
  })

  it('never guesses between two of one name, and takes nobody without a linked account', async () => {
    for (const key of ['hai-1', 'hai-2', 'rieng'])
      await committee.db.person.create({
        data: { id: randomUUID(), key, name: key === 'rieng' ? 'Riêng' : 'Hai Người', createdAt: committee.now() },
      })
    const twice = await give({ taker: 'hai người' })
    expect(twice).toMatchObject({
      fields: { taker: vi.picking.several('hai người', 2) },
      clashes: { taker: [{ typed: 'hai người', options: [{ value: 'hai-1' }, { value: 'hai-2' }] }] },
    })
    expect(await give({ taker: 'Riêng' })).toMatchObject({ fields: { taker: vi.delegation.unlinked('Riêng') } })
  })

  it('is stored once by a double click, and twice where it differs', async () => {
    await Promise.all([give(), give(), give()])
    await giveRights(['transmit'])
    expect(await committee.db.delegation.count()).toBe(2)
    expect(await committee.db.audit.count({ where: { deed: 'delegation.save' } })).toBe(2)
  })

  it('is a matter of members: nobody else can give one', async () => {
    expect(textOf(await committee.press(coordinator, { kind: 'delegation.save.form' }))).toBe(notAllowed)
    expect(textOf(await committee.press(delegate, { kind: 'delegation.save' }))).toBe(notAllowed)
  })

  it('is listed to who gave it, who got it and coordinators, until its last day is over', async () => {
    await give()
    const sees = async () => {
      const seeing: string[] = []
      for (const who of [member, delegate, coordinator, otherMember, stranger])
        if (!textOf(await committee.press(who, { kind: 'delegation.list' })).includes(vi.delegation.none))
          seeing.push(who)
      return seeing
    }
    expect(await sees()).toEqual([member, delegate, coordinator])
    committee.setClock('2020-06-30T23:59')
    expect(await sees()).toEqual([member, delegate, coordinator])
    await committee.db.delegation.updateMany({ data: { endedAt: committee.now() } })
    expect(await sees()).toEqual([])
    await committee.db.delegation.updateMany({ data: { endedAt: null } })
    committee.setClock('2020-07-01T00:00')
    expect(await sees()).toEqual([])
  })

  it.each([member, delegate, coordinator])('is ended by %s, once, and the others are told', async (who) => {
    await give()
    await committee.deliver()
    const { id } = await committee.db.delegation.findFirstOrThrow()
    const end = { kind: 'delegation.end', delegation: id } as const
    for (const other of [stranger, otherMember]) expect(textOf(await committee.press(other, end))).toBe(notAllowed)
    const replies = await Promise.all([committee.press(who, end), committee.press(who, end)])
    expect(replies.map(textOf).filter((text) => text.includes(vi.delegation.ended))).toHaveLength(1)
    expect(await committee.deliver()).toHaveLength(who === coordinator ? 2 : 1)
    expect(await committee.db.audit.count({ where: { deed: 'delegation.end' } })).toBe(1)
  })
})

describe('what a delegate may do', () => {
  const writes = { draft: true, transmit: false, decide: true } as const

  it.each(['draft', 'transmit', 'decide'] as const)('with the right %s: to write', async (right) => {
    const { round, seat } = await prepare([right])
    const own = await write(member, { round })
    const { id } = await committee.db.opinionDraft.findFirstOrThrow()
    const add = await committee.press(member, button(own, vi.buttons.addComment))
    await committee.fill(member, formOf(add), { provision: 'Điều 5', remark: 'r' })
    const { id: comment } = await committee.db.draftComment.findFirstOrThrow()
    const deeds: readonly Intent[] = [
      { kind: 'opinion.save', revision: 2, ...seat },
      { kind: 'comment.save.form', ...seat },
      { kind: 'comment.save', ...seat },
      { kind: 'comment.remove', comment, ...seat },
      { kind: 'opinion.discard', revision: 2, sure: true, ...seat },
    ]
    for (const intent of deeds) {
      const values = { position: 'agree', body: 'khác', provision: 'Điều 1', remark: 'r' }
      const input = intent.kind.endsWith('.save')
        ? ({ kind: 'filled', intent, values } as const)
        : ({ kind: 'pressed', intent } as const)
      const text = textOf((await committee.act(delegate, input)).reply)
      expect(text.includes(refused), intent.kind).toBe(!writes[right])
    }
    // No form that could not be sent: a delegate who may only transmit is shown the card.
    expect((await committee.press(delegate, { kind: 'opinion.save.form', ...seat })).kind).toBe(
      writes[right] ? 'form' : 'message',
    )
    const draft = await committee.db.opinionDraft.findUnique({ where: { id } })
    expect(draft?.byId ?? null).toBe(writes[right] ? (await person(delegate)).id : null)
  })

  it.each([
    ['draft', 'own', false],
    ['draft', 'prepared', false],
    ['draft', 'approved', false],
    ['transmit', 'own', true],
    ['transmit', 'prepared', false],
    ['transmit', 'approved', true],
    ['decide', 'own', true],
    ['decide', 'prepared', true],
    ['decide', 'approved', true],
  ] as const)('with the right %s: to send a draft that is %s: %s', async (right, whose, sends) => {
    const { round, seat } = await prepare([right])
    await write(member, { round })
    const writer = await person(stranger)
    if (whose !== 'own') await committee.db.opinionDraft.updateMany({ data: { byId: writer.id } })
    if (whose === 'approved')
      await committee.press(
        member,
        button(await committee.press(member, { kind: 'opinion.show', round }), vi.delegation.approve),
      )
    const { revision } = await committee.db.opinionDraft.findFirstOrThrow()
    const card = await committee.press(delegate, { kind: 'opinion.show', ...seat })
    expect(labels(card).includes(vi.buttons.send)).toBe(sends)
    await committee.press(delegate, { kind: 'opinion.submit', revision, ...seat })
    const sentById = (await person(delegate)).id
    expect(await committee.db.opinion.findMany()).toMatchObject(sends ? [{ sentById, body: words }] : [])
  })

  it('adds up over several delegations, each for its item', async () => {
    const { round, seat } = await prepare(['draft'])
    await giveRights(['decide'], { item: 'CL-CPDT' })
    const card = await write(delegate, seat)
    expect(labels(card)).not.toContain(vi.buttons.send)
    await giveRights(['decide'], { item: 'ND-DLCN' })
    const again = await committee.press(delegate, { kind: 'opinion.show', ...seat })
    await committee.press(delegate, button(again, vi.buttons.send))
    expect(await committee.db.opinion.count({ where: { roundId: round } })).toBe(1)
  })

  it('is nothing in a round of another item, of another member, or for somebody else', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await giveRights(['decide'], { item: 'CL-CPDT' })
    const [mine, theirs] = [(await person(member)).id, (await person(otherMember)).id]
    await write(member, { round })
    for (const [who, whose] of [
      [delegate, mine],
      [delegate, theirs],
      [stranger, mine],
      [coordinator, mine],
      [otherMember, mine],
    ] as const) {
      const seat = { round, for: whose }
      for (const intent of [
        { kind: 'opinion.show', ...seat },
        { kind: 'version.read', draft: true, ...seat },
        { kind: 'version.read', ...seat },
        { kind: 'opinion.save.form', ...seat },
        { kind: 'opinion.submit', revision: 1, ...seat },
      ] as const)
        expect(textOf(await committee.press(who, intent)), `${who} ${intent.kind}`).toBe(refused)
    }
  })

  it('is nothing once the member holds no seat any more', async () => {
    const { seat } = await prepare(['decide'])
    await committee.db.role.updateMany({ where: { person: { key: member } }, data: { toDay: '2020-06-15' } })
    expect(textOf(await committee.press(delegate, { kind: 'opinion.save.form', ...seat }))).toBe(refused)
  })

  it('is nothing in their own name: without a seat they are refused as ever', async () => {
    const { round } = await prepare(['decide'])
    expect(textOf(await committee.press(delegate, { kind: 'opinion.save.form', round }))).toBe(notAllowed)
  })
})

describe('a delegation counts from its first day to its last, on the committee’s calendar', () => {
  it.each([
    ['2020-06-17T23:59', false],
    ['2020-06-18T00:00', true],
    ['2020-06-19T23:59', true],
    ['2020-06-20T00:00', false],
  ])('from 18/06 to 19/06, at %s: %s', async (clock, counts) => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await giveRights(['draft'], { from: '2020-06-18', to: '2020-06-19' })
    committee.setClock(clock)
    const seat = { round, for: (await person(member)).id }
    const reply = await committee.press(delegate, { kind: 'opinion.save.form', ...seat })
    expect(reply.kind === 'form').toBe(counts)
    const home = textOf(await committee.press(delegate, { kind: 'home.show' }))
    expect(home.includes(vi.delegation.waiting)).toBe(counts)
  })

  it('over or ended, what was being written is refused and stays in the form', async () => {
    const { seat } = await prepare(['draft'])
    const form = formOf(await committee.press(delegate, { kind: 'opinion.save.form', ...seat }))
    const { id } = await committee.db.delegation.findFirstOrThrow()
    await committee.press(member, { kind: 'delegation.end', delegation: id })
    const values = { position: 'disagree', body: words }
    // The form stays open, with the words in it.
    expect(await committee.fill(delegate, form, values)).toEqual({ kind: 'invalid', message: refused, fields: {} })
    expect(await committee.db.opinionDraft.count()).toBe(0)
    expect(textOf(await committee.press(delegate, { kind: 'opinion.show', ...seat }))).toBe(refused)
  })
})

describe('a request that was delegated', () => {
  it('stands on the delegate’s home until it is answered, with the way to its card', async () => {
    const { round } = await prepare(['draft'])
    const { name } = await person(member)
    const home = await committee.press(delegate, { kind: 'home.show' })
    expect(textOf(home)).toContain(vi.delegation.waiting)
    const card = await committee.press(delegate, button(home, vi.delegation.draftFor(name)))
    expect(textOf(card)).toContain(vi.delegation.acting(name, vi.delegation.rights.draft))
    expect(labels(card)).not.toContain(vi.buttons.agree)
    await answerRound(committee, member, round, { position: 'agree' })
    expect(textOf(await committee.press(delegate, { kind: 'home.show' }))).not.toContain(vi.delegation.waiting)
  })

  it('becomes a draft of which the member is told once, says who wrote it, and is approved by the member alone', async () => {
    const { round, seat } = await prepare(['draft', 'transmit'])
    const { name } = await person(delegate)
    const card = await write(delegate, seat)
    expect(textOf(card)).toContain(vi.delegation.notApproved((await person(member)).name))
    await write(delegate, seat, `${words} Thêm.`)
    const sent = await committee.deliver()
    expect(sent.filter((call) => JSON.stringify(call).includes('đã soạn thay bản nháp'))).toHaveLength(1)
    const mine = await committee.press(member, { kind: 'opinion.show', round })
    expect(textOf(mine)).toContain(vi.delegation.writtenBy(name))
    const approve = button(mine, vi.delegation.approve)
    expect(textOf(await committee.press(delegate, approve))).toBe(notAllowed)
    const both = await Promise.all([committee.press(member, approve), committee.press(member, approve)])
    expect(both.map(textOf).some((text) => text.includes(vi.delegation.approved))).toBe(true)
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ byId: null, revision: 3 }])
    expect(await committee.db.audit.count({ where: { deed: 'draft.approve' } })).toBe(1)
    const theirs = await committee.press(delegate, { kind: 'opinion.show', ...seat })
    await committee.press(delegate, button(theirs, vi.buttons.send))
    expect(await committee.db.opinion.count()).toBe(1)
  })

  it('is not approved at a revision that has changed since', async () => {
    const { round, seat } = await prepare(['draft'])
    await write(delegate, seat)
    const old = button(await committee.press(member, { kind: 'opinion.show', round }), vi.delegation.approve)
    await write(delegate, seat, 'Khác hẳn.')
    expect(textOf(await committee.press(member, old))).toContain(vi.opinion.draftChanged)
    expect(await committee.db.opinionDraft.findMany({ where: { byId: null } })).toEqual([])
  })

  it('sent by the delegate gives the member the receipt, and shows as such wherever it is read', async () => {
    const { round, seat } = await prepare(['decide'])
    const [mine, theirs] = [await person(member), await person(delegate)]
    const sent = await committee.press(delegate, button(await write(delegate, seat), vi.buttons.send))
    const said = vi.delegation.sentBy(mine.name, theirs.name)
    expect(textOf(sent)).toContain(said)
    const { receipt } = await committee.db.opinion.findFirstOrThrow()
    expect(textOf(sent)).toContain(receipt)
    const letters = JSON.stringify(await committee.deliver())
    expect(letters).toContain(vi.delegation.sentNotification(theirs.name, '…', '…', '…').split(' ý kiến')[0])
    expect(letters).toContain(receipt)
    expect(textOf(await committee.press(member, { kind: 'opinion.show', round }))).toContain(said)
    expect(textOf(await committee.press(delegate, { kind: 'version.read', ...seat }))).toContain(words)
    const board = await committee.press(coordinator, { kind: 'board.show', round, show: 'answered' })
    expect(textOf(board)).toContain(vi.delegation.onBoard(theirs.name))
    const read = await committee.press(coordinator, button(board, `${vi.buttons.read}: ${mine.name}`))
    expect(textOf(read)).toContain(said)
    expect(await exportOpinions(committee.host, { id: round })).toMatchObject([{ person: member, sentBy: delegate }])
    const [line] = await committee.db.audit.findMany({ where: { deed: 'opinion.submit' } })
    expect(line).toMatchObject({ actor: delegate })
    expect(JSON.parse(line?.facts ?? '')).toMatchObject({ person: mine.id, sentBy: theirs.id })
  })

  it('is always the member’s to replace; the earlier one stays in the history', async () => {
    const { round, seat } = await prepare(['decide'])
    await committee.press(delegate, button(await write(delegate, seat), vi.buttons.send))
    const card = await committee.press(member, { kind: 'opinion.show', round })
    const form = formOf(await committee.press(member, button(card, vi.buttons.replaceRecorded)))
    await committee.press(member, button(await committee.fill(member, form, { position: 'agree' }), vi.buttons.send))
    const [delegateId, versions] = [
      (await person(delegate)).id,
      await committee.db.opinion.findMany({ orderBy: { version: 'asc' } }),
    ]
    expect(versions).toMatchObject([{ sentById: delegateId }, { sentById: null, position: 'agree' }])
    expect(await exportOpinions(committee.host, { id: round })).toMatchObject([{ sentBy: null }])
    // An earlier version is the member's own to read.
    const earlier = { kind: 'version.read', version: 1, ...seat } as const
    expect(textOf(await committee.press(delegate, earlier))).toBe(vi.refusals['no-such-version']({}))
  })

  it('is stored once by a redelivery and a double click of the delegate', async () => {
    const { seat } = await prepare(['decide'])
    const intent = button(await write(delegate, seat), vi.buttons.send)
    const delivery = committee.inbound(delegate, { kind: 'pressed', intent })
    const answers = await Promise.all([1, 2].map(() => committee.app.receive(delivery)))
    expect(answers.map((answer) => answer.repeated).sort()).toEqual([false, true])
    for (const reply of await Promise.all([1, 2].map(() => committee.press(delegate, intent))))
      expect(textOf(reply)).toContain(vi.opinion.nothingNew)
    expect(await committee.db.opinion.count()).toBe(1)
    const sent = (await committee.deliver()).filter((call) => JSON.stringify(call).includes('đã gửi theo ủy quyền'))
    expect(sent).toHaveLength(1)
  })

  it('written by member and delegate at the same moment loses neither text', async () => {
    const { round, seat } = await prepare(['draft'])
    const [mine, theirs] = [
      formOf(await committee.press(member, { kind: 'opinion.save.form', round })),
      formOf(await committee.press(delegate, { kind: 'opinion.save.form', ...seat })),
    ]
    const replies = await Promise.all([
      committee.fill(member, mine, { position: 'agree', body: 'của thành viên' }),
      committee.fill(delegate, theirs, { position: 'disagree', body: 'của người được ủy quyền' }),
    ])
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['form', 'message'])
    const both = JSON.stringify(replies)
    expect(both).toContain('của thành viên')
    expect(both).toContain('của người được ủy quyền')
    const again = replies.find((reply) => reply.kind === 'form')
    expect(JSON.stringify(again)).toContain(vi.opinion.conflict)
  })

  it('after the end is refused to the delegate as to the member, with the words to copy', async () => {
    const { seat } = await prepare(['decide'])
    const send = button(await write(delegate, seat), vi.buttons.send)
    await committee.db.round.updateMany({ data: { late: 'refuse' } })
    committee.setClock('2020-06-30T17:00')
    const closed = await committee.press(delegate, send)
    expect(textOf(closed)).toContain(words)
    expect(textOf(await committee.press(delegate, button(closed, vi.buttons.readDraft)))).toContain(words)
    expect(await committee.db.opinion.count()).toBe(0)
  })

  it('never names its words in the log or in what a notification shows', async () => {
    const { seat } = await prepare(['decide'])
    await committee.press(delegate, button(await write(delegate, seat), vi.buttons.send))
    await committee.deliver()
    expect(JSON.stringify(await committee.db.audit.findMany())).not.toContain(words)
    expect(JSON.stringify(await committee.db.outbox.findMany())).not.toContain(words)
    expect(JSON.stringify(committee.lines)).not.toContain(words)
  })
})
