import { expect, test } from 'vitest'
import type { Message } from '../../../src/contract/message.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { fill, press } from './acts.ts'
import type { Driver } from './driver.ts'
import { emptyForm } from './samples.ts'

const notSent: Message = {
  text: 'Bản nháp về “Dự thảo Nghị định”, chưa gửi.',
  blocks: [
    { kind: 'text', text: 'Chưa gửi' },
    { kind: 'buttons', buttons: [{ label: 'Gửi', intent: { kind: 'help.show' } }] },
  ],
}
const sent: Message = {
  text: 'Đã ghi nhận ý kiến về “Dự thảo Nghị định”.',
  blocks: [
    { kind: 'text', text: 'Đã gửi' },
    { kind: 'buttons', buttons: [{ label: 'Sửa ý kiến', intent: { kind: 'help.show' } }] },
  ],
}
const closed: Message = { text: 'Đợt lấy ý kiến đã đóng.', blocks: [{ kind: 'text', text: 'Đã đóng' }] }
const instead = (message: Message): Reply => ({ kind: 'message', message, replaces: true })

/** A card in the place of another is called by its own words: in the notification, and where a screen reader hears it. */
export function replacedCardsAreCalledAnew(world: () => Driver): void {
  const names = async () => (await world().shown()).cards.map(({ notification }) => notification)

  async function standing(): Promise<string> {
    await world().send({ text: 'Thông báo khác' })
    const delivery = await world().send(notSent)
    if (delivery.status !== 'sent') throw new Error('not sent')
    return delivery.ref
  }

  test('an update has the name of what it says now', async () => {
    await world().update(await standing(), sent)
    expect(await names()).toEqual(['Thông báo khác', sent.text])
  })

  test('an answer in the place of the card has its own name, and so has the next one', async () => {
    await standing()
    world().host.answers(instead(sent))
    await press(world(), 'Gửi')
    expect(await names()).toEqual(['Thông báo khác', sent.text])
    world().host.answers(instead(closed))
    await press(world(), 'Sửa ý kiến')
    expect(await names()).toEqual(['Thông báo khác', closed.text])
  })

  test('what a filled form puts in the place of its card has its own name', async () => {
    await standing()
    world().host.answers(({ input }) => (input.kind === 'filled' ? instead(sent) : { kind: 'form', form: emptyForm }))
    await press(world(), 'Gửi')
    await fill(world(), {})
    expect(await names()).toEqual(['Thông báo khác', sent.text])
  })

  test('an update of a card that was replaced before has the name of the update', async () => {
    const ref = await standing()
    world().host.answers(instead(sent))
    await press(world(), 'Gửi')
    await world().update(ref, closed)
    expect(await names()).toEqual(['Thông báo khác', closed.text])
  })

  test('a card that stands again as it was has its first name', async () => {
    await standing()
    world().host.answers(instead(sent))
    await press(world(), 'Gửi')
    world().host.answers(instead(notSent))
    await press(world(), 'Sửa ý kiến')
    expect(await names()).toEqual(['Thông báo khác', notSent.text])
  })

  test('a name as long as a page is cut and never refused', async () => {
    const ref = await standing()
    const text = 'Đề nghị cho ý kiến về dự thảo Nghị định. '.repeat(200).trim()
    expect(await world().update(ref, { text, blocks: [{ kind: 'text', text: 'Đã sửa' }] })).toMatchObject({
      status: 'sent',
    })
    const [, name = ''] = await names()
    expect(text.startsWith(name.replace(/ ?(\[…\]|…)$/, ''))).toBe(true)
    expect(name).not.toBe('')
  })
}
