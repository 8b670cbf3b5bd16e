import type { Context } from '../../context.ts'
import type { Block, Message } from '../../contract/message.ts'
import type { Composed } from '../../outbox/delivery/compose.ts'
import { spanWords } from '../cards/span-words.ts'
import { isOwn, sightOf } from '../sight.ts'
import { codeOf, type Visit, visitColumns } from '../visits.ts'
import { type ImportedNotification, readKnown, sameShown, type Version } from './known-versions.ts'

/** `before`: what the reader knew of it as theirs, if anything; `own`: it is still theirs. */
type Told = { readonly visit: Visit; readonly before: Version | undefined; readonly own: boolean }

/**
 * Makes the words of the notification for `ctx.actor`: a table of the visits as they stand, each with what changed from what
 * they knew. A visit about whose change a later notification follows is left out, and so is one whose own notification
 * has told of this already, and one of which there is nothing to tell them; where none is left, none goes.
 */
export async function composeImported(ctx: Context, letter: ImportedNotification): Promise<Composed> {
  const { db } = ctx
  const ids = letter.visits.map((one) => one.visit)
  const [visits, known, sight] = await Promise.all([
    db.visit.findMany({ where: { id: { in: ids } }, ...visitColumns }),
    readKnown(ctx, ctx.actor.id, ids),
    sightOf(ctx),
  ])
  const told = letter.visits.flatMap(({ visit: id, revision }): Told[] => {
    const visit = visits.find((one) => one.id === id)
    const then = known.versions(id).find((one) => one.revision === revision)
    if (visit === undefined || then === undefined || known.hasLater(id, revision)) return []
    // A notification about this visit alone told what stood when it went: this as well, where it went later.
    if (known.toldItself(id, then.at)) return []
    const base = known.before(id, revision)
    const before = base !== undefined && base.state !== 'cancelled' && isOwn(sight, base) ? base : undefined
    const own = isOwn(sight, visit)
    if (before === undefined && (!own || visit.state === 'cancelled')) return []
    if (before !== undefined && sameShown(before, visit)) return []
    return [{ visit, before, own }]
  })
  if (told.length === 0) return { drop: 'each of these visits is gone or is told of in its own letter' }
  const names = await namesOf(ctx, told)
  return { message: importedCard(ctx, told.toSorted(byStart), names) }
}

type Names = { readonly teams: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, string> }

async function namesOf({ db }: Context, told: readonly Told[]): Promise<Names> {
  const before = told.flatMap((one) => one.before ?? [])
  const [teams, units] = await Promise.all([
    db.team.findMany({ where: { id: { in: before.map((one) => one.teamId) } }, select: { id: true, name: true } }),
    db.unit.findMany({ where: { id: { in: before.map((one) => one.unitId) } }, select: { id: true, name: true } }),
  ])
  return {
    teams: new Map(teams.map(({ id, name }) => [id, name])),
    units: new Map(units.map(({ id, name }) => [id, name])),
  }
}

function importedCard(ctx: Context, told: readonly Told[], names: Names): Message {
  const { importedVisits: t, schedule } = ctx.texts
  const created = told.filter((one) => one.before === undefined).length
  const cancelled = told.filter((one) => one.visit.state === 'cancelled').length
  const text = t.text(created, told.length - created - cancelled, cancelled)
  const { code, unit, team, day } = schedule.columns
  const table: Block = {
    kind: 'table',
    columns: [code, unit, team, day, t.change],
    rows: told.map((one) => rowOf(ctx, one, names)),
  }
  const mine = { label: t.mine, intent: { kind: 'schedule.show', mine: true } } as const
  return {
    text,
    title: t.title,
    blocks: [{ kind: 'text', text, tone: 'strong' }, table, { kind: 'buttons', buttons: [mine] }],
  }
}

function rowOf(ctx: Context, one: Told, names: Names): readonly string[] {
  const { visit, before, own } = one
  const { called } = ctx.texts
  // Whose team has lost the visit hears of what they knew, and no more of what has become of it.
  if (!own && before !== undefined)
    return [codeOf(visit), called(names.units.get(before.unitId) ?? ''), '', '', lostWords(ctx, one, names)]
  return [
    codeOf(visit),
    called(visit.unit.name),
    called(visit.team.name),
    spanWords(ctx, visit),
    changeWords(ctx, one, names),
  ]
}

function lostWords({ texts }: Context, { visit, before }: Told, names: Names): string {
  const { importedVisits: t } = texts
  if (visit.state === 'cancelled') return t.cancelled
  return visit.teamId === before?.teamId
    ? t.notTheirDay
    : t.leaves(texts.called(names.teams.get(before?.teamId ?? '') ?? ''))
}

/** What changed of one visit, from what; what it is now stands beside it. */
function changeWords(ctx: Context, { visit, before }: Told, names: Names): string {
  const { importedVisits: t, moves, visits, called } = ctx.texts
  if (before === undefined) return t.created
  if (visit.state === 'cancelled') return t.cancelled
  const time = before.starts?.getTime() !== visit.starts?.getTime() || before.ends?.getTime() !== visit.ends?.getTime()
  const said = [
    ...(before.teamId === visit.teamId ? [] : [t.was(visits.team, called(names.teams.get(before.teamId) ?? ''))]),
    ...(before.unitId === visit.unitId ? [] : [t.was(visits.unit, called(names.units.get(before.unitId) ?? ''))]),
    ...(time ? [t.was(moves.when, spanWords(ctx, before))] : []),
    ...(before.place === visit.place ? [] : [t.placeIs(visit.place, before.place)]),
    ...(before.note === visit.note ? [] : [t.note]),
  ]
  return said.join('; ')
}

function byStart(a: Told, b: Told): number {
  const [one, other] = [a.visit.starts?.getTime() ?? Infinity, b.visit.starts?.getTime() ?? Infinity]
  return one === other ? a.visit.number - b.visit.number : one - other
}
