import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import { quarterOf, quarterStart } from '../../calendar/quarters.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Section, Tab } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import type { PageBody } from '../page-body.ts'
import { itemLine } from './item-line.ts'
import { type PlannedItem, readItems } from './read-items.ts'
import { yearParts } from './year-picture.ts'

type Plan = { readonly id: string; readonly year: number }

/** A year's plan: how far all of it has come, then its items by quarter, the present one marked. Without a year the present one, else the latest before it, else the first to come. Undefined for a year without a plan. */
export async function readPlan(
  ctx: Context,
  { year }: Extract<Place, { page: 'plan' }>,
): Promise<PageBody | undefined> {
  const { texts: t, actor, now, zone } = ctx
  const plans = await ctx.db.plan.findMany({
    orderBy: { year: 'asc' },
    select: { id: true, year: true, title: true, titleEn: true, sample: true },
  })
  const today = dayIn(now, zone)
  const plan = year === undefined ? ofToday(plans, today) : plans.find((one) => one.year === year)
  if (plan === undefined) return year === undefined ? noPlan(ctx) : undefined
  const items = await readItems(ctx, plan.id)
  const title = t.locale === 'en' ? (plan.titleEn ?? plan.title) : plan.title
  const quarters: readonly (string | null)[] = [
    ...new Set([
      ...[1, 2, 3, 4].map((number) => `${plan.year}-Q${number}`),
      ...items.flatMap(({ quarter }) => (quarter === null ? [] : [quarter])),
    ]),
    ...(items.some(({ quarter }) => quarter === null) ? [null] : []),
  ]
  return {
    under: 'plan',
    title: t.desk.plan.title(plan.year),
    trail: [],
    lead: [{ text: title, tone: 'subtle' }, ...(plan.sample ? [{ text: t.sample, tone: 'subtle' } as const] : [])],
    buttons: actor.roles.has('coordinator')
      ? [{ label: t.nudge.ladder.button, intent: { kind: 'ladder.save.form', year: plan.year } }]
      : [],
    main: [
      {
        id: 'year',
        title: t.desk.plan.inOneLook,
        note: { text: t.desk.plan.items(items.length), tone: 'subtle' },
        ...(plans.length > 1 ? { tabs: tabsOf(ctx, plans, plan) } : {}),
        parts: yearParts(ctx, plan.year, items),
      },
      ...quarters.map((quarter) => quarterSection(ctx, quarter, today, items)),
    ],
    aside: [],
  }
}

/** The plan of today's year, else the latest before it, else the first to come; of plans in the order of their years. */
function ofToday<P extends Plan>(plans: readonly P[], today: string): P | undefined {
  const year = Number(today.slice(0, 4))
  return plans.findLast((plan) => plan.year <= year) ?? plans[0]
}

const tabsOf = ({ texts: t }: Context, plans: readonly Plan[], shown: Plan): readonly Tab[] =>
  plans.map(({ year }) => ({
    ...{ label: t.desk.plan.year(year), place: { page: 'plan', year } },
    current: year === shown.year,
  }))

function quarterSection(ctx: Context, quarter: string | null, today: string, items: readonly PlannedItem[]): Section {
  const { texts: t, zone } = ctx
  const { plan } = t.desk
  const own = items.filter((item) => item.quarter === quarter)
  const due = derivedDeadline(ctx.calendar, zone, quarter)
  return {
    id: quarter ?? 'no-quarter',
    title: quarter === null ? plan.noQuarter : t.plan.quarterHeading(quarter),
    ...(quarter === quarterOf(today) ? { pill: { text: plan.now, tone: 'good' } } : {}),
    ...(due === undefined ? {} : { note: { text: plan.quarterDue(t.deadline(due, zone)), tone: 'subtle' } }),
    ...(quarter === null
      ? {}
      : { ways: [{ label: plan.visits, place: { page: 'visits', month: quarterStart(quarter).slice(0, 7) } }] }),
    parts:
      own.length === 0
        ? [{ kind: 'text', text: plan.noneIn, tone: 'subtle' }]
        : [{ kind: 'lines', lines: own.map((item) => itemLine(ctx, item)) }],
  }
}

const noPlan = ({ texts: t }: Context): PageBody => ({
  ...{ under: 'plan', title: t.desk.plan.noPlan, trail: [], lead: [], buttons: [], aside: [] },
  main: [{ id: 'none', title: t.desk.plan.name, parts: [{ kind: 'text', text: t.plan.none }] }],
})
