import { record } from '../../audit/record.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { Invalid, Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import type { Write } from '../../database/db.ts'
import { visitStands } from '../../database/rests.ts'
import { put } from '../../outbox/put.ts'
import { peopleWithRole } from '../../people/members.ts'
import { nextId } from '../../people/next-id.ts'
import { moveForm, moveLimits } from '../cards/move-form.ts'
import { requestCard } from '../cards/request-card.ts'
import { spanWords } from '../cards/span-words.ts'
import { laterDays, shiftBlocks } from '../changes/later-days.ts'
import { refuseTwin } from '../changes/twin-visit.ts'
import { refuseEnded } from '../ended.ts'
import { cardAfter, findLed, ledVisit } from '../led-visit.ts'
import { codeOf } from '../visits.ts'
import { endRequest, liveRequest, type MoveRequest, waitingRequest } from './move-requests.ts'
import { readMove, timeFields } from './move-times.ts'

/**
 * The form by which a team's leader of today asks that a visit be moved, or get its first date; a coordinator is led to
 * the change itself before this (move-or-ask.ts). Refuses everybody else, and visits that are called off or done.
 */
export const startMove: UseCase<IntentOf<'move.ask.form'>> = async (ctx, intent) => {
  const { kind, day, time, endDay, endTime, shiftDays, reason, ...which } = intent
  const { texts: t, actor, zone } = ctx
  const typed = {
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
    ...(endDay === undefined ? {} : { endDay }),
    ...(endTime === undefined ? {} : { endTime }),
    ...(shiftDays === undefined ? {} : { shiftDays }),
  }
  const led = await findLed(ctx, which, (visit) => ({
    kind,
    visit,
    ...typed,
    ...(reason === undefined ? {} : { reason }),
  }))
  if (led.kind === 'reply') return { reply: led.reply }
  const { visit } = led
  refuseEnded(visit)
  const waiting = await waitingRequest(ctx, visit.id)
  if (waiting !== undefined && waiting.byId !== actor.id)
    return { reply: await cardAfter(ctx, led, t.moves.waitingAlready(waiting.by, spanWords(ctx, waiting))) }
  const later = laterDays(zone, visit, typed)
  const fields = timeFields(zone, visit, { ...typed, ...later })
  const said = shiftBlocks(ctx.texts, visit, typed, zone)
  return { reply: { kind: 'form', form: moveForm(ctx, visit, fields, waiting, reason, { typed, said }) } }
}

/**
 * Stores the request and tells every coordinator of today. It replaces the asker's own that waits; the same one again
 * changes nothing. Refuses a time that is none, is past or is the visit's own, and where another's request waits.
 */
export const askMove: UseCase<IntentOf<'move.ask'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const { visit, rests } = await ledVisit(ctx, intent.visit)
  refuseEnded(visit)
  if (actor.roles.has('coordinator')) throw new Invalid(t.moves.moveYourself)
  const form = readForm(values, t)
  const reason = form.text('reason', moveLimits.reason, true)
  const { starts, ends } = readMove(form, ctx)
  if (starts === null) throw new Invalid(t.errors.form, { day: t.errors.required })
  const times = { starts, ends }
  const live = await liveRequest(ctx, visit.id)
  const waiting = live?.state === 'waiting' ? live : undefined
  if (waiting !== undefined && waiting.byId !== actor.id)
    throw new Invalid(t.moves.waitingAlready(waiting.by, spanWords(ctx, waiting)))
  if (waiting !== undefined && isSame(waiting, { ...times, reason }))
    return { reply: card(requestCard(ctx, waiting, { said: t.moves.askedAlready })) }
  if (visit.revision !== intent.revision) throw new Refusal('visit-changed')
  if (isSame({ ...visit, reason }, { ...times, reason })) throw new Invalid(t.errors.form, { day: t.moves.same })
  await refuseTwin(ctx, { ...visit, starts: times.starts })
  const [count, coordinators] = await Promise.all([
    db.moveRequest.count({ where: { visitId: visit.id } }),
    peopleWithRole(ctx, 'coordinator'),
  ])
  const id = nextId('move', visit.id, count)
  const row = { id, visitId: visit.id, liveKey: visit.id, visitRevision: visit.revision, ...times, reason }
  const stored = { ...row, byId: actor.id, at: now, state: 'waiting' as const }
  const request: MoveRequest = {
    ...stored,
    answer: null,
    decidedById: null,
    decidedAt: null,
    visit,
    by: actor.name,
    decidedBy: '',
    seen: visit,
  }
  const told = coordinators.map((person) => ({
    key: `move:${id}:${person.id}`,
    personId: person.id,
    letter: { kind: 'move-asked', request: id, card: true },
    subject: id,
  }))
  const posts: readonly Write[] = told.length === 0 ? [] : [put(db, told, now)]
  const said = told.length === 0 ? t.moves.askedNobody : t.moves.asked
  return {
    reply: card(requestCard(ctx, request, { said })),
    writes: [
      ...(live === undefined ? [] : await endRequest(ctx, live, waiting === undefined ? 'overtaken' : 'withdrawn')),
      db.moveRequest.create({ data: stored, select: { id: true } }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'move.ask',
        subject: codeOf(visit),
        facts: { request: id, from: visit.starts?.toISOString() ?? '', to: times.starts.toISOString() },
      }),
      ...posts,
    ],
    rests: [visitStands(visit), ...rests],
  }
}

const card = (message: Message) => ({ kind: 'message', message, replaces: true }) as const

type Wish = { readonly starts: Date | null; readonly ends: Date | null; readonly reason: string }

const isSame = (a: Wish, b: Wish): boolean =>
  a.starts?.getTime() === b.starts?.getTime() && a.ends?.getTime() === b.ends?.getTime() && a.reason === b.reason
