import { z } from 'zod'
import type { Field, Form } from '../../../src/contract/form.ts'

/** What an action of our cards carries back. A form carries its `opens` too, so that any replica can draw it again. */
export type CardData =
  | {
      readonly intent: unknown
      readonly opens?: unknown
      readonly fields?: Readonly<Record<string, Asked>>
      /** What pickers began with: what is typed beside it is meant instead. */
      readonly began?: Readonly<Record<string, string>>
    }
  /** The intent is what was chosen in the card's list. */
  | { readonly chosen: true }

/** The input of that list. */
export const CHOSEN = 'chosen_intent'

/** How a field is asked: `picks` where several are picked. */
type Asked = Exclude<Field['kind'], 'file'> | 'picks'

const Kind = z.enum(['text', 'choice', 'choices', 'pick', 'picks', 'date', 'time'])
const Carried = z.object({
  intent: z.unknown().optional(),
  opens: z.unknown().optional(),
  fields: z.record(z.string(), Kind).optional().catch(undefined),
  chosen: z.literal(true).optional().catch(undefined),
  [CHOSEN]: z.string().optional().catch(undefined),
  began: z.record(z.string(), z.string()).optional().catch(undefined),
})

/** Inputs land in the same object as our own keys; the prefix keeps a field called `intent` apart from the intent. */
const INPUT = 'in_'
export const inputId = (field: string): string => `${INPUT}${field}`
/** Of the input for words beside a picker. */
export const typedId = (field: string): string => `typed_${field}`

/** `asked`: the fields that the card has inputs for. */
export function formData(form: Form, asked: readonly Field[]): CardData {
  const began = asked.flatMap((field) => {
    const [one] = field.kind === 'pick' && field.several !== true ? (field.value ?? []) : []
    return one === undefined ? [] : [[field.name, one.value] as const]
  })
  return {
    intent: form.intent,
    opens: form.opens,
    fields: Object.fromEntries(asked.flatMap((field) => (field.kind === 'file' ? [] : [[field.name, askedAs(field)]]))),
    ...(began.length === 0 ? {} : { began: Object.fromEntries(began) }),
  }
}

const askedAs = (field: Exclude<Field, { kind: 'file' }>): Asked =>
  field.kind === 'pick' && field.several === true ? 'picks' : field.kind

export type Pressed = {
  readonly intent: unknown
  readonly opens: unknown
  /** Present when the card was a form: every field that it asked, empty ones as '' or []. */
  readonly values?: Record<string, string | string[]>
}

/** Reads the data of an action, however odd: what is not ours gives an intent that the core refuses by itself. */
export function readCardData(data: unknown): Pressed {
  const carried = Carried.safeParse(data)
  if (!carried.success) return { intent: undefined, opens: undefined }
  const { intent, opens, fields, began, chosen, [CHOSEN]: choice = '' } = carried.data
  if (chosen === true) return { intent: json(unescaped(choice)), opens: undefined }
  if (fields === undefined) return { intent, opens }
  return { intent, opens, values: valuesOf(fields, data, began) }
}

function valuesOf(
  fields: Readonly<Record<string, Asked>>,
  data: unknown,
  began: Readonly<Record<string, string>> = {},
): Record<string, string | string[]> {
  const inputs = z.record(z.string(), z.unknown()).catch({}).parse(data)
  const values: [string, string | string[]][] = []
  for (const [name, kind] of Object.entries(fields)) {
    const value = inputs[inputId(name)]
    // Teams leaves out what was left empty; whoever asked is told so, since an absent name means "not asked".
    const text = typeof value === 'string' ? value : ''
    if (kind === 'pick' || kind === 'picks') {
      const typed = inputs[typedId(name)]
      values.push([name, pickedOf(kind, text, typeof typed === 'string' ? typed.trim() : '', began[name])])
    } else if (kind === 'choices') values.push([name, text === '' ? [] : splitChoices(text)])
    else values.push([name, kind === 'choice' ? unescaped(text) : text])
  }
  return Object.fromEntries(values)
}

/** What was picked with what was typed beside it; of one, what it began with gives way to typed words. */
function pickedOf(kind: 'pick' | 'picks', text: string, typed: string, began: string | undefined): string | string[] {
  const picked = text === '' ? [] : splitChoices(text)
  if (kind === 'picks') return typed === '' ? picked : [...picked, typed]
  const [one = ''] = picked
  if (typed === '' || one === '') return typed === '' ? one : typed
  return one === began ? typed : [one, typed]
}

/** Several choices come back joined by commas, with spaces around them or not, so that a value must hold neither. */
export const choiceValue = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll(' ', '%20')
export const joinChoices = (values: readonly string[]): string => values.map(choiceValue).join(',')

/** The core refuses what is no JSON as an unknown intent. */
function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const splitChoices = (joined: string): string[] => joined.split(',').map((value) => unescaped(value.trim()))
const unescaped = (value: string): string => value.replaceAll('%20', ' ').replaceAll('%2C', ',').replaceAll('%25', '%')
