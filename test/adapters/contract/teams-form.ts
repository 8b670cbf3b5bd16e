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
export function cardForm(
  shown: TeamsCard,
  send: (data: Element) => Promise<number>,
  search: (dataset: string, typed: string) => Promise<Element[]>,
): ShownForm {
  const { card } = shown
  const all = inputsOf(card)
  // What is typed beside a picker is an answer to the same question.
  const inputs = all.filter((input) => !String(input.id).startsWith('typed_'))
  const fields = inputs.map((input) => fieldOf(input, errorAbove(card, input), typedBeside(all, input)))
  const [title = ''] = cardOf(shown, send).words.split('\n')
  return {
    ...cardOf(shown, send),
    title,
    fields,
    async look(label, typed) {
      const input = inputs.find((each) => seen(String(each.label)) === label) ?? {}
      const beside = isPicker(all, input) ? wordsBeside(card, input) : []
      return [...beside, ...(await offeredBy(input, typed, search)).map(titleOf)]
    },
    async fill(answers, files = {}) {
      const unknown = Object.keys({ ...answers, ...files }).filter(
        (label) => !fields.some((field) => field.label === label),
      )
      if (unknown.length > 0) throw new Error(`not asked: ${unknown.join()}`)
      const filled = inputs.map(
        (input) => [String(input.id), answerOf(input, answers[seen(String(input.label))])] as const,
      )
      const picked = []
      for (const input of inputs.filter((each) => isPicker(all, each)))
        picked.push(...(await pickedIn(all, input, answers[seen(String(input.label))], search)))
      // A client leaves out what is empty.
      const values = Object.fromEntries([...filled, ...picked].filter(([, value]) => value !== ''))
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

function fieldOf(input: Element, error: string, typed: Element | undefined): ShownField {
  const value = String(input.value ?? '')
  const choices = list(input.choices)
  const chosen = choices.filter((choice) => value.split(',').includes(String(choice.value))).map(titleOf)
  const field = { label: seen(String(input.label)), options: choices.map(titleOf), error }
  switch (input.type) {
    case 'Input.Text':
      return { ...field, kind: 'text', value }
    case 'Input.ChoiceSet':
      if (typed !== undefined) {
        const words = String(typed.value ?? '')
        const answers = [...chosen, ...(words === '' ? [] : words.split('\n'))]
        return { ...field, kind: 'pick', options: [], value: input.isMultiSelect === true ? answers : answers.join() }
      }
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

const typedBeside = (all: readonly Element[], input: Element): Element | undefined =>
  all.find((each) => String(each.id) === String(input.id).replace(/^in_/, 'typed_'))
const isPicker = (all: readonly Element[], input: Element): boolean => typedBeside(all, input) !== undefined

type Search = (dataset: string, typed: string) => Promise<Element[]>

/** The options of the card that hold the words, and what the client is answered where it asks. */
async function offeredBy(input: Element, typed: string, search: Search): Promise<Element[]> {
  const standing = list(input.choices).filter((choice) => titleOf(choice).toLowerCase().includes(typed.toLowerCase()))
  const query = input['choices.data']
  return query === undefined ? standing : [...standing, ...(await search(String(object(query).dataset), typed))]
}

/** The words that stand between a picker and its input for words. */
function wordsBeside(card: Element, input: Element): string[] {
  const all = elements(card.body)
  const at = all.findIndex((element) => element.id === input.id)
  const end = all.findIndex((element) => String(element.id) === String(input.id).replace(/^in_/, 'typed_'))
  return all.slice(at + 1, end).flatMap((element) => list(element.inlines).map((run) => String(run.text)))
}

/** What was picked by typing, and what was typed and not found. */
async function pickedIn(all: readonly Element[], input: Element, given: Answers[string] | undefined, search: Search) {
  const words = typedBeside(all, input) ?? {}
  if (given === undefined)
    return [
      [String(input.id), String(input.value ?? '')],
      [String(words.id), String(words.value ?? '')],
    ] as const
  const picked: string[] = []
  const typed: string[] = []
  for (const answer of [given].flat().filter((one) => one !== '')) {
    const same = (await offeredBy(input, answer, search)).find((choice) => titleOf(choice) === answer)
    if (same === undefined) typed.push(answer)
    else picked.push(String(same.value))
  }
  // What was picked before is not unpicked by typing beside it.
  const before =
    typed.length > 0 && picked.length === 0 && input.isMultiSelect !== true ? String(input.value ?? '') : ''
  return [
    [String(input.id), before === '' ? picked.join(',') : before],
    [String(words.id), typed.join('\n')],
  ] as const
}
