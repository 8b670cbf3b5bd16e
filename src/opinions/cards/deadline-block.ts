import type { Context } from '../../context.ts'
import type { Block } from '../../contract/message.ts'
import { type DeadlineWarning, deadlineWarnings } from '../rounds/deadline-warnings.ts'

/** What speaks against a deadline, each in a line; nothing where nothing does. */
export function deadlineBlocks(ctx: Context, due: Date): readonly Block[] {
  return deadlineWarnings(ctx, due).map((one) => ({ kind: 'text', text: lineOf(ctx, one), tone: 'warning' }))
}

function lineOf({ texts }: Context, warning: DeadlineWarning): string {
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
    default:
      return warning satisfies never
  }
}
