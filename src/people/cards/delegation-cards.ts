import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import { Right } from '../../contract/intent.ts'
import type { Button, Item, Message } from '../../contract/message.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import { rightsOf } from '../delegated.ts'
import { clashOfNamed, type Named, namedBlocks, pickedNamed } from '../named.ts'

export type Delegation = {
  readonly id: string
  readonly rights: string
  readonly fromDay: string
  readonly toDay: string
  readonly person: { readonly name: string }
  readonly taker: { readonly name: string }
  readonly item: { readonly key: string } | null
}

type Given = {
  readonly item: string | undefined
  readonly named: Named | undefined
  readonly from: string
  readonly to: string | undefined
}

/** The form by which a member lets somebody act for them, with what was typed. Days as `YYYY-MM-DD`. */
export function delegationForm({ texts: t }: Pick<Context, 'texts'>, { item, named, from, to }: Given): Form {
  const { delegation: d } = t
  return {
    title: d.formTitle,
    submit: d.formSubmit,
    intent: { kind: 'delegation.save' },
    opens: {
      kind: 'delegation.save.form',
      ...(item === undefined ? {} : { item }),
      ...(named === undefined ? {} : { named: named.word }),
      from,
      ...(to === undefined ? {} : { to }),
    },
    intro: [...namedBlocks(t, named), { kind: 'text', text: d.intro, tone: 'subtle' }],
    fields: [
      pickField(
        { texts: t },
        {
          name: 'taker',
          label: d.taker,
          from: 'people',
          value: pickedNamed(named),
          clash: clashOfNamed({ texts: t }, named),
        },
      ),
      {
        kind: 'choices',
        name: 'rights',
        label: d.rightsLabel,
        required: true,
        value: ['draft'],
        options: Right.options.map((value) => ({ value, label: d.rights[value] })),
      },
      { kind: 'text', name: 'item', label: d.item, hint: d.itemHint, maxLength: 40, value: item ?? '' },
      { kind: 'date', name: 'from', label: d.from, required: true, value: from },
      { kind: 'date', name: 'to', label: d.to, required: true, ...(to === undefined ? {} : { value: to }) },
    ],
  }
}

/** What a delegation says of itself: rights, scope and days, in words. */
export function wordsOf({ texts: t }: Pick<Context, 'texts'>, row: Delegation) {
  return {
    rights: t.list(rightsOf(row.rights).map((right) => t.delegation.rights[right])),
    scope: row.item?.key ?? t.delegation.everything,
    span: t.delegation.span(t.day(row.fromDay), t.day(row.toDay)),
  }
}

/** Present and coming delegations, one page of them, each with the button that ends it. */
export function delegationList(
  ctx: Pick<Context, 'texts' | 'actor'>,
  rows: readonly Delegation[],
  { at, pageCount }: { readonly at: number; readonly pageCount: number },
  said?: string,
): Message {
  const { texts: t, actor } = ctx
  const { delegation: d } = t
  const items = rows.map((row): Item => {
    const { rights, scope, span } = wordsOf(ctx, row)
    return {
      text: `${d.line(row.person.name, row.taker.name, rights, scope)}; ${span}`,
      own: {
        row: d.row(row.taker.name, t.day(row.toDay)),
        buttons: [{ label: d.end, intent: { kind: 'delegation.end', delegation: row.id } }],
      },
    }
  })
  const turn = (label: string, page: number): Button => ({ label, intent: { kind: 'delegation.list', page } })
  const ways: readonly Button[] = [
    ...(at > 0 ? [turn(t.buttons.previousPage, at - 1)] : []),
    ...(at < pageCount - 1 ? [turn(t.buttons.nextPage, at + 1)] : []),
    ...(actor.roles.has('member') ? [{ label: d.give, intent: { kind: 'delegation.save.form' } } as const] : []),
    { label: t.buttons.home, intent: { kind: 'home.show' } },
  ]
  return {
    text: said ?? d.listTitle,
    title: d.listTitle,
    blocks: [
      ...(said === undefined ? [] : [{ kind: 'text', text: said, tone: 'strong' } as const]),
      rows.length === 0 ? { kind: 'text', text: d.none } : { kind: 'list', items },
      ...(pageCount > 1 ? [{ kind: 'text', text: t.page(at + 1, pageCount), tone: 'subtle' } as const] : []),
      { kind: 'buttons', buttons: ways },
    ],
  }
}
