// A process that delivers until it is killed: node fan-out-sender.ts DATABASE_URL FILE ORIGIN. FILE is the platform: a line for
// each message that it took, written before the answer goes back; a Slack tells of it afterwards, a Teams does not.
import { appendFileSync } from 'node:fs'
import type { Sought } from '../../src/contract/adapter.ts'
import { openDatabase } from '../../src/database/open.ts'
import { createBudget } from '../../src/outbox/delivery/budget.ts'
import { createWake, startDelivery } from '../../src/outbox/delivery/loop.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import { morning, office } from '../outbox/office.ts'
import { type FakeCall, fakeAdapter } from '../support/fake-adapter.ts'
import { quiet } from '../support/quiet.ts'
import { linesOf } from './lines.ts'

const [url = '', file = '', origin = '0'] = process.argv.slice(2)
const { db, provider } = await openDatabase(url, quiet)

async function take(call: FakeCall): Promise<undefined> {
  if (call.what === 'send') appendFileSync(file, `${call.key}\n`)
  // The answer takes a while: what is under way at a kill has arrived, and nobody was told.
  await new Promise((done) => setTimeout(done, 30))
}
const pace = { perSecond: 200, inFlight: 5, perConversation: 1 }
const tell = async (_to: unknown, { key }: { readonly key: string }): Promise<Sought> =>
  linesOf(file).includes(key) ? { status: 'there', ref: `found:${key}` } : { status: 'not-there' }
const adapters = new Map(
  [fakeAdapter('slack', take, pace, [], tell), fakeAdapter('teams', take, pace)].map((each) => [each.name, each]),
)
/** Thirty times as fast as the wall's, from ORIGIN on, for all processes alike: a lease ends in two seconds. */
const now = () => new Date(morning.getTime() + (Date.now() - Number(origin)) * 30)
const { host } = office(db, [...adapters.values()], {
  now,
  pace: createPace(adapters, undefined, createBudget(db, provider)),
})
startDelivery(host, createWake())
process.stdout.write('started\n')
