import { z } from 'zod'
import type { ReadDocument } from '../read-document.ts'

/** What was read from a draft, as JSON that only this project writes. */
export const StoredDocument = z.custom<ReadDocument>(
  (value) => typeof value === 'object' && value !== null && 'provisions' in value && Array.isArray(value.provisions),
)

/** The columns of a draft's row that say what was read from it. */
export const columnsOf = ({ kind, number, date, title, provisions, doubts }: ReadDocument) => ({
  kind,
  number,
  dated: date,
  title,
  provisions: JSON.stringify(provisions),
  doubts: JSON.stringify(doubts),
})
