import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Provision } from '../../src/documents/provision.ts'
import { readAbout } from '../../src/documents/structure/about.ts'
import { cleanText, type Line } from '../../src/documents/structure/line.ts'
import { readStructure } from '../../src/documents/structure/read-structure.ts'
import { fold } from '../../src/texts/fold.ts'
import { runs } from '../support/runs.ts'
import { asRead, drafts } from './drafts.ts'
import { allWords, wrongProvisions } from './words-of.ts'

const line = (text: string, at = 0): Line => ({ text: cleanText(text), level: null, plain: false, at: at + 1 })
const read = (texts: readonly string[], wrapped = false) =>
  readStructure(texts.map(line), { wrapped, title: new Set() })
const ids = (provisions: readonly Provision[]) => provisions.map(({ id }) => id)

it.each([true, false])(
  'each of the ten drafts is read into the provisions that stand beside it (wrapped: %s)',
  (wrapped) => {
    for (const draft of drafts) {
      const lines = draft.lines.map(({ text, row }, at) => ({ ...line(asRead(text), at), plain: row }))
      const { provisions } = readStructure(lines, { wrapped, title: readAbout(lines).titleLines })
      expect(wrongProvisions(draft, provisions), draft.name).toEqual([])
    }
  },
)

/** Pieces that look like provisions, like citations, like quotations, and like nothing. */
const piece = fc.oneof(
  fc.constantFrom(
    'Phần thứ nhất',
    'Phần I',
    'Chương I',
    'CHƯƠNG II',
    'Mục 1',
    'Tiểu mục 1.',
    'PHỤ LỤC',
    'Phụ lục số 01',
    'QUY CHẾ',
  ),
  fc.constantFrom(
    '(Kèm theo Quyết định này)',
    'Nơi nhận:',
    'TM. CHÍNH PHỦ',
    'Căn cứ Luật A;',
    'QUY ĐỊNH CHUNG',
    'Luật này được Quốc hội thông qua ngày 1',
  ),
  fc.constantFrom(
    '“Điều 5. Tên',
    'như sau: “',
    '1. Một.”',
    '"Điều 9',
    'hết"',
    '“',
    '”',
    '- gạch đầu dòng',
    'I. QUAN ĐIỂM',
    'A. PHẦN',
    'Điều 5 của Luật',
  ),
  fc
    .tuple(
      fc.constantFrom('Điều ', 'ĐIỀU '),
      fc.nat(12),
      fc.constantFrom('. Tên điều', ': Tên', '', ' . ', '. Câu đủ.', ' và Điều 7', ', 8'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('1', '2', '3', '9', '1.1', '1.2', '2.1.1', 'a', 'b', 'd', 'đ', 'e', 'I', 'II', 'V', 'C'),
      fc.constantFrom('. ', ') ', '/ ', ' '),
      fc.constantFrom('việc gì đó;', 'Tên gọi', ''),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
)

it('every word of every line is in exactly one provision, in the order of the lines, whatever the lines are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(piece, fc.boolean(), fc.option(fc.integer({ min: 1, max: 3 }))), { maxLength: 40 }),
      fc.boolean(),
      (pieces, wrapped) => {
        const lines = pieces
          .map(
            ([text, plain, level], at): Line => ({
              text: cleanText(text),
              plain: plain && at % 5 === 0,
              level,
              at: at + 1,
            }),
          )
          .filter(({ text }) => text !== '')
        const { provisions, doubts } = readStructure(lines, { wrapped, title: readAbout(lines).titleLines })
        expect(allWords(provisions)).toBe(
          lines
            .map(({ text }) => fold(text))
            .filter(Boolean)
            .join(' '),
        )
        expect(new Set(ids(provisions)).size).toBe(provisions.length)
        for (const { parent, depth } of provisions) {
          const holder = provisions.find(({ id }) => id === parent)
          expect(depth).toBe(holder === undefined ? 0 : holder.depth + 1)
          expect(holder === undefined).toBe(parent === null)
        }
        for (const doubt of doubts)
          if ('provision' in doubt && doubt.provision !== null) expect(ids(provisions)).toContain(doubt.provision)
      },
    ),
    { numRuns: runs(500) },
  )
})

it('an article that is only cited at the beginning of a line is no article', () => {
  for (const cited of [
    'Điều 5 của Luật này',
    'Điều 5, Điều 6 và Điều 7.',
    'Điều 5 và khoản 2 Điều 6',
    'Điều 5. của Luật',
    'Điều 1.5',
    'Chương II Luật này quy định',
  ])
    expect(ids(read(['Điều 1. Một', cited, 'Điều 2. Hai']).provisions), cited).toEqual(['d1', 'd2'])
})

it('an article is read however it is written', () => {
  for (const typed of [
    'Điều 1. Tên',
    'ĐIỀU 1: Tên',
    'Điều 1 . Tên',
    'Điều 1 - Tên',
    'Ðiều 1. Tên',
    'dieu 1. Tên',
    'Điều\u00a01.\u200b Tên',
    'Điều 1.Tên',
    'Điều 01. Tên',
  ])
    expect(read([typed]).provisions[0], typed).toMatchObject({ id: 'd1', kind: 'article', title: 'Tên' })
})

it('a quotation that never ends swallows nothing, and is doubted', () => {
  const { provisions, doubts } = read([
    'Điều 1. Sửa đổi',
    '1. Sửa đổi Điều 5 như sau:',
    '“Điều 5. Tên',
    '2. Hai.',
    'Điều 2. Hiệu lực',
  ])
  expect(ids(provisions)).toEqual(['d1', 'd1.k1', 'd1.k2', 'd2'])
  expect(doubts).toEqual([{ kind: 'quotation-open', line: 3 }])
})

it('numbers that skip or come twice are taken as they stand, and doubted', () => {
  const { provisions, doubts } = read(['Điều 1. A', '1. Một.', '3. Ba.', '3. Ba nữa.', 'Điều 3. B', 'Điều 3. C'])
  expect(ids(provisions)).toEqual(['d1', 'd1.k1', 'd1.k3', 'd1.k3~2', 'd3', 'd3~2'])
  expect(doubts.map((doubt) => doubt.kind)).toEqual([
    'number-skipped',
    'number-repeated',
    'number-skipped',
    'number-repeated',
  ])
})

it('chapters, parts and appendices take the lines in capitals below them as their title', () => {
  const { provisions } = read([
    'Chương I',
    'QUY ĐỊNH',
    'CHUNG',
    'Điều 1. A',
    'PHỤ LỤC',
    'DANH MỤC',
    '(Kèm theo Nghị định)',
    'I. MỘT',
  ])
  expect(provisions.map(({ title, text, path }) => [title, text, path])).toEqual([
    ['QUY ĐỊNH CHUNG', '', 'Chương I'],
    ['A', '', 'Điều 1'],
    ['DANH MỤC', '(Kèm theo Nghị định)', 'Phụ lục'],
    ['MỘT', '', 'Phụ lục Mục I'],
  ])
})

it('points follow the Vietnamese alphabet, and Word’s, without a doubt', () => {
  for (const letters of ['a b c d đ e g h i k l m n o p q r s t u v x y', 'a b c d e f g h i j k'])
    expect(read(['Điều 1. A', ...letters.split(' ').map((letter) => `${letter}) việc ${letter};`)]).doubts).toEqual([])
})

it('points without a clause lie in the article', () => {
  const { provisions } = read(['Điều 1. A', 'a) Một;', 'đ) Hai.'])
  expect(provisions.map(({ id, path }) => [id, path])).toEqual([
    ['d1', 'Điều 1'],
    ['d1.da', 'Điều 1 điểm a'],
    ['d1.ddd', 'Điều 1 điểm đ'],
  ])
})

it('a document without any structure is its paragraphs, and doubted', () => {
  const { provisions, doubts } = read(['Kính gửi các đồng chí', 'Thực hiện chủ trương chung.', 'Xin cảm ơn.'])
  expect(provisions.map(({ kind, text }) => [kind, text])).toEqual([
    ['text', 'Kính gửi các đồng chí'],
    ['text', 'Thực hiện chủ trương chung.'],
    ['text', 'Xin cảm ơn.'],
  ])
  expect(doubts).toEqual([{ kind: 'no-structure' }])
})

it('number, date and title are those of the head, never those of what it cites', () => {
  const about = (texts: readonly string[]) => readAbout(texts.map(line))
  expect(
    about([
      'BỘ A',
      'Số: 1234/BTTTT-THH',
      'Hà Nội, ngày 5 tháng 6 năm 2020',
      'QUYẾT ĐỊNH',
      'Về việc B',
      'Căn cứ Luật số 1/2000/QH10;',
    ]),
  ).toMatchObject({
    number: '1234/BTTTT-THH',
    date: '2020-06-05',
    title: 'QUYẾT ĐỊNH Về việc B',
  })
  expect(
    about([
      'Số:      /2020/NĐ-CP',
      'Hà Nội, ngày … tháng … năm 2020',
      'Căn cứ Luật số 1/2000/QH10 ngày 1 tháng 2 năm 2000;',
    ]),
  ).toMatchObject({
    number: null,
    date: null,
    title: null,
  })
  expect(about(['Hà Nội, ngày 31 tháng 02 năm 2020', 'Số 52-NQ/TW'])).toMatchObject({ number: '52-NQ/TW', date: null })
})

it('an office in capitals ends the provisions, unless they go on below it', () => {
  const body = ['I. PHÂN CÔNG', '1. Việc thứ nhất.', 'CHỦ TỊCH ỦY BAN']
  expect(ids(read([...body, '2. Việc thứ hai.', 'II. KINH PHÍ']).provisions)).toEqual(['h1', 'h1.1', 't', 'h1.2', 'h2'])
  expect(ids(read([...body, 'Nơi nhận:', '2. Bộ A;']).provisions)).toEqual(['h1', 'h1.1', 't'])
})

it('levels in digits lie in the clause that they number', () => {
  expect(ids(read(['Điều 5. A', '1. Một:', '1.1. Hai.', '1.2. Ba.', '2. Bốn.']).provisions)).toEqual([
    'd5',
    'd5.k1',
    'd5.k1.d1.1',
    'd5.k1.d1.2',
    'd5.k2',
  ])
})

it('1) within 1. is a list of its own, and 2) behind 1. goes on with it', () => {
  expect(ids(read(['I. A', '1. Hạ tầng', '- gạch', '1) Một', '2) Hai', '2. Dữ liệu'], true).provisions)).toEqual([
    'h1',
    'h1.1',
    'h1.1.1',
    'h1.1.2',
    'h1.2',
  ])
  expect(ids(read(['Điều 1. A', '1. Một.', '2) Hai.', '3. Ba.']).provisions)).toEqual(['d1', 'd1.k1', 'd1.k2', 'd1.k3'])
  expect(ids(read(['Điều 1. A', '1) Một.', 'a) Nhỏ.', '2) Hai.']).provisions)).toEqual([
    'd1',
    'd1.k1',
    'd1.k1.da',
    'd1.k2',
  ])
})
