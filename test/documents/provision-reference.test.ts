import { expect, it } from 'vitest'
import { findProvision } from '../../src/documents/find-provision.ts'
import { findReferences } from '../../src/documents/provision-reference.ts'
import { placesOf, searchProvisions } from '../../src/documents/search-provisions.ts'
import { readStructure } from '../../src/documents/structure/read-structure.ts'
import { draftNamed } from './drafts.ts'

const provisionsOf = (name: string) =>
  readStructure(
    draftNamed(name).lines.map(({ text, row }, at) => ({ text, plain: row, level: null, at: at + 1 })),
    { wrapped: false, title: new Set() },
  ).provisions
const decree = provisionsOf('decree')

/** The ids that words mean among some provisions: one, or all candidates, by reference. */
const meant = (words: string, provisions = decree) =>
  findReferences(words).map((reference) => {
    const found = findProvision(provisions, reference)
    return found.kind === 'one' ? found.provision.id : found.kind === 'none' ? [] : found.candidates.map(({ id }) => id)
  })

it.each([
  ['Điều 3 khoản 2 điểm a', ['d3.k2.da']],
  ['diem a khoan 2 dieu 3', ['d3.k2.da']],
  ['ĐIỂM A, KHOẢN 2, ĐIỀU 3', ['d3.k2.da']],
  ['điểm đ khoản 2 Điều 3', ['d3.k2.ddd']],
  ['điểm d khoản 2 Điều 3', ['d3.k2.dd']],
  ['k2 đ5', ['d5.k2']],
  ['d5 k2', ['d5.k2']],
  ['khoản 2 Điều 5 của dự thảo', ['d5.k2']],
  ['khoản 1, 2 và 3 Điều 5', ['d5.k1', 'd5.k2', 'd5.k3']],
  ['điểm a, b khoản 2 Điều 3', ['d3.k2.da', 'd3.k2.db']],
  ['Điều 1 và Điều 2', ['d1', 'd2']],
  ['Điều 1. Khoản 2 Điều 2', ['d1', 'd2.k2']],
  ['chương II', ['c2']],
  ['chuong 2', ['c2']],
  ['Mục 1 Chương II', ['c2.m1']],
  ['điểm b Điều 6', ['d6.db']],
  ['article 3 clause 2 point b', ['d3.k2.db']],
  ['point b of clause 2 of article 3', ['d3.k2.db']],
  ['Điều 99', [[]]],
] as const)('"%s" means %j', (words, expected) => {
  expect(meant(words)).toEqual(expected)
})

it('words that only look like a reference are none', () => {
  for (const words of [
    'mục tiêu',
    'điều kiện 2 bên',
    'phần trăm',
    'mục vi phạm',
    'điểm mạnh',
    'khoản chi',
    'bảo đảm',
    'điều phối',
    'k',
    'đ',
    'chương trình 5 năm',
  ])
    expect(findReferences(words), words).toEqual([])
})

it('what a reference leaves open is asked, never guessed', () => {
  expect(meant('khoản 2')).toEqual([['d2.k2', 'd3.k2', 'd4.k2', 'd5.k2']])
  expect(meant('điểm d khoản 2 Điều 3')).toEqual(['d3.k2.dd'])
  expect(meant('diem d khoan 2 dieu 3')).toEqual([['d3.k2.dd', 'd3.k2.ddd']])
  expect(meant('Điều 1', provisionsOf('decision'))).toEqual([['d1', 'pl.d1']])
})

it('headings, parts and appendices are found by the ways they are cited', () => {
  const strategy = provisionsOf('strategy')
  expect(meant('Mục III.1.đ', strategy)).toEqual(['h3.1.dd'])
  expect(meant('muc iii.2', strategy)).toEqual(['h3.2'])
  expect(meant('mục II', strategy)).toEqual(['h2'])
  expect(meant('Mục 2.2 Phần I', provisionsOf('scheme'))).toEqual(['p1.h2.2'])
  expect(meant('Phần thứ hai', provisionsOf('law'))).toEqual(['p2'])
  expect(meant('phan thu ba', provisionsOf('law'))).toEqual(['p3'])
  expect(meant('Điều 6a', provisionsOf('law'))).toEqual(['d6a'])
  expect(meant('Tiểu mục 2 Mục 1 Chương III', provisionsOf('law'))).toEqual(['c3.m1.tm2'])
  expect(meant('Phụ lục II', provisionsOf('circular'))).toEqual(['pl2'])
  expect(meant('phu luc so 1', provisionsOf('circular'))).toEqual(['pl1'])
  expect(meant('Mục I Phụ lục I', provisionsOf('circular'))).toEqual(['pl1.h1'])
})

it('every numbered provision of the drafts is among what its own path means', () => {
  for (const name of ['decree', 'circular', 'law', 'amending-law', 'strategy', 'scheme', 'plan', 'resolution', 'list'])
    for (const provision of provisionsOf(name)) {
      if (provision.number === null || provision.id.includes('~')) continue
      const found = findReferences(provision.path).flatMap((reference) => {
        const one = findProvision(provisionsOf(name), reference)
        return one.kind === 'one' ? [one.provision.id] : one.kind === 'none' ? [] : one.candidates.map(({ id }) => id)
      })
      expect(found, provision.path).toContain(provision.id)
    }
})

it('a reference says where it stands in the words', () => {
  const words = 'Góp ý Điều 5 khoản 2: bỏ cụm từ'
  const [reference] = findReferences(words)
  expect(words.slice(reference?.start, reference?.end)).toBe('Điều 5 khoản 2')
})

const found = (words: string, limit = 3) => searchProvisions(decree, words, limit).map(({ id }) => id)

it('a search finds by number, by title and by words, with and without diacritics', () => {
  expect(found('5')[0]).toBe('d5')
  expect(found('điều 5 khoản 2')[0]).toBe('d5.k2')
  expect(found('dieu 5')).toEqual(['d5', 'd5.k1', 'd5.k2'])
  expect(found('giai thich tu ngu')[0]).toBe('d3')
  expect(found('Giải thích')[0]).toBe('d3')
  expect(found('dữ liệu đất đai')[0]).toBe('d5.k2')
  expect(found('không thu phí')[0]).toBe('d5.k3')
  expect(found('khong thu ph')[0]).toBe('d5.k3')
  expect(found('qwxz')).toEqual([])
  expect(found('', 2)).toEqual(['t', 't~2'])
})

it('remarks are put in the order of the draft, general ones first, those on what it does not have behind their holder', () => {
  const ids = ['d5.k2', 'gone', null, 'd5.k9', 'd5', 'd4', 'c2']
  const placeOf = placesOf(decree)
  expect(ids.toSorted((one, other) => placeOf(one) - placeOf(other))).toEqual([
    null,
    'c2',
    'd4',
    'd5',
    'd5.k9',
    'd5.k2',
    'gone',
  ])
})
