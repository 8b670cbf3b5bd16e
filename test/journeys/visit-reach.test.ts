import { beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const [leader, member] = ['sample-td3', 'sample-tvd3'] as const
const { notTold } = vi.visits
let visit: string

/** A visit that the coordinator planned; the team's messages about it have gone out. */
beforeEach(async () => {
  const form = formOf(await committee.type(coordinator, 'xếp Bộ Y tế cho đoàn 3 ngày 22/06 08:00'))
  await committee.press(coordinator, button(await committee.fill(coordinator, form, {}), vi.visits.save))
  await committee.deliver()
  visit = (await committee.db.visit.findFirstOrThrow()).id
})

/** What became of the last message about the visit to one of the team. */
async function becomes(who: string, status: string) {
  const rows = await committee.db.outbox.findMany({
    where: { person: { key: who }, kind: 'send' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  await committee.db.outbox.update({ where: { id: rows[0]?.id ?? '' }, data: { status } })
}
const nameOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).name
const shown = async (who = coordinator) => textOf(await committee.press(who, { kind: 'visit.show', visit }))
const line = async (who: string, why: keyof typeof notTold.why) => `${await nameOf(who)}: ${notTold.why[why]}`

describe('the card of a visit', () => {
  it('names to coordinators alone who may not know of it, and what to do', async () => {
    expect(await shown()).not.toContain(notTold.title(0).split(' (')[0])
    await becomes(leader, 'unsure')
    await becomes(member, 'failed')
    const text = await shown()
    for (const said of [notTold.title(2), await line(leader, 'unsure'), await line(member, 'failed')])
      expect(text).toContain(said)
    expect(await shown(leader)).not.toContain(notTold.title(2))
    await becomes(member, 'unreachable')
    expect(await shown()).toContain(await line(member, 'unreachable'))
  })

  it('goes by the last message about it: one that arrived later settles it', async () => {
    await becomes(leader, 'unsure')
    const form = formOf(await committee.press(coordinator, { kind: 'visit.check.form', visit }))
    const preview = await committee.fill(coordinator, form, { day: '2020-06-23' })
    committee.setClock('2020-06-16T10:00')
    await committee.press(coordinator, button(preview, vi.visits.save))
    await committee.deliver()
    expect(await shown()).not.toContain(await line(leader, 'unsure'))
    await becomes(leader, 'failed')
    expect(await shown()).toContain(await line(leader, 'failed'))
  })

  it('takes a leader who has confirmed it as told, and nobody for missing it once it is done', async () => {
    await becomes(leader, 'unsure')
    await becomes(member, 'unsure')
    const { revision } = await committee.db.visit.findFirstOrThrow()
    await committee.press(leader, { kind: 'visit.confirm', visit, revision })
    expect(await shown()).toContain(notTold.title(1))
    expect(await shown()).toContain(await line(member, 'unsure'))
    await committee.db.visit.updateMany({ data: { state: 'done' } })
    expect(await shown()).not.toContain(await line(member, 'unsure'))
  })

  it('knows the messages about many visits at once, and no reminders', async () => {
    const { id: personId } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    const put = async (key: string, subject: string, letter: object) =>
      await committee.db.outbox.create({
        data: {
          ...{ id: key, key, personId, kind: 'send', subject, status: 'failed', letter: JSON.stringify(letter) },
          ...{ createdAt: committee.now(), notBefore: committee.now() },
        },
      })
    committee.setClock('2020-06-16T10:00')
    const visits = [{ visit: 'another', revision: 1 }]
    await put('visits:1:x', 'visits-imported', { kind: 'visits-imported', visits })
    await put('reminder', visit, { kind: 'visit-changed', visit, revision: 1, card: true })
    expect(await shown()).not.toContain(notTold.title(1))
    const with_ = [...visits, { visit, revision: 2 }]
    await put('visits:2:x', 'visits-imported', { kind: 'visits-imported', visits: with_ })
    expect(await shown()).toContain(await line(member, 'failed'))
  })
})
