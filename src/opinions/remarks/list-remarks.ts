import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { mayReadOthers } from '../answering/read-opinion.ts'
import { type Round, roundMeant } from '../rounds/rounds.ts'
import { remarksCard } from './cards/remarks-card.ts'
import { type Remark, readRemarks } from './read-remarks.ts'
import { readingRefusal } from './reading-refusal.ts'
import { type RemarkGroup, readGroups, standingGroups } from './remark-groups.ts'

/**
 * All remarks of a round by article, with who made them and which are put together, a page at a time: for coordinators,
 * who put them together, and once the round has closed for the agency that drafts the item. Refuses everybody else.
 */
export const listRemarks: UseCase<IntentOf<'remark.list'>> = async (ctx, intent) => {
  const round = await roundMeant(ctx, intent)
  if (!mayReadOthers(ctx, round)) throw readingRefusal(ctx, round)
  const message = await remarksMessage(ctx, round, { page: intent.page ?? 0 })
  const replaces = intent.page === undefined ? {} : { replaces: true as const }
  return { reply: { kind: 'message', message, ...replaces } }
}

type Shown = {
  readonly page?: number
  /** The article at which the page shall begin to be looked for. */
  readonly section?: string
  readonly said?: string
  /** As they will stand, where they are being changed. */
  readonly groups?: readonly RemarkGroup[]
  readonly remarks?: readonly Remark[]
}

/** The list as a message, with what has just been done above it. */
export async function remarksMessage(ctx: Context, round: Round, shown: Shown = {}): Promise<Message> {
  const remarks = shown.remarks ?? (await readRemarks(ctx, round))
  const groups = standingGroups(shown.groups ?? (await readGroups(ctx, round.id)), remarks)
  const gone = [...new Set(groups.flatMap((group) => group.gone.map(({ personId }) => personId)))]
  const people =
    gone.length === 0
      ? []
      : await ctx.db.person.findMany({
          where: { id: { in: gone } },
          select: { id: true, name: true, organisation: true },
        })
  const bodies = new Map(
    people.map(({ id, name, organisation }) => [id, organisation === null ? name : ctx.texts.called(organisation)]),
  )
  return remarksCard(ctx, round, { remarks, groups, bodies }, shown)
}
