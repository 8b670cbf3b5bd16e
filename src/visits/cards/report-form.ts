import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import type { Visit } from '../visits.ts'
import { labelOf } from '../which-visit.ts'
import { visitFacts } from './span-words.ts'

/** Characters of a report: a note, no minutes. */
export const reportLimit = 1000

/** The form for a report, with the one there is. */
export function reportForm(ctx: Pick<Context, 'texts' | 'zone'>, visit: Visit): Form {
  const { moves: t } = ctx.texts
  return {
    title: t.reportTitle,
    submit: t.reportSubmit,
    intent: { kind: 'visit.report', visit: visit.id, revision: visit.revision },
    opens: { kind: 'visit.report.form', visit: visit.id },
    intro: [{ kind: 'text', text: labelOf(ctx, visit), tone: 'strong' }, visitFacts(ctx, visit)],
    fields: [
      {
        kind: 'text',
        name: 'note',
        label: t.reportNote,
        hint: t.reportHint,
        multiline: true,
        required: true,
        maxLength: reportLimit,
        value: visit.report ?? '',
      },
    ],
  }
}
