import type { Calendar, DayKind } from './calendar.ts'

/** A day of which two calendars say different things; null: nothing beyond Monday to Friday. */
export type ChangedDay = {
  readonly day: string
  readonly before: DayKind | null
  readonly after: DayKind | null
  /** What the later one calls it, in English; what the earlier one did where the day is ordinary again. */
  readonly name: string
}

/** The days that change from one calendar to another: added, removed, or of another kind; in order. */
export function changedDays(before: Calendar, after: Calendar): readonly ChangedDay[] {
  const days = [...new Set([...before.days.keys(), ...after.days.keys()])].sort()
  return days.flatMap((day): readonly ChangedDay[] => {
    const [old, new_] = [before.days.get(day), after.days.get(day)]
    const name = new_?.nameEn ?? old?.nameEn
    if (old?.kind === new_?.kind || name === undefined) return []
    return [{ day, before: old?.kind ?? null, after: new_?.kind ?? null, name }]
  })
}
