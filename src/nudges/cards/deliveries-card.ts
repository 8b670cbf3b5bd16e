import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { takesAnswers } from '../../opinions/rounds/phase.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import { isStatus } from '../../outbox/host.ts'
import { namesOf, ruleOf } from './reminder-names.ts'

/** One nudge or reminder with its message in the ledger. */
export type Delivery = {
  readonly personId: string
  readonly kind: string
  readonly step: string
  readonly at: Date
  readonly byId: string | null
  readonly letter: { readonly status: string; readonly notBefore: Date; readonly sentAt: Date | null } | undefined
  /** Whether the person has answered in the round. */
  readonly answered: boolean
}

/** One page of what was sent about a round, each line with what became of it and what is to be done. */
export async function deliveriesCard(
  ctx: Context,
  round: Round,
  deliveries: readonly Delivery[],
  { at, pages }: { readonly at: number; readonly pages: number },
): Promise<Message> {
  const { texts: t } = ctx
  const { list } = t.remind
  const nameOf = await namesOf(
    ctx,
    deliveries.flatMap((one) => [one.personId, one.byId]),
  )
  const rows = deliveries.map((one) => [
    nameOf(one.personId) ?? '',
    ruleOf(ctx, one, nameOf),
    t.moment(one.at, ctx.zone),
    became(ctx, one),
  ])
  const table: Block =
    rows.length === 0
      ? { kind: 'text', text: list.none }
      : { kind: 'table', columns: [list.who, list.rule, list.planned, list.result], rows }
  const title = list.title(titleOf(round.item, ctx))
  return {
    text: title,
    title,
    blocks: [
      table,
      ...(pages > 1 ? [{ kind: 'text', text: t.page(at + 1, pages), tone: 'subtle' } as const] : []),
      ...help(ctx, round, deliveries),
      { kind: 'buttons', buttons: turning(ctx, round, at, pages) },
    ],
  }
}

/** What became of a message, and what to do where that is for somebody to do. */
function became({ texts: t, now, zone }: Context, { letter, answered }: Delivery): string {
  const { list } = t.remind
  if (letter === undefined || !isStatus(letter.status)) return list.gone
  switch (letter.status) {
    case 'sent':
      return list.sent(t.moment(letter.sentAt ?? letter.notBefore, zone))
    case 'waiting':
      return letter.notBefore > now ? list.waitingUntil(t.moment(letter.notBefore, zone)) : list.waiting
    case 'sending':
      return list.sending
    case 'dropped':
      return answered ? list.answeredBefore : list.dropped
    case 'unsure':
    case 'unreachable':
    case 'failed':
      return list[letter.status]
    default:
      return letter.status satisfies never
  }
}

/** The ways to reach somebody whom no message reaches. */
function help({ texts: t, now }: Context, round: Round, deliveries: readonly Delivery[]): readonly Block[] {
  if (!deliveries.some((one) => one.letter?.status === 'unreachable' && !one.answered)) return []
  const record: Button = { label: t.buttons.record, intent: { kind: 'record.save.form', round: round.id } }
  const access: Button = { label: t.buttons.access, intent: { kind: 'access.make.form' } }
  return [{ kind: 'buttons', buttons: takesAnswers(round, now) ? [record, access] : [access] }]
}

function turning({ texts: t }: Context, round: Round, at: number, pages: number): readonly Button[] {
  const turn = (label: string, page: number): Button => ({
    label,
    intent: { kind: 'nudge.list', round: round.id, page },
  })
  return [
    ...(at > 0 ? [turn(t.buttons.previousPage, at - 1)] : []),
    ...(at < pages - 1 ? [turn(t.buttons.nextPage, at + 1)] : []),
    { label: t.buttons.back, intent: { kind: 'board.show', round: round.id } },
  ]
}
