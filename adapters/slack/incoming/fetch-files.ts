import type { webApi } from '@slack/bolt'
import type { Log } from '../../../src/contract/adapter.ts'
import type { Sleep } from '../../../src/contract/answer-later.ts'
import { messageKey } from '../../../src/contract/delivery-key.ts'
import type { Inbound, SentFile } from '../../../src/contract/inbound.ts'
import { isLoopbackUrl } from '../../../src/contract/loopback.ts'
import { type Fetching, fetchAll, giveBack, type Wanted, withFetched } from '../../shared/fetch-files.ts'
import { heldBytes } from '../../shared/held-bytes.ts'
import { reasonOf } from '../outgoing/errors.ts'
import { type SlackFile, slackFiles } from './sent-files.ts'

/** Bytes of files that are held at once, of all people together. */
const mostHeld = 160 * 1024 * 1024
/** Of a form's three seconds; the rest is for the core and for the way. */
const formMs = 2_000
/** How long somebody may take to send a form again. */
const keptMs = 2 * 60_000
/** A page that asks for a login, which Slack gives with a 200 where the scope `files:read` is missing. */
const page = 'text/html'

export type SlackFetch = {
  /** Fetches, does the work, and lets go of the bytes. */
  with<T>(files: readonly SlackFile[], work: (files: SentFile[]) => Promise<T>): Promise<T>
  /**
   * The files of a form, which Slack gives three seconds: what does not come in time is told as `not-fetched` and fetched on,
   * so that the form, sent again, has it at once. `answered` lets go of the bytes, some time later where the form `stays` open.
   */
  forForm(inbound: Pick<Inbound, 'from'>, files: readonly SlackFile[]): Promise<FormFiles>
}

type FormFiles = { readonly files: SentFile[]; answered(stays: boolean): void }

/** Fetches files with our token, from Slack's own hosts or from its stand-in, and from nobody else. */
export function slackFetch(
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl?: string },
  client: webApi.WebClient,
  log: () => Log,
  sleep: Sleep = timer,
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

  const all = (files: readonly SlackFile[]) => Promise.all(files.map(wanted))

  /** Of one person and one choice of files: nobody gets bytes by the id of somebody else's. */
  const ofForms = new Map<string, Promise<SentFile[]>>()

  function forget(key: string, fetched: Promise<SentFile[]>): void {
    if (ofForms.get(key) !== fetched) return
    ofForms.delete(key)
    void fetched.then((files) => giveBack(files, fetching))
  }

  return {
    with: async (files, work) => await withFetched(await all(files), fetching, work),
    async forForm({ from }, files) {
      const key = messageKey(from, JSON.stringify(files.map(({ id, url }) => id ?? url)))
      const before = ofForms.get(key)
      const fetched = before ?? all(files).then((each) => fetchAll(each, fetching))
      if (before === undefined) {
        ofForms.set(key, fetched)
        // What failed is fetched anew when the form is sent again.
        void fetched.then((each) => each.some(({ missing }) => missing === 'not-fetched') && forget(key, fetched))
      }
      const late = sleep(formMs).then(() => undefined)
      const inTime = await Promise.race([fetched, late])
      return {
        files: inTime ?? files.map(({ told }) => ({ ...told, missing: 'not-fetched' as const })),
        answered(stays) {
          if (!stays) forget(key, fetched)
          else void sleep(keptMs).then(() => forget(key, fetched))
        },
      }
    },
  }
}

/** Does not keep the process from ending. */
const timer: Sleep = (ms) => new Promise((done) => setTimeout(done, ms).unref())
