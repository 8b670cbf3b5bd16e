import { fold } from '../../texts/fold.ts'

/** The letters of points in Vietnamese documents, in their order; Word's automatic lists have f, j, w and z as well. */
const LETTERS = 'a b c d \u0111 e g h i k l m n o p q r s t u v x y'.split(' ')
const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const ROMAN = /^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** The value of a Roman number up to 89, in either case; undefined where it is none. */
export function romanValue(number: string): number | undefined {
  const low = number.toLowerCase()
  if (low === '' || !ROMAN.test(low)) return undefined
  let value = 0
  for (const [at, letter] of [...low].entries()) {
    const worth = DIGITS[letter] ?? 0
    value += worth < (DIGITS[low[at + 1] ?? ''] ?? 0) ? -worth : worth
  }
  return value
}

/** The value of the folded words after "thứ": `nhat` is 1, `muoi hai` is 12. */
export function ordinalValue(folded: string): number | undefined {
  const [first = '', second] = folded.split(' ')
  if (second === undefined) return ORDINALS.indexOf(first) + 1 || (first === 'mot' ? 1 : 0) || undefined
  const unit = second === 'mot' ? 1 : ORDINALS.indexOf(second) + 1
  return first === 'muoi' && unit > 0 ? 10 + unit : undefined
}

/** Whether one letter follows another, by the Vietnamese order or by Word's. */
export function followsLetter(before: string, letter: string): boolean {
  const at = LETTERS.indexOf(before)
  return (at >= 0 && LETTERS[at + 1] === letter) || before.codePointAt(0) === (letter.codePointAt(0) ?? 0) - 1
}

/** Where a letter stands, from 1; letters that Vietnamese does not have stand with the one before them. */
export function letterValue(letter: string): number {
  const low = letter.toLowerCase()
  const at = LETTERS.indexOf(low)
  return at >= 0 ? at + 1 : LETTERS.filter((each) => /[a-z]/u.test(each) && each < low).length
}

/**
 * A number as ids hold it and references are compared by: Roman numbers and ordinals (`thứ nhất`) in digits where the
 * kind is counted so, no leading zeros, small letters but for headings in capital ones, đ as `dd`.
 */
export function idNumber(number: string, counted: 'roman' | 'plain'): string {
  const typed = number.normalize('NFC').trim()
  const folded = fold(typed).replace(/^so /u, '')
  if (counted === 'roman') {
    const value = folded.startsWith('thu ') ? ordinalValue(folded.slice(4)) : romanValue(folded)
    if (value !== undefined) return String(value)
  }
  const plain = /\d/u.test(typed) ? typed.toLowerCase().replace(/^(?:số\s+)?0*(?=\d)/u, '') : typed
  return plain.replace(/đ/gu, 'dd').replace(/Đ/gu, 'DD').replace(/\s+/gu, '-')
}
