import { sealAudit } from '../src/audit/seal.ts'
import { openDatabase } from '../src/database/open.ts'
import type { Databases } from './databases.ts'
import { silent } from './servers/given.ts'

const atOnce = 2000

/** How a backlog of unsealed lines is sealed, and for how long nothing else in the process has its turn meanwhile. */
export type Sealing = {
  readonly database: string
  readonly lines: number
  readonly seconds: number
  /** Microseconds a line; the same for a long backlog as for a short one where it grows linearly. */
  readonly microsALine: number
  readonly longestPauseMs: number
}

export async function measureSealing(databases: Databases, lines: number): Promise<Sealing> {
  const { db, close } = await openDatabase(await databases.fresh(), silent, 'created')
  try {
    const start = Date.parse('2020-06-16T02:00:00Z')
    for (let at = 0; at < lines; at += atOnce) {
      const data = Array.from({ length: Math.min(atOnce, lines - at) }, (_, place) => ({
        id: `line-${at + place}`,
        at: new Date(start + at + place),
        actor: 'tv-1',
        deed: 'opinion.submit',
        subject: 'round',
        facts: '{"version":1}',
      }))
      await db.audit.createMany({ data })
    }
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 1)
    const begun = performance.now()
    const sealed = await sealAudit(db)
    const ms = performance.now() - begun
    longest = Math.max(longest, performance.now() - last)
    clearInterval(timer)
    if (sealed !== lines) throw new Error(`${sealed} of ${lines} lines were sealed`)
    return {
      database: databases.name,
      lines,
      seconds: ms / 1000,
      microsALine: (ms * 1000) / lines,
      longestPauseMs: longest,
    }
  } finally {
    await close()
  }
}
