import type { types } from '@slack/bolt'
import type { Choice } from '../../../src/contract/message.ts'
import { limits } from '../outgoing/limits.ts'
import { actionRows, type Numbering, smallPrint } from './buttons.ts'
import { jsonLength } from './fit.ts'
import { label } from './split.ts'
import { paragraphs, plainText } from './text.ts'

/**
 * A menu of which choosing is the press: each option carries its whole intent. Where one is too long for an option, all
 * are buttons; of more than a message can hold, the first, and how many of all they are.
 */
export function choiceMenu(choice: Choice, number: Numbering) {
  const { options } = choice
  if (options.length === 0) return []
  const carried = options.map(({ label: words, intent }) => ({ words, value: JSON.stringify(intent) }))
  if (carried.some(({ value }) => value.length > limits.optionValue))
    return [...paragraphs([{ text: choice.label, bold: true }]), ...actionRows(options, number)]
  const all = carried.map(
    ({ words, value }): types.PlainTextOption => ({ text: plainText(label(words, limits.optionLabel)), value }),
  )
  let weight = 0
  const shown = all.slice(0, limits.menuOptions).filter((option) => {
    weight += jsonLength(option)
    return weight <= limits.choiceWeight
  })
  const menu: types.StaticSelect = {
    type: 'static_select',
    action_id: `choose/${number()}`,
    placeholder: plainText(label(choice.label, limits.placeholder)),
    options: shown,
  }
  const left = shown.length < all.length ? smallPrint(`… ${shown.length}/${all.length}`) : []
  return [{ type: 'actions', elements: [menu] } satisfies types.ActionsBlock, ...left]
}
