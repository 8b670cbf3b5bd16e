import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { ButtonWay, Part, Section } from '../../contract/page.ts'
import type { Board } from '../../opinions/boards/read-board.ts'
import { boardDeeds } from '../../opinions/cards/board-card.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'

/** Everything that a board offers, each where it belongs on the page. */
export type RoundDeeds = {
  /** The most used ones, beside the title. */
  readonly head: readonly Button[]
  /** To the answers, which have a page of their own. */
  readonly ways: readonly ButtonWay[]
  /** The documents about the round. */
  readonly record: readonly Part[]
  /** Remarks and their answers. */
  readonly remarks: readonly Button[]
  /** Whatever is left, in its groups. */
  readonly rest: readonly Section[]
}

const headOrder = ['reminder.preview', 'extend', 'reopen', 'record.export', 'record.save.form']

/** What a coordinator or the drafting agency can do about the round in its phase; nothing for others. */
export function roundDeeds(ctx: Context, round: Round, board: Board): RoundDeeds {
  const { texts: t } = ctx
  const groups = boardDeeds(ctx, round, board)
  const all = groups.flatMap(({ buttons }) => buttons)
  const head = headOrder.flatMap((wanted) => all.filter((button) => nameOf(button) === wanted))
  const ofKind = (start: string) => all.filter((button) => nameOf(button).startsWith(start))
  const record = ofKind('record.export')
  const remarks = all.filter((button) => ['remark.list', 'answer.due.form'].includes(nameOf(button)))
  const answers = all.filter((button) => nameOf(button) === 'answer.list')
  // What is to be done of a round that has closed.
  const first = answers.length > 0 && nameOf(head[0]) !== 'reminder.preview'
  const ways = answers.map(
    ({ label }): ButtonWay => ({
      ...{ label, place: { page: 'remarks', round: round.id } },
      ...(first ? { style: 'primary' } : {}),
    }),
  )
  const placed = new Set([...head, ...answers, ...record, ...remarks])
  const rest = groups
    .map((group) => ({ ...group, buttons: group.buttons.filter((button) => !placed.has(button)) }))
    .filter(({ buttons }) => buttons.length > 0)
  return {
    head: head.map((button, at) => (at === 0 && !first ? { ...button, style: 'primary' } : button)),
    ways,
    record: record.length === 0 ? [] : [{ kind: 'buttons', label: t.desk.round.record, buttons: record }],
    remarks,
    rest: rest.length === 0 ? [] : [{ id: 'deeds', title: t.desk.round.deeds, parts: rest }],
  }
}

/** By what a button is told from others: its intent, and of a change to the round which one. */
function nameOf(button: Button | undefined): string {
  if (button === undefined || !('intent' in button)) return ''
  const { intent } = button
  return intent.kind === 'round.change.form' ? intent.change : intent.kind
}
