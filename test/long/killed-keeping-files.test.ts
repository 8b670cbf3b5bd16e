import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../src/database/db.ts'
import { openDatabase } from '../../src/database/open.ts'
import { readKeptFile } from '../../src/documents/store/keep-file.ts'
import { coordinator } from '../support/committee.ts'
import { quiet } from '../support/quiet.ts'
import { sitDown } from '../support/web-seats.ts'
import { inParts } from '../support/web-tab.ts'
import { startServer } from './whole-server.ts'

const kills = 30
type Acknowledged = { readonly incoming: string[]; readonly kept: string[] }

it(`${kills} kills while files are being kept leave none in part that anything refers to, and lose none that was confirmed`, {
  timeout: 1_800_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const url = `file:${folder}/dondoc.db`
  await openRound(url)
  const acknowledged: Acknowledged = { incoming: [], kept: [] }
  const roundMs = await timeOfOneRound(url, acknowledged)
  const moments: number[] = []
  let torn = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, origin } = await startServer(url)
    // Any moment of a picture, of a draft, or of the next ones, however fast this machine is now.
    const after = 2 * Math.random() * roundMs
    moments.push(Math.round(after))
    const ended = once(child, 'exit')
    // Not a wait: the moment of the kill is what is tried.
    setTimeout(() => child.kill('SIGKILL'), after)
    await sendUntilKilled(origin, acknowledged)
    expect(await ended, String(moments)).toEqual([null, 'SIGKILL'])
    const { db, close } = await openDatabase(url, quiet)
    torn += await look(db, acknowledged, moments)
    await close()
  }
  expect(acknowledged.incoming.length, String(moments)).toBeGreaterThan(1)
  expect(acknowledged.kept.length, String(moments)).toBeGreaterThan(1)
  // Otherwise no kill came between the parts of a file.
  expect(torn, String(moments)).toBeGreaterThan(0)
})

/** A letter is of use where a round is open. */
async function openRound(url: string): Promise<void> {
  const { child } = await startServer(url)
  child.kill('SIGTERM')
  await once(child, 'exit')
  const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
  const command = ['round', 'open', 'CL-CPDT', '--members', 'all', '--working-days', '20']
  const cli = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...command], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  expect(await once(cli, 'exit')).toEqual([0, null])
}

const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const Said = z.looseObject({ reply: z.looseObject({}), provisional: z.boolean().optional() })
/** The first button of an answer whose intent is of this kind. */
function intentIn(answer: unknown, kind: string): unknown {
  if (typeof answer !== 'object' || answer === null) return undefined
  if ('intent' in answer && typeof answer.intent === 'object' && answer.intent !== null)
    if ('kind' in answer.intent && answer.intent.kind === kind) return answer.intent
  for (const each of Object.values(answer)) {
    const found = intentIn(each, kind)
    if (found !== undefined) return found
  }
  return undefined
}

type Tab = Awaited<ReturnType<typeof sitDown>>

/** How long it takes to send and keep one picture and one draft here, in milliseconds. */
async function timeOfOneRound(url: string, to: Acknowledged): Promise<number> {
  const { child, origin } = await startServer(url)
  const begins = performance.now()
  await sendAndKeep(await sitDown(origin, coordinator), to)
  const took = performance.now() - begins
  child.kill('SIGTERM')
  await once(child, 'exit')
  return took
}

async function sendUntilKilled(origin: string, to: Acknowledged): Promise<void> {
  try {
    const tab = await sitDown(origin, coordinator)
    for (;;) await sendAndKeep(tab, to)
  } catch (error) {
    // The connection broke off; whatever else is wrong is a fault.
    if (!(error instanceof TypeError)) throw error
  }
}

/** Sends a large picture, and a draft that is then kept. */
async function sendAndKeep(tab: Tab, to: Acknowledged): Promise<void> {
  /** Says it until there is an answer: a machine that is busy says that there is none yet, and to send it again. */
  const say = async (input: object, bytes?: Uint8Array<ArrayBuffer>, name = '') => {
    const said = { id: randomBytes(8).toString('hex'), input }
    for (;;) {
      const got = await tab.post('/web/inbound', bytes === undefined ? said : inParts(said, [{ name, bytes }]))
      expect(got.status, JSON.stringify([input, got.json])).toBe(200)
      const answer = Said.parse(got.json)
      if (answer.provisional !== true) return answer
    }
  }
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(8_000_000)])
  await say({ kind: 'typed', text: 'CL-CPDT' }, picture, 'cong-van.png')
  to.incoming.push(shaOf(picture))
  const draft = Buffer.from(`Điều 1. Một\n${randomBytes(400_000).toString('hex').replaceAll(/.{70}/g, '$&\n')}`)
  const sayFor = async (kind: string, ...said: Parameters<typeof say>) => {
    const answer = await say(...said)
    const intent = intentIn(answer, kind)
    expect(intent, JSON.stringify(answer)).toBeDefined()
    return intent
  }
  const check = await sayFor('draft.check', { kind: 'typed', text: 'ND-DLCN' }, draft, 'nd.txt')
  const keep = await sayFor('draft.keep', { kind: 'pressed', intent: check })
  await say({ kind: 'pressed', intent: keep })
  to.kept.push(shaOf(draft))
}

/** Gives how many files lie there in part, to which nothing refers. */
async function look(db: Db, acknowledged: Acknowledged, moments: readonly number[]): Promise<number> {
  const why = String(moments)
  expect(await db.$queryRawUnsafe('PRAGMA integrity_check'), why).toEqual([{ integrity_check: 'ok' }])
  expect(await db.$queryRawUnsafe('PRAGMA foreign_key_check'), why).toEqual([])
  const [incoming, documents, contents] = [
    await db.incomingFile.findMany({ select: { sha256: true } }),
    await db.document.findMany({ select: { id: true, sha256: true } }),
    await db.fileContent.findMany({ select: { sha256: true } }),
  ]
  const referred = new Set([...incoming, ...documents].map(({ sha256 }) => sha256))
  let torn = 0
  for (const { sha256 } of contents) {
    const bytes = await readKeptFile(db, sha256)
    if (bytes === undefined) torn += 1
    if (referred.has(sha256)) expect(bytes === undefined ? undefined : shaOf(bytes), why).toBe(sha256)
  }
  for (const sha256 of acknowledged.incoming) expect(incoming, why).toContainEqual({ sha256 })
  const kept = documents.map(({ sha256 }) => sha256)
  expect(kept, why).toEqual(expect.arrayContaining(acknowledged.kept))
  // Each has its line in the log, and nothing else has.
  const lines = await db.audit.findMany({ where: { deed: 'draft.keep' }, select: { subject: true } })
  expect(lines.map(({ subject }) => subject).toSorted(), why).toEqual(documents.map(({ id }) => id).toSorted())
  return torn
}
