import type { SentFile } from '../../contract/inbound.ts'
import type { Db } from '../../database/db.ts'
import { keepFile } from '../store/keep-file.ts'
import type { BroughtFile } from './brought-file.ts'
import { examineFile } from './examine-file.ts'
import { plainName } from './file-words.ts'

/**
 * Looks into the files of one message and keeps the bytes of those that are taken, one after another; nothing refers to
 * them yet. Of a file that is refused nothing is kept, and why is told by a code.
 */
export async function bringFiles(db: Db, files: readonly SentFile[], now: Date): Promise<readonly BroughtFile[]> {
  const brought: BroughtFile[] = []
  for (const { name = '', field, bytes, missing } of files) {
    const said = { name: plainName(name), field }
    if (bytes === undefined) {
      brought.push({ ...said, refused: missing ?? 'not-given' })
      continue
    }
    const found = await examineFile(name, bytes)
    if (found.refused !== undefined) {
      brought.push({ ...said, refused: found.refused })
      continue
    }
    const { sha256, size } = await keepFile(db, bytes, found.mediaType, now)
    brought.push({ ...said, sha256, size, kind: found.kind, document: found.document })
  }
  return brought
}
