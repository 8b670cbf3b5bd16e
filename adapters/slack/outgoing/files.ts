import type { webApi } from '@slack/bolt'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { File, LinkedFile, Reply } from '../../../src/contract/reply.ts'
import { clean, cut, label } from '../drawing/split.ts'
import { reasonOf } from './errors.ts'
import { limits } from './limits.ts'
import type { Connection } from './show.ts'

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

type Uploaded = { readonly id: string; readonly title: string }

/** Brings the bytes to Slack, where nobody sees them yet. */
async function upload({ client, host }: Connection, file: File | LinkedFile): Promise<Uploaded> {
  const bytes = 'base64' in file ? Buffer.from(file.base64, 'base64') : await made(host, file)
  const name = fileName(file)
  const asked = { filename: name, length: bytes.length, ...description(file) }
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal(asked)
  if (url === undefined || id === undefined) throw new Error('no address to upload to')
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': file.mediaType },
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`http ${response.status}`)
  return { id, title: name }
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

const endings: Readonly<Record<(File | LinkedFile)['mediaType'], string>> = {
  'text/calendar': '.ics',
  'image/png': '.png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/zip': '.zip',
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/tiff': '.tiff',
  'image/webp': '.webp',
  'text/markdown': '.md',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'text/html': '.html',
}

/** A name without folders or mark-up, with the ending by which Slack and the reader's machine know what it is. */
function fileName({ name, mediaType }: File | LinkedFile): string {
  const ending = endings[mediaType]
  const stem = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
  const plain = clean(stem)
    .replace(/[/\\<>\s]+/g, ' ')
    .trim()
  return `${plain === '' ? 'dondoc' : cut(plain, limits.fileName)}${ending}`
}

/** Slack shares files in a conversation alone, not with a person's id as it posts messages. */
async function conversationWith(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user })
  if (channel?.id === undefined) throw new Error('no conversation')
  return channel.id
}
