import { randomUUID } from 'node:crypto'
import { record } from '../audit/record.ts'
import { dayIn, isDay } from '../calendar/zoned.ts'
import type { Context, UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import { type FormReader, readForm } from '../conversation/form-values.ts'
import { peopleEntries, teamEntries } from '../conversation/picking/directories.ts'
import { readPick } from '../conversation/picking/read-pick.ts'
import { takeTurn } from '../database/turns.ts'
import { put } from '../outbox/put.ts'
import { memberColumns } from '../people/members.ts'
import { personNamed, theOne } from '../people/named.ts'
import { dutyForm } from './cards/duty-forms.ts'
import { daysOf } from './cards/team-card.ts'
import { teamSaid } from './cards/team-said.ts'
import { givenKey } from './duty-notifications.ts'
import { overlap } from './duty-spans.ts'
import { dutyWarnings } from './duty-warnings.ts'
import { dutyKinds } from './read-team.ts'

/** The form that puts somebody on a team, filled in with what was said. Refuses a team or person that is none. */
export const editDuty: UseCase<IntentOf<'duty.save.form'>> = async (ctx, intent) => {
  const { db } = ctx
  const [teams, person] = await Promise.all([
    teamEntries(ctx),
    intent.person === undefined ? null : db.person.findUnique({ where: { id: intent.person }, select: memberColumns }),
  ])
  if (intent.person !== undefined && person === null) throw new Refusal('no-such-person', { person: intent.person })
  const team = teams.find(({ value }) => value === intent.team)
  if (intent.team !== undefined && team === undefined) throw new Refusal('no-such-team', { team: intent.team })
  const named = person === null && intent.named !== undefined ? await personNamed(ctx, intent.named) : undefined
  const given = { team, person: theOne(named) ?? person ?? undefined, named }
  const form = dutyForm(ctx, given, dayIn(ctx.now, ctx.zone))
  return { reply: { kind: 'form', form } }
}

/**
 * Puts somebody on a team from a day to a day (days of the committee, both included; no last day: until further notice)
 * and tells them. What speaks against it is said and forbids nothing. Refuses days that are none, and the same duty
 * twice at once; the very same duty again changes nothing.
 */
export const saveDuty: UseCase<IntentOf<'duty.save'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts } = ctx
  const { teams: t } = texts
  const turn = await takeTurn(db, 'duties')
  const form = readForm(values, texts)
  const team = await teamIn(ctx, form, intent.team)
  const found = readPick(ctx, form, 'person', await peopleEntries(ctx))
  const person = found && (await db.person.findUnique({ where: { id: found.id }, select: memberColumns }))
  const duty = form.choice('duty', dutyKinds)
  const days = readSpan(ctx, form)
  form.check()
  if (team === undefined || person == null || duty === undefined || days === undefined)
    throw new Refusal('no-such-person', { person: '' })
  const { from, to } = days
  const held = await db.duty.findMany({ where: { teamId: team.id, personId: person.id } })
  const span = { fromDay: from, toDay: to }
  const clashing = held.find((one) => one.duty === duty && overlap(one, span))
  const own = person.id === actor.id
  const words = [t.saved(person.name, texts.called(team.name), t.duties[duty], daysOf(ctx, span))]
  if (clashing?.fromDay === from && clashing.toDay === to)
    return { reply: teamSaid(ctx, team, [...words, t.savedAlready].join(' ')) }
  if (clashing !== undefined) form.fail('from', t.overlaps(daysOf(ctx, clashing)))
  form.check()
  const warnings = await dutyWarnings(ctx, { team, person, duty, ...span, held })
  // One that was dropped before it began stands there still, under the same key.
  const dropped = held.find((one) => one.duty === duty && one.fromDay === from)
  const id = dropped?.id ?? randomUUID()
  const letter = { kind: 'duty-given', duty: id }
  return {
    reply: teamSaid(ctx, team, [...words, ...(own ? [] : [t.told])].join(' '), warnings),
    writes: [
      ...turn,
      dropped === undefined
        ? db.duty.create({ data: { id, teamId: team.id, personId: person.id, duty, ...span }, select: { id: true } })
        : db.duty.update({ where: { id }, data: { toDay: to }, select: { id: true } }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'duty.save',
        subject: person.key,
        facts: { team: team.key, duty, from, to },
      }),
      ...(own ? [] : [put(db, [{ key: givenKey(id, String(now.getTime())), personId: person.id, letter }], now)]),
    ],
    rests: [],
  }
}

/** The team picked, else the one the form was opened for. */
async function teamIn(ctx: Context, form: FormReader, intended: string | undefined) {
  const entries = await teamEntries(ctx)
  const found = form.has('team')
    ? readPick(ctx, form, 'team', entries)
    : entries.find(({ value }) => value === intended)
  if (found === undefined) form.fail('team', ctx.texts.errors.required)
  return found === undefined ? undefined : { id: found.id, key: found.value, name: found.called[0] }
}

function readSpan({ now, zone, texts: t }: Context, form: FormReader) {
  const from = form.text('from', 10, true)
  const to = form.text('to', 10)
  if (from !== '' && !isDay(from)) form.fail('from', t.errors.badDay)
  if (to !== '' && !isDay(to)) form.fail('to', t.errors.badDay)
  if (!isDay(from) || (to !== '' && !isDay(to))) return undefined
  if (to !== '' && to < from) form.fail('to', t.teams.backwards)
  else if (to !== '' && to < dayIn(now, zone)) form.fail('to', t.teams.past)
  return { from, to: to === '' ? null : to }
}
