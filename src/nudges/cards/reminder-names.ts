import type { Context } from '../../context.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { peopleById } from '../../people/members.ts'
import type { Reminded } from '../reminders/reminded-before.ts'
import { type LeftOut, type Why, whys } from '../reminders/who-to-remind.ts'

/** By which rule a message was sent, and by whom where somebody sent it; `nameOf` gives the person behind an id. */
export function ruleOf(
  { texts: t }: Pick<Context, 'texts'>,
  { kind, step, byId }: Pick<Reminded, 'kind' | 'step' | 'byId'>,
  nameOf: (id: string) => string | undefined,
): string {
  const { rules } = t.remind
  switch (kind) {
    case 'step':
      return rules.step(step)
    case 'snooze':
      return rules.snooze
    case 'reminder':
      return rules.reminder(nameOf(byId ?? '') ?? t.remind.operator)
    case 'answers':
      return rules.answers(rules.step(step))
    case 'escalation':
      return rules.escalation
    default:
      return rules.other
  }
}

/** The names behind these ids, as rules are told with them. */
export async function namesOf(
  { db }: Pick<Context, 'db'>,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string) => string | undefined> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const names = new Map((await peopleById({ db }, wanted)).map((person) => [person.id, person.name]))
  return (id) => names.get(id)
}

/** The left out by why, in a fixed order; the number is of people, each counted once. */
export function byWhy(left: readonly LeftOut[]): readonly { why: Why; entries: readonly LeftOut[]; people: number }[] {
  return whys.flatMap((why) => {
    const entries = left.filter((one) => one.why === why)
    const people = new Set(entries.map((one) => one.person.id)).size
    return people === 0 ? [] : [{ why, entries, people }]
  })
}

/** What keeps somebody from being reminded, where the reason alone does not say it; undefined where it does. */
export function detailOf(
  ctx: Pick<Context, 'texts' | 'zone'>,
  { until, before }: LeftOut,
  nameOf: (id: string) => string | undefined,
): string | undefined {
  const { texts: t } = ctx
  if (until !== undefined) return t.remind.until(t.day(until))
  if (before === undefined) return undefined
  const rule = ruleOf(ctx, before, nameOf)
  return before.waiting ? t.remind.remindedWaiting(rule) : t.remind.remindedAt(t.moment(before.at, ctx.zone), rule)
}

/** The keys of these rounds' items. */
export const keysOf = (rounds: readonly Round[]): string => rounds.map((round) => round.item.key).join(', ')
