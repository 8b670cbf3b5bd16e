import { z } from 'zod'
import type { SentFile } from '../../../src/contract/inbound.ts'
import { mostFiles, sentFile } from '../../shared/sent-file.ts'
import { type Activity, attachments } from './activity.ts'

/** The words once more, with their mark-up: no file. */
const HTML = 'text/html'
/** A file in a personal chat. */
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info'
/** Cards, code pasted as such, and other messages that are quoted or passed on: no files either. */
const NO_FILE =
  /^(?:text\/html$|application\/vnd\.microsoft\.card\.|(?:forwardedM|m)essageReference$|meetingReference$)/
/** How a file in a channel, and a pasted picture, stand in the words' mark-up; quoted messages have a number as id. */
const IN_WORDS = [
  { mark: /<attachment\s[^>]*id="[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}"/gi, file: {} },
  { mark: /<img\s[^>]*itemtype="http:\/\/schema\.skype\.com\/AMSImage"/gi, file: { mediaType: 'image/*' } },
] as const

/**
 * A file, and where it lies: `download` is an address that whoever knows it may read (SharePoint's), `picture` one of the
 * connector that wants our token. Without either Teams gives it to no bot.
 */
export type TeamsFile = {
  readonly told: SentFile
  readonly at?: { readonly kind: 'download' | 'picture'; readonly url: string }
}

/**
 * The files that came with a message. In a personal chat Teams hands them over by name; in a channel it keeps them, and
 * only the mark-up of the words shows that there are some.
 */
export function sentFiles(activity: Activity): readonly TeamsFile[] {
  const all = attachments(activity)
  const named = all.filter(({ contentType }) => !NO_FILE.test(contentType)).map(teamsFile)
  const html = all.flatMap(({ contentType, content }) =>
    contentType === HTML && typeof content === 'string' ? [content] : [],
  )
  const files = named.length > 0 ? named : html.flatMap(inWords)
  return files.slice(0, mostFiles)
}

/** The same where others read along: nothing is fetched there. */
export function notGiven(files: readonly TeamsFile[]): { files?: SentFile[] } {
  return files.length === 0 ? {} : { files: files.map(({ told }) => ({ ...told, missing: 'not-given' })) }
}

type Attachment = ReturnType<typeof attachments>[number]

const Download = z.object({ downloadUrl: z.string() })

function teamsFile({ contentType, contentUrl, content, name }: Attachment): TeamsFile {
  // What a file is, is said in its name: `file.download.info` is Teams' word for how it may be fetched.
  const mediaType = contentType.startsWith('application/vnd.microsoft.teams.') ? undefined : contentType
  const told = sentFile({ name, mediaType })
  const download = contentType === DOWNLOAD ? Download.safeParse(content) : undefined
  if (download?.success === true) return { told, at: { kind: 'download', url: download.data.downloadUrl } }
  return contentType.startsWith('image/') && contentUrl ? { told, at: { kind: 'picture', url: contentUrl } } : { told }
}

const inWords = (html: string): TeamsFile[] =>
  IN_WORDS.flatMap(({ mark, file }) => [...html.matchAll(mark)].map(() => ({ told: { ...file } })))
