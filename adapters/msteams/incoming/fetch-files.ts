import type { Log } from '../../../src/contract/adapter.ts'
import type { SentFile } from '../../../src/contract/inbound.ts'
import { isLoopbackUrl } from '../../../src/contract/loopback.ts'
import { type Wanted, withFetched } from '../../shared/fetch-files.ts'
import { heldBytes } from '../../shared/held-bytes.ts'
import type { Connector } from '../connector/botbuilder.ts'
import type { TeamsFile } from './sent-files.ts'

/** Bytes of files that are held at once, of all people together. */
const MOST_HELD = 160 * 1024 * 1024
/** Teams gives up on us after 15 s; the core and the answer come after it. */
const PATIENCE_MS = 10_000

export type TeamsFetch = {
  /** Fetches, does the work, and lets go of the bytes. `serviceUrl`: of the activity, whose sender was proven. */
  with<T>(files: readonly TeamsFile[], serviceUrl: string, work: (files: SentFile[]) => Promise<T>): Promise<T>
}

/**
 * Fetches files of personal chats: from wherever SharePoint is, at public addresses, without our token; pictures from the
 * connector that delivered them, with it. A stand-in of the connector is on this machine, and then so are the files.
 */
export function teamsFetch(connector: Pick<Connector, 'token'>, log: () => Log): TeamsFetch {
  const held = heldBytes(MOST_HELD)
  const lost = (why: string) => log().warn({ why }, 'teams.file-not-fetched')

  async function wanted({ told, at }: TeamsFile, serviceUrl: string): Promise<Wanted> {
    if (at === undefined) return { told }
    if (at.kind === 'download') return { told, source: { url: at.url } }
    if (URL.parse(at.url)?.origin !== new URL(serviceUrl).origin) return { told }
    const token = await connector.token()
    return {
      told,
      source: { url: at.url, ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }) },
    }
  }

  return {
    async with(files, serviceUrl, work) {
      const all = await Promise.all(files.map((file) => wanted(file, serviceUrl)))
      const reach = isLoopbackUrl(serviceUrl) ? 'loopback' : 'public'
      return await withFetched(all, { reach, held, lost, takes: isNoPage, patienceMs: PATIENCE_MS }, work)
    },
  }
}

/** A page in a file's place asks somebody to log in, unless a page was sent. */
const isNoPage = (mediaType: string, { name = '' }: SentFile): boolean =>
  mediaType !== 'text/html' || /\.html?$/i.test(name)
