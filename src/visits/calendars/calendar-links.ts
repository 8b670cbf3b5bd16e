import { dayIn } from '../../calendar/zoned.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { Refusal } from '../../contract/refusal.ts'
import { sitsOn } from '../../database/rests.ts'
import { publicAddress } from '../../people/accounts/public-address.ts'
import { linksCard, madeCard, nameOf } from '../cards/calendar-cards.ts'
import { findTeam } from '../schedule/schedule-filter.ts'
import { covers } from '../visits.ts'
import { calendarUrl, endCalendarLink, newCalendarLink } from './new-calendar-link.ts'

/** So many addresses are listed, the actor's own first. */
const mostListed = 20
const columns = {
  include: { person: { select: { key: true, name: true } }, team: { select: { key: true, name: true } } },
} as const

/** The addresses in force: mine, to a coordinator everybody's. */
export const listCalendarLinks: UseCase<IntentOf<'calendar.list'>> = async (ctx) => ({
  reply: { kind: 'message', message: await list(ctx) },
})

/**
 * Makes an address for my own visits or for one team's, and shows it once; an older one of the same calendar stops
 * working. A team's is for those who sit on it today and for coordinators; refused to everybody else.
 */
export const makeCalendarLink: UseCase<IntentOf<'calendar.make'>> = async (ctx, intent) => {
  const { actor, texts: t } = ctx
  const team = intent.team === undefined ? undefined : await findTeam(ctx, intent.team)
  const asMember = team !== undefined && !actor.roles.has('coordinator')
  if (asMember && !(await teamsOf(ctx)).some((one) => one.key === team.key)) throw new Refusal('not-allowed')
  const address = await publicAddress(ctx, actor.id)
  const { token, writes } = await newCalendarLink(ctx, actor, team, actor.key)
  const message = madeCard(ctx, nameOf(ctx, team ?? null), calendarUrl(address, token))
  return {
    reply: { kind: 'message', message },
    writes,
    rests: asMember ? [sitsOn(team.id, actor.id, dayIn(ctx.now, ctx.zone))] : [],
    again: { kind: 'message', message: { text: t.calendarLink.again } },
  }
}

/** Ends an address: one's own, for a coordinator anybody's. One that has ended already stays as it was. */
export const revokeCalendarLink: UseCase<IntentOf<'calendar.revoke'>> = async (ctx, intent) => {
  const { db, actor, texts: t } = ctx
  const link = await db.calendarLink.findUnique({ where: { id: intent.link, query: null }, ...columns })
  // Whether somebody else has such an address is nobody's business.
  if (link === null || (link.personId !== actor.id && !actor.roles.has('coordinator')))
    throw new Refusal('no-such-link')
  const what = nameOf(ctx, link.team)
  if (link.revokedAt !== null)
    return {
      reply: {
        kind: 'message',
        message: await list(ctx, { said: t.calendarLink.revokedAlready(what) }),
        replaces: true,
      },
    }
  const message = await list(ctx, { said: t.calendarLink.revoked(what), without: link.id })
  return {
    reply: { kind: 'message', message, replaces: true },
    writes: endCalendarLink(ctx, link, actor.key),
    rests: [],
  }
}

/** The teams on which the actor sits today. */
async function teamsOf({ db, actor, now, zone }: Context) {
  const duties = await db.duty.findMany({
    where: { personId: actor.id },
    include: { team: { select: { key: true, name: true } } },
  })
  const today = dayIn(now, zone)
  const teams = duties.filter((duty) => covers(duty, today)).map((duty) => [duty.team.key, duty.team] as const)
  return [...new Map(teams).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The addresses in force without the one that is ending now. */
async function list(ctx: Context, more: { said?: string; without?: string } = {}): Promise<Message> {
  const { db, actor } = ctx
  const live = {
    query: null,
    revokedAt: null,
    ...(more.without === undefined ? {} : { id: { not: more.without } }),
  }
  const orderBy = [{ createdAt: 'desc' }, { id: 'asc' }] as const
  const mine = await db.calendarLink.findMany({
    where: { ...live, personId: actor.id },
    orderBy: [...orderBy],
    take: mostListed,
    ...columns,
  })
  const theirs = { ...live, personId: { not: actor.id } }
  const others = actor.roles.has('coordinator')
    ? await db.calendarLink.findMany({
        where: theirs,
        orderBy: [...orderBy],
        take: mostListed - mine.length,
        ...columns,
      })
    : []
  const mayEnd = actor.roles.has('coordinator') ? live : { ...live, personId: actor.id }
  const total = await db.calendarLink.count({ where: mayEnd })
  return linksCard(ctx, [...mine, ...others], {
    more: total - mine.length - others.length,
    teams: await teamsOf(ctx),
    ...(more.said === undefined ? {} : { said: more.said }),
  })
}
