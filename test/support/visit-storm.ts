import fc from 'fast-check'
import { expect } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { previousWorkingDay, workingDayUpTo } from '../../src/calendar/working-days.ts'
import { addDays, dayIn, timeIn, toInstant } from '../../src/calendar/zoned.ts'
import type { Message } from '../../src/contract/message.ts'
import { VisitsDueNotification } from '../../src/nudges/visits/visits-due-notification.ts'
import { buttonsOf, type Committee, zone } from './committee.ts'
import { visitsOf } from './visits.ts'

/** Who sits on which team, where they live, and who leads: two lead the second team, one sits on both. */
const teams = {
  '1': { leaders: ['sample-td1'], members: ['sample-tvd1', 'sample-tvd3'] },
  '2': { leaders: ['sample-td2', 'sample-td3'], members: ['sample-tvd2', 'sample-tvd1'] },
} as const
const zones: Readonly<Record<string, string>> = { 'sample-tvd1': 'America/New_York', 'sample-td3': 'Europe/Paris' }
const people = [...new Set(Object.values(teams).flatMap(({ leaders, members }) => [...leaders, ...members]))]

type TeamKey = keyof typeof teams
const team = fc.constantFrom<TeamKey>('1', '2')
const visit = fc.nat(4)
/** Few, so that several visits are due at once. */
const ahead = fc.constantFrom(0, 1, 2, 8, 9, 12)
const time = fc.constantFrom('00:30', '08:00', '10:00', '23:30')

export const visitDeed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ visits: fc.constant('plan'), team, ahead, time }) },
  { weight: 3, arbitrary: fc.record({ visits: fc.constant('move'), visit, ahead, time }) },
  { weight: 1, arbitrary: fc.record({ visits: fc.constant('hand-over'), visit, team }) },
  { weight: 6, arbitrary: fc.record({ visits: fc.constantFrom('cancel', 'confirm', 'report', 'note'), visit }) },
  // Two people at once, of whom one or both come through.
  { weight: 2, arbitrary: fc.record({ visits: fc.constant('both'), visit, ahead, time }) },
  { weight: 1, arbitrary: fc.record({ visits: fc.constant('leave'), who: fc.nat(people.length - 1), ahead }) },
)
export type VisitDeed = typeof visitDeed extends fc.Arbitrary<infer T> ? T : never

/** A visit as the storm knows it, beside the committee. */
type Known = {
  readonly id: string
  readonly code: string
  team: TeamKey
  starts: Date
  state: 'planned' | 'confirmed' | 'done' | 'cancelled'
  setAt: Date
  /** Where and when it was before: what was told then is not told again. */
  readonly before: Set<string>
}

/** Visits of two teams in the storm of nudges: what people do with them, and what may be said of them and what must. */
export async function openVisitStorm(committee: Committee) {
  const { db } = committee
  const { plan, change, join, away, team: teamOf } = visitsOf(committee)
  await join('2', 'sample-td3', 'leader', null, null)
  await join('2', 'sample-tvd1', 'member', null, null)
  await join('1', 'sample-tvd3', 'member', null, null)
  for (const [key, timeZone] of Object.entries(zones)) await db.person.update({ where: { key }, data: { timeZone } })
  const visits: Known[] = []
  const leaves: { readonly key: string; readonly from: string; readonly to: string }[] = []
  const told = new Map<string, string[]>()

  const live = (nth: number) => {
    const all = visits.filter(({ state }) => state === 'planned' || state === 'confirmed')
    return all[nth % Math.max(all.length, 1)]
  }
  const placeOf = ({ team: key, starts }: Known) => `${key} ${starts.toISOString()}`
  const endsOf = ({ starts }: Known) => {
    const evening = toInstant(dayIn(starts, zone), '17:00', zone)
    return evening > starts ? evening : new Date(starts.getTime() + 3_600_000)
  }
  const zoneOf = (key: string) => zones[key] ?? zone
  const isAway = (key: string, day: string) => leaves.some((one) => one.key === key && one.from <= day && day <= one.to)
  const on = (key: string, of: TeamKey) => [...teams[of].leaders, ...teams[of].members].some((one) => one === key)
  const leads = (key: string, of: TeamKey) => teams[of].leaders.some((one) => one === key)
  const isOnlyLeader = (key: string, of: TeamKey) => leads(key, of) && teams[of].leaders.length === 1

  /** Takes over what the committee has made of a change. */
  async function follow(known: Known): Promise<void> {
    const row = await db.visit.findUniqueOrThrow({ where: { id: known.id }, include: { team: true } })
    const was = placeOf(known)
    const state = (['planned', 'confirmed', 'done', 'cancelled'] as const).find((one) => one === row.state) ?? 'planned'
    Object.assign(known, { state, starts: row.starts, team: row.team.key })
    if (placeOf(known) === was) return
    known.before.add(was)
    known.setAt = committee.now()
  }

  async function carryOut(deed: VisitDeed): Promise<void> {
    const now = committee.now()
    const startOf = (days: number, clock: string) => toInstant(addDays(dayIn(now, zone), days), clock, zone)
    if ('who' in deed) {
      const key = people[deed.who] ?? 'sample-td1'
      const [from, to] = [dayIn(now, zone), addDays(dayIn(now, zone), deed.ahead)]
      leaves.push({ key, from, to })
      return await away(key, from, to)
    }
    if (deed.visits === 'plan' && 'team' in deed && 'time' in deed) {
      const starts = startOf(deed.ahead, deed.time)
      const local = new Date(starts.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
      if (visits.length === 8) return
      const { id, code } = await plan(deed.team, local)
      visits.push({ id, code, team: deed.team, starts, state: 'planned', setAt: now, before: new Set() })
      return
    }
    if (!('visit' in deed)) return
    const known = live(deed.visit)
    if (known === undefined) return
    const { id } = known
    if ('time' in deed) {
      const starts = startOf(deed.ahead, deed.time)
      const other = { state: deed.ahead % 2 === 0 ? 'cancelled' : 'confirmed' } as const
      if (deed.visits === 'both') await Promise.all([change(id, { starts }), change(id, other), change(id, { starts })])
      else await change(id, { starts })
    }
    if ('team' in deed) await change(id, { teamId: (await teamOf(deed.team)).id })
    if (deed.visits === 'cancel') await change(id, { state: 'cancelled' })
    if (deed.visits === 'confirm') await change(id, { state: 'confirmed' })
    if (deed.visits === 'note') await change(id, { note: `Ghi chú ${now.toISOString()}` })
    if (deed.visits === 'report' && known.starts <= now) await change(id, { state: 'done', report: 'Đã xong' })
    await follow(known)
  }

  /** Of a reminder that is being sent; `counts`: it has arrived, or may have. `doubted`: so it may come again. */
  async function check(
    { key, user, message }: { readonly key: string; readonly user: string; readonly message: Message },
    counts: boolean,
    doubted: (key: string) => boolean,
  ): Promise<void> {
    const now = committee.now()
    const said = `${key} to ${user} at ${now.toISOString()}`
    const day = dayIn(now, zoneOf(user))
    const clock = timeIn(now, zoneOf(user))
    expect(isWorkingDay(VIETNAM, day) && clock >= '08:00' && clock < '17:00', `within office hours: ${said}`).toBe(true)
    const row = await db.outbox.findUniqueOrThrow({ where: { key } })
    const { entries } = VisitsDueNotification.parse(JSON.parse(row.letter))
    const shown = intentsOf(message).flatMap((intent) => (intent.kind === 'visit.show' ? [intent.visit] : []))
    expect(shown.length, `about something: ${said}`).toBeGreaterThan(0)
    for (const id of shown) {
      const known = visits.find((one) => one.id === id)
      const entry = entries.find((one) => one.visit === id)
      if (known === undefined || entry === undefined) throw new Error(`a visit that is none: ${said}`)
      const { step } = entry
      expect(known.state, `still to be: ${said}`).toMatch(/planned|confirmed/)
      expect(on(user, known.team), `on the team: ${said}`).toBe(true)
      expect(entry.starts, `as it stands: ${said}`).toBe(known.starts.toISOString())
      if (step === 'report')
        expect(now >= endsOf(known) && leads(user, known.team), `its leaders, after it: ${said}`).toBe(true)
      else expect(now < known.starts, `not begun: ${said}`).toBe(true)
      if (isAway(user, day))
        expect(step !== 'T-7' && isOnlyLeader(user, known.team), `not on leave: ${said}`).toBe(true)
      if (!counts) continue
      const once = `${id} ${entry.starts} ${step} ${user}`
      const before = told.get(once) ?? []
      expect(
        before.filter((one) => one !== key || !doubted(one)),
        `once: ${said}`,
      ).toEqual([])
      told.set(once, [...before, key])
    }
  }

  /** At a moment at which everything ran and nothing failed: nobody has missed the day before. */
  function checkMissed(): void {
    const now = committee.now()
    for (const known of visits)
      for (const key of people) {
        const where = zoneOf(key)
        const day = dayIn(now, where)
        const clock = timeIn(now, where)
        const atWork = isWorkingDay(VIETNAM, day) && clock >= '08:00' && clock < '17:00'
        const waits = known.state === 'planned' || known.state === 'confirmed'
        if (!atWork || !waits || now >= known.starts || !on(key, known.team) || known.before.has(placeOf(known)))
          continue
        let last = workingDayUpTo(VIETNAM, addDays(dayIn(known.starts, zone), -1))
        while (toInstant(last, '08:30', where) >= known.starts) last = previousWorkingDay(VIETNAM, last)
        const at = toInstant(last, '08:30', where)
        if (at <= known.setAt || now < at || leaves.some((one) => one.key === key)) continue
        const had = told.has(`${known.id} ${known.starts.toISOString()} T-1 ${key}`)
        expect(had, `${known.code} on the day before: ${key} at ${now.toISOString()}`).toBe(true)
      }
  }

  /** What a card that was sent asks for, once everything has settled. */
  async function checkCard(user: string, message: Message): Promise<void> {
    for (const intent of intentsOf(message)) {
      if (intent.kind !== 'visit.confirm' && intent.kind !== 'visit.report.form') continue
      const known = visits.find((one) => one.id === intent.visit)
      if (known === undefined) throw new Error(`a card about no visit of ${user}`)
      const row = await db.visit.findUniqueOrThrow({ where: { id: known.id } })
      const said = `a card of ${user} asks: ${message.text}`
      expect(leads(user, known.team), said).toBe(true)
      if (intent.kind === 'visit.report.form') expect(known.state, said).toMatch(/planned|confirmed/)
      else expect([known.state, intent.revision], said).toEqual(['planned', row.revision])
    }
  }

  return { carryOut, check, checkMissed, checkCard }
}

const intentsOf = (message: Message) => buttonsOf(message).flatMap((one) => ('intent' in one ? [one.intent] : []))
