import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Block, Button, Message } from '../contract/message.ts'
import type { Prisma } from '../database/generated/sqlite/client.ts'
import type { Composed, Purpose } from '../outbox/compose.ts'
import { compared, whenOf } from './cards/visit-preview.ts'
import { visitLetterKey } from './change-visit.ts'
import { toldByImport } from './imported-letter.ts'
import { stateOf } from './read-schedule.ts'
import { isOwn, leads, type Sight, sightOf } from './sight.ts'
import { codeOf } from './visits.ts'

/** A visit that was planned, changed or called off, at its revision. */
export const VisitLetter = z.object({
  kind: z.literal('visit-changed'),
  visit: z.uuid(),
  revision: z.number().int().min(1),
  /** It is rewritten when the visit changes: a confirmed one stops asking. */
  card: z.literal(true).optional(),
})
export type VisitLetter = z.infer<typeof VisitLetter>

type Version = Prisma.VisitVersionGetPayload<object>
type Names = { readonly team: ReadonlyMap<string, string>; readonly unit: ReadonlyMap<string, string> }

/**
 * Tells one person what changed, from what they knew to what stands. Changes that came together are told with the last
 * of them; where nothing differs in the end, or the visit is not theirs in any way, nothing goes out.
 */
export async function composeVisitLetter(ctx: Context, letter: VisitLetter, purpose?: Purpose): Promise<Composed> {
  const { db, actor } = ctx
  const visit = await db.visit.findUnique({
    where: { id: letter.visit },
    include: { versions: { orderBy: { revision: 'asc' } } },
  })
  if (visit === null) return { drop: 'the visit is gone' }
  const letters = await db.outbox.findMany({
    where: {
      personId: actor.id,
      key: { in: visit.versions.map((one) => visitLetterKey(visit.id, one.revision, actor.id)) },
    },
    select: { key: true, status: true },
  })
  const status = new Map(letters.map((one) => [one.key, one.status]))
  const statusAt = (revision: number) => status.get(visitLetterKey(visit.id, revision, actor.id))
  const later = visit.versions.some((one) => one.revision > letter.revision && statusAt(one.revision) !== undefined)
  if (purpose !== 'reread' && later) return { drop: 'told with a later change' }
  const to =
    purpose === 'reread' ? visit.versions.find((one) => one.revision === letter.revision) : visit.versions.at(-1)
  if (to === undefined) return { drop: 'the change is gone' }
  const imported = (await toldByImport(ctx, actor.id, visit.id)) ?? 0
  const base = visit.versions.findLast(
    (one) => one.revision < letter.revision && isKnown(one, statusAt(one.revision), imported),
  )
  const sight = await sightOf(ctx)
  const names = await readNames(ctx, [to, ...(base === undefined ? [] : [base])])
  const message = written(ctx, visit, { base, to }, sight, names)
  return message === undefined ? { drop: 'nothing is left to tell' } : { message: await signed(ctx, message, to) }
}

/**
 * Whether the reader knows of this version: a letter about it went out, they made it themselves, or an import told of
 * it. One about which nothing was put for them did not concern them, and is the state they have seen since.
 */
function isKnown(version: Version, status: string | undefined, imported: number): boolean {
  if (status !== undefined) return status !== 'waiting' && status !== 'dropped'
  return version.byId !== null || version.revision <= imported
}

type Shown = { readonly number: number; readonly id: string; readonly revision: number; readonly state: string }

/** The letter; undefined where there is nothing to tell this reader. */
function written(
  ctx: Context,
  visit: Shown,
  { base, to }: { readonly base: Version | undefined; readonly to: Version },
  sight: Sight,
  names: Names,
): { readonly text: string; readonly blocks: readonly Block[]; readonly buttons: readonly Button[] } | undefined {
  const { visits: t } = ctx.texts
  const code = codeOf(visit)
  const unit = names.unit.get(to.unitId) ?? ''
  const knew = base !== undefined && base.state !== 'cancelled' && isOwn(sight, base) ? base : undefined
  const own = to.state !== 'cancelled' && isOwn(sight, to)
  const show: Button = { label: t.show, intent: { kind: 'visit.show', visit: visit.id } }
  if (to.state === 'cancelled') {
    if (knew === undefined) return undefined
    return {
      text: t.letters.cancelled(code, names.unit.get(knew.unitId) ?? '', whenOf(ctx, knew.starts)),
      blocks: [],
      buttons: [show],
    }
  }
  if (!own) {
    if (knew === undefined) return undefined
    const [from, now] = [names.team.get(knew.teamId) ?? '', names.team.get(to.teamId) ?? '']
    return { text: t.letters.leaves(from, code, unit, now), blocks: [], buttons: [] }
  }
  const facts = compared(ctx, knew === undefined ? null : named(knew, names), named(to, names))
  if (knew !== undefined && facts.every((fact) => !fact.changed)) return undefined
  const text =
    knew === undefined
      ? t.letters.planned(names.team.get(to.teamId) ?? '', unit, whenOf(ctx, to.starts))
      : t.letters.changed(code, unit)
  const stands = to.revision === visit.revision
  const asks = stands && leads(sight, to) && to.state === 'planned' && to.starts !== null && to.starts > ctx.now
  const again = asks && knew?.state === 'confirmed'
  return {
    text,
    blocks: [
      { kind: 'facts', facts: facts.map(({ label, value }) => ({ label, value })) },
      ...(again ? [{ kind: 'text', text: t.letters.confirmAgain } as const] : []),
      ...(stands
        ? []
        : [{ kind: 'text', text: t.letters.since(ctx.texts.schedule.states[stateOf(visit.state)]) } as const]),
    ],
    buttons: [
      ...(asks
        ? [
            {
              label: t.confirm,
              style: 'primary',
              intent: { kind: 'visit.confirm', visit: visit.id, revision: visit.revision },
            } as const,
            { label: t.askMove, intent: { kind: 'move.ask', visit: visit.id } } as const,
          ]
        : []),
      show,
      ...(to.starts === null ? [] : [{ label: t.file, intent: { kind: 'calendar.file', visit: visit.id } } as const]),
    ],
  }
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
    ...(by === null ? [] : [{ label: t.visits.letters.by, value: by.name }]),
    ...(reason === null ? [] : [{ label: t.visits.letters.reason, value: reason }]),
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
