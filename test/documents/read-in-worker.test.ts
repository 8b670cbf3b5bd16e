import { expect, it } from 'vitest'
import { LIMITS } from '../../src/documents/limits.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { readInWorker } from '../../src/documents/read-in-worker.ts'
import { makePdf } from './make-pdf.ts'
import { par, wordFile } from './word-xml.ts'

const word = { name: 'a.docx', bytes: wordFile({ body: par('Điều 1. Một') + par('1. Việc.') }) }
const entry = (script: string) => new URL(`data:text/javascript,${encodeURIComponent(script)}`)

it('a document read in a worker is what it is without one, and so is a refusal; the bytes stay', async () => {
  const before = word.bytes.slice()
  expect(await readInWorker(word)).toEqual(await readDocument(word))
  const pdf = { name: 'a.pdf', bytes: makePdf([[{ text: 'Điều 1. Một', x: 80, y: 700 }]]) }
  expect(await readInWorker(pdf)).toEqual(await readDocument(pdf))
  await expect(readInWorker({ ...word, name: 'a.pdf' })).rejects.toMatchObject({
    name: 'DocumentRefused',
    code: 'lying-extension',
    facts: { type: 'docx' },
  })
  expect(word.bytes).toEqual(before)
})

it('a document that takes without end is refused, and the next one is read', async () => {
  const endless = entry('for (;;);')
  await expect(readInWorker(word, LIMITS, { timeMs: 50, entry: endless })).rejects.toMatchObject({
    code: 'too-complex',
    facts: { timeMs: 50 },
  })
  const greedy = entry('const all = []; for (;;) all.push({ at: all.length, more: [1, 2, 3] })')
  await expect(readInWorker(word, LIMITS, { memoryMb: 16, entry: greedy })).rejects.toMatchObject({
    code: 'too-complex',
  })
  expect((await readInWorker(word)).provisions).toHaveLength(2)
})

it('a document that unpacks to more bytes beside the heap than its share is refused', async () => {
  const unpacks = entry('const all = []; for (;;) if (all.length < 100) all.push(new Uint8Array(1_000_000).fill(1))')
  await expect(readInWorker(word, LIMITS, { bytesMb: 40, timeMs: 20_000, entry: unpacks })).rejects.toMatchObject({
    code: 'too-complex',
    facts: { bytesMb: 40 },
  })
})

it('a fault in the reading is a fault, and no refusal', async () => {
  await expect(readInWorker(word, LIMITS, { entry: entry('throw new TypeError("x")') })).rejects.toThrow('x')
})
