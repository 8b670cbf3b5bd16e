import type { Position, Right } from '../../contract/intent.ts'
import type { Round } from '../rounds/rounds.ts'

export type Comment = {
  readonly id: string
  /** Comments are listed by it. */
  readonly place: number
  readonly provision: string
  readonly remark: string
  readonly proposal: string | null
  /** The document whose provision it is, which one, and what that said when the remark was made; null for free words. */
  readonly documentId: string | null
  readonly provisionKey: string | null
  readonly provisionText: string | null
}

/** A file that goes with an opinion: the signed letter, with its number (số/ký hiệu) and day where they are known. */
export type AttachedFile = {
  readonly id: string
  readonly place: number
  readonly sha256: string
  readonly name: string
  readonly number: string | null
  readonly dated: string | null
}

/** What somebody would send: a draft, or the opinion already sent. */
export type Content = {
  readonly position: Position | undefined
  readonly body: string
  readonly comments: readonly Comment[]
  readonly files: readonly AttachedFile[]
}

/** `revision` 0: nothing is saved yet. */
export type Draft = Content & {
  readonly id: string
  readonly revision: number
  /** The delegate who wrote last; null: the member. */
  readonly byId: string | null
}

/** Everything about one person in one round: read in one go, since nearly every step needs it. */
export type Seat = {
  readonly round: Round
  readonly draft: Draft | undefined
  /** The current opinion: the highest version. */
  readonly opinion: SentOpinion | undefined
  /** Whose seat it is, where a delegate looks at it, with everything that one may do today. */
  readonly holder?: Holder
  /** The last day of whose seat it is as a member, `YYYY-MM-DD`; absent where no end is set. */
  readonly memberUntil?: string
  /** The name of the delegate who wrote the draft last. */
  readonly writer?: string
  /** The name of the delegate who sent the current opinion. */
  readonly sender?: string
}

export type Holder = {
  readonly id: string
  readonly name: string
  readonly honorific: string | null
  readonly rights: readonly Right[]
}

export type SentOpinion = Content & {
  readonly position: Position
  readonly id: string
  readonly version: number
  readonly receipt: string
  readonly at: Date
  readonly late: boolean
  readonly draftVersion: number
  readonly recordedById: string | null
  readonly recordedSource: string | null
  /** The delegate who sent it; null: the member. */
  readonly sentById: string | null
}
