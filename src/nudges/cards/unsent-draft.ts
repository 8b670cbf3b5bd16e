import type { Context } from '../../context.ts'
import type { Block, Button } from '../../contract/message.ts'
import type { Seat } from '../../opinions/answering/seat.ts'

/** What lies unsent counts as nothing, which its author may not know: said above the buttons, with none of its words. */
export function unsentDraft({ texts: t }: Context, { draft }: Seat): readonly Block[] {
  return draft === undefined ? [] : [{ kind: 'text', text: t.nudge.unsentDraft, tone: 'warning' }]
}

/** The draft's card, where it is read and sent. `for`: the member whose draft it is, where a delegate reads. */
export function openDraft(
  { texts: t }: Context,
  { draft, round }: Seat,
  suffix: string,
  member?: { readonly id: string },
): readonly Button[] {
  if (draft === undefined) return []
  const whose = member === undefined ? {} : { for: member.id }
  return [
    {
      label: t.nudge.openDraft + suffix,
      style: 'primary',
      intent: { kind: 'opinion.show', round: round.id, ...whose },
    },
  ]
}
