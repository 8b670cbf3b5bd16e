import { DIGITS, oneOf, type Slot, slotLike } from './forms.ts'
import { foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import { BEFORE_NAM, EN_NUMBERS, ORDINALS, VI_LAST_UNITS, VI_UNITS } from './words.ts'

const viUnit = oneOf(VI_UNITS)
const viLastUnit = oneOf({ ...VI_UNITS, ...VI_LAST_UNITS })
const onlyLast = oneOf(VI_LAST_UNITS)
const ten = oneOf({ mười: 10 })
const tens = oneOf({ mươi: 10, chục: 10 })
const english = oneOf(EN_NUMBERS)
const ordinal = oneOf(ORDINALS)
const beforeNam = wordSet(BEFORE_NAM)

/** Digits of one to `most` places. */
export const digits = (most: number, least = 1): Slot =>
  slotLike([{ starts: new Set([DIGITS]) }], ({ tokens }, at) => {
    const token = tokens[at]
    if (token === undefined || token.digits < least || token.digits > most) return undefined
    return { value: token.number, end: at + 1 }
  })

const written = digits(3)

/** "third", "twenty-fifth". */
export const ordinalNumber = slotLike([ordinal, english], (sentence, at) => {
  const alone = ordinal(sentence, at)
  if (alone !== undefined) return alone
  const first = english(sentence, at)
  const last = first === undefined || first.value < 20 ? undefined : ordinalBehind(sentence, first.end)
  return first && last && last.value < 10 ? { value: first.value + last.value, end: last.end } : undefined
})

const ordinalBehind = (sentence: Sentence, at: number) =>
  ['', ' ', '-'].includes(sentence.tokens[at]?.before ?? ',') ? ordinal(sentence, at) : undefined

const inVietnamese = slotLike([viUnit, ten], (sentence, at) => {
  const follows = (slot: Slot, place: number) =>
    isBlank(sentence.tokens[place]?.before ?? ',') ? slot(sentence, place) : undefined
  const teen = ten(sentence, at)
  if (teen !== undefined) {
    const unit = follows(viLastUnit, teen.end)
    return unit === undefined || isUnclear(sentence, teen.end) ? teen : { value: 10 + unit.value, end: unit.end }
  }
  const first = viUnit(sentence, at)
  if (first === undefined) return undefined
  const many = follows(tens, first.end)
  const last = many === undefined ? follows(onlyLast, first.end) : follows(viLastUnit, many.end)
  // "Hai lăm" is twenty-five, as people say it.
  if (last !== undefined && !(many !== undefined && isUnclear(sentence, many.end)))
    return { value: first.value * 10 + last.value, end: last.end }
  if (many !== undefined) return { value: first.value * 10, end: many.end }
  return isAlone(sentence, at) || isName(sentence, at) ? undefined : first
})

const inEnglish = slotLike([english], (sentence, at) => {
  const first = english(sentence, at)
  if (first === undefined || first.value < 20) return first
  const next = sentence.tokens[first.end]
  const last =
    next !== undefined && (isBlank(next.before) || next.before === '-') ? english(sentence, first.end) : undefined
  return last !== undefined && last.value < 10 ? { value: first.value + last.value, end: last.end } : first
})

/** A number in digits or in words of either language: 25, "hai mươi lăm", "hai lăm", "twenty-five". */
export const number = slotLike(
  [written, inVietnamese, inEnglish],
  (sentence, at) => written(sentence, at) ?? inVietnamese(sentence, at) ?? inEnglish(sentence, at),
)

/** Alone, bare "sau" and "tu" are after and from: "sau tháng sau", "tu thang 7". */
const isAlone = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.spelled === 'sau' || tokens[at]?.spelled === 'tu'

/** Bare "sau" is after and bare "tu" from, before they are six and four: "hai mươi tư tháng 7", "22 từ". */
const isUnclear = (sentence: Sentence, at: number): boolean => {
  const token = sentence.tokens[at]
  const isOther = token !== undefined && !token.marked && (token.folded === 'sau' || token.folded === 'tu')
  return isOther && foldedAt(sentence, at + 1) !== 'thang'
}

/** "Nam" behind Việt, Hà, Quảng is no five, nor is "năm 2020". */
const isName = (sentence: Sentence, at: number): boolean =>
  sentence.tokens[at]?.folded === 'nam' &&
  (beforeNam.has(foldedAt(sentence, at - 1)) || sentence.tokens[at + 1]?.digits === 4)
