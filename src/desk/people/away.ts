import { addDays } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Line, Section } from '../../contract/page.ts'
import { rightsOf } from '../../people/delegated.ts'

/** How far ahead leave is shown in the section beside, in days; the table has all. */
const fortnight = 14

/** Lines of one section; how many more there are is said. */
const most = 12

export type Leave = { readonly personId: string; readonly fromDay: string; readonly toDay: string }
export type Delegation = Leave & {
  readonly takerId: string
  readonly rights: string
  readonly item: { readonly key: string } | null
}
export type Days = { readonly leaves: readonly Leave[]; readonly delegations: readonly Delegation[] }
export type Names = ReadonlyMap<string, { readonly name: string }>

/** Every leave and delegation that is or will be, seen from `today`, a day of the committee's zone, the first to begin first. */
export async function readDays({ db }: Pick<Context, 'db'>, today: string): Promise<Days> {
  const present = {
    where: { endedAt: null, toDay: { gte: today } },
    orderBy: [{ fromDay: 'asc' as const }, { id: 'asc' as const }],
  }
  const span = { personId: true, fromDay: true, toDay: true } as const
  const [leaves, delegations] = await Promise.all([
    db.absence.findMany({ ...present, select: span }),
    db.delegation.findMany({
      ...present,
      select: { ...span, takerId: true, rights: true, item: { select: { key: true } } },
    }),
  ])
  return { leaves, delegations }
}

/** Who is away within two weeks from today on. */
export function leaveSection(ctx: Context, { leaves }: Days, names: Names, today: string): readonly Section[] {
  const { texts: t } = ctx
  const near = leaves.filter(({ fromDay }) => fromDay < addDays(today, fortnight))
  const lines = near.map(
    ({ personId, fromDay, toDay }): Line => ({
      name: names.get(personId)?.name ?? '',
      text: names.get(personId)?.name ?? '',
      small: [t.leave.span(t.day(fromDay), t.day(toDay))],
      ...(fromDay <= today ? { pill: { text: t.desk.people.onLeave, tone: 'plain' } } : {}),
    }),
  )
  return section(ctx, 'on-leave', t.desk.people.leave, lines)
}

/** Which delegations hold today. */
export function delegationsSection(
  ctx: Context,
  { delegations }: Days,
  names: Names,
  today: string,
): readonly Section[] {
  const { texts: t } = ctx
  const lines = delegations
    .filter(({ fromDay }) => fromDay <= today)
    .map((row): Line => {
      const { text, small } = delegationWords(ctx, row, names)
      return { name: names.get(row.personId)?.name ?? '', text, small }
    })
  return section(ctx, 'delegations', t.desk.people.delegations, lines)
}

/** A delegation as `from → to`, and below it what for and how long. */
function delegationWords({ texts: t }: Pick<Context, 'texts'>, row: Delegation, names: Names) {
  const [giver, taker] = [names.get(row.personId)?.name ?? '', names.get(row.takerId)?.name ?? '']
  return {
    text: t.desk.people.forWhom(giver, taker),
    small: [whatFor({ texts: t }, row), t.delegation.span(t.day(row.fromDay), t.day(row.toDay))],
  }
}

/** The rights that are given, and for which item. */
export const whatFor = ({ texts: t }: Pick<Context, 'texts'>, { rights, item }: Delegation): string =>
  t.desk.people.scope(
    t.list(rightsOf(rights).map((right) => t.delegation.rights[right])),
    item?.key ?? t.delegation.everything,
  )

function section(
  { texts: t }: Pick<Context, 'texts'>,
  id: string,
  title: string,
  lines: readonly Line[],
): readonly Section[] {
  if (lines.length === 0) return []
  const rest = lines.length - Math.min(lines.length, most)
  return [
    {
      ...{ id, title },
      pill: { text: String(lines.length), tone: 'plain' },
      parts: [
        { kind: 'lines', lines: lines.slice(0, most) },
        ...(rest > 0 ? [{ kind: 'text', text: t.digest.more(rest), tone: 'subtle' } as const] : []),
      ],
    },
  ]
}
