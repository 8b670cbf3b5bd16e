import { fold } from '../../texts/fold.ts'

/** Somebody who was asked, has not answered and is no member any more. */
export type Leaver = {
  readonly id: string
  readonly organisation: string | null
  /** Their first day without the role, `YYYY-MM-DD`; undefined where no period of theirs has ended. */
  readonly since: string | undefined
  /** Somebody has been asked in their place. */
  readonly followed: boolean
}

/** A member of today who is not asked in the round, with the beginnings of the periods that count today. */
export type NewMember = {
  readonly id: string
  readonly organisation: string | null
  readonly since: readonly string[]
}

/**
 * Who is asked in the place of whom, of a round's leavers and its new members: the one person of the same organisation
 * whose role as a member began after theirs ended. Where several could be meant on either side nobody is guessed. Pure.
 */
export function successorsOf<L extends Leaver, N extends NewMember>(
  leavers: readonly L[],
  members: readonly N[],
): readonly { readonly from: L; readonly to: N }[] {
  const waiting = leavers.filter((one) => !one.followed)
  return waiting.flatMap((from) => {
    const { organisation, since } = from
    if (since === undefined || organisation === null) return []
    const isSame = (other: Pick<Leaver, 'organisation'>) => fold(other.organisation ?? '') === fold(organisation)
    const [to, ...others] = members.filter((one) => isSame(one) && one.since.every((day) => day >= since))
    if (to === undefined || others.length > 0) return []
    return waiting.filter(isSame).length === 1 ? [{ from, to }] : []
  })
}
