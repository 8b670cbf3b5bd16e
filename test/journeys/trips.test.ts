import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbound, Input } from '../../src/contract/inbound.ts'
import { providerOf } from '../../src/database/open.ts'
import {
  type Committee,
  coordinator,
  formOf,
  initial,
  member,
  openCommittee,
  openRoundOn,
} from '../support/committee.ts'
import { storeRounds } from '../support/many-rounds.ts'
import { statementsOf } from '../support/statements.ts'
import { at, planVisits } from '../support/visits.ts'

/**
 * The most statements that each of these may take (docs/measurements.md). Whoever adds one says here what it is for;
 * whoever saves one lowers the number. To see them, set a number to 0: the failure lists them.
 */
const most = {
  // Who it is; the seat; whether this delivery was answered before.
  'a form opened on Slack': { reads: 3, writes: 0 },
  // Who; the seat. Rests, delivery, draft.
  'a form sent': { reads: 2, writes: 3 },
  // Who; the seat. Rests, delivery, opinion, the draft removed, the log, the request to rewrite cards.
  'the draft sent': { reads: 2, writes: 6 },
  // Lost leases; doubts; what is due (twice: until nothing is); delegates; the cards, their accounts, those shared with
  // other rounds; the reader; the seat. The claim, the result, the attempt.
  'the card rewritten after it': { reads: 10, writes: 3 },
  // Open rounds (for two rules); zones (for two rules); seats, their nudges, leave, delegations; rounds with a date for
  // their answers; items and rounds of the quarter, coordinators, drafters, who was told of it; visits; digests, plans, rounds, readers. The reason, the notification.
  'a nudge planned': { reads: 19, writes: 2 },
  // The same without the nudges of seats: none is left.
  'a minute with nothing to urge': { reads: 18, writes: 0 },
  // Leases, doubts, what is due (twice); accounts; the reader; the seat, leave, put off, nudges since; the plan's ladder.
  // The claim, the beginning, the result, the attempt.
  'a nudge sent': { reads: 11, writes: 4 },
  // Leases, doubts, what is due.
  'nothing to send': { reads: 3, writes: 0 },
  // Who; names; own duties; the team; visits, four of Prisma's for what hangs on them; before now; without a date.
  'a team without visits: lịch đoàn 3': { reads: 11, writes: 1 },
  // Who; names; own duties; the team; visits, their team, its leaders, their names, units. The delivery.
  'a team with visits: lịch đoàn 1': { reads: 9, writes: 1 },
  // Who; names; which round; the seat. Rests, delivery, draft, the message it came from, what was spoken of.
  'words that become a draft: góp ý ND-DLCN đồng ý': { reads: 4, writes: 5 },
  // Who; delegations and their givers; requests to move; own duties; rounds and their items; how far they are; whether
  // this delivery was answered before.
  'the home of a coordinator with ten rounds': { reads: 9, writes: 0 },
} as const

async function hold(name: keyof typeof most, work: () => Promise<unknown>): Promise<void> {
  const { reads, writes } = await statementsOf(work)
  expect.soft(reads.length, `${name}:\n${reads.join('\n')}`).toBeLessThanOrEqual(most[name].reads)
  expect.soft(writes.length, `${name}:\n${writes.join('\n')}`).toBeLessThanOrEqual(most[name].writes)
}

const onPostgres = providerOf(process.env.TEST_DATABASE_URL ?? '') === 'postgresql'

// The driver of SQLite is listened to.
describe.skipIf(onPostgres)('it takes no more statements than it must:', () => {
  let committee: Committee
  let round: string
  beforeEach(async () => {
    committee = await openCommittee()
    committee.setClock('2020-06-15T09:00')
    round = await openRoundOn(committee, 'ND-DLCN')
    await committee.nudge()
    await committee.deliver()
    // What a process asks once is asked by now.
    await committee.type(member, 'lịch đoàn 2')
  })
  afterEach(() => committee.drop())

  it('a form on Slack, opened, sent, and sent on', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    const from = { platform: 'slack', tenant: 'T1', user: 'U1', conversation: 'D1' }
    await committee.db.account.create({
      data: { id: 'on Slack', ...from, personId: id, locale: 'vi', seenAt: committee.now() },
    })
    const act = (input: Input, more: Partial<Inbound> = {}) =>
      committee.act('U1', input, { from, locale: 'vi', ...more })
    const open = { kind: 'pressed', intent: { kind: 'opinion.save.form', round } } as const
    await hold('a form opened on Slack', () => act(open))
    const form = formOf((await act(open)).reply)
    const values = { ...initial(form), position: 'agree', body: 'Nhất trí' }
    await hold('a form sent', () => act({ kind: 'filled', intent: form.intent, values }))
    await hold('the draft sent', () => act({ kind: 'pressed', intent: { kind: 'opinion.submit', round, revision: 1 } }))
    await hold('the card rewritten after it', async () => expect(await committee.deliver()).toHaveLength(1))
    await hold('nothing to send', async () => expect(await committee.deliver()).toEqual([]))
  })

  it('a nudge', async () => {
    await committee.db.asked.deleteMany({ where: { roundId: round } })
    committee.setClock('2020-06-16T09:30')
    // What coordinators and agencies are told that day.
    await committee.nudge()
    await committee.deliver()
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    await committee.db.asked.create({ data: { roundId: round, personId: id } })
    await hold('a nudge planned', async () => expect(await committee.nudge()).toBe(1))
    await hold('a minute with nothing to urge', async () => expect(await committee.nudge()).toBe(0))
    await hold('a nudge sent', async () => expect(await committee.deliver()).toHaveLength(1))
  })

  it('typed words', async () => {
    await planVisits(committee.db, [
      { team: '1', unit: 'Bộ Y tế', starts: '2020-06-22T08:00' },
      { team: '1', unit: 'Bộ Tài chính', starts: '2020-06-24T08:00' },
    ])
    await hold('a team without visits: lịch đoàn 3', () => committee.type(member, 'lịch đoàn 3'))
    await hold('a team with visits: lịch đoàn 1', () => committee.type(member, 'lịch đoàn 1'))
    await hold('words that become a draft: góp ý ND-DLCN đồng ý', () =>
      committee.act(member, { kind: 'typed', text: 'góp ý ND-DLCN đồng ý' }, { message: '1592269200.000100' }),
    )
  })

  it('a home page', async () => {
    await storeRounds(committee.db, 9, at('2020-06-30T17:00'), () => [member])
    await hold('the home of a coordinator with ten rounds', () => committee.press(coordinator, { kind: 'home.show' }))
  })
})
