import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Prisma } from '../database/generated/sqlite/client.ts'
import { visitLetterKey } from './change-visit.ts'

/** What an import changed of one reader's visits: each with the revision that it made. */
export const ImportedLetter = z.object({
  kind: z.literal('visits-imported'),
  visits: z.array(z.object({ visit: z.string(), revision: z.number().int().min(1) })).min(1),
})
export type ImportedLetter = z.infer<typeof ImportedLetter>

/** The `subject` of such a letter in the ledger: it is about many visits and names none. */
export const importedSubject = 'visits-imported'

export type Version = Prisma.VisitVersionGetPayload<object>

/** What one person was told of some visits, as their letters in the ledger say. */
export type Known = {
  /** The versions of a visit, the first one first. */
  readonly versions: (visit: string) => readonly Version[]
  /** Whether a letter of its own about that revision was put for them, whatever has become of it. */
  readonly hasLetter: (visit: string, revision: number) => boolean
  /** The last version before that revision which they know of; undefined: none. */
  readonly before: (visit: string, revision: number) => Version | undefined
  /** Whether a letter of the visit's own told of it as it stood then or later. */
  readonly toldItself: (visit: string, since: Date) => boolean
}

/** Reads what this person was told of these visits. Three statements. */
export async function readKnown(
  { db }: Pick<Context, 'db'>,
  personId: string,
  visitIds: readonly string[],
): Promise<Known> {
  const ids = [...new Set(visitIds)]
  const [rows, letters, imports] = await Promise.all([
    db.visitVersion.findMany({ where: { visitId: { in: ids } }, orderBy: { revision: 'asc' } }),
    db.outbox.findMany({
      where: { personId, kind: 'send', subject: { in: ids }, key: { startsWith: 'visit:' } },
      select: { key: true, status: true, sentAt: true },
    }),
    db.outbox.findMany({
      where: { personId, kind: 'send', subject: importedSubject },
      select: { letter: true, status: true, sentAt: true, createdAt: true },
    }),
  ])
  const byVisit = Map.groupBy(rows, (row) => row.visitId)
  const versions = (visit: string): readonly Version[] => byVisit.get(visit) ?? []
  const own = new Map(letters.map((one) => [one.key, one]))
  const letterAt = (visit: string, revision: number) => own.get(visitLetterKey(visit, revision, personId))
  const toldItself = (visit: string, since: Date, before = Infinity) =>
    versions(visit).some(({ revision }) => {
      const sentAt = letterAt(visit, revision)?.sentAt ?? null
      return revision < before && sentAt !== null && sentAt > since
    })
  const listed = imports.flatMap(({ letter, ...how }) => {
    const parsed = ImportedLetter.safeParse(JSON.parse(letter))
    return (parsed.data?.visits ?? []).map((one) => ({ ...one, ...how }))
  })

  /**
   * A version is known by the letter about it that went out, or by an earlier one that went out after it. One about which
   * nothing was put for them did not concern them, and is the state they have seen since.
   */
  function isKnown(version: Version, before: number): boolean {
    const { visitId: visit, revision } = version
    if (toldItself(visit, version.at, before)) return true
    const letter = letterAt(visit, revision)
    if (letter !== undefined) return wentOut(letter.status)
    const list = listed.filter((one) => one.visit === visit && one.revision === revision)
    if (list.length === 0) return version.byId !== null
    return list.some((one) => wentOut(one.status) && stoodAt(visit, version, one))
  }

  /** A list leaves out what has changed again before it goes. */
  function stoodAt(visit: string, version: Version, { sentAt, createdAt }: (typeof listed)[number]): boolean {
    const then = versions(visit).findLast((one) => one.at <= (sentAt ?? createdAt))
    return then !== undefined && sameShown(then, version)
  }

  return {
    versions,
    hasLetter: (visit, revision) => letterAt(visit, revision) !== undefined,
    before: (visit, revision) => versions(visit).findLast((one) => one.revision < revision && isKnown(one, revision)),
    toldItself: (visit, since) => toldItself(visit, since),
  }
}

const wentOut = (status: string): boolean => status !== 'waiting' && status !== 'dropped'

type Shown = Pick<Version, 'teamId' | 'unitId' | 'starts' | 'ends' | 'place' | 'note' | 'state'>

/** Whether two states of a visit look the same to whoever goes there. */
export const sameShown = (a: Shown, b: Shown): boolean =>
  a.teamId === b.teamId &&
  a.unitId === b.unitId &&
  a.starts?.getTime() === b.starts?.getTime() &&
  a.ends?.getTime() === b.ends?.getTime() &&
  a.place === b.place &&
  a.note === b.note &&
  (a.state === 'cancelled') === (b.state === 'cancelled')
