import type { Context } from '../../../context.ts'
import type { Write } from '../../../database/db.ts'
import { keyOf } from '../../known-remarks/fingerprint.ts'
import type { Round } from '../../rounds/rounds.ts'
import type { AnsweredRemark, RemarkAnswer } from './answered-remarks.ts'

type Said = Pick<RemarkAnswer, 'outcome' | 'words'>

/** The others of its group, which the record has in one row with it. */
export const groupMates = (
  { alike }: AnsweredRemark,
  remarks: readonly AnsweredRemark[],
): readonly AnsweredRemark[] => {
  const keys = new Set(alike.map(keyOf))
  return remarks.filter((one) => keys.has(keyOf(one)))
}

/** The remark as it will stand with this answer, a draft of the actor's. */
export function answeredAs({ actor, now }: Context, one: AnsweredRemark, said: Said): AnsweredRemark {
  const revision = one.revision + 1
  return {
    ...one,
    revision,
    answer: {
      ...{ ...said, settled: false, returned: null, publishedIn: null, revision, byId: actor.id, at: now },
      told: one.answer?.told ?? null,
      objection: one.answer?.objection ?? null,
    },
  }
}

/** Stores it, at the revision that was read: a new row has the key for its guard. */
export function storeAnswer(
  { db, now, actor }: Context,
  { id: roundId }: Round,
  { personId, fingerprint, revision }: AnsweredRemark,
  said: Said,
): Write {
  const id = { roundId, personId, fingerprint }
  const data = { ...said, state: 'draft', returned: null, publishedIn: null, byId: actor.id, at: now }
  const select = { fingerprint: true } as const
  return revision === 0
    ? db.remarkAnswer.create({ data: { ...id, ...data, revision: 1 }, select })
    : db.remarkAnswer.update({
        where: { roundId_personId_fingerprint: id, revision },
        data: { ...data, revision: revision + 1 },
        select,
      })
}
