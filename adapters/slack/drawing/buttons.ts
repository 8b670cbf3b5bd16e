import type { types } from '@slack/bolt'
import type { Button, Own } from '../../../src/contract/message.ts'
import { heardAs, isUsable } from '../../shared/buttons.ts'
import { limits } from '../outgoing/limits.ts'
import { label, pieces } from './split.ts'
import { plainText } from './text.ts'

/** Gives each control of a message a number of its own: Slack wants unique action ids. */
export type Numbering = () => number

export function numbering(): Numbering {
  let given = 0
  return () => given++
}

/** Buttons in rows of as many as Slack takes; what must not be opened can still be read. `own`: they are of one row. */
export function actionRows(
  buttons: readonly Button[],
  number: Numbering,
  own?: Own,
): (types.ActionsBlock | types.ContextBlock)[] {
  const usable = buttons.filter(isUsable)
  const rows: types.ActionsBlock[] = []
  for (let at = 0; at < usable.length; at += limits.buttonsInRow)
    rows.push({
      type: 'actions',
      elements: usable.slice(at, at + limits.buttonsInRow).map((button) => actionButton(button, number, own)),
    })
  return [...buttons.filter((button) => !isUsable(button)).flatMap(unopened), ...rows]
}

const unopened = (button: Button): types.ContextBlock[] =>
  'url' in button ? smallPrint(`${button.label}: ${button.url}`) : []

export function smallPrint(text: string): types.ContextBlock[] {
  return pieces(text, limits.contextText)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ type: 'context', elements: [plainText(piece)] }))
}

/**
 * A button with its whole intent as value; one of a row is heard with the row's name.
 * Refuses (RangeError) an intent or an address that Slack would not carry: that is a bug of ours.
 */
export function actionButton(button: Button, number: Numbering, own?: Own): types.Button {
  const shared = {
    type: 'button' as const,
    text: plainText(label(button.label, limits.buttonLabel)),
    ...(own === undefined ? {} : { accessibility_label: label(heardAs(button.label, own), limits.accessibilityLabel) }),
    ...(button.style === undefined ? {} : { style: button.style }),
  }
  if ('url' in button) {
    if (button.url.length > limits.buttonUrl) throw new RangeError('slack: an address too long for a button')
    return { ...shared, action_id: `open/${number()}`, url: button.url }
  }
  const value = JSON.stringify(button.intent)
  if (value.length > limits.buttonValue) throw new RangeError(`slack: ${button.intent.kind} too large for a button`)
  return { ...shared, action_id: `intent/${number()}`, value }
}
