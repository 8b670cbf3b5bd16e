import { z } from 'zod'
import type { SentFile } from '../../../src/contract/inbound.ts'
import { submissionPayload } from '../../support/slack-requests.ts'
import type { Answers, ShownField, ShownForm } from './driver.ts'
import { actingIn, buttonsOf, type Element, list, object, optionsOf, wordsOf } from './slack-screen.ts'

const View = z.looseObject({ title: z.unknown(), blocks: z.array(z.record(z.string(), z.unknown())) })

/** A view on the screen; `errors` by block id. */
export type Modal = {
  readonly id: string
  readonly view: z.infer<typeof View>
  readonly errors: Readonly<Record<string, string>>
}

export const modalOf = (view: unknown, id: string): Modal => ({ id, view: View.parse(view), errors: {} })

export const withErrors = (modal: Modal, errors: unknown): Modal => ({
  ...modal,
  errors: z.record(z.string(), z.string()).parse(errors),
})

/** A dialogue and its questions; `send` posts the payload of its submission. */
export function modalForm(
  modal: Modal,
  send: (sent: Modal, payload: object) => Promise<number>,
  keep: (file: SentFile) => object,
): ShownForm {
  const { view, errors } = modal
  const inputs = view.blocks.filter((block) => block.type === 'input')
  // A long text stands in several inputs, of which the first has the label.
  const first = inputs.filter((block) => placeOf(block).part === 0)
  const fields = first.map((block) => {
    const parts = inputs.filter((each) => placeOf(each).name === placeOf(block).name)
    return fieldOf(
      block,
      parts.map((part) => object(part.element)),
      errors[String(block.block_id)] ?? '',
    )
  })
  const words = [wordsOf(view.title), ...view.blocks.map((block) => wordsOf(block)), ...Object.values(errors)]
  return {
    title: wordsOf(view.title),
    words: words.join('\n'),
    notification: '',
    reading: [],
    buttons: buttonsOf(view.blocks, () => Promise.reject(new Error('a form has no buttons'))),
    acting: actingIn(view),
    fields,
    fill(answers, files = {}) {
      const unknown = Object.keys({ ...answers, ...files }).filter(
        (label) => !fields.some((field) => field.label === label),
      )
      if (unknown.length > 0) throw new Error(`not asked: ${unknown.join()}`)
      const labels = new Map(first.map((block) => [placeOf(block).name, wordsOf(block.label)]))
      const typed = (name: string, part: number, element: object) => {
        const label = labels.get(name) ?? ''
        const given = files[label]
        if (object(element).type === 'file_input') return { files: given === undefined ? [] : [keep(given)] }
        return stateOf(object(element), part, answers[label])
      }
      const filled = withText(modal, labels, answers)
      return send(filled, submissionPayload({ ...view, ...{ id: modal.id, hash: `hash of ${modal.id}` } }, typed))
    },
  }
}

/** The dialogue with what was typed into it: it stays so when it is refused. */
function withText(modal: Modal, labels: ReadonlyMap<string, string>, answers: Answers): Modal {
  const blocks = modal.view.blocks.map((block) => {
    const { name, part } = placeOf(block)
    const given = answers[labels.get(name) ?? '']
    if (block.type !== 'input' || given === undefined) return block
    return { ...block, element: held(object(block.element), part, given) }
  })
  return { ...modal, view: { ...modal.view, blocks } }
}

function held(element: Element, part: number, given: Answers[string]): Element {
  const state = object(stateOf(element, part, given))
  return {
    ...element,
    initial_value: state.value,
    initial_option: state.selected_option,
    initial_options: state.selected_options,
    initial_date: state.selected_date,
    initial_time: state.selected_time,
  }
}

function placeOf(block: Element): { name: string; part: number } {
  const [, part, name] = /^field\/[^/]*\/(\d+)\/(.*)$/s.exec(String(block.block_id)) ?? []
  return { name: name ?? '', part: Number(part) }
}

/** A question: one input, or the parts of one long text. */
function fieldOf(block: Element, parts: readonly Element[], error: string): ShownField {
  const [element = {}] = parts
  const field = { label: wordsOf(block.label), options: optionsOf(element).map(wordsOf), error }
  switch (element.type) {
    case 'plain_text_input':
      return { ...field, kind: 'text', value: parts.map((part) => part.initial_value ?? '').join('') }
    case 'static_select':
    case 'radio_buttons':
      return { ...field, kind: 'choice', value: wordsOf(element.initial_option) }
    case 'multi_static_select':
    case 'checkboxes':
      return { ...field, kind: 'choices', value: list(element.initial_options).map(wordsOf) }
    case 'datepicker':
      return { ...field, kind: 'date', value: String(element.initial_date ?? '') }
    case 'timepicker':
      return { ...field, kind: 'time', value: String(element.initial_time ?? '') }
    case 'file_input':
      return { ...field, kind: 'file', value: '' }
    default:
      throw new Error(`an input of type ${String(element.type)}`)
  }
}

/** What Slack says of an input when the form is sent: what was given, else what it holds. */
function stateOf(element: Element, part: number, given: Answers[string] | undefined): object {
  const option = (label: string) => optionsOf(element).find((each) => wordsOf(each) === label) ?? null
  switch (element.type) {
    case 'plain_text_input': {
      const text = given === undefined ? String(element.initial_value ?? '') : part === 0 ? String(given) : ''
      if (text.length > Number(element.max_length)) throw new Error('Slack takes no text of this length')
      return { value: text === '' ? null : text }
    }
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: given === undefined ? (element.initial_option ?? null) : option(String(given)) }
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: given === undefined ? list(element.initial_options) : [given].flat().map(option) }
    case 'datepicker':
      return { selected_date: given ?? element.initial_date ?? null }
    case 'timepicker':
      return { selected_time: given ?? element.initial_time ?? null }
    default:
      throw new Error(`an input of type ${String(element.type)}`)
  }
}
