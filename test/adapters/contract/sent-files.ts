import { expect, test } from 'vitest'
import { mostFileBytes } from '../../../src/contract/inbound.ts'
import { last, wordsShown } from './acts.ts'
import type { Driver, Platform } from './driver.ts'
import { said } from './samples.ts'

/** Every value of a byte: whatever is done to them as text shows. */
const bytes = Uint8Array.from({ length: 3 * 256 }, (_, at) => at % 256)
const signed = { name: 'Công văn 12 (bản ký).pdf', mediaType: 'application/pdf', bytes }
const annex = { name: 'Phụ lục.docx', mediaType: 'application/msword', bytes: bytes.slice(0, 300) }

/** The bytes of files that people send, or why there are none. */
export function bytesComeAlong({ gaps }: Platform, world: () => Driver): void {
  const came = () => last(world()).files ?? []
  const bytesOf = () => came().map((file) => file.bytes && [...file.bytes])

  test('files come byte for byte, each under its name', async () => {
    expect(await world().type('', 'private', [signed, annex])).toBe(200)
    expect(came().map(({ name, missing, field }) => ({ name, missing, field }))).toEqual([
      { name: signed.name, missing: undefined, field: undefined },
      { name: annex.name, missing: undefined, field: undefined },
    ])
    expect(bytesOf()).toEqual([[...bytes], [...annex.bytes]])
  })

  test('an empty file is a file', async () => {
    await world().type('', 'private', [{ ...signed, bytes: new Uint8Array(0) }])
    expect(bytesOf()).toEqual([[]])
  })

  test.skipIf(gaps.includes('shared'))('where others read along nothing is fetched, and that is said', async () => {
    await world().type('xem', 'shared', [signed])
    expect(came()).toMatchObject([{ missing: 'not-given' }])
    expect(bytesOf()).toEqual([undefined])
  })

  test.skipIf(gaps.includes('too large'))('a file that is too large comes without its bytes and says so', async () => {
    await world().type('', 'private', [{ ...signed, bytes: new Uint8Array(mostFileBytes + 1) }, annex])
    expect(came().map(({ name, missing }) => ({ name, missing }))).toEqual([
      { name: signed.name, missing: 'too-large' },
      { name: annex.name, missing: undefined },
    ])
    expect(bytesOf()).toEqual([undefined, [...annex.bytes]])
  })

  test.skipIf(gaps.includes('sent file'))(
    'a file that the platform does not give says so, and the rest comes',
    async () => {
      world().fails('sent file')
      expect(await world().type('', 'private', [signed])).toBe(200)
      expect(came()).toMatchObject([{ name: signed.name, missing: 'not-fetched' }])
      await world().type('', 'private', [signed])
      expect(bytesOf()).toEqual([[...bytes]])
    },
  )

  test('delivered again, files are answered once', async () => {
    world().host.answers(said('Đã nhận tệp'))
    await world().type('', 'private', [signed])
    expect(await world().redeliver()).toBe(200)
    expect(await wordsShown(world())).toEqual(['Đã nhận tệp'])
  })
}
