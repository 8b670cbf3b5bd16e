import { withoutButtons } from '../../../adapters/shared/buttons.ts'
import type { Field, Form, Found } from '../../../src/contract/form.ts'
import type { SentFile } from '../../../src/contract/inbound.ts'
import type { Intent } from '../../../src/contract/intent.ts'
import type { Block, Button, Message, Own } from '../../../src/contract/message.ts'
import { plain } from '../../../src/contract/plain.ts'
import type { File } from '../../../src/contract/reply.ts'
import type { Answers, Card, ShownField, ShownFile, ShownForm } from './driver.ts'

type Values = Record<string, string | string[]>
export type Wrong = { readonly message: string; readonly fields: Readonly<Record<string, string>> }

/** What a tab makes of a message: it gets the contract's own blocks, and its page turns no text into anything else. */
export function cardOf(message: Message, press: (intent: Intent) => Promise<number>): Card {
  const blocks = message.blocks ?? []
  const choice = blocks.find((block) => block.kind === 'choice')
  return {
    words: wordsOf(message),
    notification: message.text,
    reading: blocks.flatMap((block) =>
      partsOf(block).flatMap(({ words, buttons }) => [words, ...buttons.map(({ button }) => button.label)]),
    ),
    choice: choice && {
      label: choice.label,
      options: choice.options.map(({ label }) => label),
      choose: (at) => {
        const option = at === undefined ? undefined : choice.options[at]
        return option === undefined ? Promise.resolve(0) : press(option.intent)
      },
    },
    buttons: blocks
      .flatMap(partsOf)
      .flatMap(({ buttons }) => buttons)
      .filter(({ button }) => draws(button))
      .map(({ button, heard }) => ({
        label: button.label,
        heard,
        ...('url' in button ? { url: button.url } : {}),
        press: () => ('intent' in button ? press(button.intent) : Promise.resolve(0)),
      })),
    acting: [],
  }
}

type Part = { readonly words: string; readonly buttons: readonly { readonly button: Button; readonly heard: string }[] }

/** The rows of a block with what can be pressed in each. */
function partsOf(block: Block): readonly Part[] {
  const of = (words: string, own: Own | undefined): Part => ({
    words,
    buttons: (own?.buttons ?? []).map((button) => ({ button, heard: `${button.label}: ${own?.row}` })),
  })
  switch (block.kind) {
    case 'buttons':
      return [{ words: block.label ?? '', buttons: block.buttons.map((button) => ({ button, heard: button.label })) }]
    case 'list':
      return block.items.map((item) => (typeof item === 'string' ? of(item, undefined) : of(item.text, item.own)))
    case 'text':
    case 'quote':
      return [of(block.text, block.own)]
    case 'progress':
      return [of(block.label, block.own)]
    default:
      return [of(plain({ text: '', blocks: [block] }), undefined)]
  }
}

/** A tab gets files as they are; what its page makes of them is seen in Chromium. */
export const fileOf = ({ name, alt, base64, mediaType }: File): ShownFile => ({
  ...{ name, alt, base64 },
  picture: mediaType === 'image/png',
  acting: [],
})

/** Buttons are told apart from words, and quotes without the marks that plain text needs. */
function wordsOf({ blocks, ...message }: Message): string {
  if (blocks === undefined) return plain(message)
  const read = withoutOwn(blocks).flatMap((block): Block[] => {
    if (block.kind === 'buttons')
      return [
        ...(block.label === undefined ? [] : [{ kind: 'text', text: block.label } as const]),
        ...block.buttons.filter((button) => !draws(button)).map(unopened),
      ]
    if (block.kind === 'choice') return [{ kind: 'text', text: block.label }]
    return block.kind === 'quote' ? [{ kind: 'text', text: [block.by ?? '', block.text].join('\n') }] : [block]
  })
  return plain({ ...message, blocks: read })
}

const withoutOwn = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    const words = withoutButtons([block])
    const unread = block.kind === 'buttons' ? [] : partsOf(block).flatMap(({ buttons }) => buttons)
    const inWords = unread.map(({ button }) => button).filter((button) => !draws(button))
    return words.length > 0 ? [...words, ...inWords.map(unopened)] : [block]
  })

const unopened = (button: Button): Block => ({
  kind: 'text',
  text: 'url' in button ? `${button.label}: ${button.url}` : button.label,
})

const draws = (button: Button): boolean => 'intent' in button || /^https?:/.test(button.url)

/** A form as it stands in the tab: `held` are the person's own words. */
export function formOf(
  form: Form,
  held: Values,
  wrong: Wrong,
  send: (values: Values, files: SentFile[]) => Promise<number>,
  search: (from: string, typed: string) => Promise<Found>,
): ShownForm {
  const fields = form.fields.map((field) => fieldOf(field, held[field.name], wrong.fields[field.name] ?? ''))
  const asked = form.fields.flatMap((field) => [
    ...[field.label, field.hint ?? '', field.kind === 'text' ? (field.value ?? '') : ''],
    ...optionsOf(field).map((option) => option.label),
  ])
  const intro = wordsOf({ text: '', blocks: form.intro ?? [] })
  return {
    title: form.title,
    words: [form.title, intro, wrong.message, ...asked].join('\n'),
    notification: '',
    buttons: [],
    reading: [],
    acting: [],
    fields,
    async look(label, typed) {
      const field = form.fields.find((each) => each.label === label)
      const { options, said } = await search(field?.kind === 'pick' ? field.from : '', typed)
      for (const option of options) told.set(option.value, option.label)
      return [...(said === undefined ? [] : [said]), ...options.map((option) => option.label)]
    },
    fill: async (answers, files = {}) =>
      send(
        { ...filled(form, held, answers), ...(await picked(form, answers, search)) },
        Object.entries(files).map(([label, file]) => ({ ...file, field: fileField(form, label) })),
      ),
  }
}

/** Labels that a page has been told, by value: it keeps them. */
const told = new Map<string, string>()

async function picked(form: Form, answers: Answers, search: (from: string, typed: string) => Promise<Found>) {
  const values: Values = {}
  for (const field of form.fields) {
    const given = answers[field.label]
    if (field.kind !== 'pick' || given === undefined) continue
    const found: string[] = []
    for (const answer of [given].flat().filter((one) => one !== '')) {
      const same = (await search(field.from, answer)).options.find((option) => option.label === answer)
      if (same !== undefined) told.set(same.value, same.label)
      found.push(same?.value ?? answer)
    }
    values[field.name] = field.several === true ? found : (found[0] ?? '')
  }
  return values
}

/** What the page sends: every field, what is empty as '' or []. */
function filled(form: Form, held: Values, answers: Answers): Values {
  const labels = form.fields.map((field) => field.label)
  const unknown = Object.keys(answers).filter((label) => !labels.includes(label))
  if (unknown.length > 0) throw new Error(`not asked: ${unknown.join()}`)
  const asked = form.fields.filter(({ kind }) => kind !== 'file')
  return Object.fromEntries(asked.map((field) => [field.name, answerOf(field, held, answers[field.label])]))
}

function fileField({ fields }: Form, label: string): string {
  const found = fields.find((field) => field.kind === 'file' && field.label === label)
  if (found === undefined) throw new Error(`not asked: ${label}`)
  return found.name
}

function answerOf(field: Field, held: Values, given: Answers[string] | undefined): string | string[] {
  if (given === undefined) return held[field.name] ?? initial(field)
  const named = (label: string) => optionsOf(field).find((option) => option.label === label)?.value ?? ''
  if (field.kind === 'choices') return [given].flat().map(named)
  return field.kind === 'choice' ? named(String(given)) : String(given)
}

function initial(field: Field): string | string[] {
  if (field.kind === 'pick') {
    const picked = (field.value ?? []).map((option) => option.value)
    return field.several === true ? picked : (picked[0] ?? '')
  }
  return field.kind === 'choices' ? [...(field.value ?? [])] : (field.value ?? '')
}

function fieldOf(field: Field, held: string | string[] | undefined, error: string): ShownField {
  const value = held ?? initial(field)
  const chosen = optionsOf(field).filter((option) => [value].flat().includes(option.value))
  const labels = chosen.map((option) => option.label)
  if (field.kind === 'pick') {
    const known = new Map((field.value ?? []).map((option) => [option.value, option.label]))
    const named = [value].flat().map((one) => known.get(one) ?? told.get(one) ?? one)
    const shown = field.several === true ? named : named.join()
    return { kind: 'pick', label: field.label, options: [], value: shown, error }
  }
  const choice = field.kind === 'choices' ? labels : field.kind === 'choice' ? labels.join() : value
  return {
    kind: field.kind,
    label: field.label,
    options: optionsOf(field).map(({ label }) => label),
    value: choice,
    error,
  }
}

const optionsOf = (field: Field) => ('options' in field ? field.options : [])
