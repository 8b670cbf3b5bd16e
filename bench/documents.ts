import { VIETNAM } from '../src/calendar/vietnam.ts'
import { openDatabase } from '../src/database/open.ts'
import { readDocument } from '../src/documents/read-document.ts'
import { searchProvisions } from '../src/documents/search-provisions.ts'
import { loadRound } from '../src/opinions/rounds/rounds.ts'
import { readRecord } from '../src/record/read-record.ts'
import { makeInWorker } from '../src/record/write/make-in-worker.ts'
import { createApp } from '../src/requests/receive.ts'
import { draftDocx } from '../test/documents/draft-docx.ts'
import type { Databases } from './databases.ts'
import { prepare } from './prepare.ts'
import { conversationOf, tenant, userOf } from './requests.ts'
import { failing, silent } from './servers/given.ts'
import { type Latency, latency, type Spread, spread } from './statistics.ts'

const runs = 5
const zone = 'Asia/Ho_Chi_Minh'

export type DraftFigures = {
  readonly provisions: number
  readonly readMs: Spread
  /** The first search of a list makes its index. */
  readonly firstSearchMs: Spread
  readonly searchMs: Latency
}

export type RecordFigures = {
  readonly database: string
  readonly remarks: number
  readonly seconds: Spread
  /** A coordinator's board, asked for without a pause: while nothing else happens, and while a record is made. */
  readonly idleMs: Latency
  readonly busyMs: Latency
  /** Resident memory at its highest beyond what it was before, the first time. */
  readonly memoryMb: number
}

/** Reads a Word file with so many provisions, and searches among them. */
export async function measureDrafts(articles = 125): Promise<DraftFigures> {
  const bytes = await draftDocx({ name: 'bench', lines: longDraft(articles) }, true)
  const [readMs, firstSearchMs, searchMs]: [number[], number[], number[]] = [[], [], []]
  let provisions = 0
  for (let run = 0; run < runs; run += 1) {
    const [document, ms] = await timed(() => readDocument({ name: 'du-thao.docx', bytes }))
    readMs.push(ms)
    provisions = document.provisions.length
    const [, first] = await timed(async () => searchProvisions(document.provisions, 'chia sẻ dữ liệu', 20))
    firstSearchMs.push(first)
    for (let number = 1; number <= articles; number += 1)
      for (const words of [`Điều ${number} khoản 2`, `co quan ${number}`])
        searchMs.push((await timed(async () => searchProvisions(document.provisions, words, 20)))[1])
  }
  return { provisions, readMs: spread(readMs), firstSearchMs: spread(firstSearchMs), searchMs: latency(searchMs) }
}

function longDraft(articles: number) {
  return Array.from({ length: articles }, (_, at) => at + 1).flatMap((number) => [
    { id: `d${number}`, text: `Điều ${number}. Trách nhiệm của cơ quan ${number}`, row: false },
    ...[1, 2, 3].map((clause) => ({
      id: `d${number}.k${clause}`,
      text: `${clause}. Cơ quan ${number} chia sẻ dữ liệu trong ${clause + 2} ngày làm việc kể từ khi nhận đề nghị.`,
      row: false,
    })),
  ])
}

/** Makes the consolidated table of 2,000 remarks of 100 members as DOCX, while others are answered in the same process. */
export async function measureRecord(databases: Databases, members = 100, comments = 20): Promise<RecordFigures> {
  const { db, close } = await openDatabase(await databases.fresh(), silent, 'created')
  try {
    const { round } = await prepare(db, { members, coordinator: true, drafts: { comments } })
    const now = () => new Date()
    const about = { db, now, zone, publicUrl: 'http://127.0.0.1:3978', calendar: VIETNAM, mustHear: [] }
    const app = createApp({ ...about, locale: 'vi', log: failing, wake: () => undefined, patienceMs: 60_000 })
    let count = 0
    const press = async (member: number, intent: object) => {
      count += 1
      const from = { platform: 'slack', tenant, user: userOf(member), conversation: conversationOf(member) }
      const input = { kind: 'pressed', intent } as const
      return await timed(() => app.receive({ id: `bench-${count}`, from, audience: 'private', input }))
    }
    for (let member = 0; member < members; member += 1)
      await press(member, { kind: 'opinion.submit', round, revision: 1 })
    if ((await db.opinionComment.count()) !== members * comments) throw new Error('not every opinion was sent')
    const board = async () => (await press(0, { kind: 'board.show', round }))[1]
    const idle: number[] = []
    for (let time = 0; time < 300; time += 1) idle.push(await board())
    const [seconds, busy]: [number[], number[]] = [[], []]
    const before = process.memoryUsage.rss()
    let highest = before
    let memoryMb = 0
    for (let run = 0; run < runs; run += 1) {
      const making = timed(async () => {
        const source = await readRecord({ db, now: now(), zone }, await loadRound({ db }, round))
        return await makeInWorker({ source, locale: 'vi', what: 'table', format: 'docx' })
      })
      let done = false
      void making.finally(() => {
        done = true
      })
      while (!done) {
        busy.push(await board())
        highest = Math.max(highest, process.memoryUsage.rss())
      }
      seconds.push((await making)[1] / 1000)
      if (run === 0) memoryMb = (highest - before) / 2 ** 20
    }
    const all = { seconds: spread(seconds), idleMs: latency(idle), busyMs: latency(busy), memoryMb }
    return { database: databases.name, remarks: members * comments, ...all }
  } finally {
    await close()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const started = performance.now()
  const made = await work()
  return [made, performance.now() - started]
}
