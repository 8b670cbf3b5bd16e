import type { Context } from '../../context.ts'
import type { Block, Button, Item, Message, Own } from '../../contract/message.ts'
import { agencyOf, titleOf, typeOf } from '../../opinions/rounds/rounds.ts'
import type { Upcoming, UpcomingItem } from '../quarter-watch/read-upcoming.ts'
import type { UpcomingStep } from '../quarter-watch/upcoming.ts'

const mostLines = 20
const mostButtons = 5

/** Which quarter, on which occasion, and its default deadline. */
type Occasion = { readonly quarter: string; readonly step: UpcomingStep; readonly deadline: Date }

/** What a quarter still lacks: a coordinator can open the rounds from here, the drafting agency is asked for its drafts. */
export function upcomingCard(ctx: Context, { quarter, step, deadline }: Occasion, upcoming: Upcoming): Message {
  const { texts: t } = ctx
  const { noRound, noDraft, noQuarter } = upcoming
  const coordinates = ctx.actor.roles.has('coordinator')
  const name = t.quarter(quarter)
  const open = ({ key }: UpcomingItem): Own => ({
    row: key,
    buttons: [{ label: t.buttons.openRound, intent: { kind: 'round.propose.form', item: key } }],
  })
  const plan: Button = { label: t.buttons.plan, intent: { kind: 'plan.show', quarter } }
  return {
    text: t.digest.upcoming.summary(name, noRound.length + noDraft.length),
    title: t.digest.upcoming.title(name),
    blocks: [
      { kind: 'text', text: t.digest.upcoming.deadline(t.deadline(deadline, ctx.zone)) },
      ...list(ctx, t.digest.upcoming.noRound(noRound.length), noRound, coordinates ? open : undefined),
      ...list(ctx, t.digest.upcoming.noDraft(noDraft.length), noDraft),
      ...list(ctx, t.digest.upcoming.noQuarter(noQuarter.length), noQuarter),
      ...(coordinates ? [] : [{ kind: 'text', text: t.digest.upcoming.prepare } as const]),
      { kind: 'text', text: t.digest.upcoming.why(step), tone: 'subtle' },
      // Last, since a platform that has to shorten a message keeps the buttons that end it.
      { kind: 'buttons', buttons: [plan] },
    ],
  }
}

/** `own`: what can be done about each of the first. */
function list(
  ctx: Context,
  heading: string,
  items: readonly UpcomingItem[],
  own?: (item: UpcomingItem) => Own,
): readonly Block[] {
  const { texts: t } = ctx
  if (items.length === 0) return []
  const lines = items.map((item, place): Item => {
    const agency = agencyOf(item, t)
    const said = t.digest.upcoming.item(item.key, typeOf(item, ctx), titleOf(item, ctx), agency)
    const text = item.dueAt === undefined ? said : `${said}; ${t.home.due(t.deadline(item.dueAt, ctx.zone))}`
    return own === undefined || place >= mostButtons ? text : { text, own: own(item) }
  })
  const left = lines.length - mostLines
  return [
    { kind: 'text', text: heading, tone: 'strong' },
    { kind: 'list', items: left > 0 ? [...lines.slice(0, mostLines), t.digest.more(left)] : lines },
  ]
}
