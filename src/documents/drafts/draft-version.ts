import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'

/** The item of a draft with what its versions depend on. Refuses an unknown one. */
export async function loadDraftItem(ctx: Pick<Context, 'db'>, key: string) {
  const item = await ctx.db.workItem.findUnique({
    where: { key },
    include: {
      rounds: {
        select: { id: true, draftVersion: true, liveKey: true, documentId: true, revision: true, state: true },
        orderBy: { number: 'desc' },
      },
      documents: { select: { id: true, version: true, sha256: true, liveKey: true } },
    },
  })
  if (item === null) throw new Refusal('no-such-item', { item: key })
  return item
}

export type DraftItem = Awaited<ReturnType<typeof loadDraftItem>>

/** Which version a file is that comes without saying: the one that an open round asks about without a file, else the next. */
export function nextDraftVersion({ rounds, documents }: DraftItem): number {
  const waiting = rounds.find((round) => round.liveKey !== null && round.documentId === null)
  if (waiting !== undefined) return waiting.draftVersion
  return 1 + Math.max(0, ...rounds.map((round) => round.draftVersion), ...documents.map((one) => one.version))
}

/** The file that stands for a version now. */
export const standingFor = ({ documents }: DraftItem, version: number) =>
  documents.find((one) => one.version === version && one.liveKey !== null)

/** The open round that asks about a version without having a file for it. */
export const roundWithoutFile = ({ rounds }: DraftItem, version: number) =>
  rounds.find((round) => round.liveKey !== null && round.documentId === null && round.draftVersion === version)

export const liveKeyOf = (item: Pick<DraftItem, 'id'>, version: number): string => `${item.id}:${version}`
