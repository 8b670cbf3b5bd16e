import { type IncomingMessage, get as overHttp } from 'node:http'
import { get as overHttps } from 'node:https'
import { isIP } from 'node:net'
import { mostFileBytes } from '../../src/contract/inbound.ts'
import { isLoopbackUrl } from '../../src/contract/loopback.ts'
import type { HeldBytes } from './held-bytes.ts'
import { isPublicAddress, publicLookup } from './public-address.ts'

/** Where a file lies. The address is a key, and so may be a header: neither is ever logged or told. */
export type FileSource = { readonly url: string; readonly headers?: Readonly<Record<string, string>> }

/**
 * Whom a fetch may ask. `known`: a host of the platform's own, which the adapter has looked at. `public`: whichever host
 * the platform names, at public addresses alone, since nobody is to read through us what only this machine reaches.
 * `loopback`: a stand-in of the platform on this machine, and nothing else. But for the last, https only.
 */
export type Reach = 'known' | 'public' | 'loopback'

/** `why`: in a word, for the log. */
export type Fetched =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly missing: 'too-large' | 'not-fetched'; readonly why: string }

export type FetchLimits = {
  readonly reach: Reach
  /** Ends the fetch wherever it is. */
  readonly signal: AbortSignal
  /** Bytes that were fetched are counted there until somebody gives them back. */
  readonly held: HeldBytes
  /** Whether an answer of this media type (in lower case, without parameters) can be the file; a page to log in is none. */
  readonly takes?: (mediaType: string) => boolean
}

/**
 * Reads a file of at most `mostFileBytes`, once. A larger one is left as soon as that shows, a redirect is not followed: it
 * would carry the key to somebody else. Never rejects.
 */
export async function fetchFile(source: FileSource, limits: FetchLimits): Promise<Fetched> {
  const url = URL.parse(source.url)
  if (url === null || !mayAsk(url, limits.reach)) return notFetched('address')
  try {
    const response = await ask(url, source, limits)
    const read = await readFile(response, limits)
    // Left before its end, it must not be sent on.
    response.destroy()
    return read
  } catch (error) {
    return notFetched(limits.signal.aborted ? 'too slow' : codeOf(error))
  }
}

const notFetched = (why: string) => ({ missing: 'not-fetched', why }) as const

function mayAsk(url: URL, reach: Reach): boolean {
  if (reach === 'loopback') return isLoopbackUrl(url.href)
  if (url.protocol !== 'https:') return false
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  // Of a name the connection itself asks, by `publicLookup`.
  return reach === 'known' || isIP(host) === 0 || isPublicAddress(host)
}

function ask(url: URL, { headers = {} }: FileSource, { reach, signal }: FetchLimits): Promise<IncomingMessage> {
  const options = {
    headers: { ...headers, 'accept-encoding': 'identity' },
    signal,
    // A connection that is there already was made without our lookup.
    agent: false,
    ...(reach === 'public' ? { lookup: publicLookup } : {}),
  }
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? overHttps : overHttp
    get(url, options, resolve).on('error', reject)
  })
}

async function readFile(response: IncomingMessage, { held, takes }: FetchLimits): Promise<Fetched> {
  const { statusCode = 0, headers } = response
  if (statusCode !== 200) return notFetched(`http ${statusCode}`)
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (takes?.(mediaType) === false) return notFetched('another media type')
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return notFetched('encoded')
  const told = Number(headers['content-length'] ?? mostFileBytes)
  if (!(told <= mostFileBytes)) return tooLarge
  if (!held.take(told)) return notFetched('too much at once')
  let kept = 0
  try {
    const bytes = await whole(response)
    if (bytes === undefined) return tooLarge
    kept = bytes.length
    return { bytes }
  } finally {
    held.give(told - kept)
  }
}

const tooLarge = { missing: 'too-large', why: 'too large' } as const

/** Undefined where it is too large. Rejects where it breaks off. */
async function whole(response: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostFileBytes) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
