import type { Context } from '../context.ts'
import { readKeptFile } from '../documents/store/keep-file.ts'
import { cleanLine } from './layout/clean-words.ts'
import { bodyOf, type RecordSource } from './layout/record-source.ts'
import type { DossierFile } from './write/dossier.ts'

/**
 * The files that came with the answers, each under the name of the body that sent it. Throws where one is not there whole:
 * a dossier that lacks a letter must not look complete.
 */
export async function readLetters(
  { db }: Pick<Context, 'db'>,
  { asked }: RecordSource,
): Promise<readonly DossierFile[]> {
  const files: DossierFile[] = []
  for (const one of asked)
    for (const { name, sha256 } of one.answer?.letters ?? []) {
      const bytes = await readKeptFile(db, sha256)
      if (bytes === undefined) throw new Error(`a file of the round is not whole: ${sha256}`)
      files.push({ name: `${cleanLine(bodyOf(one))} - ${name}`, bytes })
    }
  return files
}
