import { addDays, dayIn, toInstant } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { isOfUnit } from '../visits/conflicts/conflicts.ts'
import { codeOf, covers, longestVisitDays, spanOf, surelySpanOf } from '../visits/visits.ts'
import { overlap } from './duty-spans.ts'
import { type DutyKind, dutyOf } from './read-team.ts'

type Span = { readonly fromDay: string | null; readonly toDay: string | null }
type Wish = Span & {
  readonly team: { readonly id: string }
  readonly person: { readonly id: string; readonly organisation: string | null }
  readonly duty: DutyKind
  /** Their other duties on this team. */
  readonly held: readonly (Span & { readonly duty: string })[]
}

/** Nobody reads more. */
const mostShown = 5

/**
 * What speaks against putting somebody on a team: a second leader, another duty there, visits of another team of theirs
 * at the same time, their own side inspected. As sentences, at most some; none of it forbids.
 */
export async function dutyWarnings(ctx: Context, wish: Wish): Promise<readonly string[]> {
  const { teams: t } = ctx.texts
  const { db } = ctx
  const { team, person, duty, held } = wish
  const [leaders, elsewhere, visits] = await Promise.all([
    duty === 'leader'
      ? db.duty.findMany({
          where: { teamId: team.id, duty: 'leader', personId: { not: person.id } },
          include: { person: { select: { name: true } } },
        })
      : [],
    db.duty.findMany({ where: { personId: person.id, teamId: { not: team.id } } }),
    visitsIn(ctx, [team.id], wish),
  ])
  const meanwhile = elsewhere.filter((other) => overlap(other, wish))
  const others =
    meanwhile.length === 0
      ? []
      : await visitsIn(
          ctx,
          meanwhile.map((other) => other.teamId),
          wish,
        )
  const theirs = others.filter((visit) =>
    meanwhile.some((other) => other.teamId === visit.teamId && covers(other, dayIn(visit.starts, ctx.zone))),
  )
  const said = [
    ...leaders.filter((one) => overlap(one, wish)).map((one) => t.secondLeader(one.person.name)),
    ...held
      .filter((one) => one.duty !== duty && overlap(one, wish))
      .map((one) => t.otherDuty(t.duties[dutyOf(one.duty)])),
    ...visits.flatMap((visit) => {
      const { organisation } = person
      const own =
        organisation !== null && isOfUnit(organisation, [visit.unit.name, ...(visit.unit.shortNames ?? '').split('|')])
      return own ? [t.ownSide(ctx.texts.called(organisation), lineOf(ctx, visit))] : []
    }),
    ...visits.flatMap((visit) =>
      theirs
        .filter((other) => together(ctx, visit, other))
        .map((other) => (surely(visit, other) ? t.elsewhere : t.perhaps)(lineOf(ctx, visit), lineOf(ctx, other))),
    ),
  ]
  return said.length <= mostShown ? said : [...said.slice(0, mostShown), t.moreWarnings(said.length - mostShown)]
}

/** The visits of these teams that are still to come while the duty lasts. */
async function visitsIn({ db, now, zone }: Context, teamIds: readonly string[], { fromDay, toDay }: Span) {
  const today = dayIn(now, zone)
  const from = fromDay !== null && fromDay > today ? fromDay : today
  const rows = await db.visit.findMany({
    where: {
      teamId: { in: [...teamIds] },
      state: { in: ['planned', 'confirmed'] },
      starts: {
        gte: toInstant(addDays(from, -longestVisitDays), '00:00', zone),
        ...(toDay === null ? {} : { lt: toInstant(addDays(toDay, 1), '00:00', zone) }),
      },
    },
    orderBy: { starts: 'asc' },
    include: { unit: { select: { name: true, shortNames: true } } },
  })
  const begin = toInstant(from, '00:00', zone)
  return rows.flatMap(({ starts, ...row }) =>
    starts === null || spanOf({ starts, ends: row.ends }, zone).ends <= begin ? [] : [{ ...row, starts }],
  )
}

type Dated = Awaited<ReturnType<typeof visitsIn>>[number]

function together({ zone }: Context, a: Dated, b: Dated): boolean {
  const [one, other] = [spanOf(a, zone), spanOf(b, zone)]
  return one.starts < other.ends && other.starts < one.ends
}

/** By what is stated of both; else only if one without an end lasts until 17:00. */
function surely(a: Dated, b: Dated): boolean {
  const [one, other] = [surelySpanOf(a), surelySpanOf(b)]
  return one.starts < other.ends && other.starts < one.ends
}

const lineOf = ({ texts, zone }: Context, visit: Dated): string =>
  texts.teams.visit(codeOf(visit), texts.called(visit.unit.name), texts.dayWithWeekday(dayIn(visit.starts, zone)))
