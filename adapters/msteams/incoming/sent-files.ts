import type { SentFile } from '../../../src/contract/inbound.ts'
import { mostFiles, sentFile } from '../../shared/sent-file.ts'
import { type Activity, attachments } from './activity.ts'

/** The words once more, with their mark-up: no file. */
const HTML = 'text/html'
/** Cards, code pasted as such, and other messages that are quoted or passed on: no files either. */
const NO_FILE =
  /^(?:text\/html$|application\/vnd\.microsoft\.card\.|(?:forwardedM|m)essageReference$|meetingReference$)/
/** How a file in a channel, and a pasted picture, stand in the words' mark-up; quoted messages have a number as id. */
const IN_WORDS = [
  { mark: /<attachment\s[^>]*id="[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}"/gi, file: {} },
  { mark: /<img\s[^>]*itemtype="http:\/\/schema\.skype\.com\/AMSImage"/gi, file: { mediaType: 'image/*' } },
] as const

/**
 * The files that came with a message, for `Inbound`. In a personal chat Teams hands them over by name; in a channel it
 * keeps them, and only the mark-up of the words shows that there are some.
 */
export function sentFiles(activity: Activity): { files?: SentFile[] } {
  const all = attachments(activity)
  const named = all.filter(({ contentType }) => !NO_FILE.test(contentType)).map(told)
  const html = all.flatMap(({ contentType, content }) =>
    contentType === HTML && typeof content === 'string' ? [content] : [],
  )
  const files = named.length > 0 ? named : html.flatMap(inWords)
  return files.length === 0 ? {} : { files: files.slice(0, mostFiles) }
}

type Attachment = ReturnType<typeof attachments>[number]

/** What a file is, is said in its name: `file.download.info` is Teams' word for how it may be fetched. */
const told = ({ contentType, name }: Attachment): SentFile =>
  sentFile({ name, mediaType: contentType.startsWith('application/vnd.microsoft.teams.') ? undefined : contentType })

const inWords = (html: string): SentFile[] =>
  IN_WORDS.flatMap(({ mark, file }) => [...html.matchAll(mark)].map(() => ({ ...file })))
