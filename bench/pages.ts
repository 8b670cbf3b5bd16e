import { randomUUID } from 'node:crypto'
import { VIETNAM } from '../src/calendar/vietnam.ts'
import type { Place } from '../src/contract/place.ts'
import type { Db } from '../src/database/db.ts'
import { openDatabase } from '../src/database/open.ts'
import { createPages } from '../src/desk/read-page.ts'
import { loadSample } from '../src/imports/sample/load-sample.ts'
import { statementsOf } from '../test/support/statements.ts'
import type { Databases } from './databases.ts'
import { failing, silent } from './servers/given.ts'
import { type Latency, latency } from './statistics.ts'

export type PageFigures = {
  readonly database: string
  readonly page: string
  /** Until it is laid out, without the network. */
  readonly ms: Latency
  /** As it goes to a browser, before it is packed. */
  readonly bytes: number
  /** Of SQLite; the same lines run on PostgreSQL. Undefined there. */
  readonly statements: number | undefined
}

const [years, roundsAYear, membersAsked, visits, linesOfLog] = [5, 40, 71, 3000, 40_000]
const firstYear = 2016
const now = new Date('2020-06-24T09:00:00+07:00')
const dayMs = 86_400_000
const words = 'Đề nghị làm rõ phạm vi điều chỉnh và trách nhiệm của cơ quan chủ trì khi xử lý dữ liệu cá nhân.'
const positions = ['agree', 'agree', 'agree-with-comments', 'disagree', 'other'] as const

/** Each page with five years of data behind it: 200 rounds, 14,200 opinions, 3,000 visits. */
export async function measurePages(databases: Databases, runs: number): Promise<readonly PageFigures[]> {
  const { db, close } = await openDatabase(await databases.fresh(), silent, 'created')
  try {
    await loadSample(db, new Date('2020-06-16T09:00:00+07:00'))
    const { open, closed } = await fiveYears(db)
    const { page } = createPages({
      ...{ db, now: () => now, zone: 'Asia/Ho_Chi_Minh', publicUrl: 'http://127.0.0.1:3978', calendar: VIETNAM },
      ...{ locale: 'vi', mustHear: [], log: failing },
    })
    const places: readonly Place[] = [
      { page: 'today' },
      { page: 'rounds' },
      { page: 'round', round: open },
      { page: 'round', round: closed },
      { page: 'remarks', round: closed },
      { page: 'plan' },
      { page: 'visits' },
      { page: 'people' },
      { page: 'history' },
      { page: 'search', find: 'dữ liệu' },
    ]
    const of = { platform: 'web', tenant: 'local', user: 'sample-dp1' }
    const figures: PageFigures[] = []
    for (const place of places) {
      const read = async () => await page(of, place, 'vi')
      const first = await read()
      if (first === undefined) continue
      const counted = databases.name === 'sqlite' ? await statementsOf(read) : undefined
      const took: number[] = []
      for (let run = 0; run < runs; run += 1) {
        const started = performance.now()
        await read()
        took.push(performance.now() - started)
      }
      figures.push({
        database: databases.name,
        page: 'round' in place ? `${place.page} (${place.round === open ? 'open' : 'closed'})` : place.page,
        ms: latency(took),
        bytes: Buffer.byteLength(JSON.stringify(first)),
        statements: counted?.reads.length,
      })
    }
    return figures
  } finally {
    await close()
  }
}

/** Stores the years in big statements; the last eight rounds are open. */
async function fiveYears(db: Db): Promise<{ readonly open: string; readonly closed: string }> {
  const people = Array.from({ length: membersAsked }, (_, at) => ({ id: randomUUID(), key: `bench-${at}` }))
  await db.person.createMany({
    data: people.map(({ id, key }, at) => ({
      ...{ id, key, name: `Ủy viên ${at}`, organisation: `Bộ ${at}`, createdAt: now },
    })),
  })
  await db.role.createMany({
    data: people.map(({ id }) => ({ id: randomUUID(), personId: id, role: 'member', fromDay: `${firstYear}-01-01` })),
  })
  await db.account.createMany({
    data: people.map(({ id, key }) => ({
      ...{ id: randomUUID(), personId: id, platform: 'web', tenant: 'local', user: key, seenAt: now },
    })),
  })
  const count = years * roundsAYear
  const rounds = Array.from({ length: count }, (_, at) => ({ id: randomUUID(), item: randomUUID(), at }))
  for (let year = firstYear; year < firstYear + years; year += 1)
    if ((await db.plan.count({ where: { year } })) === 0)
      await db.plan.create({
        data: { id: `plan-${year}`, year, title: `Kế hoạch ${year}`, source: '{}', createdAt: now },
      })
  const plans = new Map(
    (await db.plan.findMany({ select: { id: true, year: true } })).map(({ id, year }) => [year, id]),
  )
  const openFrom = count - 8
  await db.workItem.createMany({
    data: rounds.map(({ item, at }) => {
      const year = firstYear + Math.floor(at / roundsAYear)
      return {
        ...{ id: item, planId: plans.get(year) ?? '', key: `ND-${at}`, position: 100 + at, type: 'Nghị định' },
        ...{ title: `Nghị định số ${at} về dữ liệu`, draftingAgency: 'Bộ Công an' },
        quarter: `${year}-Q${1 + (Math.floor((4 * at) / roundsAYear) % 4)}`,
      }
    }),
  })
  await db.round.createMany({
    data: rounds.map(({ id, item, at }) => {
      const isOpen = at >= openFrom
      const openedAt = isOpen
        ? new Date(now.getTime() - 10 * dayMs)
        : new Date(now.getTime() - (count + 10 - at) * 9 * dayMs)
      const dueAt = new Date(openedAt.getTime() + 14 * dayMs)
      return {
        ...{ id, itemId: item, number: 1, liveKey: isOpen ? item : null, draftVersion: 1, openedAt, dueAt },
        ...{ dueRule: 'set', late: 'accept', silence: 'none', positions: JSON.stringify([...new Set(positions)]) },
        ...{ askedCount: membersAsked, state: isOpen ? 'open' : 'closed', closedAt: isOpen ? null : dueAt },
      }
    }),
  })
  const asked = rounds.flatMap((round) => people.map((person, at) => ({ round, person, at })))
  await each(asked, (some) =>
    db.asked.createMany({ data: some.map(({ round, person }) => ({ roundId: round.id, personId: person.id })) }),
  )
  // In the open ones half has answered.
  const opinions = asked
    .filter(({ round, at }) => round.at < openFrom || at % 2 === 0)
    .map((one) => ({ ...one, id: randomUUID() }))
  await each(opinions, (some) =>
    db.opinion.createMany({
      data: some.map(({ id, round, person, at }) => ({
        ...{ id, roundId: round.id, personId: person.id, version: 1, body: words, draftVersion: 1 },
        ...{
          position: positions[at % positions.length] ?? 'agree',
          receipt: id,
          at: new Date(now.getTime() - at * 60_000),
          late: false,
        },
      })),
    }),
  )
  await each(
    opinions.filter(({ round, at }) => round.at >= openFrom - 5 && at % 5 !== 0),
    (some) =>
      db.opinionComment.createMany({
        data: some.flatMap(({ id, at }) =>
          [1, 2].map((place) => ({
            ...{ id: randomUUID(), opinionId: id, place, provision: `Điều ${1 + ((at * place) % 40)}` },
            ...{ remark: `${words} (${at}.${place})`, proposal: 'Bỏ cụm từ này.' },
          })),
        ),
      }),
  )
  await each(asked, (some) =>
    db.outbox.createMany({
      data: some.map(({ round, person }) => ({
        ...{ id: randomUUID(), key: `request:${round.id}:${person.id}`, personId: person.id, kind: 'send' },
        ...{ letter: JSON.stringify({ kind: 'request', round: round.id }), subject: round.id, status: 'sent' },
        ...{ createdAt: new Date(now.getTime() - (count - round.at) * dayMs), notBefore: now, sentAt: now },
      })),
    }),
  )
  await storeVisits(db)
  const lines = Array.from({ length: linesOfLog }, (_, at) => at)
  await each(lines, (some) =>
    db.audit.createMany({
      data: some.map((at) => ({
        ...{
          id: randomUUID(),
          at: new Date(now.getTime() - (linesOfLog - at) * 60_000),
          actor: people[at % membersAsked]?.key ?? '',
        },
        ...{
          deed: 'opinion.submit',
          subject: rounds[at % count]?.id ?? '',
          facts: JSON.stringify({ version: 1 }),
          seq: 1_000_000 + at,
        },
      })),
    }),
  )
  return { open: rounds[openFrom]?.id ?? '', closed: rounds[openFrom - 1]?.id ?? '' }
}

async function storeVisits(db: Db): Promise<void> {
  const [teams, units] = await Promise.all([db.team.findMany(), db.unit.findMany({ where: { toDay: null } })])
  const begin = new Date(`${firstYear}-01-04T01:00:00Z`).getTime()
  const rows = Array.from({ length: visits }, (_, at) => {
    const starts = new Date(begin + Math.floor((at * years * 365) / visits) * dayMs)
    return {
      ...{ id: randomUUID(), number: 10_000 + at, year: starts.getUTCFullYear(), starts, changedAt: starts },
      ...{ teamId: teams[at % teams.length]?.id ?? '', unitId: units[at % units.length]?.id ?? '' },
      state: starts < now ? 'done' : 'planned',
    }
  })
  await each(rows, (some) => db.visit.createMany({ data: [...some] }))
}

async function each<Row>(rows: readonly Row[], store: (some: readonly Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 60) await store(rows.slice(from, from + 60))
}
