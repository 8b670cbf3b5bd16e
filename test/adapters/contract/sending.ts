import { expect, test } from 'vitest'
import type { Delivery } from '../../../src/contract/adapter.ts'
import { wordsShown } from './acts.ts'
import { type Driver, type Fault, type Platform, rateLimitSeconds } from './driver.ts'

const later = { status: 'later', afterMs: expect.any(Number), why: expect.stringMatching(/./) }
const unsure = { status: 'unsure', why: expect.stringMatching(/./) }
const never = (why: string) => ({ status: 'never', why, detail: expect.stringMatching(/./) })

const afterSend: readonly [Fault, object][] = [
  ['rate limit', { ...later, afterMs: rateLimitSeconds * 1000 }],
  ['refused connection', later],
  ['lost answer', unsure],
  ['server error', unsure],
  ['nobody', never('no-such-person')],
  ['blocked', never('blocked')],
]
const afterUpdate: readonly [Fault, readonly Delivery['status'][], object][] = [
  ['rate limit', ['later'], { afterMs: rateLimitSeconds * 1000 }],
  ['refused connection', ['later'], {}],
  // Doing an update twice changes nothing, so a platform may say that it can be tried again.
  ['lost answer', ['unsure', 'later'], {}],
  ['server error', ['unsure', 'later'], {}],
  ['blocked', ['never'], { why: 'blocked' }],
  ['gone', ['never'], { why: 'gone' }],
]

export function sendingIsTold({ gaps }: Platform, world: () => Driver): void {
  async function sent(text: string): Promise<string> {
    const delivery = await world().send({ text })
    if (delivery.status !== 'sent') throw new Error(`not sent: ${JSON.stringify(delivery)}`)
    return delivery.ref
  }

  test('what is sent is shown, and each message has a ref of its own', async () => {
    const refs = [await sent('một'), await sent('một'), await sent('hai')]
    expect(refs.every((ref) => ref !== '')).toBe(true)
    expect(new Set(refs).size).toBe(3)
    expect(await wordsShown(world())).toEqual(['một', 'một', 'hai'])
  })

  test('an update rewrites the message of its ref and no other, as often as wanted', async () => {
    await sent('một')
    const ref = await sent('hai')
    await sent('ba')
    expect(await world().update(ref, { text: 'hai, sửa' })).toMatchObject({ status: 'sent' })
    expect(await wordsShown(world())).toEqual(['một', 'hai, sửa', 'ba'])
    const again = await world().update(ref, { text: 'hai, sửa nữa' })
    expect(await wordsShown(world())).toEqual(['một', 'hai, sửa nữa', 'ba'])
    if (again.status === 'sent')
      expect(await world().update(again.ref, { text: 'xong' })).toMatchObject({ status: 'sent' })
    expect(await wordsShown(world())).toEqual(['một', 'xong', 'ba'])
  })

  test('a card that is updated asks no more', async () => {
    const buttons = [{ label: 'Cho ý kiến', intent: { kind: 'help.show' } as const }]
    const delivery = await world().send({ text: 'x', blocks: [{ kind: 'buttons', buttons }] })
    if (delivery.status !== 'sent') throw new Error('not sent')
    await world().update(delivery.ref, { text: 'Đã có ý kiến' })
    expect((await world().shown()).cards).toMatchObject([{ words: 'Đã có ý kiến', buttons: [] }])
  })

  test('what became of a send is told truly, where the platform tells: a notification sent again is shown once', async () => {
    const key = 'the-permanent-key'
    const never = await world().sought('another-key', await sent('một'))
    if (never !== undefined) expect(never.status).not.toBe('there')
    const delivery = await world().send({ text: 'hai' }, key)
    if (delivery.status !== 'sent') throw new Error('not sent')
    const found = await world().sought(key, delivery.ref)
    if (found?.status === 'there') {
      expect(found.ref).toBe(delivery.ref)
      expect(await world().update(found.ref, { text: 'hai, sửa' })).toMatchObject({ status: 'sent' })
      expect(await wordsShown(world())).toEqual(['một', 'hai, sửa'])
    }
    if (found?.status === 'not-there') {
      await world().send({ text: 'hai' }, key)
      expect(await wordsShown(world())).toEqual(['một', 'hai'])
    }
  })

  for (const [fault, told] of afterSend)
    test.skipIf(gaps.includes(fault))(`${fault}: a message is sent once and told as what became of it`, async () => {
      world().fails(fault)
      expect(await world().send({ text: 'một' })).toEqual(told)
      expect(await wordsShown(world())).toEqual([])
      await sent('hai')
      expect(await wordsShown(world())).toEqual(['hai'])
    })

  for (const [fault, statuses, told] of afterUpdate)
    test.skipIf(gaps.includes(fault))(`${fault}: an update is told as what became of it`, async () => {
      const ref = await sent('một')
      world().fails(fault)
      const delivery = await world().update(ref, { text: 'hai' })
      expect(statuses).toContain(delivery.status)
      expect(delivery).toMatchObject(told)
      expect(await wordsShown(world())).toEqual(['một'])
    })

  test.skipIf(gaps.includes('gone'))('a ref that is none of ours names a message that is gone', async () => {
    for (const ref of ['', 'x', '{}', ':', 'null'])
      expect(await world().update(ref, { text: 'x' }), ref).toMatchObject({ status: 'never', why: 'gone' })
  })
}
