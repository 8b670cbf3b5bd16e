import { isAmong, wordsAsSpelled } from '../names/line.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { FORMAL, IF_YOU_MAY, INDIRECT } from '../words/formal.ts'
import { NEGATIONS, QUESTION_TAIL, QUESTION_WHAT, REQUESTS } from '../words/questions.ts'
import { range } from './places.ts'
import type { Recognised } from './recognised.ts'

/** What makes a sentence a question or turns it round, by word places. */
export type Question = {
  /** A question mark at its end. */
  readonly marked: boolean
  /** "… chưa ạ", "… à": the first word of the question's end; the number of words where there is none. */
  readonly tail: number
  /** Question words in it: ai, bao giờ, which. */
  readonly words: ReadonlySet<number>
  /** It begins as an English question does: "is …", "when …", "has …". */
  readonly begins: boolean
  /** "đừng", "không", "never". */
  readonly negations: ReadonlySet<number>
  /** "gia hạn hay đóng", "close or extend". */
  readonly or: ReadonlySet<number>
  /** "… là gì", "… thì sao": about the thing itself. */
  readonly about: ReadonlySet<number>
  /** "nếu", "if". */
  readonly conditions: ReadonlySet<number>
}

const TAIL = wordsAsSpelled(QUESTION_TAIL)
const NEGATING = wordsAsSpelled([...NEGATIONS, 'khoan'])
const OR = wordsAsSpelled(['hoặc hay or'])
const IF = wordsAsSpelled(['nếu if unless once provided assuming giả sử'])
const POLITE = plainBook([...REQUESTS, ...FORMAL, ...INDIRECT, ...IF_YOU_MAY])
const ASKED_OF = plainBook(INDIRECT)
const ABOUT = plainBook(QUESTION_WHAT)
const BEGINS = new Set(
  'is are was were has have had did does do when what who where why how which should shall am will whose'.split(' '),
)
const ASKING = new Set(['who', 'howMany', 'when', 'where', 'why', 'how', 'timeLeft'])

const ASKED_TO_DO = new Set(['you', 'someone', 'somebody', 'i', 'we'])

export function questionIn(reading: Recognised): Question {
  const { raw, text, line, spelled, cues, clauses } = reading
  const polite = new Set(
    text.flatMap((_, at) => {
      const match = phraseAt(POLITE, text, at)
      return match === undefined ? [] : range(at, match.end)
    }),
  )
  let tail = text.length
  // "… chưa em": who is asked stands behind the question alone, so that "trẻ em không" keeps its own.
  for (let told = false; tail > 0 && !polite.has(tail - 1) && isAmong(TAIL, line, tail - 1, text); tail--) {
    const word = text[tail - 1]?.folded ?? ''
    if (told && ADDRESSED.has(word)) break
    told ||= TELLS.has(word)
  }
  // "rồi ạ" alone asks nothing.
  if (!spelled.slice(tail).some((word, place) => TELLING.has(word === '' ? (text[tail + place]?.folded ?? '') : word)))
    tail = text.length
  const places = (of: Parameters<typeof isAmong>[0]) =>
    new Set([...text.keys()].filter((at) => at < tail && !polite.has(at) && isAmong(of, line, at, text)))
  // "At nine, not ten" denies nothing.
  const rejected = new Set(
    reading.values.flatMap(({ value, end }) =>
      value.kind === 'moment' && value.moment.rejectedTo !== undefined ? range(end, value.moment.rejectedTo) : [],
    ),
  )
  return {
    marked: /\?\s*$/.test(raw),
    tail,
    words: new Set(
      cues.flatMap(({ means, start, end }) =>
        ASKING.has(means) && !(end - start === 1 && (isPlural(text, start) || isRelative(text, start)))
          ? range(start, end)
          : [],
      ),
    ),
    begins:
      text.some((_, at) => {
        const match = phraseAt(ASKED_OF, text, at)
        // "I wonder if you could" asks for it.
        // "Assign team 8 to …, and let me know if it clashes" asks for it as well.
        return (
          match !== undefined &&
          !ASKED_TO_DO.has(text[match.end]?.folded ?? '') &&
          !(at > 4 && ['let', 'me', 'tell'].some((word) => word === text[at]?.folded || word === text[at - 1]?.folded))
        )
      }) ||
      (/\?\s*$/.test(raw) && ['any', 'anyone', 'anybody', 'anything'].includes(text[0]?.folded ?? '')) ||
      (BEGINS.has(text[0]?.folded ?? '') &&
        !polite.has(0) &&
        // "Do bão, dời …" says why.
        !reading.values.some(({ value, start }) => value.kind === 'reason' && start === 0)) ||
      // "The team will work there tomorrow. Does everyone know?"
      (/\?\s*$/.test(raw) &&
        clauses.some(
          ({ start }) =>
            start > 0 &&
            /[.!?;:,]/.test(raw.slice(text[start - 1]?.end, text[start]?.start)) &&
            BEGINS.has(text[start]?.folded ?? '') &&
            !polite.has(start),
        )),
    // "nội dung" is no "đừng": where marks are typed, these two mean themselves.
    negations: new Set(
      [...places(NEGATING)].filter(
        (at) =>
          !rejected.has(at) &&
          // "Sếp Dung cần biết": no "đừng".
          !reading.askers.some(({ start, end }) => start < at && at < end - 1) &&
          (!line.marked || !['dung', 'chang'].includes(spelled[at] ?? '')) &&
          // "nội dung", "sử dụng", "xây dựng" typed without marks.
          (text[at]?.folded !== 'dung' ||
            !['noi', 'su', 'ung', 'ap', 'tac', 'xay'].includes(text[at - 1]?.folded ?? '')) &&
          // "khoan đóng vội", and no "khoản 2".
          (text[at]?.folded !== 'khoan' ||
            ((line.marked ? spelled[at] === 'khoan' : at === 0 || HOLDING.has(text[at - 1]?.folded ?? '')) &&
              !/^\d/.test(text[at + 1]?.folded ?? '') &&
              !OF_PROVISIONS.has(text[at + 1]?.folded ?? ''))),
      ),
    ),
    or: places(OR),
    about: new Set(
      text.flatMap((_, at) => {
        // The "Thị" of a name is no "thì".
        const named = reading.values.some(({ value, start, end }) => value.kind === 'person' && start < at && at < end)
        const match = at === 0 || named || polite.has(at) ? undefined : phraseAt(ABOUT, text, at)
        return match === undefined ? [] : range(at, match.end)
      }),
    ),
    // "At once", "once more" put no condition.
    conditions: new Set(
      [...places(IF)].filter(
        (at) =>
          text[at]?.folded !== 'once' ||
          (text[at - 1]?.folded !== 'at' &&
            !['more', 'again'].includes(text[at + 1]?.folded ?? '') &&
            at < text.length - 1),
      ),
    ),
  }
}

/** "Thôi khoan đóng": wait with it. "Điều khoản", "khoản một" are of a provision. */
const HOLDING = new Set(['thoi', 'nhung', 'ma', 'hay', 'cu', 'tam'])
const OF_PROVISIONS = new Set(['mot', 'hai', 'ba', 'bon', 'nam', 'nay', 'tren', 'dieu'])

/** "Everyone who hasn't replied" tells of whom, and asks nothing. */
const isRelative = (text: Recognised['text'], at: number): boolean =>
  text[at]?.folded === 'who' && RELATED.has(text[at - 1]?.folded ?? '')
const RELATED = new Set(
  'everyone everybody anyone anybody those they people all members ministries bodies ones nobody person somebody someone member lot folks'.split(
    ' ',
  ),
)

/** "gộp mấy ý kiến", "nhắc mấy anh": some, and not how many. */
const isPlural = (text: Recognised['text'], at: number): boolean =>
  text[at]?.folded === 'may' &&
  at > 0 &&
  !BEFORE_COUNT.has(text[at - 1]?.folded ?? '') &&
  SOME.has(text[at + 1]?.folded ?? '')
const BEFORE_COUNT = new Set(['con', 'duoc', 'co', 'la', 'thu', 'quy', 'ngay', 'so', 'tong', 'thang', 'doan', 'het'])
const SOME = new Set([
  'y',
  'gop',
  'anh',
  'chi',
  'ong',
  'ba',
  'cai',
  'dong',
  'file',
  'phieu',
  'ban',
  'nhan',
  'bo',
  'don',
])

const ADDRESSED = new Set(['em', 'anh', 'chi'])
const TELLS = new Set(['chua', 'khong', 'ko', 'hong', 'nhi'])

/** Of a question's last words those that make it one. */
const TELLING = new Set([
  'chưa',
  'không',
  'ko',
  'chua',
  'khong',
  'hay',
  'nhỉ',
  'nhi',
  'à',
  'hả',
  'ha',
  'yet',
  'already',
  'not',
  'vậy',
  'vay',
  'hông',
  'hong',
])
