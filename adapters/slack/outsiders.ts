import { deliveryKey } from '../../src/contract/delivery-key.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { SubmissionAck } from './answer.ts'
import type { Place, readCommand, readPress, readSubmission } from './receive.ts'
import { renderModal } from './render.ts'
import { respond } from './respond.ts'
import { post } from './send.ts'
import { asCard, type Desk, errorsOf, logged, messageOf } from './show.ts'

// Somebody of another workspace is answered where Slack itself offers it: at the response_url, or in the answer to the
// request. Our token would write into conversations of our own workspace, whoever's they are.

type Ack = () => Promise<void>

/** `place`: a channel that both workspaces share, where the answer may stand. */
export async function turnAwayWords(desk: Desk, inbound: Inbound, place?: Place): Promise<void> {
  const { reply } = await desk.host.receive(inbound)
  const rendered = asCard(reply)
  if (rendered === undefined || place === undefined) return
  await desk.once(deliveryKey(inbound), async () =>
    logged(desk, await post(desk.client, place, rendered, desk.host.log)),
  )
}

/** A command or a press: at its response_url, where it has one. */
export async function turnAwayPress(
  desk: Desk,
  {
    inbound,
    responseUrl,
  }: Pick<ReturnType<typeof readCommand> | ReturnType<typeof readPress>, 'inbound' | 'responseUrl'>,
  ack: Ack,
): Promise<void> {
  const { reply } = await desk.host.receive(inbound)
  await ack()
  const rendered = asCard(reply)
  if (rendered === undefined || responseUrl === undefined) return
  await desk.once(deliveryKey(inbound), async () => void (await respond(responseUrl, rendered, false, desk.host.log)))
}

/** A form stays open with the words in it. */
export async function turnAwayForm(
  desk: Desk,
  { inbound, fields }: Pick<ReturnType<typeof readSubmission>, 'inbound' | 'fields'>,
  ack: SubmissionAck,
): Promise<void> {
  const { reply } = await desk.host.receive(inbound)
  const errors = reply.kind === 'invalid' ? errorsOf(reply, fields) : {}
  if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors })
  if (reply.kind !== 'message' && reply.kind !== 'invalid') return ack()
  return ack({ response_action: 'update', view: renderModal(messageOf(reply)) })
}
