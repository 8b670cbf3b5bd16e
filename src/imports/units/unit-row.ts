import { z } from 'zod'
import { fold } from '../../texts/fold.ts'
import { day, optional, required } from '../sheets/cells.ts'
import type { Columns } from '../sheets/columns.ts'
import { wordReader, wordsToWrite } from '../sheets/vocabulary.ts'

/** `as_of` says from when the file's knowledge is; it is for its reader and is not stored. */
export const unitColumnNames: Columns = {
  subject: 'units',
  required: ['name'],
  optional: ['kind', 'short_names', 'from', 'to', 'successor', 'source', 'as_of'],
  dates: ['from', 'to', 'as_of'],
  names: ['name', 'short_names', 'successor'],
  free: ['source'],
}

const readKind = wordReader((words) => words.kinds)

const kind = z
  .string()
  .transform((cell, ctx) => {
    if (cell === '') return undefined
    const found = readKind(cell)
    if (found !== undefined) return found
    const message = `is neither ministry nor locality; write ${wordsToWrite((words) => words.kinds)}`
    ctx.issues.push({ code: 'custom', input: cell, message })
    return z.NEVER
  })
  .optional()

/** Several words with | between them, each once, as they are stored. */
const shortNames = optional(400)
  .transform((cell) => {
    if (typeof cell !== 'string') return cell
    const words = cell.split('|').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
    return words.length === 0 ? null : [...new Set(words)].join('|')
  })
  .refine(
    (cell) => (cell ?? '').split('|').every((word) => word.length <= 40),
    'has a short name of over 40 characters',
  )

export const UnitRow = z.object({
  name: required().refine((cell) => fold(cell) !== '', 'is no name'),
  kind,
  short_names: shortNames,
  from: day,
  to: day,
  successor: optional(),
  source: optional(500),
  as_of: day,
})
export type UnitRow = z.infer<typeof UnitRow>
