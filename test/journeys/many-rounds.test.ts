import { beforeEach, describe, expect, it } from 'vitest'
import { renderMessage as inTeams } from '../../adapters/msteams/drawing/render.ts'
import { renderMessage as inSlack } from '../../adapters/slack/drawing/render.ts'
import type { Message } from '../../src/contract/message.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  buttonsOf,
  coordinator,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeRounds } from '../support/many-rounds.ts'
import { at } from '../support/visits.ts'

const committee = committeeEachTest()

const due = at('2020-06-30T17:00')

/** Whether platforms show every button of a message: what they cut is cut before the buttons that end it. */
function showsWhole(message: Message): boolean {
  const labels = buttonsOf(message).map((one) => one.label)
  const drawn = [JSON.stringify(inSlack(message)), JSON.stringify(inTeams(message))]
  return drawn.every((text) => labels.every((label) => text.includes(label)) && !text.includes('"…"'))
}

describe('of 25 open rounds only the last one waits for a member', () => {
  let last: { readonly id: string; readonly key: string }
  beforeEach(async () => {
    const rounds = await storeRounds(committee.db, 25, due, (place) => (place === 24 ? [member] : [otherMember]))
    last = rounds[24] ?? { id: '', key: '' }
  })

  it('and the first page names it', async () => {
    const home = await committee.press(member, { kind: 'home.show' })
    expect(messageOf(home).text).toBe(vi.home.summary(1))
    expect(textOf(home)).toContain('Đề án thử nghiệm số 25')
    expect(button(home, vi.buttons.answer)).toEqual({ kind: 'opinion.save.form', round: last.id })
  })

  it('and an opinion typed without an item is about it', async () => {
    expect(textOf(await committee.type(member, 'đồng ý'))).toContain(last.key)
    expect(await committee.db.opinionDraft.findMany({ select: { roundId: true } })).toEqual([{ roundId: last.id }])
  })

  it('and it is the first of their own opinions', async () => {
    const mine = textOf(await committee.press(member, { kind: 'opinion.list' }))
    expect(mine).toContain('Đề án thử nghiệm số 25')
  })

  it('and a delegate of theirs finds it on the first page', async () => {
    const form = formOf(await committee.press(member, { kind: 'delegation.save.form' }))
    await committee.fill(member, form, { taker: 'sample-td1', to: '2020-06-30', rights: ['draft'] })
    expect(textOf(await committee.press('sample-td1', { kind: 'home.show' }))).toContain('Đề án thử nghiệm số 25')
  })
})

describe('a command without its item', () => {
  it.each(['nhắc', 'gia hạn', 'đóng đợt', 'ghi nhận ý kiến', 'vì sao'])(
    '%s asks among the items that have an open round, however many stand before them in the plan',
    async (typed) => {
      await storeRounds(committee.db, 2, due, () => [member])
      const question = messageOf(await committee.type(coordinator, typed))
      expect(buttonsOf(question).map(({ label }) => label)).toEqual([
        'DT-001: Đề án thử nghiệm số 1',
        'DT-002: Đề án thử nghiệm số 2',
      ])
    },
  )

  it('asks among all items while no round is open, and says how many it does not name', async () => {
    await storeRounds(committee.db, 5, due, () => [member])
    await committee.db.round.updateMany({ data: { state: 'closed', liveKey: null } })
    const items = await committee.db.workItem.count()
    const question = messageOf(await committee.type(coordinator, 'nhắc'))
    expect(buttonsOf(question)).toHaveLength(10)
    expect(question.text).toContain(vi.help.moreItems(items - 10))
  })

  it('offers no item of an open round for a new one', async () => {
    const asked = 'lấy ý kiến giúp tôi với nhé'
    expect(textOf(await committee.type(coordinator, asked))).toContain('ND-DLCN')
    await openRoundOn(committee, 'ND-DLCN')
    expect(textOf(await committee.type(coordinator, asked))).not.toContain('ND-DLCN')
  })
})

it('the items that have an open round are left out of the choice for a new one before it is cut', async () => {
  await storeRounds(committee.db, 40, due, () => [member])
  await committee.db.workItem.updateMany({ where: { key: { startsWith: 'DT-' } }, data: { position: 0 } })
  const others = await committee.db.workItem.count({ where: { key: { not: { startsWith: 'DT-' } } } })
  const choice = messageOf(await committee.press(coordinator, { kind: 'round.propose.form' }))
  expect(buttonsOf(choice)).toHaveLength(others)
  expect(buttonsOf(choice).map(({ label }) => label)).not.toContainEqual(expect.stringMatching(/^DT-/))
  await committee.db.workItem.deleteMany({ where: { key: { not: { startsWith: 'DT-' } } } })
  expect(textOf(await committee.press(coordinator, { kind: 'round.propose.form' }))).toBe(vi.round.allOpen)
})

describe('a file that is sent without a word', () => {
  const t = vi.documents
  const files = [{ name: 'cv.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }]
  const sent = async (who: string, text = '') => (await committee.act(who, { kind: 'typed', text }, { files })).reply

  it('is offered for five opinions and says how many it does not name; with a code beside it, for that one', async () => {
    await storeRounds(committee.db, 7, due, () => [member])
    const reply = await sent(member)
    const labels = buttonsOf(messageOf(reply)).map(({ label }) => label)
    expect(labels).toEqual(
      [...[1, 2, 3, 4, 5].map((n) => t.asLetterFor(`DT-00${n}`)), t.discard].map((label) => `${label}: cv.png`),
    )
    expect(textOf(reply)).toContain(t.moreUses(2))
    const named = await sent(member, 'DT-007')
    expect(button(named, t.asLetterFor('DT-007'))).toMatchObject({ kind: 'attachment.save.form' })
    expect(textOf(named)).not.toContain(t.moreUses(2))
  })

  it('has its uses in its own row, and two of one name can be told apart', async () => {
    await storeRounds(committee.db, 1, due, () => [member])
    const two = [...files, ...files]
    const reply = (await committee.act(member, { kind: 'typed', text: '' }, { files: two })).reply
    expect(buttonsOf(messageOf(reply)).map(({ label }) => label)).toEqual(
      ['cv.png', 'cv.png (2)'].flatMap((row) =>
        [t.asLetterFor('DT-001'), t.discard].map((label) => `${label}: ${row}`),
      ),
    )
    expect(textOf(reply).split(t.keptForADay)).toHaveLength(2)
  })

  it('counts the opinions that may be recorded with it as well, each kind by itself', async () => {
    await storeRounds(committee.db, 6, due, () => [otherMember])
    expect(textOf(await sent(coordinator))).toContain(t.moreUses(1))
    await committee.db.round.deleteMany({ where: { item: { key: 'DT-006' } } })
    expect(textOf(await sent(coordinator))).not.toMatch(/Còn \d+ cách/)
  })
})

describe('with 250 open rounds', () => {
  beforeEach(async () => {
    await storeRounds(committee.db, 250, due, () => [member])
  })

  it('the first page names eight and counts the others', async () => {
    const home = await committee.press(member, { kind: 'home.show' })
    expect(messageOf(home).text).toBe(vi.home.summary(250))
    expect(textOf(home)).toContain(vi.home.moreWaiting(242))
    expect(textOf(await committee.press(coordinator, { kind: 'home.show' }))).toContain(vi.home.more(242))
  })

  it('the state of all of them comes page by page, each within what platforms show, to the last', async () => {
    let reply = await committee.press(coordinator, { kind: 'status.show' })
    const seen = new Set<string>()
    for (let page = 1; page <= 32; page += 1) {
      const message = messageOf(reply)
      expect(message.text).toBe(vi.board.allCounted(250))
      expect(textOf(reply)).toContain(vi.page(page, 32))
      expect(showsWhole(message), `page ${page}`).toBe(true)
      for (const one of buttonsOf(message))
        if ('intent' in one && one.intent.kind === 'board.show') seen.add(one.intent.round)
      if (page < 32) reply = await committee.press(coordinator, button(reply, vi.buttons.nextPage))
    }
    expect(seen.size).toBe(250)
  })

  it('one’s own come page by page, and those answered after those that wait', async () => {
    const [first] = await committee.db.round.findMany({ orderBy: { dueAt: 'asc' }, take: 1 })
    await committee.press(member, { kind: 'opinion.type', item: 'DT-001', position: 'agree' })
    await committee.press(member, { kind: 'opinion.submit', round: first?.id ?? '', revision: 1 })
    const mine = await committee.press(member, { kind: 'opinion.list' })
    expect(textOf(mine)).toContain('Đề án thử nghiệm số 2 ')
    expect(textOf(mine)).not.toContain('Đề án thử nghiệm số 1 ')
    expect(showsWhole(messageOf(mine))).toBe(true)
    expect(textOf(await committee.press(member, { kind: 'opinion.list', page: 31 }))).toContain(
      'Đề án thử nghiệm số 1 ',
    )
  })

  it('a question on which of them an opinion is says how many it does not name', async () => {
    const question = await committee.type(member, 'đồng ý')
    expect(textOf(question)).toContain(vi.help.moreWaiting(242))
    expect(buttonsOf(messageOf(question))).toHaveLength(9)
    expect(button(question, vi.buttons.mine)).toEqual({ kind: 'opinion.list' })
  })
})

it('a day is explained with the deadlines that fall on it, however many fall on other days', async () => {
  // An hour apart: the last of the sixty is due on the third of July at 4:00.
  await storeRounds(committee.db, 60, due, () => [member])
  expect(textOf(await committee.type(coordinator, 'vì sao 03/07?'))).toContain('Đề án thử nghiệm số 60')
  const crowded = await committee.type(coordinator, 'vì sao 02/07?')
  expect(textOf(crowded)).toMatch(/Còn \d+ hạn hoặc lần nhắc khác vào ngày này/)
  expect(showsWhole(messageOf(crowded))).toBe(true)
})
