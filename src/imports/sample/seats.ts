import { dayIn } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import { isRole } from '../../people/actor.ts'
import type { Texts } from '../../texts/texts.ts'

/**
 * The seats that anybody on this machine may take in the demonstration: the sample's, and never a real person's. Their
 * roles and titles come in the words of `texts`, with the body that each seat speaks for.
 */
export async function sampleSeats(db: Db, now: Date, zone: string, texts: Texts) {
  const today = dayIn(now, zone)
  const people = await db.person.findMany({
    where: { sample: true },
    orderBy: { createdAt: 'asc' },
    select: {
      key: true,
      name: true,
      title: true,
      organisation: true,
      roles: { select: { role: true, fromDay: true, toDay: true } },
    },
  })
  return people.map(({ key, name, title, organisation, roles }) => ({
    user: key,
    name,
    ...(title === null ? {} : { title: seatTitle(texts, name, title, organisation) }),
    roles: roles
      .filter((held) => held.fromDay <= today && (held.toDay === null || held.toDay >= today))
      .flatMap(({ role }) => (isRole(role) ? [texts.roles[role]] : [])),
    sample: true,
  }))
}

/** The title, and the body where the seat's name does not say it in the reader's language. */
function seatTitle({ called }: Texts, name: string, title: string, organisation: string | null): string {
  const says = organisation === null || called(organisation) === organisation || !name.includes(organisation)
  return says ? called(title) : `${called(title)}, ${called(organisation)}`
}

/** Whether this database holds the sample. */
export const holdsSample = async (db: Db): Promise<boolean> =>
  (await db.person.findFirst({ where: { sample: true }, select: { id: true } })) !== null
