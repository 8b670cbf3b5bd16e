import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { visitStands } from '../../database/rests.ts'
import { put } from '../../outbox/put.ts'
import { moveLimits, refuseForm } from '../cards/move-form.ts'
import { requestCard } from '../cards/request-card.ts'
import { changeVisit, readConcerned } from '../changes/change-visit.ts'
import { refuseTwin } from '../changes/twin-visit.ts'
import { readConflicts } from '../conflicts/read-conflicts.ts'
import { seesDetails, sightOf } from '../sight.ts'
import { endRequest, loadRequest, type MoveRequest } from './move-requests.ts'

/**
 * Moves the visit as it was asked. Conflicts are shown first, and take a second press. Of two coordinators at once one
 * decides and the other sees what stands; a visit that has changed since is not moved.
 */
export const acceptMove: UseCase<IntentOf<'move.accept'>> = async (ctx, intent) => {
  const { texts: t, now } = ctx
  const request = await loadRequest(ctx, intent.request)
  const ended = await endedAlready(ctx, request)
  if (ended !== undefined) return ended
  const { visit, starts, ends, reason } = request
  await refuseTwin(ctx, { ...visit, starts })
  const conflicts = await conflictsOf(ctx, request)
  if (conflicts.length > 0 && intent.sure !== true)
    return { reply: card(requestCard(ctx, request, { conflicts, said: t.moves.sureAsk, sure: true })) }
  const concerned = await readConcerned(ctx, [visit.teamId])
  const told = [...concerned(visit.teamId, visit.starts), ...concerned(visit.teamId, starts)]
  return {
    reply: card(requestCard(ctx, decided(ctx, request, 'accepted'), { said: t.moves.acceptedNow })),
    writes: [
      ...changeVisit(ctx, visit, { starts, ends, reason }, concerned),
      ...(await endRequest(ctx, request, 'accepted')),
      // Whoever sits on the team hears of the move itself, and of nothing else.
      ...(told.includes(request.byId) ? [] : [answerNotification(ctx, request, now)]),
    ],
    rests: [],
  }
}

/** The form for the answer to a request that is declined; one that waits no longer is shown as it stands. */
export const startRefusal: UseCase<IntentOf<'move.refuse.form'>> = async (ctx, intent) => {
  const request = await loadRequest(ctx, intent.request)
  return (await endedAlready(ctx, request)) ?? { reply: { kind: 'form', form: refuseForm(ctx, request) } }
}

/** Declines a request, with an answer or without, and tells whoever asked. The visit stays as it is. */
export const refuseMove: UseCase<IntentOf<'move.refuse'>> = async (ctx, intent, values) => {
  const { texts: t, now } = ctx
  const request = await loadRequest(ctx, intent.request)
  const ended = await endedAlready(ctx, request)
  if (ended !== undefined) return ended
  const form = readForm(values, t)
  const answer = form.text('answer', moveLimits.answer)
  form.check()
  const said = decided(ctx, request, 'refused', answer)
  return {
    reply: card(requestCard(ctx, said, { said: t.moves.refusedNow })),
    writes: [
      ...(await endRequest(ctx, request, 'refused', answer === '' ? undefined : answer)),
      answerNotification(ctx, request, now),
    ],
    rests: [visitStands(request.visit)],
  }
}

/** Takes back one's own request while it waits; refuses another's. */
export const withdrawMove: UseCase<IntentOf<'move.withdraw'>> = async (ctx, intent) => {
  const request = await loadRequest(ctx, intent.request)
  if (request.byId !== ctx.actor.id) {
    // Whoever may not see the visit is not told that anybody asks for anything.
    const knows = seesDetails(await sightOf(ctx), request.visit)
    throw new Refusal(knows ? 'not-allowed' : 'no-such-request')
  }
  const ended = await endedAlready(ctx, request)
  if (ended !== undefined) return ended
  return {
    reply: card(requestCard(ctx, { ...request, state: 'withdrawn' }, { said: ctx.texts.moves.withdrawn })),
    writes: await endRequest(ctx, request, 'withdrawn'),
    rests: [],
  }
}

/** What speaks against the time that is asked for. */
export const conflictsOf = (
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'calendar'>,
  { visit, starts, ends }: MoveRequest,
) => readConflicts(ctx, { visitId: visit.id, teamId: visit.teamId, unitId: visit.unitId, starts, ends })

/** What stands, where the request waits no longer; and where nobody has said so yet, that it was overtaken. */
async function endedAlready(ctx: Context, request: MoveRequest): Promise<Outcome | undefined> {
  if (request.state === 'waiting') return undefined
  const noticed = request.liveKey === null
  const said = noticed ? ctx.texts.moves.decidedAlready : ctx.texts.moves.states.overtaken
  const writes = noticed ? [] : await endRequest(ctx, request, 'overtaken')
  return { reply: card(requestCard(ctx, request, { said })), writes, rests: [] }
}

const decided = (
  { actor, now }: Context,
  request: MoveRequest,
  state: 'accepted' | 'refused',
  answer = '',
): MoveRequest => ({
  ...request,
  state,
  answer: answer === '' ? null : answer,
  decidedById: actor.id,
  decidedBy: actor.name,
  decidedAt: now,
})

const answerNotification = ({ db }: Context, { id, byId }: MoveRequest, now: Date) =>
  put(db, [{ key: `move-decided:${id}`, personId: byId, letter: { kind: 'move-decided', request: id } }], now)

const card = (message: Message) => ({ kind: 'message', message, replaces: true }) as const
