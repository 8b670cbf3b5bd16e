import type { Context } from '../../context.ts'
import type { Button, Message } from '../../contract/message.ts'
import type { Draft } from '../drafts/load-draft.ts'
import type { Provision } from '../provision.ts'
import { within, wordsOf } from '../provision-words.ts'

/** In characters: what every platform shows in one piece. */
const pageLength = 2500

/**
 * One provision with everything in it, page by page, and the ways to the one before, the next, and a remark on it.
 * `rounds`: those that ask the reader about this draft.
 */
export function provisionCard(
  { texts }: Pick<Context, 'texts'>,
  draft: Draft,
  index: number,
  rounds: readonly string[],
  page: number,
): Message {
  const { documents: t } = texts
  const { provisions, item, version } = draft
  const provision = provisions[index]
  const inside = within(provisions, index)
  const letters = [...wordsOf(provisions, index)]
  const pages = Math.max(1, Math.ceil(letters.length / pageLength))
  const at = Math.min(page, pages - 1)
  const heading = `${t.heading(item.key, version)}: ${provision?.path ?? ''}`
  const before = provisions.findLastIndex((one, place) => place < index && stands(one))
  const after = provisions.findIndex((one, place) => place >= index + inside.length && stands(one))
  const to = (label: string, place: number): readonly Button[] => {
    const target = provisions[place]
    if (target === undefined) return []
    return [
      {
        label: `${label}: ${target.path}`,
        intent: { kind: 'provision.show', document: draft.id, provision: target.id },
      },
    ]
  }
  const turn = (label: string, target: number): Button => ({
    label,
    intent: {
      kind: 'provision.show',
      document: draft.id,
      ...(provision === undefined ? {} : { provision: provision.id }),
      page: target,
    },
  })
  const [round] = rounds
  return {
    text: heading,
    title: heading,
    blocks: [
      { kind: 'quote', text: letters.slice(at * pageLength, (at + 1) * pageLength).join('') },
      ...(pages > 1 ? [{ kind: 'text', text: texts.page(at + 1, pages), tone: 'subtle' } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(round === undefined || provision === undefined
            ? []
            : [
                {
                  label: t.remark,
                  style: 'primary',
                  intent: { kind: 'comment.save.form', round, provision: provision.id },
                } as const,
              ]),
          ...(at < pages - 1 ? [turn(texts.buttons.nextPage, at + 1)] : []),
          ...(at > 0 ? [turn(texts.buttons.previousPage, at - 1)] : []),
          ...to(t.before, before),
          ...to(t.after, after),
          { label: t.toOutline, intent: { kind: 'draft.show', document: draft.id } },
        ],
      },
    ],
  }
}

/** What one turns pages by: all but clauses and points of an article. */
const stands = ({ kind }: Provision): boolean => !['clause', 'point'].includes(kind)
