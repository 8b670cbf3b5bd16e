import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Intent } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import type { Reply } from '../contract/reply.ts'
import { choiceOf } from '../conversation/choices.ts'
import { readSchedule } from './schedule/read-schedule.ts'
import { type Sight, seesDetails } from './sight.ts'
import { codeOf, type Visit, visitColumns } from './visits.ts'

/** As an intent names a visit: its id, its number (KT-12), or the unit that is visited. */
export type Which = {
  readonly visit?: string | undefined
  readonly number?: number | undefined
  readonly unit?: string | undefined
}

export type FoundVisit =
  | { readonly kind: 'visit'; readonly visit: Visit }
  /** The unit has no visit that is not cancelled. */
  | { readonly kind: 'none' }
  | { readonly kind: 'ask'; readonly reply: Reply }

/**
 * The visit that is meant; of several the person chooses, among those still to come where there are such. Refuses an id
 * or number that is none, and where others' visits are not to be seen, theirs. `of` is what each choice leads to.
 */
export async function findVisit(
  ctx: Context,
  which: Which,
  sight: Sight,
  of: (visit: string) => Intent,
): Promise<FoundVisit> {
  const { db, texts: t } = ctx
  if (which.visit !== undefined || which.number !== undefined) {
    const where = which.visit === undefined ? { number: which.number ?? 0 } : { id: which.visit }
    const visit = await db.visit.findUnique({ where, ...visitColumns })
    if (visit === null || isHidden(sight, visit)) throw new Refusal('no-such-visit')
    return { kind: 'visit', visit }
  }
  if (which.unit === undefined) throw new Refusal('no-such-visit')
  const filter = { unitIds: [which.unit], undated: true }
  const { visits: seen } = await readSchedule(ctx, filter, sight, { skip: 0, take: mostRead })
  const open = seen.filter((visit) => visit.state !== 'done')
  // Of those that are done the last are the likeliest.
  const likely = open.length > 0 ? open : seen.toReversed()
  const chosen = likely.slice(0, mostChoices).map((visit) => visit.id)
  const rows = await db.visit.findMany({ where: { id: { in: chosen } }, ...visitColumns })
  const [first, ...others] = chosen.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  if (first === undefined) return { kind: 'none' }
  if (others.length === 0) return { kind: 'visit', visit: first }
  const left = likely.length - chosen.length
  const text = t.visits.which(t.called(first.unit.name))
  const options = [first, ...others].map((visit) => ({ label: labelOf(ctx, visit), intent: of(visit.id) }))
  const all = { label: t.schedule.button, intent: { kind: 'schedule.show', unit: which.unit } } as const
  const blocks = [
    ...choiceOf(t, text, options),
    ...(left > 0
      ? [
          { kind: 'text', text: t.visits.notNamed(left), tone: 'subtle' } as const,
          { kind: 'buttons', buttons: [all] } as const,
        ]
      : []),
  ]
  return { kind: 'ask', reply: { kind: 'message', message: { text, blocks } } }
}

const mostChoices = 10
/** No unit has more visits. */
const mostRead = 1000

/** Whether not even the date of it is shown to the actor. */
const isHidden = (sight: Sight, visit: Visit): boolean => sight.others === 'none' && !seesDetails(sight, visit)

/** One visit in a few words, for a button: `KT-12: Bộ Y tế, Thứ Hai, 08/06/2020`. */
export function labelOf({ texts: t, zone }: Pick<Context, 'texts' | 'zone'>, visit: Visit): string {
  const day = visit.starts === null ? t.visits.noDay : t.dayWithWeekday(dayIn(visit.starts, zone))
  return `${codeOf(visit)}: ${t.called(visit.unit.name)}, ${day}`
}
