import type { webApi } from '@slack/bolt'
import type { Log } from '../../../src/contract/adapter.ts'
import type { SentFile } from '../../../src/contract/inbound.ts'
import { isLoopbackUrl } from '../../../src/contract/loopback.ts'
import { type Fetching, type Wanted, withFetched } from '../../shared/fetch-files.ts'
import { heldBytes } from '../../shared/held-bytes.ts'
import { reasonOf } from '../outgoing/errors.ts'
import { type SlackFile, slackFiles } from './sent-files.ts'

/** Bytes of files that are held at once, of all people together. */
const mostHeld = 160 * 1024 * 1024
/** A page that asks for a login, which Slack gives with a 200 where the scope `files:read` is missing. */
const page = 'text/html'

export type SlackFetch = {
  /** Fetches, does the work, and lets go of the bytes. */
  with<T>(files: readonly SlackFile[], work: (files: SentFile[]) => Promise<T>): Promise<T>
}

/** Fetches files with our token, from Slack's own hosts or from its stand-in, and from nobody else. */
export function slackFetch(
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl?: string },
  client: webApi.WebClient,
  log: () => Log,
): SlackFetch {
  const standIn = apiUrl !== undefined && isLoopbackUrl(apiUrl) ? new URL(apiUrl) : undefined
  const lost = (why: string) => log().warn({ why }, 'slack.file-not-fetched')
  const fetching: Fetching = {
    reach: standIn === undefined ? 'known' : 'loopback',
    held: heldBytes(mostHeld),
    lost,
    takes: (mediaType, told) => mediaType !== page || told.mediaType === page,
  }

  function isSlacks(text: string): boolean {
    const url = URL.parse(text)
    if (url === null) return false
    if (standIn !== undefined) return url.origin === standIn.origin
    return url.protocol === 'https:' && url.port === '' && /(?:^|\.)slack\.com$/.test(url.hostname)
  }

  /** Of a file that somebody of another workspace sends, Slack tells the id alone. */
  async function wanted(file: SlackFile): Promise<Wanted> {
    const known = file.url === undefined && file.id !== undefined ? await asked(file.id, file) : file
    const { told, url } = known
    // What lies elsewhere (a document of Google's, say) is not Slack's to give.
    if (url !== undefined && !isSlacks(url)) return { told }
    return { told, source: { url: url ?? '', headers: { authorization: `Bearer ${botToken}` } } }
  }

  async function asked(id: string, file: SlackFile): Promise<SlackFile> {
    try {
      const { file: found } = await client.files.info({ file: id })
      const [known] = slackFiles([found])
      return known === undefined ? file : { ...known, told: { ...known.told, ...file.told } }
    } catch (error) {
      lost(reasonOf(error))
      return file
    }
  }

  return {
    with: async (files, work) => await withFetched(await Promise.all(files.map(wanted)), fetching, work),
  }
}
