import type { Db } from '../../database/db.ts'
import { hashOfToken } from './link-token.ts'

/** Sessions older than this are forgotten, in days: as long as an access link is good. The tab then enters anew. */
const validDays = 30
const dayMs = 86_400_000
/** How long somebody stays who entered by a link of minutes: a day's work. */
const briefMs = 12 * 60 * 60_000

/** Who sits in a tab of the web chat. `link`: the access link's token that it entered by. */
export type WebSession = { readonly user: string; readonly name: string; readonly link?: string }

/** Keeps who sits in a tab, by its secret `id`, of which only the hash is stored. */
export async function keepWebSession(db: Db, id: string, { user, name, link }: WebSession, now: Date): Promise<void> {
  const loginHash = link === undefined ? {} : { loginHash: hashOfToken(link) }
  await db.webSession.create({ data: { idHash: hashOfToken(id), user, name, ...loginHash, at: now } })
}

/**
 * Who sits in the tab that knows this secret; undefined when nobody does, or when the link by which they came is revoked, over
 * or somebody else's by now. On whichever replica it is asked.
 */
export async function webSessionOf(db: Db, id: string, now: Date): Promise<{ user: string; name: string } | undefined> {
  const session = await db.webSession.findUnique({
    where: { idHash: hashOfToken(id), at: { gt: new Date(now.getTime() - validDays * dayMs) } },
    select: { user: true, name: true, loginHash: true, at: true },
  })
  if (session === null) return undefined
  const { user, name, loginHash, at } = session
  if (loginHash === null) return { user, name }
  const login = await db.login.findUnique({
    where: { tokenHash: loginHash, revokedAt: null },
    select: { brief: true, expiresAt: true, person: { select: { key: true } } },
  })
  if (login === null || login.person.key !== user) return undefined
  const until = login.brief ? new Date(at.getTime() + briefMs) : login.expiresAt
  return until > now ? { user, name } : undefined
}

/** The tab leaves: nobody sits there any more, on any replica. */
export async function endWebSession(db: Db, id: string): Promise<void> {
  await db.webSession.deleteMany({ where: { idHash: hashOfToken(id) } })
}

/** Forgets sessions that are over by their age, and the links of minutes by which nobody sits here any more. */
export async function forgetWebSessions(db: Db, now: Date): Promise<void> {
  await db.webSession.deleteMany({ where: { at: { lte: new Date(now.getTime() - validDays * dayMs) } } })
  await db.login.deleteMany({ where: { brief: true, createdAt: { lte: new Date(now.getTime() - 2 * briefMs) } } })
}
