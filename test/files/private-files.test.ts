import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takePlace } from '../../src/database/only-server.ts'
import { openDatabase } from '../../src/database/open.ts'
import { terminal } from '../cli/terminal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'
import { sample } from '../support/sample.ts'
import { modeOf, openToOthers } from './open-to-others.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-private-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('makes a database and its folders so without the process’s umask as well', async () => {
  await (await openDatabase(`file:${folder}/a/b/c.db`, quiet, 'created')).close()
  takePlace(`file:${folder}/a/b/c.db`).end()
  expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['c.db', 'c.db-server'])
  expect(openToOthers(folder)).toEqual([])
})

describe('what commands write', () => {
  let base: TestDatabase
  beforeEach(async () => {
    base = await openTestDatabase(sample)
  })
  afterEach(() => base.drop())

  it('is 0600: the exported visits as CSV and XLSX, and the overview’s picture', async () => {
    const run = terminal(base.url, demoDay)
    for (const args of [
      ['export', 'visits', join(folder, 'visits.csv')],
      ['export', 'visits', join(folder, 'visits.xlsx')],
      ['overview', '--picture', join(folder, 'map.png')],
    ])
      expect(await run(args)).toMatchObject({ status: 0, err: '' })
    expect(readdirSync(folder)).toHaveLength(3)
    expect(openToOthers(folder)).toEqual([])
  })

  it('is 0600 also over a file that everybody could read', async () => {
    const run = terminal(base.url, demoDay)
    const [sheet, picture] = [join(folder, 'visits.csv'), join(folder, 'map.png')]
    for (const path of [sheet, picture]) writeFileSync(path, 'old', { mode: 0o666 })
    await run(['export', 'visits', sheet, '--force'])
    await run(['overview', '--picture', picture])
    expect([modeOf(sheet), modeOf(picture)]).toEqual(['600', '600'])
  })

  it.skipIf(process.env.TEST_DATABASE_URL)(
    'is looked after by the doctor, who names each file and its mend',
    async () => {
      const path = base.url.slice('file:'.length)
      const permissions = async () => {
        const { out } = await terminal(base.url, demoDay)(['doctor', '--json'])
        const { findings }: { findings: { check: string }[] } = JSON.parse(out)
        return findings.find(({ check }) => check === 'permissions')
      }
      expect(await permissions()).toMatchObject({ state: 'ok' })
      chmodSync(path, 0o644)
      expect(await permissions()).toMatchObject({
        state: 'wrong',
        found: expect.stringContaining(`${path} is 0644`),
        mend: expect.stringContaining(`chmod 0600 ${path}`),
      })
      chmodSync(path, 0o640)
      expect(await permissions()).toMatchObject({ state: 'warn', found: expect.stringContaining('0640') })
      chmodSync(path, 0o600)
      chmodSync(join(path, '..'), 0o755)
      expect(await permissions()).toMatchObject({ state: 'warn', mend: `chmod 0700 ${join(path, '..')}` })
    },
  )
})
