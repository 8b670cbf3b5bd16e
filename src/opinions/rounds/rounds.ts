import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'

const itemColumns = { key: true, type: true, typeEn: true, title: true, titleEn: true, draftingAgency: true } as const
const Positions = z.array(Position)

/** One round with its work item, or nothing when there is none with this id. */
export async function findRound(ctx: Pick<Context, 'db'>, id: string) {
  const row = await ctx.db.round.findUnique({ where: { id }, include: { item: { select: itemColumns } } })
  return row === null ? undefined : { ...row, positions: positionsOf(row.positions) }
}

/** The rounds that meet a condition, nearest deadline first, read in one statement; no limit, so that whatever is counted or chosen among them is whole. */
export async function findRounds(ctx: Pick<Context, 'db'>, where: Prisma.RoundWhereInput): Promise<readonly Round[]> {
  const rows = await ctx.db.round.findMany({
    where,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { item: { select: itemColumns } },
  })
  return rows.map((row) => ({ ...row, positions: positionsOf(row.positions) }))
}

/** Some of the rounds that meet a condition, by their deadlines, rising or falling: a page of a list. */
export async function findRoundsPage(
  ctx: Pick<Context, 'db'>,
  where: Prisma.RoundWhereInput,
  { order, skip, take }: { readonly order: 'asc' | 'desc'; readonly skip: number; readonly take: number },
): Promise<readonly Round[]> {
  const rows = await ctx.db.round.findMany({
    ...{ where, skip, take },
    orderBy: [{ dueAt: order }, { id: 'asc' }],
    include: { item: { select: itemColumns } },
  })
  return rows.map((row) => ({ ...row, positions: positionsOf(row.positions) }))
}

/** A round as use cases see it: the row, its item, and the positions it offers. */
export type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>

/** One round. Refuses an id that does not exist (any more). */
export async function loadRound(ctx: Pick<Context, 'db'>, id: string): Promise<Round> {
  const round = await findRound(ctx, id)
  if (round === undefined) throw new Refusal('no-such-round')
  return round
}

/** The round that an intent names by its id, else that of its item: `latestRound`. Refuses where it names neither. */
export async function roundMeant(
  ctx: Context,
  { round, item }: { readonly round?: string | undefined; readonly item?: string | undefined },
): Promise<Round> {
  if (round !== undefined) return await loadRound(ctx, round)
  if (item !== undefined) return await latestRound(ctx, item)
  throw new Refusal('no-such-round')
}

/** The item's round that takes answers, else its latest one: an earlier round can be reopened. Refuses an unknown item, and one that has had no round. */
export async function latestRound(ctx: Context, itemKey: string): Promise<Round> {
  return await loadRound(ctx, await latestRoundId(ctx, itemKey))
}

/** The same by its id, for whoever reads the round together with more. */
export async function latestRoundId({ db, texts }: Context, itemKey: string): Promise<string> {
  const rounds = await db.round.findMany({
    where: { item: { key: itemKey } },
    orderBy: { number: 'desc' },
    select: { id: true, liveKey: true },
  })
  const latest = rounds.find((round) => round.liveKey !== null) ?? rounds[0]
  if (latest !== undefined) return latest.id
  const item = await db.workItem.findUnique({ where: { key: itemKey }, select: { title: true, titleEn: true } })
  if (item === null) throw new Refusal('no-such-item', { item: itemKey })
  throw new Refusal('no-round-yet', titles(item, { texts }))
}

/** The positions stored with a round: a JSON list that only this project writes. */
export const positionsOf = (json: string): readonly Position[] => Positions.parse(JSON.parse(json))

/** What a refusal says of an item: its title for the reader, and the source's own for reports that are in no language. */
export const titles = (item: { title: string; titleEn: string | null }, ctx: Pick<Context, 'texts'>) => ({
  title: titleOf(item, ctx),
  sourceTitle: item.title,
})

/** The title in the reader's language; the source's own where it has no translation. */
export const titleOf = (item: { title: string; titleEn: string | null }, ctx: Pick<Context, 'texts'>): string =>
  ctx.texts.locale === 'en' ? (item.titleEn ?? item.title) : item.title

/** What kind of document it is, in the reader's language. */
export const typeOf = (item: { type: string; typeEn: string | null }, ctx: Pick<Context, 'texts'>): string =>
  ctx.texts.locale === 'en' ? (item.typeEn ?? item.type) : item.type

/** The agency that drafts it, as the reader's language calls it; that the source does not state one, where it does not. */
export const agencyOf = (
  { draftingAgency }: { readonly draftingAgency: string | null },
  { called, notStated }: Pick<Context['texts'], 'called' | 'notStated'>,
): string => (draftingAgency === null ? notStated : called(draftingAgency))

/** Who was asked in this round, by id. */
export async function askedIn(ctx: Pick<Context, 'db'>, round: string): Promise<readonly string[]> {
  const rows = await ctx.db.asked.findMany({ where: { roundId: round }, select: { personId: true } })
  return rows.map((row) => row.personId)
}
