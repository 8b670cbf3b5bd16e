import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import { wordSet } from '../phrases.ts'
import { QUESTION_TAIL } from '../words/questions.ts'
import type { SaidPosition } from './stance.ts'
import { tailIsNothing } from './words-of.ts'

/** Nobody's own opinion begins so. */
const OTHERS_ASKED = new Set(['who', 'whose', 'which', 'why', 'did', 'does', 'has', 'have'])
/** "Would the Minister agree?" */
const ASKING_FIRST = new Set(['would', 'could', 'can', 'may', 'might', 'will', 'must'])
const ASKS = wordSet(QUESTION_TAIL)
/** Whom a question is put to: by themselves they ask nothing. */
const ADDRESS = wordSet(['em anh chị ta nè hè phải'])
/** "Bộ Tư pháp góp ý gì cho nghị định". */
const WHAT = new Set(['gi', 'nao', 'sao'])
const COUNTED = new Set(['gi', 'may', 'bao', 'ai', 'nhung', 'nhieu'])
const ARRIVED = wordSet(['về đến tới đã được gửi xong hết đủ nhiều có thêm'])

/** A question about opinions and no opinion: "góp ý đến bao giờ", "gửi ý kiến ở đâu ạ", "đồng ý chưa?". */
export function isAsked(
  { question, raw, text }: Reading,
  said: SaidPosition | undefined,
  body: string | undefined,
  tail: readonly string[],
  end: number,
): boolean {
  if (said !== undefined) {
    // "Agree? Not sure about the decree"
    if (body !== undefined && /^[^\S\n]*\?/.test(raw.slice(text[end - 1]?.end ?? raw.length))) return true
    // "Who disagrees with the decree and why"
    if (question.begins && OTHERS_ASKED.has(text[0]?.folded ?? '')) return true
    // "Do we have to agree?"
    if (question.marked && (question.begins || ASKING_FIRST.has(text[0]?.folded ?? ''))) return true
    // "Phản đối có mấy bộ".
    if (tail[0] === 'co' && COUNTED.has(tail[1] ?? '') && !/:/.test(raw)) return true
    return tail.some((word) => !ADDRESS.has(word)) && tail.every((word) => ASKS.has(word)) && !tailIsNothing(tail)
  }
  if (body === undefined) return (question.marked && question.begins) || question.tail < text.length
  // "Any feedback on the strategy? I need to brief …"
  if (/^[^\S\n]*\?/.test(raw.slice(text[end - 1]?.end ?? raw.length))) return true
  // "gửi ý kiến chiến lược chưa ta": nothing but a question's end behind it.
  if (question.tail < text.length && question.tail <= end) return true
  // Words behind a colon are to the letter, whatever they ask.
  if (/:\s*\S/.test(raw.slice(0, raw.length - body.length + 1))) return false
  if (WHAT.has(text[end]?.folded ?? '')) return true
  // "Góp ý chiến lược có gì nóng", "góp ý về chưa".
  if (text[end]?.folded === 'co' && COUNTED.has(text[end + 1]?.folded ?? '')) return true
  if (
    question.tail < text.length &&
    (range(end, question.tail).every((at) => ARRIVED.has(text[at]?.folded ?? '')) ||
      // "Có góp ý mới nào … không".
      (text[end - 1] !== undefined && text.slice(0, end).some(({ folded }) => folded === 'nao')))
  )
    return true
  return (
    question.begins ||
    [...question.words].some((at) => at >= end && at < end + 6) ||
    (question.marked && tail.length < 8)
  )
}
