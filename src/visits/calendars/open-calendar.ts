import { dayIn } from '../../calendar/zoned.ts'
import type { OthersSee } from '../../context.ts'
import type { Db } from '../../database/db.ts'
import { hashOfToken } from '../../people/accounts/link-token.ts'
import { actorById } from '../../people/actor.ts'
import { type Locale, localeFor, textsFor } from '../../texts/texts.ts'
import { nameOf } from '../cards/calendar-cards.ts'
import { readSchedule } from '../schedule/read-schedule.ts'
import { sightOf } from '../sight.ts'
import { calendarText } from './calendar-text.ts'
import { mostVisits, readCalendar } from './read-calendar.ts'
import { fileName, StoredFile } from './visits-file.ts'

export type CalendarSource = {
  readonly db: Db
  readonly now: Date
  /** The committee's IANA zone. */
  readonly zone: string
  readonly locale: Locale
  readonly othersSee: OthersSee
}

/**
 * What stands behind a token now: the calendar as its owner may see it today, in the owner's language. Undefined for a
 * token that is unknown, revoked or expired.
 */
export async function openCalendar(
  { db, now, zone, locale, othersSee }: CalendarSource,
  token: string,
): Promise<{ readonly text: string; readonly file: string } | undefined> {
  const link = await db.calendarLink.findUnique({
    where: { tokenHash: hashOfToken(token), revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    include: { team: { select: { key: true, name: true } } },
  })
  const owner = link === null ? undefined : await actorById(db, link.personId, dayIn(now, zone))
  if (link === null || owner === undefined) return undefined
  const { actor, platformLocale } = owner
  const texts = textsFor(localeFor(actor.locale, platformLocale, locale))
  const ctx = { db, now, zone, actor, othersSee, texts }
  const sight = await sightOf(ctx)
  if (link.query === null) {
    const entries = await readCalendar(ctx, link, sight)
    const file = link.team === null ? fileName('cua toi') : fileName('doan', link.team.key)
    return { file, text: calendarText(entries, { name: nameOf(ctx, link.team), zone, texts, as: 'feed' }) }
  }
  const { visits: visitIds, file, title } = StoredFile.parse(JSON.parse(link.query))
  const filter = { visitIds, cancelled: true }
  const { visits } = await readSchedule(ctx, filter, sight, { skip: 0, take: mostVisits })
  return { file, text: calendarText(visits, { name: title, zone, texts, as: 'file' }) }
}
