import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { WebOptions } from './options.ts'

/** Who sits in one browser tab. `link` is the access link's token the session began with. */
export type Session = { readonly user: string; readonly name: string; readonly link?: string }

export type Sessions = {
  /** A new session; the id is the proof and is given to that tab alone. */
  open(session: Session): string
  close(request: IncomingMessage): void
  /** Who is asking, or undefined when the tab has no session or its link is no longer good. */
  of(request: IncomingMessage): Promise<Session | undefined>
}

/**
 * Sessions live in memory, one a tab, so that two tabs of one browser can be two people. After a restart a tab finds
 * its session unknown and enters again by the seat it remembers or by the link's cookie. Beyond `limit` the one unused
 * for longest goes.
 */
export function createSessions(signIn: WebOptions['signIn'], limit = 20_000): Sessions {
  const byId = new Map<string, Session>()

  async function of(request: IncomingMessage): Promise<Session | undefined> {
    const id = idOf(request)
    const session = byId.get(id)
    if (session === undefined) return undefined
    // Taken out and put back: the map then stands in order of last use.
    byId.delete(id)
    byId.set(id, session)
    if (session.link === undefined || (await signIn(session.link))?.user === session.user) return session
    byId.delete(id)
    return undefined
  }

  return {
    open(session) {
      const id = randomBytes(24).toString('base64url')
      byId.set(id, session)
      for (const oldest of byId.keys()) {
        if (byId.size <= limit) break
        byId.delete(oldest)
      }
      return id
    },
    close(request) {
      byId.delete(idOf(request))
    },
    of,
  }
}

/** A header and no cookie: another site cannot make a browser send it, and each tab sends its own. */
function idOf(request: IncomingMessage): string {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
}
