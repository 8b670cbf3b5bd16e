import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import type { Db } from '../../src/database/db.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { holdsRole, roundStands, sitsOn } from '../../src/database/rests.ts'
import { holding, insert, mergesStatements } from '../../src/database/statements.ts'
import { type Committee, drafter, openCommittee, openRoundOn } from '../support/committee.ts'
import { somebodyWaits } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

let committee: Committee
let other: Database
let round: string
beforeEach(async () => {
  committee = await openCommittee()
  other = await openDatabase(committee.url, quiet)
  round = await openRoundOn(committee, 'ND-DLCN')
})
afterEach(async () => {
  await other.close()
  await committee.drop()
})

const seen = () => committee.db.round.findUniqueOrThrow({ where: { id: round } })
const line = (id: string) => ({ id, at: committee.now(), actor: 'x', deed: 'race', subject: 'x', facts: '{}' })
const lines = () => committee.db.audit.count({ where: { deed: 'race' } })
const withdraw = (db: Pick<Db, 'round'>) =>
  db.round.update({ where: { id: round }, data: { state: 'withdrawn', revision: { increment: 1 } } })

/** The ways in which a change goes to the database: as one statement, and as a batch that Prisma runs. */
const ways = [
  ['one statement', (db: Db) => [insert(db, 'Audit', line('a')), insert(db, 'Audit', line('b'))]],
  ['a batch', (db: Db) => [insert(db, 'Audit', line('a')), db.setting.create({ data: { key: 'k', value: '' } })]],
] as const

describe.each(ways)('a change in %s', (_, writes) => {
  it('is stored while what it rests on stands', async () => {
    expect(await commit(committee.db, writes(committee.db), [roundStands(await seen())])).toBe(true)
    expect(await lines()).toBeGreaterThan(0)
  })

  it('is not stored, not even in part, once another connection has changed what it rests on', async () => {
    const before = await seen()
    await withdraw(other.db)
    expect(await commit(committee.db, writes(committee.db), [roundStands(before)])).toBe(false)
    expect(await lines()).toBe(0)
    expect(await committee.db.setting.count({ where: { key: 'k' } })).toBe(0)
  })

  it('fails where one of several rests does not hold', async () => {
    const now = await seen()
    const rests = [roundStands(now), roundStands({ ...now, state: 'closed' }), roundStands(now)]
    expect(await commit(committee.db, writes(committee.db), rests)).toBe(false)
  })

  // SQLite lets one connection write at a time, from a transaction's first statement on, which is the rests'.
  describe.runIf(process.env.TEST_DATABASE_URL)('on PostgreSQL', () => {
    it('waits for a change of it that is under way, and is not stored when that is', async () => {
      const before = await seen()
      const changed = Promise.withResolvers<void>()
      const mayEnd = Promise.withResolvers<void>()
      const theirs = other.db.$transaction(async (tx) => {
        await withdraw(tx as Db)
        changed.resolve()
        await mayEnd.promise
      })
      await changed.promise
      const ours = commit(committee.db, writes(committee.db), [roundStands(before)])
      await somebodyWaits(committee.db)
      mayEnd.resolve()
      await theirs
      expect(await ours).toBe(false)
      expect(await lines()).toBe(0)
    })

    it('holds up who would change it until it is stored', async () => {
      const before = await seen()
      const holds = Promise.withResolvers<void>()
      const mayEnd = Promise.withResolvers<void>()
      const ours = committee.db.$transaction(async (tx) => {
        mergesStatements(tx as Db, 'with')
        await Promise.all(holding(tx as Db, [roundStands(before)]))
        holds.resolve()
        await mayEnd.promise
      })
      await holds.promise
      const theirs = withdraw(other.db).then(() => 'withdrawn')
      await somebodyWaits(committee.db)
      mayEnd.resolve()
      await ours
      expect(await theirs).toBe('withdrawn')
    })

    it('lets others rest on the same row at the same time', async () => {
      const before = await seen()
      await committee.db.$transaction(async (tx) => {
        mergesStatements(tx as Db, 'with')
        await Promise.all(holding(tx as Db, [roundStands(before)]))
        expect(await commit(other.db, writes(other.db), [roundStands(before)])).toBe(true)
      })
    })
  })
})

describe('a place of theirs from one day to another', () => {
  const [from, to] = ['2020-06-16', '2020-06-20']
  const days: readonly (readonly [day: string, stands: boolean])[] = [
    ['2020-06-15', false],
    [from, true],
    [to, true],
    ['2020-06-21', false],
  ]

  it.each(days)('holds a change on %s: %s, a role and a seat on a team', async (day, stands) => {
    const { db } = committee
    const { id: personId } = await db.person.findUniqueOrThrow({ where: { key: drafter } })
    const team = await db.team.findFirstOrThrow()
    await db.role.create({ data: { id: 'role', personId, role: 'chair', fromDay: from, toDay: to } })
    await db.duty.create({ data: { id: 'duty', personId, teamId: team.id, duty: 'leader', fromDay: from, toDay: to } })
    const change = (key: string) => [db.setting.create({ data: { key, value: '' } })]
    expect(await commit(db, change('role'), [holdsRole(personId, 'chair', day)])).toBe(stands)
    expect(await commit(db, change('seat'), [sitsOn(team.id, personId, day, 'leader')])).toBe(stands)
    expect(await db.setting.count({ where: { key: { in: ['role', 'seat'] } } })).toBe(stands ? 2 : 0)
  })
})
