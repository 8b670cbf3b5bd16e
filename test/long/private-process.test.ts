import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openToOthers } from '../files/open-to-others.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-private-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

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
  expect(openToOthers(folder)).toEqual([])
  await stop()
  expect(existsSync(join(folder, 'node-compile-cache'))).toBe(true)
  expect(openToOthers(folder)).toEqual([])
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
