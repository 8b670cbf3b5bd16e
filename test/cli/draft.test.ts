import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSample } from '../../src/imports/sample/load-sample.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { json, terminal } from './terminal.ts'

let base: TestDatabase
let run: ReturnType<typeof terminal>
let folder = ''
beforeEach(async () => {
  base = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'))
  await loadSample(base.db, new Date('2020-06-16T02:00:00Z'))
  run = terminal(base.url, new Date('2030-01-01T00:00:00Z'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await base.drop()
})

const words = 'NGHỊ ĐỊNH\nQuy định về dữ liệu\nĐiều 1. Phạm vi\nNghị định này quy định.\nĐiều 3. Hiệu lực\nTừ ngày ký.'
function file(name: string, text = words): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

it('shows what was read and keeps it, once', async () => {
  const path = file('nd.txt')
  const dry = await run(['draft', 'import', 'ND-DLCN', path, '--dry-run'])
  expect(dry).toMatchObject({ status: 0, err: '' })
  expect(dry.out).toContain('ND-DLCN, version 1: dry run, nothing kept')
  expect(dry.out).toContain('2 articles')
  expect(dry.out).toContain('Điều 3. Hiệu lực')
  expect(dry.out).toContain('Doubtful (1)')
  expect(await base.db.document.count()).toBe(0)
  const kept = json((await run(['draft', 'import', 'ND-DLCN', path, '--json'])).out)
  expect(kept).toMatchObject({ file: 'nd.txt', item: 'ND-DLCN', version: 1, kept: 'kept', number: null })
  expect(json((await run(['draft', 'import', 'ND-DLCN', path, '--json'])).out)).toMatchObject({
    version: 1,
    kept: 'same',
  })
  expect(await base.db.document.findMany()).toMatchObject([{ version: 1, byId: null }])
  expect(await base.db.audit.findMany({ where: { deed: 'draft.keep' } })).toMatchObject([{ actor: 'cli' }])
})

it('joins the open round that asks about this version, and refuses in one line what it does not take', async () => {
  await run(['round', 'open', 'ND-DLCN', '--due', '2030-06-28T17:00'])
  await run(['draft', 'import', 'ND-DLCN', file('nd.txt')])
  const { id } = await base.db.document.findFirstOrThrow()
  expect(await base.db.round.findFirstOrThrow()).toMatchObject({ documentId: id })
  const line = async (...args: string[]) => await run(['draft', 'import', ...args])
  expect(await line('XX', file('nd.txt'))).toMatchObject({ status: 1, out: '' })
  expect((await line('ND-DLCN', file('mat.txt', `TỐI MẬT\n${words}`))).err).toContain('classification mark')
  expect((await line('ND-DLCN', join(folder, 'none.txt'))).err).toContain('no such file')
  expect((await line('ND-DLCN', file('b.txt'), '--version', '0')).status).toBe(2)
  expect(await base.db.document.count()).toBe(1)
})
