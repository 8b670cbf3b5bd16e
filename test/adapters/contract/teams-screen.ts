import type { Card, ShownButton, ShownFile } from './driver.ts'

export type Element = Readonly<Record<string, unknown>>

export type TeamsCard = { readonly card: Element; readonly summary: string }

/** What an Adaptive Card shows; `press` sends the data of one of its actions. */
export function cardOf({ card, summary }: TeamsCard, press: (data: Element) => Promise<number>): Card {
  return {
    words: wordsOf(card.body),
    reading: elements(card.body).flatMap((element) => [
      ...wordsIn(element),
      ...(element.type === 'ActionSet' ? list(element.actions).map(({ title }) => seen(String(title))) : []),
    ]),
    choice: choiceOf(card, press),
    notification: seen(summary),
    buttons: buttonsOf(card, press),
    acting: [...actingIn(card), ...actingIn({ text: summary })],
  }
}

/** The pictures within a card; Teams has no name for them. */
export function picturesOf({ card }: TeamsCard): ShownFile[] {
  return elements(card.body).flatMap(({ type, url, altText }) => {
    const [, base64] = withinCard.exec(String(url)) ?? []
    if (type !== 'Image' || base64 === undefined) return []
    return [{ picture: true, name: '', alt: seen(String(altText)), base64, acting: actingIn({ altText }) }]
  })
}

/** A picture that is loaded from nowhere. */
const withinCard = /^data:image\/png;base64,([A-Za-z0-9+/]+=*)$/

function buttonsOf(card: Element, press: (data: Element) => Promise<number>): ShownButton[] {
  return actionsOf(card)
    .filter((action) => !takesChoice(action))
    .map(({ title, tooltip, url, data }) => ({
      label: seen(String(title)),
      heard: seen(String(tooltip ?? title)),
      ...(url === undefined ? {} : { url: String(url) }),
      press: () => press(object(data)),
    }))
}

/** The list of a card that asks which one, and the action that sends what is chosen. */
function choiceOf(card: Element, press: (data: Element) => Promise<number>): Card['choice'] {
  const [input] = inputsOf(card)
  const action = actionsOf(card).find(takesChoice)
  if (input === undefined || action === undefined) return undefined
  const choices = list(input.choices)
  return {
    label: seen(String(input.label)),
    options: choices.map(({ title }) => seen(String(title))),
    // A client that minds `isRequired` sends nothing where nothing is chosen; an older one does.
    choose: (at) =>
      press({ ...object(action.data), ...(at === undefined ? {} : { [String(input.id)]: choices[at]?.value }) }),
  }
}

const takesChoice = ({ data }: Element): boolean => object(data).chosen === true

export const actionsOf = (card: Element): Element[] =>
  elements(card.body).flatMap((element) => (element.type === 'ActionSet' ? list(element.actions) : []))

export const inputsOf = (card: Element): Element[] =>
  elements(card.body).filter((element) => String(element.type).startsWith('Input.'))

/** Every element that is drawn, in order. What stands in for a table on old clients is not. */
export function elements(drawn: unknown): Element[] {
  return list(drawn).flatMap((element) => [
    element,
    ...['items', 'columns', 'rows', 'cells'].flatMap((key) => elements(element[key])),
  ])
}

/** All that elements say, a line an element. */
const wordsOf = (drawn: unknown): string => elements(drawn).flatMap(wordsIn).join('\n')

function wordsIn(element: Element): string[] {
  return [
    ...[element.text, ...list(element.inlines).map((run) => run.text), element.label],
    ...list(element.choices).map((choice) => choice.title),
    ...(element.type === 'Input.Text' ? [element.value] : []),
  ].flatMap((text) => (typeof text === 'string' ? [seen(text)] : []))
}

/** As it looks: without the invisible characters that keep it from acting. */
export const seen = (text: string): string => text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ')

/** Where Teams would read markdown, a macro or a mention, or follow an address that is no web address. */
function actingIn(shown: unknown): string[] {
  if (Array.isArray(shown)) return shown.flatMap(actingIn)
  const element = object(shown)
  const here = Object.entries(element).flatMap(([key, value]) => {
    if (typeof value !== 'string' || key === '$schema') return []
    if (key === 'url')
      return /^https:\/\//.test(value) || (element.type === 'Image' && withinCard.test(value)) ? [] : [value]
    // What stands in an input is shown as it is, and comes back as the person's own words.
    if (key === 'value' && String(element.type).startsWith('Input.')) return []
    if (/<\/?at\b|\{\{/i.test(value)) return [value]
    const markdown = key === 'fallbackText' ? value.replaceAll(/\\./g, '') : element.type === 'TextBlock' ? value : ''
    return /[*_~`[\]<>#|]|^\s*(?:[-+]|\d+\.)\s/m.test(markdown) ? [value] : []
  })
  const drawn = Object.entries(element).filter(([key]) => key !== 'data' && key !== 'value')
  return [...here, ...drawn.flatMap(([, value]) => (typeof value === 'object' ? actingIn(value) : []))]
}

export function object(value: unknown): Element {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

export function list(value: unknown): Element[] {
  return Array.isArray(value) ? value.map(object) : []
}
