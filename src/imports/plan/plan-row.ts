import { z } from 'zod'
import { allFileWords } from '../../texts/file-words.ts'
import { bare, fold } from '../../texts/fold.ts'
import { optional, required } from '../sheets/cells.ts'
import type { Columns } from '../sheets/columns.ts'
import { wordReader, wordsToWrite } from '../sheets/vocabulary.ts'

/** The columns of a plan as a sheet. The texts are looked at with those of a plan from JSON, not here. */
export const planColumns: Columns = {
  subject: 'plan',
  required: ['title'],
  optional: ['part', 'key', 'type', 'type_en', 'title_en', 'quarter', 'agency', 'note'],
}

const readPart = wordReader((words) => words.parts)

/** What a row is about; without a word it is an item of work. */
const part = z
  .string()
  .transform((cell, ctx) => {
    if (cell === '') return 'item'
    const found = readPart(cell)
    if (found !== undefined) return found
    const message = `is none of ${wordsToWrite((words) => words.parts)}`
    ctx.issues.push({ code: 'custom', input: cell, message })
    return z.NEVER
  })
  .optional()
  .transform((found) => found ?? 'item')

const before = allFileWords.flatMap(({ quarters }) => quarters.map(fold)).join('|')
const quarterFirst = new RegExp(`^(?:${before}) ?([1-4]|iv|i{1,3})(?:(?: ?[/-] ?| nam | )(\\d{4}))?$`)
const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** A quarter as a cell has it; `year` is missing where the cell leaves it to the plan. */
export type WrittenQuarter = { readonly number: string; readonly year?: string }

/** `Quý II/2020`, `Quý 2 năm 2020`, `Q2 2020`, `2020-Q2`, `quý II`, `II/2020`; undefined for anything else. */
export function readQuarter(cell: string): WrittenQuarter | undefined {
  const text = bare(cell).replace(/\s+/gu, ' ').trim()
  const [, year, last] = /^(\d{4})-q([1-4])$/.exec(text) ?? []
  if (year !== undefined && last !== undefined) return { number: last, year }
  const [, short, of] = /^([1-4]|iv|i{1,3}) ?\/ ?(\d{4})$/.exec(text) ?? quarterFirst.exec(text) ?? []
  if (short === undefined) return undefined
  return { number: roman[short] ?? short, ...(of === undefined ? {} : { year: of }) }
}

/** A row by itself. What a row about the plan, a unit or a team leaves empty is its own business. */
export const PlanRow = z.object({
  part,
  key: optional(40),
  type: optional(60),
  type_en: optional(60),
  title: required(500),
  title_en: optional(500),
  quarter: optional(60),
  agency: optional(200),
  note: optional(1000),
})
export type PlanRow = z.infer<typeof PlanRow>
