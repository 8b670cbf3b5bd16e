import type { Context } from '../../context.ts'
import type { Write } from '../../database/db.ts'
import { putFiles } from '../../outbox/put.ts'

/**
 * Puts the file of a round's draft into the ledger for those of `people`, by id, who have an account on a platform that
 * brings files: it comes beside the request once that has arrived. Once for each person and file of a round, by the key.
 * Elsewhere the request itself offers the draft.
 */
export async function putDraftFiles(
  { db, now, bringsFiles = [] }: Pick<Context, 'db' | 'now' | 'bringsFiles'>,
  round: string,
  document: string,
  people: readonly string[],
): Promise<readonly Write[]> {
  if (bringsFiles.length === 0) return []
  const rows = await db.account.findMany({
    where: { platform: { in: [...bringsFiles] }, personId: { not: null } },
    distinct: ['personId'],
    select: { personId: true },
  })
  const there = new Set(rows.map(({ personId }) => personId))
  const posts = people
    .filter((id) => there.has(id))
    .map((personId) => ({
      key: `draft-file:${round}:${document}:${personId}`,
      personId,
      letter: { kind: 'draft-file', round, document },
      subject: round,
    }))
  return posts.length === 0 ? [] : [putFiles(db, posts, now)]
}
