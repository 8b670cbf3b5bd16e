import { parseQuarter } from '../../calendar/quarters.ts'
import type { Context } from '../../context.ts'
import { lackOf } from './upcoming-messages.ts'

const columns = {
  key: true,
  type: true,
  typeEn: true,
  title: true,
  titleEn: true,
  quarter: true,
  draftingAgency: true,
  rounds: {
    where: { state: { not: 'withdrawn' } },
    orderBy: { number: 'desc' },
    take: 1,
    select: { state: true, draftUrl: true, documentId: true, dueAt: true },
  },
} as const

/** An item of the plan as far as this speaks of it. */
export type UpcomingItem = Omit<Awaited<ReturnType<typeof readItems>>[number], 'rounds' | 'quarter'> & {
  /** The deadline of its open round. */
  readonly dueAt?: Date
}

/** What a quarter (`2020-Q2`) still lacks. */
export type Upcoming = {
  readonly noRound: readonly UpcomingItem[]
  /** A round is open, with neither a file of the draft nor a link to it. */
  readonly noDraft: readonly UpcomingItem[]
  /** Items of that year's plan whose quarter the source does not state, and that have no round. Never guessed. */
  readonly noQuarter: readonly UpcomingItem[]
}

/** Reads what the quarter lacks now; with `agency` of the items it drafts alone. */
export async function readUpcoming(ctx: Pick<Context, 'db'>, quarter: string, agency?: string): Promise<Upcoming> {
  const items = (await readItems(ctx, quarter)).filter((item) => agency === undefined || item.draftingAgency === agency)
  const stated = items.filter((item) => item.quarter !== null)
  return {
    noRound: stated.filter(({ rounds: [latest] }) => lackOf(latest) === 'round'),
    noDraft: stated.flatMap((item) => {
      const [latest] = item.rounds
      return latest !== undefined && lackOf(latest) === 'draft' ? [{ ...item, dueAt: latest.dueAt }] : []
    }),
    noQuarter: items.filter((item) => item.quarter === null && item.rounds.length === 0),
  }
}

function readItems({ db }: Pick<Context, 'db'>, quarter: string) {
  const year = parseQuarter(quarter)?.year ?? 0
  return db.workItem.findMany({
    where: { OR: [{ quarter }, { quarter: null, plan: { year } }] },
    orderBy: [{ plan: { year: 'asc' } }, { position: 'asc' }],
    select: columns,
  })
}
