import { expect, it, vi } from 'vitest'
import type { Db } from '../../src/database/db.ts'
import { openTestDatabase } from './database.ts'

const refusal = 'the database of a test was used after it had been closed'
const row = (key: string) => ({ data: { key, value: '1' } })
const keysOf = async (db: Db) => (await db.setting.findMany()).map(({ key }) => key)

it('what a test begins after its database was dropped is refused, and the next one has nothing of it', async () => {
  const one = await openTestDatabase()
  const { setting } = one.db
  const promised = [one.db.setting.create(row('promised')), one.db.$executeRaw`DELETE FROM "Setting"`]
  await one.db.setting.count()
  await one.drop()
  const two = await openTestDatabase()
  try {
    await two.db.setting.create(row('own'))
    expect(() => one.db.setting).toThrow(refusal)
    expect(() => one.db.$transaction([])).toThrow(refusal)
    expect(() => setting.create(row('late'))).toThrow(refusal)
    for (const promise of promised) {
      await expect(async () => await promise).rejects.toThrow(refusal)
      expect(() => promise.catch(() => undefined)).toThrow(refusal)
    }
    expect(await keysOf(two.db)).toEqual(['own'])
  } finally {
    await two.drop()
  }
})

// On PostgreSQL each database takes its time to be made.
const distances = process.env.TEST_DATABASE_URL ? [3] : [0, 1, 2, 3, 5, 8, 13, 21, 34]

it('what is under way while a database is dropped never reaches the next one, however far it has come', async () => {
  const work = [
    (db: Db) => db.setting.create(row('late')),
    (db: Db) => db.$transaction([db.setting.create(row('late')), db.setting.create(row('later'))]),
    (db: Db) => db.$transaction([db.$executeRaw`INSERT INTO "Setting" ("key", "value") VALUES ('late', '1')`]),
    (db: Db) => db.setting.upsert({ where: { key: 'late' }, create: { key: 'late', value: '1' }, update: {} }),
    (db: Db) =>
      db.$transaction(async (tx) => {
        await tx.setting.count()
        await tx.setting.create(row('late'))
      }),
  ]
  for (const begin of work)
    for (const steps of distances) {
      const one = await openTestDatabase()
      const outcome = begin(one.db).then(
        () => 'done',
        () => 'refused',
      )
      for (let step = 0; step < steps; step += 1) await undefined
      await one.drop()
      const two = await openTestDatabase()
      await outcome
      expect(await keysOf(two.db)).toEqual([])
      await two.drop()
    }
})

it('a client is used again by one after the other, never by two at once', async () => {
  const [one, two] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await one.drop()
  const three = await openTestDatabase()
  await Promise.all([two.db.setting.create(row('two')), three.db.setting.create(row('three'))])
  expect([await keysOf(two.db), await keysOf(three.db)]).toEqual([['two'], ['three']])
  await Promise.all([two.drop(), three.drop()])
})

it('a spy that a test leaves behind is not there in the next one', async () => {
  const one = await openTestDatabase()
  vi.spyOn(one.db, '$queryRaw').mockRejectedValue(new Error('spied'))
  vi.spyOn(one.db.setting, 'count').mockRejectedValue(new Error('spied'))
  await expect(one.db.setting.count()).rejects.toThrow('spied')
  await one.drop()
  const two = await openTestDatabase()
  expect(await two.db.setting.count()).toBe(0)
  expect(await two.db.$queryRaw`SELECT 1 AS "one"`).toHaveLength(1)
  await two.drop()
})

it('a transaction that was left open does not hold up the next one', async () => {
  const one = await openTestDatabase()
  const begun = Promise.withResolvers<void>()
  const never = Promise.withResolvers<void>()
  const left = one.db.$transaction(async (tx) => {
    await tx.setting.create(row('left'))
    begun.resolve()
    await never.promise
    await tx.setting.create(row('late'))
  })
  await begun.promise
  const late = expect(left).rejects.toThrow()
  await one.drop()
  const two = await openTestDatabase()
  await two.db.setting.create(row('own'))
  never.resolve()
  await late
  expect(await keysOf(two.db)).toEqual(['own'])
  await two.drop()
})
