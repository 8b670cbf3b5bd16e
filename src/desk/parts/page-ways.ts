import type { Context } from '../../context.ts'
import type { Part } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'

/** Which rows of how many these are, and the ways to those before and after; nothing where all are shown. */
export function pageWays(
  { texts: t }: Pick<Context, 'texts'>,
  { from, shown, total }: { readonly from: number; readonly shown: number; readonly total: number },
  perPage: number,
  at: (from: number) => Place,
): readonly Part[] {
  if (shown === total) return []
  const ways = [
    ...(from > 0 ? [{ label: t.buttons.previousPage, place: at(Math.max(0, from - perPage)) }] : []),
    ...(from + shown < total ? [{ label: t.buttons.nextPage, place: at(from + shown) }] : []),
  ]
  return [
    { kind: 'text', text: t.desk.rowsOf(from + 1, from + shown, total), tone: 'subtle' },
    { kind: 'ways', ways },
  ]
}
