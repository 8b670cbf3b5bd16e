import { globSync, readFileSync } from 'node:fs'

/** One fault to plant: the text of `file` between the two offsets, properties or members, is left out. `what` names it. */
export type Planted = {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly of: 'properties' | 'members'
  readonly what: string
}

const turns = /\.\.\.(?:\w+\.turns|turns?\b|\(await takeTurn\([^)]*\)\)),?/g
const writing = /\.(?:update|updateMany|updateManyAndReturn|delete|deleteMany)\(/g

/**
 * Every condition under which a change is stored, as a fault each: what follows the first property of the `where` of a
 * write (which finds the row; alone it is no guard), each of the things that a change rests on, and each turn that it takes, is
 * left out once.
 */
export function guardsOf(file: string, text: string): readonly Planted[] {
  const where = [...text.matchAll(writing)].flatMap((call) => {
    const open = call.index + call[0].length - 1
    const found = /\bwhere: \{/.exec(text.slice(open, closing(text, open)))
    if (found === null) return []
    const begins = open + found.index + found[0].length
    return parts(text, begins, closing(text, begins - 1)).slice(1)
  })
  const rests = [...text.matchAll(/\brests: \[/g)].flatMap((list) => {
    const begins = list.index + list[0].length
    return parts(text, begins, closing(text, begins - 1))
  })
  const taken = [...text.matchAll(turns)]
    .filter(({ 0: turn }) => turn.includes('.turns') || text.includes('takeTurn('))
    .map(({ index, 0: turn }) => ({ from: index, to: index + turn.length }))
  const found = [
    ...where.map((part) => ({ ...part, of: 'properties' as const })),
    ...[...rests, ...taken].map((part) => ({ ...part, of: 'members' as const })),
  ]
  return found.map(({ from, to, of }) => {
    const line = text.slice(0, from).split('\n').length
    return { file, from, to, of, what: `line ${line}: without ${text.slice(from, to).trim().replace(/\s+/g, ' ')}` }
  })
}

/** The text with each guard there as long as it is not the one that a run leaves out: see `reached.ts`. */
export function withSwitches(text: string, guards: readonly (Planted & { readonly number: number })[]): string {
  const fromTheEnd = guards.toSorted((a, b) => b.from - a.from)
  return fromTheEnd.reduce((whole, { from, to, of, number }) => {
    const guard = whole.slice(from, to).trim().replace(/,$/, '')
    const left = `(globalThis.leavesOut?.(${number}) ?? process.env.LEFT_OUT === '${number}')`
    const [empty, kept] = of === 'properties' ? ['{}', `{ ${guard} }`] : ['[]', `[${guard}]`]
    return `${whole.slice(0, from)} ...(${left} ? ${empty} : ${kept}),${whole.slice(to)}`
  }, text)
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

/** The properties or members between two offsets, each with the comma behind it. */
function parts(text: string, begins: number, ends: number): readonly { from: number; to: number }[] {
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
