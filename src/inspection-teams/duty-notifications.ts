import { z } from 'zod'
import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Composed } from '../outbox/delivery/compose.ts'
import { readSchedule } from '../visits/schedule/read-schedule.ts'
import { sightOf } from '../visits/sight.ts'
import { daysOf } from './cards/team-card.ts'
import { isDropped } from './duty-spans.ts'
import { dutyOf } from './read-team.ts'

/** The notifications to somebody who was put on a team, or taken off it. */
export const DutyNotification = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('duty-given'), duty: z.string() }),
  /** `last`: the day that ended it, for only the latest end is told. */
  z.object({ kind: z.literal('duty-ended'), duty: z.string(), last: z.string().optional() }),
])
export type DutyNotification = z.infer<typeof DutyNotification>

const nextVisits = 5

/** Makes the words of such a notification for `ctx.actor`, with the team's visits still to come; or says why it is not needed. */
export async function composeDutyNotification(ctx: Context, letter: DutyNotification): Promise<Composed> {
  const { db, texts } = ctx
  const { teams: t } = texts
  const today = dayIn(ctx.now, ctx.zone)
  const seat = await db.duty.findUnique({
    where: { id: letter.duty },
    include: { team: { select: { key: true, name: true } } },
  })
  if (seat === null) return { drop: 'the duty is gone' }
  const { team, fromDay, toDay } = seat
  const duty = t.duties[dutyOf(seat.duty)]
  const dropped = isDropped(seat)
  const ways = {
    kind: 'buttons',
    buttons: [
      { label: t.show, intent: { kind: 'team.show', team: team.key } },
      { label: texts.schedule.button, intent: { kind: 'schedule.show', mine: true } },
    ],
  } as const
  switch (letter.kind) {
    case 'duty-given': {
      if (toDay !== null && (dropped || toDay < today)) return { drop: 'the duty has ended since' }
      const text = t.givenNotification(texts.called(team.name), duty, daysOf(ctx, seat))
      const from = fromDay !== null && fromDay > today ? fromDay : today
      const filter = { teamIds: [seat.teamId], from, ...(toDay === null ? {} : { to: toDay }) }
      const { visits } = await readSchedule(ctx, filter, await sightOf(ctx), { skip: 0, take: nextVisits })
      const items = visits.map((visit) =>
        t.visit(
          visit.code,
          texts.called(visit.unit.name),
          texts.schedule.when(visit.day, visit.details?.time ?? null, visit.lastDay),
        ),
      )
      return {
        message: {
          text,
          blocks: [
            { kind: 'text', text, tone: 'strong' },
            { kind: 'text', text: items.length === 0 ? t.noVisits : t.next },
            ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
            ways,
          ],
        },
      }
    }
    case 'duty-ended': {
      if (toDay === null) return { drop: 'on the team again' }
      if (letter.last !== undefined && letter.last !== toDay) return { drop: 'it ends on another day by now' }
      if (await toldWithDuty(ctx, seat.id, toDay)) return { drop: 'the letter about the duty told its end' }
      if (dropped && !(await wasGiven(ctx, seat.id))) return { drop: 'they never heard of it' }
      const text = dropped
        ? t.droppedNotification(texts.called(team.name), duty)
        : t.endedNotification(texts.called(team.name), duty, texts.day(toDay))
      return { message: { text, blocks: [{ kind: 'text', text, tone: 'strong' }, ways] } }
    }
    default:
      return letter satisfies never
  }
}

/** Whether the notification that told of the duty went out, or may have. */
async function wasGiven({ db, actor }: Context, duty: string): Promise<boolean> {
  const given = { personId: actor.id, key: { startsWith: givenKey(duty, '') } }
  const sent = await db.outbox.count({ where: { ...given, status: { in: ['sending', 'sent', 'unsure'] } } })
  return sent > 0
}

/** Whether the notification that told of the duty went out when this end stood already, and so told it. */
async function toldWithDuty({ db, actor }: Context, duty: string, last: string): Promise<boolean> {
  const sent = { personId: actor.id, kind: 'send' } as const
  const [given, ended] = await Promise.all([
    db.outbox.findFirst({
      where: { ...sent, key: { startsWith: givenKey(duty, '') }, sentAt: { not: null } },
      orderBy: { sentAt: 'desc' },
      select: { sentAt: true },
    }),
    db.outbox.findFirst({
      where: { ...sent, key: { startsWith: endedKey(duty, last) } },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
    }),
  ])
  const told = given?.sentAt ?? undefined
  return told !== undefined && ended !== null && told > ended.createdAt
}

/** The beginning of the key of the notification that tells of a duty's end. */
export const endedKey = (duty: string, last: string): string => `duty-ended:${duty}:${last}:`

/** The key of the notification that tells of a duty; `cause` tells apart one that was dropped and given again. */
export const givenKey = (duty: string, cause: string): string => `duty-given:${duty}:${cause}`
