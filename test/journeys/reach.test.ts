import { beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/contract/plain.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const { reach, reachShort } = vi.board
const committee = committeeEachTest()
let round: string
beforeEach(async () => {
  round = await openRoundOn(committee, 'ND-DLCN')
})

/** What became of the request to one person, as a platform and the ledger would leave it. */
async function becomes(who: string, status: string) {
  const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: who } })
  await committee.db.outbox.update({ where: { key: `request:${round}:${id}` }, data: { status, sentAt: null } })
}
const board = (who = coordinator) => committee.press(who, { kind: 'board.show', round })
/** Those who have not answered, on both pages of them. */
const missing = async () => {
  const page = (at: number) =>
    committee.press(coordinator, { kind: 'board.show', round, show: 'missing', ...(at === 0 ? {} : { page: at }) })
  return (await Promise.all([0, 1].map(page))).map(textOf).join('\n')
}
/** The line of one body in a list of people. */
const lineOf = (text: string, body: string) => text.split('\n').find((line) => line.includes(`, ${body}: `)) ?? ''

it('the card of an opened round says to how many the request is on its way, names whom none reaches, and leads to the state', async () => {
  await committee.db.account.deleteMany({ where: { user: 'sample-tv-bnv' } })
  const form = formOf(await committee.type(coordinator, 'lấy ý kiến CL-CPDT'))
  const opened = await committee.press(
    coordinator,
    button(await committee.fill(coordinator, form, {}), vi.buttons.open),
  )
  const text = textOf(opened)
  expect(text).toContain(vi.round.onTheWay(18))
  expect(text).toContain(`${vi.round.unreachable(1)}\n- Thành viên – Bộ Nội vụ (mẫu)`)
  const state = await committee.press(coordinator, button(opened, vi.buttons.whoHasIt))
  expect(messageOf(state).text).toContain(vi.board.people('not-reached', 19))
})

describe('once the requests have been sent', () => {
  beforeEach(async () => {
    expect(textOf(await board())).toContain(`${vi.board.requests}: ${reachShort.waiting} 19`)
    await committee.deliver()
    await becomes('sample-tv-bca', 'unsure')
    await becomes('sample-tv-btc', 'failed')
    await becomes('sample-tv-bnv', 'unreachable')
    await committee.db.outbox.deleteMany({ where: { person: { key: 'sample-tv-bxd' }, subject: round } })
  })

  it('the board counts how they stand, for coordinators and without names for a channel', async () => {
    const counted = `${vi.board.requests}: ${reachShort.sent} 15; ${reachShort.unsure} 1; ${reachShort.failed} 1; ${reachShort.unreachable} 1; ${reachShort.none} 1`
    const text = textOf(await board())
    expect(text).toContain(counted)
    expect(text).toContain(vi.buttons.show('not-reached', 4))
    const channel = await committee.act(
      coordinator,
      { kind: 'typed', text: 'tình hình ND-DLCN' },
      { audience: 'shared' },
    )
    expect(textOf(channel.reply)).toContain(counted)
    expect(textOf(channel.reply)).not.toMatch(/Bộ Tài chính|Chưa chắc/)
    expect(textOf(await board(member))).not.toContain(vi.board.requests)
  })

  it('names each with what became of it and what to do, and says of nobody in doubt that they have it', async () => {
    const text = await missing()
    expect(lineOf(text, 'Bộ Y tế')).toContain(reach.sent('09:00, 16/06/2020'))
    expect(lineOf(text, 'Bộ Công an')).toContain(reach.unsure)
    expect(lineOf(text, 'Bộ Tài chính')).toContain(reach.failed)
    expect(lineOf(text, 'Bộ Nội vụ')).toContain(reach.unreachable)
    expect(lineOf(text, 'Bộ Xây dựng')).toContain(reach.none)
    const few = await committee.press(coordinator, button(await board(), vi.buttons.show('not-reached', 4)))
    expect(messageOf(few).text).toContain(vi.board.people('not-reached', 4))
    expect(textOf(few)).not.toContain('Bộ Y tế')
    expect(button(few, `${vi.buttons.remindOne}: Thành viên – Bộ Công an (mẫu)`)).toMatchObject({
      kind: 'reminder.preview',
    })
    expect(button(few, `${vi.buttons.recordFor}: Thành viên – Bộ Tài chính (mẫu)`)).toMatchObject({
      kind: 'record.save.form',
    })
  })

  it('somebody who got it and whose account refuses now is told apart, with the way into the web chat', async () => {
    await committee.db.account.updateMany({ where: { user: member }, data: { unreachable: 'closed' } })
    expect(lineOf(await missing(), 'Bộ Y tế')).toContain(`${reach.sent('09:00, 16/06/2020')}; ${reach.gone}`)
    const few = await committee.press(coordinator, { kind: 'board.show', round, show: 'not-reached' })
    expect(messageOf(few).text).toContain(vi.board.people('not-reached', 5))
    expect(button(few, vi.buttons.access)).toEqual({ kind: 'access.make.form' })
  })

  it('whoever has answered is asked after no more', async () => {
    await answerRound(committee, otherMember, round, { position: 'agree' })
    const text = textOf(await board())
    expect(text).not.toContain(reachShort.failed)
    expect(text).toContain(vi.buttons.show('not-reached', 3))
  })

  it('the coordinators’ digest names them with the item, once a person however many rounds, and what still waits is left out', async () => {
    const second = await openRoundOn(committee, 'CL-CPDT', { day: '2020-08-31' })
    await committee.db.outbox.updateMany({
      where: { person: { key: 'sample-tv-bca' }, subject: second },
      data: { status: 'unsure' },
    })
    const text = textOf(await committee.press(coordinator, { kind: 'digest.show' }))
    expect(text).toContain(vi.digest.unreachable(4))
    const why = vi.digest.unreachableWhy
    expect(text).toContain(`Bộ Công an: ${why['request-unsure']} (ND-DLCN, CL-CPDT)`)
    expect(text).toContain(`Bộ Tài chính: ${why['request-failed']} (ND-DLCN)`)
    expect(text).toContain(`Bộ Xây dựng: ${why['request-none']} (ND-DLCN)`)
  })

  it('the board that comes with the notice of the deadline says it too', async () => {
    committee.setClock('2020-06-30T17:01')
    await committee.settle()
    const calls = await committee.deliver()
    const told = calls.find((call) => call.what === 'send' && call.to.user === coordinator)
    expect(told === undefined ? '' : plain(told.message)).toContain(`${reachShort.unsure} 1`)
  })
})
