import type { types } from '@slack/bolt'
import { limits } from '../outgoing/limits.ts'
import { pieces } from './split.ts'

/** A stretch of text in one style. */
export type Run = { readonly text: string; readonly bold?: true }

/** Text that is shown and never acts: rich text needs no escaping, and Slack looks for no mark-up or mentions in it. */
export function textElement(run: Run): types.RichTextElement {
  return { type: 'text', text: run.text, ...(run.bold ? { style: { bold: true } } : {}) }
}

/** Runs as paragraphs, broken into as many blocks as their length asks for. */
export function paragraphs(runs: readonly Run[]): types.RichTextBlock[] {
  return grouped(runs.flatMap((run) => pieces(run.text, limits.text).map((text) => ({ ...run, text })))).map(
    (group) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: group.map(textElement) }] }),
  )
}

/** Runs gathered into groups that each stay within the limit of one text; a run alone must not exceed it. */
export function grouped<T extends { readonly text: string }>(runs: readonly T[]): T[][] {
  const groups: T[][] = []
  let space = 0
  for (const run of runs) {
    const last = groups.at(-1)
    if (last !== undefined && run.text.length <= space) {
      last.push(run)
      space -= run.text.length
    } else {
      groups.push([run])
      space = limits.text - run.text.length
    }
  }
  return groups
}

export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
