import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who sits in one browser tab. `link` is the access link's token the session began with. */
export type Session = { readonly user: string; readonly name: string; readonly link?: string }

/** Where sessions are kept, by the id that only their tab knows: the core's database, so that any replica knows them. */
export type SessionStore = {
  keep(id: string, session: Session): Promise<void>
  /** Undefined when there is none, or when the link that it began with is no longer good. */
  find(id: string): Promise<{ readonly user: string; readonly name: string } | undefined>
  drop(id: string): Promise<void>
}

export type Sessions = {
  /** A new session; the id is the proof and is given to that tab alone. */
  open(session: Session): Promise<string>
  close(request: IncomingMessage): Promise<void>
  /** Who is asking, or undefined when the tab has no session or its link is no longer good. */
  of(request: IncomingMessage): Promise<{ readonly user: string; readonly name: string } | undefined>
}

/** One session a tab, so that two tabs of one browser can be two people. */
export function createSessions(store: SessionStore): Sessions {
  return {
    async open(session) {
      const id = randomBytes(24).toString('base64url')
      await store.keep(id, session)
      return id
    },
    async close(request) {
      const id = idOf(request)
      if (id !== undefined) await store.drop(id)
    },
    async of(request) {
      const id = idOf(request)
      return id === undefined ? undefined : await store.find(id)
    },
  }
}

type SignIn = (token: string) => Promise<{ readonly user: string } | undefined>

/** Sessions in this process's memory, for an adapter that is given no other place; beyond `limit` the oldest goes. */
export function memoryStore(signIn: SignIn, limit = 20_000): SessionStore {
  const byId = new Map<string, Session>()
  return {
    async keep(id, session) {
      byId.set(id, session)
      for (const oldest of byId.keys()) {
        if (byId.size <= limit) break
        byId.delete(oldest)
      }
    },
    async find(id) {
      const session = byId.get(id)
      if (session === undefined) return undefined
      if (session.link === undefined || (await signIn(session.link))?.user === session.user) return session
      byId.delete(id)
      return undefined
    },
    async drop(id) {
      byId.delete(id)
    },
  }
}

/** A header and no cookie: another site cannot make a browser send it, and each tab sends its own. */
function idOf(request: IncomingMessage): string | undefined {
  return /^Bearer ([\w-]{1,100})$/i.exec(request.headers.authorization ?? '')?.[1]
}
