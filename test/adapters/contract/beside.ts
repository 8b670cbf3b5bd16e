import { expect, test } from 'vitest'
import { last, wordsShown } from './acts.ts'
import type { Driver, Platform } from './driver.ts'
import { said } from './samples.ts'

const files = [
  { name: 'Góp ý của Bộ Y tế (bản ký).docx', mediaType: 'application/msword', size: 18_432 },
  { name: 'phụ lục <b>.pdf', mediaType: 'application/pdf', size: 1_000_000 },
]
const names = files.map(({ name }) => name)
const audiences = ['private', 'shared'] as const

/** Files that come with words or without, and what becomes of a message after it was written. */
export function whatComesBeside({ gaps }: Platform, world: () => Driver): void {
  test.each(['xem văn bản kèm theo', ''])(
    'files are told by name beside “%s”, which stays what was typed',
    async (text) => {
      expect(await world().type(text, 'private', files)).toBe(200)
      expect(last(world()).input).toEqual({ kind: 'typed', text })
      expect(last(world()).files?.map(({ name }) => name)).toEqual(names)
    },
  )

  test.skipIf(gaps.includes('shared'))('files are told where others read along too', async () => {
    await world().type('tình hình', 'shared', files)
    expect(last(world())).toMatchObject({ audience: 'shared', input: { kind: 'typed', text: 'tình hình' } })
    expect(last(world()).files).toHaveLength(files.length)
  })

  test.each(audiences)('words alone, in %s, bring no file', async (audience) => {
    if (audience === 'shared' && gaps.includes('shared')) return
    await world().type('tình hình https://a.vn/van-ban.docx', audience)
    expect(last(world()).files ?? []).toEqual([])
  })

  test.skipIf(gaps.includes('edited')).each(['edited', 'deleted'] as const)(
    'a message that is %s is told by the name that it had when it was written, and answered once',
    async (kind) => {
      await world().type('góp ý ND-DLCN đồng ý')
      const { message } = last(world())
      expect(message).toMatch(/./)
      world().host.answers(said('Bản nháp giữ nguyên'))
      expect(await world().change(kind)).toBe(200)
      expect(last(world())).toMatchObject({ from: { user: world().person.user }, message, input: { kind } })
      expect(await world().redeliver()).toBe(200)
      expect(await wordsShown(world())).toEqual(['Bản nháp giữ nguyên'])
    },
  )

  test.skipIf(gaps.includes('edited'))('two edits of one message are two deliveries', async () => {
    await world().type('một')
    await world().change('edited')
    await world().change('edited')
    const [typed, first, second] = world().host.received
    expect(new Set([typed?.id, first?.id, second?.id]).size).toBe(3)
    expect(new Set([typed?.message, first?.message, second?.message]).size).toBe(1)
  })

  test.skipIf(gaps.includes('preview'))('a preview that the platform draws is no edit', async () => {
    await world().type('xem https://a.vn')
    expect(await world().preview()).toBe(200)
    expect(world().host.received).toHaveLength(1)
  })
}
