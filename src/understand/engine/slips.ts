import { fold, type Word } from '../../texts/fold.ts'
import { indexItems, itemShortenedTo, keyAt } from '../names/items.ts'
import { indexUnits } from '../names/units.ts'
import { oneSlip } from '../phrases.ts'
import type { Vocabulary } from '../result.ts'
import { SENSES } from '../senses/senses.ts'
import { FILLERS, GREETINGS, POLITE_TAILS } from '../words/general.ts'
import { POSITIONS } from '../words/opinions/positions.ts'
import { MONTHS, WEEKDAYS } from '../words/periods.ts'
import { CONNECTIVES, NOISE, QUESTION_TAIL, STOP } from '../words/questions.ts'
import { FORMATS } from '../words/record.ts'
import { SCHEDULE_IDLE } from '../words/schedules.ts'
import { TEAM_WORDS } from '../words/teams.ts'
import { ENGLISH_UNITS } from '../words/units.ts'
import { isBodyName } from './bodies.ts'
import { ALL_CONCEPTS } from './concepts.ts'

const wordsOf = (phrases: readonly string[]): readonly string[] => phrases.flatMap((phrase) => fold(phrase).split(' '))
const both = ({ vi, en }: { readonly vi: readonly string[]; readonly en: readonly string[] }) => [...vi, ...en]

let made:
  | {
      readonly known: ReadonlySet<string>
      readonly keywords: readonly string[]
      readonly pairs: ReadonlyMap<string, readonly string[]>
      /** Words that stand in English phrases alone. */
      readonly english: ReadonlySet<string>
    }
  | undefined

/** Words that mean something to some sense. Made at the first sentence, since the senses import what reads them. */
function lexicon() {
  if (made !== undefined) return made
  const phrases = [
    ...ALL_CONCEPTS.flatMap(([, one]) => both(one)),
    ...SENSES.flatMap(({ own, weak }) => [own, weak].flatMap((one) => (one === undefined ? [] : both(one)))),
    ...Object.keys(MONTHS),
    ...Object.keys(WEEKDAYS),
    ...TEAM_WORDS,
    ...['tháng', 'tuần', 'quý', 'week', 'month', 'quarter', 'ngày mai', 'hôm nay', 'today', 'tomorrow'],
  ]
  // "Ministry of plannign": the long words of English names.
  const ministries = Object.values(ENGLISH_UNITS).flatMap((names) => names.flatMap((name) => fold(name).split(' ')))
  phrases.push(...new Set(ministries.filter((word) => word.length >= 7)))
  const positions = Object.values(POSITIONS).flatMap(both)
  const idle = [
    ...EVERYDAY,
    ...FILLERS,
    ...GREETINGS,
    ...POLITE_TAILS,
    ...CONNECTIVES,
    ...NOISE,
    ...QUESTION_TAIL,
    ...STOP,
    ...SCHEDULE_IDLE,
  ]
  const keywords = [...new Set(wordsOf(phrases))].filter((word) => word.length >= 4)
  const meanings = [
    ...ALL_CONCEPTS.map(([, one]) => one),
    ...SENSES.flatMap(({ own, weak }) => [own, weak].flatMap((one) => (one === undefined ? [] : [one]))),
  ]
  const vietnamese = new Set(wordsOf(meanings.flatMap(({ vi }) => vi)))
  const english = new Set(
    wordsOf(meanings.flatMap(({ en }) => en)).filter((word) => word.length >= 4 && !vietnamese.has(word)),
  )
  const pairs = new Map(
    phrases
      .map(fold)
      .filter((phrase) => phrase.split(' ').length === 2 && phrase.length >= 7)
      .map((phrase) => [phrase.replace(' ', ''), phrase.split(' ')]),
  )
  made = { known: new Set(wordsOf([...phrases, ...positions, ...idle])), keywords, pairs, english }
  return made
}

/** Words of times and of everyday life that are no slips of anything. */
const EVERYDAY: readonly string[] = [
  'ver rev',
  'noon midday midnight one two three four five six seven eight nine ten eleven twelve first second third half quarter past sharp early late later earlier sooner morning afternoon evening night',
  'car cars hotel hotels flight flights room rooms taxi lunch dinner ticket tickets weather wifi password traffic phone laptop meeting coffee food document office building letter paper penalty penalties consent budget law article annex chapter section clause',
]

/** How people write in haste, in small letters; "điểm c" is none of it. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      e: 'em',
      a: 'anh',
      c: 'chi',
      t: 'toi',
      m: 'minh',
      k: 'khong',
      ko: 'khong',
      kg: 'khong',
      hok: 'khong',
      khg: 'khong',
      hem: 'khong',
    },
    ...{
      r: 'roi',
      rui: 'roi',
      dc: 'duoc',
      dk: 'duoc',
      vs: 'voi',
      trc: 'truoc',
      j: 'gi',
      z: 'vay',
      zay: 'vay',
      bt: 'biet',
      lm: 'lam',
      ng: 'nguoi',
    },
    ...{
      chx: 'chua',
      cx: 'cung',
      nma: 'nhung',
      nhug: 'nhung',
      mik: 'minh',
      mn: 'moi',
      ms: 'moi',
      sep: 'sep',
      vb: 'van',
      thik: 'thich',
      ys: 'y',
    },
    ...{
      db: 'database',
      u: 'you',
      ur: 'your',
      w: 'with',
      pls: 'please',
      plz: 'please',
      thx: 'thanks',
      tks: 'thanks',
      gonna: 'want',
      wanna: 'want',
      tmr: 'tomorrow',
      strat: 'strategy',
      ystd: 'yesterday',
      yday: 'yesterday',
      shud: 'should',
      fr: 'for',
      tmrw: 'tomorrow',
      nxt: 'next',
    },
  }),
)
/** Behind "a" one of these: the article. */
const ARTICLED = new Set(['day', 'week', 'month', 'fortnight', 'couple', 'few'])
/** Words of the South and the Centre, as they are spelled, and the standard ones, folded. */
const DIALECT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ hông: 'khong', hong: 'khong', hổng: 'khong', hok: 'khong', hem: 'khong', hôn: 'khong', hăm: 'khong' },
    ...{ mô: 'nao', chi: 'gi', răng: 'sao', rứa: 'vay', ni: 'nay', nớ: 'do', mần: 'lam', biểu: 'bao', nè: 'nay' },
    ...{ tui: 'toi', vô: 'vao', zô: 'vao', dzô: 'vao', bữa: 'hom', bửa: 'hom', xài: 'dung' },
    ...{ dzậy: 'vay', zậy: 'vay', zị: 'vay', dị: 'vay', vầy: 'vay', dợ: 'vay', nghen: 'nhe', hen: 'nhe', nhen: 'nhe' },
    ...{ nha: 'nhe', tụi: 'chung', ảnh: 'anh', bả: 'ba', kiếm: 'tim', mơi: 'mai' },
    ...{ giùm: 'giup', dùm: 'giup', dum: 'giup', gium: 'giup' },
  }),
)
/** Those that are no other words without marks. */
const CLEAR = new Set(['hong', 'hok', 'hem', 'tui', 'nghen', 'nhen', 'gium', 'dum'])
const NOT_DIALECT = new Set([
  ...['mo hinh', 'mo phong', 'mo ta', 'chi tiet', 'chi phi', 'chi nhanh', 'chi cuc', 'chi bo', 'chi tieu', 'chi dao'],
  ...['vo tuyen', 'vo hieu', 'vo thoi', 'hem nay', 'bieu mau', 'bieu quyet', 'bieu ket', 'bieu tong', 'bieu do'],
  ...['anh huong', 'ba con', 'hong y', 'chi thi', 'chi hoi', 'ni long', 'hon nua', 'ho kiem', 'kiem tra', 'kiem soat'],
  ...['kiem ke', 'kiem tinh', 'nha nuoc', 'nha nhe', 'bay gio', 'chi tra', 'vo cung', 'chi ngan', 'chi thu'],
])
const ENGLISH = new Set(
  'a the to of for is are you we i on in and with please can my our this that was have has who what which where when how why without by from at it not they his her their us any next last will would could should there been move team round visit'.split(
    ' ',
  ),
)
const SURELY = new Set('the of for please with and visit add move'.split(' '))
const AFTER_PROVISION = new Set([
  'diem',
  'khoan',
  'muc',
  'phan',
  'point',
  'item',
  'nhom',
  'section',
  'annex',
  'phu',
  'luc',
])

/** A sentence says what it wants in its first words; what follows is somebody's own. */
const MOST = 40
/** Teams, visits and quarters are written so: doan3, kt12, q2. */
const GLUED = /^(?:doan|dct|team|kt|quy|q|thu|t|v|k)\d+$/
const TONES = /[sfrxj]$/

/**
 * The words with slips mended: Telex and VNI keystrokes that were not composed ("nghij dinhj"), and one slip of the keyboard
 * in a word of the field, where nothing else accounts for the word. Positions are never guessed from something near.
 */
export function mended(raw: string, text: readonly Word[], vocabulary: Vocabulary): readonly Word[] {
  const { known, keywords, pairs, english: englishWords } = lexicon()
  const items = indexItems(vocabulary.items).byWord
  const names = indexUnits(vocabulary.units).words
  const teams = teamWords(vocabulary.teams)
  const isKnown = (word: string) =>
    known.has(word) || items.has(word) || names.has(word) || teams.has(word) || /\d/.test(word)
  const found = new Map<number, string>()
  const english =
    // "ạ" and "cần" fold to English words.
    text.filter(({ folded, start, end }) => ENGLISH.has(folded) && /^\p{ASCII}+$/u.test(raw.slice(start, end)))
      .length >= 2 ||
    text.some(({ folded }) => SURELY.has(folded)) ||
    text.filter(({ folded }) => englishWords.has(folded)).length >= 2
  for (const [at, { folded }] of text.slice(0, MOST).entries()) {
    if (found.has(at)) continue
    const shortened = shortenedAt(raw, text, at, vocabulary, known)
    if (shortened !== undefined) {
      found.set(at, shortened)
      continue
    }
    // "E-gov", "eGov".
    if (/^(?:e?gov|e?govt)$/.test(folded) && (folded.startsWith('e') || text[at - 1]?.folded === 'e')) {
      found.set(at, 'government')
      continue
    }
    const dialect = english ? undefined : dialectAt(raw, text, at)
    if (dialect !== undefined) {
      found.set(at, dialect)
      continue
    }
    const short = english && folded.length === 1 && folded !== 'u' && folded !== 'w' ? undefined : SHORT.get(folded)
    if (
      short !== undefined &&
      !AFTER_PROVISION.has(text[at - 1]?.folded ?? '') &&
      isSmall(raw, text[at]) &&
      (folded === 'e' ? !isElectronic(raw, text, at) : !items.has(folded) || !isPartOfKey(raw, text, at)) &&
      // "… không a" is "ạ", and "put off KT-2 a day" one day.
      (folded !== 'a' || (at < text.length - 1 && !(at > 1 && ARTICLED.has(text[at + 1]?.folded ?? ''))))
    ) {
      found.set(at, short)
      continue
    }
    const next = text[at + 1]?.folded
    const pair =
      next === undefined || pairs.has(folded + next) || (isKnown(next) && isKnown(folded))
        ? undefined
        : [...pairs].find(([joined, two]) => oneSlip(joined, folded + next) && isPair(two, [folded, next]))?.[1]
    if (pair !== undefined) {
      for (const [place, word] of pair.entries()) found.set(at + place, word)
      continue
    }
    if (isKnown(folded)) {
      const digits = GLUED.test(folded)
        ? undefined
        : /^[a-z]+\d$|^[a-z]+\d[a-z]+\d?$/.test(folded)
          ? vni(folded)
          : undefined
      if (digits !== undefined && !items.has(folded) && (known.has(digits) || items.has(digits)) && digits.length >= 3)
        found.set(at, digits)
      continue
    }
    const composed = english ? undefined : telex(folded)
    if (composed !== undefined && (known.has(composed) || items.has(composed) || names.has(composed))) {
      found.set(at, composed)
      continue
    }
    const near = folded.length < 4 ? [] : keywords.filter((keyword) => slips(keyword, folded))
    if (near.length === 1) found.set(at, near[0] ?? folded)
  }
  return found.size === 0 ? text : text.map((word, at) => ({ ...word, folded: found.get(at) ?? word.folded }))
}

/** "CL", "PDP": the key of the item that a word in capitals alone is short for; not the "NĐ" of "13/2020/NĐ-CP". */
function shortenedAt(
  raw: string,
  text: readonly Word[],
  at: number,
  vocabulary: Vocabulary,
  known: ReadonlySet<string>,
): string | undefined {
  const word = text[at]
  // "ĐÃ" is no "DA".
  if (word === undefined || !/^[A-ZĐ]{2,8}$/.test(raw.slice(word.start, word.end))) return undefined
  // Whoever writes all in capitals shortens nothing.
  if (text.length > 3 && raw === raw.toUpperCase()) return undefined
  if (/[-/&.\d]/.test(raw[word.start - 1] ?? '') || /[-/&\d]/.test(raw[word.end] ?? '')) return undefined
  const index = indexItems(vocabulary.items)
  const next = text[at + 1]?.folded ?? ''
  if (/^\d/.test(next) || keyAt(index, text, at, text.length) !== undefined) return undefined
  // "BNV", "MPS" are ministries, and "TP" is part of a name.
  if (isBodyName(word.folded) || indexUnits(vocabulary.units).words.has(word.folded)) return undefined
  return itemShortenedTo(index, word.folded, known.has(word.folded) || word.folded in FORMATS)?.joinedKey
}

/** "e-Government", "e gov": no "em". */
const isElectronic = (raw: string, text: readonly Word[], at: number): boolean =>
  raw[text[at]?.end ?? 0] === '-' || (text[at + 1]?.folded ?? '').startsWith('gov')

/** "CSDL-DC", "csdl dc". */
const isPartOfKey = (raw: string, text: readonly Word[], at: number): boolean =>
  raw[(text[at]?.start ?? 0) - 1] === '-' ||
  raw[text[at]?.end ?? 0] === '-' ||
  /^(?:csdl|da|ds|nd|cl|ht)$/.test(text[at - 1]?.folded ?? '') ||
  text.length < 3

/** The standard word for one of the South or the Centre, where it is spelled so, or cannot be another without its marks. */
function dialectAt(raw: string, text: readonly Word[], at: number): string | undefined {
  const word = text[at]
  if (word === undefined) return undefined
  const spelled = raw.slice(word.start, word.end).normalize('NFC')
  const said = DIALECT.get(spelled)
  if (said === undefined) return undefined
  // "3 bữa" is a duration already.
  if (word.folded === 'bua' && /^\d+$/.test(text[at - 1]?.folded ?? '')) return undefined
  const bare = /^\p{ASCII}+$/u.test(spelled)
  // Typed without marks, these may be other words: "mo hinh", "chi tiet".
  if (bare && !CLEAR.has(spelled) && !/[^\p{ASCII}]/u.test(raw)) return undefined
  return NOT_DIALECT.has(`${word.folded} ${text[at + 1]?.folded ?? ''}`) ? undefined : said
}

const ofTeams = new WeakMap<Vocabulary['teams'], ReadonlySet<string>>()

/** The words of the teams' names and keys, made once for a list of them. */
function teamWords(teams: Vocabulary['teams']): ReadonlySet<string> {
  const known = ofTeams.get(teams)
  if (known !== undefined) return known
  const made = new Set(wordsOf(teams.flatMap(({ key, name }) => [key, name])))
  ofTeams.set(teams, made)
  return made
}

/** Each word is itself, or its letters exchanged, or long enough for a slip. */
const isPair = (two: readonly string[], typed: readonly string[]): boolean =>
  two.every((word, at) => {
    const other = typed[at] ?? ''
    return (
      word === other ||
      [...word].sort().join('') === [...other].sort().join('') ||
      (word.length >= 5 && oneSlip(word, other))
    )
  })

/** A word by itself in small letters, not a letter that numbers something: "c)". */
const isSmall = (raw: string, word: Word | undefined): boolean =>
  word !== undefined &&
  /^[a-zđ]+$/.test(raw.slice(word.start, word.end)) &&
  !/^[).]\s/.test(raw.slice(word.end, word.end + 2)) &&
  raw[word.start - 1] !== "'" &&
  // "Đ/c Hà".
  raw[word.start - 1] !== '/'

/** The letters that Telex keystrokes stand for: `nghij`, `dduwowngf`; undefined where they would be none. */
function telex(word: string): string | undefined {
  if (word.length < 3) return undefined
  const base = word
    .replace(TONES, '')
    .replace(/dd/g, 'd')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
    .replace(/uw/g, 'u')
    .replace(/ow/g, 'o')
    .replace(/aw/g, 'a')
    .replace(/w/g, 'u')
  const inner = base.replace(/(?<=[aeiouy])[sfrxj](?=[a-z])/g, '')
  return base === word ? undefined : inner
}

const vni = (word: string): string => word.replace(/\d/g, '')

const slips = (keyword: string, typed: string): boolean =>
  oneSlip(keyword, typed) &&
  (keyword.length >= 6 ||
    (keyword.length === typed.length && [...keyword].sort().join('') === [...typed].sort().join('')))
