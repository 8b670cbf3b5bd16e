import type { App, ViewSubmitAction } from '@slack/bolt'
import { answerCommand, answerHome, answerPress, answerSubmission, answerTyped } from './answer.ts'
import { readCommand, readHome, readMention, readMessage, readPress, readSubmission } from './receive.ts'
import type { Desk } from './show.ts'
import { commands } from './surface.ts'

/**
 * Everything that Slack tells us, each to its reader and its answer. `own` gives the bot's user ids known so far.
 * Returns a function that waits for what is being answered now, and for what those answers leave to be done.
 */
export function listen(app: App, given: Omit<Desk, 'afterwards'>, own: () => readonly string[]): () => Promise<void> {
  const working = new Set<Promise<void>>()
  const during = (work: Promise<void>): Promise<void> => {
    working.add(work)
    return work.finally(() => working.delete(work))
  }
  const desk: Desk = { ...given, afterwards: (work) => void during(work) }
  app.event('message', async ({ body }) => {
    const said = readMessage(body, own())
    if (said !== undefined) await during(answerTyped(desk, said.inbound, said.place))
  })
  app.event('app_mention', async ({ body }) => {
    const said = readMention(body, own())
    if (said !== undefined) await during(answerTyped(desk, said.inbound, said.place))
  })
  app.event('app_home_opened', async ({ body }) => {
    const inbound = readHome(body)
    if (inbound !== undefined) await during(answerHome(desk, inbound))
  })
  for (const command of Object.keys(commands))
    app.command(command, ({ body, ack }) => during(answerCommand(desk, readCommand(body), ack)))
  app.action(/^intent\//, ({ body, ack }) => during(answerPress(desk, readPress(body), ack)))
  // A button that opens an address is reported all the same, and shows an error unless acknowledged.
  app.action(/^open\//, ({ ack }) => ack())
  app.view<ViewSubmitAction>({ callback_id: 'form', type: 'view_submission' }, ({ body, ack }) =>
    during(answerSubmission(desk, readSubmission(body), ack)),
  )
  return async () => {
    await Promise.allSettled(working)
    // What those answers left to be done after them; never more, or a busy house would keep everybody waiting.
    await Promise.allSettled(working)
  }
}
