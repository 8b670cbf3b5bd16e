import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import type { Button, Item, Message } from '../../contract/message.ts'
import { personEntry } from '../../conversation/picking/directories.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import type { Member } from '../members.ts'
import { clashOfNamed, type Named, namedBlocks, theOne } from '../named.ts'

export type Leave = {
  readonly id: string
  readonly personId: string
  readonly fromDay: string
  readonly toDay: string
  readonly note: string | null
  readonly person: { readonly key: string; readonly name: string }
}

/** The form for a leave; it asks whose it is where somebody may enter another's: a person, or whom typed words mean. Days as `YYYY-MM-DD`. */
export function leaveForm(
  { texts: t }: Pick<Context, 'texts'>,
  whose: Member | Named | undefined,
  days: { readonly from: string; readonly to: string | undefined },
): Form {
  const named = whose !== undefined && 'kind' in whose ? whose : undefined
  const person = whose !== undefined && 'kind' in whose ? theOne(whose) : whose
  const which = person === undefined ? {} : { person: person.id }
  const who: readonly Field[] =
    whose === undefined
      ? []
      : [
          pickField(
            { texts: t },
            {
              name: 'person',
              label: t.leave.person,
              from: 'people',
              value: person === undefined ? [] : [personEntry(person)],
              clash: clashOfNamed({ texts: t }, named),
            },
          ),
        ]
  return {
    title: t.leave.formTitle,
    submit: t.leave.formSubmit,
    intent: { kind: 'leave.save', ...which },
    opens: {
      kind: 'leave.save.form',
      ...(named === undefined ? which : { named: named.word }),
      from: days.from,
      ...(days.to === undefined ? {} : { to: days.to }),
    },
    intro: [...namedBlocks(t, named), { kind: 'text', text: t.leave.intro, tone: 'subtle' }],
    fields: [
      ...who,
      { kind: 'date', name: 'from', label: t.leave.from, required: true, value: days.from },
      {
        kind: 'date',
        name: 'to',
        label: t.leave.to,
        required: true,
        ...(days.to === undefined ? {} : { value: days.to }),
      },
      { kind: 'text', name: 'note', label: t.leave.note, hint: t.leave.noteHint, maxLength: 300, value: '' },
    ],
  }
}

/** Present and coming leaves, one page of them, each with the button that ends it. */
export function leaveList(
  { texts: t, actor }: Pick<Context, 'texts' | 'actor'>,
  rows: readonly Leave[],
  { at, pageCount }: { readonly at: number; readonly pageCount: number },
  said?: string,
): Message {
  const all = actor.roles.has('coordinator')
  const items = rows.map((row): Item => {
    const days = t.leave.span(t.day(row.fromDay), t.day(row.toDay))
    const from = t.day(row.fromDay)
    return {
      text: [all ? `${row.person.name}: ${days}` : days, row.note ?? ''].filter((part) => part !== '').join('. '),
      own: {
        row: all ? t.leave.row(row.person.name, from) : t.leave.rowMine(from),
        buttons: [{ label: t.leave.end, intent: { kind: 'leave.end', leave: row.id } }],
      },
    }
  })
  const ways: readonly Button[] = [
    ...(at > 0 ? [{ label: t.buttons.previousPage, intent: { kind: 'leave.list', page: at - 1 } } as const] : []),
    ...(at < pageCount - 1
      ? [{ label: t.buttons.nextPage, intent: { kind: 'leave.list', page: at + 1 } } as const]
      : []),
    { label: t.leave.enter, intent: { kind: 'leave.save.form' } },
  ]
  return {
    text: said ?? t.leave.listTitle,
    title: t.leave.listTitle,
    blocks: [
      ...(said === undefined ? [] : [{ kind: 'text', text: said, tone: 'strong' } as const]),
      rows.length === 0 ? { kind: 'text', text: t.leave.none } : { kind: 'list', items },
      ...(pageCount > 1 ? [{ kind: 'text', text: t.page(at + 1, pageCount), tone: 'subtle' } as const] : []),
      { kind: 'text', text: t.leave.intro, tone: 'subtle' },
      { kind: 'buttons', buttons: ways },
    ],
  }
}
