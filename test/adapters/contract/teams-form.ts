import type { Answers, ShownField, ShownForm } from './driver.ts'
import {
  actionsOf,
  cardOf,
  type Element,
  elements,
  inputsOf,
  list,
  object,
  seen,
  type TeamsCard,
} from './teams-screen.ts'

/** A card that asks, with its questions; `send` sends the data of its action with what stands in the inputs. */
export function cardForm(shown: TeamsCard, send: (data: Element) => Promise<number>): ShownForm {
  const { card } = shown
  const inputs = inputsOf(card)
  const fields = inputs.map((input) => fieldOf(input, errorAbove(card, input)))
  const [title = ''] = cardOf(shown, send).words.split('\n')
  return {
    ...cardOf(shown, send),
    title,
    fields,
    fill(answers, files = {}) {
      const unknown = Object.keys({ ...answers, ...files }).filter(
        (label) => !fields.some((field) => field.label === label),
      )
      if (unknown.length > 0) throw new Error(`not asked: ${unknown.join()}`)
      const filled = inputs.map(
        (input) => [String(input.id), answerOf(input, answers[seen(String(input.label))])] as const,
      )
      // A client leaves out what is empty.
      const values = Object.fromEntries(filled.filter(([, value]) => value !== ''))
      return send({ ...object(actionsOf(card).at(-1)?.data), ...values })
    },
  }
}

/** A card that can be sent is a form, even where no text of it is short enough to be asked. */
export const asks = ({ card }: TeamsCard): boolean => actionsOf(card).some((action) => action.verb === 'fill')

/** What is wrong with an input stands in red directly above it. */
function errorAbove(card: Element, input: Element): string {
  const all = elements(card.body)
  const [run] = list(all[all.findIndex((element) => element.id === input.id) - 1]?.inlines)
  return run?.color === 'Attention' ? String(run.text) : ''
}

function fieldOf(input: Element, error: string): ShownField {
  const value = String(input.value ?? '')
  const choices = list(input.choices)
  const chosen = choices.filter((choice) => value.split(',').includes(String(choice.value))).map(titleOf)
  const field = { label: seen(String(input.label)), options: choices.map(titleOf), error }
  switch (input.type) {
    case 'Input.Text':
      return { ...field, kind: 'text', value }
    case 'Input.ChoiceSet':
      if (input.isMultiSelect === true) return { ...field, kind: 'choices', value: chosen }
      return { ...field, kind: 'choice', value: chosen.join() }
    case 'Input.Date':
      return { ...field, kind: 'date', value }
    case 'Input.Time':
      return { ...field, kind: 'time', value }
    default:
      throw new Error(`an input of type ${String(input.type)}`)
  }
}

const titleOf = (choice: Element): string => seen(String(choice.title))

/** What the client puts beside the data: what was given, else what the input began with. */
function answerOf(input: Element, given: Answers[string] | undefined): string {
  if (given === undefined) return String(input.value ?? '')
  if (input.type === 'Input.ChoiceSet') {
    const chosen = list(input.choices).filter((choice) => [given].flat().includes(titleOf(choice)))
    return chosen.map((choice) => String(choice.value)).join(',')
  }
  const text = String(given)
  if (input.regex !== undefined && !new RegExp(String(input.regex)).test(text))
    throw new Error(String(input.errorMessage))
  return text
}
