import { expect, it } from 'vitest'
import { renderMessage as cardOf } from '../../adapters/msteams/drawing/render.ts'
import { renderMessage } from '../../adapters/slack/drawing/render.ts'
import type { Message } from '../../src/contract/message.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, formOf, member, messageOf, openRoundOn, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const { opinion: t, buttons: b } = vi

/** A draft of long words, with so many long comments. */
async function write(count: number, length = 400): Promise<string> {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const words = (about: string) => `${about} `.repeat(Math.ceil(length / (about.length + 1))).slice(0, length)
  const edit = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
  await committee.fill(member, edit, { position: 'other', body: words('Cơ bản thống nhất.').repeat(3).slice(0, 1200) })
  for (let place = 1; place <= count; place++) {
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    const values = { provision: `Điều ${place} khoản 1`, remark: words(`Ý ${place}.`), proposal: words('Sửa.') }
    await committee.fill(member, form, values)
  }
  return round
}

const show = (round: string, page?: number) => committee.press(member, { kind: 'opinion.show', round, page })

/** All pages from the first, turned by their buttons. */
async function pages(round: string): Promise<readonly Message[]> {
  const all = [messageOf(await show(round))]
  for (;;) {
    const last = all.at(-1)
    const next = last && buttonsOf(last).find(({ label }) => label === b.nextPage)
    if (next === undefined || !('intent' in next)) return all
    const turned = await committee.press(member, next.intent)
    expect(turned).toMatchObject({ replaces: true })
    all.push(messageOf(turned))
  }
}
const labels = (message: Message) => buttonsOf(message).map(({ label }) => label)

it.each([
  [10, 400],
  [12, 40],
])(
  'of %i comments of %i letters each page is whole on Slack and Teams, and each comment can be changed',
  async (count, length) => {
    const all = await pages(await write(count, length))
    expect(all.length).toBeGreaterThan(1)
    for (const message of all) {
      for (const drawn of [renderMessage(message), cardOf(message)]) {
        expect(JSON.stringify(drawn)).not.toContain('"…"')
        expect(JSON.stringify(drawn)).toContain('opinion.submit')
      }
      expect(textOf({ kind: 'message', message })).toContain(t.comments(count))
    }
    for (let place = 1; place <= count; place++)
      expect(all.flatMap(labels).filter((label) => label === `${b.editComment}: Điều ${place} khoản 1`)).toHaveLength(1)
  },
)

it('a comment that was changed or is taken out leaves the page where it stands', async () => {
  const round = await write(10)
  const last = (await pages(round)).at(-1)
  if (last === undefined) throw new Error('no page')
  const edit = formOf(await committee.press(member, button(last, `${b.editComment}: Điều 10 khoản 1`)))
  const saved = await committee.fill(member, edit, { remark: 'Đã sửa lại.' })
  expect(textOf(saved)).toContain('Đã sửa lại.')
  expect(textOf(saved)).toContain(vi.page(3, 3))
  const gone: Reply = await committee.press(member, button(saved, `${b.removeComment}: Điều 10 khoản 1`))
  expect(textOf(gone)).toContain('Điều 9 khoản 1')
  expect(textOf(gone)).not.toContain('Điều 1 khoản 1')
})

it('a receipt says how many it does not show, and where they are read', async () => {
  const round = await write(10)
  const sent = await committee.press(member, button(await show(round), b.send))
  expect(textOf(sent)).toMatch(/và \d+ góp ý khác; xem toàn văn để đọc hết\./)
  expect(JSON.stringify(renderMessage(messageOf(sent)))).not.toContain('"…"')
  expect(labels(messageOf(sent))).toContain(b.readFull)
})
