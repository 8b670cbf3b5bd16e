import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { loadSample } from '../../src/imports/sample/load-sample.ts'
import type { ImportReport } from '../../src/imports/sheets/report.ts'
import { toSheet } from '../../src/imports/sheets/to-sheet.ts'
import { json, spawned, terminal } from '../cli/terminal.ts'
import { options } from '../imports/write-files.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

// One database for all, with the sample and 5,000 members imported. Each test has an item of its own and relies on no other.

const count = 5000
const keys = Array.from({ length: count }, (_, at) => `p${String(at).padStart(4, '0')}`)
const big = toSheet('big.csv', [
  ['key', 'name', 'role', 'email', 'slack_team', 'slack_user'],
  ...keys.map((key, at) => [key, key, 'member', `${key}@example.vn`, 'T1', `U${at}`]),
])
const one = 'sample-tv-byt'

let base: TestDatabase
let run: ReturnType<typeof terminal>
let ids: readonly string[]
let report: ImportReport
const steps: number[] = []
beforeAll(async () => {
  base = await openTestDatabase()
  await loadSample(base.db, new Date('2020-06-16T02:00:00Z'))
  run = terminal(base.url, new Date('2030-01-01T00:00:00Z'))
  report = await importPeople(base.db, big, { ...options, progress: (done: number) => void steps.push(done) })
  const people = await base.db.person.findMany({ where: { key: { startsWith: 'p' } }, orderBy: { key: 'asc' } })
  ids = people.map(({ id }) => id)
})
afterAll(() => base.drop())

/** Opens a round on this item for one person, and adds all the thousands to those who are asked. */
async function openFor(item: string): Promise<string> {
  expect(await run(['round', 'open', item, '--members', one, '--due', '2020-06-30'])).toMatchObject({
    status: 0,
    err: '',
  })
  const round = await base.db.round.findFirstOrThrow({ where: { item: { key: item } } })
  await base.db.asked.createMany({ data: ids.map((personId) => ({ roundId: round.id, personId })) })
  return round.id
}

it('5,000 people are imported, with word of how far it is, and are unchanged or renamed afterwards', async () => {
  expect(report).toMatchObject({ created: count, imported: true })
  expect(steps.at(-1)).toBe(count)
  expect(steps.length).toBeGreaterThan(5)
  expect(await base.db.account.count({ where: { person: { key: { startsWith: 'p' } } } })).toBe(2 * count)
  expect(await importPeople(base.db, big, options)).toMatchObject({ unchanged: count })
  const renamed = toSheet('big.csv', [['key', 'name', 'role'], ...keys.map((key) => [key, `Mới ${key}`, 'member'])])
  expect(await importPeople(base.db, renamed, options)).toMatchObject({ updated: count, imported: true })
})

it('thousands of people can be listed, and the reader may stop early', async () => {
  const people = await base.db.person.count()
  expect((await run(['people', 'list'])).out.trim().split('\n')).toHaveLength(people + 1)
  expect(json((await run(['people', 'unlinked', '--json'])).out)).toMatchObject({ accounts: [] })
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-cli-'))
  const early = await spawned(['people', 'list'], { DATABASE_URL: base.url }, folder, 'first line only')
  rmSync(folder, { recursive: true })
  expect(early).toMatchObject({ status: 0, err: '' })
})

it('a round of thousands is reported with everybody by name, changed, and examined', async () => {
  const round = await openFor('ND-DLCN')
  const people = [...keys, one].map((person) => expect.objectContaining({ person, standing: 'missing' }))
  const status = json((await run(['status', 'ND-DLCN', '--json'])).out)
  expect(status).toMatchObject({ asked: count + 1, missing: count + 1, people })
  const closed = await run(['round', 'close', 'ND-DLCN', '--reason', 'x', '--json'])
  expect(json(closed.out)).toMatchObject({ asked: count + 1 })
  expect(await base.db.outbox.count({ where: { kind: 'refresh', subject: round } })).toBe(count + 1)
  expect((await run(['doctor'])).status).toBe(0)
})

it('thousands are reminded in one go, and all of them found reminded the next moment', async () => {
  const round = await openFor('CL-CPDT')
  const remind = (...args: readonly string[]) => run(['remind', 'CL-CPDT', ...args])
  expect((await remind()).out).toContain(`the server reminds ${count + 1} people.`)
  expect(await base.db.outbox.count({ where: { key: { startsWith: 'remind:' } } })).toBe(count + 1)
  const again = json((await remind('--json')).out)
  expect(again).toMatchObject({ reminded: [], leftOut: { length: count + 1 } })
  expect(await base.db.nudge.count({ where: { roundId: round } })).toBe(count + 1)
})

it('thousands of opinions are given, each with its own comments', async () => {
  const round = await openFor('CSDL-DC')
  const now = new Date('2020-06-16T02:00:00Z')
  const opinion = { roundId: round, version: 1, position: 'agree', body: '', draftVersion: 1, at: now, late: false }
  await base.db.opinion.createMany({ data: ids.map((id) => ({ ...opinion, id, personId: id, receipt: id })) })
  const comments = ids.map((id) => ({ id, opinionId: id, place: 0, provision: 'Điều 1', remark: id, proposal: null }))
  await base.db.opinionComment.createMany({ data: comments })
  const found = json((await run(['opinions', 'CSDL-DC', '--json'])).out)
  expect(found).toHaveLength(count)
  expect(found).toMatchObject(keys.map((person, at) => ({ person, comments: [{ remark: ids[at] }] })))
})
