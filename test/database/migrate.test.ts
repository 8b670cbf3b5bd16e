import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmptyDatabase, openEmpty, providers, writeMigrations } from './empty.ts'

const first = { '20200101000000_first': 'CREATE TABLE a (id INTEGER PRIMARY KEY);' }
const second = { '20200202000000_second': 'CREATE TABLE b (id INTEGER PRIMARY KEY);\nINSERT INTO b (id) VALUES (1);' }
const book = 'SELECT migration_name, checksum, finished_at, applied_steps_count FROM _prisma_migrations ORDER BY 1'

describe.each(providers)('%s', (provider) => {
  let db: EmptyDatabase
  let folder: string
  beforeEach(async () => {
    db = await openEmpty(provider)
    folder = writeMigrations(first)
  })
  afterEach(async () => {
    await db.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('an empty database gets every migration in order, each booked with the SHA-256 of its file', async () => {
    writeMigrations(second, folder)
    expect(await db.migrate(folder)).toEqual(['20200101000000_first', '20200202000000_second'])
    const rows = await db.rows(book)
    expect(rows).toMatchObject([
      { migration_name: '20200101000000_first', checksum: sha256(first['20200101000000_first']) },
      { migration_name: '20200202000000_second', checksum: sha256(second['20200202000000_second']) },
    ])
    for (const row of rows) expect(row).toMatchObject({ finished_at: expect.anything(), applied_steps_count: 1 })
  })

  it('a second start applies nothing, and later only what is new', async () => {
    await db.migrate(folder)
    expect(await db.migrate(folder)).toEqual([])
    writeMigrations(second, folder)
    expect(await db.migrate(folder)).toEqual(['20200202000000_second'])
    expect(await db.rows('SELECT id FROM b')).toEqual([{ id: 1 }])
  })

  it('a migration changed after it was applied is refused by name', async () => {
    await db.migrate(folder)
    writeMigrations({ '20200101000000_first': 'CREATE TABLE a (id INTEGER PRIMARY KEY); -- touched' }, folder)
    writeMigrations(second, folder)
    await expect(db.migrate(folder)).rejects.toThrow('20200101000000_first was changed after it was applied')
    expect(await db.rows(book)).toHaveLength(1)
  })

  it('a database written by a newer version is refused, and stays as it is', async () => {
    writeMigrations(second, folder)
    await db.migrate(folder)
    rmSync(`${folder}/20200202000000_second`, { recursive: true })
    writeMigrations({ '20200303000000_other': 'CREATE TABLE c (id INTEGER PRIMARY KEY);' }, folder)
    await expect(db.migrate(folder)).rejects.toThrow('20200202000000_second, which this version does not know')
    expect(await db.rows(book)).toHaveLength(2)
  })

  it('a script that fails half-way leaves nothing behind, and goes through once it is mended', async () => {
    const name = '20200202000000_second'
    writeMigrations({ [name]: 'CREATE TABLE b (id INTEGER PRIMARY KEY); INSERT INTO nowhere (id) VALUES (1);' }, folder)
    await expect(db.migrate(folder)).rejects.toThrow(/nowhere/)
    await expect(db.rows('SELECT id FROM b')).rejects.toThrow()
    writeMigrations(second, folder)
    expect(await db.migrate(folder)).toContain(name)
    expect(await db.rows('SELECT id FROM b')).toEqual([{ id: 1 }])
  })

  it('a migration that another tool began and did not finish is refused', async () => {
    await db.migrate(folder)
    await db.run('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(db.migrate(folder)).rejects.toThrow('was begun and not finished')
  })
})

const sha256 = (script: string | Buffer) => createHash('sha256').update(script).digest('hex')
