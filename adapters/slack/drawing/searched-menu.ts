import type { types } from '@slack/bolt'
import type { Field, Option } from '../../../src/contract/form.ts'
import { offered, offersOf } from '../../shared/offers.ts'
import { limits } from '../outgoing/limits.ts'
import { cut, label } from './split.ts'
import { plainText } from './text.ts'

export type OptionGroup = { label: types.PlainTextElement; options: types.PlainTextOption[] }
type Searched = Extract<Field, { kind: 'choice' }>
type Menu = {
  readonly option_groups: OptionGroup[]
  readonly initial_option?: types.PlainTextOption
  readonly hint?: string
}

/**
 * A menu in which Slack finds by typing: all its options under their headings where a view can hold them, else the main
 * ones, else as many of these as it can hold; what is left out is said in the hint.
 */
export function searchedMenu(field: Searched): Menu {
  const offer = offersOf(field).find(({ options }) => fits(groupsOf(options)))
  const { options, hint } = offer === undefined ? asManyAsFit(field) : offered(field, offer)
  const groups = groupsOf(options)
  const initial = groups.flatMap((group) => group.options).find(({ value }) => value === field.value)
  return {
    option_groups: groups,
    ...(initial === undefined ? {} : { initial_option: initial }),
    ...(hint === undefined ? {} : { hint }),
  }
}

function fits(groups: readonly OptionGroup[]): boolean {
  // Slack's limit of a view is one of bytes: a letter of Vietnamese has up to three.
  return groups.length <= limits.optionGroups && Buffer.byteLength(JSON.stringify(groups)) <= limits.menuBytes
}

function asManyAsFit(field: Searched): Searched {
  const offer = offersOf(field)[3]
  const chosen = offer.options.filter(({ value }) => value === field.value)
  const first = offer.options.slice(0, limits.allOptions - 1)
  const options = [...first, ...chosen.filter((option) => !first.includes(option))]
  const shown = offered(field, { ...offer, options })
  const hint = cut(shown.hint ?? '', limits.inputHint - 40)
  return { ...shown, hint: `${hint} … ${options.length}/${field.options.length}`.trim() }
}

/** Refuses (RangeError) a value that Slack would not carry. */
export function slackOption({ value, label: words }: Option): types.PlainTextOption {
  if (value === '' || value.length > limits.optionValue)
    throw new RangeError('slack: the value of an option is empty or too long')
  return { text: plainText(label(words, limits.optionLabel)), value }
}

/** By the headings of the options, a hundred at most under each; by the hundred where there are too many headings. */
function groupsOf(options: readonly Option[]): OptionGroup[] {
  const byHeading = runs(options).flatMap(hundreds)
  const all = { heading: undefined, first: 0, options }
  const parts = byHeading.length <= limits.optionGroups ? byHeading : hundreds(all)
  return parts.map((part) => ({ label: nameOf(part), options: part.options.map(slackOption) }))
}

/** Its heading; else from which to which of all options it reaches, with the heading before. */
function nameOf({ heading, first, options, cut: part }: Part): types.PlainTextElement {
  const reach = `${first + 1}–${first + options.length}`
  const name = heading === undefined ? reach : part ? `${cut(heading, limits.groupLabel - 15)} (${reach})` : heading
  return plainText(label(name, limits.groupLabel))
}

type Run = { readonly heading: string | undefined; readonly first: number; readonly options: readonly Option[] }
/** `cut`: the run has more than this part. */
type Part = Run & { readonly cut: boolean }

/** Options that follow one another under the same heading. */
function runs(options: readonly Option[]): readonly Run[] {
  const starts = options.flatMap((option, at) => (at === 0 || options[at - 1]?.group !== option.group ? [at] : []))
  return starts.map((first, nth) => ({
    heading: options[first]?.group,
    first,
    options: options.slice(first, starts[nth + 1]),
  }))
}

function hundreds({ heading, first, options }: Run): readonly Part[] {
  const count = Math.ceil(options.length / limits.menuOptions)
  return Array.from({ length: count }, (_, at) => ({
    heading,
    first: first + at * limits.menuOptions,
    options: options.slice(at * limits.menuOptions, (at + 1) * limits.menuOptions),
    cut: count > 1,
  }))
}
