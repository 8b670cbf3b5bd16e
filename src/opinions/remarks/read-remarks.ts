import type { Context } from '../../context.ts'
import { provisionsOf } from '../../documents/drafts/load-draft.ts'
import { currentOpinions } from '../known-remarks/current-opinions.ts'
import { type KnownRemark, knownRemarks } from '../known-remarks/fingerprint.ts'
import type { Round } from '../rounds/rounds.ts'
import { placesIn } from './place-in-draft.ts'
import { comparePlaces, nowhere, type RemarkPlace } from './remark-place.ts'

/** One remark of somebody's current version. `provision` is null for a general one; `body` is whom the record names as its author. */
export type Remark = KnownRemark & {
  readonly id: string
  readonly body: string
  readonly provision: string | null
  readonly place: RemarkPlace
  /** What the provision said when the remark was made, as far as it is known. */
  readonly provisionText: string | null
  readonly words: string
  readonly proposal: string | null
}

/** Every remark of a round, whatever its state, in the order of the record: general ones, then that of the draft. */
export async function readRemarks(ctx: Context, round: Round): Promise<readonly Remark[]> {
  const { db, texts } = ctx
  const [people, provisions] = await Promise.all([
    db.person.findMany({
      where: { opinions: { some: { roundId: round.id } } },
      select: { id: true, name: true, organisation: true },
    }),
    round.documentId === null ? [] : provisionsOf(db, round.documentId),
  ])
  const bodies = new Map(
    people.map(({ id, name, organisation }) => [id, organisation === null ? name : texts.called(organisation)]),
  )
  const placeOf = placesIn(provisions)
  const remarks: Remark[] = []
  for await (const opinion of currentOpinions(ctx, round.id)) {
    const comments = new Map(opinion.comments.map((comment) => [comment.id, comment]))
    for (const known of knownRemarks(opinion.personId, opinion)) {
      const comment = comments.get(known.id)
      remarks.push({
        ...known,
        body: bodies.get(opinion.personId) ?? '',
        provision: comment?.provision ?? null,
        place: comment === undefined ? nowhere : placeOf(comment),
        provisionText: comment?.provisionText ?? null,
        words: comment?.remark ?? opinion.body,
        proposal: comment?.proposal ?? null,
      })
    }
  }
  const { compare } = new Intl.Collator(texts.locale)
  return remarks.toSorted(
    (one, other) =>
      Number(one.provision !== null) - Number(other.provision !== null) ||
      comparePlaces(one.place, other.place) ||
      compare(one.body, other.body),
  )
}
