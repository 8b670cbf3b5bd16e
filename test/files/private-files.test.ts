import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takePlace } from '../../src/database/only-server.ts'
import { openDatabase } from '../../src/database/open.ts'
import { loadSample } from '../../src/imports/sample/load-sample.ts'
import { terminal } from '../cli/terminal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-private-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** Every file and folder below `path` that anybody but its owner gets at. */
function open(path: string): readonly string[] {
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
  return below.filter((each) => !['600', '700'].includes(modeOf(each))).map((each) => `${modeOf(each)} ${each}`)
}

/** Runs the real entry until it has said where it is, under a umask that takes nothing away. */
async function started(env: Readonly<Record<string, string>>) {
  const entry = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
  const command = ['--disable-warning=ExperimentalWarning', entry]
  const child = spawn('sh', ['-c', 'umask 000; exec "$0" "$@"', process.execPath, ...command], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (part) => {
      lines.push(...String(part).split('\n'))
      if (lines.some((line) => line.includes('Đôn đốc: http'))) resolve()
    })
    child.on('close', () => resolve())
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  return { lines, stop }
}

it('makes every file and folder this user’s alone, whatever the umask: the whole process, from start to end', async () => {
  // TMPDIR: Node keeps what it has compiled in the system's folder.
  const { lines, stop } = await started({ TMPDIR: folder, DATABASE_URL: 'file:./new/data/dondoc.db' })
  expect(readdirSync(join(folder, 'new/data')).sort()).toEqual([
    'dondoc.db',
    'dondoc.db-server',
    'dondoc.db-shm',
    'dondoc.db-wal',
  ])
  expect(open(folder)).toEqual([])
  await stop()
  expect(existsSync(join(folder, 'node-compile-cache'))).toBe(true)
  expect(open(folder)).toEqual([])
  expect(lines.join()).not.toContain('database.open-to-others')
})

it('says at the start which files of an older installation others may read', async () => {
  const database = join(folder, 'dondoc.db')
  writeFileSync(database, '', { mode: 0o644 })
  const { lines, stop } = await started({ DATABASE_URL: `file:${database}` })
  await stop()
  const said = lines.filter((line) => line.includes('database.open-to-others'))
  // SQLite gives what lies beside it the same permissions.
  expect(said.join()).toContain(`"path":"${database}","mode":"0644"`)
  expect(said.join()).toContain(`"mend":"chmod 0600 ${database}-wal"`)
})

it('makes a database and its folders so without the process’s umask as well', async () => {
  await (await openDatabase(`file:${folder}/a/b/c.db`, quiet, 'created')).close()
  takePlace(`file:${folder}/a/b/c.db`).end()
  expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['c.db', 'c.db-server'])
  expect(open(folder)).toEqual([])
})

describe('what commands write', () => {
  let base: TestDatabase
  beforeEach(async () => {
    base = await openTestDatabase()
    await loadSample(base.db, demoDay)
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
    expect(open(folder)).toEqual([])
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
