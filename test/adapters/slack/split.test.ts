import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, cut, label, lengthOf, pieces } from '../../../adapters/slack/drawing/split.ts'

it('what neither JSON nor a form carries is taken out, line feeds and tabs stay', () => {
  expect(clean('a\r\nb\nc\td')).toBe('a\nb\nc\td')
  expect(clean('a\u0000\u0008\u000b\u001f\u007f\rb')).toBe('ab')
  expect(clean('a\ud800b')).toBe('a\ufffdb')
})

it('a text is as long as Slack may count it: &, < and > escaped', () => {
  expect(lengthOf('abc')).toBe(3)
  expect(lengthOf('&<>')).toBe(13)
  expect(lengthOf('😀')).toBe(2)
})

describe('a text is cut', () => {
  it('where it is longer than allowed, and says so', () => {
    expect(cut('Nghị định', 9)).toBe('Nghị định')
    expect(cut('Nghị định', 8)).toBe('Nghị đị…')
    expect(cut('😀😀😀', 4)).toBe('😀…')
    expect(cut('😀😀', 4)).toBe('😀😀')
  })

  it('by its length as Slack counts it', () => {
    expect(cut('&&', 10)).toBe('&&')
    expect(cut('&&', 9)).toBe('&…')
    expect(cut('&<>', 12)).toBe('&<…')
    expect(cut('<>', 7)).toBe('<…')
  })

  it('and a label is never empty', () => {
    expect(label('Gửi', 75)).toBe('Gửi')
    expect(label('', 75)).toBe('…')
    expect(label(' \n', 75)).toBe('…')
    expect(label('x'.repeat(80), 75)).toBe(`${'x'.repeat(74)}…`)
  })
})

describe('a text in pieces', () => {
  it('ends a piece after a line, else after a word, where one ends in its last third', () => {
    expect(pieces('aaaa\nb cc', 7)).toEqual(['aaaa\n', 'b cc'])
    expect(pieces('aaaa bbbb', 6)).toEqual(['aaaa ', 'bbbb'])
    expect(pieces('aaa bbbbbbb', 6)).toEqual(['aaa bb', 'bbbbb'])
    expect(pieces('aaaa\nbbb cc', 10)).toEqual(['aaaa\nbbb ', 'cc'])
    expect(pieces('aaaa\nbb', 6)).toEqual(['aaaa\n', 'bb'])
    expect(pieces('aaaaa bb', 6)).toEqual(['aaaaa ', 'bb'])
  })

  it('looks for the end in each piece anew', () => {
    expect(pieces('aaaa bbbb cccc', 6)).toEqual(['aaaa ', 'bbbb ', 'cccc'])
  })

  it('is whole where it fits, and none where it is empty', () => {
    expect(pieces('aa bb', 5)).toEqual(['aa bb'])
    expect(pieces('', 5)).toEqual([])
    expect(pieces('\r\n&', 6)).toEqual(['\n&'])
  })

  it('is the text when it is joined, and no piece is longer than allowed or than it must be', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '&', '<', '😀', '\u0000', 'ệ'), maxLength: 80 })
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 30 }), (any, max) => {
        const parts = pieces(any, max)
        expect(parts.join('')).toBe(clean(any))
        for (const [at, part] of parts.entries()) {
          expect(lengthOf(part)).toBeLessThanOrEqual(max)
          // Two thirds of what fits, at least: a character costs five at the most.
          if (at < parts.length - 1) expect(lengthOf(part)).toBeGreaterThan((max - 5) / 3)
        }
      }),
    )
  })
})
