import { dayIn } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import { isRole } from '../../people/actor.ts'
import type { Texts } from '../../texts/texts.ts'

/**
 * The seats that anybody on this machine may take in the demonstration: the sample's, and never a real person's. Their
 * roles come in people's words.
 */
export async function sampleSeats(db: Db, now: Date, zone: string, texts: Texts) {
  const today = dayIn(now, zone)
  const people = await db.person.findMany({
    where: { sample: true },
    orderBy: { createdAt: 'asc' },
    select: { key: true, name: true, title: true, roles: { select: { role: true, fromDay: true, toDay: true } } },
  })
  return people.map(({ key, name, title, roles }) => ({
    user: key,
    name,
    ...(title === null ? {} : { title }),
    roles: roles
      .filter((held) => held.fromDay <= today && (held.toDay === null || held.toDay >= today))
      .flatMap(({ role }) => (isRole(role) ? [texts.roles[role]] : [])),
    sample: true,
  }))
}

/** Whether this database holds the sample. */
export const holdsSample = async (db: Db): Promise<boolean> =>
  (await db.person.findFirst({ where: { sample: true }, select: { id: true } })) !== null
