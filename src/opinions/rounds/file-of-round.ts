import type { Db, Write } from '../../database/db.ts'
import { draftFileStands, type Rest } from '../../database/rests.ts'
import { takeTurn } from '../../database/turns.ts'

type FileOfRound = {
  readonly documentId: string | null
  readonly turns: readonly Write[]
  readonly rests: readonly Rest[]
}

/**
 * The file that a round carries which takes answers from now on: the one that stands for its version of the draft, and
 * that it still stands. Where there is none no row says so, and one that is kept in the same moment would find no open
 * round to go to: then it is a turn that everybody takes who keeps a draft.
 */
export async function fileOfRound(
  db: Db,
  { itemId, draftVersion }: { readonly itemId: string; readonly draftVersion: number },
): Promise<FileOfRound> {
  const turns = await takeTurn(db, 'drafts')
  const document = await db.document.findFirst({
    where: { itemId, version: draftVersion, liveKey: { not: null } },
    select: { id: true, liveKey: true },
  })
  return document === null
    ? { documentId: null, turns, rests: [] }
    : { documentId: document.id, turns: [], rests: [draftFileStands(document)] }
}
