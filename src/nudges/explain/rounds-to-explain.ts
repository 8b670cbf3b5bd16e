import type { Context } from '../../context.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'

/** Rounds with what their explanation needs: the item, the plan's ladder, whether the reader was asked and has answered. */
export function roundsToExplain(ctx: Pick<Context, 'db' | 'actor'>, where: Prisma.RoundWhereInput) {
  const mine = { personId: ctx.actor.id }
  return ctx.db.round.findMany({
    where: { state: { not: 'withdrawn' }, ...where },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: {
      item: {
        select: {
          key: true,
          title: true,
          titleEn: true,
          quarter: true,
          draftingAgency: true,
          plan: { select: { ladder: true } },
        },
      },
      asked: { where: mine, select: { personId: true } },
      opinions: { where: mine, orderBy: { version: 'asc' }, take: 1, select: { at: true } },
    },
  })
}
