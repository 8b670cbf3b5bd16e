import { itemLabels, namedLabel } from './structure/labels.ts'
import { cleanText, type Line } from './structure/line.ts'

type Raw = { readonly text: string; readonly level: number | null; readonly plain: boolean; readonly breaks: boolean }

const CLOSED = /[.;:!?…”"»)]$/u

/** The paragraphs of a plain text: a line is one, but for lines that were broken in the middle of a sentence. */
export const textLines = (text: string): readonly Line[] =>
  join(splitLines(text).map((line) => ({ text: cleanText(line), level: null, plain: false, breaks: false })))

const splitLines = (text: string) => text.split(/\r\n?|[\n\f\u2028\u2029]/u)

/**
 * The paragraphs of a Markdown text as it stands, with its numbers; a library would number its lists anew. Headings keep
 * their level, tables become rows; marks of emphasis and rules are left out, words never.
 */
export function markdownLines(text: string): readonly Line[] {
  const raw = splitLines(text)
  return join(raw.map((line, at) => markdownLine(line, raw[at + 1] ?? '')))
}

function markdownLine(typed: string, next: string): Raw {
  // Blanks are closed up first, so that no pattern has runs of them to try.
  const line = cleanText(typed)
  const heading = /^(#{1,6}) (.*)$/u.exec(line)
  if (heading !== null)
    return raw((heading[2] ?? '').replace(/ #+$/u, ''), { level: heading[1]?.length ?? 1, breaks: true })
  if (/^(?:=+|-{2,})$/u.test(line) || /^(?:[-*_] ?){3,}$/u.test(line)) return raw('', { breaks: true })
  if (/^[ :|-]+$/u.test(line) && line.includes('|')) return raw('', { breaks: true })
  if (/^\|.*\|$/u.test(line)) return raw(cells(line), { plain: true, breaks: true })
  const under = /^(=+|-{2,})$/u.exec(cleanText(next))?.[1]
  return raw(line.replace(/^(?:> ?)+/u, ''), {
    level: under === undefined || line === '' ? null : under.startsWith('=') ? 1 : 2,
    breaks: typed.endsWith('  ') || typed.endsWith('\\'),
  })
}

const cells = (line: string) =>
  line
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim())
    .join(' | ')

const raw = (text: string, { level = null, plain = false, breaks = false }: Partial<Omit<Raw, 'text'>>): Raw => ({
  text: cleanText(withoutMarks(text)),
  level,
  plain,
  breaks,
})

const withoutMarks = (text: string) =>
  text
    .replace(/(\*\*\*|\*\*|__|(?<![\p{L}\d*])[*_])(?=\S)(.{1,300}?)(?<=\S)\1(?![\p{L}\d])/gu, '$2')
    .replace(/\*\*/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/\\$/u, '')

/** Joins a line to the one before where that stops in the middle of a sentence and it goes on in small letters. */
function join(lines: readonly Raw[]): readonly Line[] {
  const joined: Line[] = []
  let before: Raw | undefined
  for (const [at, line] of lines.entries()) {
    const last = joined.at(-1)
    const goesOn =
      before !== undefined &&
      before.text !== '' &&
      !before.breaks &&
      !line.plain &&
      line.level === null &&
      !CLOSED.test(before.text) &&
      /^\p{Ll}/u.test(line.text) &&
      itemLabels(line.text).length === 0 &&
      namedLabel(line.text) === undefined
    if (goesOn && last !== undefined) joined.splice(-1, 1, { ...last, text: `${last.text} ${line.text}` })
    else if (line.text !== '') joined.push({ text: line.text, level: line.level, plain: line.plain, at: at + 1 })
    before = line
  }
  return joined
}
