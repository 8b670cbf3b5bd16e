import type { Context } from '../../context.ts'
import type { Listed, RoundChange } from '../../contract/intent.ts'
import type { Block, Button, Fact, Message } from '../../contract/message.ts'
import { openPageButton } from '../../conversation/open-page.ts'
import type { Texts } from '../../texts/texts.ts'
import { mayReadOthers } from '../answering/read-opinion.ts'
import type { Board } from '../boards/read-board.ts'
import { isReached, type Reach, reachStates } from '../boards/read-reach.ts'
import { type AnswerProgress, progressWords } from '../known-remarks/count-answered.ts'
import { isAnswering, type Phase, phase, takesAnswers } from '../rounds/phase.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'
import { documentButton, roundFacts, whyButton } from './opinion-content.ts'

/**
 * A round's state in numbers and a bar. In a channel counts only; a coordinator in private gets the names behind each
 * number and what can be done, somebody asked gets the way to their own answer. With `reach`, what became of the request
 * to each who has not answered, it says of how many that is not known to have arrived; with `answering`, how far the
 * drafting agency is with the remarks.
 */
export function boardMessage(
  ctx: Context,
  round: Round,
  board: Board,
  reach: ReadonlyMap<string, Reach> = new Map(),
  answering?: AnswerProgress,
): Message {
  const { texts: t } = ctx
  const at = phase(round, ctx.now)
  const label = t.board.progress(board.answered, board.total)
  const title = titleOf(round.item, ctx)
  const counts = [
    { label: t.board.state, value: t.board.phase[at] },
    ...round.positions.map((position) => ({
      label: t.positions[position],
      value: String(board.byPosition.get(position) ?? 0),
    })),
    ...(board.late > 0 ? [{ label: t.standings.late, value: String(board.late) }] : []),
    ...(round.silence === 'deemed' ? [{ label: t.standings.deemed, value: String(board.deemed) }] : []),
    { label: t.standings.missing, value: String(board.missing) },
    ...(board.former > 0 ? [{ label: t.standings.former, value: t.board.formerCount(board.former) }] : []),
    ...reachFacts(ctx, reach),
    ...(answering === undefined || answering.remarks === 0
      ? []
      : [
          {
            label: t.answers.readButton,
            value: progressWords(t, answering),
          },
        ]),
  ]
  const answersDue =
    round.answersDueAt === null || ctx.audience !== 'private' || !mayReadOrDraft(ctx, round)
      ? []
      : [{ label: t.answers.due.label, value: t.deadline(round.answersDueAt, ctx.zone) }]
  const wasAsked = ctx.audience === 'private' && board.rows.some((row) => row.personId === ctx.actor.id)
  const basis = round.silenceBasis === null ? [] : [subtle(t.board.deemedNote(round.silenceBasis))]
  const mine: readonly Button[] = wasAsked
    ? [{ label: t.buttons.openMine, style: 'primary', intent: { kind: 'opinion.show', round: round.id } }]
    : []
  // A channel gets the numbers, and no more to press than it needs.
  const why =
    ctx.audience === 'private' ? [whyButton(ctx, round), openPageButton(t, { page: 'round', round: round.id })] : []
  return {
    text: `${title}: ${label}`,
    title: t.board.title(title),
    blocks: [
      { kind: 'progress', label, done: board.answered, total: board.total },
      { kind: 'facts', facts: [...roundFacts(ctx, round), ...answersDue, ...counts] },
      ...basis,
      ...(ctx.audience === 'private' && mayReadOthers(ctx, round) ? peopleButtons(ctx, round, board, reach) : []),
      ...(ctx.audience === 'private' ? boardDeeds(ctx, round, board) : []),
      { kind: 'buttons', buttons: [...mine, ...documentButton(ctx, round), ...why, refreshButton(ctx, round)] },
      subtle(t.board.notAdoption),
    ],
  }
}

/** Whom the date for the answers concerns: coordinators and the agency that drafts the item. */
export const mayReadOrDraft = (ctx: Context, round: Round): boolean =>
  ctx.actor.roles.has('coordinator') ||
  (ctx.actor.roles.has('drafter') && ctx.actor.organisation === round.item.draftingAgency)

/** What the reader can do about a round, in groups: see to its documents and remarks, remind, change it. */
export const boardDeeds = (ctx: Context, round: Round, board: Board): readonly ButtonGroup[] => [
  ...(mayReadOthers(ctx, round) ? [exportButtons(ctx, round, isAnswering(round, ctx.now))] : []),
  ...(ctx.actor.roles.has('coordinator') ? changeButtons(ctx, round, board) : []),
]
type ButtonGroup = Extract<Block, { kind: 'buttons' }>

/** How the requests to those who have not answered stand, counted; nothing where there is none. */
function reachFacts({ texts: t }: Context, reach: ReadonlyMap<string, Reach>): readonly Fact[] {
  const all = [...reach.values()]
  if (all.length === 0) return []
  const counts = reachStates.flatMap((state) => {
    const count = all.filter((one) => one.state === state).length
    return count === 0 ? [] : [`${t.board.reachShort[state]} ${count}`]
  })
  return [{ label: t.board.requests, value: counts.join('; ') }]
}

function peopleButtons(
  { texts: t }: Context,
  round: Round,
  board: Board,
  reach: ReadonlyMap<string, Reach>,
): readonly Block[] {
  const counts: readonly (readonly [Listed, number])[] = [
    ['missing', board.missing],
    ['answered', board.answered - board.late],
    ['late', board.late],
    ['deemed', board.deemed],
    ['former', board.former],
    ['not-reached', [...reach.values()].filter((one) => !isReached(one)).length],
  ]
  const buttons = counts
    .filter(([, count]) => count > 0)
    .map(
      ([show, count]): Button => ({
        label: t.buttons.show(show, count),
        intent: { kind: 'board.show', round: round.id, show },
      }),
    )
  return buttons.length === 0 ? [] : [{ kind: 'buttons', label: t.board.groups.people, buttons }]
}

/** The documents about a round and its remarks, for whoever may read what others wrote in it. */
function exportButtons({ texts: t, actor }: Context, { id: round, state }: Round, answering: boolean): ButtonGroup {
  const words = t.recordTable.export
  return {
    kind: 'buttons',
    label: t.board.groups.documents,
    buttons: [
      { label: words.button, intent: { kind: 'record.export', round, what: 'table' } },
      { label: words.otherButton, intent: { kind: 'record.export.form', round } },
      { label: t.remarks.button, intent: { kind: 'remark.list', round } },
      ...(answering
        ? [
            {
              label: actor.roles.has('coordinator') ? t.answers.readButton : t.answers.button,
              intent: { kind: 'answer.list', round },
            } as const,
          ]
        : []),
      ...(actor.roles.has('coordinator') && state !== 'withdrawn'
        ? [{ label: t.answers.due.button, intent: { kind: 'answer.due.form', round } } as const]
        : []),
    ],
  }
}

/** What a coordinator can do to a round, by its phase. */
const possible: Record<Phase, readonly RoundChange[]> = {
  open: ['extend', 'close', 'withdraw'],
  late: ['extend', 'close', 'withdraw'],
  closed: ['reopen', 'withdraw'],
  withdrawn: [],
}

function changeButtons({ texts: t, now }: Context, round: Round, board: Board): readonly ButtonGroup[] {
  const changes = possible[phase(round, now)].map(
    (change): Button => ({
      label: t.changes[change],
      ...(change === 'withdraw' ? { style: 'danger' } : {}),
      intent: { kind: 'round.change.form', round: round.id, change },
    }),
  )
  const record: Button = { label: t.buttons.record, intent: { kind: 'record.save.form', round: round.id } }
  const buttons = takesAnswers(round, now) ? [record, ...changes] : changes
  return [
    {
      kind: 'buttons',
      label: t.board.groups.reminders,
      buttons: reminderButtons(t, round, takesAnswers(round, now), board.missing),
    },
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', label: t.board.groups.changes, buttons } as const]),
  ]
}

/** Reminding those who are missing, while they can answer, and what was sent so far. */
const reminderButtons = (t: Texts, { id }: Round, live: boolean, missing: number): readonly Button[] => [
  ...(live && missing > 0
    ? [{ label: t.buttons.remind(missing), intent: { kind: 'reminder.preview', round: id } } as const]
    : []),
  { label: t.buttons.reminders, intent: { kind: 'nudge.list', round: id } },
  ...(live ? [{ label: t.nudge.ladder.button, intent: { kind: 'ladder.save.form', round: id } } as const] : []),
]

const refreshButton = ({ texts: t }: Context, round: Round): Button => ({
  label: t.buttons.refresh,
  intent: { kind: 'board.show', round: round.id },
})

const subtle = (text: string): Block => ({ kind: 'text', text, tone: 'subtle' })
