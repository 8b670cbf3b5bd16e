import { commit } from '../../database/commit.ts'
import type { DeliveryHost, Row } from '../host.ts'
import { refresh } from '../put.ts'

const marks = 'for:'

/**
 * Asks, for requests to rewrite somebody's cards, that the cards of those who were told in that person's stead be
 * rewritten too: a delegate's card stops asking as the member's does. They are requests of their own, so that one
 * person's cards are always rewritten one after another. Safe to repeat: each has its request's key within its own.
 */
export async function askStandIns({ db, now }: DeliveryHost, requests: readonly Row[]): Promise<void> {
  // Nobody is told in the stead of a stand-in; two who stand in for each other would ask for ever.
  const own = requests.filter((row) => !row.key.includes(`:${marks}`))
  const people = [...new Set(own.map((row) => row.personId))]
  if (people.length === 0) return
  const takers = await db.delegation.findMany({
    where: { personId: { in: people } },
    distinct: ['takerId'],
    select: { takerId: true },
  })
  if (takers.length === 0) return
  const told = await db.nudge.findMany({
    where: {
      roundId: { in: [...new Set(own.flatMap((row) => row.subject ?? []))] },
      personId: { in: takers.map((one) => one.takerId) },
      subject: { in: people },
      kind: 'step',
    },
    select: { personId: true, roundId: true, subject: true },
  })
  for (const { key, personId, subject } of own) {
    const standIns = told.filter((one) => one.subject === personId && one.roundId === subject)
    const ids = [...new Set(standIns.map((one) => one.personId))]
    if (subject !== null && ids.length > 0) await commit(db, [refresh(db, subject, ids, `${marks}${key}`, now())])
  }
}
