import { expect, it } from 'vitest'
import { comparePlaces, placeOf } from '../../src/record/provision-order.ts'

const sorted = (provisions: readonly string[]) =>
  provisions.toSorted((one, other) => comparePlaces(placeOf(one), placeOf(other)))

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
  expect(placeOf('dieu 5 khoan 2 diem a')).toEqual(placeOf('Điều 5, khoản 2, điểm a'))
  expect(placeOf('Article 5, clause 2, point a')).toEqual(placeOf('Điều 5, khoản 2, điểm a'))
  expect(placeOf('Điều 5'.normalize('NFD'))).toEqual(placeOf('Điều 5'))
})

it('orders the headings of a strategy, which has no articles', () => {
  expect(sorted(['II.10', 'III.', 'II.2', 'I'])).toEqual(['I', 'II.2', 'II.10', 'III.'])
})

it('takes the article of an appendix for the appendix, and a word for no number', () => {
  expect(placeOf('Điều 3 Phụ lục II').group).toEqual({ kind: 'appendix', number: 2 })
  expect(placeOf('Điều kiện kinh doanh').group).toBeUndefined()
  expect(placeOf('Department 5').group).toBeUndefined()
})

it('puts last what names no place', () => {
  expect(sorted(['Tên gọi', 'Phụ lục', 'Điều 90'])).toEqual(['Điều 90', 'Phụ lục', 'Tên gọi'])
})
