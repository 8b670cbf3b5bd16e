import type { Provision, ProvisionKind } from '../provision.ts'

const outlined: ReadonlySet<ProvisionKind> = new Set([
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'heading',
  'appendix',
])
const longest = 100

/** Whether a provision stands in the outline: all but clauses, points and words without a number. */
export const isOutlined = ({ kind }: Pick<Provision, 'kind'>): boolean => outlined.has(kind)

/** The headings of a draft in its order, one line each: what a provision is called, and its title. Without clauses and points. */
export const outlineOf = (provisions: readonly Provision[]): readonly string[] =>
  provisions.filter(isOutlined).map((one) => headingOf(one))

/** How a provision is called, with its title, or the words it begins with. */
function headingOf({ path, title, text }: Provision): string {
  const said = cut((title ?? text).replace(/\s+/g, ' ').trim(), longest)
  return said === '' || said === path ? path : `${path}. ${said}`
}

/** The same in at most `most` characters. */
export const shortHeadingOf = (provision: Provision, most: number): string => cut(headingOf(provision), most)

function cut(words: string, most: number): string {
  const letters = [...words]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : words
}
