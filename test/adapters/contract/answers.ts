import { expect, test } from 'vitest'
import type { Message } from '../../../src/contract/message.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { buttonOf, fill, openForm, press, wordsShown } from './acts.ts'
import type { Driver, Platform } from './driver.ts'
import { emptyForm, said } from './samples.ts'

const card = (text: string): Message => ({
  text,
  blocks: [
    { kind: 'text', text },
    { kind: 'buttons', buttons: [{ label: `Mở ${text}`, intent: { kind: 'help.show' } }] },
  ],
})

export function answersAreShown({ gaps }: Platform, world: () => Driver): void {
  const form: Reply = { kind: 'form', form: emptyForm }
  const answer = (filled: Reply) => world().host.answers(({ input }) => (input.kind === 'filled' ? filled : form))

  test('an answer to typed words is shown below what is there', async () => {
    await world().send(card('một'))
    world().host.answers(said('Trợ giúp'))
    await world().type('trợ giúp')
    expect(await wordsShown(world())).toEqual(['một', 'Trợ giúp'])
  })

  test('an answer that replaces stands in the place of the card that was pressed, and of no other', async () => {
    for (const text of ['một', 'hai', 'ba']) await world().send(card(text))
    world().host.answers(said('Đã ghi nhận', true))
    await press(world(), 'Mở hai')
    expect(await wordsShown(world())).toEqual(['một', 'Đã ghi nhận', 'ba'])
    expect((await world().shown()).cards[1]?.buttons).toEqual([])
  })

  test('an answer that does not replace leaves the card as it is', async () => {
    await world().send(card('một'))
    world().host.answers(said('Xem đây'))
    await press(world(), 'Mở một')
    expect(await wordsShown(world())).toEqual(['một', 'Xem đây'])
    expect(buttonOf((await world().shown()).cards[0], 'Mở một')).toBeDefined()
  })

  test('an answer that replaces is a card like any other: it can be pressed, and replaced again', async () => {
    await world().send(card('một'))
    world().host.answers({ kind: 'message', message: card('hai'), replaces: true })
    await press(world(), 'Mở một')
    world().host.answers({ kind: 'message', message: card('ba'), replaces: true })
    await press(world(), 'Mở hai')
    expect(await wordsShown(world())).toEqual(['ba'])
  })

  test('a press is acknowledged only after the core has answered', async () => {
    await world().send(card('một'))
    const stored = Promise.withResolvers<Reply>()
    world().host.answers(() => stored.promise)
    let acknowledged = false
    const pressed = press(world(), 'Mở một').finally(() => {
      acknowledged = true
    })
    while (world().host.received.length === 0) await world().deliver('{}')
    await world().deliver('{}')
    expect(acknowledged).toBe(false)
    stored.resolve(said('Xem đây'))
    expect(await pressed).toBe(200)
  })

  test('no answer shows nothing', async () => {
    await world().send(card('một'))
    await world().type('chuyện phiếm')
    await press(world(), 'Mở một')
    expect(await wordsShown(world())).toEqual(['một'])
    expect((await world().shown()).form).toBeUndefined()
  })

  test('typed words that come twice are answered once', async () => {
    world().host.answers(said('Trợ giúp'))
    await world().type('trợ giúp')
    expect(await world().redeliver()).toBe(200)
    expect(await wordsShown(world())).toEqual(['Trợ giúp'])
  })

  test('a press that comes twice is answered once', async () => {
    await world().send(card('một'))
    world().host.answers(said('Xem đây'))
    await press(world(), 'Mở một')
    expect(await world().redeliver()).toBe(200)
    expect(await wordsShown(world())).toEqual(['một', 'Xem đây'])
  })

  test.skipIf(gaps.includes('second answer')).each(['typed', 'pressed'] as const)(
    'what could not be answered yet is not the answer: %s again, the answer is shown',
    async (kind) => {
      await world().send(card('một'))
      world().host.answers(said('Chưa kịp'), { provisional: true })
      if (kind === 'typed') await world().type('trợ giúp')
      else await press(world(), 'Mở một')
      await world().redeliver()
      const before = (await wordsShown(world())).filter((text) => text === 'Chưa kịp')
      expect(before).toHaveLength(1)
      world().host.answers(said('Xem đây'))
      for (const _ of [1, 2]) expect(await world().redeliver()).toBe(200)
      expect((await wordsShown(world())).filter((text) => text === 'Xem đây')).toHaveLength(1)
    },
  )

  test('a press that comes again while the first is being answered is answered once', async () => {
    await world().send(card('một'))
    const stored = Promise.withResolvers<Reply>()
    world().host.answers(() => stored.promise)
    const first = press(world(), 'Mở một')
    while (world().host.received.length === 0) await new Promise(setImmediate)
    const second = world().redeliver()
    while (world().host.received.length === 1) await new Promise(setImmediate)
    stored.resolve(said('Xem đây'))
    expect(await Promise.all([first, second])).toEqual([200, 200])
    expect(await wordsShown(world())).toEqual(['một', 'Xem đây'])
  })

  test('a press that opens a form and comes twice opens it once', async () => {
    await world().send(card('một'))
    world().host.answers(form)
    await press(world(), 'Mở một')
    const before = await world().shown()
    expect(await world().redeliver()).toBe(200)
    const after = await world().shown()
    expect(after.cards).toHaveLength(before.cards.length)
    expect(after.form?.title).toBe(emptyForm.title)
  })

  test('typed words answered by a form that come twice show it once', async () => {
    world().host.answers(form)
    await world().type('góp ý')
    const before = await world().shown()
    await world().redeliver()
    expect((await world().shown()).cards).toHaveLength(before.cards.length)
  })

  test('a filled form that comes twice is answered once', async () => {
    await world().send(card('một'))
    answer(said('Đã lưu'))
    await press(world(), 'Mở một')
    await fill(world(), {})
    expect(await world().redeliver()).toBe(200)
    const words = await wordsShown(world())
    expect(words.filter((text) => text === 'Đã lưu')).toHaveLength(1)
    expect((await world().shown()).form).toBeUndefined()
  })

  test('an answer to a form that replaces stands where the form was opened', async () => {
    for (const text of ['một', 'hai']) await world().send(card(text))
    answer(said('Đã lưu', true))
    await press(world(), 'Mở một')
    await fill(world(), {})
    expect(await wordsShown(world())).toEqual(['Đã lưu', 'hai'])
    expect((await world().shown()).form).toBeUndefined()
  })

  test('a form may follow a form', async () => {
    await world().send(card('một'))
    world().host.answers(({ input }) =>
      input.kind === 'filled' ? { kind: 'form', form: { ...emptyForm, title: 'Bước hai' } } : form,
    )
    await press(world(), 'Mở một')
    await fill(world(), { 'Nội dung': 'lời của bước một' })
    const next = await openForm(world())
    expect(next.title).toBe('Bước hai')
    // Nothing typed into the first is carried into the second.
    expect(next.fields.flatMap(({ value }) => value).join('')).toBe('')
  })
}
