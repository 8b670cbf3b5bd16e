import { addDays } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Item } from '../../contract/message.ts'
import { spanWords } from '../../visits/cards/span-words.ts'
import { readSchedule, type Schedule, type SeenVisit } from '../../visits/schedule/read-schedule.ts'
import { leadsToday, type Sight, sightOf } from '../../visits/sight.ts'
import { visitColumns } from '../../visits/visits.ts'
import { labelOf } from '../../visits/which-visit.ts'

/** Requests that the first page names. */
const mostRequests = 5
/** How far back a report may be missing, in days, and how many such visits are named. */
const lookBack = 92
const mostMissing = 3

/** Requests to move a visit that wait, for coordinators; the next visit of whoever sits on a team, and for leaders the reports that are missing. */
export async function visitsAtHome(ctx: Context): Promise<readonly Block[]> {
  const [requests, own] = await Promise.all([waitingRequests(ctx), ownVisits(ctx)])
  return [...requests, ...own]
}

async function waitingRequests(ctx: Context): Promise<readonly Block[]> {
  if (!ctx.actor.roles.has('coordinator')) return []
  const { moves: t } = ctx.texts
  const where = { state: 'waiting' }
  const count = await ctx.db.moveRequest.count({ where })
  if (count === 0) return []
  const rows = await ctx.db.moveRequest.findMany({
    where,
    orderBy: { at: 'asc' },
    take: mostRequests,
    include: { visit: visitColumns },
  })
  return [
    { kind: 'text', text: t.homeRequests(count), tone: 'strong' },
    {
      kind: 'list',
      items: rows.map((row): Item => {
        const visit = labelOf(ctx, row.visit)
        const see: Button = { label: t.homeSee, intent: { kind: 'visit.show', visit: row.visit.id } }
        return { text: t.homeRequest(visit, spanWords(ctx, row)), own: { row: visit, buttons: [see] } }
      }),
    },
    ...(count > rows.length ? [{ kind: 'text', text: t.homeMore(count - rows.length), tone: 'subtle' } as const] : []),
  ]
}

async function ownVisits(ctx: Context): Promise<readonly Block[]> {
  const sight = await sightOf(ctx)
  if (sight.duties.length === 0) return []
  const { moves: t } = ctx.texts
  const [next, missing] = await Promise.all([
    readSchedule(ctx, { personId: ctx.actor.id, next: true }, sight, { skip: 0, take: 1 }),
    unreported(ctx, sight),
  ])
  const coming = next.visits.map((visit): Block => {
    const show: Button = { label: ctx.texts.visits.show, intent: { kind: 'visit.show', visit: visit.id } }
    const text = t.homeNext(lineOf(ctx, visit))
    return { kind: 'text', text, tone: 'strong', own: { row: visit.code, buttons: [show] } }
  })
  const reports = missing.visits.map((visit): Item => {
    const report: Button = {
      ...{ label: t.homeReport, style: 'primary' },
      intent: { kind: 'visit.report.form', visit: visit.id },
    }
    return { text: lineOf(ctx, visit), own: { row: visit.code, buttons: [report] } }
  })
  return [
    ...coming,
    ...(missing.total === 0
      ? []
      : [
          { kind: 'text', text: t.homeMissing(missing.total), tone: 'strong' } as const,
          { kind: 'list', items: reports } as const,
        ]),
  ]
}

/** The visits that are over and not reported, of teams that the actor leads today: the oldest, and how many. */
async function unreported(ctx: Context, sight: Sight): Promise<Schedule> {
  const teamIds = [...new Set(sight.duties.map((duty) => duty.teamId))].filter((teamId) => leadsToday(sight, teamId))
  if (teamIds.length === 0) return { visits: [], total: 0 }
  const filter = { teamIds, from: addDays(sight.today, -lookBack), to: sight.today, unreported: true }
  return await readSchedule(ctx, filter, sight, { skip: 0, take: mostMissing })
}

const lineOf = ({ texts }: Context, visit: SeenVisit): string =>
  texts.teams.visit(
    visit.code,
    texts.called(visit.unit.name),
    texts.schedule.when(visit.day, visit.details?.time ?? null, visit.lastDay),
  )
