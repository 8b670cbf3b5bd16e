type Span = { readonly fromDay: string | null; readonly toDay: string | null }

/** A duty that was dropped before it began: its row stays, ends before it begins, and covers no day. */
export const isDropped = ({ fromDay, toDay }: Span): boolean => fromDay !== null && toDay !== null && toDay < fromDay

/** Whether two spans share a day; days are `YYYY-MM-DD`, both ends count, a missing one is open. */
export function overlap(a: Span, b: Span): boolean {
  if (isDropped(a) || isDropped(b)) return false
  const begins = (later: Span, earlier: Span) =>
    later.fromDay === null || earlier.toDay === null || later.fromDay <= earlier.toDay
  return begins(a, b) && begins(b, a)
}
