import type { Intent } from './intent.ts'
import type { Fact } from './message.ts'

/** What a provision is; `text`: words that stand in none. */
export type ProvisionKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'clause'
  | 'point'
  | 'heading'
  | 'appendix'
  | 'text'

/** A provision in the order of reading. `label` is how it begins there (`Điều 5.`, `2.`, `đ)`), '' for plain text. */
export type ReadableProvision = {
  readonly id: string
  readonly kind: ProvisionKind
  readonly number: string | null
  readonly label: string
  readonly title: string | null
  /** Its own words, without those of what lies in it; paragraphs apart by a line end, cells of a table by ` | `. */
  readonly text: string
  /** How many provisions it lies in. */
  readonly depth: number
  /** As it is cited by itself. */
  readonly path: string
}

/**
 * Where the reader may remark on a provision: pressed with `provision` and, where a passage of at most 1,000 characters was
 * marked, with `quote` beside what stands in it, `opens` gives the form. `label` tells several apart.
 */
export type RemarkPlace = {
  readonly label: string
  readonly opens: Extract<Intent, { kind: 'comment.save.form' }>
}

/** A remark of the reader's own, or of a member for whom they act. `edit` opens its form, while it may be changed. */
export type OwnRemark = {
  readonly provision: string
  /** The passage that was marked; absent where it is about the provision as a whole. */
  readonly quote?: string
  readonly remark: string
  readonly proposal: string | null
  /** Whose it is, where it is another's; and that it is not sent yet: in words. */
  readonly note: string
  readonly edit?: Intent
}

/** A draft to be read whole, for one person. */
export type ReadableDocument = {
  readonly id: string
  readonly heading: string
  readonly facts: readonly Fact[]
  readonly provisions: readonly ReadableProvision[]
  readonly places: readonly RemarkPlace[]
  readonly remarks: readonly OwnRemark[]
}
