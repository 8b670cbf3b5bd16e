import type { Context } from '../context.ts'
import { Refusal } from '../contract/refusal.ts'
import { phase } from './rounds/phase.ts'
import { type Round, titleOf } from './rounds/rounds.ts'

/** How much of somebody's words is stored at the most, in characters (about eight pages). */
export const limits = {
  body: 20_000,
  remark: 5_000,
  proposal: 5_000,
  provision: 200,
  provisionText: 5_000,
  reason: 500,
  /** No more than every platform's field holds, so that none of it is ever left out. */
  bases: 2_500,
  comments: 100,
  files: 10,
} as const

/** The beginning of a text, cut at `length` characters where it is longer, with a mark that something is missing. */
export function excerpt(text: string, length: number): string {
  const letters = [...text]
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}

/** Cuts a text into pages of at most `length` characters, never inside a character. */
export function pages(text: string, length: number): readonly string[] {
  const letters = [...text]
  const cut: string[] = []
  for (let start = 0; start < letters.length; start += length) cut.push(letters.slice(start, start + length).join(''))
  return cut.length === 0 ? [''] : cut
}

/** Why a round takes no more answers, with the instant at which it stopped. */
export function closedRefusal(ctx: Context, round: Round): Refusal {
  if (phase(round, ctx.now) === 'withdrawn') return new Refusal('round-withdrawn', { reason: round.changeReason ?? '' })
  const at = round.state === 'closed' ? (round.closedAt ?? round.dueAt) : round.dueAt
  return new Refusal('round-closed', { at: ctx.texts.moment(at, ctx.zone), title: titleOf(round.item, ctx) })
}
