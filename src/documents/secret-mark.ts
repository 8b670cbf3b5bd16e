import { bare } from '../texts/fold.ts'
import type { Line } from './structure/line.ts'

/** Mật, Tối mật, Tuyệt mật: the marks of the law on the protection of state secrets, from the lowest to the highest. */
export type SecretLevel = 'secret' | 'highly-secret' | 'top-secret'
export type SecretMark = {
  readonly level: SecretLevel
  readonly where: 'name' | 'property' | 'header' | 'footer' | 'aside' | 'head' | 'text'
  /** The paragraph or line of the file, for `head` and `text`. */
  readonly line: number | null
}

/** What surrounds a document's own lines. */
export type Surroundings = {
  readonly name: string
  readonly properties: readonly string[]
  readonly headers: readonly string[]
  readonly footers: readonly string[]
  /** What lies on or behind the lines: watermarks, text boxes, hidden words, notes, comments, stamps of a PDF. */
  readonly asides: readonly string[]
}

const LEVELS = { '': 'secret', toi: 'highly-secret', tuyet: 'top-secret' } as const
const HEAD_LINES = 30
const LONGEST_STAMP = 120

/** The first mark that a file bears: in its name, properties, heads and feet, at the head of the text, as a stamp, or aside. */
export function findSecretMark(lines: readonly Line[], around: Surroundings): SecretMark | null {
  const first = (texts: readonly string[], where: SecretMark['where'], look: typeof stampIn) => {
    for (const text of texts) {
      const level = look(text)
      if (level !== null) return { level, where, line: null }
    }
    return null
  }
  return (
    first([around.name], 'name', markInName) ??
    first(around.properties, 'property', stampIn) ??
    first(around.headers, 'header', stampIn) ??
    first(around.footers, 'footer', stampIn) ??
    inLines(lines) ??
    first(around.asides, 'aside', stampIn)
  )
}

function inLines(lines: readonly Line[]): SecretMark | null {
  for (const [at, line] of lines.entries()) {
    const head = at < HEAD_LINES
    // A table further down may well list degrees of secrecy.
    const level = head ? stampIn(line.text) : line.plain && line.text.includes(' | ') ? null : stampIn(line.text)
    // In small letters it is a stamp at the head alone.
    if (level !== null && (head || line.text === line.text.toUpperCase() || SAID.test(bare(line.text))))
      return { level, where: head ? 'head' : 'text', line: line.at }
  }
  return null
}

const SAID = /^(?:muc )?(?:do|dau) mat\s*:/u
/** Read in `bare` words; the mark itself is looked at with its diacritics, for mặt and mát fold alike. */
const STAMP =
  /^(?:(?:(?:muc )?(?:do|dau(?: chi)?) mat|dau)\s*:\s*|(?:tai lieu|van ban|ho so|ban thao|du thao)\s+)?(toi |tuyet )?(mat)(?:\s*[-–—(].{0,60}|\s*[,/+&]\s*(?:hoa toc|thuong khan|khan).{0,40})?$/u
const EDGES = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu

/** Whether a line, or a cell of it, is nothing but a mark: `TỐI MẬT`, `(Mật)`, `Độ mật: Tuyệt mật`, `M Ậ T`. */
function stampIn(text: string): SecretLevel | null {
  for (const cell of plainLetters(text).split(/\s\|\s|\n|\s{3,}|;/u)) {
    if (cell.length > LONGEST_STAMP) continue
    const level = stampOf(cell.replace(EDGES, '')) ?? stampOf(closeUp(cell.replace(EDGES, '')))
    if (level !== null) return level
  }
  return null
}

function stampOf(text: string): SecretLevel | null {
  const match = STAMP.exec(bare(text).replace(/\s+/gu, ' '))
  if (match === null) return null
  const degree = (match[1] ?? '').trim()
  if (degree !== '' && degree !== 'toi' && degree !== 'tuyet') return null
  const typed = text.toLowerCase()
  // Without diacritics only in capitals: "Mat" may be anything.
  const bareCapitals = text === text.toUpperCase() && /^[\p{ASCII}Đđ]*$/u.test(text)
  if (!/(?<!\p{L})mật(?!\p{L})/u.test(typed) && !bareCapitals) return null
  return LEVELS[degree]
}

/** Letters as they are read: of one width and form, without signs that nobody sees. */
const plainLetters = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '')

/** `M Ậ T`, `T U Y Ệ T M Ậ T`: letters set apart. */
const closeUp = (text: string): string =>
  /^\p{L}(?:\s\p{L})+$/u.test(text) ? text.replace(/\s/gu, '').replace(/^(tối|tuyệt|toi|tuyet)(?=m)/iu, '$1 ') : text

const PARTS = /[\p{L}\p{M}\d]+/gu
/** Words that mật, mặt or mát make with a neighbour, folded: bảo mật, bí mật, mật độ, mặt bằng, bề mặt, vắng mặt. */
const BEFORE = new Set(
  'bao bi co be bo ra gap vang trong toan tieu ngoai chong dien nhat than mien tien hai mot cac tren duoi mat'.split(
    ' ',
  ),
)
const AFTER = new Set(
  'bang do khau ma vu thu thiet nghi hieu hang tran duong tien nuoc troi dat phang san tri mia ong cat me mat trong'.split(
    ' ',
  ),
)

/** The mark in a file's name, with or without diacritics: `TOI MAT - De an.docx`, `Tờ trình (Mật).pdf`, `bc_mat.docx`. */
function markInName(name: string): SecretLevel | null {
  const parts =
    plainLetters(name)
      .replace(/\.[\p{L}\d]{1,5}$/u, '')
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .match(PARTS) ?? []
  for (const [at, part] of parts.entries()) {
    const together = /^(toi|tuyet)mat$/u.exec(bare(part))?.[1]
    if (together === 'toi' || together === 'tuyet') return LEVELS[together]
    if (bare(part) !== 'mat') continue
    const [before, after] = [bare(parts[at - 1] ?? ''), bare(parts[at + 1] ?? '')]
    const marked = /^mật$/iu.test(part)
    if (!marked && part.toLowerCase() !== 'mat') continue
    if (before === 'toi' || before === 'tuyet') return LEVELS[before]
    if (BEFORE.has(before) || AFTER.has(after)) continue
    const edge = at === 0 || at === parts.length - 1 || before === 'do' || before === 'dau' || part === 'MAT'
    if (marked || edge) return 'secret'
  }
  return null
}
