import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { renderMessage as onTeams } from '../../adapters/msteams/drawing/render.ts'
import { renderMessage as onSlack } from '../../adapters/slack/drawing/render.ts'
import type { Message } from '../../src/contract/message.ts'
import { plain } from '../../src/contract/plain.ts'
import { vi } from '../../src/texts/vi.ts'
import { buttonsOf, coordinator, messageOf, openRoundOn, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { validateMessage } from '../support/slack-validate.ts'
import { cardFaults } from '../support/teams-schema.ts'

const crowd = 120
const items = ['ND-DLCN', 'CL-CPDT', 'CSDL-DC', 'HT-TVCS']

const committee = committeeEachTest()
beforeEach(async () => {
  // Names and offices as long as real ones get, nobody of them linked.
  const people = Array.from({ length: crowd }, (_, n) => ({
    id: randomUUID(),
    key: `thanh-vien-${n}`,
    name: `Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Anh ${n}`,
    organisation: `Ủy ban nhân dân thành phố trực thuộc Trung ương ${n}`,
    createdAt: committee.now(),
  }))
  await committee.db.person.createMany({ data: people })
  await committee.db.role.createMany({
    data: people.map(({ id }) => ({ id: randomUUID(), personId: id, role: 'member', fromDay: '2020-01-01' })),
  })
  for (const item of items) await openRoundOn(committee, item, { day: '2020-06-30', time: '17:00' })
})

function expectWhole(message: Message): void {
  const slack = onSlack(message)
  expect([...validateMessage(slack), ...cardFaults(onTeams(message))]).toEqual([])
  const shown = [JSON.stringify(slack), JSON.stringify(onTeams(message))]
  for (const { label } of buttonsOf(message)) for (const text of shown) expect(text).toContain(label)
}

it('every button of a digest, a preview and a rehearsal shows on Slack and Teams, however many are asked', async () => {
  committee.setClock('2020-07-06T08:00')
  expectWhole(messageOf(await committee.press(coordinator, { kind: 'digest.show' })))
  expectWhole(messageOf(await committee.type(coordinator, 'nhắc tất cả')))
  const rehearsal = await committee.press(coordinator, { kind: 'rehearsal.show', from: '2020-07-06', to: '2020-07-10' })
  expectWhole(messageOf(rehearsal))
  // 139 nudged at once are not named one by one.
  expect(textOf(rehearsal)).toContain(`${vi.rehearse.people(crowd + 19)}: `)
  expect(textOf(rehearsal)).toContain(vi.round.others(crowd + 19 - 30))
})

it('several rounds that are long overdue on one morning leave room for the buttons of each', async () => {
  committee.setClock('2020-07-07T09:00')
  await committee.nudge()
  const sent = await committee.deliver()
  const letters = sent.flatMap(({ message }) => (message === undefined ? [] : [message]))
  const escalation = letters.find((letter) => plain(letter).includes(vi.digest.escalation.why))
  if (escalation === undefined) throw new Error('no escalation was sent')
  expect(buttonsOf(escalation)).toHaveLength(3 * items.length)
  expectWhole(escalation)
})
