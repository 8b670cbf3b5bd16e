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
  suggest: (element: Element, typed: string) => Promise<Element>,
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
    async look(label, typed) {
      const block = first.find((each) => wordsOf(each.label) === label)
      const answer = await suggest(object(block?.element), typed)
      return [...list(answer.option_groups).map((group) => wordsOf(group.label)), ...optionsOf(answer).map(wordsOf)]
    },
    async fill(answers, files = {}) {
      const unknown = Object.keys({ ...answers, ...files }).filter(
        (label) => !fields.some((field) => field.label === label),
      )
      if (unknown.length > 0) throw new Error(`not asked: ${unknown.join()}`)
      const labels = new Map(first.map((block) => [placeOf(block).name, wordsOf(block.label)]))
      const typed = (name: string, part: number, element: object) => {
        const label = labels.get(name) ?? ''
        const given = files[label]
        if (object(element).type === 'file_input') return { files: given === undefined ? [] : [keep(given)] }
        return stateOf(object(element), part, answers[label], picked.get(label))
      }
      const picked = new Map<string, Picked>()
      for (const block of first)
        if (isPicker(object(block.element)))
          picked.set(
            wordsOf(block.label),
            await pickedOf(object(block.element), answers[wordsOf(block.label)], suggest),
          )
      const filled = withText(modal, labels, answers, picked)
      return send(filled, submissionPayload({ ...view, ...{ id: modal.id, hash: `hash of ${modal.id}` } }, typed))
    },
  }
}

/** The dialogue with what was typed into it: it stays so when it is refused. */
function withText(
  modal: Modal,
  labels: ReadonlyMap<string, string>,
  answers: Answers,
  picked: ReadonlyMap<string, Picked>,
): Modal {
  const blocks = modal.view.blocks.map((block) => {
    const { name, part } = placeOf(block)
    const given = answers[labels.get(name) ?? '']
    if (block.type !== 'input' || given === undefined) return block
    return { ...block, element: held(object(block.element), part, given, picked.get(labels.get(name) ?? '')) }
  })
  return { ...modal, view: { ...modal.view, blocks } }
}

function held(element: Element, part: number, given: Answers[string], picked?: Picked): Element {
  const state = object(stateOf(element, part, given, picked))
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
    case 'external_select':
      return { ...field, kind: 'pick', options: [], value: wordsOf(element.initial_option) }
    case 'multi_external_select':
      return { ...field, kind: 'pick', options: [], value: list(element.initial_options).map(wordsOf) }
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
function stateOf(element: Element, part: number, given: Answers[string] | undefined, picked?: Picked): object {
  const option = (label: string) => optionsOf(element).find((each) => wordsOf(each) === label) ?? null
  switch (element.type) {
    case 'external_select':
      return { selected_option: picked?.options[0] ?? null }
    case 'multi_external_select':
      return { selected_options: picked?.options ?? [] }
    case 'plain_text_input': {
      // Below a picker: what was not to be picked.
      if (picked !== undefined)
        return { value: [String(element.initial_value ?? ''), ...picked.typed].join('\n').trim() || null }
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

type Picked = { readonly options: readonly Element[]; readonly typed: readonly string[] }
const isPicker = (element: Element) => String(element.type).endsWith('external_select')

/** What somebody picks by typing each answer; of several, what is not offered goes into the list below. */
async function pickedOf(
  element: Element,
  given: Answers[string] | undefined,
  suggest: (element: Element, typed: string) => Promise<Element>,
): Promise<Picked> {
  const several = element.type === 'multi_external_select'
  const before = several
    ? list(element.initial_options)
    : [element.initial_option].filter((one) => one != null).map(object)
  if (given === undefined) return { options: before, typed: [] }
  const options: Element[] = []
  const typed: string[] = []
  for (const answer of [given].flat().filter((one) => one !== '')) {
    const shown = optionsOf(await suggest(element, answer))
    const same = shown.find((option) => wordsOf(option) === answer)
    // Of one, the words themselves are offered where nothing was found.
    const option = same ?? (several ? undefined : shown.find(({ value }) => value === answer))
    if (option !== undefined) options.push(option)
    else typed.push(answer)
  }
  return { options, typed }
}
