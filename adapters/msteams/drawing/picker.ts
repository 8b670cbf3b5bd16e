import type { Found, Option } from '../../../src/contract/form.ts'
import type { Pick } from '../../shared/picking.ts'
import { LABEL_LENGTH } from '../limits.ts'
import { choiceValue, inputId, joinChoices, typedId } from './card-data.ts'
import { cut, type Element, inert, line } from './plain-text.ts'

/** What is offered in each picker's card, by field; `asks`: the client can ask us for what is typed. */
export type Picks = { readonly offered: Readonly<Record<string, Found>>; readonly asks: boolean }
export const noPicks: Picks = { offered: {}, asks: false }

/** Options that Teams shows of an answer to what was typed [documented]. */
export const mostAnswered = 15
/** Options that stand in a card, for clients that find among these alone. */
export const mostStanding = 200

const LABEL = LABEL_LENGTH * 3

/**
 * Whether a picker's list asks us for what is typed. What is chosen in such a list Microsoft's own renderer shows by its
 * value, an id that says nothing to anybody, and of several it keeps the last alone (seen in Microsoft 365 Agents
 * Playground 0.2.28). So only a list asks that cannot hold all, in which one is picked and nobody is picked yet.
 */
export const isAsking = ({ name, several, value = [] }: Pick, { asks, offered }: Picks): boolean =>
  asks && several !== true && value.every(isTyped) && (offered[name]?.more ?? 0) > 0

/**
 * A list that is searched, and an input for words below it. Clients on phones show no option of a list that asks us
 * (microsoft/AdaptiveCards#9208, #8823), so theirs stand in the card; nor may such a list be required (#8861): the core says
 * what is missing. Words that are no option stand in the input.
 */
export function pickerInputs(field: Pick, picks: Picks, most: number): Element[] {
  const { name, several, value = [], from } = field
  const asking = isAsking(field, picks)
  const chosen = value.filter((option) => !isTyped(option))
  const words = value.filter(isTyped).map((option) => option.value)
  const offered = (picks.offered[name]?.options ?? []).slice(0, Math.min(most, asking ? mostAnswered : mostStanding))
  const options = [...chosen, ...offered.filter((option) => !chosen.some((one) => one.value === option.value))]
  const list = {
    type: 'Input.ChoiceSet',
    id: inputId(name),
    label: inert(cut(field.label, LABEL)),
    style: 'filtered',
    wrap: true,
    ...(several === true ? { isMultiSelect: true } : {}),
    choices: choicesOf(options),
    ...(asking ? { 'choices.data': { type: 'Data.Query', dataset: from } } : {}),
    ...(chosen.length === 0 ? {} : { value: joinChoices(chosen.map((option) => option.value)) }),
  }
  const typed = {
    type: 'Input.Text',
    id: typedId(name),
    label: inert(cut(field.typed, LABEL)),
    spacing: 'Small',
    ...(several === true ? { isMultiline: true } : { maxLength: 300 }),
    ...(words.length === 0 ? {} : { value: words.join('\n') }),
  }
  const { said } = picks.offered[name] ?? {}
  // A list that asks us says so itself, of what is typed.
  const more = asking || said === undefined ? [] : [line(said, LABEL, { isSubtle: true, size: 'Small' })]
  return [list, ...more.map((element) => ({ ...element, spacing: 'None' })), typed]
}

/**
 * What is answered to what was typed. What is said beside it is the last of the list and stands for the words themselves:
 * picked, it brings the form's own answer to them.
 */
export function answered({ options, said }: Found, typed: string) {
  const words = typed.trim()
  return [
    ...choicesOf(options),
    ...(said === undefined || words === '' ? [] : [{ title: inert(cut(said, LABEL)), value: choiceValue(words) }]),
  ]
}

const choicesOf = (options: readonly Option[]) =>
  options.map((option) => ({ title: inert(cut(option.label, LABEL)), value: choiceValue(option.value) }))

/** Words that somebody typed and that are no option: they are their own label. */
const isTyped = ({ value, label }: Option): boolean => value === label
