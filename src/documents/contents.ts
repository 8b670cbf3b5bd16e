import type { Doubt } from './doubt.ts'
import type { Surroundings } from './secret-mark.ts'
import type { Line } from './structure/line.ts'

/** What a file holds, before its structure is read. */
export type Contents = {
  readonly kind: 'docx' | 'pdf' | 'markdown' | 'text'
  readonly lines: readonly Line[]
  /** Whether lines may be pieces of a paragraph. */
  readonly wrapped: boolean
  readonly doubts: readonly Doubt[]
  readonly around: Omit<Surroundings, 'name'>
}
