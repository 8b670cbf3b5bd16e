import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Answers, Card, Driver, FilesGiven, ShownButton, ShownField, ShownForm } from './driver.ts'

/** What the person sees, in short: the words of every card, in order. */
export async function wordsShown(driver: Driver): Promise<string[]> {
  return (await driver.shown()).cards.map((card) => flat(card.words))
}

/** One space between words, so that only the words and their order count. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

export function buttonOf(card: Card | undefined, label: string): ShownButton {
  const found = card?.buttons.find((button) => button.label === label)
  if (found === undefined) throw new Error(`no button ${label} in ${JSON.stringify(card)}`)
  return found
}

/** Presses the newest button with this label. */
export async function press(driver: Driver, label: string): Promise<number> {
  const { cards } = await driver.shown()
  return buttonOf(
    cards.findLast((card) => card.buttons.some((button) => button.label === label)),
    label,
  ).press()
}

/** The open form; after typed words it may take one press to open it. */
export async function openForm(driver: Driver): Promise<ShownForm> {
  const { form, cards } = await driver.shown()
  if (form !== undefined) return form
  const [button] = cards.at(-1)?.buttons ?? []
  await button?.press()
  const opened = await driver.shown()
  if (opened.form === undefined) throw new Error(`no form is open: ${JSON.stringify(opened)}`)
  return opened.form
}

export function fieldOf(form: ShownForm | undefined, label: string): ShownField {
  const found = form?.fields.find((field) => field.label === label)
  if (found === undefined) throw new Error(`no field ${label} in ${JSON.stringify(form?.fields)}`)
  return found
}

/** Fills the open form in and sends it. */
export async function fill(driver: Driver, answers: Answers, files: FilesGiven = {}): Promise<number> {
  return (await openForm(driver)).fill(answers, files)
}

/** What reached the core as a filled form, oldest first. */
export function filledIn(driver: Driver): { id: string; intent: unknown; values: Record<string, string | string[]> }[] {
  return driver.host.received.flatMap(({ id, input }) =>
    input.kind === 'filled' ? [{ id, intent: input.intent, values: input.values }] : [],
  )
}

export const last = (driver: Driver): Inbound => {
  const inbound = driver.host.received.at(-1)
  if (inbound === undefined) throw new Error('nothing reached the core')
  return inbound
}
