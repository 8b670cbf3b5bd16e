import type { Db, Write } from './db.ts'

/**
 * What changes one after another, each time on all of what stands: files that are imported, who sits on which team,
 * which drafts there are as files, and who answers for the seat of somebody who has left. A row of its own is the guard, since no other can say that nothing has been added.
 */
export type Turn = 'imports' | 'duties' | 'drafts' | 'seats'

/**
 * Read before anything that the change depends on; the writes belong to the change. Of two changes that were decided on
 * the same state the second is refused as a conflict, whatever either of them wrote.
 */
export async function takeTurn(db: Db, turn: Turn): Promise<readonly Write[]> {
  const key = keyOf(turn)
  const last = await db.setting.findUnique({ where: { key } })
  if (last === null) return [db.setting.create({ data: { key, value: '1' } })]
  const value = String(Number(last.value) + 1)
  return [db.setting.update({ where: { key, value: last.value }, data: { value } })]
}

/** How many turns there have been: another number is another state of what they change. */
export async function turnOf(db: Db, turn: Turn): Promise<number> {
  const last = await db.setting.findUnique({ where: { key: keyOf(turn) } })
  return Number(last?.value ?? 0)
}

const keyOf = (turn: Turn): string => `turn:${turn}`
