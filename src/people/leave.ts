import { record } from '../audit/record.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Context, UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import type { Reply } from '../contract/reply.ts'
import { readForm } from '../conversation/form-values.ts'
import { peopleEntries } from '../conversation/picking/directories.ts'
import { readPick } from '../conversation/picking/read-pick.ts'
import { put } from '../outbox/put.ts'
import { leaveForm, leaveList } from './cards/leave-cards.ts'
import { readDays } from './days.ts'
import { type Member, memberColumns } from './members.ts'
import { type Named, personNamed, theOne } from './named.ts'
import { nextId } from './next-id.ts'

/** Leaves a page. */
const perPage = 20
const person = { select: { key: true, name: true } } as const

/** The form for a leave, filled in with what was typed; a coordinator may choose whose it is. */
export const startLeave: UseCase<IntentOf<'leave.save.form'>> = async (ctx, intent) => {
  const named = await namedIn(ctx, intent)
  const who = theOne(named) ?? (await whose(ctx, intent.person))
  const asked = ctx.actor.roles.has('coordinator') ? (named ?? who) : undefined
  const from = intent.from ?? dayIn(ctx.now, ctx.zone)
  return { reply: { kind: 'form', form: leaveForm(ctx, asked, { from, to: intent.to }) } }
}

/** Whom typed words mean; nobody but the actor where they mean themselves. Refuses another's to who may not enter it. */
async function namedIn(ctx: Context, intent: IntentOf<'leave.save.form'>): Promise<Named | undefined> {
  if (intent.named === undefined || intent.person !== undefined) return undefined
  const named = await personNamed(ctx, intent.named)
  if (ctx.actor.roles.has('coordinator')) return named
  const mine = (person: { readonly id: string }) => person.id === ctx.actor.id
  if (named.kind === 'one' ? mine(named.person) : named.kind === 'several' && named.people.some(mine)) return undefined
  throw new Refusal('leave-of-another', { person: theOne(named)?.name ?? named.word })
}

/**
 * Stores a leave (days of the committee's zone, both included) and tells the person where another entered it. Refuses
 * days that are no leave, and those that overlap with a leave of theirs; the very same leave again changes nothing.
 */
export const saveLeave: UseCase<IntentOf<'leave.save'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const form = readForm(values, t)
  const { from, to } = readDays(form, { errors: t.errors, said: t.leave }, dayIn(now, ctx.zone))
  const note = form.text('note', 300)
  const asked = actor.roles.has('coordinator') && form.has('person')
  const chosen = asked ? readPick(ctx, form, 'person', await peopleEntries(ctx)) : undefined
  form.check()
  const who = await whose(ctx, chosen === undefined ? intent.person : chosen.id)
  const before = await db.absence.findMany({ where: { personId: who.id } })
  const shown = [t.day(from), t.day(to)] as const
  const text = who.id === actor.id ? t.leave.saved(...shown) : t.leave.savedFor(who.name, ...shown)
  const reply = done(ctx, text)
  const clashing = before.find((leave) => leave.endedAt === null && leave.fromDay <= to && leave.toDay >= from)
  if (clashing?.fromDay === from && clashing.toDay === to) return { reply }
  if (clashing !== undefined) form.fail('from', t.leave.overlaps(t.day(clashing.fromDay), t.day(clashing.toDay)))
  form.check()
  const id = nextId('leave', who.id, before.length)
  const byId = who.id === actor.id ? null : actor.id
  return {
    reply,
    writes: [
      db.absence.create({
        data: { id, personId: who.id, fromDay: from, toDay: to, note: note || null, byId, at: now },
        select: { id: true },
      }),
      record(db, { at: now, actor: actor.key, deed: 'leave.save', subject: who.key, facts: { leave: id, from, to } }),
      ...(byId === null
        ? []
        : [put(db, [{ key: `leave:${id}`, personId: who.id, letter: { kind: 'leave-entered', leave: id } }], now)]),
    ],
    rests: [],
  }
}

/** My present and coming leaves, to a coordinator everybody's, in the order of their beginning. */
export const listLeave: UseCase<IntentOf<'leave.list'>> = async (ctx, intent) => ({
  reply: { kind: 'message', message: await list(ctx, intent.page ?? 0) },
})

/** Ends a leave before its day; what has ended already stays as it was. */
export const endLeave: UseCase<IntentOf<'leave.end'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const leave = await db.absence.findUnique({ where: { id: intent.leave }, include: { person } })
  if (leave === null) throw new Refusal('no-such-leave')
  if (leave.personId !== actor.id && !actor.roles.has('coordinator')) throw new Refusal('not-allowed')
  if (leave.endedAt !== null || leave.toDay < dayIn(now, ctx.zone))
    return { reply: { kind: 'message', message: await list(ctx, 0, undefined, t.leave.endedAlready), replaces: true } }
  const told = { key: `leave-ended:${leave.id}`, personId: leave.personId }
  return {
    reply: { kind: 'message', message: await list(ctx, 0, leave.id, t.leave.ended), replaces: true },
    writes: [
      db.absence.update({ where: { id: leave.id, endedAt: null }, data: { endedAt: now }, select: { id: true } }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'leave.end',
        subject: leave.person.key,
        facts: { leave: leave.id, from: leave.fromDay, to: leave.toDay },
      }),
      ...(leave.personId === actor.id
        ? []
        : [put(db, [{ ...told, letter: { kind: 'leave-ended', leave: leave.id } }], now)]),
    ],
    rests: [],
  }
}

/** One page of what is or will be, without the one that is ending now. */
async function list(ctx: Context, page: number, without?: string, said?: string) {
  const { db, actor } = ctx
  const where = {
    endedAt: null,
    toDay: { gte: dayIn(ctx.now, ctx.zone) },
    ...(actor.roles.has('coordinator') ? {} : { personId: actor.id }),
    ...(without === undefined ? {} : { id: { not: without } }),
  }
  const pageCount = Math.max(1, Math.ceil((await db.absence.count({ where })) / perPage))
  const at = Math.min(page, pageCount - 1)
  const rows = await db.absence.findMany({
    where,
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    skip: at * perPage,
    take: perPage,
    include: { person },
  })
  return leaveList(ctx, rows, { at, pageCount }, said)
}

/** The actor, or for a coordinator the person with this id. Refuses another's to everybody else. */
async function whose({ db, actor }: Context, id: string | undefined): Promise<Member> {
  if (id === undefined || id === actor.id) return actor
  if (!actor.roles.has('coordinator')) throw new Refusal('not-allowed')
  const found = await db.person.findUnique({ where: { id }, select: memberColumns })
  if (found === null) throw new Refusal('no-such-person', { person: id })
  return found
}

function done({ texts: t }: Context, text: string): Reply {
  return {
    kind: 'message',
    message: {
      text,
      blocks: [
        { kind: 'text', text, tone: 'strong' },
        { kind: 'text', text: t.leave.intro, tone: 'subtle' },
        { kind: 'buttons', buttons: [{ label: t.leave.listTitle, intent: { kind: 'leave.list' } }] },
      ],
    },
  }
}
