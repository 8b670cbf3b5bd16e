import { addDays } from '../../calendar/zoned.ts'
import type { Intent } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import { typed } from '../engine/sentence.ts'
import type { Found } from '../engine/span.ts'
import type { Moment } from '../moments/moments.ts'

/**
 * Whether what was said is in one of the intents to which the sentence leads. A sense may take a value that its intent has
 * no place for ("ai đang nghỉ ngày 25/06" shows everybody's leave): such a one is told, so that nothing said is lost.
 */
export function isKept(found: Found, intents: readonly Intent[], reading: Reading): boolean {
  const { value, start, end } = found
  const { today, year } = reading.vocabulary
  // A ministry is also what is inspected: kept as either.
  const units = valuesOf(reading, 'unit').flatMap((unit) =>
    unit.start === start && unit.end === end ? unit.value.units : [],
  )
  return intents.some((intent) => {
    const said = new Set(stringsIn(intent))
    switch (value.kind) {
      case 'moment':
        return isMomentIn(value.moment, intent, said, today, year)
      case 'visit':
        return said.has(String(value.number))
      case 'team':
        return value.teams.some(({ key }) => said.has(key)) || 'named' in intent
      case 'unit':
        return value.units.some(({ id }) => said.has(id)) || 'named' in intent
      case 'body':
      case 'person':
        // By whatever name it was typed.
        return (
          [...said].some(
            (text) => fold(text).includes(fold(typed(reading, start, end))) || fold(text) === fold(value.name),
          ) || units.some(({ id }) => said.has(id))
        )
      case 'key':
        return said.has(value.item)
      case 'position':
        return said.has(value.position)
      case 'provision':
      case 'reason':
        return [...said].some((text) => fold(text).includes(fold(value.kind === 'reason' ? value.text : value.typed)))
      case 'format':
        return said.has(value.format)
      case 'version':
        return said.has(String(value.number))
      default:
        return value satisfies never
    }
  })
}

function isMomentIn(
  { value, mark }: Moment,
  intent: Intent,
  said: ReadonlySet<string>,
  today: string,
  year: number,
): boolean {
  const has = (...texts: readonly (string | undefined)[]) => texts.some((text) => text !== undefined && said.has(text))
  switch (value.kind) {
    case 'day': {
      const near = [value.day, addDays(value.day, mark === 'before' ? -1 : mark === 'after' ? 1 : 0)]
      // "Back Monday" says that it has ended before.
      if (mark === 'back' && 'to' in intent && intent.to !== undefined) return intent.to < value.day
      // Whatever is asked for is asked for today.
      if (value.day === today && value.time === undefined && mark === undefined) return true
      // A reminder is put off to a morning: its sense tells the hour as not used.
      if (intent.kind === 'nudge.snooze.form') return has(...near, value.or)
      return has(...near, value.or) && [value.time, value.endTime].every((time) => time === undefined || has(time))
    }
    case 'time':
      return has(value.time)
    case 'range':
      return (
        has(value.from.day, value.to.day) &&
        [value.from.time, value.to.time].every((time) => time === undefined || has(time))
      )
    case 'period':
      if (value.of === 'year' && value.from.startsWith(String(year))) return true
      return has(
        value.from,
        value.to,
        value.quarter,
        value.from.slice(0, 7),
        value.from.slice(0, 4),
        addDays(value.from, -1),
        addDays(value.to, 1),
      )
    case 'duration': {
      // Half a day is kept as a whole one, if at all.
      const days = Math.ceil((value.count ?? 0) * (value.unit === 'week' ? 7 : 1))
      const counted = ['plusDays', 'plusWorkingDays', 'workingDays', 'shiftDays', 'days'].some(
        (name) => name in intent && (said.has(String(days)) || said.has(String(-days))),
      )
      // "3 ngày từ 20/06" is in the last day, "trong 20 ngày" in the deadline.
      const derived =
        has(addDays(today, days)) ||
        ('from' in intent && 'to' in intent && has(addDays(intent.from ?? today, days - 1)))
      return value.count !== undefined && (counted || (value.unit !== 'working-day' && derived))
    }
    case 'wrong':
      return true
    default:
      return value satisfies never
  }
}

const stringsIn = (intent: Intent): readonly string[] =>
  Object.values(intent).flatMap((value) => (Array.isArray(value) ? value.map(String) : [String(value)]))
