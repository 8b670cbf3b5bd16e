import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import type { SeenVisit } from '../schedule/read-schedule.ts'
import { lineOf } from './schedule-card.ts'
import { factsOf } from './visit-facts.ts'

/** What the reader may do with the visit beside reading it. */
export type Standing = {
  /** They lead its team today. */
  readonly leads: boolean
  /** What has just been done, said first. */
  readonly said?: string
  /** Blocks about what is open: who may not know of it, and a wish to move it that waits. */
  readonly waiting?: readonly Block[]
}

/** One visit with everything the reader may see of it, and what they can do. */
export function visitCard(ctx: Context, visit: SeenVisit, standing: Standing): Message {
  const { visits: t } = ctx.texts
  const { details } = visit
  const line = lineOf(ctx, visit)
  return {
    text: standing.said === undefined ? line : `${standing.said} ${line}`,
    title: t.title(visit.code, ctx.texts.called(visit.unit.name)),
    blocks: [
      ...(standing.said === undefined ? [] : [{ kind: 'text', text: standing.said, tone: 'strong' } as const]),
      { kind: 'facts', facts: factsOf(ctx, visit) },
      ...(details?.note ? [{ kind: 'quote', text: details.note, by: t.note } as const] : []),
      ...(details?.report ? [{ kind: 'quote', text: details.report, by: t.report } as const] : []),
      ...(details === undefined ? [{ kind: 'text', text: ctx.texts.schedule.datesOnly, tone: 'subtle' } as const] : []),
      ...(standing.waiting ?? []),
      ...buttonsOf(ctx, visit, standing),
    ],
  }
}

function buttonsOf(ctx: Context, visit: SeenVisit, { leads }: Standing): readonly Block[] {
  const { texts, actor, now } = ctx
  const { visits: t } = texts
  const { id, revision, state, details, team, unit } = visit
  const coordinates = actor.roles.has('coordinator')
  const starts = details?.starts ?? null
  const open = state === 'planned' || state === 'confirmed'
  const begun = starts !== null && starts <= now
  const acting: readonly Button[] =
    !leads && !coordinates
      ? []
      : [
          ...(state === 'planned' && starts !== null && !begun
            ? [{ label: t.confirm, style: 'primary', intent: { kind: 'visit.confirm', visit: id, revision } } as const]
            : []),
          ...(begun && open
            ? [{ label: t.reportButton, style: 'primary', intent: { kind: 'visit.report.form', visit: id } } as const]
            : []),
          ...(state === 'done'
            ? [{ label: t.editReport, intent: { kind: 'visit.report.form', visit: id } } as const]
            : []),
          ...(leads && !coordinates && open && starts !== null && !begun
            ? [{ label: t.askMove, intent: { kind: 'move.ask.form', visit: id } } as const]
            : []),
        ]
  const coordinating: readonly Button[] =
    coordinates && open
      ? [
          { label: t.change, intent: { kind: 'visit.check.form', visit: id } },
          { label: t.callOff, style: 'danger', intent: { kind: 'visit.cancel.form', visit: id } },
        ]
      : []
  const ways: readonly Button[] = [
    ...(visit.day === null ? [] : [{ label: t.file, intent: { kind: 'calendar.export', visit: id } } as const]),
    { label: t.teamOf(texts.called(team.name)), intent: { kind: 'schedule.show', team: team.key } },
    ...(coordinates
      ? [{ label: t.another, intent: { kind: 'visit.check.form', unit: unit.id, another: true } } as const]
      : []),
  ]
  const groups = [[...acting, ...coordinating], ways]
  return groups.filter((buttons) => buttons.length > 0).map((buttons) => ({ kind: 'buttons', buttons }))
}
