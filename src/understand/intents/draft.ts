import { fold } from '../../texts/fold.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { each, left, type Reading, type Sentence } from '../reading.ts'
import { idleAt, itemsAmong } from '../readings/items.ts'
import type { Understanding } from '../result.ts'
import { FINDING, IN_DRAFT, PROVISION_WORDS } from '../words/drafts.ts'

const FINDING_BOOK = plainBook(FINDING)
const IN_BOOK = plainBook(IN_DRAFT)
const NAMES = wordSet(PROVISION_WORDS.flatMap((name) => fold(name).split(' ')))
/** 12, 5a, III, a, đ. */
const NUMBER = /^(?:\d{1,4}[a-z]?|[ivxl]{1,6}|[a-z])$/
/** Nobody looks for more words than this. */
const LONGEST = 200

/** "tìm dữ liệu cá nhân trong dự thảo ND-DLCN", "Điều 12 ND-DLCN"; undefined for anything else. */
export function askOfDraft(sentence: Sentence, at: number): Understanding | undefined {
  return findInDraft(sentence, at) ?? provisionOf(sentence, at)
}

function findInDraft(sentence: Sentence, at: number): Understanding | undefined {
  const { raw, text, index } = sentence
  const finding = phraseAt(FINDING_BOOK, text, at)
  if (finding === undefined) return undefined
  // The last one: "trong dự thảo" may stand among the words that are looked for.
  for (let place = text.length - 1; place > finding.end; place--) {
    const inDraft = phraseAt(IN_BOOK, text, place)
    if (inDraft === undefined) continue
    const found = itemsAmong(index, text, inDraft.end, text.length)
    const reading: Reading = { ...sentence, said: inDraft.phrase, at, end: inDraft.end }
    if (found.items.length === 0 || left(reading, found) > 0) return undefined
    const words = unquoted(raw.slice(text[finding.end]?.start, text[place - 1]?.end))
    if (words.length > LONGEST) return undefined
    return each(reading, found, (item) => ({ kind: 'draft.find', item, words }))
  }
  return undefined
}

/** The name of a provision, and the item right behind it, with nothing else. */
function provisionOf(sentence: Sentence, at: number): Understanding | undefined {
  const { raw, text, index } = sentence
  if (!NAMES.has(text[at]?.folded ?? '')) return undefined
  let end = at
  let numbers = 0
  for (; end < text.length; end++) {
    const word = text[end]?.folded ?? ''
    if (NUMBER.test(word)) numbers++
    else if (!NAMES.has(word)) break
  }
  if (numbers === 0) return undefined
  let from = phraseAt(IN_BOOK, text, end)?.end ?? end
  while (idleAt(text, from) > from) from = idleAt(text, from)
  const found = itemsAmong(index, text, from, text.length)
  const reading: Reading = { ...sentence, said: { locale: 'vi', folded: '' }, at, end: from }
  if (found.items.length === 0 || left(reading, found) > 0) return undefined
  const words = raw.slice(text[at]?.start, text[end - 1]?.end)
  return each(reading, found, (item) => ({ kind: 'draft.find', item, words }))
}

const unquoted = (words: string): string => words.replace(/^["“”'‘]+|["“”'’]+$/gu, '').trim()
