import type { webApi } from '@slack/bolt'
import type { Delivery, FileToBring, Log } from '../../../src/contract/adapter.ts'
import { paragraphs } from '../drawing/text.ts'
import { isPrivate } from '../identity.ts'
import { failure, platformCode } from './errors.ts'
import { type Uploaded, uploadBytes } from './upload.ts'

/** As long as the outbox leaves a call (45 s) beside what the two other steps may take. */
const bringWithinMs = 20_000

/**
 * Brings a file to where a message of ours stands, with words about it. Until the last of the three steps nobody can see it,
 * so whatever fails before is `later`; a lost answer of the last one is `unsure`, since Slack has no key against doubles here
 * and tells of a file's places only some time after.
 */
export async function bring(client: webApi.WebClient, file: FileToBring, ref: string, log: Log): Promise<Delivery> {
  const [channel] = ref.split(':')
  if (channel === undefined || !isPrivate(channel))
    return { status: 'never', why: 'gone', detail: 'no conversation is called so' }
  let uploaded: Uploaded
  try {
    uploaded = await uploadBytes(client, file, bringWithinMs)
  } catch (error) {
    const failed = fileFailure(error, log)
    // Nothing can be seen yet, whatever became of the bytes.
    return failed.status === 'unsure' ? { status: 'later', afterMs: 30_000, why: failed.why } : failed
  }
  try {
    await client.files.completeUploadExternal({
      files: [uploaded],
      channel_id: channel,
      // Rich text, in which nothing acts; `initial_comment` would be read for mark-up and mentions.
      blocks: paragraphs([{ text: file.words }]),
    })
    return { status: 'sent', ref: `${channel}:${uploaded.id}` }
  } catch (error) {
    return fileFailure(error, log)
  }
}

/** An installation without the scope for files sends messages all the same: that is no dead installation. */
function fileFailure(error: unknown, log: Log): Exclude<Delivery, { status: 'sent' }> {
  const code = platformCode(error)
  return code === 'missing_scope'
    ? { status: 'never', why: 'refused', detail: 'the app lacks files:write' }
    : failure(error, log)
}
