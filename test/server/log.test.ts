import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { platforms } from '../../adapters/index.ts'
import { createLog } from '../../src/server/log.ts'
import { openTestDatabase } from '../support/database.ts'

function lines(level: Parameters<typeof createLog>[0], use: (log: ReturnType<typeof createLog>) => void): string[] {
  const written: string[] = []
  use(createLog(level, platforms, { write: (line) => written.push(line) }))
  return written
}

it('a line is JSON with the time, the level, the event and the facts', () => {
  const [line = ''] = lines('info', (log) => log.info({ id: 'k1', ms: 3 }, 'outbox.sent'))
  expect(JSON.parse(line)).toEqual({ level: 'info', time: expect.any(String), id: 'k1', ms: 3, event: 'outbox.sent' })
})

it('a level hides what is below it', () => {
  expect(
    lines('warn', (log) => {
      log.debug({}, 'a')
      log.info({}, 'b')
      log.warn({}, 'c')
    }),
  ).toHaveLength(1)
})

it('no token is printed, however deep a library hides it in an error', () => {
  const error = Object.assign(new Error('request failed'), {
    config: { headers: { Authorization: 'Bearer xoxb-secret', cookie: 'session-secret', 'set-cookie': 'c-secret' } },
  })
  const text = lines('info', (log) => {
    log.error({ err: error }, 'slack.failed')
    log.info({ token: 'a-secret', slack: { botToken: 'b-secret', 'set-cookie': 'd-secret' } }, 'start')
    log.info({ 'set-cookie': 'e-secret' }, 'start')
  }).join('\n')
  expect(text).toContain('request failed')
  expect(text).not.toContain('secret')
})

it('no address that is a key is printed, in whichever fact a library put it', () => {
  const token = 'Zm9vYmFyYmF6cXV1eGNvcmdlZ3JhdWx0Z2FycGx5d2E'
  const said = [
    `GET https://dondoc.example.vn/enter/${token} failed`,
    `cannot read /calendar/${token}.ics?x=1 now`,
    `GET https://dondoc.example.vn/files/${token}/nd-dlcn-lan-2.docx failed`,
    `https://bca-my.sharepoint.com/personal/a/download.aspx?UniqueId=1&tempauth=${token}&ApiVersion=2.0 refused`,
    `postgresql://db.example.vn/dondoc?user=dondoc&password=${token} is away`,
    `https://hooks.slack.com/actions/T1/2/${token} refused`,
    `https://files.slack.com/upload/v1/${token} refused`,
    `wss://wss-primary.slack.com/link/?ticket=${token}&app_id=1 closed`,
    `postgresql://dondoc:${token}@db.example.vn/dondoc is away`,
  ]
  const text = lines('info', (log) => {
    for (const words of said) log.warn({ said: words, err: new Error(words), deep: { of: [words] } }, 'x')
  })
  expect(text.join('')).not.toContain(token)
  for (const line of text) expect(JSON.parse(line).said).toMatch(/\[redacted\].* (?:failed|now|refused|closed|away)$/)
})

it('what comes below a path of ours is a key wherever a route takes any path below it', () => {
  const token = 'Zm9vYmFyYmF6cXV1eGNvcmdlZ3JhdWx0Z2FycGx5d2E'
  const code = globSync('{src,adapters}/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const folders = [...new Set(code.flatMap((text) => [...text.matchAll(/'(\/[\w/-]+\/)\*'/g)].map(([, path]) => path)))]
  expect(folders.toSorted()).toEqual(['/calendar/', '/enter/', '/files/'])
  const example = readFileSync('docs/operating.md', 'utf8')
  for (const folder of folders) {
    const [line = ''] = lines('info', (log) => log.info({ said: `GET ${folder}${token}` }, 'x'))
    expect(JSON.parse(line).said).toBe(`GET ${folder}[redacted]`)
    expect(example, 'the paths that a proxy must not write down').toContain(`\`${folder}<`)
  }
})

it('a place in the code is printed whole, also below a folder that is called as an address is', () => {
  const facts = { path: '/enter/*', stack: 'at read (/opt/dondoc/src/calendar/working-days.ts:12:3)' }
  const [line = ''] = lines('info', (log) => log.error(facts, 'x'))
  expect(JSON.parse(line)).toMatchObject(facts)
})

it('an error of the database is logged without the words that were to be stored', async () => {
  const { db, drop } = await openTestDatabase()
  const secret = 'tuyệt đối kín'
  const row = { id: 'x', revision: 1, body: secret, updatedAt: new Date(), roundId: 'none', personId: 'none' }
  const stray = { stray: secret }
  const failures = await Promise.allSettled([
    db.opinionDraft.create({ data: { ...row, ...stray } }),
    db.opinionDraft.create({ data: row }),
    db.$queryRaw`SELECT * FROM "NoSuchTable" WHERE body = ${secret}`,
  ])
  await drop()
  for (const failure of failures) {
    if (failure.status === 'fulfilled') throw new Error('nothing failed')
    const [line = ''] = lines('info', (log) => log.error({ err: failure.reason }, 'request.failed'))
    expect(line).not.toContain(secret)
    expect(JSON.parse(line)).toMatchObject({
      err: { type: expect.stringContaining('Prisma'), message: expect.stringMatching(/\w/) },
    })
  }
})
