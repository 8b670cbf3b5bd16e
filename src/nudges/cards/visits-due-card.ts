import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { lineOf, tableOf } from '../../visits/cards/schedule-card.ts'
import type { SeenVisit } from '../../visits/schedule/read-schedule.ts'
import type { VisitStep } from '../visits/visit-steps.ts'

/** One visit of a reminder as it stands now. */
export type VisitItem = {
  readonly step: VisitStep
  readonly code: string
  /** Whether the visit begins when it began as the reminder was made. */
  readonly moved: boolean
  /** What the reader may see of it; absent once they are not on its team on its day. */
  readonly visit?: SeenVisit
  /** What the reader may do: as its leader of today, of its day, or as a coordinator. */
  readonly confirms: boolean
  readonly reports: boolean
  /** The team has no leader on its day, so that everybody is asked. */
  readonly leaderless: boolean
}

/** Visits with buttons of their own; more are in the table. */
const inFull = 5
/** How many visits the notification names. */
const mostNamed = 3

type Asked = VisitItem & { readonly visit: SeenVisit }

/** A reminder of visits, on what stands now: those that are done, called off, moved or gone to others stop asking. */
export function visitsDueCard(ctx: Context, items: readonly VisitItem[]): Message {
  const { texts: t } = ctx
  const r = t.visitReminders
  const asked = items.filter((item): item is Asked => isAsked(ctx, item))
  const ended = items.filter((item) => !isAsked(ctx, item)).map((item) => endOf(ctx, item))
  const list: readonly Block[] = ended.length === 0 ? [] : [{ kind: 'list', items: ended }]
  if (asked.length === 0) {
    const [only] = ended
    const text = only !== undefined && ended.length === 1 ? only : r.settled
    return { text, blocks: [{ kind: 'text', text }, ...(ended.length === 1 ? [] : list), buttons([mine(ctx)])] }
  }
  const reports = asked.filter(({ step }) => step === 'report')
  const said = saidOf(ctx, asked, reports.length)
  const unconfirmed = asked.some((item) => asksToConfirm(item))
  const mixed = reports.length > 0 && reports.length < asked.length
  return {
    text:
      asked.length === 1 ? said : [said, ...asked.slice(0, mostNamed).map((item) => lineOf(ctx, item.visit))].join(' '),
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      tableOf(
        ctx,
        asked.map((item) => item.visit),
      ),
      ...(mixed ? [{ kind: 'text', text: r.waiting(reports.map(({ code }) => code)) } as const] : []),
      ...(unconfirmed ? [{ kind: 'text', text: r.confirm } as const] : []),
      ...(reports.some(({ leaderless }) => leaderless)
        ? [{ kind: 'text', text: r.noLeader, tone: 'subtle' } as const]
        : []),
      ...list,
      { kind: 'text', text: r.why, tone: 'subtle' },
      // Last, since a platform that has to shorten a message keeps the buttons that end it.
      ...(asked.length === 1
        ? asked.map((item) => buttons(entryButtons(ctx, item, '')))
        : [...asked.slice(0, inFull).map((item) => ofOne(ctx, item)), buttons([mine(ctx)])]),
    ],
  }
}

/** What can be done about one visit of several, under its name. */
const ofOne = (ctx: Context, item: Asked): Block => ({
  kind: 'buttons',
  label: `${item.code}: ${ctx.texts.called(item.visit.unit.name)}`,
  buttons: entryButtons(ctx, item, `: ${item.code}`),
})

function isAsked({ now }: Pick<Context, 'now'>, { step, visit, moved }: VisitItem): boolean {
  if (visit === undefined || visit.state === 'done' || visit.state === 'cancelled' || moved) return false
  const { starts = null, ends = null } = visit.details ?? {}
  if (starts === null) return false
  return step === 'report' ? now >= (ends ?? starts) : now < starts
}

function saidOf(ctx: Context, asked: readonly Asked[], reports: number): string {
  const r = ctx.texts.visitReminders
  const [only] = asked
  if (only === undefined || asked.length > 1) return r.many(ctx.actor, asked.length - reports, reports)
  const line = lineOf(ctx, only.visit)
  return only.step === 'report' ? r.report(line) : r.soon(line)
}

const asksToConfirm = ({ step, confirms, visit }: Asked): boolean =>
  step !== 'report' && confirms && visit.state === 'planned'

function entryButtons({ texts: t }: Context, item: Asked, suffix: string): readonly Button[] {
  const { id, revision } = item.visit
  const show: Button = { label: t.visits.show + suffix, intent: { kind: 'visit.show', visit: id } }
  if (item.step === 'report' && item.reports)
    return [
      { label: t.visits.reportButton + suffix, style: 'primary', intent: { kind: 'visit.report.form', visit: id } },
      show,
    ]
  if (!asksToConfirm(item)) return [show]
  return [
    { label: t.visits.confirm + suffix, style: 'primary', intent: { kind: 'visit.confirm', visit: id, revision } },
    show,
  ]
}

/** How it ended for a visit that nothing is asked about any more. */
function endOf({ texts: t }: Context, { code, visit, step, moved }: VisitItem): string {
  const r = t.visitReminders
  if (visit === undefined) return r.notYours(code)
  const { unit, state, day, details } = visit
  const called = t.called(unit.name)
  if (state === 'cancelled') return r.cancelled(code, called)
  if (state === 'done') return r.done(code, called)
  if (step !== 'report' && !moved) return r.begun(code, called)
  return r.moved(code, called, t.schedule.when(day, details?.time ?? null))
}

const mine = ({ texts: t }: Context): Button => ({
  label: t.visitReminders.mine,
  intent: { kind: 'schedule.show', mine: true },
})

const buttons = (all: readonly Button[]): Block => ({ kind: 'buttons', buttons: all })
