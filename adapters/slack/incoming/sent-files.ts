import { z } from 'zod'
import type { SentFile } from '../../../src/contract/inbound.ts'
import { mostFiles, sentFile } from '../../shared/sent-file.ts'

/** A file as Slack tells of it; of one in a shared channel it gives the id alone. */
const File = z.looseObject({
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
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

/** The files that came with a message, for `Inbound`; nothing where none did. */
export function sentFiles(event: unknown): { files?: SentFile[] } {
  const carrier = Carrier.safeParse(event)
  if (!carrier.success) return {}
  const { files, attachments } = carrier.data
  const all = [...(files ?? []), ...(attachments ?? []).flatMap((one) => one.files ?? [])].flatMap((file) => {
    const parsed = File.safeParse(file)
    // What was deleted again leaves a mark in its place.
    return parsed.success && parsed.data.mode !== 'tombstone' ? [told(parsed.data)] : []
  })
  return all.length === 0 ? {} : { files: all.slice(0, mostFiles) }
}

const told = ({ name, title, mimetype, size }: z.infer<typeof File>): SentFile =>
  sentFile({ name: name || title, mediaType: mimetype, size })
