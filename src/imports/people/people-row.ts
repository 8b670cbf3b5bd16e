import { z } from 'zod'
import { isZone } from '../../calendar/zoned.ts'
import { isRole, roles } from '../../people/actor.ts'
import { day, email, key, optional, required } from '../sheets/cells.ts'
import type { Columns } from '../sheets/columns.ts'
import { withoutUnseen } from '../sheets/sheet.ts'

export const peopleColumns: Columns = {
  required: ['key', 'name', 'role'],
  optional: [
    'honorific',
    'title',
    'organisation',
    'email',
    'slack_team',
    'slack_user',
    'teams_tenant',
    'teams_user',
    'locale',
    'time_zone',
    'from',
    'to',
  ],
  dates: ['from', 'to'],
  names: ['name', 'honorific', 'title', 'organisation'],
}

const roleWords = required(200).transform((cell, ctx) => {
  const words = [
    ...new Set(
      cell
        .toLowerCase()
        .split('|')
        .map((word) => word.trim()),
    ),
  ].filter((word) => word !== '')
  const wrong = words.filter((word) => !isRole(word))
  if (words.length > 0 && wrong.length === 0) return words
  const message = `unknown role ${wrong.map((word) => `"${word}"`).join(', ')}; known: ${roles.join(', ')}`
  ctx.issues.push({ code: 'custom', input: cell, message })
  return z.NEVER
})

const locale = z
  .string()
  .transform((cell) => cell.toLowerCase())
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

/** One row of a roster. A cell is null where it is empty and undefined where the file has no such column. */
export const PersonRow = z
  .object({
    key: key(),
    name: required().refine((cell) => /\p{L}/u.test(cell), 'is no name'),
    role: roleWords,
    honorific: optional(60),
    title: optional(),
    organisation: optional(),
    email,
    slack_team: platformId,
    slack_user: platformId,
    teams_tenant: platformId,
    teams_user: platformId,
    locale,
    time_zone: timeZone,
    from: day,
    to: day,
  })
  .superRefine((row, ctx) => {
    const half = (one: string | undefined, other: string | undefined, name: string) => {
      if ((one ?? '') === '' && (other ?? '') !== '')
        ctx.addIssue({
          code: 'custom',
          path: [name],
          message: 'is empty, though the other half of the account is given',
        })
    }
    half(row.slack_team, row.slack_user, 'slack_team')
    half(row.slack_user, row.slack_team, 'slack_user')
    half(row.teams_tenant, row.teams_user, 'teams_tenant')
    half(row.teams_user, row.teams_tenant, 'teams_user')
    if (typeof row.from === 'string' && typeof row.to === 'string' && row.to < row.from)
      ctx.addIssue({ code: 'custom', path: ['to'], message: 'is before "from"' })
  })
export type PersonRow = z.infer<typeof PersonRow>
