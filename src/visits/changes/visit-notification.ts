import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { compared, whenOf } from '../cards/visit-preview.ts'
import { stateOf } from '../schedule/read-schedule.ts'
import { isOwn, leads, type Sight, seesDetails, sightOf } from '../sight.ts'
import { codeOf, type Visit } from '../visits.ts'
import { readKnown, sameShown, type Version } from './known-versions.ts'

/** A visit that was planned, changed or called off, at its revision. */
export const VisitNotification = z.object({
  kind: z.literal('visit-changed'),
  visit: z.uuid(),
  revision: z.number().int().min(1),
  /** It is rewritten when the visit changes: a confirmed one stops asking. */
  card: z.literal(true).optional(),
})
export type VisitNotification = z.infer<typeof VisitNotification>

type Names = { readonly team: ReadonlyMap<string, string>; readonly unit: ReadonlyMap<string, string> }

/**
 * Tells one person what changed, from what they knew to what stands. Changes that came together are told with the last
 * of them; where nothing differs in the end, or the visit is not theirs in any way, nothing goes out.
 */
export async function composeVisitNotification(
  ctx: Context,
  letter: VisitNotification,
  purpose?: Purpose,
): Promise<Composed> {
  const { db, actor } = ctx
  const [visit, known] = await Promise.all([
    db.visit.findUnique({ where: { id: letter.visit } }),
    readKnown(ctx, actor.id, [letter.visit]),
  ])
  if (visit === null) return { drop: 'the visit is gone' }
  const versions = known.versions(visit.id)
  if (purpose !== 'reread' && known.hasLater(visit.id, letter.revision, true))
    return { drop: 'told with a later change' }
  const to = purpose === 'reread' ? versions.find((one) => one.revision === letter.revision) : versions.at(-1)
  if (to === undefined) return { drop: 'the change is gone' }
  const base = known.before(visit.id, letter.revision)
  const sight = await sightOf(ctx)
  const names = await readNames(ctx, [to, ...(base === undefined ? [] : [base])])
  const since = versions.filter((one) => one.revision > to.revision)
  const message = written(ctx, visit, { base, to, since }, sight, names)
  if (message === undefined) return { drop: 'nothing is left to tell' }
  // What another team's people did to it since, and why, is theirs.
  const by = versions.find((one) => one.revision === letter.revision) ?? to
  return { message: await signed(ctx, message, by) }
}

type Shown = Pick<Visit, 'number' | 'id' | 'revision' | 'state' | 'teamId' | 'starts'>

/** The notification; undefined where there is nothing to tell this reader. */
function written(
  ctx: Context,
  visit: Shown,
  { base, to, since }: { readonly base: Version | undefined; readonly to: Version; readonly since: readonly Version[] },
  sight: Sight,
  names: Names,
): { readonly text: string; readonly blocks: readonly Block[]; readonly buttons: readonly Button[] } | undefined {
  const { visits: t, called } = ctx.texts
  const code = codeOf(visit)
  const unit = called(names.unit.get(to.unitId) ?? '')
  const knew = base !== undefined && base.state !== 'cancelled' && isOwn(sight, base) ? base : undefined
  const own = to.state !== 'cancelled' && isOwn(sight, to)
  // Whoever may not see it any more has nothing to open, and is not told what has become of it.
  const sees = sight.others !== 'none' || seesDetails(sight, visit)
  const show: Button = { label: t.show, intent: { kind: 'visit.show', visit: visit.id } }
  if (to.state === 'cancelled') {
    if (knew === undefined) return undefined
    return {
      text: t.notifications.cancelled(code, called(names.unit.get(knew.unitId) ?? ''), whenOf(ctx, knew.starts)),
      blocks: [],
      buttons: sees ? [show] : [],
    }
  }
  if (!own) return knew === undefined ? undefined : { text: goneWords(ctx, visit, { knew, to }, sight, names), ...bare }
  const facts = compared(ctx, knew === undefined ? null : named(knew, names), named(to, names))
  if (knew !== undefined && facts.every((fact) => !fact.changed)) return undefined
  const text =
    knew === undefined
      ? t.notifications.planned(called(names.team.get(to.teamId) ?? ''), unit, whenOf(ctx, to.starts))
      : t.notifications.changed(code, unit)
  const stands = to.revision === visit.revision
  const asks = stands && leads(sight, to) && to.state === 'planned' && to.starts !== null && to.starts > ctx.now
  const again = asks && knew?.state === 'confirmed'
  return {
    text,
    blocks: [
      { kind: 'facts', facts: facts.map(({ label, value }) => ({ label, value })) },
      ...(again ? [{ kind: 'text', text: t.notifications.confirmAgain } as const] : []),
      ...(stands ? [] : [{ kind: 'text', text: sinceWords(ctx, visit, { to, since }, sight) } as const]),
    ],
    buttons: [
      ...(asks
        ? [
            {
              label: t.confirm,
              style: 'primary',
              intent: { kind: 'visit.confirm', visit: visit.id, revision: visit.revision },
            } as const,
            { label: t.askMove, intent: { kind: 'move.ask.form', visit: visit.id } } as const,
          ]
        : []),
      ...(sees ? [show] : []),
      ...(to.starts === null || !sees
        ? []
        : [{ label: t.file, intent: { kind: 'calendar.export', visit: visit.id } } as const]),
    ],
  }
}

const bare = { blocks: [], buttons: [] }

/** What is said of a visit that was the reader's and is no longer: only what they knew of it, and who has it if they may see that. */
function goneWords(
  ctx: Context,
  visit: Shown,
  { knew, to }: { readonly knew: Version; readonly to: Version },
  sight: Sight,
  names: Names,
): string {
  const { called, visits } = ctx.texts
  const { notifications: t } = visits
  const [code, unit, when] = [codeOf(visit), called(names.unit.get(knew.unitId) ?? ''), whenOf(ctx, knew.starts)]
  if (knew.teamId === to.teamId) return t.notTheirDay(code, unit, when)
  const lost = t.leaves(called(names.team.get(knew.teamId) ?? ''), code, unit, when)
  const shown = sight.others !== 'none' || seesDetails(sight, to)
  return shown ? `${lost} ${t.goesTo(called(names.team.get(to.teamId) ?? ''))}` : lost
}

/**
 * What became of it, where that is still the reader's to know. A visit that was only confirmed or reported has not been
 * changed, and whoever did that is not told that somebody did.
 */
function sinceWords(
  { texts, actor }: Context,
  visit: Shown,
  { to, since }: { readonly to: Version; readonly since: readonly Version[] },
  sight: Sight,
): string {
  const { notifications: t } = texts.visits
  if (!seesDetails(sight, visit)) return t.changedSince
  const last = since.at(-1)
  if (last !== undefined && since.every((one) => sameShown(to, one))) {
    if (last.state === 'confirmed') return last.byId === actor.id ? texts.moves.confirmed : t.isConfirmed
    if (last.state === 'done') return t.isDone
  }
  return t.since(texts.schedule.states[stateOf(visit.state)])
}

const named = (version: Version, names: Names) => ({
  team: { name: names.team.get(version.teamId) ?? '' },
  unit: { name: names.unit.get(version.unitId) ?? '' },
  starts: version.starts,
  ends: version.ends,
  place: version.place,
  note: version.note,
})

async function readNames({ db }: Context, versions: readonly Version[]): Promise<Names> {
  const [teams, units] = await Promise.all([
    db.team.findMany({ where: { id: { in: versions.map((one) => one.teamId) } }, select: { id: true, name: true } }),
    db.unit.findMany({ where: { id: { in: versions.map((one) => one.unitId) } }, select: { id: true, name: true } }),
  ])
  return {
    team: new Map(teams.map(({ id, name }) => [id, name])),
    unit: new Map(units.map(({ id, name }) => [id, name])),
  }
}

/** With who did it and why, where that is stated. */
async function signed(
  { db, texts: t }: Context,
  letter: { readonly text: string; readonly blocks: readonly Block[]; readonly buttons: readonly Button[] },
  { byId, reason }: Version,
): Promise<Message> {
  const by = byId === null ? null : await db.person.findUnique({ where: { id: byId }, select: { name: true } })
  const facts = [
    ...(by === null ? [] : [{ label: t.visits.notifications.by, value: by.name }]),
    ...(reason === null ? [] : [{ label: t.visits.notifications.reason, value: reason }]),
  ]
  return {
    text: letter.text,
    blocks: [
      { kind: 'text', text: letter.text, tone: 'strong' },
      ...letter.blocks,
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      ...(letter.buttons.length === 0 ? [] : [{ kind: 'buttons', buttons: letter.buttons } as const]),
    ],
  }
}
