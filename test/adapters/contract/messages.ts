import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Intent } from '../../../src/contract/intent.ts'
import type { Block, Message } from '../../../src/contract/message.ts'
import { runs } from '../../support/runs.ts'
import { buttonOf, flat, last } from './acts.ts'
import { anyIntent } from './arbitraries.ts'
import type { Driver } from './driver.ts'
import { everyBlock, sly, wordsOf } from './samples.ts'

/** Asks that all these words are there, to the letter and in this order. */
export function expectInOrder(shown: string, words: readonly string[]): void {
  let rest = flat(shown)
  for (const word of words.map(flat)) {
    const at = rest.indexOf(word)
    expect(at, `“${word}” in what follows: ${rest}`).not.toBe(-1)
    rest = rest.slice(at + word.length)
  }
}

export function messagesAreShown(world: () => Driver): void {
  async function sent(message: Message) {
    expect(await world().send(message)).toMatchObject({ status: 'sent' })
    const card = (await world().shown()).cards.at(-1)
    if (card === undefined) throw new Error('nothing is shown')
    return card
  }

  const cases = (everyBlock.blocks ?? []).map((block): [string, Block] => [block.kind, block])
  test.each(cases)('%s: no word of a block is lost', async (_, block) => {
    const card = await sent({ text: 'Thông báo', blocks: [block, { kind: 'text', text: 'Hết.' }] })
    expectInOrder(card.words, [...wordsOf(block), 'Hết.'])
    expect(card.acting).toEqual([])
  })

  test('every kind of block together stands in its order, under its title', async () => {
    const card = await sent(everyBlock)
    expectInOrder(card.words, [everyBlock.title ?? '', ...(everyBlock.blocks ?? []).flatMap(wordsOf)])
    expect(card.acting).toEqual([])
  })

  test('a message without blocks shows its text', async () => {
    const card = await sent({ text: `Kính gửi ${sly}` })
    expect(flat(card.words)).toBe(flat(`Kính gửi ${sly}`))
    expect(card.acting).toEqual([])
  })

  test('the notification is the text of the message, and no word of its blocks', async () => {
    const card = await sent({ text: `Có ý kiến mới ${sly}`, blocks: [{ kind: 'quote', text: 'Không đồng ý.' }] })
    expect(card.notification).toBe(`Có ý kiến mới ${sly}`)
    expect(card.acting).toEqual([])
  })

  test('a title of sly words is shown and does nothing', async () => {
    const card = await sent({ text: 'x', title: sly, blocks: [] })
    expectInOrder(card.words, [sly])
    expect(card.acting).toEqual([])
  })

  test('a button with a web address opens it, and nothing but a web address is ever opened', async () => {
    const url = 'https://example.org/du-thao.pdf?a=1&b=2#Điều'
    const buttons = [
      { label: 'Xem tài liệu', url },
      { label: 'Một', url: 'javascript:alert(1)' },
      { label: 'Hai', url: 'data:text/html,x' },
      { label: 'Ba', url: 'tel:113' },
    ]
    const card = await sent({ text: 'x', blocks: [{ kind: 'buttons', buttons }] })
    expect(buttonOf(card, 'Xem tài liệu').url).toBe(url)
    expect(card.buttons.flatMap((button) => button.url ?? [])).toEqual([url])
    // What opens nothing can still be read.
    expectInOrder(card.words, ['Một', 'Hai', 'Ba'])
    expect(card.acting).toEqual([])
  })

  test('buttons stand in their order, with their labels', async () => {
    const labels = Array.from({ length: 14 }, (_, at) => `Nút ${at} <b>*x*</b>`)
    const buttons = labels.map((label) => ({ label, intent: { kind: 'help.show' } as const }))
    const card = await sent({ text: 'x', blocks: [{ kind: 'buttons', buttons }] })
    expect(card.buttons.map(({ label }) => label)).toEqual(labels)
    expect(card.acting).toEqual([])
  })

  test('a pressed button gives back its whole intent, as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyIntent, { minLength: 1, maxLength: 4 }), async (intents: readonly Intent[]) => {
        const buttons = intents.map((intent, at) => ({ label: `Nút ${at}`, intent }))
        const card = await sent({ text: 'x', blocks: [{ kind: 'buttons', buttons }] })
        for (const { label, intent } of buttons) {
          expect(await buttonOf(card, label).press()).toBe(200)
          expect(last(world()).input).toEqual({ kind: 'pressed', intent })
        }
      }),
      { numRuns: runs(20) },
    )
  })

  test('a press says who pressed, for their eyes alone', async () => {
    const card = await sent({
      text: 'x',
      blocks: [{ kind: 'buttons', buttons: [{ label: 'Nút', intent: { kind: 'help.show' } }] }],
    })
    await buttonOf(card, 'Nút').press()
    const { platform, tenant, user } = world().person
    expect(last(world())).toMatchObject({ from: { platform, tenant, user }, audience: 'private' })
  })
}
