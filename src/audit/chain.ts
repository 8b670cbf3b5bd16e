import { createHash } from 'node:crypto'

/** A row of the log as it is sealed. `facts` is the JSON text as it was written. */
export type Line = {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly deed: string
  readonly subject: string
  readonly facts: string
}

/** The last sealed row. Before the first there is `{ seq: 0, hash: '' }`. */
export type Head = { readonly seq: number; readonly hash: string }

/** Where the head is kept beside the rows, so that rows removed from the end are missed. */
export const headKey = 'audit.head'

/**
 * SHA-256, in hex, of the previous row's hash and this row: its columns and its place as one JSON list, so that no two
 * different rows make the same text.
 */
export function hashOf(previous: string, line: Line, seq: number): string {
  const { id, at, actor, deed, subject, facts } = line
  return createHash('sha256')
    .update(previous + JSON.stringify([id, at.toISOString(), actor, deed, subject, facts, seq]))
    .digest('hex')
}

export const headText = (head: Head): string => `${head.seq} ${head.hash}`

/** Undefined for a text that no sealer wrote. */
export function parseHead(text: string): Head | undefined {
  const [, seq, hash] = /^(\d+) ([0-9a-f]{64})$/.exec(text) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
}
