import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import type { Write } from '../../database/db.ts'
import { put, refresh } from '../../outbox/put.ts'
import { peopleWithRole } from '../../people/members.ts'
import { reportForm, reportLimit } from '../cards/report-form.ts'
import { cardAfter, findLed, ledVisit } from '../led-visit.ts'
import { overtakeRequests } from '../move-requests/move-requests.ts'
import type { Visit } from '../visits.ts'
import { changeVisit, readConcerned } from './change-visit.ts'

/** The form for the report of a visit that has begun, with the report there is; for its leader of today or a coordinator. */
export const startReport: UseCase<IntentOf<'visit.report.form'>> = async (ctx, { kind, ...which }) => {
  const found = await findLed(ctx, which, (visit) => ({ kind, visit }))
  if (found.kind === 'reply') return { reply: found.reply }
  refuseUnreportable(ctx, found.visit)
  return { reply: { kind: 'form', form: reportForm(ctx, found.visit) } }
}

/**
 * Records that a visit took place, with a short note. A second report replaces the note, the same one changes nothing.
 * Coordinators are told of the first; the card they got then follows.
 */
export const reportVisit: UseCase<IntentOf<'visit.report'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const led = await ledVisit(ctx, intent.visit)
  const { visit } = led
  refuseUnreportable(ctx, visit)
  const form = readForm(values, t)
  const report = form.text('note', reportLimit, true)
  form.check()
  if (visit.state === 'done' && visit.report === report)
    return { reply: await cardAfter(ctx, led, t.moves.reportedAlready) }
  if (visit.revision !== intent.revision) throw new Refusal('visit-changed')
  const [concerned, coordinators] = await Promise.all([
    readConcerned(ctx, [visit.teamId]),
    peopleWithRole(ctx, 'coordinator'),
  ])
  const first = visit.state !== 'done'
  const revision = visit.revision + 1
  const everybody = coordinators.map(({ id }) => id)
  const posts = everybody
    .filter((id) => id !== actor.id)
    .map((personId) => ({
      key: `visit-reported:${visit.id}:r${revision}:${personId}`,
      personId,
      letter: { kind: 'visit-reported', visit: visit.id, card: true },
      subject: visit.id,
    }))
  const news: readonly Write[] = posts.length === 0 ? [] : [put(db, posts, now)]
  const follow: readonly Write[] =
    everybody.length === 0 ? [] : [refresh(db, visit.id, everybody, `report-r${revision}`, now)]
  return {
    reply: await cardAfter(ctx, led, first ? t.moves.reported : t.moves.reportReplaced, { state: 'done', report }),
    writes: [
      ...changeVisit(ctx, visit, { state: 'done', report }, concerned),
      ...(await overtakeRequests(ctx, visit.id)),
      ...(first ? news : follow),
    ],
    rests: led.rests,
  }
}

function refuseUnreportable({ now }: Context, visit: Visit): void {
  if (visit.state === 'cancelled') throw new Refusal('visit-cancelled')
  if (visit.starts === null) throw new Refusal('visit-undated')
  if (visit.starts > now) throw new Refusal('visit-not-yet')
}
