import { expect, test } from 'vitest'
import type { Reply } from '../../../src/contract/reply.ts'
import { press, wordsShown } from './acts.ts'
import type { Driver } from './driver.ts'
import { said } from './samples.ts'

const megabyte = 1024 * 1024
const form = 'application/x-www-form-urlencoded'
const malformed: readonly [string, string, string?][] = [
  ['nothing', ''],
  ['half a JSON', '{"type":"message"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['a string', '"xin chào"'],
  ['a number', '12'],
  ['an object of another sort', '{"type":7,"id":{},"input":[],"event":null,"from":1}'],
  ['a form of null', 'payload=null', form],
  ['a form without anything', 'payload=', form],
  ['a form of half a JSON', 'payload=%7B', form],
  ['words without a type', 'xin chào', 'text/plain'],
]

export function doorIsKept(world: () => Driver): void {
  async function stillUp(): Promise<void> {
    const before = world().host.received.length
    world().host.answers(said('Vẫn đây'))
    expect(await world().type('còn đó không')).toBe(200)
    expect(world().host.received).toHaveLength(before + 1)
    expect((await wordsShown(world())).at(-1)).toBe('Vẫn đây')
  }

  test('what nobody proves to have said is refused, and never reaches the core', async () => {
    const statuses = await world().forge()
    expect(statuses.length).toBeGreaterThan(2)
    for (const status of statuses) expect([401, 403]).toContain(status)
    expect(world().host.received).toEqual([])
    await stillUp()
  })

  test.each(malformed)('%s for a body is refused, and the adapter stays up', async (_, body, contentType) => {
    const status = await world().deliver(body, contentType)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(world().host.received).toEqual([])
    await stillUp()
  })

  test('a body that is too large is refused as such, and the adapter stays up', async () => {
    const words = 'x'.repeat(megabyte + 1)
    expect(await world().deliver(JSON.stringify({ type: 'message', text: words }))).toBe(413)
    expect(world().host.received).toEqual([])
    await stillUp()
  })

  test('a stopped adapter can be followed by a new one, which goes on with the cards of the first', async () => {
    const buttons = [{ label: 'Mở', intent: { kind: 'help.show' } as const }]
    const delivery = await world().send({ text: 'một', blocks: [{ kind: 'buttons', buttons }] })
    await world().halt()
    await world().restart()
    world().host.answers(said('Trợ giúp'))
    expect(await press(world(), 'Mở')).toBe(200)
    expect((await wordsShown(world())).at(-1)).toBe('Trợ giúp')
    if (delivery.status !== 'sent') throw new Error('not sent')
    expect(await world().update(delivery.ref, { text: 'hai' })).toMatchObject({ status: 'sent' })
    expect((await wordsShown(world()))[0]).toBe('hai')
  })

  test('stopping twice is stopping once', async () => {
    await world().halt()
    await world().halt()
  })

  test('what is under way when the adapter stops is still answered and shown', async () => {
    const buttons = [{ label: 'Mở', intent: { kind: 'help.show' } as const }]
    await world().send({ text: 'một', blocks: [{ kind: 'buttons', buttons }] })
    const stored = Promise.withResolvers<Reply>()
    world().host.answers(() => stored.promise)
    const pressed = press(world(), 'Mở')
    while (world().host.received.length === 0) await new Promise(setImmediate)
    let ended = false
    const stopped = world()
      .halt()
      .finally(() => {
        ended = true
      })
    await world().deliver('{}')
    expect(ended).toBe(false)
    stored.resolve(said('Đã ghi nhận'))
    await stopped
    // One turn for the server to hear that the route has ended: what still talks to a platform takes many.
    await new Promise(setImmediate)
    expect(world().underWay()).toBe(false)
    expect(await pressed).toBe(200)
    expect((await wordsShown(world())).at(-1)).toBe('Đã ghi nhận')
  })
}
