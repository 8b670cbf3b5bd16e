import { record } from '../../audit/record.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Db, Write } from '../../database/db.ts'
import { takeTurn } from '../../database/turns.ts'
import { putDraftFiles } from '../../documents/drafts/put-draft-files.ts'
import { put, refresh } from '../../outbox/put.ts'
import { requestKey } from '../boards/read-reach.ts'
import { takingAnswers } from './phase.ts'
import { type Leaver, type NewMember, successorsOf } from './successor.ts'
import { formerIn, memberOn } from './who-counts.ts'

type Clock = Pick<Context, 'db' | 'now' | 'zone' | 'bringsFiles'>
type OpenRound = Awaited<ReturnType<typeof roundsThatWait>>[number]
type Keyed = { readonly id: string; readonly key: string }

/**
 * Asks successors: whoever was asked in an open round, has not answered and is no member any more is followed by the one
 * person of the same organisation whose role as a member began after theirs ended. Where several could be meant on either
 * side nobody is guessed. The card of whoever left is rewritten, once, so that it stops asking. Gives how many changes
 * were stored; safe to run at any time, on several replicas.
 */
export async function handOverSeats(
  ctx: Clock,
  commit: (db: Db, writes: readonly Write[]) => Promise<boolean>,
): Promise<number> {
  let stored = 0
  for (const round of await roundsThatWait(ctx))
    for (const writes of await changesOf(ctx, round)) if (await commit(ctx.db, writes)) stored += 1
  return stored
}

/** Rounds in which somebody who was asked and has not answered is no member today. */
function roundsThatWait({ db, now, zone }: Clock) {
  const left = { roles: { none: memberOn(dayIn(now, zone)) } }
  return db.round.findMany({
    where: {
      ...takingAnswers(now),
      // Once silence has counted, the seats of that moment stand.
      NOT: { silence: 'deemed', dueAt: { lte: now } },
      asked: { some: { person: left } },
    },
  })
}

async function changesOf(ctx: Clock, round: OpenRound): Promise<readonly (readonly Write[])[]> {
  const turns = await takeTurn(ctx.db, 'seats')
  const former = await formerIn(ctx, round)
  const rows = await ctx.db.asked.findMany({
    where: {
      roundId: round.id,
      person: { roles: { none: memberOn(dayIn(ctx.now, ctx.zone)) }, opinions: { none: { roundId: round.id } } },
    },
    select: { person: { select: { id: true, key: true, organisation: true } } },
  })
  const gone = rows.flatMap(({ person }) => {
    const left = former.get(person.id)
    if (left === undefined || left.successorId !== undefined) return []
    return [{ ...person, since: left.since, followed: false }]
  })
  if (gone.length === 0) return []
  const successors = successorsOf(gone, await newMembers(ctx, round.id))
  const done = await rewritten(ctx, round.id)
  const rewriting = (person: Leaver): readonly Write[] => {
    const key = refreshCause(person)
    return done.has(`refresh:${round.id}:${person.id}:${key}`)
      ? []
      : [refresh(ctx.db, round.id, [person.id], key, ctx.now)]
  }
  const left = gone.filter((person) => successors.every(({ from }) => from !== person))
  const alone = left.map(rewriting).filter((writes) => writes.length > 0)
  if (successors.length === 0) return alone
  const ids = successors.map(({ to }) => to.id)
  const files = round.documentId === null ? [] : await putDraftFiles(ctx, round.id, round.documentId, ids)
  const asking = successors.flatMap(({ from, to }) => [...rewriting(from), ...askWrites(ctx, round, from, to)])
  // Whoever has just been recorded in a seat, in place of who has left, makes it fail: see `recordOpinion`.
  return [...alone, [...turns, ...asking, ...files]]
}

async function newMembers({ db, now, zone }: Clock, roundId: string): Promise<readonly (NewMember & Keyed)[]> {
  const today = memberOn(dayIn(now, zone))
  const rows = await db.person.findMany({
    where: { organisation: { not: null }, roles: { some: today }, asked: { none: { roundId } } },
    select: { id: true, key: true, organisation: true, roles: { where: today, select: { fromDay: true } } },
  })
  return rows.map(({ roles, ...person }) => ({ ...person, since: roles.map(({ fromDay }) => fromDay) }))
}

const refreshCause = ({ since }: Pick<Leaver, 'since'>): string => `former:${since ?? ''}`

async function rewritten({ db }: Clock, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await db.outbox.findMany({
    where: { subject: roundId, kind: 'refresh', key: { contains: ':former:' } },
    select: { key: true },
  })
  return new Set(rows.map((row) => row.key))
}

/** The successor is asked like everybody else was, as long as the round is open; once, by the key of who is asked. */
function askWrites({ db, now }: Clock, round: OpenRound, from: Keyed, to: Keyed): readonly Write[] {
  return [
    db.round.update({
      where: { id: round.id, state: 'open' },
      data: { askedCount: { increment: 1 } },
      select: { id: true },
    }),
    db.asked.create({ data: { roundId: round.id, personId: to.id, insteadOfId: from.id, askedAt: now } }),
    put(
      db,
      [
        {
          key: requestKey(round.id, to.id),
          personId: to.id,
          letter: { kind: 'request', round: round.id, card: true },
          subject: round.id,
        },
      ],
      now,
    ),
    record(db, {
      at: now,
      actor: 'schedule',
      deed: 'seat.hand-over',
      subject: round.id,
      facts: { from: from.key, to: to.key },
    }),
  ]
}
