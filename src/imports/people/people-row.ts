import { z } from 'zod'
import { isZone } from '../../calendar/zoned.ts'
import type { Role } from '../../people/actor.ts'
import { day, email, key, optional, required } from '../sheets/cells.ts'
import type { Columns } from '../sheets/columns.ts'
import { withoutUnseen } from '../sheets/texts.ts'
import { wordReader, wordsToWrite } from '../sheets/vocabulary.ts'
import type { AccountColumns, Claim } from './account-columns.ts'

/** What a roster may hold: of each person, and of their accounts on the platforms. */
export const peopleColumns = (accounts: readonly AccountColumns[]): Columns => ({
  subject: 'people',
  instead: { role: '; or say with --role what everybody in the file is' },
  required: ['key', 'name', 'role'],
  optional: [
    'honorific',
    'title',
    'organisation',
    'email',
    ...accounts.flatMap(({ tenant, user }) => [tenant, user]),
    'locale',
    'time_zone',
    'from',
    'to',
  ],
  dates: ['from', 'to'],
  names: ['name', 'honorific', 'title', 'organisation'],
})

const readRole = wordReader((words): Readonly<Record<Role, readonly string[]>> => words.roles)
const readLanguage = wordReader((words) => words.languages)

/** Several with |, a semicolon, a comma or a line break between them; in either language or by our own names. */
const roleWords = z
  .string('is empty')
  .refine((cell) => cell.trim() !== '', { message: 'is empty', abort: true })
  .transform((cell) =>
    [...new Set(cell.split(/[|;,\n]/u).map((word) => word.trim()))].filter((word) => word !== '').join('|'),
  )
  .pipe(required(200))
  .transform((cell, ctx) => {
    const words = cell.split('|').map((word) => ({ word, role: readRole(word) }))
    const wrong = words.filter(({ role }) => role === undefined)
    const found = words.flatMap(({ role }) => role ?? [])
    if (found.length > 0 && wrong.length === 0) return [...new Set<string>(found)]
    const known = wordsToWrite((all) => all.roles)
    const message = `unknown role ${wrong.map(({ word }) => `"${word}"`).join(', ')}; known: ${known}`
    ctx.issues.push({ code: 'custom', input: cell, message })
    return z.NEVER
  })

const locale = z
  .string()
  .transform((cell) => (cell === '' ? '' : (readLanguage(cell) ?? cell)))
  .pipe(z.enum(['', 'vi', 'en'], 'is neither vi nor en'))
  .transform((cell) => (cell === '' ? null : cell))
  .optional()

/** Where they keep office hours, for members abroad; empty: the committee's zone. */
const timeZone = z
  .string()
  .refine((cell) => cell === '' || isZone(cell), 'is no IANA time zone, such as Europe/Brussels')
  .transform((cell) => (cell === '' ? null : cell))
  .optional()

/** An id of a platform, whose form the platform's own description checks (`check-places.ts`). */
const platformId = z
  .string()
  .transform((cell) => withoutUnseen(cell).trim())
  .refine((cell) => !/[\s\p{Cc}]/u.test(cell) && cell.length <= 200, 'is not an id: it holds spaces or is too long')
  .optional()

const Person = z.object({
  key: z.string('is empty').pipe(key()),
  name: required().refine((cell) => /\p{L}/u.test(cell), 'is no name'),
  role: roleWords,
  honorific: optional(60),
  title: optional(),
  organisation: optional(),
  email,
  locale,
  time_zone: timeZone,
  from: day,
  to: day,
})

/** One row of a roster. A cell is null where it is empty and undefined where the file has no such column. */
export type PersonRow = z.infer<typeof Person> & {
  /** The accounts that it names on the platforms. */
  readonly accounts: readonly Claim[]
}

/** A row of a roster that calls the columns of its accounts so. */
export function personRow(accounts: readonly AccountColumns[]): z.ZodType<PersonRow> {
  const names = accounts.flatMap(({ tenant, user }) => [tenant, user])
  const Ids = z.object(Object.fromEntries(names.map((name) => [name, platformId])))
  return z.intersection(Person, Ids).transform((row, ctx): PersonRow => {
    const ids = new Map(Object.entries(Ids.parse(row)))
    const refuse = (name: string, message: string) => ctx.addIssue({ code: 'custom', path: [name], message })
    const named = accounts.flatMap(({ platform, tenant: tenantColumn, user: column }): readonly Claim[] => {
      const [tenant, user] = [ids.get(tenantColumn) ?? '', ids.get(column) ?? '']
      if (tenant !== '' && user !== '') return [{ place: { platform, tenant, user }, column, tenantColumn }]
      if (tenant !== user)
        refuse(tenant === '' ? tenantColumn : column, 'is empty, though the other half of the account is given')
      return []
    })
    if (typeof row.from === 'string' && typeof row.to === 'string' && row.to < row.from)
      refuse('to', 'is before "from"')
    return { ...row, accounts: named }
  })
}
