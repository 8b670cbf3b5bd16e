import type { Context } from '../../context.ts'
import type { ScheduleQuery } from '../../contract/intent.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { choiceOf } from '../../conversation/choices.ts'
import { openPageButton } from '../../conversation/open-page.ts'
import type { SeenVisit } from '../schedule/read-schedule.ts'
import type { Scope } from '../schedule/schedule-filter.ts'
import { detailsOf, timeOf } from './visit-facts.ts'

/** What an answer about visits is made of. */
export type Answer = {
  readonly query: ScheduleQuery
  readonly scope: Scope
  readonly visits: readonly SeenVisit[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
  /** Said where there is nothing, with the visit that comes nearest in time where there is one. */
  readonly nothing?: string
  /** Others' visits are not to be known: what is shown is the reader's own. */
  readonly ownOnly?: true
  readonly nearest?: SeenVisit
  /** A unit that waits for a team: the one asked about, or one that was merged into it. */
  readonly assignable?: string
}

/** How many visits the notification names. */
const mostNamed = 3

/** Visits as a table, one alone as a sentence and what it leaves out; with the ways onward. */
export function scheduleCard(ctx: Context, answer: Answer): Message {
  const { texts: t } = ctx
  const { visits, scope, query, nothing, nearest } = answer
  const title = query.next === true ? t.schedule.titleNext : t.schedule.title
  const about = [...scopeOf(ctx, scope), t.schedule.period(query.from, query.to)].filter((part) => part !== '')
  const heading = about.length === 0 ? title : `${title}: ${t.schedule.about(about)}`
  const lines = visits.map((visit) => lineOf(ctx, visit))
  const notes = (scope.unit?.notes ?? []).map((note) => t.schedule.merged(note.from, note.to, note.day, note.source))
  const named = lines.slice(0, mostNamed).join(' ')
  const text =
    nothing ?? (answer.total <= mostNamed ? named : `${heading}: ${t.schedule.count(answer.total)}. ${named}`)
  return {
    text,
    title: heading,
    blocks: [
      ...(nothing === undefined ? [] : [{ kind: 'text', text: nothing, tone: 'strong' } as const]),
      ...(nearest === undefined ? [] : [{ kind: 'text', text: t.schedule.nearest(lineOf(ctx, nearest)) } as const]),
      ...(visits.length === 1 ? visits.flatMap((visit) => alone(ctx, visit)) : []),
      ...(visits.length > 1 ? [tableOf(ctx, visits)] : []),
      ...notes.map((note): Block => ({ kind: 'text', text: note, tone: 'subtle' })),
      ...(answer.ownOnly === true && nothing === undefined
        ? [{ kind: 'text', text: t.schedule.ownOnly, tone: 'subtle' } as const]
        : []),
      ...(visits.some((visit) => visit.details === undefined)
        ? [{ kind: 'text', text: t.schedule.datesOnly, tone: 'subtle' } as const]
        : []),
      ...(answer.pageCount > 1
        ? [{ kind: 'text', text: t.page(answer.page + 1, answer.pageCount), tone: 'subtle' } as const]
        : []),
      ...buttonsOf(ctx, answer),
    ],
  }
}

function scopeOf({ texts: t }: Context, scope: Scope): readonly string[] {
  return [
    ...(scope.team === undefined ? [] : [t.called(scope.team.name)]),
    ...(scope.unit === undefined ? [] : [t.called(scope.unit.name)]),
    ...(scope.person === undefined ? [] : [scope.person.name]),
    ...(scope.mine === true ? [t.schedule.mine] : []),
  ]
}

/** One visit in a sentence: `Đoàn công tác số 3: Bộ Y tế, Thứ Hai, 08/06/2020, 08:00.` */
export function lineOf({ texts: t }: Pick<Context, 'texts'>, visit: SeenVisit): string {
  const when = t.schedule.when(visit.day, visit.details?.time ?? null, visit.lastDay)
  // That a visit is planned goes without saying.
  const state = visit.details === undefined || visit.state === 'planned' ? '' : t.schedule.states[visit.state]
  return t.schedule.line({ team: t.called(visit.team.name), unit: t.called(visit.unit.name), when, state })
}

function alone(ctx: Context, visit: SeenVisit): readonly Block[] {
  const facts = detailsOf(ctx, visit)
  // The sentence says when it begins.
  const until =
    (visit.details?.endTime ?? null) === null ? [] : [{ label: ctx.texts.moves.when, value: timeOf(ctx, visit) }]
  return [
    { kind: 'text', text: lineOf(ctx, visit), tone: 'strong' },
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts: [...until, ...facts] } as const]),
  ]
}

/**
 * A table of few columns, since a telephone and a chat beside another window hold no eight: the place stands with the
 * unit, the leader with the team. What the reader may see of none of the visits has no column.
 */
export function tableOf(ctx: Pick<Context, 'texts' | 'zone'>, visits: readonly SeenVisit[]): Block {
  const { schedule: t, list, called } = ctx.texts
  const { columns } = t
  const detailed = visits.some((visit) => visit.details !== undefined)
  return {
    kind: 'table',
    columns: detailed
      ? [columns.code, columns.when, columns.where, columns.who, columns.state]
      : [columns.code, columns.when, columns.unit, columns.team],
    rows: visits.map((visit) => {
      const { code, unit, team, details, state } = visit
      const time = timeOf(ctx, visit)
      if (details === undefined) return [code, time, called(unit.name), called(team.name), ...(detailed ? [''] : [])]
      const { place, leaders } = details
      const leader = leaders.length === 0 ? t.noLeader : list(leaders)
      return [code, time, t.with(called(unit.name), place ?? ''), t.with(called(team.name), leader), t.states[state]]
    }),
  }
}

function buttonsOf(ctx: Context, answer: Answer): readonly Block[] {
  const { texts: t, actor } = ctx
  const { query, visits, page, pageCount, scope, nearest } = answer
  const coordinates = actor.roles.has('coordinator')
  const shown = nearest === undefined ? visits : [...visits, nearest]
  const single = shown.map(
    (visit) =>
      ({
        label: `${visit.code}: ${t.called(visit.unit.name)}`,
        intent: { kind: 'visit.show', visit: visit.id },
      }) as const,
  )
  const unit = answer.assignable
  const assign: Button | undefined =
    coordinates && unit !== undefined
      ? { label: t.schedule.assign, style: 'primary', intent: { kind: 'visit.check.form', unit } }
      : undefined
  const ways: readonly Button[] = [
    ...(assign === undefined ? [] : [assign]),
    ...(page > 0
      ? [{ label: t.buttons.previousPage, intent: { kind: 'schedule.show', ...query, page: page - 1 } } as const]
      : []),
    ...(page < pageCount - 1
      ? [{ label: t.buttons.nextPage, intent: { kind: 'schedule.show', ...query, page: page + 1 } } as const]
      : []),
    ...(visits.some((visit) => visit.day !== null)
      ? [{ label: t.schedule.file, intent: { kind: 'calendar.export', ...query } } as const]
      : []),
    ...(scope.mine === true || scope.team !== undefined
      ? [{ label: t.schedule.links, intent: { kind: 'calendar.list' } } as const]
      : []),
    ...(coordinates
      ? [
          {
            label: t.schedule.add,
            intent: { kind: 'visit.check.form', ...(scope.team === undefined ? {} : { team: scope.team.key }) },
          } as const,
          { label: t.schedule.overview, intent: { kind: 'overview.show' } } as const,
        ]
      : []),
    ...(ctx.audience === 'private' ? [openPageButton(t, { page: 'visits' })] : []),
  ]
  return [
    ...choiceOf(t, t.choices.visit, single),
    ...(ways.length === 0 ? [] : [{ kind: 'buttons', buttons: ways } as const]),
  ]
}
