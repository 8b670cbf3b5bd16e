import type { RecordFormat, RecordWhat } from '../../contract/intent.ts'
import { type Locale, textsFor } from '../../texts/texts.ts'
import { layOutBallots } from '../layout/ballots.ts'
import { layOutRecord } from '../layout/layout.ts'
import type { RecordSource } from '../layout/record-source.ts'
import { layOutResults } from '../layout/results.ts'
import { writeTable } from './write-table.ts'

/** What each can be written as. */
export const formatsOf: Readonly<Record<RecordWhat, readonly [RecordFormat, ...RecordFormat[]]>> = {
  table: ['docx', 'xlsx', 'csv', 'html'],
  ballots: ['docx'],
  results: ['docx'],
  dossier: ['zip'],
}

/** Which document of a round is wanted. Plain data, so that a worker can be given it. */
export type RecordJob = {
  readonly source: RecordSource
  readonly locale: Locale
  readonly what: Exclude<RecordWhat, 'dossier'>
  /** Of the table; ballots and counts are printed. */
  readonly format: RecordFormat
  /** The operator's own form, for the table as DOCX. */
  readonly template?: Uint8Array
  /** Whose ballot, by the person's id; without it, everybody's who answered. */
  readonly person?: string
  /** Whether the counts say if more than half agree. */
  readonly moreThanHalf?: boolean
}

/** Makes the document. Reads nothing and knows no clock: the same job gives the same bytes. */
export async function makeRecord({
  source,
  locale,
  what,
  format,
  person,
  moreThanHalf,
  template,
}: RecordJob): Promise<Uint8Array> {
  const texts = textsFor(locale)
  if (what === 'table' && format === 'docx' && template !== undefined) {
    const { writeTemplateDocx } = await import('../template/template-docx.ts')
    return await writeTemplateDocx(template, source, texts)
  }
  if (what === 'table' && format !== 'zip') return await writeTable(layOutRecord(source, texts), format)
  const { writeSheetDocx } = await import('./sheet-docx.ts')
  return await writeSheetDocx(
    what === 'ballots' ? layOutBallots(source, texts, person) : layOutResults(source, texts, moreThanHalf),
  )
}
