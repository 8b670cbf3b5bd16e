import { deliveryKey } from '../../../src/contract/delivery-key.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import { renderModal } from '../drawing/render.ts'
import type { SubmissionAck } from '../outgoing/answer.ts'
import { refusedForm } from '../outgoing/refused.ts'
import { respond } from '../outgoing/respond.ts'
import { post } from '../outgoing/send.ts'
import { asCard, type Connection, logged, messageOf } from '../outgoing/show.ts'
import type { Place } from './place.ts'
import type { readCommand, readPress, readSubmission } from './receive.ts'

// Somebody of another workspace is answered where Slack itself offers it: at the response_url, or in the answer to the
// request. Our token would write into conversations of our own workspace, whoever's they are.

type Ack = () => Promise<void>

/** `place`: a channel that both workspaces share, where the answer may stand. */
export async function turnAwayWords(connection: Connection, inbound: Inbound, place?: Place): Promise<void> {
  const { reply } = await connection.host.receive(inbound)
  const rendered = asCard(reply)
  if (rendered === undefined || place === undefined) return
  await connection.once.each(deliveryKey(inbound), async () =>
    logged(connection, await post(connection.client, place, rendered, connection.host.log)),
  )
}

/** A command or a press: at its response_url, where it has one. */
export async function turnAwayPress(
  connection: Connection,
  {
    inbound,
    responseUrl,
  }: Pick<ReturnType<typeof readCommand> | ReturnType<typeof readPress>, 'inbound' | 'responseUrl'>,
  ack: Ack,
): Promise<void> {
  const { reply } = await connection.host.receive(inbound)
  await ack()
  const rendered = asCard(reply)
  if (rendered === undefined || responseUrl === undefined) return
  await connection.once.each(
    deliveryKey(inbound),
    async () => void (await respond(responseUrl, rendered, false, connection.host.log)),
  )
}

/** A form stays open with the words in it. */
export async function turnAwayForm(
  connection: Connection,
  submission: ReturnType<typeof readSubmission>,
  ack: SubmissionAck,
): Promise<void> {
  const { reply } = await connection.host.receive(submission.inbound)
  if (reply.kind === 'invalid') return ack(refusedForm(reply, submission))
  if (reply.kind !== 'message') return ack()
  return ack({ response_action: 'update', view: renderModal(messageOf(reply)) })
}
