import { dayIn, timeIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Block, Button, Fact, Message } from '../../contract/message.ts'
import type { Given } from '../changes/visit-terms.ts'
import type { Conflict } from '../conflicts/conflicts.ts'
import { codeOf, type Visit } from '../visits.ts'
import { conflictBlocks } from './conflicts-block.ts'

export type Previewed = {
  readonly id: string
  /** 0: it is new. */
  /** Its own id: see previews.ts. */
  readonly preview: string
  readonly revision: number
  readonly before: Visit | null
  readonly terms: Given & {
    readonly team: { readonly key: string; readonly name: string }
    readonly unit: { readonly id: string; readonly name: string }
    readonly starts: Date | null
    readonly ends: Date | null
  }
  readonly conflicts: readonly Conflict[]
  /** The names of those who are told. */
  readonly told: readonly string[]
  /** Whether whoever saves would be told as well, were it somebody else's doing. */
  readonly tellsSelf: boolean
  /** Why; '' where nothing was said. */
  readonly reason: string
}

/** What saving would do: each line that changes from what to what, the conflicts, who is told. Nothing is stored yet. */
export function visitPreview(ctx: Pick<Context, 'texts' | 'zone'>, shown: Previewed): Message {
  const { visits: t } = ctx.texts
  const { before, terms, conflicts, id, revision, reason } = shown
  const title = before === null ? t.previewNew : t.previewChange(codeOf(before))
  const after = {
    team: terms.team,
    unit: terms.unit,
    starts: terms.starts,
    ends: terms.ends,
    place: terms.place || null,
  }
  const note = terms.note ?? before?.note ?? null
  const facts = compared(ctx, before, { ...after, note: note === '' ? null : note })
  const changes = before === null || facts.some((fact) => fact.changed)
  const { team, unit, starts: _, ends: __, ...given } = terms
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
  const cleared = { ...(terms.place === '' ? { place: '' } : {}), ...(terms.note === '' ? { note: '' } : {}) }
  const why = reason === '' ? {} : { reason }
  const carried = { team: team.key, unit: unit.id, ...stated, ...cleared, ...why }
  const save: IntentOf<'visit.save'> = { kind: 'visit.save', visit: id, revision, ...carried, preview: shown.preview }
  const again = { kind: 'visit.check.form', ...carried, asWritten: true } as const
  const edit: IntentOf<'visit.check.form'> =
    before === null ? { ...again, another: true, fresh: id } : { ...again, visit: id }
  const buttons: readonly Button[] = [
    ...(changes
      ? [
          conflicts.length === 0
            ? ({ label: t.save, style: 'primary', intent: save } as const)
            : ({ label: t.saveAnyway, style: 'danger', intent: save } as const),
        ]
      : []),
    { label: t.edit, intent: edit },
    ...(before === null ? [] : [{ label: t.show, intent: { kind: 'visit.show', visit: id } } as const]),
  ]
  return {
    text: `${title}. ${ctx.texts.called(terms.team.name)}, ${ctx.texts.called(terms.unit.name)}`,
    title,
    blocks: [
      { kind: 'facts', facts: facts.map(({ label, value }) => ({ label, value })) },
      ...(reason === '' ? [] : [{ kind: 'facts', facts: [{ label: t.reason, value: reason }] } as const]),
      ...(changes
        ? [...conflictBlocks(ctx, conflicts), ...toldBlocks(ctx, shown)]
        : [{ kind: 'text', text: t.nothing } as const]),
      { kind: 'buttons', buttons },
    ],
  }
}

/** So many names are listed. */
const mostNamed = 30

function toldBlocks({ texts: t }: Pick<Context, 'texts'>, { told, tellsSelf }: Previewed): readonly Block[] {
  const text = told.length === 0 && tellsSelf ? t.visits.onlyYou : t.visits.willTell(told.length)
  const left = told.length - mostNamed
  const items = [...told.slice(0, mostNamed), ...(left > 0 ? [t.round.others(left)] : [])]
  return [{ kind: 'text', text, tone: 'subtle' }, ...(items.length === 0 ? [] : [{ kind: 'list', items } as const])]
}

type Comparable = {
  readonly team: { readonly name: string }
  readonly unit: { readonly name: string }
  readonly starts: Date | null
  readonly ends: Date | null
  readonly place: string | null
  readonly note: string | null
}

/** A visit's lines as they are to be; where they differ, from what to what. */
export function compared(
  ctx: Pick<Context, 'texts' | 'zone'>,
  before: Comparable | null,
  after: Comparable,
): readonly (Fact & { readonly changed: boolean })[] {
  const { visits: t, called } = ctx.texts
  const lines = (visit: Comparable): readonly Fact[] => [
    { label: t.unit, value: called(visit.unit.name) },
    { label: t.team, value: called(visit.team.name) },
    { label: t.day, value: whenOf(ctx, visit.starts) },
    { label: t.until, value: visit.ends === null ? t.notStated : whenOf(ctx, visit.ends) },
    { label: t.place, value: visit.place ?? t.notStated },
    { label: t.note, value: visit.note ?? t.notStated },
  ]
  const old = before === null ? undefined : lines(before)
  return lines(after).flatMap(({ label, value }, at) => {
    const was = old?.[at]?.value ?? value
    // What is stated neither before nor after needs no line.
    if (value === t.notStated && was === t.notStated) return []
    return [was === value ? { label, value, changed: false } : { label, value: t.fromTo(was, value), changed: true }]
  })
}

/** `Thứ Hai, 08/06/2020, 08:00`; or that there is no date yet. */
export const whenOf = ({ texts, zone }: Pick<Context, 'texts' | 'zone'>, at: Date | null): string =>
  at === null ? texts.visits.noDay : texts.schedule.when(dayIn(at, zone), timeIn(at, zone))
