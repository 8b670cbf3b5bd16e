import { notesOf, type TableDocument } from '../layout/document.ts'

/**
 * What an operator's own template may name between `{{` and `}}`. Those of `rows.` stand in one row of a table, which is
 * repeated for each row of the record.
 */
export const templateFields = [
  'title',
  'about',
  'notice',
  'bases',
  'item',
  'round',
  'draft',
  'agency',
  'period',
  'deadline',
  'drawnUp',
  'asked',
  'answered',
  'late',
  'positions',
  'agreed',
  'remarked',
  'wordless',
  'deemed',
  'missing',
  'former',
] as const
export type TemplateField = (typeof templateFields)[number]

export const rowFields = ['number', 'group', 'provision', 'author', 'person', 'marks', 'remark', 'answer'] as const
type RowField = (typeof rowFields)[number]

/**
 * Without these a record says less than it must: the rows, how many were asked and answered, and that the round is still
 * open.
 */
export const neededFields: readonly string[] = [
  'notice',
  'asked',
  'answered',
  'rows.provision',
  'rows.author',
  'rows.remark',
  'rows.answer',
]

/** The words of each row, by field, in the order of the table; one that says that there is none where there is none. */
export function rowsForTemplate(table: TableDocument): readonly Readonly<Record<RowField, string>>[] {
  const rows = table.groups.flatMap(({ heading, rows: inGroup }) => inGroup.map((row) => ({ ...row, heading })))
  const empty = { number: '', group: '', provision: '', author: '', person: '', marks: '', answer: '' }
  if (rows.length === 0) return [{ ...empty, remark: table.noRows }]
  return rows.map(({ heading, provision, authors, remarks, answer }, at) => ({
    number: String(at + 1),
    group: heading,
    provision,
    author: authors.map(({ body }) => body).join('\n'),
    person: authors.map(({ person }) => person).join('\n'),
    marks: authors.flatMap(notesOf).join('\n'),
    remark: remarks
      .map(({ by, words, proposal }) =>
        [
          by === undefined ? words : `${by}: ${words}`,
          ...(proposal === undefined ? [] : [`${table.proposalLabel}: ${proposal}`]),
        ].join('\n'),
      )
      .join('\n'),
    answer,
  }))
}
