// A process that answers until it is killed: node answerer.ts DATABASE_URL ROUND. Three members correct their opinion
// over and over; a line `DELIVERY RECEIPT USER` is written the moment an answer is acknowledged, and not before.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { Input } from '../../src/contract/inbound.ts'
import { openDatabase } from '../../src/database/open.ts'
import { createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, formOf, initial, patienceMs, textOf, zone } from '../support/committee.ts'
import { quiet } from '../support/quiet.ts'

const [url = '', round = ''] = process.argv.slice(2)
const { db } = await openDatabase(url, quiet)
const app = createApp({
  db,
  now: () => new Date('2020-06-16T03:00:00Z'),
  zone,
  publicUrl: 'http://127.0.0.1:3978',
  calendar: VIETNAM,
  mustHear: [],
  locale: 'vi',
  log: quiet,
  wake: () => undefined,
  patienceMs,
})

async function act(user: string, input: Input) {
  const id = randomUUID()
  const from = { platform: 'web', tenant: 'local', user }
  return { id, reply: (await app.receive({ id, from, audience: 'private', input })).reply }
}

async function answerForEver(user: string): Promise<never> {
  for (let count = 0; ; count += 1) {
    const form = formOf((await act(user, { kind: 'pressed', intent: { kind: 'opinion.save.form', round } })).reply)
    const values = { ...initial(form), position: 'disagree', body: `${user} ${process.pid} ${count}` }
    const card = await act(user, { kind: 'filled', intent: form.intent, values })
    const sent = await act(user, { kind: 'pressed', intent: button(card.reply, vi.buttons.send) })
    const receipt = /ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(textOf(sent.reply))?.[0]
    if (receipt === undefined) throw new Error(`not recorded: ${textOf(sent.reply)}`)
    writeSync(1, `${sent.id} ${receipt} ${user}\n`)
  }
}

await Promise.all(['sample-tv-byt', 'sample-tv-btc', 'sample-tv-bxd'].map(answerForEver))
