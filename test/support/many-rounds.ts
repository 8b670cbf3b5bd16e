import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/database/db.ts'

/**
 * Open rounds on items of their own in the sample plan, as stored, telling nobody. The n-th (from 0) is due n hours after
 * `dueAt`, and asks whom `asked` names for it, by key.
 */
export async function storeRounds(
  db: Db,
  count: number,
  dueAt: Date,
  asked: (place: number) => readonly string[],
): Promise<readonly { readonly id: string; readonly key: string }[]> {
  const plan = await db.plan.findFirstOrThrow({ select: { id: true } })
  const people = await db.person.findMany({ select: { id: true, key: true } })
  const idOf = new Map(people.map((person) => [person.key, person.id]))
  const rounds = Array.from({ length: count }, (_, place) => {
    const key = `DT-${String(place + 1).padStart(3, '0')}`
    return { place, key, id: randomUUID(), itemId: randomUUID(), keys: asked(place) }
  })
  await db.workItem.createMany({
    data: rounds.map(({ itemId, key, place }) => ({
      id: itemId,
      planId: plan.id,
      key,
      position: 100 + place,
      type: 'đề án',
      title: `Đề án thử nghiệm số ${place + 1}`,
    })),
  })
  await db.round.createMany({
    data: rounds.map(({ id, itemId, place, keys }) => ({
      id,
      itemId,
      number: 1,
      liveKey: itemId,
      draftVersion: 1,
      openedAt: new Date('2020-06-15T02:00:00Z'),
      dueAt: new Date(dueAt.getTime() + place * 3_600_000),
      dueRule: 'set',
      late: 'accept',
      silence: 'none',
      positions: JSON.stringify(['agree', 'agree-with-comments', 'disagree', 'other']),
      askedCount: keys.length,
      state: 'open',
    })),
  })
  await db.asked.createMany({
    data: rounds.flatMap(({ id, keys }) => keys.map((key) => ({ roundId: id, personId: idOf.get(key) ?? '' }))),
  })
  return rounds.map(({ id, key }) => ({ id, key }))
}
