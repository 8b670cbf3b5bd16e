import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Block } from '../../contract/message.ts'
import { pageOf, pageTurns } from '../../conversation/pages.ts'
import { mayReadOthers } from '../answering/read-opinion.ts'
import { peopleCard } from '../cards/people-card.ts'
import { latestRound, loadRound, type Round, titleOf } from '../rounds/rounds.ts'
import { boardOf } from './board-of.ts'
import { openRounds, readBoard } from './read-board.ts'
import { type Progress, readProgress } from './read-progress.ts'

/** Rounds a page: a message of Slack holds no more of them with their buttons. */
const perPage = 8

/** The board of one item's latest round, or every round still open in short, a page at a time. In a channel: counts only. */
export const showStatus: UseCase<IntentOf<'status.show'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  if (intent.item !== undefined) {
    const round = await latestRound(ctx, intent.item)
    return { reply: { kind: 'message', message: await boardOf(ctx, round) } }
  }
  const open = await openRounds(ctx)
  if (open.length === 0) {
    const none: Block = { kind: 'text', text: t.board.none }
    return { reply: { kind: 'message', message: { text: t.board.none, title: t.board.allTitle, blocks: [none] } } }
  }
  const { shown, at, of } = pageOf(open, perPage, intent.page)
  const inShort = (await readProgress(ctx, shown)).flatMap((one) => shortBoard(ctx, one))
  const title = t.board.allCounted(open.length)
  const blocks = [...inShort, ...pageTurns(t, { at, of }, (page) => ({ kind: 'status.show', page }))]
  const replaces = intent.page === undefined ? {} : { replaces: true as const }
  return { reply: { kind: 'message', message: { text: title, title, blocks }, ...replaces } }
}

/**
 * One round's board, or with `show` the people of one standing by name: for coordinators, and once it has closed for the
 * agency that drafts the item.
 */
export const showBoard: UseCase<IntentOf<'board.show'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  const mayRead = ctx.audience === 'private' && mayReadOthers(ctx, round)
  const message =
    intent.show !== undefined && mayRead
      ? await peopleCard(ctx, round, await readBoard(ctx, round), intent.show, intent.page ?? 0)
      : await boardOf(ctx, round)
  return { reply: { kind: 'message', message, replaces: true } }
}

/** What a list of rounds says of one: title, bar, deadline, and the way to its board. */
function shortBoard(ctx: Context, { round, answered, total }: Progress & { readonly round: Round }): readonly Block[] {
  const { texts: t } = ctx
  return [
    { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
    {
      ...{ kind: 'progress', label: t.board.progress(answered, total), done: answered, total },
      own: {
        row: round.item.key,
        buttons: [{ label: t.buttons.status, intent: { kind: 'board.show', round: round.id } }],
      },
    },
    { kind: 'text', text: `${t.opinion.deadline}: ${t.deadline(round.dueAt, ctx.zone)}`, tone: 'subtle' },
  ]
}
