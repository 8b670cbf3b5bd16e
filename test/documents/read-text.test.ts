import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDocument } from '../../src/documents/read-document.ts'
import { fold } from '../../src/texts/fold.ts'
import { runs } from '../support/runs.ts'
import { asRead, drafts } from './drafts.ts'
import { allWords, wrongProvisions } from './words-of.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string, name = 'draft.txt') => readDocument({ name, bytes: bytesOf(text) })
const withoutRows = drafts.filter(({ lines }) => lines.every(({ row }) => !row))

const misreadIn = async (...lines: readonly string[]) =>
  (await read(lines.join('\n'))).doubts.filter(({ kind }) => kind === 'misread')

it.each([
  ['for a TCVN3 font', 'NghÞ ®Þnh nµy quy ®Þnh viÖc chia sÎ d÷ liÖu.'],
  ['for a VNI font', 'Nghò ñònh naøy quy ñònh vieäc chia seû döõ lieäu.'],
  ['read in a wrong encoding', 'Nghá»‹ Ä‘á»‹nh nÃ y quy Ä‘á»‹nh.'],
])('text %s is doubted, once, with how many lines and the first of them', async (_, line) => {
  expect(await misreadIn('Điều 1. Phạm vi', line, line)).toEqual([{ kind: 'misread', line: 2, count: 2 }])
})

it('a foreign name, a question and an address are no broken text', async () => {
  const lines = Array.from({ length: 30 }, (_, at) => `Điều ${at + 1}. Chia sẻ dữ liệu, xem https://vidu.vn/a?b=c`)
  expect(await misreadIn(...lines, 'Ông Saïd có ý kiến?')).toEqual([])
})

it('no draft of ours is taken for broken text', async () => {
  for (const { lines } of drafts) expect(await misreadIn(...lines.map((line) => asRead(line.text)))).toEqual([])
})

it('a draft typed as plain text is read like any other, also in UTF-16 and with a mark at its beginning', async () => {
  expect(withoutRows.length).toBeGreaterThan(3)
  for (const draft of withoutRows) {
    const text = draft.lines.map((line) => asRead(line.text)).join('\n')
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    for (const bytes of [
      bytesOf(text),
      bytesOf(`\ufeff${text.replaceAll('\n', '\r\n')}`),
      utf16,
      bytesOf(text.normalize('NFD')),
    ]) {
      const { provisions, kind } = await readDocument({ name: `${draft.name}.txt`, bytes })
      expect(wrongProvisions(draft, provisions), draft.name).toEqual([])
      expect(kind).toBe('text')
    }
  }
})

it('Markdown keeps its numbers; headings, tables and emphasis are read', async () => {
  const { provisions, kind, title } = await read(
    [
      '# ĐỀ ÁN dữ liệu mở',
      '',
      'Mở đầu *ngắn*.',
      '',
      '## I. QUAN ĐIỂM',
      '**1.** Dữ liệu là __tài nguyên__.',
      '2\\. Mở theo mặc định, và',
      'dễ dùng.',
      '',
      '| Năm | Việc |',
      '|-----|:----:|',
      '| 2021 | Một |',
      '## Kết luận',
      'Xong.',
      '---',
    ].join('\n'),
    'de-an.md',
  )
  expect(kind).toBe('markdown')
  expect(title).toBe('ĐỀ ÁN dữ liệu mở')
  expect(provisions.map(({ id, title: of, text }) => [id, of, text])).toEqual([
    ['t', null, 'ĐỀ ÁN dữ liệu mở\nMở đầu ngắn.'],
    ['h1', 'QUAN ĐIỂM', ''],
    ['h1.1', null, 'Dữ liệu là tài nguyên.'],
    ['h1.2', null, 'Mở theo mặc định, và dễ dùng.\nNăm | Việc\n2021 | Một'],
    ['hx', 'Kết luận', 'Xong.'],
  ])
})

it('no word of a Markdown or a text is lost, whatever marks stand around it', async () => {
  const word = fc.constantFrom(
    'Điều 1.',
    'a)',
    'từ',
    'ngữ',
    '**',
    '*',
    '__',
    '#',
    '|',
    '>',
    '\\',
    '- ',
    '1.',
    '“',
    '”',
    '\n',
    '\n\n',
    '  \n',
    'mục',
    '_x_',
    '===',
    '---',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('a.md', 'a.txt'),
      async (parts, name) => {
        const text = `Từ ${parts.join(' ')}`
        const { provisions } = await read(text, name)
        expect(allWords(provisions)).toBe(fold(text))
      },
    ),
    { numRuns: runs(500) },
  )
})

it('lines that were broken in the middle of a sentence are one paragraph again', async () => {
  const { provisions } = await read(
    'Điều 1. Trách nhiệm của các bộ,\nngành và địa phương\n1. Thực hiện theo\nquy định tại khoản 2\nĐiều 7. của Luật.\n2. Báo cáo.',
  )
  expect(provisions.map(({ id, title, text }) => [id, title, text])).toEqual([
    ['d1', 'Trách nhiệm của các bộ, ngành và địa phương', ''],
    ['d1.k1', null, 'Thực hiện theo quy định tại khoản 2\nĐiều 7. của Luật.'],
    ['d1.k2', null, 'Báo cáo.'],
  ])
})

it('the sample of the plan in this project is no draft, and is refused with its type', async () => {
  const bytes = readFileSync(new URL('../../src/imports/sample/plan-2020.json', import.meta.url))
  await expect(readDocument({ name: 'plan-2020.json', bytes })).rejects.toMatchObject({
    code: 'not-a-document',
    facts: { type: 'text' },
  })
})

it('long runs of blanks, points and marks are read like anything else, and no pattern tries them over and over', async () => {
  for (const unit of [' ', '. ', '*a ', '**', '_a_ ', '|', '-|', '“ ', '> ', '# ', '…', '1.', ': " '])
    for (const name of ['a.md', 'a.txt']) {
      const text = `Điều 1. Một\n${unit.repeat(400_000 / unit.length)}x\nĐiều 2. Hai`
      const { provisions } = await read(text, name)
      expect(provisions.map(({ id }) => id).slice(0, 1), `${unit} ${name}`).toEqual(['d1'])
    }
})
