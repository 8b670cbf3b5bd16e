import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Prisma } from '../database/generated/sqlite/client.ts'
import type { Sight } from '../visits/sight.ts'
import { covers } from '../visits/visits.ts'

export const dutyKinds = ['leader', 'member'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** The duty as stored; what no version of ours wrote counts as a member's. */
export const dutyOf = (duty: string): DutyKind => dutyKinds.find((one) => one === duty) ?? 'member'

const seatColumns = { include: { person: { select: { key: true, name: true } } } } as const
export type Seat = Prisma.DutyGetPayload<typeof seatColumns>

/** A team and, where the reader may see them, the people who sit on it today or will. */
export type SeenTeam = {
  readonly id: string
  readonly key: string
  readonly name: string
  /** Leaders first, then by name; absent where the reader may not see who they are. */
  readonly seats?: readonly Seat[]
}

/**
 * The teams, in the order of their numbers, or the one with this key. Who sits on a team is for its own people,
 * coordinators and the chair, unless the committee shows details to all.
 */
export async function readTeams(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  sight: Sight,
  key?: string,
): Promise<readonly SeenTeam[]> {
  const today = dayIn(ctx.now, ctx.zone)
  const present = { OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const rows = await ctx.db.team.findMany({
    ...(key === undefined ? {} : { where: { key } }),
    include: { duties: { where: present, ...seatColumns } },
  })
  return rows
    .map(({ id, key, name, duties }) =>
      seesPeople(sight, id) ? { id, key, name, seats: duties.toSorted(inOrder) } : { id, key, name },
    )
    .sort((a, b) => byNumber.compare(a.key, b.key))
}

const byNumber = new Intl.Collator('vi', { numeric: true })
const inOrder = (a: Seat, b: Seat): number =>
  rank(a) - rank(b) ||
  byNumber.compare(a.person.name, b.person.name) ||
  (a.fromDay ?? '').localeCompare(b.fromDay ?? '')
const rank = (seat: Seat): number => dutyKinds.indexOf(dutyOf(seat.duty))

/** Whether the reader sees who sits on a team: it is theirs today, or will be. */
function seesPeople(sight: Sight, teamId: string): boolean {
  if (sight.all || sight.others === 'details') return true
  return sight.duties.some((duty) => duty.teamId === teamId && (duty.toDay === null || duty.toDay >= sight.today))
}

/** The people on a team on a day, each once. */
export const presentOn = (seats: readonly Seat[], day: string): readonly Seat[] => {
  const there = seats.filter((seat) => covers(seat, day))
  return there.filter((seat, at) => there.findIndex((other) => other.personId === seat.personId) === at)
}
