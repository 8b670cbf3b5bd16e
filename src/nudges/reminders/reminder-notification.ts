import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Block, Message } from '../../contract/message.ts'
import { readSeat } from '../../opinions/answering/read-seat.ts'
import type { Seat } from '../../opinions/answering/seat.ts'
import { opinionCard } from '../../opinions/cards/opinion-card.ts'
import { documentButton, roundFacts, warning } from '../../opinions/cards/opinion-content.ts'
import { phase, standing, takesAnswers } from '../../opinions/rounds/phase.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { openDraft, unsentDraft } from '../cards/unsent-draft.ts'
import { readerOnLeave, readerZone } from '../on-leave.ts'
import { reminderTime } from './reminder-hours.ts'

/** What a coordinator sends by hand to somebody who has not answered, about one round or several. */
export const ReminderNotification = z.object({
  kind: z.literal('reminder'),
  rounds: z.array(z.uuid()).min(1),
  /** Rewritten when a round it is about is answered or changed. */
  card: z.literal(true).optional(),
})
export type ReminderNotification = z.infer<typeof ReminderNotification>

/**
 * The words of a reminder for `ctx.actor` as things stand at `ctx.now`: rounds answered or closed since are left out,
 * and with none left, on leave, or without a seat by now, nothing is sent. Outside 06:00-21:00 on the reader's clocks it
 * waits until 08:00.
 */
export async function composeReminder(ctx: Context, letter: ReminderNotification, purpose: Purpose): Promise<Composed> {
  const found = await Promise.all(letter.rounds.map((round) => readSeat(ctx.db, round, ctx.actor.id)))
  const seats = found.flatMap((seat) => (seat?.asked === true ? [seat] : []))
  const waiting = seats.filter(
    ({ round, opinion }) => takesAnswers(round, ctx.now) && standing(round, opinion, ctx.now) === 'missing',
  )
  if (purpose === 'reread') return { message: waiting.length > 0 ? asking(ctx, waiting) : settled(ctx, seats) }
  if (waiting.length === 0) return { drop: 'answered or closed since' }
  if (!ctx.actor.roles.has('member')) return { drop: 'no member any more' }
  if (await readerOnLeave(ctx)) return { drop: 'on leave' }
  const at = reminderTime(ctx.now, readerZone(ctx))
  if (at > ctx.now) return { wait: at, why: 'it is night where the reader is' }
  return { message: asking(ctx, waiting) }
}

/** Rounds with facts and buttons of their own; more are listed, since a platform shows only so many. */
const inFull = 5

function asking(ctx: Context, waiting: readonly Seat[]): Message {
  const { texts: t, actor } = ctx
  const [only] = waiting
  if (only !== undefined && waiting.length === 1) {
    const said = t.remind.notification(actor, titleOf(only.round.item, ctx))
    const text = `${said} ${t.opinion.deadline}: ${t.deadline(only.round.dueAt, ctx.zone)}.`
    return { text, blocks: [{ kind: 'text', text: said, tone: 'strong' }, ...entry(ctx, only)] }
  }
  const text = t.remind.notificationMany(actor, waiting.length)
  const entries = waiting
    .slice(0, inFull)
    .flatMap((seat): readonly Block[] => [
      { kind: 'divider' },
      { kind: 'text', text: titleOf(seat.round.item, ctx), tone: 'strong' },
      ...entry(ctx, seat),
    ])
  const more = waiting
    .slice(inFull)
    .map(({ round }) => `${titleOf(round.item, ctx)}: ${t.deadline(round.dueAt, ctx.zone)}`)
  const mine = { label: t.buttons.mine, intent: { kind: 'opinion.list' } } as const
  return {
    text,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      ...entries,
      ...(more.length === 0
        ? []
        : [{ kind: 'list', items: more } as const, { kind: 'buttons', buttons: [mine] } as const]),
    ],
  }
}

function entry(ctx: Context, seat: Seat): readonly Block[] {
  const { texts: t } = ctx
  const { round } = seat
  const first = seat.draft === undefined ? { style: 'primary' as const } : {}
  return [
    { kind: 'facts', facts: roundFacts(ctx, round) },
    ...(phase(round, ctx.now) === 'late' ? [warning(t.opinion.lateNow)] : []),
    ...unsentDraft(ctx, seat),
    {
      kind: 'buttons',
      buttons: [
        ...openDraft(ctx, seat, ''),
        { label: t.buttons.answer, ...first, intent: { kind: 'opinion.save.form', round: round.id } },
        ...documentButton(ctx, round),
      ],
    },
  ]
}

/** What it shows once nothing is left to answer: the person's own card where it is about one round. */
function settled(ctx: Context, seats: readonly Seat[]): Message {
  const [only] = seats
  if (only !== undefined && seats.length === 1) return opinionCard(ctx, only)
  const text = ctx.texts.remind.settled
  const mine = { label: ctx.texts.buttons.mine, intent: { kind: 'opinion.list' } } as const
  return {
    text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [mine] },
    ],
  }
}
