import { globSync, readFileSync } from 'node:fs'

/** One fault to plant: the text of `file` between the two offsets is left out. `what` names it. */
export type Planted = { readonly file: string; readonly from: number; readonly to: number; readonly what: string }

const writing = /\.(?:update|updateMany|updateManyAndReturn|delete|deleteMany)\(/g

/**
 * Every condition under which a row is written or removed, as a fault each: what follows the first property of the
 * `where` (which finds the row) is left out, one property at a time. A property that stands alone is no guard.
 */
export function guardsOf(file: string, text: string): readonly Planted[] {
  return [...text.matchAll(writing)].flatMap((call) => {
    const open = call.index + call[0].length - 1
    const inside = text.slice(open, closing(text, open))
    const where = /\bwhere: \{/.exec(inside)
    if (where === null) return []
    const begins = open + where.index + where[0].length
    const [, ...rest] = properties(text, begins, closing(text, begins - 1))
    const line = text.slice(0, begins).split('\n').length
    return rest.map(({ from, to }) => ({
      file,
      from,
      to,
      what: `line ${line}: without ${text.slice(from, to).trim().replace(/\s+/g, ' ')}`,
    }))
  })
}

/** All of them in these files, in the order of the names. */
export const guardsIn = (pattern: string | readonly string[]): readonly Planted[] =>
  globSync(pattern, { exclude: ['**/generated/**'] })
    .sort()
    .flatMap((file) => guardsOf(file, readFileSync(file, 'utf8')))

/** Where the bracket that opens at `open` is closed; strings hold none in the code this reads. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if ('({['.includes(text.charAt(at))) depth += 1
    if (')}]'.includes(text.charAt(at))) depth -= 1
    if (depth === 0) return at
  }
  throw new Error(`nothing closes the bracket at ${open}`)
}

/** The properties between two offsets, each with the comma behind it. */
function properties(text: string, begins: number, ends: number): readonly { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let [from, depth] = [begins, 0]
  for (let at = begins; at < ends; at += 1) {
    if ('({['.includes(text.charAt(at))) depth += 1
    if (')}]'.includes(text.charAt(at))) depth -= 1
    if (depth !== 0 || text.charAt(at) !== ',') continue
    found.push({ from, to: at + 1 })
    from = at + 1
  }
  if (text.slice(from, ends).trim() !== '') found.push({ from, to: ends })
  return found
}
