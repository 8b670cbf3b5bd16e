import { expect, it } from 'vitest'
import { examineFile } from '../../src/documents/intake/examine-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

it('a long plain text is read while others are answered', async () => {
  let free = 0
  setImmediate(() => {
    free += 1
  })
  const found = await examineFile('a.txt', utf8('Điều 1. Một việc.\n'.repeat(2_000)))
  expect(found.refused).toBeUndefined()
  expect(free).toBe(1)
})

it('a plain text that is no text is none, however it begins', async () => {
  for (const bytes of [
    [0x41, 0x00],
    [0x41, 0x7f],
    [0x41, 0xc3],
    [0xff, 0xfe, 0x00, 0xd8],
  ])
    expect(await examineFile('a.txt', Uint8Array.from(bytes))).toEqual({ refused: 'not-unicode' })
  for (const bytes of [
    [0x41, 0x0d, 0x0a, 0x09, 0xc2, 0x85, 0x41],
    [0xff, 0xfe, 0x41, 0x00],
  ])
    expect(await examineFile('a.txt', Uint8Array.from(bytes))).toMatchObject({ kind: 'text' })
})
