import type { types } from '@slack/bolt'
import type { Form } from '../../../src/contract/form.ts'
import { withoutButtons } from '../../shared/buttons.ts'
import { withClashes } from '../../shared/picking.ts'
import { askedWithoutFiles } from '../../shared/without-files.ts'
import { type FormBlock, inputBlocks } from '../incoming/inputs.ts'
import { limits } from '../outgoing/limits.ts'
import { heading, renderBlocks } from './blocks.ts'
import { fitting, jsonLength, type Unit } from './fit.ts'
import { clean, label } from './split.ts'
import { paragraphs, plainText } from './text.ts'

/** The card a form was opened from, so that the answer can stand in its place; kept beside the intent. */
export type Origin = { readonly channel: string; readonly ts: string }
/** Where somebody opened a form whose answer goes elsewhere: they can be told so there, for half an hour. `url` is never logged. */
export type Aside = { readonly url: string; readonly channel?: string }

/** Where a form was opened, and whether the app may read files (`files:read`). */
export type FormPlace = {
  readonly origin?: Origin | undefined
  readonly aside?: Aside | undefined
  readonly takesFiles?: boolean
}

/** One block is left for the warning above a form that was refused: see refused.ts. */
const blocksOfForm = limits.viewBlocks - 1

/**
 * A form as a modal. `nonce` goes into the block ids: Slack keeps what was typed under an old id when a view is
 * replaced, and the next form's fields have the same names. Refuses (RangeError) what Slack would not carry back.
 */
export function renderForm(
  form: Form,
  nonce: string,
  { origin, aside, takesFiles = true }: FormPlace = {},
): types.ModalView {
  const needed = { intent: form.intent, ...(origin === undefined ? {} : { origin }) }
  const whole = JSON.stringify({ ...needed, ...(aside === undefined ? {} : { aside }) })
  // Without it the form does all the same.
  const metadata = whole.length > limits.metadata ? JSON.stringify(needed) : whole
  if (metadata.length > limits.metadata) throw new RangeError(`slack: ${form.intent.kind} too large for a form`)
  const title = label(form.title, limits.viewTitle)
  const fields = takesFiles ? form.fields : askedWithoutFiles(form.fields)
  const inputs = withClashes(fields).flatMap((field) => inputBlocks(field, nonce, takesFiles))
  if (inputs.length > blocksOfForm) throw new RangeError(`slack: ${form.intent.kind} has too many fields`)
  const intro: Unit<FormBlock>[] = [
    { blocks: title === clean(form.title) ? [] : heading(form.title), is: 'words' },
    ...renderBlocks(withoutButtons(form.intro ?? []), 'view'),
  ]
  const blocks = [...introFitting(intro, inputs), ...inputs]
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: plainText(title),
    submit: plainText(label(form.submit, limits.viewSubmit)),
    blocks: blocks.length > 0 ? blocks : paragraphs([{ text: label(form.title, limits.text) }]),
  }
}

/** The fields always stay; the introduction gives way. */
function introFitting(intro: readonly Unit<FormBlock>[], inputs: readonly FormBlock[]): FormBlock[] {
  const space = blocksOfForm - inputs.length
  return space < 1 ? [] : fitting<FormBlock>(intro, { blocks: space, weight: limits.viewWeight / 4, of: jsonLength })
}
