import { fileWords as en } from './en/file-words.ts'
import type { Locale } from './texts.ts'
import { fileWords as vi } from './vi/file-words.ts'

/** The words of files in one language. */
export type FileWords = typeof vi

/** What a file is about: people, teams, units, visits or a plan. */
export type Subject = keyof FileWords['columns']

/** In the order in which they are named to people. */
export const allFileWords: readonly FileWords[] = [vi, en]

export const fileWordsFor = (locale: Locale): FileWords => (locale === 'vi' ? vi : en)

/** The names of a column; none of one that no language has a word for, such as those of platforms' accounts. */
export const columnNames = (words: FileWords, subject: Subject, column: string): readonly string[] =>
  Object.entries(words.columns[subject]).find(([one]) => one === column)?.[1] ?? []
