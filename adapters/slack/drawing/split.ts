const ellipsis = '…'

/** Text that survives JSON and form encoding: no lone surrogates, no control characters but tab and line feed. */
export function clean(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

/** How long Slack may count one code point: it escapes `&`, `<` and `>` and may count either form. */
function cost(point: string): number {
  if (point === '&') return 5
  return point === '<' || point === '>' ? 4 : point.length
}

/** The length of a text as `cut` and `pieces` measure it. */
export function lengthOf(text: string): number {
  let sum = 0
  for (const point of text) sum += cost(point)
  return sum
}

/** The whole text when it fits into `max`, else its start with a visible "…". Never cuts inside a code point. */
export function cut(text: string, max: number): string {
  const cleaned = clean(text)
  // The escaped length is at most five times the plain one: most texts need no counting.
  if (cleaned.length * 5 <= max || lengthOf(cleaned) <= max) return cleaned
  return `${cleaned.slice(0, fitting(cleaned, 0, max - ellipsis.length))}${ellipsis}`
}

/** `cut` for places where Slack refuses an empty text. */
export function label(text: string, max: number): string {
  const short = cut(text, max)
  return short.trim() === '' ? ellipsis : short
}

/** The text in pieces of at most `max`, broken after a line or a word where one ends near; joined they are the text. */
export function pieces(text: string, max: number): string[] {
  const cleaned = clean(text)
  const result: string[] = []
  let from = 0
  while (from < cleaned.length) {
    const end = fitting(cleaned, from, max)
    const to = end === cleaned.length ? end : breakBefore(cleaned, from, end)
    result.push(cleaned.slice(from, to))
    from = to
  }
  return result
}

/** Where a piece that starts at `from` must end at the latest to cost at most `max`. */
function fitting(text: string, from: number, max: number): number {
  let at = from
  let sum = 0
  while (at < text.length) {
    const point = String.fromCodePoint(text.codePointAt(at) ?? 0)
    sum += cost(point)
    if (sum > max) break
    at += point.length
  }
  return at
}

function breakBefore(text: string, from: number, end: number): number {
  const nearest = from + Math.floor(((end - from) * 2) / 3)
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, end - 1)
    if (at >= nearest) return at + 1
  }
  return end
}
