import { defaultTime, derivedDeadline } from '../calendar/derived-deadline.ts'
import { dayIn, timeIn } from '../calendar/zoned.ts'
import type { Context, Outcome } from '../context.ts'
import { Position } from '../contract/intent.ts'
import { openRound } from '../opinions/rounds/open-round.ts'
import { findItem, refuseLiveRound } from '../opinions/rounds/prepare-round.ts'
import { readTerms } from '../opinions/rounds/round-terms.ts'
import { CliRefused } from './refused.ts'

/** What `round open` was told. `members` is `all`, or keys or whole names separated by commas. */
type Told = {
  readonly due?: { readonly day: string; readonly time: string }
  /** From the opening, until 17:00; never beside `due`. */
  readonly workingDays?: string
  readonly members: string
  readonly late: string
  readonly silence: string
  readonly basis?: string
  readonly draftUrl?: string
  readonly draftVersion?: string
  readonly positions?: readonly string[]
  readonly legalBasis?: readonly string[]
}

/**
 * Opens a round by the rules of the coordinators' form: the same refusals, by the same words. Without a deadline the
 * derived one of the item's quarter holds; refuses when there is none, or when it has passed.
 */
export async function openFromCommand(ctx: Context, itemKey: string, told: Told): Promise<Outcome> {
  const item = await findItem(ctx, itemKey)
  await refuseLiveRound(ctx, item)
  const latest = await ctx.db.round.findFirst({
    where: { itemId: item.id },
    orderBy: { number: 'desc' },
    select: { draftVersion: true },
  })
  const { workingDays } = told
  const due = workingDays === undefined ? (told.due ?? derived(ctx, item)) : { workingDays, time: defaultTime }
  const terms = await readTerms(ctx, {
    // Nobody types a level here: the help says that such a draft must not be opened.
    secrecy: 'none',
    version: told.draftVersion ?? String((latest?.draftVersion ?? 0) + 1),
    url: told.draftUrl ?? '',
    ...due,
    asked: told.members === 'all' ? 'all' : 'named',
    names: told.members,
    late: told.late,
    silence: told.silence,
    basis: told.basis ?? '',
    bases: (told.legalBasis ?? []).join('\n'),
    positions: told.positions ?? [...Position.options],
  })
  return await openRound(ctx, item.key, terms)
}

function derived(ctx: Context, item: { readonly key: string; readonly quarter: string | null }) {
  const at = derivedDeadline(ctx.calendar, ctx.zone, item.quarter)
  if (at === undefined) throw new CliRefused(`the plan states no quarter for ${item.key}: give its deadline with --due`)
  if (at <= ctx.now)
    throw new CliRefused(
      `the derived deadline of ${item.key}, ${ctx.texts.deadline(at, ctx.zone)}, has passed: give another with --due`,
    )
  return { day: dayIn(at, ctx.zone), time: timeIn(at, ctx.zone) }
}
