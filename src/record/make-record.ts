import { type Locale, textsFor } from '../texts/texts.ts'
import { layOutRecord } from './layout.ts'
import type { RecordSource } from './record-source.ts'
import { type RecordFormat, writeTable } from './write-table.ts'

/** Which document of a round is wanted. Plain data, so that a worker can be given it. */
export type RecordJob = {
  readonly source: RecordSource
  readonly locale: Locale
  readonly format: RecordFormat
}

/** Makes the document. Reads nothing and knows no clock: the same job gives the same DOCX, CSV and HTML to the byte. */
export async function makeRecord({ source, locale, format }: RecordJob): Promise<Uint8Array> {
  return await writeTable(layOutRecord(source, textsFor(locale)), format)
}
