import { isWorkingDayCount, mostWorkingDays } from '../../calendar/days-from-opening.ts'
import type { MinimumDays } from '../../context.ts'
import { fold } from '../../texts/fold.ts'

/** The kind that stands for every one without a minimum of its own. */
const anyKind = '*'

/**
 * Reads minimums as a setting writes them: `nghi dinh=20,chien luoc=15,*=10`, with or without diacritics. A part that
 * cannot be read, or whose kind was given before, is named as it was written.
 */
export function parseMinimumDays(text: string): { readonly minimums: MinimumDays } | { readonly wrong: string } {
  const minimums: { kind: string; days: number }[] = []
  const seen = new Set<string>()
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    if (part === '') continue
    const [, kind = '', days = ''] = /^([^=]+)=\s*(\d{1,4})$/.exec(part) ?? []
    const folded = nameOf(kind)
    if (folded === '' || seen.has(folded) || !isWorkingDayCount(Number(days))) return { wrong: part }
    seen.add(folded)
    minimums.push({ kind: kind.trim(), days: Number(days) })
  }
  return { minimums }
}

/** What a wrong setting is told, with the part that is wrong. */
export const minimumDaysRule = (wrong: string): string =>
  `must be kinds of document with working days from 1 to ${mostWorkingDays}, each kind once, such as nghi dinh=20,*=10; the part "${wrong}" is not`

/** The minimum for a kind of document, as the plan writes it; `any`: that of every other kind. Undefined without one. */
export function minimumFor(
  minimums: MinimumDays,
  type: string,
): { readonly days: number; readonly any: boolean } | undefined {
  const own = minimums.find(({ kind }) => kind !== anyKind && nameOf(kind) === fold(type))
  const rest = minimums.find(({ kind }) => kind === anyKind)
  if (own !== undefined) return { days: own.days, any: false }
  return rest === undefined ? undefined : { days: rest.days, any: true }
}

const nameOf = (kind: string): string => (kind.trim() === anyKind ? anyKind : fold(kind))
