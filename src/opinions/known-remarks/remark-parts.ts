import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { type KnownRemark, keyOf } from './fingerprint.ts'

/** A part of a remark that says several things, each of which is answered by itself. `fingerprint` is the part's own. */
export type RemarkPart = KnownRemark & {
  /** The fingerprint of the remark as a whole. */
  readonly whole: string
  /** From 1. */
  readonly place: number
  readonly words: string
}

/** Which part a remark is, where it is one. */
export type Part = { readonly whole: string; readonly place: number; readonly of: number; readonly words: string }

/** What a part is known by: the remark as a whole, its place in it, and its words. */
export const partFingerprint = (whole: string, place: number, words: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['part', whole, place, words]))
    .digest('hex')

/** The parts into which remarks of a round were split, in their order. */
export async function readParts({ db }: Pick<Context, 'db'>, round: string): Promise<readonly RemarkPart[]> {
  return await db.remarkPart.findMany({
    where: { roundId: round },
    orderBy: [{ personId: 'asc' }, { whole: 'asc' }, { place: 'asc' }],
    select: { personId: true, whole: true, place: true, words: true, fingerprint: true },
  })
}

/** Remarks with each that was split replaced by its parts, which are known by their own fingerprints. */
export function inParts<R extends KnownRemark>(
  remarks: readonly R[],
  parts: readonly RemarkPart[],
): readonly (R & { readonly part?: Part })[] {
  if (parts.length === 0) return remarks
  const byWhole = Map.groupBy(parts, ({ personId, whole }) => keyOf({ personId, fingerprint: whole }))
  return remarks.flatMap((remark): readonly (R & { readonly part?: Part })[] => {
    const own = byWhole.get(keyOf(remark))
    if (own === undefined) return [remark]
    return own.map(({ fingerprint, whole, place, words }) => ({
      ...remark,
      fingerprint,
      part: { whole, place, of: own.length, words },
    }))
  })
}
