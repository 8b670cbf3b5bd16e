import { VIETNAM } from '../src/calendar/vietnam.ts'
import { dueNudges, type RoundFacts, type SeatFacts } from '../src/nudges/ladder/due.ts'
import { defaultLadder } from '../src/nudges/ladder/ladder.ts'

const rounds = 20
const zone = 'Asia/Ho_Chi_Minh'
const runs = 5

/** What one wake-up takes to find who is due, for so many members asked in 20 rounds; the median of five. */
export type Nudging = {
  readonly members: number
  readonly seats: number
  readonly due: number
  readonly ms: number
  /** Time a seat over that of the smallest committee: 1 or less where it grows linearly. */
  readonly perSeat: number
}

export function measureNudging(sizes: readonly number[] = [1000, 5000, 10_000]): readonly Nudging[] {
  const measured = sizes.map((members) => measureFor(members))
  const first = measured[0]
  return measured.map((one) => ({
    ...one,
    perSeat: first === undefined ? 1 : one.ms / one.seats / (first.ms / first.seats),
  }))
}

function measureFor(members: number) {
  const facts = new Map(Array.from({ length: rounds }, (_, at) => [`round-${at}`, roundFacts(`round-${at}`, at)]))
  const seats = [...facts.keys()].flatMap((round) =>
    Array.from({ length: members }, (_, at): SeatFacts => seat(round, at)),
  )
  const now = new Date('2020-06-23T03:00:00Z')
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    const due = dueNudges({ calendar: VIETNAM, zone }, facts, seats, now).length
    return { due, ms: performance.now() - start }
  }).sort((a, b) => a.ms - b.ms)
  const median = times[Math.floor(runs / 2)]
  return { members, seats: seats.length, due: median?.due ?? 0, ms: median?.ms ?? 0 }
}

const roundFacts = (id: string, at: number): RoundFacts => ({
  id,
  dueAt: new Date(Date.UTC(2020, 5, 22 + at, 10)),
  startsAt: new Date('2020-05-01T02:00:00Z'),
  ladder: defaultLadder,
  takesLate: true,
})

/** A third has answered, one in twenty lives abroad, is away or asked to be reminded later. */
const seat = (round: string, at: number): SeatFacts => ({
  round,
  person: `person-${at}`,
  answered: at % 3 === 0,
  zone: at % 20 === 1 ? 'Europe/Paris' : zone,
  absences: at % 20 === 2 ? [{ fromDay: '2020-06-20', toDay: '2020-06-30' }] : [],
  planned: new Set(),
  ...(at % 20 === 3 ? { snoozedUntil: '2020-06-25' } : {}),
})
