import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase } from '../src/database/open.ts'
import { countOutbox } from '../src/outbox/count.ts'
import { put } from '../src/outbox/put.ts'
import type { Databases } from './databases.ts'
import { limitedPlatforms, type Seen } from './fan-out-platforms.ts'
import { prepare } from './prepare.ts'
import { signingSecret } from './requests.ts'
import { silent } from './servers/given.ts'

/** Messages a second that each platform takes: Slack's is assumed ("several hundred a minute"), Teams' documented. */
const limits = { slack: { most: 600, withinMs: 60_000 }, teams: { most: 50, withinMs: 1000 } }
const perSecond = { slack: 10, teams: 50 }
const longestMs = 10 * 60_000

export type FanOut = {
  readonly database: string
  readonly what: string
  readonly platforms: readonly {
    readonly platform: 'slack' | 'teams'
    readonly members: number
    /** From the first to the last message that arrived, over the least time in which the platform would take them. */
    readonly overLeast: number
    /** Of all calls, those beyond the limits. */
    readonly limitedShare: number
    /** Members who got nothing and of whom no row of the ledger says that it is not sure. */
    readonly missed: number
    /** Members who got it twice, and of those the ones of whom the first answer had said so, or whose platform tells. */
    readonly doubled: number
    readonly avoidable: number
  }[]
  readonly unsure: number
}

export type Idle = { readonly database: string; readonly seconds: number; readonly cpuShare: number }

const cases = [
  { what: 'as it goes', kills: 0, faults: 0 },
  { what: 'killed three times', kills: 3, faults: 0 },
  { what: '8 % of calls fail', kills: 0, faults: 0.08 },
]

/**
 * A request for an opinion to so many members on Slack and so many on Teams at once, sent by the product itself in a
 * process of its own, to platforms that enforce their limits.
 */
export async function measureFanOut(
  databases: Databases,
  members: number,
  step: (what: string) => void,
): Promise<readonly FanOut[]> {
  const all: FanOut[] = []
  for (const each of cases) {
    step(`${databases.name}: a fan-out to ${members} + ${members}, ${each.what}`)
    all.push(await fanOut(databases, members, each))
  }
  return all
}

async function fanOut(
  databases: Databases,
  members: number,
  { what, kills, faults }: (typeof cases)[number],
): Promise<FanOut> {
  const url = await databases.fresh()
  const database = await openDatabase(url, silent, 'created')
  const platforms = await limitedPlatforms(limits, { share: faults })
  let product: ChildProcess | undefined
  try {
    await prepareNotifications(database, members, platforms.url)
    product = await startProduct(url, platforms.url)
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(async () => platforms.slack.arrived.size >= (members * kill) / (kills + 1) / 2)
      await end(product, 'SIGKILL')
      product = await startProduct(url, platforms.url)
    }
    await until(async () => {
      const stand = await countOutbox(database.db)
      const doubts = await database.db.outbox.count({
        where: { status: 'unsure', tries: { none: { result: 'sought' } } },
      })
      return (stand.get('waiting') ?? 0) + (stand.get('sending') ?? 0) + doubts === 0
    })
    const unsure = await database.db.outbox.findMany({ where: { status: 'unsure' }, select: { key: true } })
    const open = new Set(unsure.map((row) => row.key))
    const tell = (platform: 'slack' | 'teams', seen: Seen) => {
      const places = Array.from({ length: members }, (_, at) =>
        placeOf(platform, platform === 'slack' ? at : members + at),
      )
      const twice = places.filter((place) => (seen.arrived.get(place) ?? 0) > 1)
      return {
        platform,
        members,
        overLeast: (seen.last - seen.first) / 1000 / ((members - 1) / perSecond[platform]),
        limitedShare: seen.limited / seen.calls,
        missed: places.filter((place) => !seen.arrived.has(place) && !open.has(`bench:${place}`)).length,
        doubled: twice.length,
        avoidable: twice.filter((place) => platform === 'slack' || seen.acknowledged.has(place)).length,
      }
    }
    return {
      database: databases.name,
      what,
      platforms: [tell('slack', platforms.slack), tell('teams', platforms.teams)],
      unsure: unsure.length,
    }
  } finally {
    if (product !== undefined) await end(product, 'SIGTERM')
    await platforms.stop()
    await database.close()
  }
}

/** CPU of the whole product with both platforms while nothing happens, as a share of one core. */
export async function measureIdle(databases: Databases, seconds: number): Promise<Idle> {
  const url = await databases.fresh()
  const platforms = await limitedPlatforms(limits, { share: 0 })
  const product = await startProduct(url, platforms.url)
  try {
    await new Promise((done) => setTimeout(done, 5000))
    const before = cpuMs(product)
    await new Promise((done) => setTimeout(done, seconds * 1000))
    return { database: databases.name, seconds, cpuShare: (cpuMs(product) - before) / 1000 / seconds }
  } finally {
    await end(product, 'SIGTERM')
    await platforms.stop()
  }
}

const placeOf = (platform: 'slack' | 'teams', number: number) => (platform === 'slack' ? `D${number}` : `a:${number}`)

/** Members with an account on one of the two platforms, a round they were asked in, and its request in the ledger. */
async function prepareNotifications({ db }: Database, members: number, platformsUrl: string): Promise<void> {
  const { round } = await prepare(db, { members: 2 * members, drafts: { comments: 0 } })
  const accounts = await db.account.findMany({ select: { id: true, user: true, personId: true } })
  const posts = []
  for (const { id, user, personId } of accounts) {
    const number = Number(user.slice(1))
    const platform = number < members ? 'slack' : 'teams'
    const place = placeOf(platform, number)
    if (platform === 'teams') {
      const conversation = JSON.stringify({
        serviceUrl: `${platformsUrl}/teams/`,
        channelId: 'msteams',
        conversation: { id: place, conversationType: 'personal', tenantId: 'T1' },
        user: `29:${number}`,
        bot: '28:bench',
      })
      const entra = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
      await db.account.update({ where: { id }, data: { platform, user: entra, conversation }, select: { id: true } })
    }
    posts.push({
      key: `bench:${place}`,
      personId: personId ?? '',
      letter: { kind: 'request', round, card: true },
      subject: round,
    })
  }
  for (let at = 0; at < posts.length; at += 500) await put(db, posts.slice(at, at + 500), new Date())
}

/** The product as an operator starts it, writing to the stand-ins. */
async function startProduct(databaseUrl: string, platformsUrl: string): Promise<ChildProcess> {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const product = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    // Nothing of this shell's: no credentials, no other database.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: `${platformsUrl}/api/`,
      TEAMS_AUTH: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((done, failed) => {
    product.stdout?.once('data', () => done())
    product.once('exit', (code) => failed(new Error(`the product ended with ${code}`)))
  })
  return product
}

async function end(product: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return
  const ended = new Promise((done) => product.once('exit', done))
  product.kill(signal)
  await ended
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const givenUp = performance.now() + longestMs
  while (!(await done())) {
    if (performance.now() > givenUp) throw new Error('the fan-out did not come to its end')
    await new Promise((next) => setTimeout(next, 250))
  }
}

/** User and system time so far, from /proc; clock ticks are hundredths of a second on Linux. */
function cpuMs(product: ChildProcess): number {
  const fields = readFileSync(`/proc/${product.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
