import { expect, it } from 'vitest'
import { examineFile } from '../../src/documents/intake/examine-file.ts'
import { makePdf } from './make-pdf.ts'
import { par, run, wordFile } from './word-xml.ts'

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

const far = Array.from({ length: 40 }, (_, at) => par(`Đoạn ${at}.`)).join('')
const drawn = (inside: string) => par(`<w:r><w:pict><v:shape>${inside}</v:shape></w:pict></w:r>`)
const watermark = drawn('<v:textpath string="TỐI MẬT"/>')
const page = [{ text: 'Điều 1. Một', x: 80, y: 600 }]
const note = (at: number, words: string) =>
  `<w:${at === 1 ? 'footnote' : 'comment'} w:id="${at}">${par(words)}</w:${at === 1 ? 'footnote' : 'comment'}>`
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

it.each<[string, string, Uint8Array]>([
  ['a watermark', 'a.docx', wordFile({ body: far, header: watermark })],
  ['a word drawn as a picture', 'a.docx', wordFile({ body: far + watermark })],
  [
    'a text box on a late page',
    'a.docx',
    wordFile({ body: far + drawn(`<v:textbox><w:txbxContent>${par('Mật')}</w:txbxContent></v:textbox>`) }),
  ],
  [
    'a header of another name',
    'a.docx',
    wordFile({ body: far, more: { 'word/FirstHeader.xml': `<w:hdr ${W}>${par('MẬT')}</w:hdr>` } }),
  ],
  ['hidden words', 'a.docx', wordFile({ body: far + par(run('Tối ', '<w:vanish/>') + run('mật', '<w:vanish/>')) })],
  [
    'a footnote',
    'a.docx',
    wordFile({
      body: par(`${run('Việc')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
      footnotes: note(1, 'MẬT'),
    }),
  ],
  [
    'a comment',
    'a.docx',
    wordFile({ body: far, more: { 'word/comments.xml': `<w:comments ${W}>${note(2, 'TỐI MẬT')}</w:comments>` } }),
  ],
  ['the title of a scan', 'a.pdf', makePdf([[]], { info: 'TỐI MẬT' })],
  ['a stamp on a scan', 'a.pdf', makePdf([[]], { stamp: 'MẬT' })],
  ['a stamp on a page of text', 'a.pdf', makePdf([page], { stamp: 'Mật' })],
])('a mark of secrecy in %s is found', async (_where, name, bytes) => {
  expect(await examineFile(name, bytes)).toEqual({ refused: 'secret' })
})

it('a stamp that says something else is none', async () => {
  expect(await examineFile('a.pdf', makePdf([page], { stamp: 'Dự thảo' }))).toMatchObject({ kind: 'pdf' })
})
