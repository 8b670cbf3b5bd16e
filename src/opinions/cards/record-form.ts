import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import { quoted } from '../../documents/intake/file-words.ts'
import type { Member } from '../../people/members.ts'
import { letterFields, numberAndDay } from '../attachments/attachment-form.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'
import { limits } from '../words.ts'

/**
 * The form for an opinion that came by letter or telephone. `today`: a day in the committee's zone; `file`: the letter,
 * where it was sent.
 */
export function recordForm(
  ctx: Pick<Context, 'texts'>,
  round: Round,
  person: Member | undefined,
  today: string,
  file?: { readonly id: string; readonly name: string },
): Form {
  const { texts: t } = ctx
  const from = file === undefined ? {} : { file: file.id }
  return {
    title: t.record.formTitle,
    submit: t.record.formSubmit,
    intent: { kind: 'record.save', round: round.id, ...from },
    opens: {
      kind: 'record.save.form',
      round: round.id,
      ...(person === undefined ? {} : { person: person.id }),
      ...from,
    },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      ...(person === undefined ? [] : [{ kind: 'text', text: person.name } as const]),
      ...(file === undefined
        ? []
        : [{ kind: 'text', text: `${t.documents.attached}: ${quoted(t, file.name)}` } as const]),
    ],
    fields: [
      {
        kind: 'text',
        name: 'person',
        label: t.record.person,
        hint: t.record.personHint,
        required: true,
        maxLength: 300,
        value: person?.key ?? '',
      },
      {
        kind: 'choice',
        name: 'position',
        label: t.opinion.position,
        required: true,
        options: round.positions.map((value) => ({ value, label: t.positions[value] })),
      },
      { kind: 'text', name: 'body', label: t.opinion.words, multiline: true, maxLength: limits.body, value: '' },
      {
        kind: 'text',
        name: 'source',
        label: t.record.source,
        hint: file === undefined ? t.record.sourceHint : t.record.sourceOfFile,
        maxLength: limits.reason,
        value: '',
      },
      ...(file === undefined ? letterFields(ctx) : numberAndDay(ctx)),
      { kind: 'date', name: 'received', label: t.record.received, required: true, value: today },
    ],
  }
}
