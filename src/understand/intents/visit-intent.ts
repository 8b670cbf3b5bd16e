import type { Intent, IntentOf } from '../../contract/intent.ts'
import { type Cut, type Part, partsLike } from '../readings/parts.ts'
import { termsOf } from '../readings/visit-terms.ts'
import type { Understanding } from '../result.ts'
import type { Change } from './change-book.ts'
import { eachTeam } from './schedule.ts'
import type { Asked } from './schedule-query.ts'

type About = {
  readonly parts: readonly Part[]
  readonly number: number | undefined
  readonly team: string | undefined
  readonly unit: string | undefined
  readonly reason?: string | undefined
}

/** What a change of one visit leads to: a form, filled in with what was said. */
export function intentOf(change: Change, { parts, number, team, unit, reason }: About): Intent {
  const which = {
    ...(number === undefined ? {} : { number }),
    ...(number !== undefined || unit === undefined ? {} : { unit }),
  }
  const { day, time, endDay } = termsOf(parts, change.means === 'move' || change.means === 'ask')
  const why = reason === undefined ? {} : { reason }
  const when = { ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }) }
  switch (change.means) {
    case 'move':
    case 'assign':
    case 'add': {
      const edit: IntentOf<'visit.check.form'> = {
        kind: 'visit.check.form',
        ...which,
        ...(team === undefined ? {} : { team }),
        ...when,
        ...(endDay === undefined ? {} : { endDay }),
        ...why,
        ...(change.means === 'add' ? { another: true as const } : {}),
      }
      return edit
    }
    case 'cancel':
      return { kind: 'visit.cancel.form', ...which, ...why }
    case 'report':
      return { kind: 'visit.report.form', ...which }
    case 'confirm':
      // A press confirms, on what stands then.
      return { kind: 'visit.show', ...which }
    case 'ask':
      return { kind: 'move.ask.form', ...which, ...when, ...why }
    case 'duty':
      return { kind: 'duty.save.form', ...(team === undefined ? {} : { team }) }
    default:
      return change.means satisfies never
  }
}

/** "thêm người vào đoàn 3"; whose name was said ("thêm Trần An vào đoàn 3") is asked for in the form. */
export function duty(cut: Cut, change: Change, parts: readonly Part[], asked: Asked): Understanding | undefined {
  const left = partsLike(parts, 'left')
  const others = parts.filter((part) => part.kind !== 'left' && part.kind !== 'idle' && part.kind !== 'team')
  if (others.length > 0) return undefined
  if (!change.plain) {
    const team = parts.at(-1)
    const into = cut.text[(team?.start ?? 0) - 1]?.folded ?? ''
    if (team?.kind !== 'team' || !['vao', 'to', 'on', 'cho'].includes(into) || left.length === 0 || left.length > 6)
      return undefined
  } else if (left.length > 0) return undefined
  return eachTeam(cut, parts, asked, (team) => ({ kind: 'duty.save.form', ...(team === undefined ? {} : { team }) }))
}

/** "dời KT-12 chưa?" asks for it. */
export function shown(cut: Cut, parts: readonly Part[], asked: Asked): Understanding | undefined {
  const [visit] = partsLike(parts, 'visit')
  if (visit !== undefined) return { kind: 'intent', intent: { kind: 'visit.show', number: visit.number } }
  if (asked.units.length === 0) return undefined
  return eachTeam(cut, parts, asked, (team, unit) => ({
    kind: 'schedule.show',
    ...(team === undefined ? {} : { team }),
    ...(unit === undefined ? {} : { unit }),
  }))
}
