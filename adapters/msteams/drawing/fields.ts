import type { Field, FormWords, Option } from '../../../src/contract/form.ts'
import { offered, offersOf } from '../../shared/offers.ts'
import { LABEL_LENGTH } from '../limits.ts'
import { choiceValue, inputId, joinChoices } from './card-data.ts'
import { isAsking, noPicks, type Picks, pickerInputs } from './picker.ts'
import { cut, type Element, inert, line, paragraphs } from './plain-text.ts'

/**
 * How much a form's fields may hold: characters of one text's value, options of one choice. `offer`: how full the options
 * of a choice that is searched are offered, see `offersOf`.
 */
export type FieldSpace = { readonly value: number; readonly options: number; readonly offer: 0 | 1 | 2 | 3 }

/** Up to so many options stand open; more become a list to unfold, and many more one to search in. */
const OPEN_OPTIONS = 6
const PLAIN_OPTIONS = 15

const LABEL = LABEL_LENGTH * 3

/** Whether an input can hold what the field begins with: a text cut here and sent back would be lost words; none holds a file. */
export const fits = (field: Field, space: FieldSpace): boolean =>
  field.kind === 'text' ? (field.value ?? '').length <= space.value : field.kind !== 'file'

/** A field as its input, with what is wrong with it above; one whose text is too long is shown and not asked. */
export function renderField(
  given: Field,
  error: string | undefined,
  space: FieldSpace,
  words: FormWords | undefined,
  picks: Picks = noPicks,
): Element[] {
  const field = given.kind === 'choice' && given.search === true ? offered(given, offersOf(given)[space.offer]) : given
  if (field.kind === 'file')
    return [line(field.label, LABEL, { weight: 'Bolder' }), line(field.instead, LABEL * 2, { isSubtle: true })]
  if (field.kind === 'text' && !fits(field, space)) {
    const label = line(field.label, LABEL, { weight: 'Bolder' })
    const beginning = paragraphs(field.value ?? '', { text: 1_000, lines: 20 })
    const kept = words === undefined ? [] : [line(words.shownOnly, LABEL, { isSubtle: true })]
    return [label, ...beginning, ...kept]
  }
  const wrong = error === undefined ? [] : [line(error, LABEL * 2, { color: 'Attention', weight: 'Bolder' })]
  // Below and always there: a placeholder goes as soon as something is written, and open choices show none.
  const said = field.kind === 'pick' && !isAsking(field, picks) ? (words?.listed ?? field.hint) : field.hint
  const hint = said === undefined ? [] : [line(said, LABEL, { isSubtle: true, size: 'Small' })]
  const inputs = field.kind === 'pick' ? pickerInputs(field, picks, space.options) : [input(field, space, words)]
  return [
    ...wrong,
    ...inputs.slice(0, 1).map((element) => ({ ...element, ...(error === undefined ? {} : { spacing: 'Small' }) })),
    ...hint.map((element) => ({ ...element, spacing: 'None' })),
    ...inputs.slice(1),
  ]
}

function input(
  field: Exclude<Field, { kind: 'file' | 'pick' }>,
  space: FieldSpace,
  words: FormWords | undefined,
): Element {
  const label = inert(cut(field.label, LABEL))
  const required = field.required === true ? { isRequired: true } : {}
  const sentence = words === undefined ? undefined : sentenceOf(field, space, words)
  // Said by the client itself, before anything reaches us, with markdown.
  const said = sentence === undefined ? {} : { errorMessage: inert(sentence) }
  const shared = { id: inputId(field.name), label, ...required, ...said }
  switch (field.kind) {
    case 'text': {
      return {
        type: 'Input.Text',
        ...shared,
        // No `maxLength`: clients cut a pasted text at it without a word.
        regex: `^[\\s\\S]{0,${mostOf(field, space)}}$`,
        ...(field.multiline === true ? { isMultiline: true } : {}),
        // Never escaped: what stands here comes back as the person's own words.
        ...(field.value === undefined ? {} : { value: field.value }),
      }
    }
    case 'choice': {
      const options = asked(field, space)
      const chosen = options.find((option) => option.value === field.value)
      const style =
        field.search === true
          ? 'filtered'
          : options.length <= OPEN_OPTIONS
            ? 'expanded'
            : options.length <= PLAIN_OPTIONS
              ? 'compact'
              : 'filtered'
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        style,
        wrap: true,
        choices: choices(options),
        ...(chosen === undefined ? {} : { value: choiceValue(chosen.value) }),
      }
    }
    case 'choices': {
      const options = field.options.slice(0, space.options)
      const chosen = options.map((option) => option.value).filter((value) => field.value?.includes(value) === true)
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        isMultiSelect: true,
        style: options.length <= PLAIN_OPTIONS ? 'expanded' : 'compact',
        wrap: true,
        choices: choices(options),
        ...(chosen.length === 0 ? {} : { value: joinChoices(chosen) }),
      }
    }
    case 'date':
      return {
        type: 'Input.Date',
        ...shared,
        ...(field.value === undefined ? {} : { value: field.value }),
      }
    case 'time':
      return {
        type: 'Input.Time',
        ...shared,
        ...(field.value === undefined ? {} : { value: field.value }),
      }
    default:
      return field satisfies never
  }
}

/** In UTF-16 units, as a client counts them. */
const mostOf = (field: Extract<Field, { kind: 'text' }>, space: FieldSpace): number =>
  Math.min(field.maxLength ?? space.value, space.value)

/** What a client says of an input that it does not send: one sentence, whatever is wrong; none where anything may be sent. */
function sentenceOf(field: Exclude<Field, { kind: 'file' }>, space: FieldSpace, words: FormWords): string | undefined {
  const must = field.required === true
  const say = (sentence: string, most = '') =>
    sentence.replace('{most}', most).replace('{label}', () => cut(field.label, LABEL))
  if (field.kind === 'text') return say(must ? words.fillShort : words.shorten, String(mostOf(field, space)))
  if (!must) return undefined
  return say(field.kind === 'choice' || field.kind === 'choices' ? words.choose : words.fill)
}

/** As many options as there is space for; of those that are searched, the chosen one is always among them. */
function asked(field: Extract<Field, { kind: 'choice' }>, space: FieldSpace): readonly Option[] {
  if (field.search !== true) return field.options.slice(0, space.options)
  if (space.offer < 3) return field.options
  const first = field.options.slice(0, space.options)
  return [...first, ...field.options.filter((option) => option.value === field.value && !first.includes(option))]
}

const choices = (options: readonly Option[]) =>
  options.map((option) => ({ title: inert(cut(option.label, LABEL)), value: choiceValue(option.value) }))
