import type { Post } from '../../outbox/put.ts'

/** A round whose deadline has passed, as far as it is told. */
export type PassedRound = {
  readonly id: string
  readonly revision: number
  /** Late answers are refused: the deadline closes it. */
  readonly closes: boolean
  /** The item's drafting agency, which is told of what closes. */
  readonly agency: string | null
}

/** Who is told of deadlines: today's coordinators, and today's drafters with their organisation. */
export type DeadlineReaders = {
  readonly coordinators: readonly string[]
  readonly drafters: readonly { readonly id: string; readonly organisation: string | null }[]
}

/** One message to one person about the deadlines of these rounds. */
export type DeadlineNotice = { readonly post: Post; readonly rounds: readonly PassedRound[] }

/**
 * Tells of deadlines that have passed: coordinators of each, the drafting agency of those that are closed by it. What is
 * told to one person at once is one message, however many rounds it is about. Pure.
 */
export function deadlineNotices(
  rounds: readonly PassedRound[],
  { coordinators, drafters }: DeadlineReaders,
): readonly DeadlineNotice[] {
  const told = new Map<string, PassedRound[]>()
  for (const round of rounds) {
    const agency =
      round.closes && round.agency !== null ? drafters.filter((one) => one.organisation === round.agency) : []
    for (const person of new Set([...coordinators, ...agency.map(({ id }) => id)]))
      told.set(person, [...(told.get(person) ?? []), round])
  }
  return [...told].flatMap(([personId, about]) => {
    const [first] = about
    return first === undefined ? [] : [{ post: postOf(personId, first, about), rounds: about }]
  })
}

function postOf(personId: string, first: PassedRound, about: readonly PassedRound[]): Post {
  // Each revision of a round is told of once, so the first one's key is good for the message.
  const key = `round:${first.id}:due:${first.revision}:${personId}`
  if (about.length === 1) {
    const { id, revision, closes } = first
    return { key, personId, letter: { kind: closes ? 'round-closed' : 'round-due', round: id, revision }, subject: id }
  }
  const rounds = about.map(({ id: round, revision, closes: closed }) => ({ round, revision, closed }))
  return { key, personId, letter: { kind: 'rounds-due', rounds } }
}
