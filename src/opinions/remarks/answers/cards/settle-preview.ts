import type { Context } from '../../../../context.ts'
import { AnswerOutcome } from '../../../../contract/intent.ts'
import type { Message } from '../../../../contract/message.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'
import { type AnsweredRemark, isDraft, progressOf } from '../answered-remarks.ts'

/** How many drafts of each outcome become settled, and how many remarks have no answer. `drafts`: the digest of those. */
export function settlePreview(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  drafts: string,
  note?: string,
): Message {
  const { answers: t, buttons } = ctx.texts
  const { open, drafts: count } = progressOf(remarks)
  const of = (outcome: AnswerOutcome) => remarks.filter((one) => isDraft(one) && one.answer?.outcome === outcome).length
  const text = t.settlePreview(count)
  return {
    text,
    title: t.title(titleOf(round.item, ctx)),
    blocks: [
      ...(note === undefined ? [] : [{ kind: 'text', text: note, tone: 'warning' } as const]),
      { kind: 'text', text, tone: 'strong' },
      {
        kind: 'facts',
        facts: AnswerOutcome.options
          .filter((outcome) => of(outcome) > 0)
          .map((outcome) => ({ label: t.outcomes[outcome], value: String(of(outcome)) })),
      },
      ...(open > 0 ? [{ kind: 'text', text: t.stillOpen(open), tone: 'warning' } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          { label: t.settle(count), style: 'primary', intent: { kind: 'answer.settle', round: round.id, drafts } },
          { label: buttons.back, intent: { kind: 'answer.list', round: round.id, page: 0 } },
        ],
      },
    ],
  }
}
