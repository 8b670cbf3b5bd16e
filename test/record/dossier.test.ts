import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { strToU8, unzipSync } from 'fflate'
import { expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { makeDossier } from '../../src/record/write/dossier.ts'
import { answered, recordSource, silent } from '../support/record-source.ts'

const source = recordSource([answered('Bộ Y tế', { body: 'Rõ.' }), silent('Bộ Nội vụ')])
const List = z.array(z.tuple([z.string(), z.string(), z.string()]))

const listIn = (parts: Readonly<Record<string, Uint8Array>>) =>
  List.parse(parse(Buffer.from(parts['danh-muc.csv'] ?? []), { bom: true, from_line: 2 }))

it('holds the documents, the draft and the letters in folders of their own, and a list of all with the size and the hash of each', async () => {
  const letter = { kind: 'letter', name: 'Bộ Y tế - công văn 12.pdf', bytes: strToU8('%PDF') } as const
  const draft = { kind: 'draft', name: 'Dự thảo lần 2.docx', bytes: strToU8('PK') } as const
  const parts = unzipSync(
    await makeDossier({ source, locale: 'vi', files: [draft, letter, { ...letter, bytes: strToU8('x') }] }),
  )
  const { 'danh-muc.csv': _, ...documents } = parts
  expect(Object.keys(documents)).toEqual([
    'bang-tong-hop-nd-dlcn-dot-1.docx',
    'bang-tong-hop-nd-dlcn-dot-1.xlsx',
    'phieu-lay-y-kien-nd-dlcn-dot-1.docx',
    'ket-qua-lay-y-kien-nd-dlcn-dot-1.docx',
    'du-thao/Dự thảo lần 2.docx',
    'van-ban-kem-theo/Bộ Y tế - công văn 12.pdf',
    'van-ban-kem-theo/Bộ Y tế - công văn 12 (2).pdf',
  ])
  expect(listIn(parts)).toEqual(
    Object.entries(documents).map(([name, bytes]) => [
      name,
      String(bytes.length),
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  )
})

it('keeps no folder of a name, and has no ballots where nobody has answered', async () => {
  const parts = unzipSync(
    await makeDossier({
      source: recordSource([silent('Bộ Nội vụ')]),
      locale: 'vi',
      files: ['../../etc/passwd', 'C:\\a\\b.pdf', '..'].map((name) => ({ kind: 'letter', name, bytes: strToU8('x') })),
    }),
  )
  const names = Object.keys(parts)
  expect(names.some((name) => name.startsWith('phieu'))).toBe(false)
  expect(names.filter((name) => name.startsWith('van-ban'))).toEqual([
    'van-ban-kem-theo/etc passwd',
    'van-ban-kem-theo/C a b.pdf',
    'van-ban-kem-theo/tep',
  ])
})

it('is the same to the byte when it is made again, the workbook too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-07-01T02:00:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const make = () => makeDossier({ source: recordSource([silent('Bộ Nội vụ')]), locale: 'vi' })
  const first = await make()
  vi.setSystemTime(new Date('2021-08-02T03:04:06Z'))
  const [one, other] = [unzipSync(first), unzipSync(await make())]
  for (const [name, bytes] of Object.entries(one))
    expect(Buffer.compare(bytes, other[name] ?? bytes.subarray(1)), name).toBe(0)
})
