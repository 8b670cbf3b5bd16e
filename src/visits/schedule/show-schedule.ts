import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Button, Message } from '../../contract/message.ts'
import { nearestUnits, readVocabulary } from '../../conversation/vocabulary.ts'
import { type Answer, scheduleCard } from '../cards/schedule-card.ts'
import { type Sight, seesDetails, sightOf } from '../sight.ts'
import { firstVisit, readSchedule, type ScheduleFilter, type SeenVisit } from './read-schedule.ts'
import { type Resolved, resolveSchedule, type Scope } from './schedule-filter.ts'

/** Visits a page: within what a table takes on every platform. */
const perPage = 20
const mostLikely = 4

/**
 * Where teams go and when, as far as the actor may see it. What is not assigned or not stated is said so; where nothing
 * falls into the time asked about, the visit nearest to it is named; a name that is nobody's brings those like it.
 */
export const showSchedule: UseCase<IntentOf<'schedule.show'>> = async (ctx, { kind: _, page = 0, ...query }) => {
  const sight = await sightOf(ctx)
  const resolved = await resolveSchedule(ctx, query, sight)
  if (resolved.kind !== 'found') return { reply: { kind: 'message', message: await notFound(ctx, resolved, sight) } }
  const { filter, scope } = resolved
  const read = (at: number) => readSchedule(ctx, filter, sight, { skip: at * perPage, take: perPage })
  const first = await read(page)
  const pageCount = Math.max(1, Math.ceil(first.total / perPage))
  const at = Math.min(page, pageCount - 1)
  const { visits, total } = at === page ? first : await read(at)
  const partly = seesPartly(sight, scope) ? ({ ownOnly: true } as const) : {}
  const answer: Answer = { query, scope, visits, total, page: at, pageCount, ...partly }
  const whole = visits.length > 0 ? answer : { ...answer, ...(await nothing(ctx, answer, filter, sight)) }
  return { reply: { kind: 'message', message: scheduleCard(ctx, whole) } }
}

/** Whether there may be more of what was asked for than the actor is to know of: then nothing is said not to be. */
function seesPartly(sight: Sight, { mine, team }: Scope): boolean {
  if (sight.all || sight.others !== 'none' || mine === true) return false
  return team === undefined || !seesDetails(sight, { teamId: team.id, starts: null })
}

/** What is said where no visit was found. */
async function nothing(
  ctx: Context,
  answer: Answer,
  filter: ScheduleFilter,
  sight: Sight,
): Promise<Pick<Answer, 'nothing' | 'nearest' | 'assignable'>> {
  const { query, scope } = answer
  const { schedule: t } = ctx.texts
  const nearest = await nearestVisit(ctx, filter, sight)
  const near = nearest === undefined ? {} : { nearest }
  if (scope.mine === true && sight.duties.length === 0) return { nothing: t.noTeam }
  if (answer.ownOnly === true) return { nothing: t.noneShown, ...near }
  if (nearest === undefined && scope.unit !== undefined) {
    return await noneOf(ctx, scope.unit)
  }
  if (nearest === undefined && scope.team !== undefined)
    return { nothing: t.noneForTeam(ctx.texts.called(scope.team.name)) }
  const period = t.period(query.from, query.to)
  if (period !== '') return { nothing: t.noneIn(period), ...near }
  return { nothing: whoHasNone(scope, t), ...near }
}

/** Of a unit that a plan knows only by what was merged into it later, that is named: Hải Phòng was not inspected in 2020. */
async function noneOf(
  { db, texts }: Context,
  unit: NonNullable<Scope['unit']>,
): Promise<Pick<Answer, 'nothing' | 'assignable'>> {
  const { schedule: t, called } = texts
  const inspected = await db.unit.findMany({
    where: { id: { in: [...unit.ids] }, plans: { some: {} } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const [first] = inspected
  if (first === undefined) return { nothing: t.notInspected(called(unit.name)) }
  if (inspected.some(({ id }) => id === unit.id))
    return { nothing: t.noneForUnit(called(unit.name)), assignable: unit.id }
  const inspectedOnes = t.noneForUnit(texts.list(inspected.map(({ name }) => called(name))))
  return { nothing: `${t.notInspected(called(unit.name))} ${inspectedOnes}`, assignable: first.id }
}

function whoHasNone(scope: Scope, t: Context['texts']['schedule']): string {
  if (scope.mine === true) return t.noneMine
  return scope.person === undefined ? t.none : t.noneFor(scope.person.name)
}

/**
 * The next visit of the same scope after the time asked about, else the last one before it, else one without a date. Where
 * the next visit was asked for, one of today or without a date comes first.
 */
async function nearestVisit(
  ctx: Context,
  { from, to, next, since: _, ...scope }: ScheduleFilter,
  sight: Sight,
): Promise<SeenVisit | undefined> {
  const tries: readonly ScheduleFilter[] = [
    ...(to === undefined ? [] : [{ from: to }]),
    ...(next === true ? [{ since: sight.today }] : []),
    ...(from === undefined && to !== undefined ? [] : [{ to: from ?? sight.today, last: true }]),
    { undated: true },
  ]
  for (const time of tries) {
    const found = await firstVisit(ctx, { ...scope, ...time }, sight)
    if (found !== undefined) return found
  }
  return undefined
}

async function notFound(ctx: Context, resolved: Exclude<Resolved, { kind: 'found' }>, sight: Sight): Promise<Message> {
  const { schedule: t } = ctx.texts
  if (resolved.kind === 'several') {
    const text = t.several(
      resolved.named,
      resolved.people.map(({ key }) => key),
    )
    return { text, blocks: [{ kind: 'text', text, tone: 'warning' }] }
  }
  const text = sight.all ? t.unknown(resolved.named) : t.unknownForOthers(resolved.named)
  const likely = nearestUnits(await readVocabulary(ctx), resolved.named, mostLikely)
  const buttons = likely.map(
    (unit): Button => ({ label: ctx.texts.called(unit.name), intent: { kind: 'schedule.show', unit: unit.id } }),
  )
  return {
    text,
    blocks: [
      { kind: 'text', text, tone: 'warning' },
      ...(buttons.length === 0
        ? []
        : [{ kind: 'text', text: t.likely } as const, { kind: 'buttons', buttons } as const]),
    ],
  }
}
