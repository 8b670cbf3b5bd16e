import type { types } from '@slack/bolt'
import type { Field, Option } from '../../../src/contract/form.ts'
import type { Pick } from '../../shared/picking.ts'
import type { SlackBlock } from '../drawing/blocks.ts'
import { holdsPicked, picker } from '../drawing/picker.ts'
import { type OptionGroup, searchedMenu, slackOption } from '../drawing/searched-menu.ts'
import { clean, cut, label, pieces } from '../drawing/split.ts'
import { paragraphs, plainText } from '../drawing/text.ts'
import { limits } from '../outgoing/limits.ts'

/** What a form's view is made of. */
export type FormBlock = SlackBlock | types.InputBlock

/** The last part of an initial text field leaves this much space to go on writing. */
const spaceToWrite = 500

/** `field/<nonce>/<part>/<name>`: what `fieldOf` in submission.ts takes apart again. */
function blockId(name: string, part: number, nonce: string): string {
  const id = `field/${nonce}/${part}/${name}`
  if (id.length > limits.blockId) throw new RangeError('slack: a field name too long for a block id')
  return id
}

/** What people send as documents, and pictures of their pages; Slack offers nothing else to choose. */
const filetypes = ['pdf', 'docx', 'png', 'jpg', 'jpeg']

/**
 * One question of a form as input blocks; a choice without options shows its label alone, and so does a file where the app
 * may not read any (`takesFiles`), with how else to send it: Slack refuses the whole view for such an input then.
 */
export function inputBlocks(field: Field, nonce: string, takesFiles = true): FormBlock[] {
  if (field.kind === 'file' && !takesFiles)
    return paragraphs([
      { text: label(field.label, limits.text), bold: true },
      { text: label(`\n${field.instead}`, limits.text) },
    ])
  if (field.kind === 'text') return textInputs(field, nonce)
  if (field.kind === 'pick') return pickInputs(field, nonce)
  if (field.kind === 'choice' && field.search === true && field.options.length > limits.openOptions) {
    const { hint, ...menu } = searchedMenu(field)
    const said = hint === undefined ? field : { ...field, hint }
    const element = { type: 'static_select', action_id: 'value', ...menu } as const
    return [inputBlock(said, blockId(field.name, 0, nonce), element)]
  }
  const element = otherElement(field)
  if (element === undefined) return paragraphs([{ text: label(field.label, limits.text), bold: true }])
  return [inputBlock(withCount(field), blockId(field.name, 0, nonce), element)]
}

/** Says under a menu that it does not show every option. */
function withCount<F extends Field>(field: F): F {
  if (!('options' in field) || field.options.length <= limits.allOptions) return field
  const count = `… ${limits.allOptions}/${field.options.length}`
  return { ...field, hint: field.hint === undefined ? count : `${cut(field.hint, limits.inputHint - 40)} ${count}` }
}

function inputBlock(field: Field, id: string, element: types.InputBlock['element'], part = 0): types.InputBlock {
  const hint = cut(field.hint ?? '', limits.inputHint)
  const name = part === 0 ? field.label : `${field.label} (${part + 1})`
  return {
    type: 'input',
    block_id: id,
    label: plainText(label(name, limits.inputLabel)),
    optional: part > 0 || field.required !== true,
    element,
    ...(part > 0 || hint.trim() === '' ? {} : { hint: plainText(hint) }),
  }
}

/**
 * One input, or several in a row where the text is longer than Slack's 3,000 characters an input: cutting it would
 * lose somebody's words as soon as the form is sent. The parts are joined again in submission.ts.
 */
function textInputs(field: Extract<Field, { kind: 'text' }>, nonce: string): types.InputBlock[] {
  const value = clean(field.value ?? '')
  const long = value.length > limits.inputText
  const parts = long ? pieces(value, limits.inputText - spaceToWrite) : [value]
  const most = long
    ? limits.inputText
    : Math.max(1, value.length, Math.min(limits.inputText, field.maxLength ?? Infinity))
  return parts.map((part, at) =>
    inputBlock(
      field,
      blockId(field.name, at, nonce),
      {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: field.multiline === true,
        max_length: most,
        ...(part === '' ? {} : { initial_value: part }),
      },
      at,
    ),
  )
}

/**
 * A picker; of several, with an input below it for a list that somebody brings along. More than a menu holds is a list in
 * that input alone: none of it would come back otherwise.
 */
function pickInputs(field: Pick, nonce: string): types.InputBlock[] {
  const { several, value = [], hint = '', label: name, typed } = field
  const holds = holdsPicked(field)
  const menu = holds ? [inputBlock(field, blockId(field.name, 0, nonce), picker(field))] : []
  if (several !== true) return menu
  const list = { kind: 'text', name: field.name, label: holds ? typed : name, hint: holds ? '' : hint } as const
  const lines = holds ? '' : value.map((option) => option.value).join('\n')
  const inputs = textInputs({ ...list, multiline: true, value: lines }, nonce)
  // Never asked for: what was picked may be all.
  return [
    ...menu,
    ...inputs.map((block, at) => ({ ...block, optional: true, block_id: blockId(field.name, at + 1, nonce) })),
  ]
}

function otherElement(field: Exclude<Field, { kind: 'text' | 'pick' }>): types.InputBlock['element'] | undefined {
  switch (field.kind) {
    case 'choice': {
      if (field.options.length === 0) return undefined
      const chosen = field.value === undefined ? [] : [field.value]
      const options = slackOptions(field.options, chosen)
      const [initial] = options.filter((option) => option.value === field.value)
      const start = initial === undefined ? {} : { initial_option: initial }
      if (options.length <= limits.openOptions) return { type: 'radio_buttons', action_id: 'value', options, ...start }
      return { type: 'static_select', action_id: 'value', ...menu(options), ...start }
    }
    case 'choices': {
      if (field.options.length === 0) return undefined
      const options = slackOptions(field.options, field.value ?? [])
      const chosen = options.filter((option) => option.value !== undefined && field.value?.includes(option.value))
      const start = chosen.length === 0 ? {} : { initial_options: chosen }
      if (options.length <= limits.openOptions) return { type: 'checkboxes', action_id: 'value', options, ...start }
      return { type: 'multi_static_select', action_id: 'value', ...menu(options), ...start }
    }
    case 'date':
      return {
        type: 'datepicker',
        action_id: 'value',
        ...(isDate(field.value) ? { initial_date: field.value } : {}),
      }
    case 'time':
      return {
        type: 'timepicker',
        action_id: 'value',
        ...(isTime(field.value) ? { initial_time: field.value } : {}),
      }
    case 'file':
      return { type: 'file_input', action_id: 'value', filetypes, max_files: 1 }
    default:
      return field satisfies never
  }
}

/** At most `allOptions`, those already chosen before the others: sending the form must not unchoose anything. */
function slackOptions(options: readonly Option[], chosen: readonly string[]): types.PlainTextOption[] {
  let space = limits.allOptions - options.filter((option) => chosen.includes(option.value)).length
  const kept = options.filter((option) => chosen.includes(option.value) || space-- > 0).slice(0, limits.allOptions)
  return kept.map(slackOption)
}

function menu(
  options: types.PlainTextOption[],
): { options: types.PlainTextOption[] } | { option_groups: OptionGroup[] } {
  if (options.length <= limits.menuOptions) return { options }
  const groups: OptionGroup[] = []
  for (let at = 0; at < options.length; at += limits.menuOptions) {
    const group = options.slice(at, at + limits.menuOptions)
    groups.push({ label: plainText(`${at + 1}–${at + group.length}`), options: group })
  }
  return { option_groups: groups }
}

function isDate(value: string | undefined): value is string {
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

function isTime(value: string | undefined): value is string {
  return value !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}
