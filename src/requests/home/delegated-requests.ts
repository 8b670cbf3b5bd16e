import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button } from '../../contract/message.ts'
import { takingAnswers } from '../../opinions/rounds/phase.ts'
import { findRounds, titleOf } from '../../opinions/rounds/rounds.ts'
import { forItem, type Grant, grantsTo, inForce } from '../../people/delegated.ts'

/** How many requests of others home lists one by one. */
const listed = 8

/** The open requests of members who delegated to the actor today and have not answered, nearest deadline first. */
export async function delegatedRequests(ctx: Context): Promise<readonly Block[]> {
  const { texts: t, db } = ctx
  const grants = await grantsTo(ctx, ctx.actor.id)
  if (grants.length === 0) return []
  const today = dayIn(ctx.now, ctx.zone)
  // A condition and no list of ids, of which a statement takes only so many.
  const ofGivers = { person: { delegations: { some: { takerId: ctx.actor.id, ...inForce(today) } } } }
  const taking = takingAnswers(ctx.now)
  const [open, asked, answered] = await Promise.all([
    findRounds(ctx, { ...taking, asked: { some: ofGivers } }),
    db.asked.findMany({ where: { ...ofGivers, round: taking }, select: { roundId: true, personId: true } }),
    db.opinion.findMany({ where: { ...ofGivers, round: taking }, select: { roundId: true, personId: true } }),
  ])
  const seat = (row: { roundId: string; personId: string }) => `${row.roundId} ${row.personId}`
  const done = new Set(answered.map(seat))
  const waiting = new Set(asked.map(seat).filter((place) => !done.has(place)))
  const requests = open.flatMap((round) =>
    givers(forItem(grants, round.itemId))
      .filter((giver) => waiting.has(`${round.id} ${giver.id}`))
      .map((giver) => ({ round, giver })),
  )
  if (requests.length === 0) return []
  const left = requests.length - listed
  return [
    { kind: 'text', text: t.delegation.waiting, tone: 'strong' },
    ...requests.slice(0, listed).flatMap(({ round, giver }): readonly Block[] => {
      const due = t.home.due(t.deadline(round.dueAt, ctx.zone))
      const draft: Button = {
        label: t.delegation.draftFor(giver.name),
        intent: { kind: 'opinion.show', round: round.id, for: giver.id },
      }
      const text = t.delegation.waitingFor(giver.name, titleOf(round.item, ctx), due)
      return [{ kind: 'text', text, own: { row: round.item.key, buttons: [draft] } }]
    }),
    ...(left > 0 ? [{ kind: 'text', text: t.delegation.more(left), tone: 'subtle' } as const] : []),
  ]
}

/** Each giver once, however many grants they gave. */
const givers = (grants: readonly Grant[]): readonly Grant['giver'][] => [
  ...new Map(grants.map(({ giver }) => [giver.id, giver])).values(),
]
