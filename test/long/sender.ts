// A process that delivers until it is killed: node sender.ts DATABASE_URL FILE. Each send is written to FILE before
// it is answered, as a platform would have it even if the answer never comes back.
import { appendFileSync } from 'node:fs'
import { openDatabase } from '../../src/database/open.ts'
import { createWake, startDelivery } from '../../src/outbox/delivery/loop.ts'
import { office } from '../outbox/office.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { quiet } from '../support/quiet.ts'

const [url = '', file = ''] = process.argv.slice(2)
const { db } = await openDatabase(url, quiet)
const slack = fakeAdapter(
  'slack',
  async (call) => {
    if (call.what === 'send') appendFileSync(file, `${call.key}\n`)
    await new Promise((done) => setTimeout(done, 3))
    return undefined
  },
  { perSecond: 1_000_000, inFlight: 5 },
)
startDelivery(office(db, [slack]).host, createWake())
