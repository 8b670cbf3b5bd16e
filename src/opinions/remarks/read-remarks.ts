import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { provisionsOf } from '../../documents/drafts/load-draft.ts'
import type { Round } from '../rounds/rounds.ts'
import { type KnownRemark, knownRemarks } from './fingerprint.ts'
import { placesIn } from './place-in-draft.ts'
import { comparePlaces, nowhere, type RemarkPlace } from './remark-place.ts'

/** One remark of somebody's current version. `provision` is null for a general one; `body` is whom the record names as its author. */
export type Remark = KnownRemark & {
  readonly id: string
  readonly body: string
  readonly provision: string | null
  readonly place: RemarkPlace
  readonly words: string
  readonly proposal: string | null
}

/** So many opinions are read at once, since SQLite is read on the thread that answers everybody. */
const atOnce = 8

/** Every remark of a round, whatever its state, in the order of the record: general ones, then that of the draft. */
export async function readRemarks(ctx: Context, round: Round): Promise<readonly Remark[]> {
  const { db, texts } = ctx
  const [versions, people, provisions] = await Promise.all([
    db.opinion.findMany({
      where: { roundId: round.id },
      orderBy: { version: 'asc' },
      select: { id: true, personId: true },
    }),
    db.person.findMany({
      where: { opinions: { some: { roundId: round.id } } },
      select: { id: true, name: true, organisation: true },
    }),
    round.documentId === null ? [] : provisionsOf(db, round.documentId),
  ])
  // Later versions overwrite earlier ones.
  const current = [...new Map(versions.map(({ id, personId }) => [personId, id])).values()]
  const bodies = new Map(
    people.map(({ id, name, organisation }) => [id, organisation === null ? name : texts.called(organisation)]),
  )
  const placeOf = placesIn(provisions)
  const remarks: Remark[] = []
  for (let from = 0; from < current.length; from += atOnce) {
    const opinions = await db.opinion.findMany({
      where: { id: { in: current.slice(from, from + atOnce) } },
      select: { id: true, personId: true, body: true, comments: { orderBy: { place: 'asc' } } },
    })
    for (const opinion of opinions) {
      const comments = new Map(opinion.comments.map((comment) => [comment.id, comment]))
      for (const known of knownRemarks(opinion.personId, opinion)) {
        const comment = comments.get(known.id)
        remarks.push({
          ...known,
          body: bodies.get(opinion.personId) ?? '',
          provision: comment?.provision ?? null,
          place: comment === undefined ? nowhere : placeOf(comment),
          words: comment?.remark ?? opinion.body,
          proposal: comment?.proposal ?? null,
        })
      }
    }
    await setImmediate()
  }
  const { compare } = new Intl.Collator(texts.locale)
  return remarks.toSorted(
    (one, other) =>
      Number(one.provision !== null) - Number(other.provision !== null) ||
      comparePlaces(one.place, other.place) ||
      compare(one.body, other.body),
  )
}
