import type { Context } from '../../context.ts'
import type { Cell, Section, TableRow } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import { peopleEntries } from '../../conversation/picking/directories.ts'
import type { PageBody } from '../page-body.ts'
import { oversees } from '../parts/oversees.ts'
import { type Subjects, subjectsOf } from './about.ts'
import { factsInWords } from './facts-in-words.ts'
import { foundWhere } from './found-where.ts'

/** Lines of the log a page. */
const perPage = 50

const columns = { at: true, actor: true, deed: true, subject: true, facts: true, seq: true } as const
type Line = {
  readonly at: Date
  readonly actor: string
  readonly deed: string
  readonly subject: string
  readonly facts: string
  readonly seq: number | null
}

/**
 * Every change with who and when, the newest first, in the reader's words. For coordinators, the chair and operators;
 * undefined for others. Lines that the sealer has not numbered yet, which takes seconds, stand on the first page.
 */
export async function readHistoryPage(
  ctx: Context,
  place: Extract<Place, { page: 'history' }>,
): Promise<PageBody | undefined> {
  if (!oversees(ctx.actor)) return undefined
  const { texts: t, db } = ctx
  const { find = '', upTo } = place
  const people = await peopleEntries(ctx)
  const where = await foundWhere(ctx, people, find)
  const [loose, sealed] = await Promise.all([
    upTo === undefined
      ? db.audit.findMany({
          where: { AND: [where, { seq: null }] },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take: perPage,
          select: columns,
        })
      : [],
    db.audit.findMany({
      where: { AND: [where, { seq: upTo === undefined ? { not: null } : { lte: upTo } }] },
      orderBy: { seq: 'desc' },
      take: perPage + 1,
      select: columns,
    }),
  ])
  const shown = sealed.slice(0, perPage)
  const next = sealed[perPage]?.seq
  const lines = [...loose, ...shown]
  const names = new Map(people.map(({ value, called }) => [value, called[0]]))
  const subjects = await subjectsOf(ctx, lines, names)
  const section: Section = {
    id: 'history',
    title: t.desk.history.title,
    parts: [
      { kind: 'find', label: t.desk.history.find, place: { page: 'history', find } },
      lines.length === 0
        ? { kind: 'text', text: t.desk.history.none, tone: 'subtle' }
        : {
            kind: 'table',
            label: t.desk.history.name,
            columns: Object.values(t.desk.history.columns).map((label) => ({ label })),
            rows: lines.map((line) => rowOf(ctx, line, names, subjects)),
          },
      ...(next == null && upTo === undefined
        ? []
        : [{ kind: 'ways', ways: [...newest(ctx, place), ...older(ctx, place, next)] } as const]),
    ],
  }
  return {
    under: 'history',
    title: t.desk.history.name,
    trail: [],
    lead: [],
    buttons: [],
    main: [section],
    aside: [],
  }
}

function rowOf(ctx: Context, line: Line, names: ReadonlyMap<string, string>, subjects: Subjects): TableRow {
  const { texts: t, zone } = ctx
  const at = t.moment(line.at, zone)
  const about: Cell = subjects.get(line.subject) ?? { text: '' }
  return {
    name: at,
    cells: [
      { text: at },
      { text: names.get(line.actor) ?? t.desk.history.actors[line.actor] ?? line.actor },
      { text: t.desk.history.deeds[line.deed] ?? line.deed },
      about,
      { text: factsInWords(ctx, line.facts).join('; ') },
    ],
  }
}

type At = Extract<Place, { page: 'history' }>

const newest = ({ texts: t }: Context, { find, upTo }: At) =>
  upTo === undefined ? [] : [{ label: t.desk.history.newest, place: { page: 'history', find } as const }]

const older = ({ texts: t }: Context, { find }: At, next: number | null | undefined) =>
  next == null ? [] : [{ label: t.desk.history.older, place: { page: 'history', find, upTo: next } as const }]
