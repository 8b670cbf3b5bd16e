import { once } from 'node:events'
import { App, HTTPReceiver } from '@slack/bolt'
import { signingSecret } from '../requests.ts'
import { tellParent } from './tell.ts'

/**
 * The least that a Bolt app can be: Bolt's own receiver and signature check, one action, one row stored before it is
 * acknowledged. Nothing of this project but the database it is pointed at.
 */
export async function bareBolt(store: (id: string, json: string) => Promise<void>, close: () => Promise<unknown>) {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events' })
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-bench' }),
    ignoreSelf: false,
    convoStore: false,
  })
  app.action(/^intent\//, async ({ ack, body, action }) => {
    const trigger = 'trigger_id' in body ? String(body.trigger_id) : ''
    await store(trigger, JSON.stringify(action))
    await ack()
  })
  const server = await receiver.start({ port: 0, host: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  tellParent(server, close)
}
