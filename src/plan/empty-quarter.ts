import { parseQuarter } from '../calendar/quarters.ts'
import type { Context } from '../context.ts'
import type { Block } from '../contract/message.ts'

/**
 * Of a quarter without items: whether its year has a plan at all, and the way to the quarter that may have been meant: the
 * one of the same number in the nearest year, else the nearest, that holds items.
 */
export async function emptyQuarter(ctx: Context, quarter: string | null, planned: boolean): Promise<readonly Block[]> {
  const { plan: t, buttons: b } = ctx.texts
  const wanted = quarter === null ? undefined : parseQuarter(quarter)
  if (wanted === undefined) return [{ kind: 'text', text: t.empty }]
  const held = await ctx.db.workItem.groupBy({
    by: ['quarter'],
    where: { quarter: { not: null } },
    _count: { _all: true },
  })
  const others = held
    .flatMap((one) => {
      const at = parseQuarter(one.quarter ?? '')
      if (at === undefined || one.quarter === null) return []
      const far = Math.abs((at.year - wanted.year) * 4 + at.number - wanted.number)
      return [{ quarter: one.quarter, items: one._count._all, far, other: at.number === wanted.number ? 0 : 1 }]
    })
    .sort((a, b) => a.other - b.other || a.far - b.far || a.quarter.localeCompare(b.quarter))
  const said = planned ? t.empty : t.noYear(wanted.year)
  const [near] = others
  if (near === undefined) return [{ kind: 'text', text: said }]
  return [
    { kind: 'text', text: `${said} ${t.heldBy(near.quarter, near.items)}` },
    {
      kind: 'buttons',
      buttons: [{ label: b.quarter(near.quarter), intent: { kind: 'plan.show', quarter: near.quarter } }],
    },
  ]
}
