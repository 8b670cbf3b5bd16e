import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Cell, TableRow } from '../../contract/page.ts'
import { ruleOf } from '../../nudges/cards/reminder-names.ts'
import { isReached, reachWords } from '../../opinions/boards/read-reach.ts'
import { formerWords } from '../../opinions/cards/people-card.ts'
import { takesAnswers } from '../../opinions/rounds/phase.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { excerpt } from '../../opinions/words.ts'
import { isStatus } from '../../outbox/host.ts'
import { nameAndBody } from '../../people/members.ts'
import { markOf } from '../parts/round-bar.ts'
import type { Shown } from './people-order.ts'
import type { Details, Version } from './read-details.ts'

/** How much of a source is shown. */
const sourceLength = 80

/** One of those asked; `nameOf` gives the person behind an id. */
export function personRow(
  ctx: Context,
  round: Round,
  details: Details,
  shown: Shown,
  nameOf: (id: string) => string | undefined,
): TableRow {
  const { texts: t, zone, now, actor } = ctx
  const { row, person, version } = shown
  const coordinates = actor.roles.has('coordinator')
  const reminds = coordinates && row.standing === 'missing' && takesAnswers(round, now)
  return {
    ...(reminds ? { id: person.key } : {}),
    name: nameAndBody(t, person),
    cells: [
      bodyCell(ctx, details, shown, nameOf),
      positionCell(ctx, details, shown, nameOf),
      { text: version === undefined ? '–' : String(version.remarks) },
      { text: row.at === undefined ? '–' : t.moment(row.at, zone) },
      ...(coordinates ? [messageCell(ctx, details, shown, nameOf)] : []),
    ],
    buttons: rowButtons(ctx, round, shown, reminds),
  }
}

/** Whose row it is, and what must be known of them before they are reminded. */
function bodyCell(
  { texts: t }: Context,
  { leave, delegates }: Details,
  { row, person, body }: Shown,
  nameOf: (id: string) => string | undefined,
): Cell {
  const until = row.position === undefined ? leave.get(person.id) : undefined
  const takers = delegates.get(person.id) ?? []
  const names = new Map([row.former?.successorId].flatMap((id) => (id === undefined ? [] : [[id, nameOf(id) ?? id]])))
  return {
    text: body,
    small: [
      // A name that says the body says nothing more.
      ...(person.name === body || (person.organisation !== null && person.name.includes(person.organisation))
        ? []
        : [person.name]),
      ...(row.standing === 'former' ? [formerWords({ texts: t }, row.former, names)] : []),
      ...(until === undefined ? [] : [t.remind.until(t.day(until))]),
      ...(takers.length === 0 ? [] : [t.desk.round.delegates(t.list(takers))]),
    ],
  }
}

function positionCell(
  { texts: t }: Context,
  { begun }: Details,
  { row, version, person }: Shown,
  nameOf: (id: string) => string | undefined,
): Cell {
  if (row.position === undefined || version === undefined)
    return {
      text: row.standing === 'former' ? t.standings.missing : t.standings[row.standing],
      mark: 'none',
      small: begun.has(person.id) ? [t.desk.round.begun] : [],
    }
  return { text: t.positions[row.position], mark: markOf[row.position], small: howSent(t, version, nameOf) }
}

/** How an opinion came: late, as which version, from whom, with which files. */
function howSent(
  t: Context['texts'],
  { version, late, recordedSource, sentById, files }: Version,
  nameOf: (id: string) => string | undefined,
): readonly string[] {
  return [
    ...(late ? [t.opinion.late] : []),
    ...(version > 1 ? [t.opinion.versionNo(version)] : []),
    ...(recordedSource === null ? [] : [t.desk.round.recorded(excerpt(recordedSource, sourceLength))]),
    ...(sentById === null ? [] : [t.delegation.onBoard(nameOf(sentById) ?? sentById)]),
    ...(files === 0 ? [] : [t.desk.round.files(files)]),
  ]
}

/** What became of the request to somebody who has not answered, and of what urged them last. */
function messageCell(
  ctx: Context,
  { reach, nudges }: Details,
  { row }: Shown,
  nameOf: (id: string) => string | undefined,
): Cell {
  const { texts: t, zone } = ctx
  const one = reach.get(row.personId)
  const nudge = row.position === undefined ? nudges.get(row.personId) : undefined
  const nudged =
    nudge === undefined
      ? []
      : [
          t.desk.round.lastNudge(
            t.moment(nudge.at, zone),
            ruleOf(ctx, nudge, nameOf),
            nudge.status !== null && isStatus(nudge.status) ? t.board.reachShort[nudge.status] : t.remind.list.gone,
          ),
        ]
  if (one === undefined) return { text: nudged.length === 0 ? '–' : '', small: nudged }
  if (isReached(one)) {
    const at = one.at === undefined ? [] : [t.moment(one.at, zone)]
    return { text: t.board.reachShort.sent, small: [...at, ...nudged] }
  }
  const short = one.state === 'sent' ? t.desk.round.gone : t.board.reachShort[one.state]
  return { text: '', pill: { text: short, tone: 'warning' }, small: [reachWords(ctx, one), ...nudged] }
}

function rowButtons(
  { texts: t, actor, now }: Context,
  { id: round, ...terms }: Round,
  { row, person, version }: Shown,
  reminds: boolean,
): readonly Button[] {
  const live = takesAnswers(terms, now)
  const silent = row.standing === 'missing' || row.standing === 'former'
  // Whoever was asked in their place answers for the seat.
  const records = actor.roles.has('coordinator') && live && silent && row.former?.successorId === undefined
  return [
    ...(version === undefined
      ? []
      : [{ label: t.buttons.read, intent: { kind: 'version.read', round, person: person.id } } as const]),
    ...(reminds
      ? [
          {
            label: t.buttons.remindOne,
            intent: { kind: 'reminder.preview', round, people: [person.key] },
          } satisfies Button,
        ]
      : []),
    ...(records
      ? [{ label: t.buttons.recordFor, intent: { kind: 'record.save.form', round, person: person.id } } as const]
      : []),
  ]
}
