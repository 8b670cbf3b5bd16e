import { workingDaysBetween } from '../../calendar/working-days.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Line, Pill } from '../../contract/page.ts'
import { agencyOf, titleOf, typeOf } from '../../opinions/rounds/rounds.ts'
import { dueWords } from '../parts/due-words.ts'
import { roundBar } from '../parts/round-bar.ts'
import type { PlannedItem } from './read-items.ts'

/** An item with how far it has come, the way to its round, and what its card offers the reader. */
export function itemLine(ctx: Context, item: PlannedItem): Line {
  const { texts: t } = ctx
  const { round, key } = item
  return {
    name: key,
    text: titleOf(item, ctx),
    ...(round === undefined ? {} : { place: { page: 'round', round: round.id } as const }),
    small: [t.desk.plan.kind(typeOf(item, ctx), agencyOf(item, t)), standing(ctx, item)].map(begun),
    pill: pillOf(ctx, item),
    ...(round === undefined || item.state === 'withdrawn' || item.total === 0
      ? {}
      : { bar: roundBar(ctx, item.positions, item.total) }),
    buttons: buttonsOf(ctx, item),
  }
}

/** With the capital that a line begins with. */
const begun = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** The state in a word or two, with how near the deadline is where that should be seen. */
function pillOf(ctx: Context, { state, round, derived }: PlannedItem): Pill {
  const { texts: t, now, zone, calendar } = ctx
  const { states, closed } = t.desk.plan
  if (state === 'published') return { text: states.published, tone: 'good' }
  if (state === 'closed') return { text: closed, tone: 'plain' }
  const near = round === undefined ? undefined : dueWords(ctx, round).pill
  if (near !== undefined && state !== 'withdrawn') return near
  if (state !== 'overdue' || derived === undefined) return { text: states[state], tone: 'plain' }
  const days = workingDaysBetween(calendar, dayIn(derived, zone), dayIn(now, zone))
  return { text: t.desk.overdue(days), tone: 'warning' }
}

function standing(ctx: Context, { state, round, derived, answered, total, publishedAt }: PlannedItem): string {
  const { texts: t, zone } = ctx
  const { plan } = t.desk
  if (round === undefined)
    return derived === undefined ? plan.notOpened : `${plan.notOpened}; ${plan.quarterDue(t.moment(derived, zone))}`
  if (state === 'withdrawn') return plan.withdrawn
  const words = [t.round.number(round.number), plan.answered(answered, total), dueWords(ctx, round).text]
  if (state === 'closed') words.push(plan.unpublished)
  if (publishedAt !== undefined) words.push(plan.published(t.day(dayIn(publishedAt, zone))))
  return words.join('; ')
}

function buttonsOf({ texts: t, actor }: Context, { key, round }: PlannedItem): readonly Button[] {
  const opens = actor.roles.has('coordinator') && round?.state !== 'open'
  return [
    ...(opens ? [{ label: t.buttons.openRound, intent: { kind: 'round.propose.form', item: key } } as const] : []),
    { label: t.desk.plan.see, intent: { kind: 'item.show', item: key } },
  ]
}
