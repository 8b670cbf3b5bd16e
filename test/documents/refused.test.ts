import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { DocumentRefused } from '../../src/documents/document-refused.ts'
import { extensionLies, fileType } from '../../src/documents/file-type.ts'
import { LIMITS, type Limits } from '../../src/documents/limits.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { runs } from '../support/runs.ts'
import { par, wordFile } from './word-xml.ts'

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf8 = (text: string) => new TextEncoder().encode(text)
const ole = (stream: string) =>
  Uint8Array.from(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]),
  )
const word = wordFile({ body: par('Điều 1. Một') })
const withPart = (name: string, content: string | Uint8Array) =>
  wordFile({ body: par('Điều 1. Một'), more: { [name]: content } })

/** The code with which a file is refused, or what it was read as. */
async function outcome(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  try {
    return (await readDocument({ name, bytes }, { ...LIMITS, ...limits })).kind
  } catch (error) {
    if (error instanceof DocumentRefused) return error.code
    throw error
  }
}

const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><w xmlns="x">&j;</w>`

it.each<[string, string, Uint8Array, string]>([
  ['nothing at all', 'a.docx', new Uint8Array(), 'empty'],
  ['a Word file without a word', 'a.docx', wordFile({ body: '<w:p/>' }), 'empty'],
  ['a text of blanks', 'a.txt', utf8(' \n\t\n'), 'empty'],
  ['macros in a file called docx', 'a.docx', withPart('word/vbaProject.bin', 'x'), 'macros'],
  ['macros in a file called docm', 'a.docm', withPart('word/vbaProject.bin', 'x'), 'macros'],
  ['a control that runs', 'a.docx', withPart('word/activeX/activeX1.bin', 'x'), 'control'],
  ['a password', 'a.docx', ole('EncryptedPackage'), 'encrypted'],
  [
    'a PDF that speaks of passwords without end',
    'a.pdf',
    latin1(`%PDF-1.7\n${'/Encrypt '.repeat(1_001)}`),
    'encrypted',
  ],
  ['a PDF with a password', 'a.pdf', latin1('%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>'), 'encrypted'],
  ['an old Word file', 'a.doc', ole('WordDocument'), 'old-format'],
  ['an old Word file called docx', 'a.docx', ole('WordDocument'), 'lying-extension'],
  ['a PDF called docx', 'a.docx', latin1('%PDF-1.7\n'), 'lying-extension'],
  ['a Word file called pdf', 'a.pdf', word, 'lying-extension'],
  ['a picture called docx', 'a.docx', latin1('\x89PNG\r\n\x1a\n'), 'lying-extension'],
  ['a picture', 'a.png', latin1('\x89PNG\r\n\x1a\n'), 'not-a-document'],
  ['an archive', 'a.zip', zipSync({ 'a.docx': word }), 'archive'],
  ['an archive called docx', 'a.docx', zipSync({ 'a.txt': strToU8('x') }), 'lying-extension'],
  [
    'a workbook',
    'a.xlsx',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') }),
    'not-a-document',
  ],
  ['a text that is not Unicode', 'a.txt', latin1('\xd0i\xd2u 1'), 'not-unicode'],
  ['a page of the web', 'a.html', utf8('<!doctype html><p>x'), 'not-a-document'],
  ['entities that grow without end', 'a.docx', withPart('word/document.xml', laughs), 'doctype'],
  ['such entities in a part that is not read', 'a.docx', withPart('customXml/item1.xml', laughs), 'doctype'],
  [
    'such entities in UTF-16',
    'a.docx',
    withPart('word/styles.xml', Uint8Array.from([0xff, 0xfe, ...Buffer.from(laughs, 'utf16le')])),
    'doctype',
  ],
  ['XML that is not well-formed', 'a.docx', withPart('word/document.xml', '<w:document><w:body>'), 'broken'],
  [
    'elements nested without end',
    'a.docx',
    wordFile({ body: `${'<w:sdt>'.repeat(5_000)}${'</w:sdt>'.repeat(5_000)}` }),
    'broken',
  ],
  ['a Word file that was cut off', 'a.docx', word.subarray(0, word.length - 40), 'broken'],
])('%s is refused', async (_what, name, bytes, code) => {
  expect(await outcome(name, bytes)).toBe(code)
})

it('a part that unpacks beyond the limit, alone or with the others, is refused before it is unpacked', async () => {
  const bomb = wordFile({ body: par('a'), more: { 'word/styles.xml': new Uint8Array(5_000_000) } })
  expect(bomb.length).toBeLessThan(10_000)
  expect(await outcome('a.docx', bomb, { partBytes: 4_000_000 })).toBe('unpacks-too-large')
  expect(await outcome('a.docx', bomb, { unpackedBytes: 5_000_100 })).toBe('unpacks-too-large')
})

it('a part that is larger than it says is cut off at what it says, and refused', async () => {
  const bytes = wordFile({ body: par('Điều 1. Một').repeat(2_000) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const entry = [...bytes.keys()].find(
    (at) =>
      at < bytes.length - 60 &&
      view.getUint32(at, true) === 0x02014b50 &&
      Buffer.from(bytes.subarray(at + 46, at + 63)).toString() === 'word/document.xml',
  )
  view.setUint32((entry ?? 0) + 24, 4_000, true)
  expect(await outcome('a.docx', bytes)).toBe('broken')
})

it('too many parts, too many bytes and too many paragraphs are refused', async () => {
  expect(await outcome('a.docx', word, { parts: 2 })).toBe('too-many-parts')
  expect(await outcome('a.docx', word, { bytes: 100 })).toBe('too-large')
  for (const limit of [{ lines: 10 }, { letters: 10 }]) {
    expect(await outcome('a.docx', wordFile({ body: par('a').repeat(11) }), limit)).toBe('too-long')
    expect(await outcome('a.txt', utf8('a.\n'.repeat(11)), limit)).toBe('too-long')
  }
})

it.each([
  ['attachedTemplate', 'http://127.0.0.1:1/x.dotm'],
  ['attachedTemplate', '\\\\127.0.0.1\\x.dotm'],
  ['attachedTemplate', 'file://127.0.0.1/x.dotm'],
  ['attachedTemplate', 'file://///127.0.0.1/x.dotm'],
  ['oleObject', 'mhtml:http://127.0.0.1:1/x!x-usc:'],
  ['frame', 'https://127.0.0.1:1/'],
])('a %s that Word would load from %s is refused', async (type, target) => {
  const rels = `<Relationships xmlns="x"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`
  expect(await outcome('a.docx', withPart('word/_rels/settings.xml.rels', rels))).toBe('loads-from-elsewhere')
  const link = rels.replace(type, 'hyperlink')
  expect(await outcome('a.docx', withPart('word/_rels/settings.xml.rels', link))).toBe('docx')
})

it('links that lead outside are nothing to follow', async () => {
  const rels = (target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`
  expect(
    await outcome('a.docx', withPart('word/_rels/settings.xml.rels', rels('file:///C:%5CTemplates%5Cx.dotm'))),
  ).toBe('docx')
  const main = rels('file:///etc/passwd').replace('attachedTemplate', 'officeDocument')
  expect(await outcome('a.docx', withPart('_rels/.rels', main))).toBe('docx')
})

it('whatever the bytes are, a file is read or refused, and nothing else is thrown', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(
        fc.constantFrom('PK\x03\x04', '%PDF-1.7\n', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\xff\xfe', '{\\rtf'),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([head, rest]) => Uint8Array.from([...latin1(head), ...rest])),
    // A Word file with some bytes changed, or cut off.
    fc
      .tuple(fc.array(fc.tuple(fc.nat(word.length - 1), fc.nat(255)), { maxLength: 8 }), fc.nat(word.length))
      .map(([changes, end]) => {
        const changed = Uint8Array.from(word)
        for (const [at, value] of changes) changed[at] = value
        return changed.subarray(0, end < word.length / 2 ? word.length : end)
      }),
  )
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('a.docx', 'a.pdf', 'a.txt', 'a.md', 'a'), async (content, name) => {
      expect(typeof (await outcome(name, content))).toBe('string')
    }),
    { numRuns: runs(500) },
  )
})

it('the type of a file is what its bytes say', () => {
  const kinds = [
    [latin1('\xff\xd8\xff\xe0'), 'jpeg'],
    [latin1('II*\0'), 'tiff'],
    [latin1('RIFF\0\0\0\0WEBPVP8 '), 'webp'],
    [latin1('GIF89a'), 'gif'],
    [latin1('{\\rtf1'), 'rtf'],
    [latin1('Rar!\x1a\x07\x01'), 'rar'],
    [latin1('\x1f\x8b\x08'), 'gzip'],
    [ole('Workbook'), 'xls'],
    [zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), 'odt'],
    [word, 'docx'],
    [utf8('Chữ Việt'), 'text'],
    [latin1('\0\x01\x02'), 'unknown'],
  ] as const
  for (const [bytes, kind] of kinds) expect(fileType(bytes).kind).toBe(kind)
  expect(fileType(ole('_VBA_PROJECT WordDocument'))).toMatchObject({ kind: 'doc', macros: true })
  expect(fileType(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({
    kind: 'zip',
    archive: true,
    mediaType: 'application/zip',
  })
  expect(extensionLies('scan.jpg', fileType(latin1('\xff\xd8\xff\xe0')))).toBe(false)
  expect(extensionLies('scan.png', fileType(latin1('\xff\xd8\xff\xe0')))).toBe(true)
  expect(extensionLies('no extension', fileType(word))).toBe(false)
})
