import { record } from '../../audit/record.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { loadSeat, requireOpen } from '../../opinions/answering/draft.ts'
import { readerZone } from '../on-leave.ts'
import { snoozeDays } from './snooze-days.ts'

/**
 * "Remind me later": no nudge about this round until that morning; a second wish replaces the first. Refuses once there
 * is nothing left to put off: answered, closed, or at the last step before the deadline.
 */
export const snoozeNudge: UseCase<IntentOf<'nudge.snooze'>> = async (ctx, intent) => {
  const { db, now, texts: t } = ctx
  const personId = ctx.actor.id
  const { round, opinion } = await loadSeat(ctx, intent.round, personId)
  if (opinion !== undefined) throw new Refusal('nudge-answered')
  const open = requireOpen(ctx, round)
  const zone = readerZone(ctx)
  const putOff = (await snoozeDays(ctx, round, zone)).get(intent.days)
  if (putOff === undefined) throw new Refusal('snooze-too-late')
  const { untilDay, last } = putOff
  const text = t.nudge.snoozed(t.dayWithWeekday(untilDay), last)
  const answer = { label: t.buttons.answer, intent: { kind: 'opinion.save.form', round: round.id } } as const
  return {
    reply: {
      kind: 'message',
      message: {
        text,
        blocks: [
          { kind: 'text', text },
          { kind: 'buttons', buttons: [answer] },
        ],
      },
    },
    writes: [
      db.snooze.upsert({
        where: { personId_roundId: { personId, roundId: round.id } },
        create: { personId, roundId: round.id, untilDay, at: now },
        update: { untilDay, at: now },
      }),
      record(db, { at: now, actor: ctx.actor.key, deed: 'nudge.snooze', subject: round.id, facts: { untilDay } }),
    ],
    rests: [open],
  }
}
