import { expect, it } from 'vitest'
import { unmisread } from '../../src/texts/misread.ts'
import { fromTcvn3 } from '../../src/texts/tcvn3.ts'

/** As a program does it that takes UTF-8 for Windows-1252; what that does not know is lost. */
const misread = (text: string, lost?: string) => {
  const read = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
  return lost === undefined ? read : read.replace(/[\u0081\u008d\u008f\u0090\u009d]/g, lost)
}

it.each([
  'Nguyễn Văn A',
  'Đồng chí',
  'Bộ Tài chính',
  'Ủy ban quốc gia về Chính phủ điện tử',
  'Trần Thị Ngọc Ánh',
  'Ý',
  'Nhà',
])('%s is read back when its signs are all there', (text) => {
  expect(unmisread(misread(text))).toBe(text)
})

it('a lost sign is certain in Đ alone; where it may be another letter nothing is made up', () => {
  expect(unmisread(misread('Đồng chí', '\ufffd'))).toBe('Đồng chí')
  for (const text of ['Hồ Sỹ Đề', 'Ngọc', 'Ánh']) expect(unmisread(misread(text, '\ufffd'))).toBeUndefined()
})

it.each(['Nguyễn Văn A', 'ÔNG HÒA', 'café', 'Saïd', 'Bé Tµi chÝnh', 'Ã', '08h00 – 11h30', ''])(
  '%s is left as it is',
  (text) => {
    expect(unmisread(text)).toBeUndefined()
  },
)

it('texts for TCVN3 fonts are read, with the soft hyphen that is a letter there, and capitals where the font has no others', () => {
  expect(fromTcvn3('NguyÔn V¨n A')).toBe('Nguyễn Văn A')
  expect(fromTcvn3('Bé Tµi chÝnh')).toBe('Bộ Tài chính')
  expect(fromTcvn3('§oµn c«ng t¸c; Thø tr\u00ad\u00ebng; ñy ban')).toBe('Đoàn công tác; Thứ trưởng; ủy ban')
  expect(fromTcvn3('uû ban', true)).toBe('UỶ BAN')
  expect(fromTcvn3('Nguyễn Văn A')).toBe('Nguyễn Văn A')
})
