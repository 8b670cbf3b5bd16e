import { expect, test } from 'vitest'
import { last } from './acts.ts'
import type { Driver, Platform } from './driver.ts'
import { sly } from './samples.ts'

const letters = 'Góp ý ND-DLCN: không đồng ý. Ưu tiên khoản 2 Điều 5; uỷ quyền (ủy quyền), “trích yếu” – 😀'

export function wordsReachTheCore({ gaps }: Platform, world: () => Driver): void {
  test.each([
    ['Vietnamese with its marks', letters],
    ['the same, with its marks written apart', letters.normalize('NFD')],
    ['several lines', 'góp ý ND-DLCN không đồng ý:\n- khoản 1\n\n- khoản 2'],
    ['mark-up, links and what looks like a mention', sly],
    ['a text of 20,000 characters', 'Điều 5, khoản 2. '.repeat(1_250).trim()],
  ])('%s: typed words reach the core to the letter', async (_, text) => {
    expect(await world().type(text)).toBe(200)
    expect(last(world())).toMatchObject({
      from: { platform: world().person.platform, tenant: world().person.tenant, user: world().person.user },
      audience: 'private',
      input: { kind: 'typed', text },
    })
  })

  test('the place where the person wrote is where the core can write to them', async () => {
    await world().type('xin chào')
    const { conversation } = last(world()).from
    if (conversation !== undefined && world().person.conversation !== undefined)
      expect(JSON.parse(conversation)).toEqual(JSON.parse(world().person.conversation ?? ''))
    expect(await world().send({ text: 'Kính chào' })).toMatchObject({ status: 'sent' })
  })

  test.skipIf(gaps.includes('shared'))('words said where others read along are told so, without our name', async () => {
    await world().type('tình hình', 'shared')
    const { audience, from, input } = last(world())
    expect({ audience, input }).toEqual({ audience: 'shared', input: { kind: 'typed', text: 'tình hình' } })
    // What is stored as the person's own conversation is where their notifications go.
    expect(from).toEqual({ platform: world().person.platform, tenant: from.tenant, user: world().person.user })
  })

  test.skipIf(gaps.includes('shared'))(
    'an answer to words said before others is shown there, and not in private',
    async () => {
      world().host.answers({ kind: 'message', message: { text: 'Đã gửi 12/19' } })
      await world().type('tình hình', 'shared')
      expect((await world().shown('shared')).cards.map((card) => card.words)).toEqual(['Đã gửi 12/19'])
      expect((await world().shown()).cards).toEqual([])
    },
  )

  test('a redelivery repeats its id, and everything else has one of its own', async () => {
    await world().type('một')
    await world().redeliver()
    await world().type('một')
    await world().type('hai')
    const [first, again, same, other] = world().host.received.map(({ id }) => id)
    expect(first).toMatch(/./)
    expect(again).toBe(first)
    expect(new Set([first, same, other]).size).toBe(3)
  })

  test.skipIf(gaps.includes('arrived'))('an install is told as an arrival, and its greeting shown once', async () => {
    world().host.answers({ kind: 'message', message: { text: 'Kính chào' } })
    await world().move('left')
    await world().move('arrived')
    await world().redeliver()
    expect(last(world())).toMatchObject({ from: world().person, input: { kind: 'arrived' } })
    expect((await world().shown()).cards.map((card) => card.words)).toEqual(['Kính chào'])
  })

  test.skipIf(gaps.includes('left'))('an uninstall is told as a leaving, and nothing is said to nobody', async () => {
    world().host.answers({ kind: 'message', message: { text: 'Tạm biệt' } })
    await world().move('left')
    expect(last(world())).toMatchObject({ from: { user: world().person.user }, input: { kind: 'left' } })
    expect((await world().shown()).cards).toEqual([])
  })

  test('the platform is answered only after the core has answered', async () => {
    const stored = Promise.withResolvers<void>()
    world().host.answers(async ({ input }) => {
      if (input.kind === 'typed' && input.text === 'chờ') await stored.promise
      return { kind: 'none' }
    })
    let acknowledged = false
    const waiting = world()
      .type('chờ')
      .then((status) => {
        acknowledged = true
        return status
      })
    // Another delivery goes there and back: an answer given too early has had the time to arrive.
    while (world().host.received.length === 0) await world().deliver('{}')
    await world().deliver('{}')
    expect(acknowledged).toBe(false)
    stored.resolve()
    expect(await waiting).toBe(200)
  })
}
