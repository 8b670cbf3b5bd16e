import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readDocument } from '../../src/documents/read-document.ts'
import { draftDocx } from './draft-docx.ts'
import { draftNamed, drafts } from './drafts.ts'
import { level, listed, numbered, par, run, table, type WordParts, wordFile } from './word-xml.ts'
import { wrongProvisions } from './words-of.ts'

const read = (parts: WordParts) => readDocument({ name: 'draft.docx', bytes: wordFile(parts) })
/** The text of each provision, which in a document without structure is each paragraph. */
const texts = async (parts: WordParts) => (await read(parts)).provisions.flatMap(({ text }) => text.split('\n'))
const outline = async (parts: WordParts) =>
  (await read(parts)).provisions.map(({ id, title, text }) => [id, title ?? text])

it.each([false, true])('each of the ten drafts is read from its Word file (numbers by Word: %s)', async (automatic) => {
  for (const draft of drafts) {
    const read = await readDocument({ name: `${draft.name}.docx`, bytes: await draftDocx(draft, automatic) })
    expect(wrongProvisions(draft, read.provisions), draft.name).toEqual([])
    expect(read.secretMark, draft.name).toBeNull()
  }
})

it('the numbers that Word counts are really left out of the file that is read', async () => {
  const xml = strFromU8(unzipSync(await draftDocx(draftNamed('decree'), true))['word/document.xml'] ?? new Uint8Array())
  expect(xml).not.toMatch(/Điều 1\.|Chương I[^I]/)
  expect(xml).toContain('Phạm vi điều chỉnh')
})

const law = level(0, 'decimal', 'Điều %1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)')

it('a list starts over below each article, and an empty numbered paragraph counts', async () => {
  const body = [
    listed('Một', 0),
    listed('Việc.', 1),
    listed('ba;', 2),
    listed('bốn.', 2),
    listed('Hai', 0),
    listed('', 1),
    listed('Việc.', 1),
  ].join('')
  expect(await outline({ body, numbering: numbered(law) })).toEqual([
    ['d1', 'Một'],
    ['d1.k1', 'Việc.'],
    ['d1.k1.da', 'ba;'],
    ['d1.k1.db', 'bốn.'],
    ['d2', 'Hai'],
    ['d2.k1', ''],
    ['d2.k2', 'Việc.'],
  ])
})

it('lists of one numbering count on from each other, and one with a start of its own begins there once', async () => {
  const nums =
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
  const body = [listed('A', 0), listed('B', 0, 2), listed('C', 0, 3), listed('D', 0, 3)].join('')
  expect(await outline({ body, numbering: numbered(law, nums) })).toEqual([
    ['d1', 'A'],
    ['d2', 'B'],
    ['d9', 'C'],
    ['d10', 'D'],
  ])
})

it.each([
  ['upperRoman', '%1.', 'I. x II. x III. x IV. x'],
  ['lowerRoman', '%1)', 'i) x ii) x iii) x iv) x'],
  ['upperLetter', '%1.', 'A. x B. x C. x D. x'],
  ['decimalZero', '%1', '01 x 02 x 03 x 04 x'],
  ['none', '%1', 'x x x x'],
  ['bullet', '', '- x - x - x - x'],
  ['decimal', '(%1)', '(1) x (2) x (3) x (4) x'],
])('numbers of the form %s are shown as Word shows them', async (format, text, shown) => {
  const { provisions } = await read({
    body: `${par('Kính gửi')}${table([listed('x', 0).repeat(4)])}`,
    numbering: numbered(level(0, format, text)),
  })
  expect(provisions[0]?.text).toBe(`Kính gửi\n${shown}`)
})

it('levels are shown together, as digits where the list says so, and start over only where it says so', async () => {
  const numbering = numbered(
    level(0, 'upperRoman', '%1') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
      level(2, 'decimal', '%3/', '<w:lvlRestart w:val="0"/>'),
  )
  const body = table([
    listed('a', 0) + listed('b', 1) + listed('c', 2) + listed('d', 0) + listed('e', 1) + listed('f', 2),
  ])
  expect(await texts({ body, numbering })).toEqual(['I a 1.1 b 1/ c II d 2.1 e 2/ f'])
})

it('a style numbers its paragraphs, also one based on it, and a paragraph may refuse', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="DieuCon"><w:name w:val="Dieu con"/><w:basedOn w:val="Dieu"/></w:style><w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoan"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  const numbering = numbered(level(0, 'decimal', 'Điều %1.') + level(1, 'decimal', '%2.', '<w:pStyle w:val="Khoan"/>'))
  const styled = (text: string, style: string, more = '') => par(text, `<w:pStyle w:val="${style}"/>${more}`)
  const body = [
    styled('Một', 'Dieu'),
    styled('Việc.', 'Khoan'),
    styled('Hai', 'DieuCon'),
    styled('Không số.', 'Dieu', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
  ].join('')
  expect(await outline({ body, styles, numbering })).toEqual([
    ['d1', 'Một'],
    ['d1.k1', 'Việc.'],
    ['d2', 'Hai'],
  ])
  expect((await read({ body, styles, numbering })).provisions[2]?.text).toBe('Không số.')
})

it('styles that go in a circle, or are not there, harm nothing', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
  const body = `${par('Điều 1. Một', '<w:pStyle w:val="A"/>')}${par('Điều 2. Hai', '<w:pStyle w:val="Gone"/>')}${listed('Ba.', 0, 99)}`
  expect(await outline({ body, styles })).toEqual([
    ['d1', 'Một'],
    ['d2', 'Hai'],
  ])
})

it('changes are read as accepted: insertions in, deletions out, moved words once, and doubted', async () => {
  const mark = 'w:id="1" w:author="x" w:date="2020-01-01T00:00:00Z"'
  const body = [
    par(
      `${run('Điều 1. Tên ')}<w:del ${mark}><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins ${mark}>${run('mới')}</w:ins>`,
    ),
    par(`<w:moveFrom ${mark}>${run('Đi chỗ khác.')}</w:moveFrom>`),
    par(`<w:moveTo ${mark}>${run('Đi chỗ khác.')}</w:moveTo>`),
    par(run('Nửa đầu'), `<w:rPr><w:del ${mark}/></w:rPr>`),
    par('và nửa sau.'),
    `<w:tbl><w:tr><w:trPr><w:del ${mark}/></w:trPr><w:tc>${par('hàng bỏ')}</w:tc></w:tr><w:tr><w:tc>${par('hàng giữ')}</w:tc></w:tr></w:tbl>`,
  ].join('')
  const { provisions, doubts } = await read({ body })
  expect(provisions).toMatchObject([
    { id: 'd1', title: 'Tên mới', text: 'Đi chỗ khác.\nNửa đầu và nửa sau.\nhàng giữ' },
  ])
  expect(doubts).toEqual([{ kind: 'tracked-changes', insertions: 2, deletions: 3 }])
})

it('tables stay where they are with their cells apart, whatever looks like an article in them', async () => {
  const nested = table(['trong', 'bảng'])
  const body = [
    par('Điều 1. Một'),
    table(['Điều 2. Hai', 'b'], [`${par('x')}${par('y')}`, nested]),
    par('Sau bảng.'),
  ].join('')
  expect((await read({ body })).provisions).toMatchObject([
    { id: 'd1', text: 'Điều 2. Hai | b\nx y | trong | bảng\nSau bảng.' },
  ])
})

it('footnotes stand in brackets where they are called, text boxes behind their paragraph and once', async () => {
  const footnotes = `<w:footnote w:type="separator" w:id="0">${par('gạch')}</w:footnote><w:footnote w:id="2">${par('Chú thích.')}</w:footnote>`
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${par('Điều 9. Trong khung')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${par('Điều 9. Trong khung')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const body = par('Điều 1. Một') + par(`${run('Câu')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' tiếp.')}${box}`)
  expect((await read({ body, footnotes })).provisions).toMatchObject([
    { id: 'd1', text: 'Câu [Chú thích.] tiếp.\nĐiều 9. Trong khung' },
  ])
})

it('hidden words are left out and doubted; fields show their result; breaks are blanks; invisible characters are gone', async () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  const body = [
    par('Điều 1. Một'),
    par(
      `${run('Theo ')}${field}${run('khoản 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('bí ẩn', '<w:vanish/>')}${run('.')}`,
    ),
    par(
      `${run('một')}<w:r><w:tab/></w:r>${run('hai')}<w:r><w:br/></w:r>${run('b\u00ado\u0309 a\u200b.')}<w:r><w:noBreakHyphen/></w:r>`,
    ),
  ].join('')
  const { provisions, doubts } = await read({ body })
  expect(provisions[0]?.text).toBe('Theo khoản 2.\nmột hai bỏ a.-')
  expect(doubts).toEqual([{ kind: 'hidden-text', count: 1 }])
})

it('a table of contents is text, and no second set of articles', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
  const body = [
    par('Điều 1. Một\t3', '<w:pStyle w:val="TOC1"/>'),
    par('Điều 2. Hai ........ 4'),
    par('Điều 1. Một'),
    par('Điều 2. Hai'),
  ].join('')
  expect((await read({ body, styles })).provisions.map(({ id }) => id)).toEqual(['t', 'd1', 'd2'])
})

it('headings by style alone are read; a style on the paragraphs of an article makes none of them', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
  const heading = (text: string) => par(text, '<w:pStyle w:val="H1"/>')
  expect(
    await outline({ body: [heading('Mở đầu'), par('Câu.'), heading('Kết luận'), par('Hết.')].join(''), styles }),
  ).toEqual([
    ['hx', 'Mở đầu'],
    ['hx~2', 'Kết luận'],
  ])
  const broken = [heading('Điều 1. Một'), heading('Câu dài của điều này'), heading('Điều 2. Hai')].join('')
  expect(await outline({ body: broken, styles })).toEqual([
    ['d1', 'Một'],
    ['d2', 'Hai'],
  ])
})

it('a mark in the header, in a text box or in the properties is found; running heads are left out and named', async () => {
  const body = `${par('Điều 1. Một')}${par('Câu.')}`
  const header = par('TỐI MẬT')
  expect(await read({ body, header })).toMatchObject({
    secretMark: { level: 'highly-secret', where: 'header' },
    doubts: [{ kind: 'left-out', what: 'header', text: 'TỐI MẬT', times: 1 }],
  })
  const box = par(`<w:r><w:pict><v:textbox><w:txbxContent>${par('MẬT')}</w:txbxContent></v:textbox></w:pict></w:r>`)
  expect(await read({ body: box + body })).toMatchObject({ secretMark: { level: 'secret', where: 'head', line: 1 } })
  const more = { 'docProps/core.xml': '<cp xmlns="x"><keywords>Tuyệt mật</keywords></cp>' }
  expect(await read({ body, more })).toMatchObject({ secretMark: { level: 'top-secret', where: 'property' } })
  expect(
    (await read({ body: body + par('Bảo vệ bí mật nhà nước.'), header: par('LUẬT BẢO MẬT') })).secretMark,
  ).toBeNull()
})

it('letters of an old font, pictures and comments are doubted', async () => {
  const body = `${par(run('§iÒu 1', '<w:rFonts w:ascii=".VnTime"/>'))}${par('<w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r>')}`
  expect((await read({ body })).doubts.map(({ kind }) => kind)).toEqual([
    'pictures',
    'comments',
    'legacy-font',
    'no-structure',
  ])
})

it('prefixes are what a writer likes, and the strict form is read like the usual one', async () => {
  const bytes = wordFile({
    body: '',
    more: {
      'word/document.xml':
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Điều 1. Một</x:t></x:r></x:p></x:body></x:document>',
    },
  })
  expect((await readDocument({ name: 'a.docx', bytes })).provisions).toMatchObject([{ id: 'd1', title: 'Một' }])
})
