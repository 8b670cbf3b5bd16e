import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerRound, type Committee, drafter, member, openCommittee, openRoundOn } from '../support/committee.ts'

describe('a member in Berlin with a delegate in New York', () => {
  let committee: Committee
  beforeEach(async () => {
    committee = await openCommittee()
    committee.setClock('2020-06-01T09:00')
    const { db } = committee
    await db.person.update({ where: { key: member }, data: { timeZone: 'Europe/Berlin' } })
    await db.person.update({ where: { key: drafter }, data: { timeZone: 'America/New_York' } })
    const [giver, taker] = await Promise.all([
      db.person.findUniqueOrThrow({ where: { key: member } }),
      db.person.findUniqueOrThrow({ where: { key: drafter } }),
    ])
    await db.delegation.create({
      data: {
        id: randomUUID(),
        personId: giver.id,
        takerId: taker.id,
        rights: '["draft"]',
        itemId: null,
        fromDay: '2020-06-01',
        toDay: '2020-07-31',
        at: committee.now(),
      },
    })
  })
  afterEach(() => committee.drop())

  const nudgedAt = async (at: string) => {
    committee.setClock(at)
    await committee.nudge()
    const sent = (await committee.deliver()).filter((call) => call.what === 'send')
    return sent.filter((call) => call.key.startsWith('letter:nudge:')).map((call) => call.to.user)
  }

  it('has the last step reach both, each on their own clocks', async () => {
    await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names: member })
    await committee.deliver()
    expect(await nudgedAt('2020-06-29T19:29')).toEqual([member])
    expect(await nudgedAt('2020-06-29T19:30')).toEqual([drafter])
    expect(await nudgedAt('2020-06-30T08:30')).toEqual([])
    expect(await nudgedAt('2020-06-30T13:30')).toEqual([member])
    const rows = await committee.db.nudge.findMany({ where: { subject: { not: null } } })
    expect(rows.filter((row) => row.kind === 'step').map((row) => row.step)).toEqual(['T-0'])
    const waiting = { key: { startsWith: 'letter:nudge:' }, status: { not: 'sent' } }
    expect(await committee.db.outbox.count({ where: waiting })).toBe(0)
  })

  it('has nothing reach the delegate once the member has answered', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names: member })
    await answerRound(committee, member, round, { position: 'agree' })
    await committee.deliver()
    expect(await nudgedAt('2020-06-29T19:30')).toEqual([])
    expect(await nudgedAt('2020-06-30T13:30')).toEqual([])
  })
})
