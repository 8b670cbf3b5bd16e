import { expect, it } from 'vitest'
import { andMore, cut, cutList, inert, line, paragraphs } from '../../../adapters/msteams/drawing/plain-text.ts'

const space = { text: 100, lines: 10 }
const said = (text: string, within = space) =>
  paragraphs(text, within).map(({ inlines }) => (Array.isArray(inlines) ? inlines[0].text : undefined))

it('nothing in a text acts, and what is seen stays', () => {
  expect(inert('{{DATE(2020-06-30)}} <at>An</at> <AT> <attach> a<b {x}')).toBe(
    '{\u200b{DATE(2020-06-30)}} <\u200bat>An<\u200b/at> <\u200bAT> <attach> a<b {x}',
  )
})

it('a text is cut where it is longer than allowed, with a mark and no half of a character', () => {
  expect(cut('123456789', 9)).toBe('123456789')
  expect(cut('1234567890', 9)).toBe('12345 […]')
  expect(cut('1234😀7890', 9)).toBe('1234 […]')
  expect(cut('123😀67890', 9)).toBe('123😀 […]')
  // Where there is no space for anything the mark alone is shown.
  expect(cut('1234567890', 3)).toBe(' […]')
})

it('a list that is too long says how many more there are', () => {
  expect(cutList([1, 2, 3], 3, (left) => -left)).toEqual([1, 2, 3])
  expect(cutList([1, 2, 3, 4], 3, (left) => -left)).toEqual([1, 2, -2])
  expect(andMore(2)).toBe('[… +2]')
})

it('words are one element a line, close together, and an empty line is seen', () => {
  expect(paragraphs('a\n\r\nb\rc', space, { weight: 'Bolder' })).toEqual([
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'a', weight: 'Bolder' }] },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '\u00a0', weight: 'Bolder' }], spacing: 'None' },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'b', weight: 'Bolder' }], spacing: 'None' },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'c', weight: 'Bolder' }], spacing: 'None' },
  ])
})

it('words are cut to their space, by length and by lines, and are inert', () => {
  expect(said('1234567890', { text: 9, lines: 10 })).toEqual(['12345 […]'])
  expect(said('a\nb\nc', { text: 100, lines: 2 })).toEqual(['a', '[… +2]'])
  expect(said('<at>')).toEqual(['<\u200bat>'])
})

it('a line is one line, whatever breaks stand in it', () => {
  const text = (words: string, length = 100) => line(words, length)
  expect(text('a \r\n\n b\nc')).toEqual({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'a b c' }] })
  expect(text('1234567890', 9)).toMatchObject({ inlines: [{ text: '12345 […]' }] })
  expect(line('a', 9, { size: 'Small' })).toMatchObject({ inlines: [{ size: 'Small' }] })
})
