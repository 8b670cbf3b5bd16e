import { expect, it } from 'vitest'
import { comparePlaces, placeInWords } from '../../../src/opinions/remarks/remark-place.ts'

const sorted = (provisions: readonly string[]) =>
  provisions.toSorted((one, other) => comparePlaces(placeInWords(one), placeInWords(other)))

it('puts provisions into the order of a draft: chapters, articles by number, clauses, points with đ after d, appendices', () => {
  const draft = [
    'Phần I',
    'Chương II',
    'Chương III, Mục 1',
    'Mục 2',
    'Điều 2',
    'Điều 5',
    'Điều 5, khoản 1',
    'Điều 5 khoản 2',
    'điểm a khoản 2 Điều 5',
    'Điều 5, khoản 2, điểm d',
    'Điều 5, khoản 2, điểm đ',
    'Điều 5, khoản 2, điểm e',
    'Điều 5, khoản 10',
    'Điều 5a',
    'Điều 12',
    'Phụ lục I',
    'Phụ lục II',
  ]
  expect(sorted(draft.toReversed())).toEqual(draft)
})

it('reads what is typed without diacritics and in English as the same places', () => {
  expect(placeInWords('dieu 5 khoan 2 diem a')).toEqual(placeInWords('Điều 5, khoản 2, điểm a'))
  expect(placeInWords('Art. 5, paragraph 2')).toEqual(placeInWords('Điều 5, khoản 2'))
  expect(placeInWords('Article 5, clause 2, point a')).toEqual(placeInWords('Điều 5, khoản 2, điểm a'))
  expect(placeInWords('Điều 5'.normalize('NFD'))).toEqual(placeInWords('Điều 5'))
})

it('orders the headings of a strategy, which has no articles', () => {
  expect(sorted(['II.10', 'III.', 'II.2', 'I'])).toEqual(['I', 'II.2', 'II.10', 'III.'])
})

it('takes the article of an appendix for the appendix, and a word for no number', () => {
  expect(placeInWords('Điều 3 Phụ lục II').heading).toEqual({ kind: 'appendix', number: 2 })
  expect(placeInWords('Điều kiện kinh doanh').heading).toBeUndefined()
  expect(placeInWords('Department 5').heading).toBeUndefined()
})

it('puts last what names no place', () => {
  expect(sorted(['Tên gọi', 'Phụ lục', 'Điều 90'])).toEqual(['Điều 90', 'Phụ lục', 'Tên gọi'])
})
