import { createHash } from 'node:crypto'

/** A remark as it is known through all versions of an opinion: by who makes it and what it says. */
export type KnownRemark = { readonly personId: string; readonly fingerprint: string }

/** What somebody said in their current version: a general remark, and remarks on provisions. */
type Said = {
  readonly id: string
  readonly body: string
  readonly comments: readonly {
    readonly id: string
    readonly provision: string
    readonly remark: string
    readonly proposal: string | null
  }[]
}

/** The SHA-256 of all that a remark says, so that it is another one as soon as a word of it changes; null, a general one. */
const fingerprintOf = (provision: string | null, remark: string, proposal: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([provision, remark, proposal]))
    .digest('hex')

/** The remarks of an opinion by their ids in this version: the opinion's own id for its general remark. */
export const knownRemarks = (
  personId: string,
  { id, body, comments }: Said,
): readonly (KnownRemark & { readonly id: string })[] => [
  ...(body.trim() === '' ? [] : [{ id, personId, fingerprint: fingerprintOf(null, body, null) }]),
  ...comments.map((comment) => ({
    ...{ id: comment.id, personId },
    fingerprint: fingerprintOf(comment.provision, comment.remark, comment.proposal),
  })),
]

/** What tells remarks apart. */
export const keyOf = ({ personId, fingerprint }: KnownRemark): string => `${personId} ${fingerprint}`

/** The same, short enough for the value of an option on every platform. */
export const shortKeyOf = (remark: KnownRemark): string =>
  createHash('sha256').update(keyOf(remark)).digest('hex').slice(0, 32)
