import { openDatabase } from '../src/database/open.ts'
import { type Child, startChild } from './child.ts'
import type { Databases } from './databases.ts'
import { atRate, type Load, saturated } from './load.ts'
import { prepare } from './prepare.ts'
import { conversationOf, press, userOf } from './requests.ts'
import { silent } from './servers/given.ts'
import type { Settings } from './settings.ts'
import { slackStandIn } from './slack-stand-in.ts'
import { type Latency, latency, type Spread, spread } from './statistics.ts'

/**
 * The servers compared, in the order in which every round measures them. `opinion` is stored and acknowledged, as far as
 * the bare apps go; for `opinion-shown` the card is rendered and handed to the Web API's client as well; `opinion-whole`
 * has two comments, makes that call over loopback, and delivers the outbox and seals the audit log beside.
 */
export const contestants = ['bare-prisma', 'bare-driver', 'opinion', 'opinion-shown', 'opinion-whole'] as const
export type Contestant = (typeof contestants)[number]

export type Ratios = {
  readonly database: string
  readonly pressure: 'at-rate' | 'saturated'
  readonly rows: readonly {
    readonly name: Contestant
    /** CPU milliseconds a request, all threads. */
    readonly cpuMs: Spread
    readonly overPrisma: Spread
    readonly overDriver: Spread
    readonly latencyMs: Latency
  }[]
}

const extents = { opinion: 'stored', 'opinion-shown': 'shown', 'opinion-whole': 'whole' } as const
type Sample = { readonly cpuMs: number; readonly load: Load }
const lanes = 8

/**
 * CPU a request, one server after the other in each round, so that the machine's other work falls on all alike. Every
 * request is a signed press; the product's are [Gửi] on a draft that is there, each by another member.
 */
export async function measureRatios(databases: Databases, settings: Settings, step: (what: string) => void) {
  const { rounds, perSecond, atRateCount, saturatedCount, warmUp } = settings
  const each = warmUp + rounds * (atRateCount + saturatedCount)
  const api = await slackStandIn()
  const running: { name: Contestant; child: Child; next: () => ReturnType<typeof press>; check(): Promise<void> }[] = []
  try {
    for (const name of contestants) {
      step(`${databases.name}: preparing ${name}`)
      running.push({ name, ...(await open(name, databases, each, api.url)) })
    }
    for (const { child, next, name } of running) {
      step(`${databases.name}: warming up ${name}`)
      await saturated(child.url, lanes, warmUp, next)
    }
    const pressures = ['at-rate', 'saturated'] as const
    const samples = new Map<string, Sample[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const pressure of pressures) {
        for (const { name, child, next } of running) {
          step(`${databases.name}: round ${round + 1}/${rounds}, ${pressure}, ${name}`)
          const before = await child.usage()
          const load =
            pressure === 'at-rate'
              ? await atRate(child.url, perSecond, atRateCount, next)
              : await saturated(child.url, lanes, saturatedCount, next)
          const after = await child.usage()
          if (load.failed > 0) throw new Error(`${name}: ${load.failed} requests failed`)
          const key = `${pressure} ${name}`
          samples.set(key, [
            ...(samples.get(key) ?? []),
            { cpuMs: (after.cpuMs - before.cpuMs) / load.ms.length, load },
          ])
        }
      }
    }
    for (const { check } of running) await check()
    return pressures.map((pressure): Ratios => {
      const of = (name: Contestant) => samples.get(`${pressure} ${name}`) ?? []
      const over = (name: Contestant, base: Contestant) =>
        spread(of(name).map(({ cpuMs }, round) => cpuMs / (of(base)[round]?.cpuMs ?? Number.NaN)))
      const rows = contestants.map((name) => ({
        name,
        cpuMs: spread(of(name).map((sample) => sample.cpuMs)),
        overPrisma: over(name, 'bare-prisma'),
        overDriver: over(name, 'bare-driver'),
        latencyMs: latency(of(name).flatMap((sample) => sample.load.ms)),
      }))
      return { database: databases.name, pressure, rows }
    })
  } finally {
    await Promise.all(running.map(({ child }) => child.stop()))
    await api.stop()
  }
}

async function open(name: Contestant, databases: Databases, each: number, apiUrl: string) {
  const url = await databases.fresh()
  let number = -1
  const user = () => {
    number += 1
    return number
  }
  if (name === 'bare-prisma' || name === 'bare-driver') {
    const child = await startChild(name, [url])
    const next = () => pressBy(user(), { kind: 'home.show' })
    return { child, next, check: async () => undefined }
  }
  const { db, close } = await openDatabase(url, silent, 'created')
  const drafts = { comments: name === 'opinion-whole' ? 2 : 0 }
  const { round } = await prepare(db, { members: each, drafts }).finally(close)
  const child = await startChild('product', [url, extents[name], apiUrl])
  return {
    child,
    next: () => pressBy(user(), { kind: 'opinion.submit', round, revision: 1 }),
    check: () => everyOpinionIsStored(url, name, number + 1),
  }
}

const pressBy = (number: number, intent: Parameters<typeof press>[2]) =>
  press(userOf(number), conversationOf(number), intent)

/** Figures of requests that did not do their work would be worth nothing. */
async function everyOpinionIsStored(url: string, name: Contestant, expected: number): Promise<void> {
  const { db, close } = await openDatabase(url, silent, 'created')
  const counts = await Promise.all([db.opinion.count(), db.received.count(), db.audit.count(), db.outbox.count()])
  const [left, comments] = await Promise.all([db.opinionDraft.count(), db.opinionComment.count()]).finally(close)
  const wantedComments = name === 'opinion-whole' ? 2 * expected : 0
  if (counts.some((count) => count !== expected) || left !== 0 || comments !== wantedComments) {
    throw new Error(`${name}: ${expected} presses left ${counts.join(', ')} rows, ${comments} comments, ${left} drafts`)
  }
}
