import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSample } from '../../src/imports/sample/load-sample.ts'
import { json, keysOf, spawned } from '../cli/terminal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')
const member = 'sample-tv-byt'

let base: TestDatabase
let folder: string
beforeEach(async () => {
  base = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-cli-'))
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the real entry in a process of its own. */
const real = (...args: readonly string[]) => spawned(args, { DATABASE_URL: base.url }, folder)

describe('the exit status', () => {
  it('is 0 when it is done, with the report alone on stdout', async () => {
    const path = join(folder, 'people.csv')
    writeFileSync(path, '\uFEFFkey;name;role\nan;Nguyễn Văn An;member\n')
    const { status, out, err } = await real('import', 'people', path, '--json')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(json(out)).toMatchObject({ created: 1, imported: true })
    expect((await base.db.person.findFirst())?.key).toBe('an')
  })

  it('is 1 when it is refused, with one line on stderr', async () => {
    const { status, err } = await real('import', 'people', 'none.csv')
    expect({ status, err }).toEqual({ status: 1, err: 'dondoc: none.csv: there is no such file\n' })
  })

  it('is 2 for a wrong usage', async () => {
    expect(await real('import', 'nonsense')).toMatchObject({ status: 2, out: '' })
  })
})

describe('round', () => {
  beforeEach(() => loadSample(base.db, demoDay))

  it('exits with 0, 1 and 2 as a round opens, is open and is not named', async () => {
    expect(await real('round', 'open', 'ND-DLCN')).toMatchObject({ status: 0, err: '' })
    expect(await real('round', 'open', 'ND-DLCN')).toMatchObject({ status: 1, out: '' })
    expect(await real('round', 'open')).toMatchObject({ status: 2, out: '' })
  })

  it('makes one round when two open it at the same moment, and refuses the other in words', async () => {
    const both = await Promise.all([real('round', 'open', 'ND-DLCN'), real('round', 'open', 'ND-DLCN')])
    expect(both.map((one) => one.status).toSorted()).toEqual([0, 1])
    expect(both.map((one) => one.err).join('')).toMatch(/^dondoc: A round on “.*” is already open\./)
    expect(await base.db.round.count()).toBe(1)
  })
})

it('doctor exits with 1 when anything is wrong, with one line on stderr, and with 0 when not', async () => {
  expect(await real('doctor', '--json')).toMatchObject({
    status: 1,
    err: 'dondoc: 3 things are wrong: plan, coordinators, members\n',
  })
  await loadSample(base.db, demoDay)
  const { status, out, err } = await real('doctor', '--json')
  expect({ status, err, keys: keysOf(JSON.parse(out)) }).toEqual({ status: 0, err: '', keys: ['ok', 'findings'] })
})

it('people link finds a Slack account by its e-mail address', async () => {
  await loadSample(base.db, demoDay)
  const asked: string[] = []
  const slack = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      asked.push(`${request.url} ${body}`)
      const answer = { ok: true, user: { id: 'U7', team_id: 'T1' } }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((done) => slack.listen(0, '127.0.0.1', done))
  const address = slack.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  try {
    await base.db.person.update({ where: { key: member }, data: { email: 'byt@example.vn' } })
    const env = {
      DATABASE_URL: base.url,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: 'test',
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    }
    const { status, out, err } = await spawned(['people', 'link', member, '--by-email', '--json'], env, folder)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(json(out)).toMatchObject([{ person: member, platform: 'slack', result: 'linked', why: 'T1/U7' }])
    expect(asked).toEqual([expect.stringContaining('byt%40example.vn')])
  } finally {
    slack.close()
  }
})
