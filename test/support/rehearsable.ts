import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays, toInstant } from '../../src/calendar/zoned.ts'
import type { DigestTime } from '../../src/nudges/digest/digest-time.ts'
import type { Rehearsed } from '../../src/nudges/rehearsal/played.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { openCommittee, zone } from './committee.ts'
import { visitsOf } from './visits.ts'

/*
 * Committees made up for a rehearsal, played for real over some days: a wake-up at every moment at which anything could
 * happen, on every clock there is. What went out is written down as the rehearsal tells it.
 */

const days = 9
const items = ['ND-DLCN', 'CL-CPDT', 'DA-KNDL'] as const
const members = ['sample-tv-byt', 'sample-tv-btc', 'sample-tv-bca'] as const
const takers = ['sample-st-bca', 'sample-td1'] as const
const abroad = ['sample-dp1', 'sample-ct', ...members, ...takers, 'sample-tvd1', 'sample-dp2'] as const
const zones = [zone, 'Europe/Berlin', 'America/New_York'] as const
const times = ['08:30', '10:15', '16:45'] as const

const day = fc.integer({ min: -4, max: days })
const period = fc.tuple(day, fc.nat(6))
const round = fc.record({
  item: fc.nat(items.length - 1),
  opened: fc.integer({ min: 1, max: 200 }),
  due: fc.integer({ min: -3, max: days - 1 }),
  dueTime: fc.constantFrom('17:00', '17:00', '12:00', '00:30', '08:30', '23:45'),
  late: fc.constantFrom('accept', 'accept', 'refuse'),
  silence: fc.constantFrom('none', 'none', 'none', 'deemed'),
  at: fc.constantFrom(...times),
  escalateAfter: fc.integer({ min: 1, max: 2 }),
  draft: fc.boolean(),
  answered: fc.option(fc.nat(members.length - 1), { freq: 1 }),
  snoozed: fc.option(fc.tuple(fc.nat(members.length - 1), fc.integer({ min: 0, max: 4 }))),
})

/** A committee, and the moment at which its rehearsal begins. */
export const tale = fc.record({
  start: fc.record({ day: fc.integer({ min: 0, max: 40 }), hour: fc.nat(23), minute: fc.constantFrom(0, 7, 30) }),
  /** Hours before the beginning at which the process last woke up. */
  before: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 2 }),
  planMade: fc.integer({ min: 0, max: 100 }),
  digest: fc.oneof(
    fc.record({ weekday: fc.integer({ min: 1, max: 5 }), time: fc.constantFrom('08:00', '10:15', '16:45') }),
    fc.constant('off' as const),
  ) satisfies fc.Arbitrary<DigestTime>,
  zones: fc.array(fc.tuple(fc.nat(abroad.length - 1), fc.constantFrom(...zones)), { maxLength: 4 }),
  rounds: fc.uniqueArray(round, { minLength: 1, maxLength: 3, selector: (one) => one.item }),
  leave: fc.array(fc.tuple(fc.constantFrom(...members, 'sample-td1', 'sample-tvd1'), period), { maxLength: 2 }),
  delegations: fc.array(
    fc.record({
      giver: fc.nat(members.length - 1),
      taker: fc.nat(takers.length - 1),
      item: fc.option(fc.nat(items.length - 1)),
      period: fc.tuple(fc.integer({ min: -4, max: 3 }), fc.integer({ min: 1, max: 9 })),
      givenAt: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  roles: fc.array(
    fc.record({
      who: fc.constantFrom(...members, 'sample-dp2', 'sample-ct', 'sample-st-bca'),
      day,
      begins: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  /** Members who leave, and who comes to the same organisation; the day from which, after the last day of the one before. */
  successors: fc.array(
    fc.record({
      giver: fc.nat(members.length - 1),
      last: fc.integer({ min: -2, max: days }),
      gap: fc.integer({ min: 0, max: 3 }),
      zone: fc.constantFrom(...zones),
    }),
    { maxLength: 2 },
  ),
  visits: fc.array(
    fc.record({ team: fc.constantFrom('1', '2'), day: fc.integer({ min: -3, max: 12 }), hour: fc.nat(23) }),
    { maxLength: 3 },
  ),
})
export type Tale = typeof tale extends fc.Arbitrary<infer T> ? T : never

const hours = (count: number) => count * 3_600_000

/** Makes the committee of a tale, up to the moment at which the rehearsal begins. */
export async function openTale(told: Tale) {
  const committee = await openCommittee()
  const { db } = committee
  const first = addDays('2020-05-25', told.start.day)
  const [hour, minute] = [told.start.hour, told.start.minute].map((count) => String(count).padStart(2, '0'))
  const start = toInstant(first, `${hour}:${minute}`, zone)
  const ago = (count: number) => new Date(start.getTime() - hours(count))
  const ids = new Map((await db.person.findMany()).map((person) => [person.key, person.id]))
  const idOf = (key: string) => ids.get(key) ?? ''
  const itemIds = new Map((await db.workItem.findMany()).map((item) => [item.key, item.id]))
  const itemOf = (at: number) => itemIds.get(items[at] ?? '') ?? ''

  await db.plan.updateMany({ data: { createdAt: ago(told.planMade) } })
  for (const [who, timeZone] of told.zones)
    await db.person.update({ where: { key: abroad[who] ?? '' }, data: { timeZone } })
  for (const one of told.rounds) await openRound(one)
  for (const [who, [from, length]] of told.leave)
    await db.absence.create({
      data: { id: randomUUID(), personId: idOf(who), at: ago(90), ...span(first, from, length) },
    })
  for (const { giver, taker, item, period, givenAt } of told.delegations)
    await db.delegation.create({
      data: {
        id: randomUUID(),
        personId: idOf(members[giver] ?? ''),
        takerId: idOf(takers[taker] ?? ''),
        rights: '["draft"]',
        itemId: item === null ? null : itemOf(item),
        at: ago(givenAt),
        ...span(first, ...period),
      },
    })
  for (const { who, day, begins } of told.roles)
    await db.role.updateMany({
      where: { personId: idOf(who) },
      data: begins ? { fromDay: addDays(first, day) } : { toDay: addDays(first, day) },
    })
  for (const [at, { giver, last, gap, zone: timeZone }] of told.successors.entries()) {
    const id = idOf(members[giver] ?? '')
    await db.role.updateMany({ where: { personId: id, role: 'member' }, data: { toDay: addDays(first, last) } })
    const { organisation } = await db.person.findUniqueOrThrow({ where: { id }, select: { organisation: true } })
    const key = `ke-nhiem-${at + 1}`
    await db.person.create({
      data: {
        ...{ id: randomUUID(), key, name: key, organisation, timeZone, sample: true, createdAt: ago(90) },
        roles: { create: { id: randomUUID(), role: 'member', fromDay: addDays(first, last + 1 + gap) } },
        accounts: { create: { id: randomUUID(), platform: 'web', tenant: 'local', user: key } },
      },
    })
  }
  setTo(ago(80))
  for (const { team, day, hour } of told.visits)
    await visitsOf(committee).plan(team, `${addDays(first, day)}T${String(hour).padStart(2, '0')}:00`)
  // What told of all that has gone out before; and the rules were at work, perhaps.
  await committee.deliver()
  for (const count of told.before.toSorted((a, b) => b - a)) await wake(ago(count))
  setTo(start)

  async function openRound(one: Tale['rounds'][number]): Promise<void> {
    const id = randomUUID()
    const openedAt = ago(one.opened)
    const dueAt = toInstant(addDays(first, one.due), one.dueTime, zone)
    if (dueAt <= openedAt) return
    const ladder = { before: [7, 3, 1, 0], overdueEvery: 1, overdueMost: 3, escalateAfter: one.escalateAfter }
    await db.round.create({
      data: {
        id,
        itemId: itemOf(one.item),
        number: 1,
        liveKey: itemOf(one.item),
        draftVersion: 1,
        draftUrl: one.draft ? 'https://example.vn/du-thao' : null,
        openedAt,
        dueAt,
        dueRule: 'set',
        ladder: JSON.stringify({ ...ladder, at: one.at }),
        late: one.late,
        silence: one.silence,
        positions: '["agree","disagree"]',
        askedCount: members.length,
        state: 'open',
      },
    })
    await db.asked.createMany({ data: members.map((key) => ({ roundId: id, personId: idOf(key) })) })
    if (one.answered !== null)
      await db.opinion.create({
        data: {
          id: randomUUID(),
          roundId: id,
          personId: idOf(members[one.answered] ?? ''),
          version: 1,
          position: 'agree',
          body: '',
          draftVersion: 1,
          receipt: randomUUID(),
          at: openedAt,
          late: false,
        },
      })
    if (one.snoozed !== null) {
      const [who, after] = one.snoozed
      const personId = idOf(members[who] ?? '')
      await db.snooze.create({ data: { personId, roundId: id, untilDay: addDays(first, after), at: openedAt } })
    }
  }

  function setTo(at: Date): void {
    committee.setClock(new Date(at.getTime() + hours(7)).toISOString().slice(0, 16))
  }

  function context() {
    return { db, now: committee.now(), zone, calendar: VIETNAM, digest: told.digest }
  }

  /** A minute of the process at this moment; gives the messages that went out by their keys. */
  async function wake(at: Date): Promise<readonly string[]> {
    setTo(at)
    await committee.settle()
    await committee.handOver()
    await runNudges(context())
    const waiting = await db.outbox.count({ where: { status: 'waiting', notBefore: { lte: at } } })
    if (waiting === 0) return []
    return (await committee.deliver()).flatMap((call) => (call.what === 'send' ? [call.key] : []))
  }

  /** Every moment of the days that are played at which anything could come up, on anybody's clocks. */
  function moments(): readonly Date[] {
    const at = new Set([start.getTime()])
    const abroad = [...told.zones.map(([, where]) => where), ...told.successors.map((one) => one.zone)]
    const clocks = new Set([zone, ...abroad])
    const fixed = new Set(['00:00', '08:00', ...times, ...(told.digest === 'off' ? [] : [told.digest.time])])
    for (const where of clocks)
      for (let count = -1; count <= days + 1; count += 1)
        for (const time of [...fixed, ...told.rounds.map((one) => one.dueTime)])
          at.add(toInstant(addDays(first, count), time, where).getTime())
    const end = toInstant(addDays(first, days), '00:00', zone).getTime()
    return [...at]
      .filter((one) => one >= start.getTime() && one < end)
      .sort((a, b) => a - b)
      .map((one) => new Date(one))
  }

  /** Plays it for real; gives what went out, a line a message. */
  async function play(): Promise<readonly string[]> {
    const lines: string[] = []
    const codes = new Map((await db.visit.findMany()).map((visit) => [visit.id, `KT-${visit.number}`]))
    const roundItems = await db.round.findMany({ select: { id: true, item: { select: { key: true } } } })
    const keyOf = new Map(roundItems.map((row) => [row.id, row.item.key]))
    for (const now of moments()) {
      for (const key of await wake(now)) {
        const row = await db.outbox.findUniqueOrThrow({ where: { key } })
        const nudges = await db.nudge.findMany({ where: { outboxKey: key }, orderBy: { key: 'asc' } })
        const letter = JSON.parse(row.letter)
        if (letter.kind === 'request') {
          lines.push(line(now, 'request', row.personId, [keyOf.get(letter.round) ?? '']))
          continue
        }
        if (String(letter.kind).startsWith('round-') || letter.kind === 'rounds-due') {
          const about = letter.rounds ?? [letter]
          const named = about.map((one: { round: string }) => keyOf.get(one.round))
          lines.push(line(now, 'deadline', row.personId, named))
          continue
        }
        const [nudge] = nudges
        if (nudge === undefined) continue
        const about = nudges.map((one) => {
          switch (one.kind) {
            case 'visit':
              return `${codes.get(one.subject ?? '')} ${one.step}`
            case 'escalation':
              return keyOf.get(one.roundId ?? '') ?? ''
            case 'digest':
            case 'upcoming':
              return one.step
            default:
              return `${keyOf.get(one.roundId ?? '')} ${one.step}${one.subject === null ? '' : ` for ${one.subject}`}`
          }
        })
        const kind = nudge.kind === 'step' || nudge.kind === 'snooze' ? 'nudge' : nudge.kind
        lines.push(line(now, kind, row.personId, about))
      }
    }
    return lines.sort()
  }

  return { committee, context, play, span: { from: first, to: addDays(first, days - 1) } }
}

function span(first: string, from: number, length: number) {
  return { fromDay: addDays(first, from), toDay: addDays(first, from + length) }
}

const line = (at: Date, kind: string, person: string, about: readonly string[]): string =>
  `${at.toISOString()} ${kind} ${person} ${[...new Set(about)].sort().join()}`

/** A rehearsed message as `play` writes it down. */
export const lineOf = ({ at, kind, person, about, visits = [], step }: Rehearsed): string => {
  switch (kind) {
    case 'digest':
    case 'upcoming':
      return line(at, kind, person, [step ?? ''])
    case 'visit':
      return line(
        at,
        kind,
        person,
        visits.map((one) => `${one.visit} ${one.step}`),
      )
    case 'nudge':
      return line(
        at,
        kind,
        person,
        about.map((one) => `${one.item} ${one.step}${one.for === undefined ? '' : ` for ${one.for}`}`),
      )
    default:
      return line(
        at,
        kind,
        person,
        about.map((one) => one.item),
      )
  }
}
