import { record } from '../audit/record.ts'
import { addDays, dayIn, isDay } from '../calendar/zoned.ts'
import type { Context, UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import { readForm } from '../conversation/form-values.ts'
import { takeTurn } from '../database/turns.ts'
import { put } from '../outbox/put.ts'
import { covers } from '../visits/visits.ts'
import { endForm } from './cards/duty-forms.ts'
import { teamSaid } from './cards/team-said.ts'
import { endedKey } from './duty-notifications.ts'
import { isDropped } from './duty-spans.ts'

const columns = {
  include: { person: { select: { key: true, name: true } }, team: { select: { key: true, name: true } } },
} as const

/** The form for somebody's last day on a team. Refuses a duty that is over. */
export const startEnd: UseCase<IntentOf<'duty.end.form'>> = async (ctx, intent) => {
  const today = dayIn(ctx.now, ctx.zone)
  const seat = await ctx.db.duty.findUnique({ where: { id: intent.duty }, ...columns })
  if (seat === null || (seat.toDay !== null && seat.toDay < today)) throw new Refusal('no-such-duty')
  return { reply: { kind: 'form', form: endForm(ctx, seat, today) } }
}

/**
 * Ends a duty with its last day and tells the person. One that has not begun is dropped by a day before its first: its
 * row stays, and covers no day. Refuses a day that is none, is later than the end there is, or comes before the first.
 */
export const endDuty: UseCase<IntentOf<'duty.end'>> = async (ctx, intent, values) => {
  const { db, now, zone, actor, texts } = ctx
  const { teams: t } = texts
  const today = dayIn(now, zone)
  const turn = await takeTurn(db, 'duties')
  const seat = await db.duty.findUnique({ where: { id: intent.duty }, ...columns })
  if (seat === null) throw new Refusal('no-such-duty')
  const { team, person, fromDay, toDay } = seat
  const form = readForm(values, texts)
  const day = form.text('to', 10, true)
  if (day !== '' && !isDay(day)) form.fail('to', texts.errors.badDay)
  form.check()
  const drops = fromDay !== null && day < fromDay && (fromDay > today || isDropped(seat))
  const last = drops ? addDays(today, -1) : day
  const called = texts.called(team.name)
  const words = drops ? t.dropped(person.name, called) : t.ended(person.name, called, texts.day(last))
  if (toDay === last || (drops && isDropped(seat))) return { reply: teamSaid(ctx, team, `${words} ${t.endedAlready}`) }
  if (toDay !== null && toDay < today) throw new Refusal('no-such-duty')
  if (!drops && fromDay !== null && day < fromDay) form.fail('to', t.backwards)
  if (toDay !== null && last > toDay) form.fail('to', t.later(texts.day(toDay)))
  form.check()
  const own = seat.personId === actor.id
  const post = {
    key: `${endedKey(seat.id, last)}${now.getTime()}`,
    personId: seat.personId,
    letter: { kind: 'duty-ended', duty: seat.id, last },
  }
  const leaderless = seat.duty === 'leader' && !drops && !(await hasLeader(ctx, seat, addDays(last, 1)))
  return {
    reply: teamSaid(ctx, team, own ? words : `${words} ${t.told}`, leaderless ? [t.noLeaderLeft(called)] : []),
    writes: [
      ...turn,
      db.duty.update({ where: { id: seat.id }, data: { toDay: last }, select: { id: true } }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'duty.end',
        subject: person.key,
        facts: { team: team.key, duty: seat.duty, last: drops ? null : last },
      }),
      ...(own ? [] : [put(db, [post], now)]),
    ],
    rests: [],
  }
}

/** Whether somebody else leads the team on that day. */
async function hasLeader({ db }: Context, seat: { id: string; teamId: string }, day: string): Promise<boolean> {
  const leaders = await db.duty.findMany({ where: { teamId: seat.teamId, duty: 'leader', id: { not: seat.id } } })
  return leaders.some((leader) => covers(leader, day))
}
