import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Block, Message } from '../contract/message.ts'
import type { Composed } from '../outbox/compose.ts'
import { spanWords } from './cards/span-words.ts'
import { seesDetails, sightOf } from './sight.ts'
import { codeOf, type Visit, visitColumns } from './visits.ts'

/** What an import changed of one reader's visits: each with the revision that it made. */
export const ImportedLetter = z.object({
  kind: z.literal('visits-imported'),
  visits: z.array(z.object({ visit: z.string(), revision: z.number().int().min(1) })).min(1),
})
export type ImportedLetter = z.infer<typeof ImportedLetter>

/** The `subject` of such a letter in the ledger: it is about many visits and names none. */
export const importedSubject = 'visits-imported'

type Version = Awaited<ReturnType<typeof readVersions>>[number]
type Told = { readonly visit: Visit; readonly before: Version | undefined; readonly seen: boolean }

/**
 * Makes the words of the letter for `ctx.actor`: a table of the visits as they stand, each with what changed from what
 * to what. A visit that has been changed since is left out, for its own letter follows, and so is one whose own letter
 * has told of this already; where none is left, none goes.
 */
export async function composeImported(ctx: Context, letter: ImportedLetter): Promise<Composed> {
  const { db } = ctx
  const ids = letter.visits.map((one) => one.visit)
  const [visits, versions, sight, own] = await Promise.all([
    db.visit.findMany({ where: { id: { in: ids } }, ...visitColumns }),
    readVersions(ctx, ids),
    sightOf(ctx),
    db.outbox.findMany({
      where: {
        personId: ctx.actor.id,
        kind: 'send',
        subject: { in: ids },
        key: { startsWith: 'visit:' },
        sentAt: { not: null },
      },
      select: { subject: true, sentAt: true },
    }),
  ])
  const told = letter.visits.flatMap(({ visit: id, revision }): Told[] => {
    const visit = visits.find((one) => one.id === id)
    const version = (number: number) => versions.find((one) => one.visitId === id && one.revision === number)
    const then = version(revision)
    if (visit === undefined || then === undefined || !sameShown(visit, then)) return []
    // A letter about this visit alone told what stood when it went: this as well, where it went later.
    if (own.some((one) => one.subject === id && one.sentAt !== null && one.sentAt > then.at)) return []
    return [{ visit, before: version(revision - 1), seen: seesDetails(sight, visit) }]
  })
  if (told.length === 0) return { drop: 'each of these visits is gone or is told of in its own letter' }
  const names = await namesOf(ctx, told)
  return { message: importedCard(ctx, told.toSorted(byStart), names) }
}

/**
 * The revision of this visit that such letters have told the person of, where one was sent: what the next letter about
 * it tells of begins there.
 */
export async function toldByImport(
  ctx: Pick<Context, 'db'>,
  personId: string,
  visitId: string,
): Promise<number | undefined> {
  const [sent, versions] = await Promise.all([
    ctx.db.outbox.findMany({
      where: { personId, subject: importedSubject, status: { in: ['sent', 'unsure'] } },
      select: { letter: true, sentAt: true, createdAt: true },
    }),
    readVersions(ctx, [visitId]),
  ])
  const revisions = sent.flatMap(({ letter, sentAt, createdAt }) => {
    const parsed = ImportedLetter.safeParse(JSON.parse(letter))
    const revision = parsed.data?.visits.find((one) => one.visit === visitId)?.revision
    const then = versions.find((one) => one.revision === revision)
    const at = sentAt ?? createdAt
    // Changed before the letter went: it left the visit out.
    const stood = versions.findLast((one) => one.at <= at)
    return revision === undefined || then === undefined || stood === undefined || !sameShown(stood, then)
      ? []
      : [revision]
  })
  return revisions.length === 0 ? undefined : Math.max(...revisions)
}

const readVersions = ({ db }: Pick<Context, 'db'>, ids: readonly string[]) =>
  db.visitVersion.findMany({ where: { visitId: { in: [...ids] } }, orderBy: { revision: 'asc' } })

type Shown = Pick<Version, 'teamId' | 'unitId' | 'starts' | 'ends' | 'place' | 'note' | 'state'>

/** Whether two states of a visit look the same to whoever goes there. */
const sameShown = (a: Shown, b: Shown): boolean =>
  a.teamId === b.teamId &&
  a.unitId === b.unitId &&
  a.starts?.getTime() === b.starts?.getTime() &&
  a.ends?.getTime() === b.ends?.getTime() &&
  a.place === b.place &&
  a.note === b.note &&
  (a.state === 'cancelled') === (b.state === 'cancelled')

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
    rows: told.map((one) => [
      codeOf(one.visit),
      one.visit.unit.name,
      // Whose team has lost the visit sees no more of it than anybody else.
      one.seen ? one.visit.team.name : '',
      one.seen ? spanWords(ctx, one.visit) : '',
      changeWords(ctx, one, names),
    ]),
  }
  const mine = { label: t.mine, intent: { kind: 'schedule', mine: true } } as const
  return {
    text,
    title: t.title,
    blocks: [{ kind: 'text', text, tone: 'strong' }, table, { kind: 'buttons', buttons: [mine] }],
  }
}

/** What changed of one visit, from what; what it is now stands beside it. */
function changeWords(ctx: Context, { visit, before, seen }: Told, names: Names): string {
  const { importedVisits: t, moves, visits } = ctx.texts
  if (before === undefined) return t.created
  if (!seen) return t.leaves(names.teams.get(before.teamId) ?? '')
  if (visit.state === 'cancelled' && before.state !== 'cancelled') return t.cancelled
  const time = before.starts?.getTime() !== visit.starts?.getTime() || before.ends?.getTime() !== visit.ends?.getTime()
  const said = [
    ...(before.state === 'cancelled' ? [t.revived] : []),
    ...(before.teamId === visit.teamId ? [] : [t.was(visits.team, names.teams.get(before.teamId) ?? '')]),
    ...(before.unitId === visit.unitId ? [] : [t.was(visits.unit, names.units.get(before.unitId) ?? '')]),
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
