import { randomUUID } from 'node:crypto'
import { daysFromOpening, isWorkingDayCount } from '../../calendar/days-from-opening.ts'
import { dayIn, isDay, isTime } from '../../calendar/zoned.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { Refusal } from '../../contract/refusal.ts'
import { peopleById, peopleWithRole } from '../../people/members.ts'
import { withReach } from '../../people/reachable.ts'
import { openRounds } from '../boards/read-board.ts'
import { roundForm } from '../cards/round-form.ts'
import { roundPreview } from '../cards/round-preview.ts'
import { phase } from './phase.ts'
import { defaultTerms, type FirstTerms, RoundTermsInput, readTerms } from './round-terms.ts'
import { titleOf, titles } from './rounds.ts'

/** Items to choose from by a button; more are typed by their code. */
const mostItems = 25

/** The form for a new round on an item, or for a proposal already begun; without an item, the items to choose from. */
export const startRound: UseCase<IntentOf<'round.propose.form'>> = async (ctx, intent) => {
  const { texts: t, db } = ctx
  const given = givenIn(intent)
  if (intent.item === undefined) {
    const all = await db.workItem.findMany({ orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }] })
    // Before the list is cut: an item has one open round.
    const taken = new Set((await openRounds(ctx)).map((round) => round.itemId))
    const items = all.filter(({ id }) => !taken.has(id))
    const buttons = items.slice(0, mostItems).map((item) => ({
      label: `${item.key}: ${titleOf(item, ctx)}`,
      intent: { kind: 'round.propose.form', item: item.key, ...given } as const,
    }))
    const left = items.length - buttons.length
    const text = all.length === 0 ? t.plan.none : items.length === 0 ? t.round.allOpen : t.round.whichItem
    return {
      reply: {
        kind: 'message',
        message: {
          text,
          blocks: [
            { kind: 'text', text },
            ...(left > 0 ? [{ kind: 'text', text: t.round.moreItems(left), tone: 'subtle' } as const] : []),
            { kind: 'buttons', buttons },
          ],
        },
      },
    }
  }
  const item = await findItem(ctx, intent.item)
  await refuseLiveRound(ctx, item)
  const proposal = intent.proposal === undefined ? undefined : await loadProposal(ctx, intent.proposal)
  const latest = await db.round.findFirst({ where: { itemId: item.id }, orderBy: { number: 'desc' } })
  const terms = onToday(ctx, proposal?.terms ?? withGiven(defaultTerms(ctx, item.quarter, latest), given))
  const members = await peopleWithRole(ctx, 'member')
  const named = terms.asked === 'all' ? [] : await peopleById(ctx, terms.asked)
  return { reply: { kind: 'form', form: roundForm(ctx, item, terms, named, members.length, proposal?.id, given) } }
}

type Given = Omit<IntentOf<'round.propose.form'>, 'kind' | 'item' | 'proposal'>

/** What was typed of the terms; a day or time that is none no form opens with. A day is meant before a number of days. */
function givenIn({ day, time, workingDays, version }: IntentOf<'round.propose.form'>): Given {
  const named = day !== undefined && isDay(day)
  return {
    ...(named ? { day } : {}),
    ...(time !== undefined && isTime(time) ? { time } : {}),
    ...(workingDays === undefined || named ? {} : { workingDays }),
    ...(version === undefined ? {} : { version }),
  }
}

const withGiven = (terms: FirstTerms, { version, ...given }: Given): FirstTerms => ({
  ...terms,
  ...(given.day === undefined ? {} : { day: given.day }),
  ...(given.time === undefined ? {} : { time: given.time }),
  ...(given.workingDays === undefined ? {} : { workingDays: given.workingDays }),
  ...(version === undefined ? {} : { draftVersion: version }),
})

/** Working days end on the day that they would on an opening today; a number that cannot be stays as it was typed. */
function onToday({ calendar, zone, now }: Context, terms: FirstTerms): FirstTerms {
  const { workingDays } = terms
  if (workingDays === null || !isWorkingDayCount(workingDays)) return terms
  return { ...terms, day: daysFromOpening(calendar, dayIn(now, zone), workingDays).day }
}

/** Stores the filled form as a proposal and shows what opening it would do. Nobody is told anything yet. */
export const proposeRound: UseCase<IntentOf<'round.propose'>> = async (ctx, intent, values) => {
  const item = await findItem(ctx, intent.item)
  await refuseLiveRound(ctx, item)
  const terms = await readTerms(ctx, values, intent)
  const old = intent.proposal === undefined ? undefined : await loadProposal(ctx, intent.proposal)
  if (old !== undefined && old.itemId !== item.id) throw new Refusal('no-such-proposal')
  const proposal = { id: old?.id ?? randomUUID(), revision: (old?.revision ?? 0) + 1 }
  const data = { fields: JSON.stringify(terms), revision: proposal.revision, updatedAt: ctx.now }
  const write =
    old === undefined
      ? ctx.db.roundProposal.create({ data: { ...data, id: proposal.id, itemId: item.id, byId: ctx.actor.id } })
      : ctx.db.roundProposal.update({ where: { id: old.id, revision: old.revision }, data })
  // A newer preview takes the place of those that the same person had for this item.
  const others = ctx.db.roundProposal.deleteMany({
    where: { itemId: item.id, byId: ctx.actor.id, id: { not: proposal.id } },
  })
  const message = roundPreview(
    ctx,
    item,
    terms,
    await peopleAsked(ctx, terms),
    proposal,
    await fileOf(ctx, item, terms),
  )
  return { reply: { kind: 'message', message, replaces: true }, writes: [others, write], rests: [] }
}

/** The preview of a stored proposal, as it stands today. */
export const previewRound: UseCase<IntentOf<'round.preview'>> = async (ctx, intent) => {
  return { reply: { kind: 'message', message: await previewOf(ctx, await loadProposal(ctx, intent.proposal)) } }
}

/** The preview of a proposal that was loaded: who would be asked, and with what file, as it stands now. */
export async function previewOf(ctx: Context, proposal: Awaited<ReturnType<typeof loadProposal>>): Promise<Message> {
  const { item, terms } = proposal
  return roundPreview(ctx, item, terms, await peopleAsked(ctx, terms), proposal, await fileOf(ctx, item, terms))
}

/** The name of the file that stands for the version that would be asked about. */
async function fileOf({ db }: Context, item: { id: string }, terms: RoundTermsInput): Promise<string | undefined> {
  const found = await db.document.findFirst({
    where: { itemId: item.id, version: terms.draftVersion, liveKey: { not: null } },
    select: { name: true },
  })
  return found?.name
}

/** Throws a proposal away. One that is gone already is no error. */
export const discardProposal: UseCase<IntentOf<'round.discard'>> = async (ctx, intent) => {
  const text = ctx.texts.round.discarded
  return {
    reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] }, replaces: true },
    writes: [ctx.db.roundProposal.deleteMany({ where: { id: intent.proposal } })],
    rests: [],
  }
}

/** A stored proposal with its item. Refuses one that was opened or discarded. */
export async function loadProposal(ctx: Context, id: string) {
  const row = await ctx.db.roundProposal.findUnique({ where: { id }, include: { item: true } })
  if (row === null) throw new Refusal('no-such-proposal')
  return { ...row, terms: RoundTermsInput.parse(JSON.parse(row.fields)) }
}

/** Who a round on these terms would ask: all who are members today, or the people named. */
export const peopleAsked = async (ctx: Context, { asked }: Pick<RoundTermsInput, 'asked'>) =>
  await withReach(ctx, asked === 'all' ? await peopleWithRole(ctx, 'member') : await peopleById(ctx, asked))

/** A work item by its key. Refuses an unknown one. */
export async function findItem(ctx: Pick<Context, 'db'>, key: string) {
  const item = await ctx.db.workItem.findUnique({ where: { key } })
  if (item === null) throw new Refusal('no-such-item', { item: key })
  return item
}

/**
 * Refuses when the item has a round that still takes answers: one asking at a time. Gives one that has ended by its
 * deadline and is still to be settled.
 */
export async function refuseLiveRound(ctx: Context, item: { id: string; title: string; titleEn: string | null }) {
  const live = await ctx.db.round.findUnique({ where: { liveKey: item.id } })
  if (live !== null && phase(live, ctx.now) !== 'closed') throw new Refusal('round-live', titles(item, ctx))
  return live ?? undefined
}
