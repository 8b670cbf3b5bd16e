import type { IncomingMessage } from 'node:http'
import { mostFileBytes, mostFilesFetched, type SentFile } from '../../src/contract/inbound.ts'
import { type Pace, parseJson, readBody } from '../shared/body.ts'
import type { HeldBytes } from '../shared/held-bytes.ts'
import { mostFiles, sentFile } from '../shared/sent-file.ts'
import { type Body, largestJson } from './body.ts'

/** Of all files of one delivery together; the page says so before it uploads anything. */
export const mostTogether = 60 * 1024 * 1024
/** A line of 1 Mbit/s brings that much in eight minutes; who takes longer sends fewer at a time. */
const withinMs = 10 * 60_000
/** Names, boundaries and what is said beside the files. */
const frame = 2 * largestJson
/** Some 70 kbit/s; whoever walks from one network into another has half a minute. */
const slowest: Pace = { bytes: 256 * 1024, everyMs: 30_000 }
const limits = { largest: mostTogether + frame, patience: mostTogether + 16 * frame, withinMs }

export type Parts =
  | { readonly ok: true; readonly json: unknown; readonly files: SentFile[]; release(): void }
  | Extract<Body, { ok: false }>
  /** This person or all together send so much at this moment that it would not fit into their share or into memory. */
  | { readonly ok: false; readonly status: 503 }

/** Whether the body comes in parts, of which some are files. */
export const isInParts = (request: IncomingMessage): boolean =>
  /^multipart\/form-data;/i.test(request.headers['content-type'] ?? '')

/**
 * Reads what was said (the part `said`, JSON) and the files beside it: parts called `file`, or `file/NAME` where they were
 * put into the field of that name. Until `release` the bytes are counted as held. They are counted as they come: who says
 * that much will come and sends nothing must not keep everybody else's files out. Who sends slower than `pace` is cut off.
 */
export async function readParts(request: IncomingMessage, held: HeldBytes, pace: Pace = slowest): Promise<Parts> {
  let taken = 0
  let full = false
  const release = () => {
    held.give(taken)
    taken = 0
  }
  const takes = (bytes: number) => {
    // Twice: the body as it came, and the files that are taken out of it.
    full ||= !held.take(2 * bytes)
    if (!full) taken += 2 * bytes
    // Heard to its end and dropped: whoever is still sending would not see the refusal.
    else release()
    return !full
  }
  const parts = await parsed(request, takes, pace)
  if (parts.ok) return { ...parts, release }
  release()
  return full ? { ok: false, status: 503 } : parts
}

async function parsed(request: IncomingMessage, takes: (bytes: number) => boolean, pace: Pace) {
  const refused = (status: 400 | 413) => ({ ok: false, status }) as const
  const body = await readBody(request, { ...limits, takes, pace })
  if (body === 'too-large') return refused(413)
  if (body === 'gone') return refused(400)
  const form = await formOf(body, request.headers['content-type'] ?? '')
  const said = form?.get('said')
  if (form === undefined || typeof said !== 'string' || said.length > largestJson) return refused(400)
  const json = parseJson(Buffer.from(said))
  if (json === undefined) return refused(400)
  const sent = [...form].flatMap(([name, part]) => (typeof part === 'string' ? [] : [{ name, part }]))
  if (sent.some(({ name }) => !/^file(?:\/|$)/.test(name))) return refused(400)
  const files = await Promise.all(sent.slice(0, mostFiles).map(({ name, part }, at) => fileOf(name, part, at)))
  return { ok: true, json, files } as const
}

async function formOf(body: Buffer<ArrayBuffer>, contentType: string): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData()
  } catch {
    return undefined
  }
}

async function fileOf(name: string, part: File, at: number): Promise<SentFile> {
  const field = name.slice('file/'.length)
  const told = {
    ...sentFile({ name: part.name, mediaType: part.type, size: part.size }),
    ...(field === '' ? {} : { field: field.slice(0, 200) }),
  }
  if (part.size > mostFileBytes) return { ...told, missing: 'too-large' }
  if (at >= mostFilesFetched) return { ...told, missing: 'too-many' }
  return { ...told, bytes: new Uint8Array(await part.arrayBuffer()) }
}
