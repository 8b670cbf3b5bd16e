import type { Context } from '../../context.ts'
import type { Listed } from '../../contract/intent.ts'
import type { Button, Item, Message } from '../../contract/message.ts'
import { type Member, peopleById } from '../../people/members.ts'
import type { Board, Row } from '../boards/read-board.ts'
import { isReached, type Reach, reachWords, readReach } from '../boards/read-reach.ts'
import { takesAnswers } from '../rounds/phase.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'

/** People a page: what a message of Slack holds with no button, one or two for each. */
const perPage = [20, 15, 10] as const

/** Since when somebody is no member, and who was asked in their place. */
export function formerWords(
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
  const live = takesAnswers(round, ctx.now)
  const records = (standing === 'missing' || standing === 'former') && live
  const reminds = standing === 'missing' && live && ctx.actor.roles.has('coordinator')
  const onPage = reminds ? perPage[2] : hasOpinion || records ? perPage[1] : perPage[0]
  const pageCount = Math.max(1, Math.ceil(people.length / onPage))
  const at = Math.min(page, pageCount - 1)
  const shown = people.slice(at * onPage, (at + 1) * onPage)
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
  const buttonsOf = ({ id, key }: Member): readonly Button[] => [
    ...(hasOpinion
      ? [{ label: t.buttons.read, intent: { kind: 'version.read', round: round.id, person: id } } as const]
      : []),
    // Whoever was asked in their place answers for the seat.
    ...(records && rows.get(id)?.former?.successorId === undefined
      ? [{ label: t.buttons.recordFor, intent: { kind: 'record.save.form', round: round.id, person: id } } as const]
      : []),
    ...(reminds
      ? [
          {
            label: t.buttons.remindOne,
            intent: { kind: 'reminder.preview', round: round.id, people: [key] },
          } satisfies Button,
        ]
      : []),
  ]
  return {
    text: `${titleOf(round.item, ctx)}: ${heading}`,
    title: heading,
    blocks: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      cells.length === 0
        ? { kind: 'text', text: t.board.nobody }
        : hasOpinion || records
          ? { kind: 'list', items: shown.map((person, place) => rowOf(ctx, person, cells[place] ?? [], buttonsOf)) }
          : {
              kind: 'table',
              columns: [t.board.who, t.board.organisation, show === 'former' ? t.standings.former : t.board.request],
              rows: cells,
            },
      ...(pageCount > 1 ? [{ kind: 'text', text: t.page(at + 1, pageCount), tone: 'subtle' } as const] : []),
      { kind: 'buttons', buttons },
    ],
  }
}

/** Somebody with what is told of them, and what can be done about it. */
function rowOf(
  { texts: t }: Context,
  person: Member,
  [name = '', organisation = '', ...told]: readonly string[],
  buttonsOf: (person: Member) => readonly Button[],
): Item {
  const who = organisation === '' ? name : t.digest.who(name, organisation)
  const text = [who, told.filter((part) => part !== '').join(', ')].filter((part) => part !== '').join(': ')
  const buttons = buttonsOf(person)
  return buttons.length === 0 ? text : { text, own: { row: person.name, buttons } }
}
