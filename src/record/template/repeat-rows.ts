/**
 * Repeats the rows of a table (`w:tr`) that hold marks, once for each of `rows`, whose words (XML already) take the marks'
 * places. Rows next to each other are repeated together. Marks that stand in no row are left as they are.
 */
export function repeatRows(
  xml: string,
  marks: ReadonlyMap<string, string>,
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const places = [...marks.values()].map((mark) => xml.indexOf(mark)).filter((at) => at >= 0)
  if (places.length === 0) return xml
  const around = rowsOf(xml).filter(([start, end]) => places.some((at) => start < at && at < end))
  const start = Math.min(...around.map((row) => row[0]))
  const end = Math.max(...around.map((row) => row[1]))
  if (around.length === 0) return xml
  const pieces = piecesOf(xml.slice(start, end), marks)
  const repeated = rows.map((row) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : (row[piece.field] ?? ''))).join(''),
  )
  return `${xml.slice(0, start)}${repeated.join('')}${xml.slice(end)}`
}

/** Where rows begin and end, each as a whole: a row within a table within a row belongs to that. */
function rowsOf(xml: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let depth = 0
  let start = 0
  for (const match of xml.matchAll(/<w:tr[ >]|<\/w:tr>/g)) {
    if (match[0] === '</w:tr>') {
      depth -= 1
      if (depth === 0) found.push([start, match.index + match[0].length])
    } else {
      if (depth === 0) start = match.index
      depth += 1
    }
  }
  return found
}

type Piece = string | { readonly field: string }

/** The XML of the rows, cut at the marks. */
function piecesOf(xml: string, marks: ReadonlyMap<string, string>): readonly Piece[] {
  let pieces: readonly Piece[] = [xml]
  for (const [field, mark] of marks)
    pieces = pieces.flatMap((piece): readonly Piece[] =>
      typeof piece === 'string'
        ? piece.split(mark).flatMap((part, at): readonly Piece[] => (at === 0 ? [part] : [{ field }, part]))
        : [piece],
    )
  return pieces
}
