import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { AnswerOutcome, Position } from '../contract/intent.ts'
import { provisionsOf } from '../documents/drafts/load-draft.ts'
import { readBoard } from '../opinions/boards/read-board.ts'
import { keyOf, knownRemarks } from '../opinions/known-remarks/fingerprint.ts'
import { inParts, readParts } from '../opinions/known-remarks/remark-parts.ts'
import { placesIn } from '../opinions/remarks/place-in-draft.ts'
import { fewest, readGroups, standingGroups } from '../opinions/remarks/remark-groups.ts'
import { phase } from '../opinions/rounds/phase.ts'
import type { Round } from '../opinions/rounds/rounds.ts'
import type { Answer, Asked, RecordSource, Reply, Together } from './layout/record-source.ts'

/** So many opinions are read at once: SQLite is read on the thread that answers everybody, a few milliseconds each time. */
const atOnce = 8

type Reading = {
  readonly progress?: (done: number, total: number) => void
}

/**
 * Reads a round, in whatever state it is, with everybody's current answer. Whose answer counts, and which version, is
 * fixed by one reading; versions never change, so the pages that follow belong together whatever is sent meanwhile.
 * `progress` hears how many answers have been read.
 */
export async function readRecord(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  round: Round,
  more: Reading = {},
): Promise<RecordSource> {
  const { db, now, zone } = ctx
  const board = await readBoard(ctx, round)
  const people = await db.person.findMany({
    where: { asked: { some: { roundId: round.id } } },
    select: { id: true, name: true, honorific: true, title: true, organisation: true },
  })
  const names = new Map(people.map((person) => [person.id, person]))
  const answers = await readAnswers(
    ctx,
    round,
    board.rows.flatMap(({ personId, version }) => (version === undefined ? [] : [{ personId, version }])),
    more.progress,
  )
  const asked = board.rows.flatMap((row): readonly Asked[] => {
    const person = names.get(row.personId)
    if (person === undefined) return []
    const { id: personId, ...known } = person
    return [{ personId, ...known, standing: row.standing, answer: answers.get(personId) }]
  })
  const { replies, unanswered } = await readReplies(ctx, round, answers)
  const published = await db.answerPublication.count({ where: { roundId: round.id } })
  const at = phase(round, now)
  const { number, draftVersion, openedAt, dueAt, changeReason, silence, silenceBasis, positions } = round
  const endedAt = at === 'open' || at === 'late' ? undefined : (round.closedAt ?? dueAt)
  return {
    item: round.item,
    round: {
      ...{ number, draftVersion, openedAt, dueAt, changeReason, silence, silenceBasis, positions },
      phase: at,
      endedAt,
    },
    bases: (round.legalBases ?? '').split('\n').filter((basis) => basis.trim() !== ''),
    asked,
    together: await readTogether(ctx, round, answers),
    replies,
    unanswered: published === 0 ? 0 : unanswered,
    total: board.total,
    at: now,
    zone,
  }
}

/** Groups of remarks as they stand among these answers. */
async function readTogether(
  ctx: Pick<Context, 'db'>,
  { id: round }: Round,
  answers: ReadonlyMap<string, Answer>,
): Promise<readonly Together[]> {
  const groups = await readGroups(ctx, round)
  if (groups.length === 0) return []
  const remarks = [...answers].flatMap(([personId, answer]) => knownRemarks(personId, answer))
  return standingGroups(groups, remarks).flatMap(({ words, remarks: members }) =>
    members.length < fewest ? [] : [{ ids: members.map(({ id }) => id), words }],
  )
}

/** What the drafting agency has settled of these answers' remarks, and how many have nothing; its drafts are no part of a document. */
async function readReplies(
  ctx: Pick<Context, 'db'>,
  { id: roundId }: Round,
  answers: ReadonlyMap<string, Answer>,
): Promise<{ readonly replies: readonly Reply[]; readonly unanswered: number }> {
  const [settled, parts] = await Promise.all([
    ctx.db.remarkAnswer.findMany({ where: { roundId, state: 'settled' } }),
    readParts(ctx, roundId),
  ])
  const byKey = new Map(settled.map((reply) => [keyOf(reply), reply]))
  const remarks = [...answers].flatMap(([personId, answer]) => inParts(knownRemarks(personId, answer), parts))
  const replies = remarks.flatMap((remark): readonly Reply[] => {
    const reply = byKey.get(keyOf(remark))
    if (reply === undefined) return []
    const { id, part } = remark
    const said = { id, outcome: AnswerOutcome.parse(reply.outcome), words: reply.words }
    return [part === undefined ? said : { ...said, part: part.place }]
  })
  // Each once, however often its author wrote it.
  const without = new Set(remarks.map(keyOf).filter((key) => !byKey.has(key)))
  return { replies, unanswered: without.size }
}

async function readAnswers(
  { db }: Pick<Context, 'db'>,
  round: Round,
  current: readonly { readonly personId: string; readonly version: number }[],
  progress: Reading['progress'],
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  const placeOf = placesIn(round.documentId === null ? [] : await provisionsOf(db, round.documentId))
  for (let from = 0; from < current.length; from += atOnce) {
    const rows = await db.opinion.findMany({
      where: { roundId: round.id, OR: current.slice(from, from + atOnce) },
      include: { comments: { orderBy: { place: 'asc' } }, files: { orderBy: { place: 'asc' } } },
    })
    const senders = rows.flatMap((row) => (row.sentById === null ? [] : [row.sentById]))
    const named =
      senders.length === 0
        ? []
        : await db.person.findMany({ where: { id: { in: senders } }, select: { id: true, name: true } })
    for (const row of rows) {
      const { id, body, version, receipt, at, late, recordedSource, sentById } = row
      // The delegate may have left the roster since: then the id is all that is known.
      const sentBy = sentById === null ? undefined : (named.find((one) => one.id === sentById)?.name ?? sentById)
      const comments = row.comments.map((comment) => {
        const { id: commentId, provision, provisionText, remark, proposal } = comment
        return { id: commentId, provision, place: placeOf(comment), provisionText, remark, proposal }
      })
      const letters = row.files.map(({ name, number, dated, sha256 }) => ({ name, number, dated, sha256 }))
      const position = Position.parse(row.position)
      answers.set(row.personId, {
        id,
        position,
        body,
        comments,
        version,
        receipt,
        at,
        late,
        recordedSource,
        sentBy,
        letters,
      })
    }
    progress?.(Math.min(from + atOnce, current.length), current.length)
    await setImmediate()
  }
  return answers
}
