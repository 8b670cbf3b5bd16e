/**
 * A document about a round before it is written: words in order, without any format's mark-up. All words are plain and
 * clean (`clean-words.ts`); a writer escapes them.
 */
export type TableDocument = {
  readonly locale: 'vi' | 'en'
  readonly title: string
  /** What it is about, below the title. */
  readonly about: string
  /** What a reader must know before anything else, on the first page: that the round is still open, or was withdrawn. */
  readonly notices: readonly string[]
  readonly preamble: readonly Paragraph[]
  readonly columns: readonly [provision: string, author: string, remark: string, answer: string]
  readonly groups: readonly Group[]
  /** Stands in place of the table's rows where there is none. */
  readonly noRows: string
  readonly proposalLabel: string
  /** What made it, for the properties of a file. */
  readonly creator: string
  /** Stands before the page's number. */
  readonly pageWord: string
  /** How the round is called where each row names it. */
  readonly roundName: string
  readonly sheet: SheetWords
  /** Everybody who was asked and has no row: agreed without a remark, deemed, missing, gone. */
  readonly withoutRows: readonly Author[]
  readonly madeAt: Date
}

/** `level` 1 begins a part and is bold; 2 is a line of it. `label` is bold before the words. */
export type Paragraph = { readonly level: 1 | 2; readonly label?: string; readonly text: string }

export type Group = { readonly heading: string; readonly rows: readonly Row[] }

/** One row of the table. Several authors: like remarks that a coordinator put together. */
export type Row = {
  readonly provision: string
  /** What the provision said when the remarks were made; empty where it is not known. For a sheet: a page has no room for it. */
  readonly provisionText: string
  readonly authors: readonly Author[]
  readonly remarks: readonly Remark[]
  /** What the drafting agency answered; empty while it has not. */
  readonly answer: string
}

/**
 * `body` is the name of an organisation, `person` who spoke for it, empty where they are the same. `position` is empty
 * where there is no answer. `marks`: late, recorded for them, sent by a delegate. `letters`: what came with the answer, on
 * which every row of theirs rests; `first`: whether this is the first of these rows, where a page names them.
 */
export type Author = {
  readonly body: string
  readonly person: string
  readonly position: string
  readonly standing: string
  readonly marks: readonly string[]
  readonly letters: readonly string[]
  readonly first: boolean
}

/** What stands below an author on a page: letters once, or a member with ten remarks would have each of them ten times. */
export const notesOf = ({ marks, letters, first }: Author): readonly string[] =>
  first ? [...marks, ...letters] : marks

/** `by` says whose words they are, where the authors of a row wrote different ones. */
export type Remark = { readonly by?: string; readonly words: string; readonly proposal?: string }

/** The headings of a sheet, beside those of the table. */
export type SheetWords = {
  readonly name: string
  readonly about: string
  readonly number: string
  readonly provisionText: string
  readonly person: string
  readonly position: string
  readonly standing: string
  readonly marks: string
  readonly round: string
}
