import { fold } from '../../texts/fold.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import {
  BEHIND_NO_VERSION,
  VERSION_HEADS,
  VERSION_NUMBERS,
  VERSION_ORDINALS,
  VERSION_TEXTS,
} from '../words/versions.ts'
import type { Sentence } from './sentence.ts'

const HEADS = plainBook(VERSION_HEADS)
const TEXTS = wordSet(VERSION_TEXTS)
const NO_VERSION = wordSet(BEHIND_NO_VERSION)
const NUMBERS = new Map(Object.entries(VERSION_NUMBERS).map(([word, number]) => [fold(word), number]))
const ORDINALS = new Map(Object.entries(VERSION_ORDINALS))
/** Between the head and its number: "dự thảo lần thứ 2", "draft no. 2", "bản số 3". */
const BETWEEN = new Set(['so', 'thu', 'lan', 'no', 'number', 'num', 'nr', 'ban'])

/** The version of a draft said at word `at`: "bản 2", "dự thảo lần thứ hai", "v2", "draft no. 2", "second draft". */
export function versionAt(
  sentence: Sentence,
  at: number,
): { readonly number: number; readonly end: number } | undefined {
  const { text } = sentence
  const first = text[at]?.folded ?? ''
  const nth = ORDINALS.get(first) ?? Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(first)?.[1] ?? 0)
  if (nth > 0 && TEXTS.has(text[at + 1]?.folded ?? '')) return { number: nth, end: at + 2 }
  const glued = /^v(\d{1,2})$/.exec(first)?.[1]
  if (glued !== undefined) return { number: Number(glued), end: at + 1 }
  const head = phraseAt(HEADS, text, at)
  if (head === undefined) return undefined
  let place = head.end
  while (BETWEEN.has(text[place]?.folded ?? '')) place++
  const number = numberAt(sentence, place, place > head.end || /^(?:version|draft|revision)$/.test(first))
  return number === undefined ? undefined : { number, end: place + 1 }
}

/** "2", "v2"; in words where it is told that a number follows. Not the 2 of "dự thảo 2/7" or "bản 2 tháng 7". */
function numberAt({ raw, text, spelled }: Sentence, at: number, inWords: boolean): number | undefined {
  const word = text[at]
  if (word === undefined) return undefined
  const isPart = /^(?:[/:.]\d|%)/.test(raw.slice(word.end, word.end + 2)) || NO_VERSION.has(text[at + 1]?.folded ?? '')
  const digits = /^v?(\d{1,2})$/.exec(word.folded)?.[1]
  if (digits !== undefined) return isPart ? undefined : Number(digits)
  const named = inWords ? NUMBERS.get(word.folded) : undefined
  // "Năm" and "sáu" are other words without their marks.
  const isOther =
    named !== undefined && fold(spelled[at] ?? '') === spelled[at] && /^(?:nam|sau|tu|bay|ba)$/.test(word.folded)
  return isOther ? undefined : named
}
