import type { IncomingMessage } from 'node:http'

export type Pace = { readonly bytes: number; readonly everyMs: number }

/**
 * `largest`: bytes that are taken. `patience`: bytes that are read at the most, before the connection is left; a sender
 * that is cut off while it sends may never see the refusal, so what is too large is read on and dropped up to there.
 * `withinMs`: how long that may take, half a minute unless said; then the connection is cut. `takes`: whether there is
 * room for so many more bytes; where there is none, the body counts as too large. `pace`: so many bytes must come in each
 * span of `everyMs`, or the connection is cut: who has sent much and then stalls would hold it as long as the slowest line
 * needs for all.
 */
export type BodyLimits = {
  readonly largest: number
  readonly patience: number
  readonly withinMs?: number
  readonly takes?: (bytes: number) => boolean
  readonly pace?: Pace
}

/** The whole body, or why there is none; `gone`: it broke off. Answer `too-large` with `connection: close`. Never rejects. */
export async function readBody(
  request: IncomingMessage,
  { largest, patience, withinMs = 30_000, takes = () => true, pace }: BodyLimits,
): Promise<Buffer<ArrayBuffer> | 'too-large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > patience) return 'too-large'
  const chunks: Buffer[] = []
  let size = 0
  let dropped = false
  let before = 0
  const late = setTimeout(() => request.destroy(), withinMs)
  const stalls = setInterval(() => {
    if (size - before < (pace?.bytes ?? 0)) request.destroy()
    before = size
  }, pace?.everyMs ?? withinMs)
  try {
    // Left early, the iterator would cut the line that the refusal goes back on.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > patience) return 'too-large'
      dropped ||= size > largest || !takes(bytes.length)
      if (dropped) chunks.length = 0
      else chunks.push(bytes)
    }
  } catch {
    return 'gone'
  } finally {
    clearTimeout(late)
    clearInterval(stalls)
  }
  return dropped ? 'too-large' : Buffer.concat(chunks)
}

/** JSON in UTF-8; undefined for anything else. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
