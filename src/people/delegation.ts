import { record } from '../audit/record.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Context, UseCase } from '../context.ts'
import { type IntentOf, Right } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import { type FormReader, readForm } from '../conversation/form-values.ts'
import { peopleEntries } from '../conversation/picking/directories.ts'
import { readPick } from '../conversation/picking/read-pick.ts'
import { put } from '../outbox/put.ts'
import { fold } from '../texts/fold.ts'
import { delegationForm, delegationList, wordsOf } from './cards/delegation-cards.ts'
import { readDays } from './days.ts'
import { memberColumns } from './members.ts'
import { personNamed } from './named.ts'
import { nextId } from './next-id.ts'

/** Delegations a page. */
const perPage = 20
const shown = {
  person: { select: { key: true, name: true } },
  taker: { select: { key: true, name: true } },
  item: { select: { key: true } },
} as const

/** The form for a delegation, filled in with what was typed. */
export const startDelegation: UseCase<IntentOf<'delegation.save.form'>> = async (ctx, intent) => {
  const { item, from = dayIn(ctx.now, ctx.zone), to } = intent
  const named = intent.named === undefined ? undefined : await personNamed(ctx, intent.named)
  return { reply: { kind: 'form', form: delegationForm(ctx, { item, named, from, to }) } }
}

/**
 * Lets one person act for the member, from day to day (days of the committee's zone, both included), and tells both.
 * Refuses a name that is nobody's or several people's, somebody without a linked account, oneself, an unknown item, no
 * right at all and days that are none; the very same delegation again changes nothing.
 */
export const saveDelegation: UseCase<IntentOf<'delegation.save'>> = async (ctx, _intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const form = readForm(values, t)
  const { from, to } = readDays(form, { errors: t.errors, said: t.delegation }, dayIn(now, ctx.zone))
  const taker = await takerOf(ctx, form)
  const item = await itemOf(ctx, form)
  const rights = form.choices('rights', Right.options)
  if (rights.length === 0) form.fail('rights', t.delegation.noRights)
  form.check()
  if (taker === undefined) throw new Refusal('no-such-person', { person: '' })
  const itemId = item?.id ?? null
  const before = await db.delegation.findMany({ where: { personId: actor.id } })
  const wanted = { takerId: taker.id, rights: JSON.stringify(rights), itemId, fromDay: from, toDay: to }
  const there = before.some(
    (row) =>
      row.endedAt === null &&
      row.takerId === wanted.takerId &&
      row.rights === wanted.rights &&
      row.itemId === itemId &&
      row.fromDay === from &&
      row.toDay === to,
  )
  const id = nextId('delegation', actor.id, before.length)
  const said = wordsOf(ctx, { ...wanted, id, person: actor, taker, item: item ?? null })
  const text = t.delegation.saved(taker.name, said.rights, said.scope, said.span)
  const blocks = [
    { kind: 'text', text, tone: 'strong' } as const,
    { kind: 'text', text: t.delegation.intro, tone: 'subtle' } as const,
    {
      kind: 'buttons',
      buttons: [{ label: t.delegation.listTitle, intent: { kind: 'delegation.list' } } as const],
    } as const,
  ]
  const letter = { kind: 'delegation-given', delegation: id }
  return {
    reply: { kind: 'message', message: { text, blocks } },
    writes: there
      ? []
      : [
          db.delegation.create({ data: { id, personId: actor.id, ...wanted, at: now }, select: { id: true } }),
          record(db, {
            at: now,
            actor: actor.key,
            deed: 'delegation.save',
            subject: actor.key,
            facts: {
              delegation: id,
              taker: taker.key,
              rights: rights.join(' '),
              item: item?.key ?? null,
              from,
              to,
            },
          }),
          put(
            db,
            [
              { key: `delegation:${id}:${taker.id}`, personId: taker.id, letter },
              { key: `delegation:${id}:${actor.id}`, personId: actor.id, letter },
            ],
            now,
          ),
        ],
    rests: [],
  }
}

/** What I gave and what I got, present and coming; to a coordinator everybody's. */
export const listDelegations: UseCase<IntentOf<'delegation.list'>> = async (ctx, intent) => ({
  reply: { kind: 'message', message: await list(ctx, intent.page ?? 0) },
})

/** Ends a delegation before its day: the member, the delegate or a coordinator may. Who did not do it is told. */
export const endDelegation: UseCase<IntentOf<'delegation.end'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const row = await db.delegation.findUnique({ where: { id: intent.delegation }, include: shown })
  if (row === null) throw new Refusal('no-such-delegation')
  const parties = [row.personId, row.takerId]
  if (!parties.includes(actor.id) && !actor.roles.has('coordinator')) throw new Refusal('not-allowed')
  if (row.endedAt !== null || row.toDay < dayIn(now, ctx.zone)) {
    const message = await list(ctx, 0, undefined, t.delegation.endedAlready)
    return { reply: { kind: 'message', message, replaces: true } }
  }
  const letter = { kind: 'delegation-ended', delegation: row.id }
  const posts = parties
    .filter((personId) => personId !== actor.id)
    .map((personId) => ({ key: `delegation-ended:${row.id}:${personId}`, personId, letter }))
  return {
    reply: { kind: 'message', message: await list(ctx, 0, row.id, t.delegation.ended), replaces: true },
    writes: [
      db.delegation.update({ where: { id: row.id, endedAt: null }, data: { endedAt: now }, select: { id: true } }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'delegation.end',
        subject: row.person.key,
        facts: { delegation: row.id, taker: row.taker.key },
      }),
      put(db, posts, now),
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
    ...(actor.roles.has('coordinator') ? {} : { OR: [{ personId: actor.id }, { takerId: actor.id }] }),
    ...(without === undefined ? {} : { id: { not: without } }),
  }
  const pageCount = Math.max(1, Math.ceil((await db.delegation.count({ where })) / perPage))
  const at = Math.min(page, pageCount - 1)
  const rows = await db.delegation.findMany({
    where,
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    skip: at * perPage,
    take: perPage,
    include: shown,
  })
  return delegationList(ctx, rows, { at, pageCount }, said)
}

/** The one person who was picked; what is wrong with it is noted in the form. */
async function takerOf(ctx: Context, form: FormReader) {
  const { delegation: d } = ctx.texts
  const picked = readPick(ctx, form, 'taker', await peopleEntries(ctx))
  if (picked === undefined) return undefined
  const taker = await ctx.db.person.findUnique({ where: { id: picked.id }, select: memberColumns })
  if (taker === null) throw new Refusal('no-such-person', { person: picked.called[0] })
  if (taker.id === ctx.actor.id) form.fail('taker', d.oneself)
  else if ((await ctx.db.account.count({ where: { personId: taker.id } })) === 0)
    form.fail('taker', d.unlinked(taker.name))
  return taker
}

/** The item whose key was given, in any case and with or without diacritics; undefined for everything. */
async function itemOf(ctx: Context, form: FormReader) {
  const word = form.text('item', 40)
  if (word === '') return undefined
  const items = await ctx.db.workItem.findMany({ select: { id: true, key: true } })
  const found = items.find((item) => item.key === word) ?? items.find((item) => fold(item.key) === fold(word))
  if (found === undefined) form.fail('item', ctx.texts.delegation.noSuchItem(word))
  return found
}
