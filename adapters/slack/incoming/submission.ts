import { z } from 'zod'
import type { Aside, Origin } from '../drawing/forms.ts'
import { InputState } from './payloads.ts'
import { type SlackFile, slackFiles } from './sent-files.ts'

/** What was filled in, and the files, by field name; `fields` finds the first block of each, for errors. */
export function valuesOf(state: Readonly<Record<string, Readonly<Record<string, unknown>>>>): {
  values: Record<string, string | string[]>
  fields: ReadonlyMap<string, string>
  files: readonly SlackFile[]
} {
  const values = new Map<string, string | string[]>()
  const fields = new Map<string, string>()
  const files: SlackFile[] = []
  const parts = Object.entries(state)
    .map(([block, elements]) => ({ block, name: fieldOf(block), given: inputGiven(Object.values(elements)[0]) }))
    .sort((one, other) => (one.name?.part ?? 0) - (other.name?.part ?? 0))
  for (const { block, name, given } of parts) {
    if (name === undefined || given === undefined) continue
    const { field } = name
    if (!fields.has(field)) fields.set(field, block)
    if (typeof given === 'object' && 'files' in given) {
      files.push(...slackFiles(given.files).map((file) => ({ ...file, told: { ...file.told, field } })))
      continue
    }
    const before = values.get(field)
    values.set(field, before === undefined ? given : joined(before, given))
  }
  // Own properties, whatever a field is called.
  return { values: Object.fromEntries(values), fields, files }
}

/** The parts of a long text are one; a list that was typed below a picker is one more of its answers. */
function joined(before: string | string[], given: string | string[]): string | string[] {
  if (typeof before === 'string' && typeof given === 'string') return before + given
  return [before, given].flat().filter((answer) => answer !== '')
}

/** Takes `field/<nonce>/<part>/<name>` apart: see `blockId` in forms.ts. */
export function fieldOf(block: string): { part: number; field: string } | undefined {
  const [, part, field] = /^field\/[^/]*\/(\d+)\/([\s\S]+)$/.exec(block) ?? []
  return part === undefined || field === undefined ? undefined : { part: Number(part), field }
}

/** Nothing chosen, nothing typed: the empty text, or an empty list. */
function inputGiven(state: unknown): string | string[] | { readonly files: readonly unknown[] } | undefined {
  const input = InputState.safeParse(state)
  if (!input.success) return undefined
  switch (input.data.type) {
    case 'plain_text_input':
      return input.data.value ?? ''
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return input.data.selected_option?.value ?? ''
    case 'multi_static_select':
    case 'checkboxes':
    case 'multi_external_select':
      return (input.data.selected_options ?? []).map((option) => option.value)
    case 'datepicker':
      return input.data.selected_date ?? ''
    case 'timepicker':
      return input.data.selected_time ?? ''
    case 'file_input':
      return { files: input.data.files ?? [] }
    default:
      return input.data satisfies never
  }
}

const Metadata = z.looseObject({
  intent: z.unknown(),
  origin: z.object({ channel: z.string(), ts: z.string() }).optional().catch(undefined),
  aside: z.object({ url: z.url(), channel: z.string().optional() }).optional().catch(undefined),
  hash: z.string().optional().catch(undefined),
})

/**
 * The intent and where the form was opened, as `renderForm` put them into a view; a foreign one holds nothing. `hash`:
 * the view's own before a warning was put above it, see refused.ts.
 */
export function metadataOf(text: string): { intent: unknown; origin?: Origin; aside?: Aside; hash?: string } {
  const metadata = Metadata.safeParse(json(text))
  if (!metadata.success) return { intent: undefined }
  const { intent, origin, aside, hash } = metadata.data
  return {
    intent,
    ...(origin === undefined ? {} : { origin }),
    ...(aside === undefined
      ? {}
      : { aside: { url: aside.url, ...(aside.channel === undefined ? {} : { channel: aside.channel }) } }),
    ...(hash === undefined ? {} : { hash }),
  }
}

/** The parsed text, or the text itself where it is no JSON: the core refuses it as an unknown intent. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
