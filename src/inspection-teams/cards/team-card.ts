import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Item, Message } from '../../contract/message.ts'
import { choiceOf } from '../../conversation/choices.ts'
import type { SeenVisit } from '../../visits/schedule/read-schedule.ts'
import { dutyOf, presentOn, type Seat, type SeenTeam } from '../read-team.ts'

/** Rows that a table takes on every platform. */
const mostTeams = 90
/** A team as large as that is looked after by importing its file. */
const mostButtons = 20

/** Every team with its leader of today and how many people it has, where the reader may see that. */
export function teamsCard(ctx: Context, teams: readonly SeenTeam[]): Message {
  const { teams: t, called } = ctx.texts
  const today = dayIn(ctx.now, ctx.zone)
  const shown = teams.slice(0, mostTeams)
  const known = shown.some((team) => team.seats !== undefined)
  const text = teams.length === 0 ? t.none : t.summary(teams.length)
  const rows = shown.map(({ name, seats }): readonly string[] => {
    if (!known) return [called(name)]
    if (seats === undefined) return [called(name), t.notShown, t.notShown]
    const present = presentOn(seats, today)
    const leaders = present.filter((seat) => seat.duty === 'leader').map((seat) => seat.person.name)
    return [called(name), leaders.length === 0 ? t.noLeader : ctx.texts.list(leaders), String(present.length)]
  })
  const options = shown.map(
    ({ key, name }) => ({ label: called(name), intent: { kind: 'team.show', team: key } }) as const,
  )
  return {
    text,
    title: t.title,
    blocks: [
      ...(rows.length === 0
        ? [{ kind: 'text', text: t.none } as const]
        : [{ kind: 'table', columns: known ? [t.team, t.leader, t.size] : [t.team], rows } as const]),
      ...(teams.length > shown.length
        ? [{ kind: 'text', text: t.more(teams.length - shown.length), tone: 'subtle' } as const]
        : []),
      ...(teams.some((team) => team.seats === undefined)
        ? [{ kind: 'text', text: t.ownOnly, tone: 'subtle' } as const]
        : []),
      ...choiceOf(ctx.texts, ctx.texts.choices.team, options),
    ],
  }
}

/**
 * One team: its people with duty and days, its next visits; for coordinators the ways to put people on and off.
 * `ownOnly`: others' visits are not to be known, not even that there is none.
 */
export function teamCard(ctx: Context, team: SeenTeam, visits: readonly SeenVisit[], ownOnly = false): Message {
  const { teams: t, visits: v, schedule, called } = ctx.texts
  const next = visits.map((visit) => {
    const when = schedule.when(visit.day, visit.details?.time ?? null, visit.lastDay)
    return t.visit(visit.code, called(visit.unit.name), when)
  })
  const ways: readonly Button[] = [
    { label: v.teamOf(called(team.name)), intent: { kind: 'schedule.show', team: team.key } },
    ...(ctx.actor.roles.has('coordinator')
      ? [{ label: t.add, intent: { kind: 'duty.save.form', team: team.key } } as const]
      : []),
    { label: t.button, intent: { kind: 'team.show' } },
  ]
  return {
    text: [called(team.name), ...next.slice(0, 1)].join('. '),
    title: called(team.name),
    blocks: [
      ...(team.seats === undefined
        ? [{ kind: 'text', text: t.ownOnly, tone: 'subtle' } as const]
        : peopleBlocks(ctx, team.seats)),
      { kind: 'text', text: next.length > 0 ? t.next : ownOnly ? schedule.noneShown : t.noVisits, tone: 'strong' },
      ...(next.length === 0 ? [] : [{ kind: 'list', items: next } as const]),
      { kind: 'buttons', buttons: ways },
    ],
  }
}

function peopleBlocks(ctx: Context, seats: readonly Seat[]): readonly Block[] {
  const { teams: t } = ctx.texts
  if (seats.length === 0) return [{ kind: 'text', text: t.nobody, tone: 'strong' }]
  const shown = seats.slice(0, mostTeams)
  const people = {
    kind: 'text',
    text: t.people(presentOn(seats, dayIn(ctx.now, ctx.zone)).length),
    tone: 'strong',
  } as const
  if (!ctx.actor.roles.has('coordinator') || seats.length > mostButtons) {
    const rows = shown.map((seat) => [seat.person.name, t.duties[dutyOf(seat.duty)], daysOf(ctx, seat)])
    return [people, { kind: 'table', columns: [t.who, t.duty, t.days], rows }]
  }
  const items = shown.map((seat): Item => {
    const duty = t.duties[dutyOf(seat.duty)]
    return {
      text: `${seat.person.name}: ${duty}, ${daysOf(ctx, seat)}`,
      own: {
        row: `${seat.person.name} (${duty})`,
        buttons: [{ label: t.end, intent: { kind: 'duty.end.form', duty: seat.id } }],
      },
    }
  })
  return [people, { kind: 'list', items }]
}

/** From when to when somebody sits on a team, in words; days of the committee, both included. */
export function daysOf(
  { texts }: Pick<Context, 'texts'>,
  { fromDay, toDay }: { readonly fromDay: string | null; readonly toDay: string | null },
): string {
  const { teams: t } = texts
  if (fromDay === null && toDay === null) return t.openSpan
  return [
    ...(fromDay === null ? [] : [t.from(texts.day(fromDay))]),
    ...(toDay === null ? [] : [t.until(texts.day(toDay))]),
  ].join(' ')
}
