import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRemarks } from '../../src/documents/split-remarks.ts'

const split = (text: string) => {
  const { rest, remarks } = splitRemarks(text)
  return [rest, ...remarks.map(({ provision, remark }) => `${provision} => ${remark}`)]
}

describe('typed remarks', () => {
  it.each([
    ['Điều 5 khoản 2: cần làm rõ thời hạn', ['', 'Điều 5 khoản 2 => cần làm rõ thời hạn']],
    ['Điều 5: làm rõ\nĐiều 7: bỏ điểm a', ['', 'Điều 5 => làm rõ', 'Điều 7 => bỏ điểm a']],
    ['dieu 5 khoan 2: lam ro; dieu 7: bo diem a', ['', 'dieu 5 khoan 2 => lam ro', 'dieu 7 => bo diem a']],
    [
      'Cơ bản nhất trí. Khoản 3 Điều 8: sửa thành 10 ngày.',
      ['Cơ bản nhất trí.', 'Khoản 3 Điều 8 => sửa thành 10 ngày.'],
    ],
    ['- Tại Điều 5: làm rõ\n- Về Điều 6 – bỏ', ['- Tại', 'Điều 5 => làm rõ\n- Về', 'Điều 6 => bỏ']],
    ['Article 5 clause 2: make the time clear', ['', 'Article 5 clause 2 => make the time clear']],
    ['Điều 5: khoản 1: làm rõ; khoản 2: bỏ', ['', 'Điều 5: khoản 1 => làm rõ', 'khoản 2 Điều 5 => bỏ']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it.each([
    'Đề nghị sửa khoản 2 Điều 7 như sau: “Cơ quan gửi trong 10 ngày.”',
    'nhất trí với Điều 5',
    'Điều 5 và Điều 7 mâu thuẫn',
    'thời hạn: 10 ngày',
    '',
  ])('a reference inside a sentence begins none: %s', (text) => {
    expect(split(text)).toEqual([text])
  })

  it('no word is lost, whatever is typed', () => {
    const piece = fc.constantFrom(
      'Điều 5',
      'khoản 2',
      ': ',
      '; ',
      '\n',
      '. ',
      'làm rõ',
      'điểm a',
      'và',
      '“',
      '”',
      ' – ',
      'Phụ lục II',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ')
        const { rest, remarks } = splitRemarks(text)
        const said = [rest, ...remarks.flatMap(({ provision, remark }) => [provision, remark])].join(' ')
        for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) expect(said, text).toContain(word)
      }),
      { numRuns: 300 },
    )
  })
})
