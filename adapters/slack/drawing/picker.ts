import type { types } from '@slack/bolt'
import type { Directory } from '../../../src/contract/directory.ts'
import type { Found } from '../../../src/contract/form.ts'
import type { Pick } from '../../shared/picking.ts'
import { limits } from '../outgoing/limits.ts'
import { slackOption } from './searched-menu.ts'
import { label } from './split.ts'
import { plainText } from './text.ts'

/** What an action id begins with whose options are ours to load. */
const prefix = 'pick/'
export const pickerActions = /^pick\//

/** The directory that a picker searches, as its action id carries it. */
export const searchedBy = (actionId: string): string => actionId.slice(prefix.length)
const actionOf = (from: Directory): string => `${prefix}${from}`

/** Whether a menu can hold what is picked already; else it stands as text. */
export const holdsPicked = ({ value = [] }: Pick): boolean => value.length <= limits.menuOptions

/** A menu that Slack fills by asking us, from the first letter and before it. */
export function picker(field: Pick): types.ExternalSelect | types.MultiExternalSelect {
  const options = (field.value ?? []).map(slackOption)
  const [first] = options
  const shared = { action_id: actionOf(field.from), min_query_length: 0 }
  return field.several === true
    ? { type: 'multi_external_select', ...shared, ...(first === undefined ? {} : { initial_options: options }) }
    : { type: 'external_select', ...shared, ...(first === undefined ? {} : { initial_option: first }) }
}

type Suggested = { options: types.PlainTextOption[] } | { option_groups: types.OptionGroup[] }

/**
 * What Slack shows for what was typed. What is said beside it stands as the heading; where nothing was found the words
 * themselves can be picked, so that the form answers them as it would have answered anywhere.
 */
export function suggested({ options, said }: Found, typed: string): Suggested {
  const words = typed.trim()
  const fitting = options.filter(({ value }) => value !== '' && value.length <= limits.optionValue)
  const asTyped = { value: words.slice(0, limits.optionValue), label: `“${words}”` }
  const shown = (fitting.length > 0 || words === '' ? fitting : [asTyped]).map(slackOption)
  if (said === undefined || shown.length === 0) return { options: shown }
  return { option_groups: [{ label: plainText(label(said, limits.groupLabel)), options: shown }] }
}
