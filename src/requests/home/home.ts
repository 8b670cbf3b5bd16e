import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Block, Button } from '../../contract/message.ts'
import { openRounds } from '../../opinions/boards/read-board.ts'
import { readProgress } from '../../opinions/boards/read-progress.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import { waitingRounds } from '../../opinions/rounds/waiting-rounds.ts'
import { delegatedRequests } from './delegated-requests.ts'
import { remarksAtHome } from './remarks-at-home.ts'
import { visitsAtHome } from './visits-at-home.ts'
import { waysOf } from './ways-of.ts'

/** Rounds of one kind that the first page names; the others it counts. */
const mostRounds = 8

/** My open requests, nearest deadline first; for coordinators the open rounds in numbers; and the ways onward. */
export const showHome: UseCase<IntentOf<'home.show'>> = async (ctx) => {
  const { texts: t, actor } = ctx
  const waiting = await waitingRounds(ctx)
  const blocks: Block[] = [
    { kind: 'text', text: t.home.roles([...actor.roles].map((role) => t.roles[role])), tone: 'subtle' },
  ]
  if (actor.roles.has('member')) {
    blocks.push({ kind: 'text', text: waiting.length === 0 ? t.home.nothing : t.home.waiting, tone: 'strong' })
    const named = waiting.slice(0, mostRounds)
    const drafted = await draftsIn(ctx, named)
    for (const round of named) {
      const begun = drafted.has(round.id)
      const due = t.home.due(t.deadline(round.dueAt, ctx.zone))
      const text = `${titleOf(round.item, ctx)}: ${due}${begun ? `; ${t.opinion.draftWaiting}` : ''}`
      const answer: Button = {
        label: t.buttons.answer,
        style: 'primary',
        // What is begun is looked at before it is sent; what is not needs the form, and no second press.
        intent: { kind: begun ? 'opinion.show' : 'opinion.save.form', round: round.id },
      }
      blocks.push({ kind: 'text', text, own: { row: round.item.key, buttons: [answer] } })
    }
    if (waiting.length > named.length) blocks.push(subtle(t.home.moreWaiting(waiting.length - named.length)))
  }
  blocks.push(...(await delegatedRequests(ctx)), ...(await remarksAtHome(ctx)), ...(await visitsAtHome(ctx)))
  if (actor.roles.has('coordinator') || actor.roles.has('chair')) {
    const open = await openRounds(ctx)
    blocks.push({ kind: 'text', text: open.length === 0 ? t.home.noRounds : t.home.rounds, tone: 'strong' })
    for (const { round, answered, total } of await readProgress(ctx, open.slice(0, mostRounds))) {
      const label = `${titleOf(round.item, ctx)}: ${t.board.progress(answered, total)}`
      const more: Button = { label: t.buttons.status, intent: { kind: 'board.show', round: round.id } }
      blocks.push({ kind: 'progress', label, done: answered, total, own: { row: round.item.key, buttons: [more] } })
    }
    if (open.length > mostRounds) blocks.push(subtle(t.home.more(open.length - mostRounds)))
  }
  blocks.push({ kind: 'divider' }, ...waysOf(ctx))
  return {
    reply: { kind: 'message', message: { text: t.home.summary(waiting.length), title: t.home.title(actor), blocks } },
  }
}

/** In which of these rounds the actor has a draft, by id. */
async function draftsIn({ db, actor }: Context, rounds: readonly Round[]): Promise<ReadonlySet<string>> {
  if (rounds.length === 0) return new Set()
  const among = { personId: actor.id, roundId: { in: rounds.map(({ id }) => id) } }
  const rows = await db.opinionDraft.findMany({ where: among, select: { roundId: true } })
  return new Set(rows.map((row) => row.roundId))
}

const subtle = (text: string): Block => ({ kind: 'text', text, tone: 'subtle' })
