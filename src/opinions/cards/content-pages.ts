import type { Intent } from '../../contract/intent.ts'
import type { Content } from '../answering/seat.ts'

/** How much of a text a card shows; the rest is one press away. */
export const shown = { body: 1200, remark: 400 } as const

/**
 * What the comments and files of a card may weigh, beside its words, facts and buttons, so that a message of Slack holds all
 * of it (`messageWeight` in its limits): letters, and so many for a row and its two buttons, as measured.
 */
const room = 6500
const row = 800

/** Which page is shown: this, or the one with that comment. `turn`: the way to another. */
export type Paged = {
  readonly page?: number | undefined
  readonly comment?: string | undefined
  readonly turn: (page: number) => Intent
}

type Rows = Pick<Content, 'comments' | 'files'>

/** The comments and then the files of what somebody wrote, in as many pages as they need; one at least. */
export function rowPages({ comments, files }: Rows): readonly Rows[] {
  const pages: { comments: Rows['comments'][number][]; files: Rows['files'][number][] }[] = [
    { comments: [], files: [] },
  ]
  let left = room
  const place = (weight: number) => {
    const last = pages.at(-1)
    const isEmpty = last === undefined || last.comments.length + last.files.length === 0
    left -= weight
    if (last !== undefined && (left >= 0 || isEmpty)) return last
    left = room - weight
    const next = { comments: [], files: [] }
    pages.push(next)
    return next
  }
  for (const comment of comments) {
    const letters = [comment.remark, comment.proposal ?? ''].map((text) => Math.min(text.length, shown.remark))
    place(row + comment.provision.length + letters.reduce((sum, count) => sum + count, 0)).comments.push(comment)
  }
  for (const file of files) place(row + file.name.length).files.push(file)
  return pages
}

/** The page that is wanted, from 0; one beyond the last gives the last. */
export function pageShown(pages: readonly Rows[], { page = 0, comment }: Paged): number {
  const found = pages.findIndex(({ comments }) => comments.some(({ id }) => id === comment))
  return found === -1 ? Math.min(page, pages.length - 1) : found
}
