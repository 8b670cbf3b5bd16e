import { randomUUID } from 'node:crypto'
import { isDay, isTime } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Entry } from '../../conversation/picking/entry.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import { laterDays, shiftBlocks } from '../changes/later-days.ts'
import { givenOf, longestNote, longestPlace, longestReason } from '../changes/visit-terms.ts'
import { type Choices, teamsOf, unitsOf } from '../plan-choices.ts'
import { codeOf, type Visit } from '../visits.ts'

type Asked = Omit<IntentOf<'visit.check.form'>, 'kind' | 'visit' | 'number'>

/** The form of a visit: what was typed or written before, else what stands. A time typed without an end loses the old end. */
export function visitForm(
  ctx: Pick<Context, 'texts' | 'zone'>,
  choices: Choices,
  given: Asked,
  visit: Visit | undefined,
): Form {
  const asked = real(given)
  const { visits: t } = ctx.texts
  const stands =
    visit === undefined ? {} : asked.asWritten ? { note: visit.note ?? undefined } : givenOf(visit, ctx.zone)
  const later = laterDays(ctx.zone, visit, asked)
  const moved = asked.day !== undefined || asked.time !== undefined
  const value = {
    team: asked.team ?? visit?.team.key,
    unit: asked.asWritten ? asked.unit : (visit?.unitId ?? asked.unit),
    day: asked.day ?? later.day ?? stands.day,
    time: asked.time ?? stands.time,
    endDay: asked.endDay ?? later.endDay ?? (moved ? undefined : stands.endDay),
    endTime: asked.endTime ?? (moved && asked.time !== undefined ? undefined : stands.endTime),
    place: asked.place ?? stands.place,
    note: asked.note ?? stands.note,
  }
  const with_ = (text: string | undefined) => (text === undefined || text === '' ? {} : { value: text })
  const picked = (value: string | undefined, entries: readonly Entry[]) =>
    entries.filter((entry) => entry.value === value)
  const fields: readonly Field[] = [
    pickField(ctx, { name: 'team', label: t.team, from: 'teams', value: picked(value.team, teamsOf(choices)) }),
    pickField(ctx, { name: 'unit', label: t.unit, from: 'units', value: picked(value.unit, unitsOf(choices)) }),
    { kind: 'date', name: 'day', label: t.day, hint: t.dayHint, ...with_(value.day) },
    { kind: 'time', name: 'time', label: t.time, ...with_(value.time) },
    { kind: 'date', name: 'endDay', label: t.endDay, hint: t.endDayHint, ...with_(value.endDay) },
    { kind: 'time', name: 'endTime', label: t.endTime, ...with_(value.endTime) },
    { kind: 'text', name: 'place', label: t.place, maxLength: longestPlace, value: value.place ?? '' },
    {
      kind: 'text',
      name: 'note',
      label: t.note,
      hint: t.noteHint,
      multiline: true,
      maxLength: longestNote,
      value: value.note ?? '',
    },
    ...(visit === undefined
      ? []
      : [
          {
            kind: 'text',
            name: 'reason',
            label: t.reason,
            hint: t.reasonHint,
            maxLength: longestReason,
            value: asked.reason ?? '',
          } as const,
        ]),
  ]
  return {
    title: visit === undefined ? t.formNew : t.formChange(codeOf(visit)),
    submit: t.formSubmit,
    intent: { kind: 'visit.check', visit: visit?.id ?? asked.fresh ?? randomUUID(), revision: visit?.revision ?? 0 },
    opens: { kind: 'visit.check.form', ...asked, ...(visit === undefined ? {} : { visit: visit.id }) },
    intro: [...shiftBlocks(ctx.texts, visit, asked, ctx.zone), { kind: 'text', text: t.formIntro, tone: 'subtle' }],
    fields,
  }
}

/** Without days and times that are none: no platform opens a form with them. */
function real({ day, time, endDay, endTime, ...rest }: Asked): Asked {
  const [days, times] = [
    { day, endDay },
    { time, endTime },
  ]
  const kept = [
    ...Object.entries(days).filter(([, value]) => value !== undefined && isDay(value)),
    ...Object.entries(times).filter(([, value]) => value !== undefined && isTime(value)),
  ]
  return { ...rest, ...Object.fromEntries(kept) }
}
