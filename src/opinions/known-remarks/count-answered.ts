import type { Context } from '../../context.ts'
import type { Texts } from '../../texts/texts.ts'
import { currentOpinions } from './current-opinions.ts'
import { keyOf, knownRemarks } from './fingerprint.ts'
import { inParts, readParts } from './remark-parts.ts'

/**
 * How far the answering of a round has come. `open`: remarks without an answer, or with one that was sent back. `objected`:
 * those whose author finds the answer that stands not enough.
 */
export type AnswerProgress = {
  readonly remarks: number
  readonly open: number
  readonly drafts: number
  readonly objected: number
}

/** Whether nothing is left to do: every remark has a settled answer. */
export const isAnswered = ({ open, drafts }: AnswerProgress): boolean => open + drafts === 0

/** The same in words. */
export const progressWords = (texts: Texts, { remarks, open, drafts, objected }: AnswerProgress): string =>
  texts.answers.counted(remarks, open, drafts, objected)

/** Counts the remarks of a round and what the drafting agency has answered, without reading where they stand. */
export async function countAnswered(ctx: Pick<Context, 'db'>, round: string): Promise<AnswerProgress> {
  const keys = new Set<string>()
  const parts = await readParts(ctx, round)
  for await (const opinion of currentOpinions(ctx, round))
    for (const remark of inParts(knownRemarks(opinion.personId, opinion), parts)) keys.add(keyOf(remark))
  const answers = await ctx.db.remarkAnswer.findMany({
    where: { roundId: round, returned: null, state: { not: 'open' } },
    select: { personId: true, fingerprint: true, state: true, publishedIn: true, objectedIn: true },
  })
  const standing = answers.filter((answer) => keys.has(keyOf(answer)))
  return {
    remarks: keys.size,
    open: keys.size - standing.length,
    drafts: standing.filter(({ state }) => state === 'draft').length,
    objected: standing.filter(({ publishedIn, objectedIn }) => objectedIn !== null && objectedIn === publishedIn)
      .length,
  }
}
