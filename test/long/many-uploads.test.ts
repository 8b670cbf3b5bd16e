import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { mostFileBytes } from '../../src/contract/inbound.ts'
import { openDatabase } from '../../src/database/open.ts'
import { readKeptFile } from '../../src/documents/store/keep-file.ts'
import { quiet } from '../support/quiet.ts'
import { sitDown } from '../support/web-seats.ts'
import { inParts } from '../support/web-tab.ts'
import { startServer } from './whole-server.ts'

const people = ['sample-dp1', 'sample-dp2', 'sample-tv-byt', 'sample-tv-btc', 'sample-st-bca']

it('five people who each send a file of 20 MB at once are all answered, again and again, and their files are kept whole', {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-uploads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const url = `file:${folder}/dondoc.db`
  const { child, origin } = await startServer(url)
  const tabs = await Promise.all(people.map((who) => sitDown(origin, who)))
  for (let round = 0; round < 3; round += 1) {
    const got = await Promise.all(
      tabs.map(async (tab) => {
        const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(mostFileBytes - 8)])
        const said = { id: randomBytes(8).toString('hex'), input: { kind: 'typed', text: 'ND-DLCN' } }
        return await tab.post('/web/inbound', inParts(said, [{ name: 'cong-van.png', bytes }]))
      }),
    )
    expect(got.map(({ status }) => status)).toEqual(people.map(() => 200))
  }
  const { db, close } = await openDatabase(url, quiet)
  // Whoever was told that it takes longer is still at it; a stop would rightly cut that off.
  const sent = 3 * people.length
  const parts = sent * Math.ceil(mostFileBytes / (512 * 1024))
  await vi.waitFor(async () => expect(await db.filePart.count()).toBe(parts), { timeout: 120_000, interval: 200 })
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  const contents = await db.fileContent.findMany()
  expect(contents).toHaveLength(sent)
  for (const { sha256 } of contents) expect(await readKeptFile(db, sha256)).toHaveLength(mostFileBytes)
  await close()
})
