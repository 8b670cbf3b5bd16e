import { randomUUID } from 'node:crypto'
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Reply } from '../../../src/contract/reply.ts'
import { clashChoices } from '../../shared/picking.ts'
import { label } from '../drawing/split.ts'
import { paragraphs, plainText } from '../drawing/text.ts'
import { type FormBlock, inputBlocks } from '../incoming/inputs.ts'
import { InputState, type SubmissionBody, type ViewBlock } from '../incoming/payloads.ts'
import type { readSubmission } from '../incoming/receive.ts'
import { fieldOf, metadataOf } from '../incoming/submission.ts'
import { limits } from './limits.ts'

type Invalid = Extract<Reply, { kind: 'invalid' }>
type View = z.infer<typeof SubmissionBody>['view']
type ShownBlock = z.infer<typeof ViewBlock>
type Submitted = Pick<ReturnType<typeof readSubmission>, 'fields' | 'view'>

/** How a form stays open: with what is wrong under the fields, or as it stands with a warning above them. */
export type StaysOpen =
  | { readonly response_action: 'update'; readonly view: types.ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }

const warningId = 'warning'
/** Not taken apart: what goes back must be as it came. */
const Option = z.record(z.string(), z.unknown())
const Picked = z.object({ text: z.looseObject({ type: z.string(), text: z.string() }), value: z.string() })
const Choices = z.looseObject({
  type: z.string().optional(),
  options: z.array(Option).nullish(),
  option_groups: z.array(z.looseObject({ options: z.array(Option) })).nullish(),
})

/**
 * Slack takes either errors under fields or a view. Errors where each concerns a field of the form; whatever else is wrong
 * is said above the fields, since under one of them it would blame an answer that is right. A warning that stands there
 * already is replaced: it says what was wrong before.
 */
export function refusedForm(reply: Invalid, { fields, view }: Submitted): StaysOpen {
  const wrong = Object.keys(reply.fields)
  const asked = Object.keys(reply.clashes ?? {}).length > 0
  const warned = view.blocks?.some((block) => block.block_id === warningId) === true
  if (!asked && !warned && wrong.length > 0 && wrong.every((field) => fields.has(field)))
    return { response_action: 'errors', errors: errorsOf(reply, fields) }
  return { response_action: 'update', view: withWarning(view, warningOf(reply, fields, view), reply.clashes) }
}

/** By block id; the sentence about the whole form goes before the first of them. */
function errorsOf({ message, fields: wrong }: Invalid, fields: ReadonlyMap<string, string>): Record<string, string> {
  const errors: Record<string, string> = {}
  let first = message
  for (const [field, block] of fields) {
    const words = wrong[field]
    if (words === undefined) continue
    const all = first.trim() === '' || first === words ? words : `${first}\n${words}`
    errors[block] = label(all, limits.inputError)
    first = ''
  }
  return errors
}

/** All that is wrong, a line each; what concerns a field with its name. */
function warningOf({ message, fields: wrong }: Invalid, fields: ReadonlyMap<string, string>, { blocks }: View): string {
  const named = Object.entries(wrong).map(([field, words]) => {
    const id = fields.get(field)
    const name = id === undefined ? undefined : blocks?.find((block) => block.block_id === id)?.label?.text
    return name === undefined ? words : `${name}: ${words}`
  })
  return [message, ...named].filter((words) => words.trim() !== '').join('\n')
}

/**
 * The view with the words on top and what was typed as the values to begin with. The block ids stay, and with them what
 * Slack itself keeps of the fields. So does the hash that the view had first: the same form sent again is one delivery,
 * as it is after errors.
 */
function withWarning(view: View, words: string, clashes: Invalid['clashes']): types.ModalView {
  const rest = (view.blocks ?? []).filter((block) => block.block_id !== warningId)
  const [warning] = paragraphs([{ text: label(`! ${words}`, limits.inputError), bold: true }])
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: withHash(view),
    title: plainText(label(view.title?.text ?? '', limits.viewTitle)),
    submit: plainText(label(view.submit?.text ?? '', limits.viewSubmit)),
    blocks: [
      ...(warning === undefined ? [] : [{ ...warning, block_id: warningId }]),
      ...clashing(
        rest.map((block) => withTyped(block, view.state.values)),
        clashes,
      ),
    ],
  }
}

/** What is asked about the words of a field stands before it, in place of what was asked before. */
function clashing(blocks: readonly ShownBlock[], clashes: Invalid['clashes'] = {}): (ShownBlock | FormBlock)[] {
  // Under an id of its own each time: Slack would keep an earlier answer to another question.
  const nonce = randomUUID().slice(0, 8)
  const isQuestion = (name: string | undefined) => name !== undefined && /\/\d+$/.test(name)
  const seen = new Set<string>()
  return blocks.flatMap((block) => {
    const name = fieldOf(block.block_id)?.field
    if (isQuestion(name)) return []
    const asked = name === undefined || seen.has(name) ? [] : (clashes[name] ?? [])
    if (name !== undefined) seen.add(name)
    const questions = clashChoices(name ?? '', asked).flatMap((choice) => inputBlocks(choice, nonce))
    return [...questions, block]
  })
}

function withHash({ private_metadata: before, hash }: View): string {
  const { intent, ...more } = metadataOf(before)
  const after = JSON.stringify({ intent, ...more, hash: more.hash ?? hash ?? '' })
  return after.length > limits.metadata ? before : after
}

function withTyped(block: ShownBlock, values: View['state']['values']): ShownBlock {
  const { block_id: id, element } = block
  const [state] = Object.values(values[id] ?? {})
  const input = InputState.safeParse(state)
  if (element === undefined || !input.success) return block
  const asked = Object.entries(element).filter(([key]) => !key.startsWith('initial_'))
  return { ...block, element: { ...Object.fromEntries(asked), ...initial(input.data, element) } }
}

/** What a field begins with, from what it holds; nothing where it is empty. */
function initial(input: z.infer<typeof InputState>, element: NonNullable<ShownBlock['element']>): object {
  switch (input.type) {
    case 'plain_text_input':
      return input.value ? { initial_value: input.value } : {}
    case 'static_select':
    case 'radio_buttons':
    case 'external_select': {
      const [option] = offered(element, [input.selected_option]).filter(
        ({ value }) => value === input.selected_option?.value,
      )
      return option === undefined ? {} : { initial_option: option }
    }
    case 'multi_static_select':
    case 'checkboxes':
    case 'multi_external_select': {
      const chosen = new Set<unknown>(input.selected_options?.map(({ value }) => value))
      const options = offered(element, input.selected_options ?? []).filter(({ value }) => chosen.has(value))
      return options.length === 0 ? {} : { initial_options: options }
    }
    case 'datepicker':
      return input.selected_date ? { initial_date: input.selected_date } : {}
    case 'timepicker':
      return input.selected_time ? { initial_time: input.selected_time } : {}
    case 'file_input':
      // Slack has no way to say what was chosen; under the same block id it may still know.
      return {}
    default:
      return input satisfies never
  }
}

/**
 * As they stand in the view: Slack refuses one to begin with that is not among them letter by letter. A menu that was filled
 * by asking has none there; what was picked in it is as it was given.
 */
function offered(element: NonNullable<ShownBlock['element']>, picked: readonly unknown[]): z.infer<typeof Option>[] {
  const { type, options, option_groups: groups } = Choices.parse(element)
  if (type === 'external_select' || type === 'multi_external_select')
    return picked.flatMap((one) => Picked.safeParse(one).data ?? [])
  return [...(options ?? []), ...(groups ?? []).flatMap((group) => group.options)]
}
