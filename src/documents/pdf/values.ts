import { DocumentRefused } from '../document-refused.ts'

export type PdfName = { readonly name: string }
export type PdfRef = { readonly ref: number }
/** As it stands there: of a key that comes twice readers differ in which one they take. */
export type PdfDict = { readonly entries: readonly (readonly [key: string, value: PdfValue])[] }
export type PdfArray = { readonly items: readonly PdfValue[] }
/** Null: a string, a keyword, or nothing; what strings say is of no use here. */
export type PdfValue = PdfName | PdfRef | PdfDict | PdfArray | number | null

/** Deeper than any writer nests. */
const DEEPEST = 200
const BLANK = new Set('\0\t\n\f\r ')
const DELIMITER = new Set('()<>[]{}/%')
const isRegular = (letter: string | undefined) => letter !== undefined && !BLANK.has(letter) && !DELIMITER.has(letter)

type Parsed = { readonly value: PdfValue; readonly at: number }

/** The value that begins at `at`, behind blanks and comments, and where it ends. Takes what readers put up with. */
export function parseValue(text: string, from: number, depth = 0): Parsed {
  if (depth > DEEPEST) throw new DocumentRefused('broken')
  const at = skipBlanks(text, from)
  switch (text[at]) {
    case '/':
      return nameAt(text, at)
    case '(':
      return { value: null, at: stringEnd(text, at) }
    case '[':
      return arrayAt(text, at + 1, depth)
    case '<':
      if (text[at + 1] === '<') return dictAt(text, at + 2, depth)
      return { value: null, at: endOf(text, '>', at) }
    default:
      return wordAt(text, at)
  }
}

/** Behind blanks and comments. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  for (;;) {
    while (BLANK.has(text[at] ?? '')) at += 1
    if (text[at] !== '%') return at
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
  }
}

const endOf = (text: string, what: string, from: number) => {
  const found = text.indexOf(what, from)
  return found === -1 ? text.length : found + what.length
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (isRegular(text[at])) at += 1
  return at
}

function nameAt(text: string, at: number): Parsed & { readonly value: PdfName } {
  const ends = wordEnd(text, at + 1)
  const name = text
    .slice(at + 1, ends)
    .replace(/#([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return { value: { name }, at: ends }
}

/** Parentheses within a string are balanced, or stand behind a backslash. */
function stringEnd(text: string, from: number): number {
  let open = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '\\') at += 1
    else if (letter === '(') open += 1
    else if (letter === ')') {
      open -= 1
      if (open === 0) return at + 1
    }
  }
  return text.length
}

const END = /^(?:endobj|stream|endstream|obj)$/u

/** A number, a reference, or a keyword, which is no value. */
function wordAt(text: string, at: number): Parsed {
  const ends = wordEnd(text, at)
  const word = text.slice(at, ends)
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(word))
    return { value: null, at: END.test(word) ? at : Math.max(ends, at + 1) }
  const reference = referenceEnd(text, ends)
  if (reference !== undefined && /^\d+$/u.test(word)) return { value: { ref: Number(word) }, at: reference }
  return { value: Number(word), at: ends }
}

/** Where a reference ends whose first number ends at `from`. */
function referenceEnd(text: string, from: number): number | undefined {
  const second = skipBlanks(text, from)
  const ends = wordEnd(text, second)
  if (second === from || ends === second || !/^\d+$/u.test(text.slice(second, ends))) return undefined
  const letter = skipBlanks(text, ends)
  return text[letter] === 'R' && !isRegular(text[letter + 1]) ? letter + 1 : undefined
}

/** Whether a container ends here though nobody closed it. */
const isOver = (text: string, at: number) => at >= text.length || END.test(text.slice(at, wordEnd(text, at)))

function arrayAt(text: string, from: number, depth: number): Parsed {
  const values: PdfValue[] = []
  let at = skipBlanks(text, from)
  while (text[at] !== ']') {
    if (isOver(text, at)) return { value: { items: values }, at }
    const parsed = parseValue(text, at, depth + 1)
    values.push(parsed.value)
    at = skipBlanks(text, parsed.at)
  }
  return { value: { items: values }, at: at + 1 }
}

function dictAt(text: string, from: number, depth: number): Parsed {
  const entries: [string, PdfValue][] = []
  let at = skipBlanks(text, from)
  while (!text.startsWith('>>', at)) {
    if (isOver(text, at)) return { value: { entries }, at }
    if (text[at] !== '/') {
      // No key: readers pass over it.
      at = skipBlanks(text, parseValue(text, at, depth + 1).at)
      continue
    }
    const key = nameAt(text, at)
    const parsed = parseValue(text, key.at, depth + 1)
    entries.push([key.value.name, parsed.value])
    at = skipBlanks(text, parsed.at)
  }
  return { value: { entries }, at: at + 2 }
}

/** The values of a key. */
export const valuesOf = ({ entries }: PdfDict, key: string): readonly PdfValue[] =>
  entries.flatMap(([name, value]) => (name === key ? [value] : []))

export const holdsKey = ({ entries }: PdfDict, ...keys: readonly string[]): boolean =>
  entries.some(([name]) => keys.includes(name))

export const isDict = (value: PdfValue): value is PdfDict =>
  value !== null && typeof value === 'object' && 'entries' in value
