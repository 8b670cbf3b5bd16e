import type { ProvisionKind } from './provision.ts'
import { findReferences, type Reference, type ReferenceStep } from './provision-reference.ts'

/** One remark of a typed text: on what, as it was written and as a reference, and what it says. */
export type TypedRemark = {
  /** As written; with the article of the remark before where it names a clause or a point alone. */
  readonly provision: string
  readonly steps: readonly ReferenceStep[]
  readonly remark: string
}

/** A reference begins a remark at the text's beginning, on a new line, behind a semicolon or a sentence's end. */
const BEFORE = /(?:^|[\n;]|[.!?…]["”’)]?)\s*(?:[-–•*+]\s*)?(?:(?:tại|về|đối với|on|regarding)\s+)?$/iu
/** And is followed by a colon, or a dash with blanks around it. */
const AFTER = /^\s*(?::|\s[-–—]\s)\s*/u
const EDGES = /^[\s;,]+|[\s;]+$/gu

/**
 * Splits what somebody typed about a draft into its remarks: "Điều 5 khoản 2: làm rõ; Điều 7: bỏ điểm a" is two, and
 * what stands before the first belongs to none. A reference inside a sentence begins nothing. Every word is in `rest`, in
 * a provision or in a remark.
 */
export function splitRemarks(text: string): { readonly rest: string; readonly remarks: readonly TypedRemark[] } {
  const begins = findReferences(text).flatMap((reference) => {
    const after = AFTER.exec(text.slice(reference.end))
    if (after === null || !BEFORE.test(text.slice(0, reference.start))) return []
    return [{ reference, from: reference.end + after[0].length }]
  })
  const [first] = begins
  if (first === undefined) return { rest: text.replace(EDGES, ''), remarks: [] }
  const remarks: TypedRemark[] = []
  for (const [at, { reference, from }] of begins.entries()) {
    const end = begins[at + 1]?.reference.start ?? text.length
    const remark = text.slice(from, end).replace(EDGES, '')
    const before = remarks.at(-1)
    const written = text.slice(reference.start, reference.end)
    remarks.push({ ...placed(written, reference, before), remark })
  }
  // A name with nothing behind it is no remark, and its words stay.
  const empty = remarks.filter(({ remark }) => remark === '').map(({ provision }) => provision)
  const rest = [text.slice(0, first.reference.start).replace(EDGES, ''), ...empty].filter((part) => part !== '')
  return { rest: rest.join('\n'), remarks: remarks.filter(({ remark }) => remark !== '') }
}

const ARTICLE = /(?:điều|dieu|đ|article|art\.?)\s*\d+\p{L}?/iu
const DEPTH: Partial<Record<ProvisionKind, number>> = { article: 0, clause: 1, point: 2 }

/** A clause or a point alone lies in the article, or the clause, that was named before it. */
function placed(written: string, { steps }: Reference, before: TypedRemark | undefined) {
  const [outermost] = steps
  const depth = outermost === undefined ? undefined : DEPTH[outermost.kind]
  if (depth === undefined || depth === 0 || before === undefined) return { provision: written, steps }
  const above = before.steps.filter(({ kind }) => (DEPTH[kind] ?? depth) < depth)
  if (above.length === 0) return { provision: written, steps }
  const [article] = ARTICLE.exec(before.provision) ?? []
  const provision = article === undefined ? written : `${written} ${article}`
  return { provision, steps: [...above, ...steps] }
}
