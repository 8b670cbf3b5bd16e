import { derivedDeadline } from '../calendar/derived-deadline.ts'
import { parseQuarter, quarterEnd, quarterOf, quarterStart } from '../calendar/quarters.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Context, UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import type { Block, Button } from '../contract/message.ts'
import { Refusal } from '../contract/refusal.ts'
import { choiceOf } from '../conversation/choices.ts'
import { openPageButton } from '../conversation/open-page.ts'
import { itemDraft } from '../documents/cards/item-draft.ts'
import { deadlineFacts, roundThatCounts, shortDeadline } from '../opinions/rounds/deadline-that-stands.ts'
import { phase } from '../opinions/rounds/phase.ts'
import { agencyOf } from '../opinions/rounds/rounds.ts'
import { emptyQuarter } from './empty-quarter.ts'

type Titled = { readonly title: string; readonly titleEn: string | null }
type Typed = { readonly type: string; readonly typeEn: string | null }

/**
 * The current plan, all of it or one quarter's items, each with the deadline that stands for it; another year's quarter is
 * that year's plan, where there is one. What the source does not state is shown as not stated, and the default deadlines,
 * which it does not state either, as derived.
 */
export const showPlan: UseCase<IntentOf<'plan.show'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const asked = await planOf(ctx, intent.quarter)
  const plan = asked ?? (await currentPlan(ctx))
  if (plan === null)
    return { reply: { kind: 'message', message: { text: t.plan.none, blocks: [{ kind: 'text', text: t.plan.none }] } } }
  const wanted = intent.quarter === 'none' ? null : intent.quarter
  const quarters = [...new Set(plan.items.map((item) => item.quarter))].sort(byQuarter)
  const chosen = wanted === undefined ? quarters : [wanted]
  const blocks: Block[] = []
  for (const quarter of chosen) {
    const items = plan.items.filter((item) => item.quarter === quarter)
    blocks.push(heading(ctx, quarter))
    if (items.length === 0) blocks.push(...(await emptyQuarter(ctx, quarter, asked !== null)))
    else {
      const columns = [t.plan.key, t.plan.item, t.plan.agency, t.plan.deadlineColumn]
      const rows = items.map((item) => [
        item.key,
        t.round.title(typeIn(item, ctx), titleIn(item, ctx)),
        agencyOf(item, t),
        shortDeadline(ctx, roundThatCounts(item.rounds)),
      ])
      blocks.push({ kind: 'table', columns, rows })
    }
  }
  const shown = plan.items.filter((item) => chosen.includes(item.quarter))
  const options = shown.map(
    (item) => ({ label: `${item.key}: ${titleIn(item, ctx)}`, intent: { kind: 'item.show', item: item.key } }) as const,
  )
  blocks.push(...choiceOf(t, t.choices.item, options))
  const choices = quarters
    .filter((quarter) => quarter !== wanted)
    .map(
      (quarter): Button => ({
        label: quarter === null ? t.buttons.noQuarter : t.buttons.quarter(quarter),
        intent: { kind: 'plan.show', quarter: quarter ?? 'none' },
      }),
    )
  const visits: readonly Button[] = typeof wanted !== 'string' ? [] : [visitsIn(ctx, wanted)]
  const onPage = ctx.audience === 'private' ? [openPageButton(t, { page: 'plan', year: plan.year })] : []
  const ways = [...choices, ...visits, ...onPage]
  if (ways.length > 0) blocks.push({ kind: 'buttons', buttons: ways })
  if (ctx.actor.roles.has('coordinator') && ctx.audience === 'private') {
    const ladder: Button = { label: t.nudge.ladder.button, intent: { kind: 'ladder.save.form', year: plan.year } }
    blocks.push({ kind: 'buttons', buttons: [ladder] })
  }
  if (plan.sample) blocks.push({ kind: 'text', text: t.sample, tone: 'subtle' })
  const title = t.locale === 'en' ? (plan.titleEn ?? plan.title) : plan.title
  return { reply: { kind: 'message', message: { text: title, title, blocks } } }
}

/** One work item: what the plan states of it, the deadline that stands, its latest round, and its draft. */
export const showItem: UseCase<IntentOf<'item.show'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const item = await ctx.db.workItem.findUnique({
    where: { key: intent.item },
    include: { plan: { select: { sample: true } }, rounds: { orderBy: { number: 'desc' } } },
  })
  if (item === null) throw new Refusal('no-such-item', { item: intent.item })
  const counts = roundThatCounts(item.rounds)
  const round = counts?.liveKey != null ? counts : item.rounds[0]
  const isCoordinator = ctx.actor.roles.has('coordinator') && ctx.audience === 'private'
  const start: Button = {
    label: t.buttons.openRound,
    style: 'primary',
    intent: { kind: 'round.propose.form', item: item.key },
  }
  const draft = await itemDraft(ctx, item)
  const buttons: readonly Button[] = [
    ...(round === undefined
      ? []
      : [{ label: t.buttons.status, intent: { kind: 'board.show', round: round.id } } as const]),
    ...draft.buttons,
    ...(isCoordinator && (round === undefined || round.state !== 'open') ? [start] : []),
    ...(counts === undefined && item.quarter === null
      ? []
      : [{ label: t.explain.why, intent: { kind: 'date.explain', item: item.key } } as const]),
    { label: t.buttons.plan, intent: { kind: 'plan.show', quarter: item.quarter ?? 'none' } },
  ]
  const facts = [
    { label: t.plan.key, value: item.key },
    { label: t.plan.type, value: typeIn(item, ctx) },
    { label: t.plan.quarter, value: item.quarter === null ? t.notStated : t.quarter(item.quarter) },
    { label: t.plan.agency, value: agencyOf(item, t) },
    ...deadlineFacts(ctx, item, counts),
    {
      label: t.plan.round,
      value:
        round === undefined
          ? t.plan.noRound
          : `${t.round.number(round.number)}, ${t.board.phase[phase(round, ctx.now)]}`,
    },
    ...draft.facts,
  ]
  const blocks: readonly Block[] = [
    { kind: 'facts', facts },
    ...(item.note === null ? [] : [{ kind: 'text', text: t.plan.agencyNote, tone: 'subtle' } as const]),
    { kind: 'buttons', buttons },
    ...(item.plan.sample ? [{ kind: 'text', text: t.sample, tone: 'subtle' } as const] : []),
  ]
  const title = titleIn(item, ctx)
  return { reply: { kind: 'message', message: { text: title, title, blocks } } }
}

const include = { items: { orderBy: { position: 'asc' }, include: { rounds: true } } } as const

/** The plan of a quarter's year. */
const planOf = async ({ db }: Pick<Context, 'db'>, quarter: string | undefined) => {
  const year = parseQuarter(quarter ?? '')?.year
  return year === undefined ? null : await db.plan.findUnique({ where: { year }, include })
}

/** The plan of the current year in the committee's zone, else the latest one before or after it; null when there is none. */
async function currentPlan(ctx: Pick<Context, 'db' | 'now' | 'zone'>) {
  const year = Number(dayIn(ctx.now, ctx.zone).slice(0, 4))
  const past = await ctx.db.plan.findFirst({ where: { year: { lte: year } }, orderBy: { year: 'desc' }, include })
  return past ?? (await ctx.db.plan.findFirst({ orderBy: { year: 'asc' }, include }))
}

function heading(ctx: Context, quarter: string | null): Block {
  const { texts: t } = ctx
  if (quarter === null) return { kind: 'text', text: t.plan.noQuarter, tone: 'strong' }
  const due = derivedDeadline(ctx.calendar, ctx.zone, quarter)
  const now = quarterOf(dayIn(ctx.now, ctx.zone)) === quarter ? ` (${t.plan.now})` : ''
  const derived = due === undefined ? '' : `. ${t.plan.deadline}: ${t.deadline(due, ctx.zone)}`
  return { kind: 'text', text: `${t.plan.quarterHeading(quarter)}${now}${derived}`, tone: 'strong' }
}

/** The inspections of a quarter, which the plan counts beside its items. */
const visitsIn = ({ texts: t }: Context, quarter: string): Button => ({
  label: t.schedule.button,
  intent: { kind: 'schedule.show', from: quarterStart(quarter), to: quarterEnd(quarter) },
})

const byQuarter = (a: string | null, b: string | null) => (a ?? '9').localeCompare(b ?? '9')
const titleIn = (item: Titled, ctx: Context) => (ctx.texts.locale === 'en' ? (item.titleEn ?? item.title) : item.title)
const typeIn = (item: Typed, ctx: Context) => (ctx.texts.locale === 'en' ? (item.typeEn ?? item.type) : item.type)
