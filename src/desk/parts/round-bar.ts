import type { Context } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import type { Bar, Mark } from '../../contract/page.ts'

/** Which mark stands for a position, everywhere on the pages. */
export const markOf: Record<Position, Mark> = {
  agree: 'agree',
  'agree-with-comments': 'amend',
  disagree: 'oppose',
  other: 'other',
}

/**
 * Where a round stands as one bar: the positions taken, and how many of `total` have not answered, of which `deemed` are
 * deemed to agree.
 */
export function roundBar(
  { texts: t }: Pick<Context, 'texts'>,
  positions: ReadonlyMap<Position, number> | undefined,
  total: number,
  deemed = 0,
): Bar {
  const taken = Position.options.map((position) => ({
    mark: markOf[position],
    label: t.positions[position],
    count: positions?.get(position) ?? 0,
  }))
  const answered = taken.reduce((all, { count }) => all + count, 0)
  const silent = Math.max(0, total - answered - deemed)
  const parts = [
    ...taken,
    { mark: 'none' as const, label: t.standings.deemed, count: deemed },
    { mark: 'none' as const, label: t.desk.missing, count: silent },
  ]
  const counted = parts.filter(({ count }) => count > 0)
  return { label: t.list(counted.map(({ label, count }) => t.desk.counted(label, count))), parts: counted }
}
