import { addDays, isDay } from '../calendar/zoned.ts'
import type { FormReader } from '../conversation/form-values.ts'
import type { Texts } from '../texts/texts.ts'

/** How many days after its first one a leave or a delegation may end. */
const longest = 365

/**
 * Reads `from` and `to` (`YYYY-MM-DD`, both included) of a form and notes what is wrong with them: no such day, the
 * wrong way round, wholly before `today`, or longer than a year.
 */
export function readDays(
  form: FormReader,
  t: Pick<Texts, 'errors'> & { readonly said: Readonly<Record<'backwards' | 'past' | 'tooLong', string>> },
  today: string,
): { readonly from: string; readonly to: string } {
  const day = (name: string) => {
    const text = form.text(name, 10, true)
    const exists = isDay(text)
    // Of one that is left out it is noted already that it is wanted.
    if (!exists) form.fail(name, t.errors.badDay)
    return exists ? text : ''
  }
  const from = day('from')
  const to = day('to')
  if (from === '' || to === '') return { from, to }
  if (to < from) form.fail('to', t.said.backwards)
  else if (to < today) form.fail('to', t.said.past)
  else if (to > addDays(from, longest)) form.fail('to', t.said.tooLong)
  return { from, to }
}
