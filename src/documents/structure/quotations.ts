import type { Doubt } from '../doubt.ts'
import type { Line } from './line.ts'

/** No article that is quoted is longer, in lines. */
const LONGEST = 1_000

const OPENS = /^[“"«]|:\s*[“"«]/u
const ENDS = /[”"»]\s*[.;,:]?\s*(?:\.\/\.)?$/u

/**
 * Which lines go on with a quotation that an earlier line began ("Sửa đổi Điều 5 như sau: “Điều 5. ..."): they are words
 * of the provision that quotes, however they look. A quotation that never ends is none, and doubted.
 */
export function quotedLines(lines: readonly Line[]): {
  readonly quoted: ReadonlySet<number>
  readonly doubts: readonly Doubt[]
} {
  const quoted = new Set<number>()
  const doubts: Doubt[] = []
  const marks = lines.map(({ text }) => ({
    balance: balance(text),
    ends: ENDS.test(text) && count(text, /"/gu) % 2 === 1,
  }))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || !OPENS.test(line.text) || (marks[at]?.balance ?? 0) <= 0) continue
    const end = endOf(marks, at)
    if (end === undefined) {
      doubts.push({ kind: 'quotation-open', line: line.at })
      continue
    }
    for (let within = at + 1; within <= end; within++) quoted.add(within)
    at = end
  }
  return { quoted, doubts }
}

/** The line in which what a line opened is closed: by counting, for there are quotations within quotations. */
function endOf(marks: readonly Marks[], from: number): number | undefined {
  let depth = marks[from]?.balance ?? 0
  let straight: number | undefined
  for (let at = from + 1; at < Math.min(marks.length, from + LONGEST); at++) {
    const { balance: more = 0, ends = false } = marks[at] ?? {}
    depth += more
    if (depth <= 0) return at
    // Opened with a curved mark and closed with a straight one.
    if (depth === 1 && ends) straight ??= at
  }
  return straight
}

type Marks = { readonly balance: number; readonly ends: boolean }

/** How many quotations a line opens and does not close; a straight mark opens at the beginning and closes at the end. */
function balance(text: string): number {
  const curved = count(text, /[“«]/gu) - count(text, /[”»]/gu)
  if (count(text, /"/gu) % 2 === 0) return curved
  return curved + (/^"|:\s*"[^"]*$/u.test(text) ? 1 : ENDS.test(text) && curved === 0 ? -1 : 0)
}

const count = (text: string, mark: RegExp) => text.match(mark)?.length ?? 0
