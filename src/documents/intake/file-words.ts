import type { Block } from '../../contract/message.ts'
import type { Texts } from '../../texts/texts.ts'
import { type BroughtFile, isKept } from './brought-file.ts'

const nameLength = 100

/** A file's name as it is said: on one line, cut where it is endless, with quotes; or that it has none. */
export function quoted({ documents: t }: Pick<Texts, 'documents'>, name: string): string {
  const plain = plainName(name)
  return plain === '' ? t.unnamed : `“${plain}”`
}

/** The same without quotes, as it is kept. */
export function plainName(name: string): string {
  const letters = [...name.replace(/\s+/g, ' ').trim()]
  return letters.length <= nameLength ? letters.join('') : `${letters.slice(0, nameLength - 1).join('')}…`
}

/** What is said of the files that are not kept, one sentence each. */
export const refusedBlocks = (texts: Pick<Texts, 'documents'>, files: readonly BroughtFile[]): readonly Block[] =>
  files.flatMap((file) =>
    isKept(file)
      ? []
      : [
          {
            kind: 'text',
            text: texts.documents.refused[file.refused](quoted(texts, file.name)),
            tone: 'warning',
          } as const,
        ],
  )
