import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import type { Position } from '../../contract/intent.ts'
import { personEntry } from '../../conversation/picking/directories.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import { quoted } from '../../documents/intake/file-words.ts'
import { type Member, nameAndBody } from '../../people/members.ts'
import { clashOfNamed, type Named, namedBlocks, theOne } from '../../people/named.ts'
import { letterFields, numberAndDay } from '../attachments/attachment-form.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'
import { limits } from '../words.ts'

/**
 * The form for an opinion that came by letter or telephone. `today`: a day in the committee's zone; `file`: the letter,
 * where it was sent; `whose`: a person, or whom typed words mean.
 */
export function recordForm(
  ctx: Pick<Context, 'texts'>,
  round: Round,
  whose: Member | Named | undefined,
  today: string,
  file?: { readonly id: string; readonly name: string },
  position?: Position,
): Form {
  const { texts: t } = ctx
  const named = whose !== undefined && 'kind' in whose ? whose : undefined
  const person = whose !== undefined && 'kind' in whose ? theOne(whose) : whose
  const offered = position === undefined || round.positions.includes(position)
  const from = file === undefined ? {} : { file: file.id }
  return {
    title: t.record.formTitle,
    submit: t.record.formSubmit,
    intent: { kind: 'record.save', round: round.id, ...from },
    opens: {
      kind: 'record.save.form',
      round: round.id,
      ...(named === undefined ? {} : { named: named.word }),
      ...(named !== undefined || person === undefined ? {} : { person: person.id }),
      ...(position === undefined ? {} : { position }),
      ...from,
    },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      ...(named !== undefined || person === undefined ? [] : [{ kind: 'text', text: nameAndBody(t, person) } as const]),
      ...namedBlocks(t, named),
      ...(offered ? [] : [{ kind: 'text', text: t.help.notUsed([t.positions[position]]), tone: 'warning' } as const]),
      ...(file === undefined
        ? []
        : [{ kind: 'text', text: `${t.documents.attached}: ${quoted(t, file.name)}` } as const]),
    ],
    fields: [
      pickField(ctx, {
        ...{ name: 'person', label: t.record.person, from: `asked:${round.id}` },
        value: person === undefined ? [] : [personEntry(person)],
        clash: clashOfNamed(ctx, named),
      }),
      {
        kind: 'choice',
        name: 'position',
        label: t.opinion.position,
        required: true,
        options: round.positions.map((value) => ({ value, label: t.positions[value] })),
        ...(position !== undefined && offered ? { value: position } : {}),
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
