import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { nextWorkingDay, previousWorkingDay, workingDayUpTo } from '../../src/calendar/working-days.ts'
import { addDays, dayIn, timeIn, toInstant } from '../../src/calendar/zoned.ts'
import type { Delivery } from '../../src/contract/adapter.ts'
import type { Message } from '../../src/contract/message.ts'
import { NudgeNotification } from '../../src/nudges/ladder/nudge-notification.ts'
import { deliverDue } from '../../src/outbox/delivery/deliver.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  buttonsOf,
  coordinator,
  formOf,
  messageOf,
  openCommittee,
  openRoundOn,
  zone,
} from '../support/committee.ts'
import { type FakeCall, fakeAdapter } from '../support/fake-adapter.ts'
import { openVisitStorm, visitDeed } from '../support/visit-storm.ts'

/*
 * The whole committee over some weeks of a year, as the platform sees it: whatever people, clocks, faults and replicas do,
 * in any order, what was really sent keeps the rules of docs/nudging.md. What is known here is kept beside the committee,
 * not read from it.
 */

const members = [
  { key: 'sample-tv-byt', zone },
  { key: 'sample-tv-btc', zone: 'Europe/Paris' },
  { key: 'sample-tv-bca', zone: 'America/New_York' },
] as const
const delegate = 'sample-td1'
const items = ['ND-DLCN', 'CL-CPDT', 'DA-KNDL'] as const

const who = fc.nat(members.length - 1)
const which = fc.nat(items.length - 1)
const ahead = fc.integer({ min: 1, max: 18 })
const dueTime = fc.constantFrom('17:00', '00:30', '08:00', '23:45')
const fault = fc.constantFrom<Delivery>(
  { status: 'later', afterMs: 20 * 60_000, why: 'busy' },
  { status: 'later', afterMs: 10 * 3_600_000, why: 'out of order' },
  { status: 'unsure', why: 'lost answer' },
)
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('days'), days: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hours'), hours: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hours'), hours: fc.integer({ min: -50, max: -1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep'), days: fc.integer({ min: 5, max: 25 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open'), which, ahead, dueTime, late: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer'), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('extend'), which, ahead, dueTime }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close', 'withdraw'), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave'), who, ahead }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('snooze'), who, which, days: fc.constantFrom(1, 3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remind') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('faults'), faults: fc.array(fault, { minLength: 1, maxLength: 6 }) }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('visits'), deed: visitDeed, unsent: fc.boolean() }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

type Round = {
  readonly id: string
  readonly item: string
  dueAt: Date
  setAt: Date
  readonly late: boolean
  state: 'open' | 'closed' | 'withdrawn'
  readonly answered: Set<string>
}
/** What was sent for one member about one deadline. */
type Nudged = {
  readonly key: string
  readonly at: Date
  readonly day: string
  readonly last: boolean
  readonly delegate: boolean
}

async function openStorm() {
  const committee = await openCommittee()
  const { db } = committee
  const ids = new Map<string, string>()
  for (const { key } of [...members, { key: delegate }])
    ids.set(key, (await db.person.findUniqueOrThrow({ where: { key } })).id)
  const idOf = (key: string) => ids.get(key) ?? ''
  for (const one of members)
    if (one.zone !== zone) await db.person.update({ where: { key: one.key }, data: { timeZone: one.zone } })
  await db.delegation.create({
    data: {
      id: randomUUID(),
      personId: idOf(members[0].key),
      takerId: idOf(delegate),
      rights: '["draft"]',
      itemId: null,
      fromDay: '2020-01-01',
      toDay: '2021-12-31',
      at: committee.now(),
    },
  })
  const visits = await openVisitStorm(committee)
  let now = new Date('2020-04-13T02:00:00Z')
  const rounds: Round[] = []
  const leaves: { readonly key: string; readonly from: string; readonly to: string }[] = []
  const nudged = new Map<string, Nudged[]>()
  const faults: Delivery[] = []
  const cards = new Map<string, { readonly user: string; readonly key: string; message: Message }>()
  const tries = new Map<string, number>()
  const doubted = new Map<string, number>()
  let failed = false
  const broken: unknown[] = []
  const local = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
  const set = (at: Date) => {
    now = at
    committee.setClock(local(at))
  }
  const open = (round: Round) => round.state === 'open' && (now < round.dueAt || round.late)
  const live = (item: string) => rounds.find((round) => round.item === item && open(round))

  async function sent(call: FakeCall): Promise<Delivery> {
    const delivery: Delivery = faults.shift() ?? { status: 'sent', ref: `${call.to.user}-${randomUUID()}` }
    if (delivery.status !== 'sent') failed = true
    if (call.what === 'update') {
      const card = cards.get(call.ref)
      if (card !== undefined && delivery.status === 'sent') card.message = call.message
      return delivery
    }
    if (delivery.status === 'sent')
      cards.set(delivery.ref ?? '', { user: call.to.user, key: call.key, message: call.message })
    if (delivery.status !== 'later') tries.set(call.key, (tries.get(call.key) ?? 0) + 1)
    if (delivery.status === 'unsure') doubted.set(call.key, (doubted.get(call.key) ?? 0) + 1)
    try {
      if (call.key.startsWith('letter:nudge:')) await checkNudge(call, delivery)
      if (call.key.startsWith('remind:')) checkReminder(call)
      if (call.key.startsWith('letter:visit:'))
        await visits.check({ ...call, user: call.to.user }, delivery.status !== 'later', (key) => doubted.has(key))
    } catch (error) {
      broken.push(error)
    }
    return delivery
  }

  async function checkNudge(call: FakeCall & { readonly key: string }, delivery: Delivery): Promise<void> {
    const { user } = call.to
    const said = `${call.key} to ${user} at ${now.toISOString()}`
    const place = members.find((one) => one.key === user)?.zone ?? zone
    const day = dayIn(now, place)
    const time = timeIn(now, place)
    expect(isWorkingDay(VIETNAM, day) && time >= '08:00' && time < '17:00', `within office hours: ${said}`).toBe(true)
    const row = await db.outbox.findUniqueOrThrow({ where: { key: call.key } })
    const asked = buttonsOf(call.message).flatMap((one) =>
      'intent' in one && one.intent.kind === 'opinion.save.form' ? [one.intent] : [],
    )
    expect(asked.length, `asks for something: ${said}`).toBeGreaterThan(0)
    const { entries } = NudgeNotification.parse(JSON.parse(row.letter))
    for (const intent of asked) {
      const round = rounds.find((one) => one.id === intent.round)
      if (round === undefined) throw new Error(`a round that is none: ${said}`)
      const holder = members.find((one) => idOf(one.key) === (intent.for ?? idOf(user)))
      if (holder === undefined) throw new Error(`nobody's seat: ${said}`)
      expect(open(round), `open: ${said}`).toBe(true)
      expect(round.answered.has(holder.key), `not answered: ${said}`).toBe(false)
      const entry = entries.find((one) => one.round === round.id && one.for === intent.for)
      expect(entry?.due, `the deadline that stands: ${said}`).toBe(round.dueAt.toISOString())
      const last = entry?.last === true
      const away = leaves.some((one) => one.key === user && one.from <= day && day <= one.to)
      if (away) expect(last, `on leave only the last step: ${said}`).toBe(true)
      if (user === delegate)
        expect(last && holder.key === members[0].key, `a delegate is told last: ${said}`).toBe(true)
      if (last) {
        // No working morning is left before the deadline.
        const next = toInstant(nextWorkingDay(VIETNAM, dayIn(now, holder.zone)), '08:30', holder.zone)
        expect(next >= round.dueAt, `the last step: ${said}`).toBe(true)
      }
      if (delivery.status === 'later') continue
      const key = `${round.id} ${round.dueAt.toISOString()} ${holder.key}`
      const before = nudged.get(key) ?? []
      const again = before.filter((one) => one.day === day && one.delegate === (user === delegate))
      if (!again.some((one) => one.key === call.key && doubted.has(one.key)))
        expect(
          again.map((one) => one.key),
          `once a day: ${said}`,
        ).toEqual([])
      nudged.set(key, [...before, { key: call.key, at: now, day, last, delegate: user === delegate }])
    }
  }

  function checkReminder(call: FakeCall): void {
    const place = members.find((one) => one.key === call.to.user)?.zone ?? zone
    const time = timeIn(now, place)
    expect(time >= '06:00' && time < '21:00', `awake: ${call.to.user} ${now.toISOString()}`).toBe(true)
    for (const one of buttonsOf(call.message)) {
      if (!('intent' in one) || one.intent.kind !== 'opinion.save.form') continue
      const { round: id } = one.intent
      const round = rounds.find((other) => other.id === id)
      if (round === undefined) throw new Error('a round that is none')
      expect(open(round) && !round.answered.has(call.to.user), 'reminded of what is missing').toBe(true)
    }
  }

  const chat = fakeAdapter('web', sent)
  const adapters = new Map([[chat.name, chat]])
  const deliver = (worker: string) => deliverDue({ ...committee.host, adapters, worker, pace: createPace(adapters) })

  /** A minute of the committee: two replicas plan and send at once. */
  async function minute(): Promise<void> {
    failed = false
    await committee.settle()
    await Promise.all([committee.nudge(), committee.nudge()])
    await Promise.all([deliver('a'), deliver('b')])
    if (broken.length > 0) throw broken[0]
    const left = await db.outbox.count({
      where: { status: { in: ['waiting', 'unsure'] }, letter: { contains: 'nudge' } },
    })
    if (!failed && left === 0) checkLast()
    const visitsLeft = await db.outbox.count({
      where: { status: { in: ['waiting', 'unsure'] }, letter: { contains: 'visits-due' } },
    })
    if (!failed && visitsLeft === 0) visits.checkMissed()
  }

  /** At a moment at which everything ran and nothing failed: nobody has missed the last step. */
  function checkLast(): void {
    for (const round of rounds)
      for (const one of members) {
        const day = dayIn(now, one.zone)
        const atWork = isWorkingDay(VIETNAM, day) && timeIn(now, one.zone) >= '08:00' && timeIn(now, one.zone) < '17:00'
        if (!atWork || !open(round) || now >= round.dueAt || round.answered.has(one.key)) continue
        let last = workingDayUpTo(VIETNAM, dayIn(round.dueAt, zone))
        while (toInstant(last, '08:30', one.zone) >= round.dueAt) last = previousWorkingDay(VIETNAM, last)
        const at = toInstant(last, '08:30', one.zone)
        if (at <= round.setAt || now < at) continue
        const key = `${round.id} ${round.dueAt.toISOString()} ${one.key}`
        const had = (nudged.get(key) ?? []).some((each) => each.last && !each.delegate)
        expect(had, `the last step of ${one.key} at ${now.toISOString()}`).toBe(true)
      }
  }

  async function change(round: Round, kind: 'extend' | 'close' | 'withdraw', values: Record<string, string> = {}) {
    const form = formOf(
      await committee.press(coordinator, { kind: 'round.change.form', round: round.id, change: kind }),
    )
    const reply = await committee.fill(coordinator, form, { ...values, reason: 'theo quy chế' })
    return reply.kind === 'message'
  }

  async function carryOut(one: Deed): Promise<void> {
    switch (one.do) {
      case 'hours':
        return set(new Date(now.getTime() + ('hours' in one ? one.hours : 0) * 3_600_000))
      case 'days':
        // Just after the office opens, after the ladder's time, and when others abroad are at work.
        for (let day = 0; 'days' in one && day < one.days; day += 1) {
          const today = addDays(dayIn(now, zone), 1)
          for (const time of ['08:05', '08:31', '14:40', '20:31']) {
            set(toInstant(today, time, zone))
            await minute()
          }
        }
        return
      case 'visits':
        if (!('deed' in one)) return
        // What is due that morning is planned before the change, and sent after it.
        if (one.unsent) {
          set(toInstant(nextWorkingDay(VIETNAM, dayIn(now, zone)), '08:31', zone))
          await Promise.all([committee.nudge(), committee.nudge()])
        }
        return await visits.carryOut(one.deed)
      case 'sleep':
        return set(new Date(now.getTime() + ('days' in one ? one.days : 0) * 86_400_000))
      case 'faults':
        if ('faults' in one) faults.push(...one.faults)
        return
      case 'open': {
        if (!('late' in one)) return
        const item = items[one.which] ?? items[0]
        if (live(item) !== undefined) return
        await committee.settle()
        const day = addDays(dayIn(now, zone), one.ahead)
        const id = await openRoundOn(committee, item, {
          day,
          time: one.dueTime,
          asked: 'named',
          names: members.map(({ key }) => key).join('\n'),
          late: one.late ? 'accept' : 'refuse',
        })
        const dueAt = toInstant(day, one.dueTime, zone)
        rounds.push({ id, item, dueAt, setAt: now, late: one.late, state: 'open', answered: new Set() })
        return
      }
      case 'leave': {
        if (!('ahead' in one) || !('who' in one)) return
        const key = members[one.who]?.key ?? members[0].key
        const [from, to] = [dayIn(now, zone), addDays(dayIn(now, zone), one.ahead)]
        leaves.push({ key, from, to })
        await db.absence.create({ data: { id: randomUUID(), personId: idOf(key), fromDay: from, toDay: to, at: now } })
        return
      }
      case 'remind': {
        const preview = await committee.type(coordinator, 'nhắc tất cả')
        if (preview.kind !== 'message') return
        const send = buttonsOf(messageOf(preview)).find(
          (each) => 'intent' in each && each.intent.kind === 'reminder.send',
        )
        if (send !== undefined && 'intent' in send) await committee.press(coordinator, send.intent)
        return
      }
    }
    if (!('which' in one)) return
    const round = live(items[one.which] ?? items[0])
    if (round === undefined) return
    if (one.do === 'answer' && 'who' in one) {
      const key = members[one.who]?.key ?? members[0].key
      await answerRound(committee, key, round.id, { position: 'agree' })
      round.answered.add(key)
    }
    if (one.do === 'snooze' && 'who' in one && 'days' in one)
      await committee.press(members[one.who]?.key ?? members[0].key, {
        kind: 'nudge.snooze',
        round: round.id,
        days: one.days === 1 ? 1 : 3,
      })
    if (one.do === 'extend' && 'ahead' in one) {
      const from = round.dueAt > now ? round.dueAt : now
      const day = addDays(dayIn(from, zone), one.ahead)
      const time = 'dueTime' in one ? one.dueTime : '17:00'
      if (await change(round, 'extend', { day, time }))
        Object.assign(round, { dueAt: toInstant(day, time, zone), setAt: now })
    }
    if (one.do === 'close' && (await change(round, 'close'))) round.state = 'closed'
    if (one.do === 'withdraw' && (await change(round, 'withdraw'))) round.state = 'withdrawn'
  }

  async function checkEnd(): Promise<void> {
    for (const [key, count] of tries) expect(count, key).toBeLessThanOrEqual(1 + (doubted.get(key) ?? 0))
    const soon = new Date(now.getTime() + 7 * 86_400_000)
    // A report that a clock running ahead has asked for waits for the end of the visit, however far back it was set.
    const stuck = {
      NOT: { why: 'the visit has not ended' },
      OR: [{ notBefore: { lte: now } }, { notBefore: { gt: soon } }],
    }
    const waiting = await db.outbox.findMany({ where: { status: { in: ['waiting', 'sending'] }, ...stuck } })
    expect(waiting.map((row) => [row.key, row.why, row.notBefore])).toEqual([])
    for (const { user, key, message } of cards.values())
      if (key.startsWith('letter:visit:')) await visits.checkCard(user, message)
    for (const { user, message } of cards.values())
      for (const one of buttonsOf(message)) {
        if (!('intent' in one) || one.intent.kind !== 'opinion.save.form' || !one.label.startsWith(vi.buttons.answer))
          continue
        const { round: id, for: holder = idOf(user) } = one.intent
        const round = rounds.find((other) => other.id === id)
        const key = members.find((other) => idOf(other.key) === holder)?.key ?? ''
        expect(
          round !== undefined && open(round) && !round.answered.has(key),
          `a card of ${user} asks: ${message.text}`,
        ).toBe(true)
      }
  }

  return { committee, set, minute, carryOut, checkEnd, now: () => now }
}

it('keeps every promise, whatever people, clocks, faults and replicas do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 30 }), async (deeds) => {
      const storm = await openStorm()
      try {
        storm.set(storm.now())
        for (const one of deeds) {
          await storm.carryOut(one)
          await storm.minute()
        }
        await storm.carryOut({ do: 'days', days: 4 })
        await storm.checkEnd()
      } finally {
        await storm.committee.drop()
      }
    }),
    { numRuns: 6 },
  )
})
