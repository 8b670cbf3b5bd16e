import type { AnswerOutcome, Position, Standing } from '../../contract/intent.ts'
import type { RemarkPlace } from '../../opinions/remarks/remark-place.ts'
import type { Phase } from '../../opinions/rounds/phase.ts'

/** One round as it stands at an instant: all that its documents are made of. Plain data, so that a worker can be given it. */
export type RecordSource = {
  readonly item: {
    readonly key: string
    readonly type: string
    readonly typeEn: string | null
    readonly title: string
    readonly titleEn: string | null
    readonly draftingAgency: string | null
  }
  readonly round: {
    readonly number: number
    readonly draftVersion: number
    readonly openedAt: Date
    readonly dueAt: Date
    readonly phase: Phase
    /** Since when it takes no more answers; undefined while it does. */
    readonly endedAt: Date | undefined
    readonly changeReason: string | null
    readonly silence: string
    readonly silenceBasis: string | null
    readonly positions: readonly Position[]
  }
  /** Legal bases as they were entered. */
  readonly bases: readonly string[]
  readonly asked: readonly Asked[]
  /** Remarks that a coordinator put into one row. */
  readonly together: readonly Together[]
  /** What the drafting agency has answered and settled. */
  readonly replies: readonly Reply[]
  /** Remarks without such an answer, once answers were published; 0 before. */
  readonly unanswered: number
  /** Who answered and whose seat is nobody's any more counts among those asked; who left without an answer does not. */
  readonly total: number
  /** When it was read. */
  readonly at: Date
  /** The committee's IANA zone. */
  readonly zone: string
}

/**
 * By the ids of the remarks: a comment's, or an opinion's for its general remark; at least two. `words`: what they have in
 * common, as the coordinator wrote it.
 */
export type Together = { readonly ids: readonly string[]; readonly words: string | null }

/**
 * The answer to one remark, by its id: a comment's, or an opinion's for its general remark. `part`: to which part of it, from
 * 1, where it was split.
 */
export type Reply = {
  readonly id: string
  readonly part?: number
  readonly outcome: AnswerOutcome
  readonly words: string
}

/** One of those who were asked. Whoever has an answer has one, whatever became of their seat. */
export type Asked = {
  readonly personId: string
  readonly name: string
  readonly honorific: string | null
  readonly title: string | null
  readonly organisation: string | null
  readonly standing: Standing
  readonly answer: Answer | undefined
}

/** Somebody's current version, word for word. */
export type Answer = {
  readonly id: string
  readonly position: Position
  readonly body: string
  readonly comments: readonly Comment[]
  readonly version: number
  readonly receipt: string
  readonly at: Date
  readonly late: boolean
  /** Whence a coordinator had it (a letter, a telephone call) who recorded it for them. */
  readonly recordedSource: string | null
  /** The name of the delegate who sent it under a delegation. */
  readonly sentBy: string | undefined
  /** What was sent with it: a signed letter, with its number and day (`YYYY-MM-DD`) where they are known. */
  readonly letters: readonly Letter[]
}

export type Letter = {
  readonly name: string
  readonly number: string | null
  readonly dated: string | null
  readonly sha256: string
}

export type Comment = {
  readonly id: string
  readonly provision: string
  readonly place: RemarkPlace
  /** What the provision said when the remark was made, as far as it is known. */
  readonly provisionText: string | null
  readonly remark: string
  readonly proposal: string | null
}

/** Whom the document calls the author: the body they speak for, and where none is known themselves. */
export const bodyOf = (asked: Pick<Asked, 'name' | 'organisation'>): string => asked.organisation ?? asked.name

/** Whether an answer says more than its position. */
export const hasWords = (answer: Pick<Answer, 'body' | 'comments'>): boolean =>
  answer.body.trim() !== '' || answer.comments.length > 0
