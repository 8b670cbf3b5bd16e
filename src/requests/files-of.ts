import type { Inbound, SentFile } from '../contract/inbound.ts'
import type { Db } from '../database/db.ts'
import { bringFiles } from '../documents/intake/bring-files.ts'
import type { BroughtFile } from '../documents/intake/brought-file.ts'

/** What was looked into, once a delivery however often it is decided anew. */
const looked = new WeakMap<Inbound, Promise<readonly BroughtFile[]>>()

/**
 * The files of a delivery: those that came to the bot alone, after they were looked into, and `left`, of which only the
 * names came.
 */
export async function filesOf(
  db: Db,
  inbound: Inbound,
  now: Date,
): Promise<{ readonly brought: readonly BroughtFile[]; readonly left: readonly SentFile[] }> {
  const { files = [], audience } = inbound
  const came = (file: SentFile) => audience === 'private' && (file.bytes !== undefined || file.missing !== undefined)
  const left = files.filter((file) => !came(file))
  if (left.length === files.length) return { brought: [], left }
  const before = looked.get(inbound)
  const looking = before ?? bringFiles(db, files.filter(came), now)
  looked.set(inbound, looking)
  return { brought: await looking, left }
}
