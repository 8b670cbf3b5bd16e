import type { Choice } from '../../../src/contract/message.ts'
import { LABEL_LENGTH } from '../limits.ts'
import { actionSets, execute, label, type Pressing } from './actions.ts'
import { CHOSEN, choiceValue } from './card-data.ts'
import { andMore, type Element, inert, line, tone } from './plain-text.ts'

/** From so many on, an option is found by typing. */
const SEARCHED = 15

/**
 * A list to choose from and the one action that sends what was chosen: each option carries its whole intent. A card asks
 * one such question, since an action waits for every input of its card; another is drawn as buttons.
 */
export function choiceInput(choice: Choice, press: Pressing): Element[] {
  const { space, asks } = press
  const { options, submit, missing } = choice
  if (options.length === 0) return []
  if (choice !== asks) return [line(choice.label, LABEL_LENGTH * 2), ...actionSets(options, press)]
  const shown = options.slice(0, space.rows)
  const left = options.length - shown.length
  return [
    {
      type: 'Input.ChoiceSet',
      id: CHOSEN,
      label: label(choice.label),
      style: shown.length > SEARCHED ? 'filtered' : 'compact',
      wrap: true,
      isRequired: true,
      errorMessage: inert(missing),
      choices: shown.map((option) => ({
        title: label(option.label),
        value: choiceValue(JSON.stringify(option.intent)),
      })),
    },
    ...(left > 0 ? [line(andMore(left), LABEL_LENGTH, tone('subtle'))] : []),
    { type: 'ActionSet', actions: [execute(submit, 'press', { chosen: true }, {})] },
  ]
}
