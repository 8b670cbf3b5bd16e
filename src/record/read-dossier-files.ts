import type { Context } from '../context.ts'
import { readKeptFile } from '../documents/store/keep-file.ts'
import type { Round } from '../opinions/rounds/rounds.ts'
import { cleanLine } from './layout/clean-words.ts'
import { bodyOf, type RecordSource } from './layout/record-source.ts'
import type { DossierFile } from './write/dossier.ts'

/** How many bytes the files of a dossier have, so that it can be told beforehand that it grows too large for a chat. */
export async function dossierBytes(
  { db }: Pick<Context, 'db'>,
  round: Pick<Round, 'id' | 'documentId'>,
): Promise<number> {
  const letters = await db.opinionFile.findMany({
    where: { opinion: { roundId: round.id } },
    select: { content: { select: { size: true } } },
  })
  const draft =
    round.documentId === null
      ? null
      : await db.document.findUnique({
          where: { id: round.documentId },
          select: { content: { select: { size: true } } },
        })
  return [...letters, ...(draft === null ? [] : [draft])].reduce((sum, { content }) => sum + content.size, 0)
}

/** What goes into a dossier as it is: the draft that was asked about, and the letters. Throws where one is not there whole. */
export async function readDossierFiles(
  ctx: Pick<Context, 'db'>,
  round: Pick<Round, 'documentId'>,
  source: RecordSource,
): Promise<readonly DossierFile[]> {
  const letters = await readLetters(ctx, source)
  if (round.documentId === null) return letters
  const draft = await ctx.db.document.findUnique({
    where: { id: round.documentId },
    select: { name: true, sha256: true },
  })
  const bytes = draft === null ? undefined : await readKeptFile(ctx.db, draft.sha256)
  if (draft === null || bytes === undefined) throw new Error('the draft of the round is not whole')
  return [{ kind: 'draft', name: draft.name, bytes }, ...letters]
}

/**
 * The files that came with the answers, each under the name of the body that sent it. Throws where one is not there whole:
 * a dossier that lacks a letter must not look complete.
 */
async function readLetters({ db }: Pick<Context, 'db'>, { asked }: RecordSource): Promise<readonly DossierFile[]> {
  const files: DossierFile[] = []
  for (const one of asked)
    for (const { name, sha256 } of one.answer?.letters ?? []) {
      const bytes = await readKeptFile(db, sha256)
      if (bytes === undefined) throw new Error(`a file of the round is not whole: ${sha256}`)
      files.push({ kind: 'letter', name: `${cleanLine(bodyOf(one))} - ${name}`, bytes })
    }
  return files
}
