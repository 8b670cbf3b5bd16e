import { dayIn } from '../../calendar/zoned.ts'
import { holdDigest } from '../digest/digest-messages.ts'
import { type Held, officeHold } from '../ladder/at-work.ts'
import type { Reason } from '../planned.ts'
import { holdUpcoming, type UpcomingReader } from '../quarter-watch/upcoming-messages.ts'
import { UpcomingNotification } from '../quarter-watch/upcoming-notification.ts'
import type { Played, Rehearsed, Waiting } from './played.ts'
import { holds, lackingAt } from './rehearsal-plan.ts'

/** What goes out at `now` of the played ledger; what is held back waits on, and what is no longer needed falls out. */
export function sendAt(played: Played, now: Date): readonly Waiting[] {
  const sent: Waiting[] = []
  for (const one of [...played.waiting].filter(({ notBefore }) => notBefore <= now)) {
    played.waiting.delete(one)
    const held = holdOf(played, one, now)
    if (held === undefined) sent.push(one)
    else if ('wait' in held) played.waiting.add({ ...one, notBefore: held.wait })
  }
  return sent
}

function holdOf(played: Played, { post, reasons }: Waiting, now: Date): Held | undefined {
  const [first] = reasons
  // Of deadlines people are told at any hour.
  if (first === undefined) return undefined
  const reader = readerAt(played, post.personId, now)
  switch (first.kind) {
    case 'digest':
      return holdDigest(played, first.step, reader, now)
    case 'upcoming': {
      const occasion = UpcomingNotification.parse(post.letter)
      const lacking = lackingAt(played, occasion.quarter, now).map(({ agency }) => agency)
      return holdUpcoming(played, occasion, reader, { lacking, told: played.told }, now)
    }
    default:
      return officeHold(played.calendar, reader.zone, now)
  }
}

function readerAt({ cast, zone }: Played, id: string, now: Date): UpcomingReader & { readonly reads: boolean } {
  const person = cast.people.get(id)
  const today = dayIn(now, zone)
  const coordinates = holds(person, 'coordinator', today)
  return {
    id,
    coordinates,
    reads: coordinates || holds(person, 'chair', today),
    agency: holds(person, 'drafter', today) ? (person?.organisation ?? null) : null,
    zone: person?.zone ?? zone,
  }
}

/** A message that goes out at `now`, as it is shown. */
export function describe(played: Played, { post, reasons, passed = [] }: Waiting, now: Date): Rehearsed {
  const { personId: person } = post
  const [first] = reasons
  if (first === undefined) return deadline(played, person, passed, now)
  const base = {
    at: now,
    person,
    about: aboutOf(played, reasons),
    assumed: reasons.some((one) => isAssumed(played, one)),
  }
  switch (first.kind) {
    case 'answers':
      return { ...base, kind: 'answers', about: answersOf(played, reasons) }
    case 'visit':
      return { ...base, kind: 'visit', about: [], visits: visitsOf(played, reasons) }
    case 'escalation':
      return {
        ...base,
        kind: 'escalation',
        about: [...new Set(base.about.map(({ item }) => item))].map((item) => ({ item })),
      }
    case 'digest':
      return { ...base, kind: 'digest', step: first.step, about: [] }
    case 'upcoming': {
      const { quarter } = UpcomingNotification.parse(post.letter)
      const { coordinates, agency } = readerAt(played, person, now)
      const mine = lackingAt(played, quarter, now).filter((item) => coordinates || item.agency === agency)
      return { ...base, kind: 'upcoming', step: first.step, about: mine.map(({ item }) => ({ item })) }
    }
    default:
      return { ...base, kind: 'nudge' }
  }
}

const isAssumed = ({ roundById }: Played, { roundId }: Reason): boolean =>
  roundById.get(roundId ?? '')?.assumed === true

const aboutOf = ({ roundById }: Played, reasons: readonly Reason[]): Rehearsed['about'] =>
  reasons.flatMap(({ roundId, step, subject }) => {
    const item = roundById.get(roundId ?? '')?.item
    if (item === undefined) return []
    return [subject === undefined ? { item, step } : { item, step, for: subject }]
  })

const answersOf = ({ cast }: Played, reasons: readonly Reason[]): Rehearsed['about'] =>
  reasons.flatMap(({ roundId, step }) => {
    const item = cast.answers.find(({ round }) => round === roundId)?.item
    return item === undefined ? [] : [{ item, step }]
  })

const visitsOf = ({ visits }: Played, reasons: readonly Reason[]) =>
  reasons.map(({ subject, step }) => ({ visit: visits.facts.get(subject ?? '')?.code ?? '', step }))

function deadline({ roundById }: Played, person: string, passed: readonly string[], now: Date): Rehearsed {
  const rounds = passed.flatMap((id) => roundById.get(id) ?? [])
  const about = rounds.map(({ item }) => ({ item }))
  return { at: now, person, kind: 'deadline', about, assumed: rounds.some((round) => round.assumed) }
}
