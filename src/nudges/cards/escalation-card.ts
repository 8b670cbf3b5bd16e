import { workingDaysBetween } from '../../calendar/working-days.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import type { Member } from '../../people/members.ts'

/** A round and those who are long overdue in it. */
export type Escalated = { readonly round: Round; readonly people: readonly Member[] }

/** Names of one round, at the most; the board has them all. */
const mostNames = 20
/** Names of all rounds together and of any one at the least: Slack's message takes 12,000 characters with its buttons. */
const namesInAll = 40
const leastNames = 3
/** Of the names that go into a button: Slack's takes 2,000 characters in all. */
const mostCharacters = 1000
/** Rounds with buttons of their own. */
const mostRounds = 5

/** Who is long overdue, round by round, and what a coordinator can do about it. */
export function escalationCard(ctx: Context, rounds: readonly Escalated[]): Message {
  const { texts: t } = ctx
  const text = t.digest.escalation.summary(rounds.reduce((all, { people }) => all + people.length, 0))
  return {
    text,
    title: text,
    blocks: [
      ...rounds.flatMap((one, place) => namesOf(ctx, one, namesEach(rounds.length), place < mostRounds)),
      { kind: 'text', text: t.digest.escalation.why, tone: 'subtle' },
    ],
  }
}

const namesEach = (rounds: number): number => Math.min(mostNames, Math.max(leastNames, Math.floor(namesInAll / rounds)))

function namesOf(ctx: Context, { round, people }: Escalated, most: number, withButtons: boolean): readonly Block[] {
  const { texts: t } = ctx
  const days = workingDaysBetween(ctx.calendar, dayIn(round.dueAt, ctx.zone), dayIn(ctx.now, ctx.zone))
  const names = people.map(({ name, organisation }) =>
    t.digest.who(name, organisation === null ? null : t.called(organisation)),
  )
  const left = names.length - most
  const { key } = round.item
  const buttons: readonly Button[] = [
    {
      label: t.digest.escalation.remind(people.length, key),
      intent: { kind: 'reminder.preview', round: round.id, ...named(people) },
    },
    { label: t.digest.escalation.record(key), intent: { kind: 'record.save.form', round: round.id } },
    { label: t.buttons.status, intent: { kind: 'board.show', round: round.id } },
  ]
  return [
    { kind: 'text', text: t.digest.escalation.round(titleOf(round.item, ctx), days), tone: 'strong' },
    { kind: 'facts', facts: [{ label: t.opinion.deadline, value: t.deadline(round.dueAt, ctx.zone) }] },
    { kind: 'list', items: left > 0 ? [...names.slice(0, most), t.digest.more(left)] : names },
    ...(withButtons ? [{ kind: 'buttons', buttons } as const] : []),
  ]
}

/** Those named, where a button holds them; else everybody who is missing. */
function named(people: readonly Member[]): { readonly people?: string[] } {
  const keys = people.map((one) => one.key)
  return keys.length <= mostNames && keys.join('').length <= mostCharacters ? { people: keys } : {}
}
