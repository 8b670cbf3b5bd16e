import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, words } from '../../src/texts/fold.ts'
import { anyCharacter } from '../support/any-text.ts'

test.each([
  ['Đồng ý', 'dong y'],
  ['Uỷ ban', 'uy ban'],
  ['Ủy ban', 'uy ban'],
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['  ND-DLCN:  quý   II/2020! ', 'nd dlcn quy ii 2020'],
  ['Nghị định'.normalize('NFD'), 'nghi dinh'],
  ['ĐÔN ĐỐC', 'don doc'],
  ['', ''],
  ['?!…', ''],
])('%j folds to %j', (text, expected) => {
  expect(fold(text)).toBe(expected)
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2000 },
  )
})

test('composed and decomposed letters fold alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
    }),
    { numRuns: 500 },
  )
})

test('a word knows where it stands, so that what follows can be quoted to the letter', () => {
  const text = 'Góp ý ND-DLCN: Điều 5'
  expect(words(text).map((word) => text.slice(word.start, word.end))).toEqual(['Góp', 'ý', 'ND', 'DLCN', 'Điều', '5'])
})
