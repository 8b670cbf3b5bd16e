import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  type Committee,
  formOf,
  member,
  openCommittee,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { quiet } from '../support/quiet.ts'

let committee: Committee
let second: Database
let apps: readonly Pick<Committee['app'], 'receive'>[]

const receiptIn = (text: string) => /ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)?.[0]

async function draftCard(who: string, round: string, body: string) {
  const form = formOf(await committee.press(who, { kind: 'opinion.save.form', round }))
  return await committee.fill(who, form, { position: 'disagree', body })
}

// A SQLite file has one process that answers; replicas share a PostgreSQL server.
describe.runIf(process.env.TEST_DATABASE_URL)('two replicas', () => {
  /** Two processes' worth of the app on one database: nothing is shared but what is stored. */
  beforeEach(async () => {
    committee = await openCommittee()
    second = await openDatabase(committee.url, quiet)
    apps = [committee.app, createApp({ ...committee.host, db: second.db, locale: 'vi', wake: () => undefined })]
  })
  afterEach(async () => {
    await second.close()
    await committee.drop()
  })

  it('one delivery that reaches two replicas at once makes one opinion, and both answer with its receipt', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    for (let time = 1; time <= 5; time += 1) {
      const card = await draftCard(member, round, `Lần ${time}`)
      const inbound = committee.inbound(member, { kind: 'pressed', intent: button(card, vi.buttons.send) })
      const answers = await Promise.all(apps.map((app) => app.receive(inbound)))
      const receipts = answers.map(({ reply }) => receiptIn(textOf(reply)))
      const opinions = await committee.db.opinion.findMany({ where: { roundId: round }, orderBy: { version: 'asc' } })
      expect(opinions).toHaveLength(time)
      expect(receipts).toEqual([opinions.at(-1)?.receipt, opinions.at(-1)?.receipt])
    }
  })

  it('two different presses of one card at two replicas make one opinion, and both see it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    for (let time = 1; time <= 5; time += 1) {
      const send = button(await draftCard(otherMember, round, `Lần ${time}`), vi.buttons.send)
      const answers = await Promise.all(
        apps.map((app) => app.receive(committee.inbound(otherMember, { kind: 'pressed', intent: send }))),
      )
      const opinions = await committee.db.opinion.findMany({ where: { roundId: round }, orderBy: { version: 'asc' } })
      expect(opinions).toHaveLength(time)
      for (const { reply } of answers) expect(receiptIn(textOf(reply))).toBe(opinions.at(-1)?.receipt)
    }
  })

  it('members who answer at two replicas at the same moment are all recorded, each with a line in the log', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const asked = await committee.db.asked.findMany({
      where: { roundId: round },
      select: { person: { select: { key: true } } },
    })
    const who = asked.map(({ person }) => person.key)
    const sends = await Promise.all(
      who.map(async (key) => button(await draftCard(key, round, `Ý kiến của ${key}`), vi.buttons.send)),
    )
    const answers = await Promise.all(
      sends.map((intent, place) =>
        apps[place % 2]?.receive(committee.inbound(who[place] ?? '', { kind: 'pressed', intent })),
      ),
    )
    const opinions = await committee.db.opinion.findMany({ where: { roundId: round }, include: { person: true } })
    expect(opinions.map(({ person }) => person.key).sort()).toEqual([...who].sort())
    const receipts = answers.map((answer) => answer && receiptIn(textOf(answer.reply)))
    expect(receipts.sort()).toEqual(opinions.map(({ receipt }) => receipt).sort())
    expect(await committee.db.audit.count({ where: { deed: 'opinion.submit', subject: round } })).toBe(who.length)
  })
})
