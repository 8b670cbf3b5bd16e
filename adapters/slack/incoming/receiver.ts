import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'

/**
 * Bolt acknowledges an event before its listeners run. Ours is acknowledged after them: a crash or a failure in
 * between makes Slack deliver it again. Everything else is acknowledged by its listener.
 */
export async function processHeld(app: App, event: ReceiverEvent): Promise<void> {
  if (event.body?.event === undefined) return app.processEvent(event)
  await app.processEvent({ ...event, ack: async () => {} })
  await event.ack()
}

/** Bolt's Socket Mode with its own retries (lowering them ends the connection in an outage), acknowledging as above. */
export class HeldSocketModeReceiver extends SocketModeReceiver {
  override init(app: App): void {
    const held: App = Object.create(app, {
      processEvent: { value: (event: ReceiverEvent) => processHeld(app, event) },
    })
    super.init(held)
  }
}
