import { z } from 'zod'
import type { SentFile } from '../../../src/contract/inbound.ts'
import { mostFiles, sentFile } from '../../shared/sent-file.ts'

/** A file as Slack tells of it; of one in a shared channel it gives the id alone. */
const File = z.looseObject({
  id: z.string().min(1).max(100).nullish().catch(undefined),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
})

const Files = z.array(z.unknown()).nullish().catch(undefined)

/** Files beside words: of the message itself, and of a message that was passed on in it. */
const Carrier = z.looseObject({
  files: Files,
  attachments: z
    .array(z.looseObject({ files: Files }))
    .nullish()
    .catch(undefined),
})

/** A file in Slack's keeping; `url` is of use with our token alone. */
export type SlackFile = { readonly told: SentFile; readonly id?: string; readonly url?: string }

/** The files that came with a message. */
export function sentFiles(event: unknown): readonly SlackFile[] {
  const carrier = Carrier.safeParse(event)
  if (!carrier.success) return []
  const { files, attachments } = carrier.data
  return slackFiles([...(files ?? []), ...(attachments ?? []).flatMap((one) => one.files ?? [])])
}

/** At most as many as the core is told of. */
export function slackFiles(files: readonly unknown[]): readonly SlackFile[] {
  const all = files.flatMap((file) => {
    const parsed = File.safeParse(file)
    // What was deleted again leaves a mark in its place.
    return parsed.success && parsed.data.mode !== 'tombstone' ? [slackFile(parsed.data)] : []
  })
  return all.slice(0, mostFiles)
}

function slackFile({ id, name, title, mimetype, size, ...urls }: z.infer<typeof File>): SlackFile {
  const url = urls.url_private_download || urls.url_private
  return {
    told: sentFile({ name: name || title, mediaType: mimetype, size }),
    ...(id ? { id } : {}),
    ...(url ? { url } : {}),
  }
}

/** The same where others read along: nothing is fetched there. */
export function notGiven(files: readonly SlackFile[]): { files?: SentFile[] } {
  return files.length === 0 ? {} : { files: files.map(({ told }) => ({ ...told, missing: 'not-given' })) }
}
