import { randomUUID } from 'node:crypto'
import { VIETNAM } from '../src/calendar/vietnam.ts'
import type { Input } from '../src/contract/inbound.ts'
import type { Db } from '../src/database/db.ts'
import { openDatabase } from '../src/database/open.ts'
import { loadSample } from '../src/imports/sample/load-sample.ts'
import { createApp } from '../src/requests/receive.ts'
import type { Databases } from './databases.ts'
import { failing, silent } from './servers/given.ts'
import { type Spread, spread } from './statistics.ts'

const zone = 'Asia/Ho_Chi_Minh'
const now = new Date('2020-06-16T02:00:00Z')
const turns = 9
const dayMs = 86_400_000

/** CPU of one answer in a small committee and in a large one, and the ratio of the two, turn by turn. */
export type ScheduleAnswer = {
  readonly database: string
  readonly question: string
  readonly small: Spread
  readonly large: Spread
  readonly ratio: Spread
}

/** How large: visits of the asked team in this year are the same in both, so that both answers say the same. */
const sizes = { small: { visits: 26 }, large: { visits: 1000, people: 500, teams: 100, units: 100 } } as const

/**
 * What an answer about visits costs with 26 visits and with 1,000 visits of 100 teams and 500 people, asked in turn in
 * one process: pressed, which is the query and the card, and typed, which is the understanding as well.
 */
export async function measureSchedules(databases: Databases, runs: number): Promise<readonly ScheduleAnswer[]> {
  const [small, large] = [await open(databases), await open(databases)]
  try {
    await planVisits(small.db, sizes.small.visits)
    await enlarge(large.db)
    await planVisits(large.db, sizes.large.visits)
    const unit = async (db: Db) => (await db.unit.findUniqueOrThrow({ where: { name: 'Bộ Y tế' } })).id
    const [inSmall, inLarge] = [await unit(small.db), await unit(large.db)]
    const pressed = (intent: object): Input => ({ kind: 'pressed', intent: { kind: 'schedule.show', ...intent } })
    const week = { from: '2020-06-15', to: '2020-06-21' }
    const questions: Record<string, readonly [Input, Input]> = {
      'a team': both(pressed({ team: '3' })),
      'my own': both(pressed({ mine: true })),
      'the next one': both(pressed({ mine: true, next: true })),
      'a unit': [pressed({ unit: inSmall }), pressed({ unit: inLarge })],
      'everybody this week': both(pressed(week)),
      'typed: lịch đoàn 3': both({ kind: 'typed', text: 'lịch đoàn 3' }),
      'typed: ai kiểm tra Bộ Y tế': both({ kind: 'typed', text: 'ai kiểm tra Bộ Y tế' }),
    }
    const some = Math.ceil(runs / turns)
    const answers: ScheduleAnswer[] = []
    for (const [question, [of, in_]] of Object.entries(questions)) {
      const samples: { small: number; large: number }[] = []
      for (let turn = 0; turn <= turns; turn += 1) {
        const sample = { small: await cpuOf(small, of, some), large: await cpuOf(large, in_, some) }
        // The first turn warms up.
        if (turn > 0) samples.push(sample)
      }
      answers.push({
        database: databases.name,
        question,
        small: spread(samples.map((one) => one.small)),
        large: spread(samples.map((one) => one.large)),
        ratio: spread(samples.map((one) => one.large / one.small)),
      })
    }
    return answers
  } finally {
    await Promise.all([small.close(), large.close()])
  }
}

const both = (input: Input): readonly [Input, Input] => [input, input]

async function open(databases: Databases) {
  const { db, close } = await openDatabase(await databases.fresh(), silent, 'created')
  await loadSample(db, now)
  const options = {
    db,
    now: () => now,
    zone,
    publicUrl: 'http://127.0.0.1:3978',
    calendar: VIETNAM,
    mustHear: [],
    log: failing,
  }
  const app = createApp({ ...options, locale: 'vi', wake: () => undefined })
  return { db, close, app }
}

async function cpuOf({ app }: Awaited<ReturnType<typeof open>>, input: Input, times: number): Promise<number> {
  const from = { platform: 'web', tenant: 'local', user: 'sample-td3' }
  const before = process.cpuUsage()
  for (let time = 0; time < times; time += 1) {
    const { reply } = await app.receive({ id: randomUUID(), from, audience: 'private', input })
    if (reply.kind !== 'message') throw new Error(`a ${reply.kind} instead of an answer`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

/** More teams with five people each, and more units, beside the sample's. */
async function enlarge(db: Db): Promise<void> {
  const { teams, people, units } = sizes.large
  const plan = await db.plan.findFirstOrThrow()
  const newTeams = Array.from({ length: teams - 11 }, (_, at) => ({
    id: randomUUID(),
    key: String(at + 12),
    name: `Đoàn công tác số ${at + 12}`,
  }))
  const newUnits = Array.from({ length: units - 26 }, (_, at) => ({
    id: randomUUID(),
    name: `Đơn vị mẫu ${at}`,
    kind: 'locality',
  }))
  const newPeople = Array.from({ length: people }, (_, at) => ({
    id: randomUUID(),
    key: `P-${at}`,
    name: `Người ${at}`,
    createdAt: now,
  }))
  await db.team.createMany({ data: newTeams })
  await db.unit.createMany({ data: newUnits })
  await db.planUnit.createMany({
    data: newUnits.map(({ id }, at) => ({ planId: plan.id, unitId: id, position: 27 + at })),
  })
  await db.person.createMany({ data: newPeople })
  await db.duty.createMany({
    data: newPeople.map(({ id }, at) => ({
      id: randomUUID(),
      teamId: newTeams[at % newTeams.length]?.id ?? '',
      personId: id,
      duty: at < newTeams.length ? 'leader' : 'member',
    })),
  })
}

/** The 26 units by the eleven teams from June on, as in the sample; what is more, by the other teams, over six years. */
async function planVisits(db: Db, count: number): Promise<void> {
  const [teams, units] = await Promise.all([db.team.findMany(), db.unit.findMany({ where: { plans: { some: {} } } })])
  const byKey = new Map(teams.map((team) => [team.key, team.id]))
  const others = teams.filter((team) => Number(team.key) > 11)
  const first = units.slice(0, 26)
  const june = Date.UTC(2020, 5, 17, 1)
  const rows = Array.from({ length: count }, (_, at) => {
    const mine = at < first.length
    const teamId = mine ? byKey.get(String((at % 11) + 1)) : others[at % others.length]?.id
    const unitId = mine ? first[at]?.id : units[26 + (at % Math.max(1, units.length - 26))]?.id
    // Another year's are beside the question, and there all the same.
    const starts = new Date(mine ? june + at * dayMs : june - (400 + at * 2) * dayMs)
    return {
      id: randomUUID(),
      number: at + 1,
      year: starts.getUTCFullYear(),
      teamId: teamId ?? '',
      unitId: unitId ?? '',
      starts,
      changedAt: now,
    }
  })
  for (let at = 0; at < rows.length; at += 100) await db.visit.createMany({ data: rows.slice(at, at + 100) })
}
