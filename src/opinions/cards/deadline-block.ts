import type { Context } from '../../context.ts'
import type { Block } from '../../contract/message.ts'
import { type DeadlineWarning, deadlineWarnings } from '../rounds/deadline-warnings.ts'
import { typeOf } from '../rounds/rounds.ts'

type Typed = { readonly type: string; readonly typeEn: string | null }

/** What speaks against a deadline, each in a line; nothing where nothing does. `opening`: the item that a round is to open on. */
export function deadlineBlocks(ctx: Context, due: Date, opening?: Typed): readonly Block[] {
  return deadlineLines(ctx, due, opening).map((text) => ({ kind: 'text', text, tone: 'warning' }))
}

/** The same as lines. */
export const deadlineLines = (ctx: Context, due: Date, opening?: Typed): readonly string[] =>
  deadlineWarnings(ctx, due, opening?.type).map((one) => lineOf(ctx, one, opening))

function lineOf({ texts }: Context, warning: DeadlineWarning, opening: Typed | undefined): string {
  const t = texts.round.deadlineWarnings
  switch (warning.kind) {
    case 'day-off': {
      const { day, entry } = warning.why
      const name = entry === undefined ? '' : texts.locale === 'en' ? entry.nameEn : entry.name
      return t.dayOff(texts.dayWithWeekday(day), name)
    }
    case 'out-of-hours':
      return t.outOfHours(warning.time)
    case 'short':
      return t.short
    case 'below-minimum': {
      const kind = warning.any || opening === undefined ? texts.workingDays.anyKind : typeOf(opening, { texts })
      return texts.workingDays.belowMinimum(warning.days, warning.least, kind)
    }
    default:
      return warning satisfies never
  }
}
