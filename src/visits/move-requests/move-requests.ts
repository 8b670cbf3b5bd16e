import { record } from '../../audit/record.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { Write } from '../../database/db.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'
import { refresh } from '../../outbox/put.ts'
import { peopleWithRole } from '../../people/members.ts'
import { codeOf, type Terms, visitColumns } from '../visits.ts'

const requestStates = ['waiting', 'accepted', 'refused', 'withdrawn', 'overtaken'] as const
export type RequestState = (typeof requestStates)[number]

const requestColumns = { include: { visit: visitColumns } } as const
type Row = Prisma.MoveRequestGetPayload<typeof requestColumns>

/** A request to move a visit, with what its card shows. */
export type MoveRequest = Omit<Row, 'state'> & {
  readonly state: RequestState
  /** Who asked, and who decided; '' where nobody did or they are gone. */
  readonly by: string
  readonly decidedBy: string
  /** The visit as the asker saw it. */
  readonly seen: Pick<Terms, 'teamId' | 'unitId' | 'starts' | 'ends'>
}

type Reader = Pick<Context, 'db'>

/** The request with this id, as it stands. Refuses an id that is none. */
export async function loadRequest(ctx: Reader, id: string): Promise<MoveRequest> {
  const row = await ctx.db.moveRequest.findUnique({ where: { id }, ...requestColumns })
  if (row === null) throw new Refusal('no-such-request')
  return await whole(ctx, row)
}

/** The request that waits for a visit, if any. */
export async function waitingRequest(ctx: Reader, visitId: string): Promise<MoveRequest | undefined> {
  const request = await liveRequest(ctx, visitId)
  return request?.state === 'waiting' ? request : undefined
}

/** The same, also where it has been overtaken and nobody has said so yet: no other can be stored beside it. */
export async function liveRequest(ctx: Reader, visitId: string): Promise<MoveRequest | undefined> {
  const row = await ctx.db.moveRequest.findUnique({ where: { liveKey: visitId }, ...requestColumns })
  return row === null ? undefined : await whole(ctx, row)
}

async function whole({ db }: Reader, row: Row): Promise<MoveRequest> {
  const ids = [row.byId, ...(row.decidedById === null ? [] : [row.decidedById])]
  const [people, version] = await Promise.all([
    db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    db.visitVersion.findUnique({ where: { visitId_revision: { visitId: row.visitId, revision: row.visitRevision } } }),
  ])
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
  const seen = version ?? row.visit
  return {
    ...row,
    state: stateOf(row, seen),
    by: nameOf(row.byId),
    decidedBy: nameOf(row.decidedById),
    seen: { teamId: seen.teamId, unitId: seen.unitId, starts: seen.starts, ends: seen.ends },
  }
}

/**
 * The state as it counts: a request waits only while its visit is what the asker saw. An import, or a change made at the
 * moment of asking, overtakes it without a word of its own.
 */
function stateOf(row: Row, seen: MoveRequest['seen']): RequestState {
  const state = requestStates.find((one) => one === row.state) ?? 'overtaken'
  const { visit } = row
  const ended = visit.state === 'cancelled' || visit.state === 'done'
  return state === 'waiting' && (ended || isElsewhere(visit, seen)) ? 'overtaken' : state
}

const isElsewhere = (a: MoveRequest['seen'], b: MoveRequest['seen']): boolean =>
  a.teamId !== b.teamId ||
  a.unitId !== b.unitId ||
  a.starts?.getTime() !== b.starts?.getTime() ||
  a.ends?.getTime() !== b.ends?.getTime()

/** What ends the waiting of a request: its row, guarded by that it waits; the audit line; the cards, which stop asking. */
export async function endRequest(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'actor'>,
  request: { readonly id: string; readonly at: Date; readonly visit: { readonly number: number } },
  state: Exclude<RequestState, 'waiting'>,
  answer?: string,
): Promise<readonly Write[]> {
  const { db, now, actor } = ctx
  // Whoever coordinated when it was asked has a card, also where they do no longer.
  const [then, today] = await Promise.all([
    peopleWithRole({ ...ctx, now: request.at }, 'coordinator'),
    peopleWithRole(ctx, 'coordinator'),
  ])
  const holders = [...new Set([...then, ...today].map((person) => person.id))]
  const decides = state === 'accepted' || state === 'refused'
  return [
    db.moveRequest.update({
      where: { id: request.id, state: 'waiting' },
      data: {
        state,
        liveKey: null,
        answer: answer ?? null,
        decidedById: decides ? actor.id : null,
        decidedAt: now,
      },
      select: { id: true },
    }),
    record(db, {
      at: now,
      actor: actor.key,
      deed: deeds[state],
      subject: codeOf(request.visit),
      facts: { request: request.id },
    }),
    ...(holders.length === 0 ? [] : [refresh(db, request.id, holders, state, now)]),
  ]
}

const deeds: Record<Exclude<RequestState, 'waiting'>, string> = {
  accepted: 'move.accept',
  refused: 'move.refuse',
  withdrawn: 'move.withdraw',
  overtaken: 'move.overtake',
}

/** The writes by which a visit that is moved, called off or done leaves no request waiting. */
export async function overtakeRequests(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'actor'>,
  visitId: string,
): Promise<readonly Write[]> {
  const row = await ctx.db.moveRequest.findUnique({
    where: { liveKey: visitId },
    select: { id: true, at: true, visit: { select: { number: true } } },
  })
  return row === null ? [] : await endRequest(ctx, row, 'overtaken')
}
