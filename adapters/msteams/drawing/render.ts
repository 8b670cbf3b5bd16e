import type { Field, Form, Option } from '../../../src/contract/form.ts'
import type { Block, Message } from '../../../src/contract/message.ts'
import type { File } from '../../../src/contract/reply.ts'
import { withoutButtons } from '../../shared/buttons.ts'
import { withClashes } from '../../shared/picking.ts'
import { askedWithoutFiles } from '../../shared/without-files.ts'
import type { Outgoing } from '../connector/botbuilder.ts'
import { CARD_BYTES, cardBytes, LABEL_LENGTH, SPACES, type Space, SUMMARY_LENGTH } from '../limits.ts'
import { execute } from './actions.ts'
import { renderBlocks } from './blocks.ts'
import { formData } from './card-data.ts'
import { type FieldSpace, fits, renderField } from './fields.ts'
import { noPicks, type Picks } from './picker.ts'
import { withPicture } from './picture.ts'
import { cut, type Element, inert, line, paragraphs } from './plain-text.ts'

export type Card = {
  readonly type: 'AdaptiveCard'
  readonly version: '1.5'
  readonly body: readonly Element[]
  readonly [property: string]: unknown
}
/** What is wrong with a filled form: in one sentence, and by field name. */
export type Wrong = { readonly message: string; readonly fields: Readonly<Record<string, string>> }

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/**
 * A message as an Adaptive Card 1.5 of at most 80 KB. What does not fit is visibly cut, the longest texts first. Pictures
 * stand below the words, and take no space from them.
 */
export function renderMessage(message: Message, files: readonly File[] = []): Card {
  const instead = notCarried(files)
  const words = fit(
    (space) =>
      card(
        message.text,
        [...title(message.title), ...body(message, space), ...renderBlocks(instead, space)],
        hasTable(message.blocks),
      ),
    message.text,
  )
  return files.reduce(withPicture, words)
}

/** How else to get the files that no card carries: see picture.ts. */
const notCarried = (files: readonly File[]): Block[] =>
  files.flatMap(({ mediaType, instead }) =>
    mediaType === 'image/png' || instead === undefined ? [] : [{ kind: 'text', text: instead }],
  )

const body = (message: Message, space: Space): Element[] =>
  message.blocks === undefined ? paragraphs(message.text, space) : renderBlocks(message.blocks, space)

/** A form as a card with inputs. Its one action carries all that is needed to draw the form again. */
export function renderForm(given: Form, wrong?: Wrong, picks: Picks = noPicks): Card {
  const form = { ...given, fields: withClashes(askedWithoutFiles(given.fields)) }
  const draw = (space: Space, index: number, offer: FieldSpace['offer']) => {
    const intro = withoutButtons(form.intro ?? [])
    const fieldSpace = spaceOfFields(form.fields, index, offer)
    const asked = form.fields.filter((field) => fits(field, fieldSpace))
    return card(
      form.title,
      [
        ...title(form.title),
        ...renderBlocks(intro, space),
        ...(wrong === undefined ? [] : [wrongBox(wrong, form.fields)]),
        ...form.fields.flatMap((field) => renderField(field, wrong?.fields[field.name], fieldSpace, form.words, picks)),
        { type: 'ActionSet', actions: [execute(form.submit, 'fill', formData(form, asked), { style: 'positive' })] },
      ],
      hasTable(intro),
    )
  }
  // A choice that is searched gives way before any words do.
  const fuller = searches(form) ? ([0, 1, 2] as const) : []
  const [most] = SPACES
  for (const offer of fuller) {
    const drawn = most === undefined ? undefined : draw(most, 0, offer)
    if (drawn !== undefined && cardBytes(drawn) <= CARD_BYTES) return drawn
  }
  return fit((space, index) => draw(space, index, 3), form.title)
}

const searches = ({ fields }: Form): boolean => fields.some((field) => field.kind === 'choice' && field.search === true)

/** A form as the person left it: their values in place of the form's own. A field they emptied is empty. */
export function withValues(form: Form, values: Readonly<Record<string, string | string[]>>): Form {
  return { ...form, fields: form.fields.map((field) => overlaid(field, values[field.name])) }
}

function overlaid(field: Field, value: string | string[] | undefined): Field {
  // Not asked on this card: it stays as it is.
  if (value === undefined || field.kind === 'file') return field
  if (field.kind === 'pick')
    return {
      ...field,
      value: [value]
        .flat()
        .filter((one) => one !== '')
        .map(asTyped),
    }
  if (field.kind === 'choices') return { ...field, value: [value].flat() }
  const one = [value].flat().join(',')
  if (field.kind === 'text' || one !== '') return { ...field, value: one }
  const { value: _, ...empty } = field
  return empty
}

/** Until somebody says what it is the value of: see `namedPicks`. */
const asTyped = (value: string): Option => ({ value, label: value })

/** A card as a message. `summary` is what a notification says; Teams would show `text` above the card as well. */
export function asActivity(card: Card, summary: string): Outgoing {
  return {
    type: 'message',
    summary: inert(cut(summary, SUMMARY_LENGTH)),
    attachments: [{ contentType: CARD_TYPE, content: card }],
  }
}

/** The body of a 200 that puts a card in place of the one that was pressed. */
export const cardResponse = (card: Card) => ({ statusCode: 200, type: CARD_TYPE, value: card })

/** The body of a 200 that leaves the card as it is; the client may show the words below it for a moment. */
export const messageResponse = (text: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: inert(cut(text, SUMMARY_LENGTH)),
})

function fit(draw: (space: Space, index: number) => Card, text: string): Card {
  for (const [index, space] of SPACES.entries()) {
    const drawn = draw(space, index)
    if (cardBytes(drawn) <= CARD_BYTES) return drawn
  }
  return card(text, [line(text, SUMMARY_LENGTH)], false)
}

function card(fallbackText: string, elements: Element[], wide: boolean): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    // Shown, with markdown, by clients that cannot show the card at all.
    fallbackText: escaped(cut(fallbackText, SUMMARY_LENGTH)),
    body: elements,
    ...(wide ? { msteams: { width: 'Full' } } : {}),
  }
}

const hasTable = (blocks: readonly Block[] | undefined): boolean =>
  blocks?.some((block) => block.kind === 'table') === true

/** A heading for screen readers where no character could be markdown, else large plain words. */
function title(text: string | undefined): Element[] {
  if (text === undefined || text.trim() === '') return []
  const short = cut(text.replace(/\s+/g, ' ').trim(), LABEL_LENGTH * 3)
  return /^\p{L}[\p{L}\p{M}\p{N} ,:;?/“”‘’–]*$/u.test(short)
    ? [{ type: 'TextBlock', style: 'heading', text: short, size: 'Large', weight: 'Bolder', wrap: true }]
    : [line(short, LABEL_LENGTH * 3, { size: 'Large', weight: 'Bolder' })]
}

const escaped = (text: string): string => inert(text).replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&')

/** What is wrong, in one box: the sentence, and what is said of fields that this form does not show. */
function wrongBox(wrong: Wrong, fields: readonly Field[]): Element {
  const names = new Set(fields.map((field) => field.name))
  const elsewhere = Object.entries(wrong.fields).flatMap(([name, text]) => (names.has(name) ? [] : [text]))
  const space = { text: 2_000, lines: 20 }
  return {
    type: 'Container',
    style: 'attention',
    items: [wrong.message, ...elsewhere].flatMap((text) => paragraphs(text, space, { weight: 'Bolder' })),
  }
}

/** Characters that all texts of a form share; as UTF-16 twice as many bytes. Space is left for the rest of the card. */
const FORM_TEXT = [30_000, 24_000, 15_000, 6_000, 1_500]
const FORM_OPTIONS = [500, 300, 150, 60, 20]

function spaceOfFields(fields: readonly Field[], index: number, offer: FieldSpace['offer']): FieldSpace {
  const texts = Math.max(1, fields.filter((field) => field.kind === 'text').length)
  return {
    value: Math.floor((FORM_TEXT[index] ?? 1_500) / texts),
    options: FORM_OPTIONS[index] ?? 20,
    offer,
  }
}
