import type { Colour } from '../../files/indexed-png.ts'

export type MapRow = { readonly label: string; readonly counts: readonly number[] }

/** What the map shows, in words and numbers: rows are teams, columns quarters. */
export type MapContent = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly MapRow[]
  readonly legend: string
  /** Small print under the legend. */
  readonly notes: readonly string[]
}

// Units of the drawing; it is rendered larger. Small and narrow on purpose: what three rows take, two pixels
// to a byte, is what deflate looks back on, and letters that come again there are stored once.
const margin = 10
const labelWidth = 134
const cellWidth = 46
/** The last column's, for visits without a date: its heading is longer. */
const lastWidth = 66
const rowHeight = 20
const headHeight = 52
const footHeight = 32
const noteHeight = 17
const fontSize = 12
/** Characters of a team's name at the most; what still runs wider is clipped at the column. */
const longestLabel = 20

const ink: Colour = [17, 24, 39]
const line: Colour = [203, 213, 225]
/** From none to many, light enough that the number in ink reads 7:1 on each. */
const shades: readonly Colour[] = [
  [255, 255, 255],
  [222, 235, 247],
  [190, 215, 240],
  [150, 194, 232],
  [116, 173, 222],
]

/** All colours of the drawing: the flat ones, and between them those of the letters' edges. */
export const mapPalette: readonly Colour[] = [
  ...shades,
  ink,
  line,
  ...[0.3, 0.62].map((share) => mix([255, 255, 255], ink, share)),
  ...shades.slice(1).map((shade) => mix(shade, ink, 0.5)),
]

function mix(a: Colour, b: Colour, share: number): Colour {
  const [red, green, blue] = a.map((value, at) => Math.round(value + ((b[at] ?? 0) - value) * share))
  return [red ?? 0, green ?? 0, blue ?? 0]
}

/**
 * The map as SVG text. Every count stands in its cell as a number, so that it reads without colours. Words from outside
 * are escaped and can be nothing but words.
 */
export function quarterMapSvg({ title, columns, rows, legend, notes }: MapContent): string {
  const most = Math.max(0, ...rows.flatMap((row) => row.counts))
  const left = (column: number) => margin + labelWidth + column * cellWidth
  const wide = (column: number) => (column === columns.length - 1 ? lastWidth : cellWidth)
  const width = left(columns.length - 1) + lastWidth + margin
  const middle = (column: number) => left(column) + wide(column) / 2
  const bottom = headHeight + rows.length * rowHeight
  const height = bottom + footHeight + notes.length * noteHeight + 4
  const heads = columns.map((name, at) => text(middle(at), headHeight - 7, name, 'middle', 'bold'))
  const body = rows.map(({ label, counts }, at) => {
    const top = headHeight + at * rowHeight
    const cells = counts.map((count, column) => {
      const fill = rgb(shades[levelOf(count, most)] ?? ink)
      return `${box(left(column), top, wide(column), rowHeight, fill)}${text(middle(column), top + 14, String(count), 'middle')}`
    })
    const clip = `<svg x="${margin}" y="${top}" width="${labelWidth - 8}" height="${rowHeight}">${text(0, 14, short(label))}</svg>`
    return clip + cells.join('')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Condensed" font-size="${fontSize}" fill="${rgb(ink)}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(margin, 22, title, 'start', 'bold'),
    ...heads,
    ...body,
    legendOf(legend, most, bottom + 9),
    ...notes.map((note, at) => text(margin, bottom + footHeight + 14 + at * noteHeight, note)),
    '</svg>',
  ].join('\n')
}

/** A box with its counts for each shade in use: `0`, `1-2`, `3-4`. */
function legendOf(word: string, most: number, top: number): string {
  const step = 56
  const boxes = rangesOf(most).map((range, at) => {
    const x = margin + 74 + at * step
    return `${box(x, top, step, rowHeight, rgb(shades[at] ?? ink))}${text(x + step / 2, top + 14, range, 'middle')}`
  })
  return text(margin, top + 14, word) + boxes.join('')
}

/** Which shade a count gets: 0 none, 1 to 4 by its share of the highest count, one each where that is at most 4. */
export function levelOf(count: number, most: number): number {
  return most <= 4 ? count : Math.ceil((count * 4) / most)
}

/** The counts of each shade, in words. */
export function rangesOf(most: number): readonly string[] {
  if (most <= 4) return Array.from({ length: most + 1 }, (_, count) => String(count))
  const ends = [0, 1, 2, 3, 4].map((level) => Math.floor((most * level) / 4))
  return ends.map((end, level) => {
    const start = level === 0 ? 0 : (ends[level - 1] ?? 0) + 1
    return start === end ? String(end) : `${start}–${end}`
  })
}

const short = (label: string) => {
  const points = [...label]
  return points.length <= longestLabel ? label : `${points.slice(0, longestLabel - 1).join('')}…`
}

const rgb = ([red, green, blue]: Colour) => `rgb(${red},${green},${blue})`

const box = (x: number, y: number, wide: number, high: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${fill}" stroke="${rgb(line)}"/>`

function text(
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' = 'start',
  weight: 'normal' | 'bold' = 'normal',
): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-weight="${weight}">${escaped(words)}</text>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** As words of XML, composed, without what XML cannot hold (control characters, halves of pairs, non-characters). */
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
