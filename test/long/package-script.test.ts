import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

const APP = 'aaaaaaaa-0000-4000-8000-000000000001'
const HOST = 'dondoc.bocongan.example'

describe('the Teams package', () => {
  it('tells how the script is used, where it is asked or used wrongly', () => {
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build-teams-package.ts', ...args], {
        encoding: 'utf8',
      })
      return { status, usage: /Usage: npm run manifest/.test(stdout + stderr), line: stderr.split('\n')[0] }
    }
    expect(run('--help')).toEqual({ status: 0, usage: true, line: '' })
    expect(run()).toEqual({ status: 2, usage: true, line: 'both --app-id and --host are needed' })
    expect(run('--app', APP)).toMatchObject({ status: 2, usage: true })
    expect(run('--app-id', 'x', '--host', HOST)).toMatchObject({ status: 1, usage: false })
  })

  it('is written as a zip by the script', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'dondoc-')), 'teams.zip')
    const script = ['scripts/build-teams-package.ts', '--app-id', APP, '--host', HOST, '--out', out]
    const printed = execFileSync(process.execPath, script, { encoding: 'utf8' })
    expect(printed).toContain(out)
    expect(Object.keys(unzipSync(readFileSync(out))).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
    ])
  })
})
