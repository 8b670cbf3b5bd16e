import { record } from '../../audit/record.ts'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Invalid } from '../../contract/refusal.ts'
import { newPreview, requireNewest } from '../../conversation/previews.ts'
import type { Write } from '../../database/db.ts'
import { roundStands } from '../../database/rests.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { loadRound, type Round } from '../../opinions/rounds/rounds.ts'
import { peopleById } from '../../people/members.ts'
import { byWhy, keysOf } from '../cards/reminder-names.ts'
import { reminderPreview } from '../cards/reminder-preview.ts'
import { writesOf } from '../run-nudges.ts'
import { peopleNamed } from './named-people.ts'
import { pairOf } from './reminded-before.ts'
import { roundsToRemind } from './rounds-to-remind.ts'
import { type WhoToRemind, whoToRemind } from './who-to-remind.ts'

/** People named for one reminder, at the most: a button carries their ids. */
const mostNamed = 20
/** A person has one preview of a reminder at a time, whatever it is about. */
const previewed = 'reminder'

/** Who would be reminded of what, and who is left out and why. Nothing is sent. */
export const previewReminder: UseCase<IntentOf<'reminder.preview'>> = async (ctx, intent) => {
  const { rounds, more } = await roundsToRemind(ctx, intent)
  const named = intent.people === undefined ? undefined : await peopleNamed(ctx, intent.people)
  if (named !== undefined && named.length > mostNamed) throw new Invalid(ctx.texts.remind.tooManyNamed(mostNamed))
  const preview = newPreview(ctx, previewed)
  const send = {
    kind: 'reminder.send',
    id: preview.id,
    rounds: rounds.map((round) => round.id),
    ...(named === undefined ? {} : { people: named.map((person) => person.id) }),
  } as const
  const who = await whoToRemind(ctx, rounds, named)
  const message = await reminderPreview(ctx, { rounds, more, who, send })
  return { reply: { kind: 'message', message }, writes: preview.writes, rests: [] }
}

/**
 * Reminds whoever is still to be reminded at this moment, one message a person, and says who is left out and why.
 * Pressed twice it sends once; of two coordinators at the same moment one sends and the other is told.
 */
export const sendReminder: UseCase<IntentOf<'reminder.send'>> = async (ctx, intent) => {
  const sent = await sentBefore(ctx, intent)
  if (sent !== undefined) return sent
  const newest = await requireNewest(ctx, previewed, intent.id)
  const rounds = await Promise.all([...new Set(intent.rounds)].map((id) => loadRound(ctx, id)))
  const [first] = rounds
  if (first !== undefined && rounds.every((round) => ['closed', 'withdrawn'].includes(phase(round, ctx.now))))
    await roundsToRemind(ctx, { round: first.id })
  const named = intent.people === undefined ? undefined : await peopleById(ctx, intent.people)
  const who = await whoToRemind(ctx, rounds, named)
  // The same press on its other way may have reminded them since it was looked for.
  const meanwhile = who.due.length === 0 ? await sentBefore(ctx, intent) : undefined
  if (meanwhile !== undefined) return meanwhile
  const { writes, rests } = reminderChange(ctx, intent.id, rounds, who)
  return { reply: said(ctx, who, rounds), writes, rests: [...newest, ...rests] }
}

/** The messages with their reasons, and the audit line, as long as the rounds stand. Each reason's key counts up, so that no two sends share one. */
export function reminderChange(ctx: Context, id: string, rounds: readonly Round[], { due, left, counts }: WhoToRemind) {
  if (due.length === 0) return { writes: [], rests: [] }
  const planned = due.map(({ person, rounds: of }) => {
    const ids = of.map((round) => round.id)
    const [only] = ids
    const single = only !== undefined && ids.length === 1
    return {
      post: {
        key: postKey(id, person.id),
        personId: person.id,
        letter: { kind: 'reminder', rounds: ids, card: true },
        ...(single ? { subject: only } : {}),
      },
      reasons: ids.map((roundId) => ({
        // Whoever reads the same past and sends at the same moment gets the same key: the second is refused.
        key: `reminder:${roundId}:${person.id}:${(counts.get(pairOf(roundId, person.id)) ?? 0) + 1}`,
        kind: 'reminder' as const,
        roundId,
        step: 'reminder',
        byId: ctx.actor.id,
      })),
    }
  })
  const [only] = rounds
  const writes: readonly Write[] = [
    ...writesOf(ctx, planned),
    record(ctx.db, {
      at: ctx.now,
      actor: ctx.actor.key,
      deed: 'remind.send',
      subject: only !== undefined && rounds.length === 1 ? only.id : id,
      facts: { rounds: keysOf(rounds), people: due.length, leftOut: new Set(left.map((one) => one.person.id)).size },
    }),
  ]
  const about = new Map(due.flatMap((one) => one.rounds.map((round) => [round.id, round] as const)))
  return { writes, rests: [...about.values()].map(roundStands) }
}

const postKey = (id: string, personId: string) => `remind:${id}:${personId}`

/** The answer to a preview whose button was pressed before: it is not sent again. */
async function sentBefore(ctx: Context, { id, rounds }: IntentOf<'reminder.send'>): Promise<Outcome | undefined> {
  const rows = await ctx.db.nudge.findMany({
    where: { roundId: { in: [...rounds] }, kind: 'reminder', outboxKey: { startsWith: postKey(id, '') } },
    select: { personId: true, at: true },
  })
  const [first] = rows
  if (first === undefined) return undefined
  const { texts: t } = ctx
  const text = t.remind.already(new Set(rows.map((row) => row.personId)).size, t.moment(first.at, ctx.zone))
  return { reply: { kind: 'message', replaces: true, message: { text, blocks: [{ kind: 'text', text }] } } }
}

function said({ texts: t }: Context, { due, left }: WhoToRemind, rounds: readonly Round[]): Outcome['reply'] {
  const text = due.length === 0 ? t.remind.nobody : t.remind.sending(due.length)
  const parts = byWhy(left).map(({ why, people }) => `${t.remind.why[why]} ${people}`)
  const buttons = rounds.slice(0, 5).map((round) => {
    const label = rounds.length === 1 ? t.buttons.reminders : `${t.buttons.reminders}: ${round.item.key}`
    return { label, intent: { kind: 'nudge.list', round: round.id } } as const
  })
  return {
    kind: 'message',
    replaces: true,
    message: {
      text,
      blocks: [
        { kind: 'text', text, tone: 'strong' },
        ...(parts.length === 0 ? [] : [{ kind: 'text', text: t.remind.notSent(parts.join('; ')) } as const]),
        { kind: 'buttons', buttons },
      ],
    },
  }
}
