import type { Context } from '../../context.ts'
import type { Listed } from '../../contract/intent.ts'
import type { Button, Message } from '../../contract/message.ts'
import { peopleById } from '../../people/members.ts'
import type { Board, Row } from '../boards/read-board.ts'
import { isReached, type Reach, reachWords, readReach } from '../boards/read-reach.ts'
import { takesAnswers } from '../rounds/phase.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'

/** People a page: short enough that each answer gets its own [Đọc] on every platform. */
const perPage = 20

/** Since when somebody is no member, and who was asked in their place. */
function formerWords(
  { texts: t }: Pick<Context, 'texts'>,
  former: Row['former'],
  nameOf: ReadonlyMap<string, string>,
): string {
  const since = former?.since === undefined ? t.standings.former : t.board.formerSince(t.day(former.since))
  const successor = former?.successorId === undefined ? undefined : nameOf.get(former.successorId)
  return successor === undefined ? since : `${since}; ${t.board.successor(successor)}`
}

/** The people of one standing, by name, a page at a time; the opinions themselves are one press away. */
export async function peopleCard(
  ctx: Context,
  round: Round,
  board: Board,
  show: Listed,
  page: number,
): Promise<Message> {
  const { texts: t } = ctx
  const standing = show === 'not-reached' ? 'missing' : show
  const rows = new Map(board.rows.filter((row) => row.standing === standing).map((row) => [row.personId, row]))
  const hasOpinion = show === 'answered' || show === 'late'
  const reach =
    hasOpinion || show === 'former' ? new Map<string, Reach>() : await readReach(ctx, round.id, [...rows.keys()])
  const isListed = (id: string) => {
    const one = reach.get(id)
    return show !== 'not-reached' || (one !== undefined && !isReached(one))
  }
  const people = (await peopleById(ctx, [...rows.keys()])).filter((person) => isListed(person.id))
  const pageCount = Math.max(1, Math.ceil(people.length / perPage))
  const at = Math.min(page, pageCount - 1)
  const shown = people.slice(at * perPage, (at + 1) * perPage)
  const senders = shown.flatMap((person) => {
    const row = rows.get(person.id)
    return [row?.sentById, row?.former?.successorId].flatMap((id) => id ?? [])
  })
  const nameOf = new Map((await peopleById(ctx, [...new Set(senders)])).map((sender) => [sender.id, sender.name]))
  const heading = t.board.people(show, people.length)
  const cells = shown.map((person) => {
    const row = rows.get(person.id)
    const name = [person.name, t.called(person.organisation ?? '')]
    if (show === 'former') return [...name, formerWords(ctx, row?.former, nameOf)]
    if (!hasOpinion) {
      const one = reach.get(person.id)
      return [...name, one === undefined ? '' : reachWords(ctx, one)]
    }
    const position = row?.position === undefined ? '' : t.positions[row.position]
    const moment = row?.at === undefined ? '' : t.moment(row.at, ctx.zone)
    const delegate = row?.sentById === undefined ? undefined : (nameOf.get(row.sentById) ?? row.sentById)
    if (delegate !== undefined) return [...name, `${position} (${t.delegation.onBoard(delegate)})`, moment]
    return [...name, row?.recorded ? `${position} (${t.board.recorded})` : position, moment]
  })
  const turn = (label: string, to: number): Button => ({
    label,
    intent: { kind: 'board.show', round: round.id, show, page: to },
  })
  const buttons: readonly Button[] = [
    ...(at > 0 ? [turn(t.buttons.previousPage, at - 1)] : []),
    ...(at < pageCount - 1 ? [turn(t.buttons.nextPage, at + 1)] : []),
    ...(shown.some((person) => reach.get(person.id)?.reachable === false) && ctx.actor.roles.has('coordinator')
      ? [{ label: t.buttons.access, intent: { kind: 'access.make.form' } } as const]
      : []),
    { label: t.buttons.back, intent: { kind: 'board.show', round: round.id } },
  ]
  const read = shown.map(
    (person): Button => ({
      label: t.buttons.read(person.name),
      intent: { kind: 'version.read', round: round.id, person: person.id },
    }),
  )
  // Whoever was asked in their place answers for the seat.
  const record = shown
    .filter((person) => rows.get(person.id)?.former?.successorId === undefined)
    .map(
      (person): Button => ({
        label: t.buttons.recordFor(person.name),
        intent: { kind: 'record.save.form', round: round.id, person: person.id },
      }),
    )
  const remind = shown.map(
    (person): Button => ({
      label: t.buttons.remindOne(person.name),
      intent: { kind: 'reminder.preview', round: round.id, people: [person.key] },
    }),
  )
  const mayRemind = standing === 'missing' && ctx.actor.roles.has('coordinator') && takesAnswers(round, ctx.now)
  return {
    text: `${titleOf(round.item, ctx)}: ${heading}`,
    title: heading,
    blocks: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      cells.length === 0
        ? { kind: 'text', text: t.board.nobody }
        : {
            kind: 'table',
            columns: hasOpinion
              ? [t.board.who, t.board.organisation, t.board.position, t.board.at]
              : [t.board.who, t.board.organisation, show === 'former' ? t.standings.former : t.board.request],
            rows: cells,
          },
      ...(pageCount > 1 ? [{ kind: 'text', text: t.page(at + 1, pageCount), tone: 'subtle' } as const] : []),
      ...(hasOpinion && read.length > 0 ? [{ kind: 'buttons', buttons: read } as const] : []),
      ...((standing === 'missing' || standing === 'former') &&
      takesAnswers(round, ctx.now) &&
      record.length > 0 &&
      record.length <= 10
        ? [{ kind: 'buttons', buttons: record } as const]
        : []),
      ...(mayRemind && remind.length > 0 && remind.length <= 10 ? [{ kind: 'buttons', buttons: remind } as const] : []),
      { kind: 'buttons', buttons },
    ],
  }
}
