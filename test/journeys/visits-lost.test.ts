import { describe, expect, it } from 'vitest'
import type { OthersSee } from '../../src/context.ts'
import type { Intent } from '../../src/contract/intent.ts'
import { createHistory } from '../../src/conversation/read-history.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { deliverDue } from '../../src/outbox/delivery/deliver.ts'
import { createCompose } from '../../src/requests/compose-notification.ts'
import { createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import type { VisitChange } from '../../src/visits/changes/change-visit.ts'
import { sheet } from '../imports/write-files.ts'
import { member, textOf, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { at, planVisit, visitsOf } from '../support/visits.ts'

const committee = committeeEachTest()

const { notifications: t } = vi.visits
const leader = 'sample-td3'
const three = 'Đoàn công tác số 3'
const monday = 'Thứ Hai, 22/06/2020, 08:00'

/** The clock goes on between changes, as it does. */
const later = (minute: number) => committee.setClock(`2020-06-16T09:${String(minute).padStart(2, '0')}`)

/** What was sent to somebody where the committee shows others that much, and how it reads again. */
function reader(who: string, othersSee: OthersSee) {
  const compose = createCompose({ ...committee.host, othersSee })
  const words = (message: Parameters<typeof committee.chat.send>[1]) => textOf({ kind: 'message', message })
  return {
    async got(): Promise<readonly string[]> {
      const from = committee.chat.calls.length
      await deliverDue({ ...committee.host, compose })
      const calls = committee.chat.calls.slice(from)
      return calls.flatMap((call) => (call.what === 'send' && call.to.user === who ? [words(call.message)] : []))
    },
    async history(): Promise<string> {
      const read = createHistory(committee.db, compose, committee.now)
      const { entries } = await read({ platform: 'web', tenant: 'local', user: who }, { limit: 50 })
      return entries.map(({ message }) => (message === undefined ? '' : words(message))).join('\n')
    },
  }
}

const unitAt = async (nth: number) => {
  const units = await committee.db.unit.findMany({ where: { plans: { some: {} } }, orderBy: { name: 'asc' } })
  const unit = units[nth]
  if (unit === undefined) throw new Error('no such unit')
  return unit
}

describe('a team that has lost a visit', () => {
  const handOver = async (more: VisitChange = {}) => {
    const { plan, change, team } = visitsOf(committee)
    const { id } = await plan('3', '2020-06-22T08:00')
    later(1)
    return { id, give: async () => change(id, { teamId: (await team('5')).id, ...more }) }
  }

  it('hears of what it knew, also where the visit goes to another unit by then', async () => {
    const [old, other] = [await unitAt(0), await unitAt(5)]
    const { give } = await handOver({ unitId: other.id, starts: at('2020-07-01T10:00') })
    const { got } = reader(leader, 'dates')
    await got()
    await give()
    const [text = ''] = await got()
    expect(text).toContain(t.leaves(three, 'KT-1', old.name, monday))
    expect(text).toContain(t.goesTo('Đoàn công tác số 5'))
    expect(text).not.toContain(other.name)
  })

  it('does not hear who has it where others’ visits are not to be known', async () => {
    const { give } = await handOver()
    const { got, history } = reader(leader, 'none')
    await got()
    later(2)
    await give()
    expect((await got()).join()).toContain(t.leaves(three, 'KT-1', (await unitAt(0)).name, monday))
    expect(await history()).not.toContain('số 5')
  })

  it.each(['dates', 'none'] as const)(
    'does not read in its old letters how it goes on with another (%s)',
    async (othersSee) => {
      const { id, give } = await handOver()
      const { got, history } = reader(leader, othersSee)
      await got()
      later(2)
      await give()
      await got()
      later(3)
      await visitsOf(committee).change(id, { state: 'confirmed', note: 'Kín' })
      const read = await history()
      expect(read).toContain(t.changedSince)
      expect(read).not.toContain(vi.schedule.states.confirmed)
      expect(read).not.toContain('Kín')
    },
  )

  it('does not hear why the other team’s people changed it afterwards', async () => {
    const { id, give } = await handOver({ reason: 'Theo phân công' })
    const { got } = reader(leader, 'dates')
    await got()
    later(2)
    await give()
    later(3)
    await visitsOf(committee).change(id, { place: 'Nơi kín', reason: 'Lý do kín' })
    const [text = ''] = await got()
    expect(text).toContain('Theo phân công')
    expect(text).not.toContain('kín')
  })
})

it('somebody on the team for some days hears that a visit is moved out of them, and not that a team follows itself', async () => {
  const { plan, change, join } = visitsOf(committee)
  await join('7', member, 'member', '2020-06-20', '2020-06-25')
  const { id } = await plan('7', '2020-06-22T08:00')
  const { got } = reader(member, 'none')
  await got()
  later(1)
  await change(id, { starts: at('2020-06-30T08:00') })
  const [text = ''] = await got()
  expect(text).toContain(t.notTheirDay('KT-1', (await unitAt(0)).name, monday))
  expect(text).not.toContain('30/06')
})

describe('a list of imported visits', () => {
  const load = async (...lines: string[]) => {
    const file = sheet('v.csv', 'visit,team,unit,starts,place', ...lines)
    const report = await importVisits(committee.db, file, { now: committee.now(), zone, actor: 'cli' })
    expect(report).toMatchObject({ problems: [], imported: true })
  }

  it('that nobody got tells nothing of what they knew: the next one says that the visits are new', async () => {
    await load('KT-1,3,Bộ Y tế,2020-07-06T08:00,', 'KT-2,3,Sơn La,2020-07-07T08:00,')
    later(1)
    await load('KT-1,3,Bộ Y tế,2020-07-08T08:00,', 'KT-2,3,Sơn La,2020-07-09T08:00,')
    const texts = await reader(leader, 'dates').got()
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('2 chuyến mới')
    expect(texts[0]).not.toContain('trước đây')
  })

  it('says nothing of visits that are as they were known', async () => {
    await load('KT-1,3,Bộ Y tế,2020-07-06T08:00,', 'KT-2,3,Sơn La,2020-07-07T08:00,')
    const { got } = reader(leader, 'dates')
    await got()
    later(1)
    await load('KT-1,3,Bộ Y tế,2020-07-08T08:00,', 'KT-2,3,Sơn La,2020-07-09T08:00,')
    later(2)
    await load('KT-1,3,Bộ Y tế,2020-07-06T08:00,', 'KT-2,3,Sơn La,2020-07-07T08:00,')
    expect(await got()).toEqual([])
  })

  it('says nothing to whoever has left the team before it went', async () => {
    await load('KT-1,3,Bộ Y tế,2020-07-06T08:00,', 'KT-2,3,Sơn La,2020-07-07T08:00,')
    await committee.db.duty.updateMany({ where: { person: { key: leader } }, data: { toDay: '2020-06-15' } })
    expect(await reader(leader, 'none').got()).toEqual([])
  })

  it('names the unit that was known to a team that has lost the visit', async () => {
    await load('KT-1,3,Bộ Y tế,2020-07-06T08:00,', 'KT-2,3,Sơn La,2020-07-07T08:00,')
    const { got } = reader(leader, 'none')
    await got()
    later(1)
    await load('KT-1,5,Phú Thọ,2020-07-06T08:00,Kín', 'KT-2,3,Sơn La,2020-07-09T08:00,')
    const [text = ''] = await got()
    expect(text).toContain(`Bộ Y tế`)
    expect(text).toContain(vi.importedVisits.leaves(three))
    expect(text).not.toContain('Phú Thọ')
  })
})

describe('where others’ visits are not to be known', () => {
  const ask = async (intent: Intent) => {
    const app = createApp({ ...committee.host, othersSee: 'none', wake: () => undefined })
    return textOf((await app.receive(committee.inbound(leader, { kind: 'pressed', intent }))).reply)
  }
  const unit = async () => (await committee.db.unit.findUniqueOrThrow({ where: { name: 'Bộ Y tế' } })).id

  it('nobody is told that there is none: the answer is the same with one and without', async () => {
    const questions: Intent[] = [
      { kind: 'schedule.show', team: '5' },
      { kind: 'schedule.show', unit: await unit() },
      { kind: 'schedule.show', from: '2020-06-20', to: '2020-06-30' },
      { kind: 'schedule.show', next: true },
      { kind: 'schedule.show' },
      { kind: 'team.show', team: '5' },
      { kind: 'visit.show', unit: await unit() },
      { kind: 'visit.show', number: 1 },
    ]
    const before = await Promise.all(questions.map(ask))
    await planVisit(committee, '5', 'Bộ Y tế', '2020-06-22T08:00')
    expect(await Promise.all(questions.map(ask))).toEqual(before)
    for (const text of before.slice(0, 6)) expect(text).toContain(vi.schedule.noneShown)
  })

  it('what is shown of one’s own is said to be that, and one’s own team is answered for in full', async () => {
    await planVisit(committee, '3', 'Bộ Y tế', '2020-06-22T08:00')
    expect(await ask({ kind: 'schedule.show' })).toContain(vi.schedule.ownOnly)
    expect(await ask({ kind: 'schedule.show', team: '3' })).not.toContain(vi.schedule.ownOnly)
    expect(await ask({ kind: 'schedule.show', mine: true })).not.toContain(vi.schedule.ownOnly)
  })

  it('a request of somebody else is refused as one that is none', async () => {
    const id = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const values = { day: '2020-06-23', time: '08:00', endDay: '', endTime: '', reason: 'bận' }
    await committee.act('sample-td1', { kind: 'filled', intent: { kind: 'move.ask', visit: id, revision: 1 }, values })
    const request = await committee.db.moveRequest.findFirstOrThrow()
    const none = vi.refusals['no-such-request']({})
    expect(await ask({ kind: 'move.withdraw', request: request.id })).toContain(none)
    expect(await ask({ kind: 'move.withdraw', request: id })).toContain(none)
  })
})
