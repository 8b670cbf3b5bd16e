import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Button, Message } from '../contract/message.ts'
import { isGone } from '../outbox/accounts.ts'
import type { Composed } from '../outbox/delivery/compose.ts'
import { platformCalled } from './accounts/platform-called.ts'
import { wordsOf } from './cards/delegation-cards.ts'

/** The notifications about people: leave that somebody else entered or ended, delegations given and ended, accounts that are gone. */
export const PeopleNotification = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leave-entered'), leave: z.uuid() }),
  z.object({ kind: z.literal('leave-ended'), leave: z.uuid() }),
  z.object({ kind: z.literal('delegation-given'), delegation: z.uuid() }),
  z.object({ kind: z.literal('delegation-ended'), delegation: z.uuid() }),
  z.object({ kind: z.literal('accounts-gone'), accounts: z.array(z.string()) }),
])
export type PeopleNotification = z.infer<typeof PeopleNotification>

/** Makes the words of such a notification for `ctx.actor`; or says why it is no longer needed. */
export async function composePeopleNotification(ctx: Context, letter: PeopleNotification): Promise<Composed> {
  switch (letter.kind) {
    case 'leave-entered':
    case 'leave-ended':
      return await aboutLeave(ctx, letter.leave, letter.kind === 'leave-ended')
    case 'delegation-given':
    case 'delegation-ended':
      return await aboutDelegation(ctx, letter.delegation, letter.kind === 'delegation-ended')
    case 'accounts-gone':
      return await aboutAccounts(ctx, letter.accounts)
    default:
      return letter satisfies never
  }
}

async function aboutLeave(ctx: Context, id: string, ended: boolean): Promise<Composed> {
  const { texts: t, db } = ctx
  const leave = await db.absence.findUnique({ where: { id } })
  if (leave === null) return { drop: 'the leave is gone' }
  if (!ended && leave.endedAt !== null) return { drop: 'the leave has ended since' }
  const days = [t.day(leave.fromDay), t.day(leave.toDay)] as const
  const way = { label: t.leave.listTitle, intent: { kind: 'leave.list' } } as const
  if (ended) return { message: notice(t.leave.endedFor(...days), way) }
  const by = leave.byId === null ? null : await db.person.findUnique({ where: { id: leave.byId } })
  return { message: notice(t.leave.entered(by?.name ?? t.roles.coordinator, ...days), way) }
}

async function aboutDelegation(ctx: Context, id: string, ended: boolean): Promise<Composed> {
  const { texts: t, db, actor } = ctx
  const row = await db.delegation.findUnique({ where: { id }, include: { person: true, taker: true, item: true } })
  if (row === null) return { drop: 'the delegation is gone' }
  if (!ended && row.endedAt !== null) return { drop: 'the delegation has ended since' }
  const { rights, scope, span } = wordsOf(ctx, row)
  const way = { label: t.delegation.listTitle, intent: { kind: 'delegation.list' } } as const
  const said = ended
    ? t.delegation.endedNotification(row.person.name, row.taker.name, scope)
    : row.takerId === actor.id
      ? t.delegation.toTaker(row.person.name, rights, scope, span)
      : t.delegation.toGiver(row.taker.name, rights, scope, span)
  return { message: notice(said, way) }
}

/** For coordinators: whom no message reaches any more, and what can be done about it. */
async function aboutAccounts(ctx: Context, ids: readonly string[]): Promise<Composed> {
  const { texts: t, db } = ctx
  const rows = await db.account.findMany({
    where: { id: { in: [...ids] }, personId: { not: null } },
    select: { platform: true, unreachable: true, person: { select: { name: true, organisation: true } } },
    orderBy: { person: { key: 'asc' } },
  })
  const items = rows.flatMap(({ platform, unreachable, person }) =>
    isGone(unreachable) && person !== null
      ? [
          t.accountsGone.line(
            t.digest.who(person.name, person.organisation === null ? null : t.called(person.organisation)),
            platformCalled(platform),
            t.accountsGone.why[unreachable],
          ),
        ]
      : [],
  )
  if (items.length === 0) return { drop: 'the accounts are active again, or others were linked' }
  const access = { label: t.buttons.access, intent: { kind: 'access.make.form' } } as const
  return {
    message: {
      text: t.accountsGone.title(items.length),
      blocks: [
        { kind: 'text', text: t.accountsGone.title(items.length), tone: 'strong' },
        { kind: 'list', items },
        { kind: 'text', text: t.accountsGone.whatToDo },
        { kind: 'buttons', buttons: [access] },
      ],
    },
  }
}

const notice = (text: string, way: Button): Message => ({
  text,
  blocks: [
    { kind: 'text', text, tone: 'strong' },
    { kind: 'buttons', buttons: [way] },
  ],
})
