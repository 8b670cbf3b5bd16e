import type { Db } from '../../database/db.ts'
import { storedLadder } from '../../nudges/ladder/round-ladder.ts'
import { count, type Finding, ok, wrong } from './finding.ts'

/** Ladders that were set and cannot be read: nudging passes them over in silence and goes by the next one. */
export async function readLadders(db: Db): Promise<Finding> {
  const set = { ladder: { not: null } }
  const plans = await db.plan.findMany({ where: set, orderBy: { year: 'asc' }, select: { year: true, ladder: true } })
  const rounds = await db.round.findMany({
    where: { ...set, state: 'open' },
    orderBy: { id: 'asc' },
    select: { number: true, ladder: true, item: { select: { key: true } } },
  })
  const broken = [
    ...plans.filter(isBroken).map((plan) => `the plan of ${plan.year}`),
    ...rounds.filter(isBroken).map((round) => `round ${round.number} on ${round.item.key}`),
  ]
  if (broken.length === 0)
    return ok('ladders', `${count(plans.length + rounds.length, 'ladder')} set, each can be read`)
  return wrong(
    'ladders',
    `${count(broken.length, 'ladder')} cannot be read and others hold instead: ${broken.join(', ')}`,
    'let a coordinator set it anew in chat, on the card of the plan or of the round',
  )
}

const isBroken = ({ ladder }: { readonly ladder: string | null }) => storedLadder(ladder) === undefined
