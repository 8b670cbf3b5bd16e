import { createHash } from 'node:crypto'
import type { Write } from '../../database/db.ts'
import { type Post, put } from '../../outbox/put.ts'
import { type Doer, type Tell, visitPost } from './change-visit.ts'
import { importedSubject } from './known-versions.ts'

/** As many visits as one notification lists: what a table shows on every platform. */
const mostVisits = 100

type Revision = { readonly visit: string; readonly revision: number }

/**
 * Gathers who is concerned by many changes made at once, so that everybody gets one notification about all of theirs: hand
 * `tell` to createVisit and changeVisit, and add `notifications` to their writes. Who is concerned by a single visit gets the
 * usual notification about it.
 */
export function gatherTold(): { readonly tell: Tell; readonly notifications: (doer: Doer) => readonly Write[] } {
  const told = new Map<string, Revision[]>()
  return {
    tell({ actor }, visit, revision, people) {
      for (const personId of people) {
        if (personId === actor.id) continue
        const known = told.get(personId)
        if (known === undefined) told.set(personId, [{ visit, revision }])
        else known.push({ visit, revision })
      }
      return []
    },
    notifications({ db, now }) {
      const posts = [...told].flatMap(([personId, visits]) => postsTo(personId, visits))
      return posts.length === 0 ? [] : [put(db, posts, now)]
    },
  }
}

function postsTo(personId: string, visits: readonly Revision[]): Post[] {
  const [only, second] = visits
  if (only === undefined) return []
  if (second === undefined) return [visitPost(only.visit, only.revision, personId)]
  const parts = Array.from({ length: Math.ceil(visits.length / mostVisits) }, (_, at) =>
    visits.slice(at * mostVisits, (at + 1) * mostVisits),
  )
  return parts.map((part) => ({
    key: `visits:${digest(part)}:${personId}`,
    personId,
    letter: { kind: 'visits-imported', visits: part },
    subject: importedSubject,
  }))
}

/** The same for the same revisions of the same visits: the key is permanent. */
const digest = (visits: readonly Revision[]): string =>
  createHash('sha256')
    .update(visits.map(({ visit, revision }) => `${visit}:r${revision}`).join())
    .digest('hex')
    .slice(0, 32)
