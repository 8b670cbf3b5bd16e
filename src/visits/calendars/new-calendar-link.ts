import { record } from '../../audit/record.ts'
import type { Context } from '../../context.ts'
import type { Db, Write } from '../../database/db.ts'
import { hashOfToken, newToken } from '../../people/accounts/link-token.ts'
import { nextId } from '../../people/next-id.ts'

type Doer = Pick<Context, 'db' | 'now'>

/** Where a calendar program reads. */
export const calendarUrl = (publicUrl: string, token: string): string => `${publicUrl}/calendar/${token}.ics`

/**
 * A new calendar address of a person (a team's calendar, or their own) with the writes that make it valid and an older
 * one of the same person and calendar void. Two made at the same moment get the same id: the second decides again.
 */
export async function newCalendarLink(
  { db, now }: Doer,
  person: { readonly id: string; readonly key: string },
  team: { readonly id: string; readonly key: string } | undefined,
  by: string,
): Promise<{ readonly token: string; readonly writes: readonly Write[] }> {
  const kind = { personId: person.id, teamId: team?.id ?? null, query: null }
  const id = nextId(`calendar:${team?.id ?? 'mine'}`, person.id, await db.calendarLink.count({ where: kind }))
  const token = newToken()
  const facts = { link: id, team: team?.key ?? null }
  return {
    token,
    writes: [
      db.calendarLink.updateMany({ where: { ...kind, revokedAt: null }, data: { revokedAt: now } }),
      db.calendarLink.create({
        data: { id, tokenHash: hashOfToken(token), ...kind, createdAt: now },
        select: { id: true },
      }),
      record(db, { at: now, actor: by, deed: 'calendar.make', subject: person.key, facts }),
    ],
  }
}

/** The writes that end an address, guarded by its being in force. */
export function endCalendarLink(
  { db, now }: Doer,
  link: {
    readonly id: string
    readonly person: { readonly key: string }
    readonly team: { readonly key: string } | null
  },
  by: string,
): readonly Write[] {
  const facts = { link: link.id, team: link.team?.key ?? null }
  return [
    db.calendarLink.update({
      where: { id: link.id, revokedAt: null },
      data: { revokedAt: now },
      select: { id: true },
    }),
    record(db, { at: now, actor: by, deed: 'calendar.revoke', subject: link.person.key, facts }),
  ]
}

/** Forgets the links of files that have expired. */
export async function forgetFileLinks(db: Db, now: Date): Promise<void> {
  await db.calendarLink.deleteMany({ where: { expiresAt: { lte: now } } })
}
