import type { Doubt } from '../doubt.ts'
import type { PageLine } from './page-lines.ts'

/** How many lines from the top or the bottom of a page may be a running head. */
const EDGE = 2
const FEWEST_PAGES = 3
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s+|page\s+)?(\d{1,4})(?:\s*\/\s*\d{1,4})?[-–—\s]*$/iu

/**
 * Takes page numbers and running heads off: a number at a page's edge that counts with the pages, and what stands at the
 * edge of at least half of them, three or more, but for its figures. Each head is told by a doubt with its words.
 */
export function withoutHeads(pages: readonly (readonly PageLine[])[]): {
  readonly pages: readonly (readonly PageLine[])[]
  readonly doubts: readonly Doubt[]
  readonly heads: readonly string[]
} {
  const edges = pages.map((lines) => new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)]))
  const numbers = pageNumbers(pages)
  const times = new Map<string, number>()
  for (const lines of edges)
    for (const key of new Set([...lines].map(headKey))) times.set(key, (times.get(key) ?? 0) + 1)
  const isHead = (line: PageLine) => {
    const seen = times.get(headKey(line)) ?? 0
    return /\p{L}/u.test(line.text) && seen >= FEWEST_PAGES && seen * 2 >= pages.length
  }
  const heads = new Map<string, string>()
  const kept = pages.map((lines, page) =>
    lines.filter((line) => {
      if (numbers.has(line)) return false
      if (edges[page]?.has(line) !== true || !isHead(line)) return true
      heads.set(headKey(line), line.text)
      return false
    }),
  )
  const doubts = [...heads].map(
    ([key, text]): Doubt => ({ kind: 'left-out', what: 'running-head', text, times: times.get(key) ?? 0 }),
  )
  return { pages: kept, doubts, heads: [...heads.values()] }
}

const headKey = ({ text }: PageLine) => text.replace(/\d+/gu, '0')

/** The lines that number the pages: first or last, and as far from the page's place in the file as most of them are. */
function pageNumbers(pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> {
  const found = pages.flatMap((lines, page) =>
    [...new Set([lines[0], lines.at(-1)])].flatMap((line) => {
      const number = line === undefined ? undefined : PAGE_NUMBER.exec(line.text)?.[1]
      return line === undefined || number === undefined ? [] : [{ line, offset: Number(number) - page }]
    }),
  )
  const counts = new Map<number, number>()
  for (const { offset } of found) counts.set(offset, (counts.get(offset) ?? 0) + 1)
  const [offset, most = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? []
  // The only page there is may be numbered 1, and nothing else.
  if (offset === undefined || (most < 2 && !(pages.length === 1 && offset === 1))) return new Set()
  return new Set(found.filter((each) => each.offset === offset).map(({ line }) => line))
}
