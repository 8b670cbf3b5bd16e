import { expect, it } from 'vitest'
import { DocumentRefused } from '../../src/documents/document-refused.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { par, wordFile } from './word-xml.ts'

const type = (kind: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`
const relations = (kind: string, target: string, mode = '') => ({
  'word/_rels/document.xml.rels': `<Relationships xmlns="x"><Relationship Id="r" Type="${type(kind)}" Target="${target}"${mode}/></Relationships>`,
})
const char = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const told = (...words: readonly string[]) =>
  words.map((each) => `<w:r><w:instrText>${each}</w:instrText></w:r>`).join('')
const field = (...words: readonly string[]) =>
  par(`${char('begin')}${told(...words)}${char('separate')}<w:r><w:t>5</w:t></w:r>${char('end')}`)

async function outcome(parts: Partial<Parameters<typeof wordFile>[0]>): Promise<string> {
  const bytes = wordFile({ ...parts, body: par('Điều 1. Một') + (parts.body ?? '') })
  try {
    return (await readDocument({ name: 'du-thao.docx', bytes })).kind
  } catch (error) {
    if (error instanceof DocumentRefused) return error.code
    throw error
  }
}

it.each([
  ['in one piece', field(' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" ')],
  ['in small letters, without its twin', field('dde Excel "a.xlsx" ')],
  ['in several pieces', field(' DD', 'EAU', 'TO cmd')],
  [
    'with a field within',
    par(`${char('begin')}${told(' DDEAUTO ')}${char('begin')}${told('QUOTE 99')}${char('end')}${char('end')}`),
  ],
  ['in a simple field', '<w:p><w:fldSimple w:instr="DDE cmd"/></w:p>'],
  ['by numbers of letters', field('&#68;&#x44;E cmd')],
  ['in what was inserted', par(`<w:ins w:id="1">${char('begin')}${told('DDE cmd')}${char('end')}</w:ins>`)],
  ['behind a field that nobody closed', par(`${char('begin')}${told('PAGE')}`) + field('DDE cmd')],
  ['words from another machine', field('INCLUDETEXT "\\\\\\\\1.2.3.4\\\\a\\\\b.docx"')],
  ['a table from the web', field('LINK Excel.Sheet.12 "https://a.vn/b.xlsx" "A1" \\a')],
])('a field that starts or fetches something is refused: %s', async (_, body) => {
  expect(await outcome({ body })).toBe('reaches-out')
})

it('it is found in heads, feet and notes as well', async () => {
  expect(await outcome({ header: field('DDE cmd') })).toBe('reaches-out')
  expect(await outcome({ footnotes: `<w:footnote w:id="1">${field('DDE cmd')}</w:footnote>` })).toBe('reaches-out')
})

it('the fields of ordinary documents are taken', async () => {
  const fields = [
    'PAGE',
    'TOC \\o "1-3" \\h',
    'REF dieu1',
    'DATE \\@ "dd/MM/yyyy"',
    'HYPERLINK "https://a.vn"',
    'SEQ DDE',
    'LINK Excel.Sheet.12 "C:\\\\So lieu\\\\a.xlsx" "A1" \\a',
  ]
  expect(await outcome({ body: fields.map((words) => field(words)).join('') })).toBe('docx')
  expect(await outcome({ body: par('Điều 2. DDEAUTO là gì, instrText') })).toBe('docx')
})

it.each([
  ['an object of another program', relations('oleObject', 'embeddings/oleObject1.bin')],
  ['an object that nothing names', { 'word/embeddings/oleObject1.bin': 'x' }],
  ['a workbook that may hold macros', relations('package', 'embeddings/a.xlsm')],
  ['a document in another form', relations('aFChunk', 'a.rtf')],
])('%s is refused', async (_, more) => {
  expect(await outcome({ more })).toBe('holds-files')
})

it('a chart with its table is taken', async () => {
  const more = { ...relations('package', 'embeddings/bang.xlsx'), 'word/embeddings/bang.xlsx': 'x' }
  expect(await outcome({ more })).toBe('docx')
})

it.each([
  ['attachedTemplate', 'https://a.vn/x.dotm', 'loads-from-elsewhere'],
  ['oleObject', 'mhtml:https://a.vn/x!x', 'loads-from-elsewhere'],
  ['frame', '\\\\1.2.3.4\\a', 'loads-from-elsewhere'],
  ['image', 'https://a.vn/x.png', 'docx'],
  ['hyperlink', 'https://a.vn', 'docx'],
])('of what stands elsewhere, %s at %s is %s', async (kind, target, code) => {
  expect(await outcome({ more: relations(kind, target, ' TargetMode="External"') })).toBe(code)
})
