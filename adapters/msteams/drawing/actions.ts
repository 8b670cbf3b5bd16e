import type { Button, Choice, Own } from '../../../src/contract/message.ts'
import { heardAs, isUsable } from '../../shared/buttons.ts'
import { ACTIONS_A_SET, LABEL_LENGTH, type Space } from '../limits.ts'
import type { CardData } from './card-data.ts'
import { cut, cutList, type Element, inert, line, tone } from './plain-text.ts'

/** For what stands in a card. `beside`: it asks something, and these do not answer that; `asks`: the one question it can ask. */
export type Pressing = { readonly space: Space; readonly beside: boolean; readonly asks?: Choice | undefined }

/** Up to so many characters a button stands beside its row, in a card of 330 pixels. */
const BESIDE_LENGTH = 14

/** Buttons in sets of as many as Teams shows; what must not be opened can still be read. `own`: they are of one row. */
export function actionSets(given: readonly Button[], { space, beside }: Pressing, own?: Own): Element[] {
  const usable = cutList(given.filter(isUsable), space.rows, () => undefined).filter((each) => each !== undefined)
  const sets: Element[] = []
  for (let start = 0; start < usable.length; start += ACTIONS_A_SET) {
    const actions = usable.slice(start, start + ACTIONS_A_SET).map((button) => action(button, beside, own))
    sets.push({ type: 'ActionSet', actions })
  }
  return [...given.filter((button) => !isUsable(button)).flatMap((button) => unopened(button, space)), ...sets]
}

/** A row with its buttons: one that is short stands beside the words, others below them within the row. */
export function withOwn(words: readonly Element[], own: Own | undefined, press: Pressing): Element[] {
  if (own === undefined || own.buttons.length === 0) return [...words]
  const buttons = actionSets(own.buttons, press, own)
  const [only, ...others] = own.buttons
  const short = only !== undefined && others.length === 0 && isUsable(only) && only.label.length <= BESIDE_LENGTH
  if (!short) return [{ type: 'Container', items: [...words, ...buttons] }]
  const columns = [
    { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: words },
    { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: buttons },
  ]
  return [{ type: 'ColumnSet', columns }]
}

/** What must not be opened can still be read. */
const unopened = (button: Button, space: Space): Element[] =>
  'url' in button ? [line(`${button.label}: ${button.url}`, space.text, tone('subtle'))] : []

function action(button: Button, beside: boolean, own: Own | undefined): Element {
  const more = {
    ...(button.style === undefined ? {} : { style: button.style === 'primary' ? 'positive' : 'destructive' }),
    // What narration reads instead of the title.
    ...(own === undefined ? {} : { tooltip: label(heardAs(button.label, own)) }),
  }
  if ('url' in button) return { type: 'Action.OpenUrl', title: label(button.label), url: button.url, ...more }
  const sends = beside ? { associatedInputs: 'none' } : {}
  return execute(button.label, 'press', { intent: button.intent }, { ...more, ...sends })
}

export const label = (text: string): string => inert(cut(text.replace(/\s+/g, ' ').trim() || '…', LABEL_LENGTH))

/** An action that comes back to us: as an invoke, or on an older client as a message that carries the same data. */
export function execute(title: string, verb: 'press' | 'fill', data: CardData, more: object): Element {
  const shared = { title: label(title), data, ...more }
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } }
}
