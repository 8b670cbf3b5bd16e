import type { Context } from '../../context.ts'
import type { Button, Message } from '../../contract/message.ts'
import type { Draft } from '../drafts/load-draft.ts'
import { quoted } from '../intake/file-words.ts'
import { draftFacts } from './draft-facts.ts'
import { outlineOf } from './outline.ts'

const perPage = 40

/** A kept draft. `rounds`: those that ask the reader about it. */
export function draftCard(ctx: Pick<Context, 'texts'>, draft: Draft, page: number, rounds: readonly string[]): Message {
  const { texts } = ctx
  const { documents: t } = texts
  const { item, version, name, number, dated, title, provisions } = draft
  const outline = outlineOf(provisions)
  const pages = Math.max(1, Math.ceil(outline.length / perPage))
  const at = Math.min(page, pages - 1)
  const lines = outline.slice(at * perPage, (at + 1) * perPage)
  const heading = t.heading(item.key, version)
  const turn = (label: string, to: number): Button => ({
    label,
    intent: { kind: 'draft.show', document: draft.id, page: to },
  })
  const [round] = rounds
  return {
    text: heading,
    title: heading,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t.fileName, value: `${quoted(texts, name)}, ${t.size(draft.content.size)}` },
          ...draftFacts(ctx, { number, date: dated, title, provisions }),
        ],
      },
      ...(lines.length === 0
        ? []
        : [{ kind: 'text', text: t.outline, tone: 'strong' } as const, { kind: 'list', items: lines } as const]),
      ...(pages > 1 ? [{ kind: 'text', text: texts.page(at + 1, pages), tone: 'subtle' } as const] : []),
      ...(provisions.length === 0 ? [] : [{ kind: 'reader', document: draft.id, label: t.readWhole } as const]),
      {
        kind: 'buttons',
        buttons: [
          ...(provisions.length === 0
            ? []
            : [{ label: t.read, style: 'primary', intent: { kind: 'provision.show', document: draft.id } } as const]),
          { label: t.open, intent: { kind: 'draft.get', document: draft.id } },
          ...(round === undefined
            ? []
            : [{ label: texts.buttons.answer, intent: { kind: 'opinion.show', round } } as const]),
          ...(at > 0 ? [turn(texts.buttons.previousPage, at - 1)] : []),
          ...(at < pages - 1 ? [turn(texts.buttons.nextPage, at + 1)] : []),
        ],
      },
    ],
  }
}
