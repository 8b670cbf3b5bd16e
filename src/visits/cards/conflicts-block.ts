import type { Context } from '../../context.ts'
import type { Block } from '../../contract/message.ts'
import { type Conflict, type Other, stated } from '../conflicts/conflicts.ts'
import { codeOf } from '../visits.ts'
import { spanWords } from './span-words.ts'

type Reader = Pick<Context, 'texts' | 'zone'>

/** The conflicts of a proposal as a list under a warning; that there are none is said as well. */
export function conflictBlocks(ctx: Reader, conflicts: readonly Conflict[]): readonly Block[] {
  const { visits: t } = ctx.texts
  if (conflicts.length === 0) return [{ kind: 'text', text: t.noConflicts, tone: 'subtle' }]
  return [
    { kind: 'text', text: t.conflicts(conflicts.length), tone: 'warning' },
    { kind: 'list', items: conflicts.map((conflict) => conflictLine(ctx, conflict)) },
  ]
}

/** One conflict in a sentence. */
export function conflictLine(ctx: Reader, conflict: Conflict): string {
  const { locale, visits, called } = ctx.texts
  const t = visits.conflict
  switch (conflict.kind) {
    case 'past':
      return t.past(conflict.day)
    case 'outside-year':
      return t.outsideYear(conflict.day, conflict.years)
    case 'not-inspected':
      return t.notInspected
    case 'unit-gone':
      return t.unitGone(conflict.from, conflict.to)
    case 'day-off': {
      const { entry } = conflict.why
      if (entry === undefined) return t.weekend(conflict.day)
      return t.holiday(conflict.day, locale === 'en' ? entry.nameEn : entry.name)
    }
    case 'team-elsewhere':
      return (conflict.perhaps ? t.teamPerhaps : t.teamElsewhere)(otherLine(ctx, conflict.other))
    case 'unit-twice':
      return t.unitTwice(otherLine(ctx, conflict.other))
    case 'person-elsewhere':
      return (conflict.perhaps ? t.personPerhaps : t.personElsewhere)(conflict.person, otherLine(ctx, conflict.other))
    case 'on-leave':
      return t.onLeave(conflict.person, conflict.from, conflict.to)
    case 'no-leader':
      return t.noLeader
    case 'nobody':
      return t.nobody
    case 'own-side':
      return t.ownSide(conflict.person, called(conflict.organisation))
    default:
      return conflict satisfies never
  }
}

function otherLine(ctx: Reader, other: Other): string {
  const { called } = ctx.texts
  const times = stated(other)
  const end = times.ends === null ? [ctx.texts.visits.conflict.noEnd] : []
  return [other.code ?? codeOf(other), called(other.team), called(other.unit), spanWords(ctx, times), ...end].join(', ')
}
