import type { webApi } from '@slack/bolt'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { File, LinkedFile, Reply } from '../../../src/contract/reply.ts'
import { label } from '../drawing/split.ts'
import { reasonOf } from './errors.ts'
import { limits } from './limits.ts'
import type { Connection } from './show.ts'
import { type Uploaded, uploadBytes } from './upload.ts'

const timeoutMs = 10_000

/**
 * The files of an answer, into the person's own conversation with the bot and nowhere else. To be called when the answer
 * has been shown; nobody waits for it but `stop`. What fails is logged and left: the answer says the same in words.
 */
export function sendFiles(connection: Connection, inbound: Inbound, reply: Reply, thread?: string): void {
  const files = reply.kind === 'message' ? [...(reply.files ?? []), ...(reply.documents ?? [])] : []
  if (files.length === 0 || inbound.audience === 'shared') return
  connection.afterwards(share(connection, inbound.from, files, thread))
}

/** Never rejects. */
async function share(
  connection: Connection,
  to: Inbound['from'],
  files: readonly (File | LinkedFile)[],
  thread?: string,
): Promise<void> {
  const { client } = connection
  const lost = (step: string) => (error: unknown) => {
    connection.host.log.warn({ step, why: reasonOf(error) }, 'slack.file-not-sent')
    return undefined
  }
  const channel = to.conversation ?? (await conversationWith(client, to.user).catch(lost('open')))
  // Without a conversation the file would stay in the bot's own keeping, and Slack would say that all is well.
  if (channel === undefined) return
  const uploads = files.map((file) => upload(connection, file).catch(lost('upload')))
  const [first, ...more] = (await Promise.all(uploads)).filter((each) => each !== undefined)
  if (first === undefined) return
  const place = { channel_id: channel, ...(thread === undefined ? {} : { thread_ts: thread }) }
  await client.files.completeUploadExternal({ files: [first, ...more], ...place }).catch(lost('share'))
}

async function upload({ client, host }: Connection, file: File | LinkedFile): Promise<Uploaded> {
  const bytes = 'base64' in file ? Buffer.from(file.base64, 'base64') : await made(host, file)
  return uploadBytes(client, { ...file, bytes, description: description(file) }, timeoutMs)
}

async function made(host: Connection['host'], { token }: LinkedFile): Promise<Uint8Array> {
  const file = await host.file(token)
  if (file === undefined) throw new Error('not theirs any more')
  return file.bytes
}

/**
 * Slack's argument is `alt_txt`; the name that its own library has for it is ignored. For pictures alone: with other
 * files it is known to keep them from being shown (slackapi/python-slack-sdk#1818).
 */
function description(file: File | LinkedFile): { alt_txt?: string } {
  return file.mediaType === 'image/png' && file.alt.trim() !== '' ? { alt_txt: label(file.alt, limits.altText) } : {}
}

/** Slack shares files in a conversation alone, not with a person's id as it posts messages. */
async function conversationWith(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user })
  if (channel?.id === undefined) throw new Error('no conversation')
  return channel.id
}
