import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'
import { isMoved } from '../visits.ts'
import { visitNotificationKey } from './change-visit.ts'

/** What an import changed of one reader's visits: each with the revision that it made. */
export const ImportedNotification = z.object({
  kind: z.literal('visits-imported'),
  visits: z.array(z.object({ visit: z.string(), revision: z.number().int().min(1) })).min(1),
})
export type ImportedNotification = z.infer<typeof ImportedNotification>

/** The `subject` of such a notification in the ledger: it is about many visits and names none. */
export const importedSubject = 'visits-imported'

export type Version = Prisma.VisitVersionGetPayload<object>

/** What one person was told of some visits, as their notifications in the ledger say. */
export type Known = {
  /** The versions of a visit, the first one first. */
  readonly versions: (visit: string) => readonly Version[]
  /** Whether a notification about a later revision was put for them, whatever has become of it; by `own` one of the visit's own. */
  readonly hasLater: (visit: string, revision: number, own?: true) => boolean
  /** The last version before that revision which they know of; undefined: none. */
  readonly before: (visit: string, revision: number) => Version | undefined
  /** Whether a notification of the visit's own told of it as it has stood since then. */
  readonly toldItself: (visit: string, since: Date) => boolean
}

/** `list`: of many visits, after an import; `at`: when it went out. */
type Notification = {
  readonly revision: number
  readonly list: boolean
  readonly went: boolean
  readonly at: Date | null
}

/**
 * Between the making of a notification's words and its being sent there is a call. What changed in that time may not be in it:
 * told twice is better than never.
 */
const callMs = 15_000

/** Reads what this person was told of these visits. Three statements. */
export async function readKnown(
  { db }: Pick<Context, 'db'>,
  personId: string,
  visitIds: readonly string[],
): Promise<Known> {
  const ids = [...new Set(visitIds)]
  const [rows, own, lists] = await Promise.all([
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
  const ownByKey = new Map(own.map((one) => [one.key, one]))
  const listed = Map.groupBy(
    lists.flatMap(({ letter, status, sentAt, createdAt }) => {
      const parsed = ImportedNotification.safeParse(JSON.parse(letter))
      const how = { list: true, went: wentOut(status), at: sentAt ?? createdAt }
      return (parsed.data?.visits ?? []).map((one) => ({ ...one, ...how }))
    }),
    (one) => one.visit,
  )
  const letters = new Map(
    ids.map((visit): [string, readonly Notification[]] => [
      visit,
      [
        ...versions(visit).flatMap(({ revision }): readonly Notification[] => {
          const one = ownByKey.get(visitNotificationKey(visit, revision, personId))
          return one === undefined ? [] : [{ revision, list: false, went: wentOut(one.status), at: one.sentAt }]
        }),
        ...(listed.get(visit) ?? []),
      ],
    ]),
  )
  const notificationsOf = (visit: string): readonly Notification[] => letters.get(visit) ?? []
  const stoodAt = (visit: string, at: Date) => versions(visit).findLast((one) => one.at <= at)?.revision ?? 0

  /**
   * Up to which revision a notification told: what stood as it went. With a later notification of its own in the ledger it had not
   * gone; and a list leaves out what has a later notification by then.
   */
  function toldUpTo(visit: string, { revision, list, went, at }: Notification): number {
    if (!went) return 0
    if (at === null) return revision
    const stood = stoodAt(visit, at)
    const later = notificationsOf(visit).filter((one) => one.revision > revision)
    if (list && later.some((one) => one.revision <= stood)) return 0
    const next = Math.min(...later.filter((one) => !one.list).map((one) => one.revision))
    return Math.max(revision, Math.min(stood, next - 1))
  }

  /**
   * A version is known by a notification that told of it. One about which nothing was put for them did not concern them, and is
   * the state they have seen since; unless it shows nothing new, as a confirmation (then as much as what it confirms), or
   * they have not even heard of what came before it.
   */
  function isKnown({ visitId: visit, revision }: Version, before: number): boolean {
    const all = notificationsOf(visit)
    if (all.some((one) => one.revision < before && toldUpTo(visit, one) >= revision)) return true
    if (all.some((one) => one.revision === revision)) return false
    const [version, previous] = [revision, revision - 1].map((n) => versions(visit).find((one) => one.revision === n))
    if (version !== undefined && previous !== undefined && sameShown(previous, version))
      return isKnown(previous, before)
    const last = all.filter((one) => one.revision < revision).toSorted((a, b) => b.revision - a.revision)[0]
    return last === undefined || toldUpTo(visit, last) > 0
  }

  return {
    versions,
    hasLater: (visit, revision, own) =>
      notificationsOf(visit).some((one) => one.revision > revision && (own !== true || !one.list)),
    before: (visit, revision) => versions(visit).findLast((one) => one.revision < revision && isKnown(one, revision)),
    toldItself: (visit, since) =>
      notificationsOf(visit).some(({ list, at }) => !list && at !== null && at.getTime() > since.getTime() + callMs),
  }
}

const wentOut = (status: string): boolean => status !== 'waiting' && status !== 'dropped'

type Shown = Pick<Version, 'teamId' | 'unitId' | 'starts' | 'ends' | 'place' | 'note' | 'state'>

/** Whether two states of a visit look the same to whoever goes there. */
export const sameShown = (a: Shown, b: Shown): boolean =>
  !isMoved(a, b) && a.place === b.place && a.note === b.note && (a.state === 'cancelled') === (b.state === 'cancelled')
