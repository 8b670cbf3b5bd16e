import type { Doubt } from '../doubt.ts'
import type { Line } from './line.ts'

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
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || !OPENS.test(line.text) || balance(line.text) <= 0) continue
    const end = endOf(lines, at)
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
function endOf(lines: readonly Line[], from: number): number | undefined {
  let depth = 0
  let straight: number | undefined
  for (let at = from; at < lines.length; at++) {
    const text = lines[at]?.text ?? ''
    depth += balance(text)
    if (at === from) continue
    if (depth <= 0) return at
    // Opened with a curved mark and closed with a straight one.
    if (depth === 1 && ENDS.test(text) && count(text, /"/gu) % 2 === 1) straight ??= at
  }
  return straight
}

/** How many quotations a line opens and does not close; a straight mark opens at the beginning and closes at the end. */
function balance(text: string): number {
  const curved = count(text, /[“«]/gu) - count(text, /[”»]/gu)
  if (count(text, /"/gu) % 2 === 0) return curved
  return curved + (/^"|:\s*"[^"]*$/u.test(text) ? 1 : ENDS.test(text) && curved === 0 ? -1 : 0)
}

const count = (text: string, mark: RegExp) => text.match(mark)?.length ?? 0
