import { z } from 'zod'
import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { Right } from '../contract/intent.ts'

const Rights = z.array(Right)

/** The rights stored with a delegation: a JSON list that only this project writes. */
export const rightsOf = (json: string): readonly Right[] => Rights.parse(JSON.parse(json))

/** What makes a delegation count on `today`, a day of the committee's zone: nothing has to run for it to end. */
export const inForce = (today: string) => ({ endedAt: null, fromDay: { lte: today }, toDay: { gte: today } })

export type Grant = {
  readonly id: string
  readonly giver: { readonly id: string; readonly name: string; readonly honorific: string | null }
  /** Null: everything. */
  readonly itemId: string | null
  readonly rights: readonly Right[]
}

/**
 * What is delegated to `taker` today, perhaps by `giver` alone. Only those who are members today can let anybody act for
 * them. A person may hold several grants from one member: their rights add up.
 */
export async function grantsTo(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  taker: string,
  giver?: string,
): Promise<readonly Grant[]> {
  const today = dayIn(ctx.now, ctx.zone)
  const seated = { role: 'member', fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const rows = await ctx.db.delegation.findMany({
    where: {
      takerId: taker,
      ...(giver === undefined ? {} : { personId: giver }),
      ...inForce(today),
      person: { roles: { some: seated } },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      itemId: true,
      rights: true,
      person: { select: { id: true, name: true, honorific: true } },
    },
  })
  return rows.map(({ id, itemId, rights, person }) => ({ id, itemId, rights: rightsOf(rights), giver: person }))
}

/** The grants that count for one work item. */
export const forItem = (grants: readonly Grant[], itemId: string): readonly Grant[] =>
  grants.filter((grant) => grant.itemId === null || grant.itemId === itemId)
