import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { record } from '../../src/audit/record.ts'
import { sealAudit } from '../../src/audit/seal.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import { openDatabase } from '../../src/database/open.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(async () => await test.drop())

const start = Date.parse('2020-06-16T01:00:00Z')
let written = 0
async function write(many: number) {
  for (let row = 0; row < many; row += 1) {
    written += 1
    const at = new Date(start + written)
    await record(test.db, { at, actor: 'an', deed: 'round.open', subject: `r${written}`, facts: { asked: written } })
  }
}
const bySeq = async (seq: number) => await test.db.audit.findUniqueOrThrow({ where: { seq } })

it('rows are chained in the order in which they were written, and go on from the last one', async () => {
  expect(await sealAudit(test.db)).toBe(0)
  expect(await verifyAudit(test.db)).toEqual({ ok: true, rows: 0 })
  await write(3)
  expect(await sealAudit(test.db)).toBe(3)
  await write(2)
  expect(await sealAudit(test.db)).toBe(2)
  expect(await sealAudit(test.db)).toBe(0)
  const rows = await test.db.audit.findMany({ orderBy: { at: 'asc' } })
  expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5])
  expect(new Set(rows.map((row) => row.hash)).size).toBe(5)
  expect(await verifyAudit(test.db)).toEqual({ ok: true, rows: 5 })
})

it('a log longer than a batch and a page is sealed and verified whole', async () => {
  const rows = Array.from({ length: 1101 }, (_, place) => ({
    id: `row-${place}`,
    at: new Date(start + place),
    actor: 'an',
    deed: 'opinion.submit',
    subject: 's',
    facts: '{}',
  }))
  await test.db.audit.createMany({ data: rows })
  expect(await sealAudit(test.db)).toBe(1101)
  expect(await verifyAudit(test.db)).toEqual({ ok: true, rows: 1101 })
  await test.db.audit.update({ where: { seq: 1050 }, data: { deed: 'opinion.discard' } })
  expect(await verifyAudit(test.db)).toEqual({ ok: false, seq: 1050, why: 'a row was changed' })
})

const backlog = (many: number) =>
  Array.from({ length: many }, (_, place) => ({
    id: `row-${place}`,
    at: new Date(start + place),
    actor: 'an',
    deed: 'opinion.submit',
    subject: 's',
    facts: '{}',
  }))

/** How SQLite goes about a statement, with these in place of its values. */
async function planOf(sql: unknown, values: readonly string[]): Promise<readonly string[]> {
  const parts: readonly string[] = Array.isArray(sql) ? sql : []
  const text = parts.map((part, at) => `${part}${values[at] ?? ''}`).join('')
  const plan = await test.db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${text}`)
  return plan.map((step) => step.detail)
}

it('a long backlog is sealed in small steps that let others in, without sorting it for each', async () => {
  await test.db.audit.createMany({ data: backlog(3000) })
  const sorted = vi.spyOn(test.db.audit, 'findMany')
  const taken = vi.spyOn(test.db, '$queryRaw')
  const chained = vi.spyOn(test.db, '$executeRaw')
  expect(await sealAudit(test.db)).toBe(3000)
  // Of 200 each: between two of them the database lets in whoever waits.
  expect(chained).toHaveBeenCalledTimes(15)
  expect(await verifyAudit(test.db)).toEqual({ ok: true, rows: 3000 })
  const whole = sorted.mock.calls.filter(([asked]) => (asked?.take ?? 0) > 500)
  const [sql] = taken.mock.calls[0] ?? []
  if (test.provider === 'postgresql') {
    // One sorting of the ids for all, and one that finds no more.
    expect(whole).toHaveLength(2)
  } else {
    expect(whole).toHaveLength(0)
    expect(await planOf(sql, ['200'])).toEqual([expect.stringMatching(/^SEARCH Audit USING INDEX Audit_seq_key/)])
    // Each by its id, not among all that wait.
    const [update] = chained.mock.calls[0] ?? []
    expect(await planOf(update, ["('a', 1, 'b'), ('c', 2, 'd')"])).toContainEqual(
      expect.stringMatching(/^SEARCH Audit USING INDEX sqlite_autoindex_Audit_1/),
    )
  }
})

it('sealing at the end of a process stops after so many lines, and the rest follows', async () => {
  await test.db.audit.createMany({ data: backlog(900) })
  expect(await sealAudit(test.db, 300)).toBe(400)
  expect(await sealAudit(test.db)).toBe(500)
  expect(await verifyAudit(test.db)).toEqual({ ok: true, rows: 900 })
})

const changes = {
  at: { at: new Date(0) },
  actor: { actor: 'binh' },
  deed: { deed: 'round.close' },
  subject: { subject: 'another' },
  facts: { facts: '{"asked":0}' },
  id: { id: '00000000-0000-4000-8000-000000000000' },
  hash: { hash: 'f'.repeat(64) },
}

it.each(Object.entries(changes))('a changed %s is found at its row', async (_column, data) => {
  await write(5)
  await sealAudit(test.db)
  await test.db.audit.update({ where: { seq: 3 }, data })
  expect(await verifyAudit(test.db)).toEqual({ ok: false, seq: 3, why: 'a row was changed' })
})

it('any row that is removed is found, the last and all of them too', async () => {
  for (const seq of [1, 3, 5]) {
    await test.db.audit.deleteMany()
    await test.db.setting.deleteMany()
    await write(5)
    await sealAudit(test.db)
    await test.db.audit.delete({ where: { seq } })
    expect(await verifyAudit(test.db)).toMatchObject({ ok: false, seq })
  }
  await test.db.audit.deleteMany()
  expect(await verifyAudit(test.db)).toEqual({ ok: false, seq: 1, why: 'rows are missing at the end' })
})

it('two rows that changed places are found', async () => {
  await write(4)
  await sealAudit(test.db)
  const [two, three] = [await bySeq(2), await bySeq(3)]
  await test.db.audit.updateMany({ where: { seq: { in: [2, 3] } }, data: { seq: null } })
  await test.db.audit.update({ where: { id: two.id }, data: { seq: 3, hash: three.hash } })
  await test.db.audit.update({ where: { id: three.id }, data: { seq: 2, hash: two.hash } })
  expect(await verifyAudit(test.db)).toMatchObject({ ok: false, seq: 2 })
})

it('a chain made anew from the middle does not meet its head', async () => {
  await write(4)
  await sealAudit(test.db)
  const head = await test.db.setting.findFirstOrThrow()
  await test.db.audit.updateMany({ data: { seq: null, hash: null } })
  await test.db.setting.deleteMany()
  await test.db.audit.updateMany({ where: { subject: `r${written}` }, data: { actor: 'binh' } })
  await sealAudit(test.db)
  await test.db.setting.updateMany({ data: { value: head.value } })
  expect(await verifyAudit(test.db)).toMatchObject({ ok: false, seq: 4, why: expect.stringContaining('anew') })
})

it('a sealer that was overtaken leaves the head where the faster one put it', async () => {
  await write(1)
  await sealAudit(test.db)
  await write(2)
  const original = test.db.$transaction.bind(test.db)
  const overtaken = vi.spyOn(test.db, '$transaction').mockImplementationOnce(async (writes) => {
    await sealAudit(test.db)
    await write(2)
    await sealAudit(test.db)
    return await original(writes)
  })
  expect(await sealAudit(test.db)).toBe(0)
  overtaken.mockRestore()
  expect((await test.db.setting.findFirstOrThrow()).value).toMatch(/^5 /)
  expect(await verifyAudit(test.db)).toEqual({ ok: true, rows: 5 })
})

it('sealers that run at once make one chain, whatever is written meanwhile', async () => {
  const other = test.provider === 'sqlite' ? undefined : await openDatabase(test.url, quiet)
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), async (bursts) => {
        for (const burst of bursts)
          await Promise.all([write(burst), sealAudit(test.db), sealAudit(other?.db ?? test.db), sealAudit(test.db)])
        while ((await sealAudit(test.db)) > 0);
        const rows = await test.db.audit.count()
        expect(await verifyAudit(test.db)).toEqual({ ok: true, rows })
      }),
      { numRuns: 8 },
    )
  } finally {
    await other?.close()
  }
})
