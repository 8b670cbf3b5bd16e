import { z } from 'zod'
import type { DutyKind } from '../../inspection-teams/read-team.ts'
import { day, optional, required } from '../sheets/cells.ts'
import type { Columns } from '../sheets/columns.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { wordReader, wordsToWrite } from '../sheets/vocabulary.ts'

/** `person_name` is whom `person` means, or stands in its place. */
export const teamColumns: Columns = {
  subject: 'teams',
  required: ['team', 'person', 'duty'],
  optional: ['name', 'person_name', 'from', 'to'],
  dates: ['from', 'to'],
  names: ['name', 'person_name'],
}

const readDuty = wordReader((words): Readonly<Record<DutyKind, readonly string[]>> => words.duties)

const duty = required().transform((cell, ctx) => {
  const found = readDuty(cell)
  if (found !== undefined) return found
  const message = `is neither leader nor member; write ${wordsToWrite((words) => words.duties)}`
  ctx.issues.push({ code: 'custom', input: cell, message })
  return z.NEVER
})

/** A row by itself: team and person as the file calls them. */
export const TeamRow = z
  .object({
    team: required(60),
    name: optional(),
    person: required(),
    person_name: optional(),
    duty,
    from: day,
    to: day,
  })
  .refine((row) => typeof row.from !== 'string' || typeof row.to !== 'string' || row.from <= row.to, {
    path: ['to'],
    message: 'is before "from"',
  })
export type TeamRow = z.infer<typeof TeamRow>

/** The sheet with a `person` in each row: where it names nobody by key, the name itself. */
export function withPerson(sheet: Sheet): Sheet {
  if (!sheet.columns.includes('person_name')) return sheet
  const columns = sheet.columns.includes('person') ? sheet.columns : [...sheet.columns, 'person']
  const rows = sheet.rows.map((row) => {
    const { person = '', person_name: name = '' } = row.cells
    return person === '' ? { ...row, cells: { ...row.cells, person: name } } : row
  })
  return { ...sheet, columns, rows }
}
