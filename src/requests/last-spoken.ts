import { conversationKey } from '../contract/delivery-key.ts'
import type { Inbound } from '../contract/inbound.ts'
import type { Intent } from '../contract/intent.ts'
import type { Db, Write } from '../database/db.ts'
import { replace } from '../database/statements.ts'

/** How long what was spoken of may be left out. */
const livelyMs = 30 * 60_000
/** How long it is kept after that, at the most. */
const keptMs = 86_400_000

/** An item by its key, a visit by its number. */
export type Spoken = { readonly item?: string; readonly visit?: number }

/** What an intent names. */
export function namedBy(intent: Intent): Spoken {
  const item = 'item' in intent ? intent.item : undefined
  const visit = 'number' in intent ? intent.number : undefined
  return { ...(item === undefined ? {} : { item }), ...(visit === undefined ? {} : { visit }) }
}

const keyOf = (inbound: Pick<Inbound, 'from' | 'audience'>, what: keyof Spoken) => `${conversationKey(inbound)}/${what}`

/** The writes that remember what was just spoken of in this conversation; the last counts. Harmless twice. */
export function rememberSpoken(
  db: Db,
  inbound: Pick<Inbound, 'from' | 'audience'>,
  { item, visit }: Spoken,
  at: Date,
): readonly Write[] {
  return [
    ...(item === undefined ? [] : [replace(db, 'LastSpoken', { id: keyOf(inbound, 'item'), at, said: item })]),
    ...(visit === undefined
      ? []
      : [replace(db, 'LastSpoken', { id: keyOf(inbound, 'visit'), at, said: String(visit) })]),
  ]
}

/** What was spoken of in this conversation within the last half hour. */
export async function lastSpoken(db: Db, inbound: Pick<Inbound, 'from' | 'audience'>, now: Date): Promise<Spoken> {
  const [item, visit] = [keyOf(inbound, 'item'), keyOf(inbound, 'visit')]
  const since = new Date(now.getTime() - livelyMs)
  const rows = await db.lastSpoken.findMany({ where: { id: { in: [item, visit] }, at: { gte: since } } })
  const said = (id: string) => rows.find((row) => row.id === id)?.said
  const [key, number] = [said(item), said(visit)]
  return { ...(key === undefined ? {} : { item: key }), ...(number === undefined ? {} : { visit: Number(number) }) }
}

/** Forgets what nobody can leave out any more. */
export async function forgetSpoken(db: Db, now: Date): Promise<void> {
  await db.lastSpoken.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
}
