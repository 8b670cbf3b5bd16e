import { beforeEach, describe, expect, it } from 'vitest'
import { renderMessage } from '../../adapters/slack/drawing/render.ts'
import { createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, formOf, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { validateMessage } from '../support/slack-validate.ts'
import { planVisit } from '../support/visits.ts'

const committee = committeeEachTest()
let visit: string
beforeEach(async () => {
  visit = await planVisit(committee, '3', 'Bộ Y tế', '2020-06-22T08:00')
})

async function preview(values: Record<string, string>) {
  const form = formOf(await committee.press(coordinator, { kind: 'visit.check.form', visit }))
  return await committee.fill(coordinator, form, values)
}
const many = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

it('a place, a note and a reason as long as they may be are carried by the preview and saved to the letter', async () => {
  const words = {
    place: many('Trụ sở “Ủy ban”, đường Nguyễn Huệ ', 200).trim(),
    note: many('Nội dung: “chuyển đổi số”;\n"Đề án" số 06 ', 500).trim(),
    reason: many('Đơn vị đề nghị dời ', 300).trim(),
  }
  const message = messageOf(await preview({ day: '2020-06-23', ...words }))
  expect(validateMessage(renderMessage(message))).toEqual([])
  const save = buttonsOf(message)[0]
  if (save === undefined || !('intent' in save)) throw new Error('nothing to save')
  await committee.press(coordinator, save.intent)
  expect(await committee.db.visit.findUnique({ where: { id: visit } })).toMatchObject({
    place: words.place,
    note: words.note,
  })
})

it.each([
  ['place', '\u{1F3E2}'.repeat(150), vi.errors.tooLong(300, 200)],
  ['note', '\u{1F3E2}'.repeat(300), vi.errors.tooLong(600, 500)],
  ['reason', '\u{1F3E2}'.repeat(200), vi.errors.tooLong(400, 300)],
])('a %s that no button takes is said while the form is open', async (name, word, said) => {
  expect(await preview({ day: '2020-06-23', [name]: word })).toMatchObject({
    kind: 'invalid',
    fields: { [name]: said },
  })
})

it('words that become too long on their way are said while the form is open', async () => {
  const words = { place: '"'.repeat(200), note: `${'"\n'.repeat(249)}"`, reason: '"'.repeat(300) }
  const reply = await preview({ day: '2020-06-23', ...words })
  expect(textOf(reply)).toContain(vi.visits.tooMuch)
  expect(reply).toMatchObject({ kind: 'invalid', fields: { note: vi.visits.tooMuch } })
})

describe('a unit with many visits', () => {
  const at = (nth: number) => `2020-07-${String(1 + nth).padStart(2, '0')}T08:00`
  const of = async (name: string) => (await committee.db.unit.findUniqueOrThrow({ where: { name } })).id

  it('that are done hides none that is still to come', async () => {
    for (let nth = 0; nth < 12; nth += 1) await planVisit(committee, '3', 'Phú Thọ', at(nth))
    await committee.db.visit.updateMany({ where: { unit: { name: 'Phú Thọ' } }, data: { state: 'done' } })
    const id = await planVisit(committee, '3', 'Phú Thọ', at(20))
    const form = formOf(await committee.press(coordinator, { kind: 'visit.cancel.form', unit: await of('Phú Thọ') }))
    expect(form.intent).toMatchObject({ kind: 'visit.cancel', visit: id })
  })

  it('of others that are not to be known hides none of one’s own', async () => {
    for (let nth = 0; nth < 12; nth += 1) await planVisit(committee, '5', 'Phú Thọ', at(nth))
    const id = await planVisit(committee, '3', 'Phú Thọ', at(20))
    const app = createApp({ ...committee.host, othersSee: 'none', wake: () => undefined })
    const intent = { kind: 'move.ask.form', unit: await of('Phú Thọ') } as const
    const { reply } = await app.receive(committee.inbound('sample-td3', { kind: 'pressed', intent }))
    expect(formOf(reply).intent).toMatchObject({ kind: 'move.ask', visit: id })
  })

  it('says how many it does not offer, and the way to them', async () => {
    for (let nth = 0; nth < 12; nth += 1) await planVisit(committee, '3', 'Phú Thọ', at(nth))
    const unit = await of('Phú Thọ')
    const reply = await committee.press(coordinator, { kind: 'visit.show', unit })
    expect(textOf(reply)).toContain(vi.visits.notNamed(2))
    expect(button(reply, vi.schedule.button)).toEqual({ kind: 'schedule.show', unit })
  })
})

describe('a day or a time that no calendar and no clock has', () => {
  it.each(['2020-02-30', '2020-13-01', '9999-12-31', '0001-01-01'])(
    'is refused where a schedule is asked for: %s',
    async (day) => {
      const refused = vi.refusals['no-such-day']({ day })
      for (const intent of [
        { kind: 'schedule.show', from: day },
        { kind: 'schedule.show', to: day },
        { kind: 'calendar.export', team: '3', from: day },
      ] as const)
        expect(textOf(await committee.press(coordinator, intent))).toBe(refused)
    },
  )

  it('does not stand in a form, which no platform would open', async () => {
    const asked = {
      kind: 'visit.check.form',
      visit,
      day: '2020-02-30',
      time: '25:00',
      endDay: '2020-13-01',
      endTime: '24:00',
    } as const
    const form = formOf(await committee.press(coordinator, asked))
    expect(JSON.stringify(form)).not.toMatch(/2020-02-30|25:00|2020-13-01|24:00/)
  })
})
