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

/** The headings of a draft in its order, one line each: what a provision is called, and its title. Without clauses and points. */
export const outlineOf = (provisions: readonly Provision[]): readonly string[] =>
  provisions.filter(({ kind }) => outlined.has(kind)).map((one) => headingOf(one))

/** How a provision is called, with its title, or the words it begins with. */
function headingOf({ path, title, text }: Provision): string {
  const words = [...(title ?? text).replace(/\s+/g, ' ').trim()]
  const said = words.length > longest ? `${words.slice(0, longest - 1).join('')}…` : words.join('')
  return said === '' || said === path ? path : `${path}. ${said}`
}
