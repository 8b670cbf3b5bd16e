import { dayIn, isDay, isTime } from '../../calendar/zoned.ts'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Invalid, Refusal } from '../../contract/refusal.ts'
import { requireNewest } from '../../conversation/previews.ts'
import { conflictBlocks } from '../cards/conflicts-block.ts'
import { spanWords } from '../cards/span-words.ts'
import { readConflicts } from '../conflicts/read-conflicts.ts'
import { refuseEnded } from '../ended.ts'
import { overtakeRequests } from '../move-requests/move-requests.ts'
import { findTeam } from '../schedule/schedule-filter.ts'
import { isMoved, type Terms, type Visit, visitColumns } from '../visits.ts'
import { changeVisit, createVisit, peopleOf, readConcerned } from './change-visit.ts'
import { previewOf } from './edit-visit.ts'
import { refuseTwin } from './twin-visit.ts'
import { readTimes } from './visit-terms.ts'

/**
 * Stores what the preview showed and tells everybody concerned once. Refuses a visit that has changed since the preview,
 * and one that is there already; pressed twice, it is stored once.
 */
export const saveVisit: UseCase<IntentOf<'visit.save'>> = async (ctx, intent) => {
  const { db, texts: t } = ctx
  const [team, unit, before] = await Promise.all([
    findTeam(ctx, intent.team),
    db.unit.findUnique({ where: { id: intent.unit }, select: { id: true, name: true } }),
    db.visit.findUnique({ where: { id: intent.visit }, ...visitColumns }),
  ])
  if (unit === null) throw new Refusal('no-such-unit')
  const terms = termsOf(ctx, intent, team.id, before)
  if (before !== null && isSame(before, terms)) return alreadySaved(ctx, intent.visit)
  if (intent.revision > 0 && before === null) throw new Refusal('no-such-visit')
  refuseEnded(before ?? undefined)
  if ((before?.revision ?? 0) !== intent.revision) throw new Refusal('visit-changed')
  const rests = await requireNewest(ctx, previewOf(before, team.id, unit.id), intent.preview)
  const year = terms.starts === null ? (before?.year ?? (await planYear(ctx))) : yearOf(ctx, terms.starts)
  await refuseTwin(ctx, { id: intent.visit, ...terms, year })
  const why = intent.reason === undefined ? {} : { reason: intent.reason }
  const concerned = await readConcerned(ctx, [team.id, ...(before === null ? [] : [before.teamId])])
  const writes =
    before === null
      ? createVisit(ctx, { id: intent.visit, number: await nextNumber(ctx), year, ...terms }, concerned)
      : [
          ...changeVisit(ctx, before, { ...terms, ...why }, concerned),
          // Another place or note leaves a wish to move it as it is.
          ...(isMoved(before, terms) ? await overtakeRequests(ctx, before.id) : []),
        ]
  const told = peopleOf(concerned, before, terms).filter((person) => person !== ctx.actor.id)
  const conflicts = await readConflicts(ctx, { visitId: intent.visit, ...terms })
  const text = t.visits.saved(told.length)
  const way = { label: t.visits.show, intent: { kind: 'visit.show', visit: intent.visit } } as const
  return {
    reply: {
      kind: 'message',
      replaces: true,
      message: {
        text,
        blocks: [
          { kind: 'text', text, tone: 'strong' },
          { kind: 'text', text: `${t.called(team.name)}: ${t.called(unit.name)}, ${spanWords(ctx, terms)}` },
          ...(conflicts.length === 0 ? [] : conflictBlocks(ctx, conflicts)),
          { kind: 'buttons', buttons: [way] },
        ],
      },
    },
    writes,
    rests,
  }
}

/** What the preview carried, read anew: a button is never trusted. An absent note or place stays as it is. */
function termsOf(ctx: Context, intent: IntentOf<'visit.save'>, teamId: string, before: Visit | null): Terms {
  const { errors } = ctx.texts
  const { day, endDay, time, endTime } = intent
  if ([day, endDay].some((one) => one !== undefined && !isDay(one))) throw new Invalid(errors.badDay)
  if ([time, endTime].some((one) => one !== undefined && !isTime(one))) throw new Invalid(errors.badTime)
  const { starts, ends, problems } = readTimes(intent, ctx.zone, ctx.texts)
  const [problem] = Object.values(problems)
  if (problem !== undefined) throw new Invalid(problem)
  const words = (given: string | undefined, stands: string | null | undefined) =>
    given === undefined ? (stands ?? null) : given.trim() || null
  return {
    teamId,
    unitId: intent.unit,
    starts,
    ends,
    place: words(intent.place, before?.place),
    note: words(intent.note, before?.note),
  }
}

const isSame = (visit: Visit, terms: Terms): boolean =>
  visit.state !== 'cancelled' && !isMoved(visit, terms) && visit.place === terms.place && visit.note === terms.note

function alreadySaved({ texts: t }: Context, visit: string): Outcome {
  const text = t.visits.savedAlready
  const way = { label: t.visits.show, intent: { kind: 'visit.show', visit } } as const
  const blocks = [{ kind: 'text', text } as const, { kind: 'buttons', buttons: [way] } as const]
  return { reply: { kind: 'message', message: { text, blocks }, replaces: true } }
}

const yearOf = (ctx: Context, at: Date): number => Number(dayIn(at, ctx.zone).slice(0, 4))

/** The plan that an assignment without a date belongs to: this year's, else the latest before it, else the first. */
async function planYear(ctx: Context): Promise<number> {
  const year = yearOf(ctx, ctx.now)
  const past = await ctx.db.plan.findFirst({ where: { year: { lte: year } }, orderBy: { year: 'desc' } })
  const plan = past ?? (await ctx.db.plan.findFirst({ orderBy: { year: 'asc' } }))
  return plan?.year ?? year
}

/** The number after the highest: of two that are planned at the same moment one is refused, and decided again. */
async function nextNumber({ db }: Context): Promise<number> {
  const { _max } = await db.visit.aggregate({ _max: { number: true } })
  return (_max.number ?? 0) + 1
}
