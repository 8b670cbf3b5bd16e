import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Db } from '../database/db.ts'
import type { Actor } from '../people/actor.ts'
import { fold } from '../texts/fold.ts'
import type { Vocabulary } from '../understand/result.ts'
import { BODIES } from '../understand/words/bodies.ts'

export { nearestUnits } from '../understand/names/near-names.ts'

type Names = Pick<Vocabulary, 'items' | 'units' | 'teams' | 'people'> & { readonly planYears: readonly number[] }
/** What was read last, with how it read: the same rows give the same lists, so that their indexes are made once. */
const last = new WeakMap<Db, { readonly read: string; readonly names: Names }>()

const BODY_BY_NAME = new Map(Object.keys(BODIES).map((name) => [fold(name), name]))

/**
 * What sentences may speak of: the items of all plans, the units that are inspected or visited or that stand in a
 * succession, the teams, the names of everybody in the roster; and of whoever types, where that is somebody, the roles of today and the body whose seat they
 * hold. The year is this one where it has a plan, else that of the latest plan.
 */
export async function readVocabulary(
  ctx: Pick<Context, 'db' | 'now' | 'zone'> & Partial<Pick<Context, 'actor'>>,
): Promise<Vocabulary> {
  const today = dayIn(ctx.now, ctx.zone)
  const { planYears, ...names } = await readNames(ctx.db)
  const thisYear = Number(today.slice(0, 4))
  return {
    ...names,
    year: planYears.includes(thisYear) ? thisYear : (planYears[0] ?? thisYear),
    today,
    ...(ctx.actor === undefined ? {} : speaker(ctx.actor)),
  }
}

/** A member speaks for their organisation, by its name as sentences are read; nobody else does. */
function speaker({ roles, organisation }: Actor): Required<Pick<Vocabulary, 'roles' | 'self'>> {
  const body = BODY_BY_NAME.get(fold(organisation ?? ''))
  return { roles, self: body !== undefined && roles.has('member') ? [body] : [] }
}

/** `key` is a unit's id. */
type Row = {
  readonly of: 'item' | 'person' | 'plan' | 'team' | 'unit'
  readonly key: string
  readonly name: string
} & (
  | { readonly of: 'item'; readonly titleEn: string | null; readonly type: string; readonly typeEn: string | null }
  | { readonly of: 'unit'; readonly shortNames: string | null; readonly successorId: string | null }
  | { readonly of: 'plan'; readonly year: number }
  | { readonly of: 'team' | 'person' }
)

/** One statement, since every sentence begins with it: whoever changed a name, in whatever process, it is read. */
async function readNames(db: Db): Promise<Names> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'item' AS "of", p."year", i."position", i."key", i."title" AS "name", i."titleEn", i."type", i."typeEn",
           NULL AS "shortNames", NULL AS "successorId"
    FROM "WorkItem" i JOIN "Plan" p ON p."id" = i."planId"
    UNION ALL
    SELECT 'plan', p."year", 0, p."id", '', NULL, NULL, NULL, NULL, NULL FROM "Plan" p
    UNION ALL
    SELECT 'team', 0, 0, t."key", t."name", NULL, NULL, NULL, NULL, NULL FROM "Team" t
    UNION ALL
    SELECT 'person', 0, 0, h."key", h."name", NULL, NULL, NULL, NULL, NULL FROM "Person" h
    UNION ALL
    SELECT 'unit', 0, 0, u."id", u."name", NULL, NULL, NULL, u."shortNames", u."successorId" FROM "Unit" u
    WHERE u."successorId" IS NOT NULL
       OR EXISTS (SELECT 1 FROM "Unit" b WHERE b."successorId" = u."id")
       OR EXISTS (SELECT 1 FROM "PlanUnit" n WHERE n."unitId" = u."id")
       OR EXISTS (SELECT 1 FROM "Visit" v WHERE v."unitId" = u."id")
    ORDER BY "of", "year" DESC, "position", "key"`
  const read = JSON.stringify(rows)
  const known = last.get(db)
  if (known?.read === read) return known.names
  const names = namesIn(rows)
  last.set(db, { read, names })
  return names
}

function namesIn(rows: readonly Row[]): Names {
  const units = rows.filter((row) => row.of === 'unit')
  const nameOf = new Map(units.map(({ key, name }) => [key, name]))
  const mergedInto = Map.groupBy(units, (unit) => unit.successorId)
  return {
    items: rows.flatMap((row) => {
      if (row.of !== 'item') return []
      const { key, name: title, titleEn, type, typeEn } = row
      return [{ key, title, type, ...(titleEn === null ? {} : { titleEn }), ...(typeEn === null ? {} : { typeEn }) }]
    }),
    units: units.map(({ key: id, name, shortNames, successorId }) => {
      const successor = nameOf.get(successorId ?? '')
      const others = [
        ...(shortNames?.split('|') ?? []),
        ...(successor === undefined ? [] : [successor]),
        ...(mergedInto.get(id) ?? []).map((unit) => unit.name),
      ]
      return { id, name, ...(others.length === 0 ? {} : { otherNames: others }) }
    }),
    // A seat that is called as its body is: the body is named.
    people: rows.flatMap(({ of, name }) => (of === 'person' && !BODY_BY_NAME.has(fold(name)) ? [name] : [])),
    teams: rows.flatMap(({ of, key, name }) => (of === 'team' ? [{ key, name }] : [])),
    planYears: rows.flatMap((row) => (row.of === 'plan' ? [row.year] : [])),
  }
}
