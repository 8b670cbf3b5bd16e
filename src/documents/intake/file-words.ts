import type { Block } from '../../contract/message.ts'
import type { Texts } from '../../texts/texts.ts'
import { type BroughtFile, type FileRefused, isKept } from './brought-file.ts'

const nameLength = 100

/** A file's name as it is said: on one line, cut where it is endless, with quotes; or that it has none. */
export function quoted({ documents: t }: Pick<Texts, 'documents'>, name: string): string {
  const plain = plainName(name)
  return plain === '' ? t.unnamed : `“${plain}”`
}

/**
 * The same without quotes, as it is kept: without control characters and signs that nobody sees, such as those that turn
 * what follows around and show `exe.pdf` of a file that is called `fdp.exe`; cut before its extension.
 */
export function plainName(name: string): string {
  const letters = [
    ...name
      .toWellFormed()
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
  ]
  if (letters.length <= nameLength) return letters.join('')
  const ending = [...(/\.[\p{L}\d]{1,10}$/u.exec(letters.join(''))?.[0] ?? '')]
  return [...letters.slice(0, nameLength - 1 - ending.length), '…', ...ending].join('')
}

/**
 * Why a file is not kept, in words. The name of one that bears a mark of secrecy is not said: the answer is stored with the
 * delivery, and nothing of such a file is.
 */
export function refusedWords({ documents: t }: Pick<Texts, 'documents'>, name: string, why: FileRefused): string {
  return t.refused[why](why === 'secret' ? t.secretFile : quoted({ documents: t }, name))
}

/** What is said of the files that are not kept, one sentence each. */
export const refusedBlocks = (texts: Pick<Texts, 'documents'>, files: readonly BroughtFile[]): readonly Block[] =>
  files.flatMap((file): readonly Block[] =>
    isKept(file) ? [] : [{ kind: 'text', text: refusedWords(texts, file.name, file.refused), tone: 'warning' }],
  )
