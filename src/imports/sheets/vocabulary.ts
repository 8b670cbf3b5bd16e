import { allFileWords, columnNames, type FileWords, fileWordsFor, type Subject } from '../../texts/file-words.ts'
import { fold } from '../../texts/fold.ts'
import { tidy, withoutUnseen } from './texts.ts'

/** Which columns of ours a heading may mean: none, one, or several between which nobody but its writer can tell. */
export type Vocabulary = {
  readonly subject: Subject
  columnsFor(heading: string): readonly string[]
  /** Whether it is our own name of the column, to the letter, which leaves no question. */
  isOurName(heading: string): boolean
}

/** A heading as it is compared with our own names of columns. */
export const asOurName = (heading: string): string => withoutUnseen(tidy(heading)).toLowerCase()

/** The headings of a subject in both languages. Capitals, diacritics, punctuation and what stands in brackets do not count. */
export function vocabularyOf(subject: Subject): Vocabulary {
  const pairs = allFileWords.flatMap(({ columns }) =>
    Object.entries(columns[subject]).flatMap(([column, names]) =>
      [column, ...names].map((name) => [fold(name), column] as const),
    ),
  )
  const byName = new Map(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, same]) => [name, [...new Set(same.map(([, one]) => one))]]),
  )
  const ours = new Set(Object.keys(fileWordsFor('vi').columns[subject]))
  const isOurName = (heading: string) => ours.has(withoutUnseen(tidy(heading)))
  return {
    subject,
    isOurName,
    columnsFor(heading) {
      if (isOurName(heading)) return [withoutUnseen(tidy(heading))]
      const whole = byName.get(fold(heading))
      if (whole !== undefined) return whole
      return byName.get(fold(heading.replace(/\([^)]*\)/gu, ' '))) ?? []
    },
  }
}

/** What the heading of a column of ours would be: in Vietnamese, in English, and our own name. */
export function headingsOf(subject: Subject, column: string): string {
  const named = allFileWords.flatMap((words) => columnNames(words, subject, column).slice(0, 1))
  return [...new Set([...named, column])].map((name) => `"${name}"`).join(', ')
}

/** Reads a word of a list (roles, states, ...) by what it is called in either language, or by its own name. */
export function wordReader<K extends string>(of: (words: FileWords) => Readonly<Record<K, readonly string[]>>) {
  const known = new Map<string, K>()
  for (const words of allFileWords) {
    const list = of(words)
    for (const name in list) for (const called of [name, ...list[name]]) known.set(fold(called), name)
  }
  return (word: string): K | undefined => known.get(fold(word))
}

/** What may be written in a column that knows few words, for whoever wrote another: in Vietnamese, then our own. */
export const wordsToWrite = <K extends string>(
  of: (words: FileWords) => Readonly<Record<K, readonly string[]>>,
): string =>
  Object.entries<readonly string[]>(of(fileWordsFor('vi')))
    .map(([name, [first]]) => `${first} (${name})`)
    .join(', ')
