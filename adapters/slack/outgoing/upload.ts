import type { webApi } from '@slack/bolt'
import type { File, LinkedFile } from '../../../src/contract/reply.ts'
import { clean, cut } from '../drawing/split.ts'
import { limits } from './limits.ts'

export type Uploaded = { readonly id: string; readonly title: string }

type Bytes = Pick<File | LinkedFile, 'name' | 'mediaType'> & {
  readonly bytes: Uint8Array
  readonly description?: { alt_txt?: string }
}

/** Brings the bytes to Slack within so many milliseconds; nobody sees them there yet. Rejects when they are not there. */
export async function uploadBytes(client: webApi.WebClient, file: Bytes, withinMs: number): Promise<Uploaded> {
  const { bytes } = file
  const name = fileName(file)
  const asked = { filename: name, length: bytes.length, ...file.description }
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal(asked)
  if (url === undefined || id === undefined) throw new Error('no address to upload to')
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': file.mediaType },
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(withinMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`http ${response.status}`)
  return { id, title: name }
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
function fileName({ name, mediaType }: Pick<File | LinkedFile, 'name' | 'mediaType'>): string {
  const ending = endings[mediaType]
  const stem = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
  const plain = clean(stem)
    .replace(/[/\\<>\s]+/g, ' ')
    .trim()
  return `${plain === '' ? 'dondoc' : cut(plain, limits.fileName)}${ending}`
}
