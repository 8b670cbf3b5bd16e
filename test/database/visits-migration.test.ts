import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../src/database/db.ts'
import { openDatabase } from '../../src/database/open.ts'
import { liveKeyOf } from '../../src/visits/visits.ts'
import { quiet } from '../support/quiet.ts'
import { type EmptyDatabase, openEmpty, ownMigrations, providers } from './empty.ts'

/** An instant as the version before wrote it: Prisma's adapter writes ISO text with +00:00 into SQLite. */
const instant = { sqlite: (iso: string) => iso.replace('Z', '+00:00'), postgresql: (iso: string) => iso }

describe.each(providers)('%s: a database of the version before', (provider) => {
  let db: EmptyDatabase
  let folder: string
  beforeEach(async () => {
    db = await openEmpty(provider)
    folder = mkdtempSync(join(tmpdir(), 'dondoc-before-'))
    for (const name of readdirSync(ownMigrations(provider)))
      if (name <= '20261125022949_nudges')
        cpSync(join(ownMigrations(provider), name), join(folder, name), { recursive: true })
    await db.migrate(folder)
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await db.drop()
  })

  const at = instant[provider]
  const visit = (id: string, team: string, unit: string, starts: string, ends: string | null, note: string | null) =>
    `INSERT INTO "Visit" ("id", "teamId", "unitId", "starts", "ends", "place", "note")
     VALUES ('${id}', '${team}', '${unit}', '${at(starts)}', ${ends === null ? 'NULL' : `'${at(ends)}'`}, 'Hà Nội', ${note === null ? 'NULL' : `'${note}'`});`

  /** What stood in it: two plans, units of which one is in the newest plan for its visit alone, teams, people, duties. */
  const filled = `
    INSERT INTO "Plan" ("id", "year", "title", "source", "sample", "createdAt") VALUES
      ('p19', 2019, 'KH 2019', '{}', false, '${at('2019-01-01T00:00:00.000Z')}'),
      ('p20', 2020, 'KH 2020', '{}', false, '${at('2020-01-01T00:00:00.000Z')}');
    INSERT INTO "Unit" ("id", "name", "kind") VALUES
      ('u1', 'Phú Thọ', 'locality'), ('u2', 'Bộ Y tế', 'ministry'), ('u3', 'Bộ Công an', 'ministry');
    INSERT INTO "Team" ("id", "key", "name", "sample") VALUES ('t1', '1', 'Đoàn 1', false), ('t2', '2', 'Đoàn 2', false);
    INSERT INTO "Person" ("id", "key", "name", "sample", "createdAt") VALUES
      ('an', 'an', 'An', false, '${at('2020-01-01T00:00:00.000Z')}');
    INSERT INTO "Duty" ("id", "teamId", "personId", "duty", "fromDay", "toDay") VALUES
      ('d1', 't1', 'an', 'leader', NULL, '2020-05-31'), ('d2', 't2', 'an', 'member', '2020-06-01', NULL);
    ${visit('v-b', 't1', 'u1', '2020-06-08T01:00:00.000Z', '2020-06-08T04:30:00.000Z', 'mang hồ sơ')}
    ${visit('v-a', 't2', 'u1', '2020-06-08T01:00:00.000Z', null, null)}
    ${visit('v-c', 't1', 'u2', '2019-12-31T18:30:00.000Z', null, null)}
    ${visit('v-d', 't1', 'u1', '2020-06-07T01:00:15.120Z', null, null)}`

  /** Opened as the product opens it: the new migrations are applied. */
  async function opened<T>(use: (db: Db) => Promise<T>): Promise<T> {
    const base = await openDatabase(db.url, quiet, 'migrated')
    try {
      return await use(base.db)
    } finally {
      await base.close()
    }
  }

  it('keeps every visit, numbered in the order of their beginning, under the key that the code makes', async () => {
    await db.run(filled)
    const visits = await opened((base) => base.visit.findMany({ orderBy: { number: 'asc' } }))
    expect(
      visits.map(({ number, id, year, starts, ends, place, note }) => [number, id, year, starts, ends, place, note]),
    ).toEqual([
      [1, 'v-c', 2020, new Date('2019-12-31T18:30:00.000Z'), null, 'Hà Nội', null],
      [2, 'v-d', 2020, new Date('2020-06-07T01:00:15.120Z'), null, 'Hà Nội', null],
      [3, 'v-a', 2020, new Date('2020-06-08T01:00:00.000Z'), null, 'Hà Nội', null],
      [
        4,
        'v-b',
        2020,
        new Date('2020-06-08T01:00:00.000Z'),
        new Date('2020-06-08T04:30:00.000Z'),
        'Hà Nội',
        'mang hồ sơ',
      ],
    ])
    for (const one of visits) {
      expect(one).toMatchObject({ state: 'planned', report: null, revision: 1, sequence: 0, changedAt: one.starts })
      expect(one.liveKey).toBe(liveKeyOf(one))
    }
  })

  it('has the first version of each visit, as it stood', async () => {
    await db.run(filled)
    const [visits, versions] = await opened(
      async (base) => [await base.visit.findMany(), await base.visitVersion.findMany()] as const,
    )
    expect(versions).toHaveLength(visits.length)
    for (const { id, teamId, unitId, starts, ends, place, note, state, changedAt } of visits)
      expect(versions.find((one) => one.visitId === id)).toEqual({
        ...{ visitId: id, revision: 1, teamId, unitId, starts, ends, place, note, state },
        ...{ reason: null, byId: null, at: changedAt },
      })
  })

  it('has its units in the newest plan, ministries first, and its people where they sat', async () => {
    await db.run(filled)
    const [units, duties, whole] = await opened(
      async (base) =>
        [
          await base.planUnit.findMany({ orderBy: { position: 'asc' }, include: { plan: true, unit: true } }),
          await base.duty.findMany({ orderBy: { id: 'asc' } }),
          await base.unit.findMany({ where: { successorId: null, toDay: null, shortNames: null } }),
        ] as const,
    )
    expect(units.map(({ plan, unit, position }) => `${plan.year} ${position} ${unit.kind}`)).toEqual([
      '2020 1 ministry',
      '2020 2 ministry',
      '2020 3 locality',
    ])
    expect(whole).toHaveLength(3)
    expect(duties.map(({ id, duty, fromDay, toDay }) => [id, duty, fromDay, toDay])).toEqual([
      ['d1', 'leader', null, '2020-05-31'],
      ['d2', 'member', '2020-06-01', null],
    ])
  })

  it('takes on from there: dates written before and after are compared and sorted alike', async () => {
    await db.run(filled)
    await opened(async (base) => {
      await base.visit.create({
        data: {
          ...{ id: 'new', number: 5, year: 2020, teamId: 't2', unitId: 'u3', changedAt: new Date() },
          starts: new Date('2020-06-07T12:00:00.000Z'),
        },
      })
      const order = await base.visit.findMany({ orderBy: { starts: 'asc' } })
      expect(order.map((one) => one.number).slice(0, 3)).toEqual([1, 2, 5])
      const day = { gte: new Date('2020-06-08T01:00:00.000Z'), lt: new Date('2020-06-08T01:00:00.001Z') }
      expect(await base.visit.count({ where: { starts: day } })).toBe(2)
      // A visit is deleted with its versions: the references hold in the table made anew.
      await base.visit.delete({ where: { id: 'v-a' } })
      expect(await base.visitVersion.count({ where: { visitId: 'v-a' } })).toBe(0)
      await expect(base.visit.update({ where: { id: 'new' }, data: { teamId: 'nobody' } })).rejects.toThrow()
    })
  })

  it('goes through where nothing stands in it, and where there is no plan', async () => {
    await db.run(`INSERT INTO "Unit" ("id", "name", "kind") VALUES ('u1', 'Phú Thọ', 'locality')`)
    expect(await opened((base) => base.planUnit.count())).toBe(0)
  })
})
