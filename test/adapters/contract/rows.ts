import { expect, test } from 'vitest'
import type { Intent } from '../../../src/contract/intent.ts'
import type { Block, Button, Choice, Own } from '../../../src/contract/message.ts'
import { buttonOf, flat, last, openForm, press } from './acts.ts'
import type { Card, Driver } from './driver.ts'
import { expectInOrder } from './messages.ts'
import { emptyForm, sly } from './samples.ts'

const show = (item: string): Intent => ({ kind: 'item.show', item })
const edit = (row: string): Button => ({ label: 'Sửa', intent: show(`sửa ${row}`) })
const remove = (row: string): Button => ({ label: 'Bỏ', style: 'danger', intent: show(`bỏ ${row}`) })
const own = (row: string, count: 1 | 2): Own => ({ row, buttons: [edit(row), remove(row)].slice(0, count) })

/** A row of each kind that carries buttons, by what it says. */
const kinds: readonly (readonly [string, (words: string, of: Own) => Block])[] = [
  ['a paragraph', (text, of) => ({ kind: 'text', text, own: of })],
  ['a paragraph in bold', (text, of) => ({ kind: 'text', text, tone: 'strong', own: of })],
  ['an item of a list', (text, of) => ({ kind: 'list', items: [{ text, own: of }] })],
  ['a bar', (label, of) => ({ kind: 'progress', label, done: 3, total: 7, own: of })],
  ['a quotation', (text, of) => ({ kind: 'quote', text, by: 'Bộ Y tế', own: of })],
  ['a quotation of nobody', (text, of) => ({ kind: 'quote', text, own: of })],
]

const rows = ['Điều 5', 'Điều 6', `Điều 7 ${sly}`]
const choiceOf = (count: number): Choice => ({
  kind: 'choice',
  label: 'Đoàn nào?',
  submit: 'Xem',
  missing: 'Đồng chí chưa chọn đoàn.',
  options: Array.from({ length: count }, (_, at) => ({ label: `Đoàn số ${at + 1}`, intent: show(`đoàn-${at + 1}`) })),
})

/** Buttons stand with the row that they are about, and say which it is; one of many alike is chosen from a list. */
export function rowsHaveTheirButtons(world: () => Driver): void {
  async function sent(blocks: readonly Block[]): Promise<Card> {
    expect(await world().send({ text: 'Bản nháp', blocks })).toMatchObject({ status: 'sent' })
    const card = (await world().shown()).cards.at(-1)
    if (card === undefined) throw new Error('nothing is shown')
    return card
  }

  for (const [kind, block] of kinds)
    test.each([1, 2] as const)(`${kind} has its own buttons directly with it: %i`, async (count) => {
      const card = await sent(rows.map((row) => block(`Lời về ${row}`, own(row, count))))
      const buttons = ['Sửa', 'Bỏ'].slice(0, count)
      expectInOrder(
        card.reading.join('\n'),
        rows.flatMap((row) => [`Lời về ${row}`, ...buttons]),
      )
      expect(card.buttons.map(({ heard }) => flat(heard)).filter((heard) => !heard.includes('Điều 7'))).toEqual(
        rows.slice(0, 2).flatMap((row) => buttons.map((label) => `${label}: ${row}`)),
      )
      expect(card.buttons.map(({ label }) => label)).toEqual(rows.flatMap(() => buttons))
      expect(card.acting).toEqual([])
      for (const [at, row] of rows.entries()) {
        expect(await card.buttons[at * count]?.press()).toBe(200)
        expect(last(world()).input).toEqual({ kind: 'pressed', intent: show(`sửa ${row}`) })
      }
    })

  test('a row keeps as many buttons as a file can have uses, each of which can be pressed', async () => {
    const uses = Array.from(
      { length: 16 },
      (_, at): Button => ({ label: `Dùng ${at + 1}`, intent: show(`dùng-${at + 1}`) }),
    )
    const files = ['một.pdf', 'hai.pdf']
    const card = await sent(
      files.map((row) => ({ kind: 'text', text: `Đã nhận ${row}.`, tone: 'strong', own: { row, buttons: uses } })),
    )
    expectInOrder(
      card.reading.join('\n'),
      files.flatMap((row) => [`Đã nhận ${row}.`, ...uses.map(({ label }) => label)]),
    )
    expect(card.buttons.map(({ heard }) => flat(heard))).toEqual(
      files.flatMap((row) => uses.map(({ label }) => `${label}: ${row}`)),
    )
    expect(await card.buttons[31]?.press()).toBe(200)
    expect(last(world()).input).toEqual({ kind: 'pressed', intent: show('dùng-16') })
  })

  test('ten comments with two buttons each are all there, with the buttons of the whole card', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `Điều ${at + 1}`)
    const words = 'Đề nghị quy định rõ trách nhiệm của cơ quan chủ trì, thời hạn và hồ sơ. '.repeat(3).trim()
    const card = await sent([
      ...names.map((by): Block => ({ kind: 'quote', by, text: `${by}. ${words}`, own: own(by, 2) })),
      { kind: 'buttons', buttons: [{ label: 'Gửi', style: 'primary', intent: { kind: 'help.show' } }] },
    ])
    expectInOrder(card.reading.join('\n'), [...names.flatMap((by) => [by, words, 'Sửa', 'Bỏ']), 'Gửi'])
  })

  test('where a card has to be cut, no button stands without its row', async () => {
    const names = Array.from({ length: 90 }, (_, at) => `mục thứ ${at + 1} trong danh sách.`)
    const long = 'Nội dung dài. '.repeat(60)
    const card = await sent(names.map((name) => ({ kind: 'quote', text: `${long}${name}`, own: own(name, 2) })))
    const shown = card.buttons.filter(({ label }) => label === 'Sửa').length
    expect(card.buttons).toHaveLength(shown * 2)
    expectInOrder(
      card.reading.join('\n'),
      names.slice(0, shown).flatMap((name) => [...(shown > 10 ? [] : [name]), 'Sửa', 'Bỏ']),
    )
  })

  test('where a card has to be cut, the buttons that end it stay, and the line below them', async () => {
    const long = 'Nội dung dài. '.repeat(60)
    const card = await sent([
      ...Array.from({ length: 90 }, (): Block => ({ kind: 'quote', text: long })),
      { kind: 'buttons', buttons: [{ label: 'Gửi', style: 'primary', intent: { kind: 'help.show' } }] },
      { kind: 'text', text: 'Bản nháp được lưu ở mỗi bước.', tone: 'subtle' },
    ])
    expectInOrder(card.reading.join('\n'), ['Nội dung dài.', 'Gửi', 'Bản nháp được lưu ở mỗi bước.'])
  })

  test('an address stands in its row too, and nothing but a web address is opened', async () => {
    const buttons = [
      { label: 'Mở', url: 'https://example.org/a' },
      { label: 'Đọc', url: 'javascript:alert(1)' },
    ]
    const card = await sent([{ kind: 'list', items: [{ text: 'Văn bản', own: { row: 'Văn bản', buttons } }] }])
    expect(card.buttons.map(({ label, url }) => [label, url])).toEqual([['Mở', 'https://example.org/a']])
    expectInOrder(card.words, ['Văn bản', 'Đọc'])
    expect(card.acting).toEqual([])
  })

  test('a group of buttons stands under its name', async () => {
    const card = await sent([
      { kind: 'buttons', label: 'Việc thường làm', buttons: [edit('một')] },
      { kind: 'buttons', label: `Tra cứu ${sly}`, buttons: [remove('hai')] },
    ])
    expectInOrder(card.reading.join('\n'), ['Việc thường làm', 'Sửa', `Tra cứu ${sly}`, 'Bỏ'])
    expect(card.acting).toEqual([])
  })

  test('one of many alike is chosen from a list and comes back as a press', async () => {
    const card = await sent([
      { kind: 'text', text: 'Có 11 đoàn.' },
      choiceOf(11),
      { kind: 'buttons', buttons: [{ label: 'Trang chính', intent: { kind: 'home.show' } }] },
    ])
    expect(card.choice?.label).toBe('Đoàn nào?')
    expect(card.choice?.options).toEqual(choiceOf(11).options.map(({ label }) => label))
    expect(card.buttons.map(({ label }) => label)).toEqual(['Trang chính'])
    expect(card.acting).toEqual([])
    for (const at of [2, 10]) {
      expect(await card.choice?.choose(at)).toBe(200)
      expect(last(world()).input).toEqual({ kind: 'pressed', intent: show(`đoàn-${at + 1}`) })
    }
  })

  test('nothing chosen is nothing pressed: no intent is made up', async () => {
    const card = await sent([choiceOf(3)])
    await card.choice?.choose(undefined)
    expect(world().host.received.flatMap(({ input }) => (input.kind === 'pressed' ? [input.intent] : []))).toSatisfy(
      (intents: unknown[]) => intents.every((intent) => intent === undefined),
    )
  })

  test('a list of sly names is a list of names', async () => {
    const options = [sly, '', 'a, b; c'].map((label, at) => ({ label, intent: show(`${at} ${sly.slice(0, 20)}`) }))
    const card = await sent([{ ...choiceOf(0), label: sly, options }])
    expect(card.acting).toEqual([])
    await card.choice?.choose(0)
    expect(last(world()).input).toEqual({ kind: 'pressed', intent: show(`0 ${sly.slice(0, 20)}`) })
  })

  test('of more than a platform shows, those that are shown can be chosen, and what is left out is said', async () => {
    const card = await sent([choiceOf(150)])
    const shown = card.choice?.options.length ?? 0
    expect(shown).toBeGreaterThan(30)
    if (shown < 150) expect(card.words).toMatch(/…/)
    await card.choice?.choose(shown - 1)
    expect(last(world()).input).toEqual({ kind: 'pressed', intent: show(`đoàn-${shown}`) })
  })

  test('options that carry much can be pressed all the same', async () => {
    const body = 'Không đồng ý với khoản 2. '.repeat(20).trim()
    const intents = ['ND-DLCN', 'QD-2'].map((item): Intent => ({ kind: 'opinion.type', item, body }))
    const options = intents.map((intent, at) => ({ label: `Đợt ${at + 1}`, intent }))
    const card = await sent([{ ...choiceOf(0), options }])
    await (card.choice === undefined ? buttonOf(card, 'Đợt 2').press() : card.choice.choose(1))
    expect(last(world()).input).toEqual({ kind: 'pressed', intent: intents[1] })
  })

  test('a form shows the words of rows and has nothing to press but its own', async () => {
    const intro: readonly Block[] = [
      { kind: 'quote', text: 'Lời cũ', own: own('Điều 5', 2) },
      { kind: 'list', items: [{ text: 'Một mục', own: own('Một mục', 1) }] },
      choiceOf(3),
      { kind: 'buttons', buttons: [edit('x')] },
    ]
    await sent([{ kind: 'buttons', buttons: [{ label: 'Mở', intent: { kind: 'help.show' } }] }])
    world().host.answers({ kind: 'form', form: { ...emptyForm, intro } })
    await press(world(), 'Mở')
    const form = await openForm(world())
    expectInOrder(form.words, ['Lời cũ', 'Một mục'])
    expect(form.buttons.map(({ label }) => label)).not.toContain('Sửa')
    expect(form.choice).toBeUndefined()
  })
}
