import { dayIn, daysBetween } from '../../calendar/zoned.ts'
import { atWork, type Held, officeHold } from '../ladder/at-work.ts'
import type { Rules } from '../ladder/due.ts'
import type { Planned } from '../planned.ts'
import { type DigestTime, digestDay, digestKeeps } from './digest-time.ts'

/** The digest whose time has come by `now`, while the committee is at work on its own clocks: its day and its instant. */
export function dueDigest({ calendar, zone }: Rules, setting: DigestTime, now: Date) {
  return atWork(calendar, zone, now) ? digestDay(calendar, zone, setting, now) : undefined
}

const digestKey = (day: string, personId: string): string => `digest:${day}:${personId}`

/**
 * A digest for each of its readers, coordinators and the chair, once a person. One that was due before there was
 * anything to tell of is not made up for: `began` has when each plan was made and each open round was opened. Pure.
 */
export function digestMessages(
  { day, at }: { readonly day: string; readonly at: Date },
  rows: {
    readonly began: readonly Date[]
    readonly readers: readonly string[]
    readonly told: { has(key: string): boolean }
  },
): readonly Planned[] {
  if (!rows.began.some((one) => one <= at)) return []
  return [...new Set(rows.readers)].flatMap((personId): readonly Planned[] => {
    const key = digestKey(day, personId)
    if (rows.told.has(key)) return []
    return [{ post: { key, personId, letter: { kind: 'digest', day } }, reasons: [{ key, kind: 'digest', step: day }] }]
  })
}

/**
 * What keeps the digest of a day from a reader at `now`: it is dropped for who is neither coordinator nor chair any more
 * and once it is old, and waits for office hours on the reader's own clocks. Pure.
 */
export function holdDigest(
  { calendar, zone }: Rules,
  day: string,
  reader: { readonly reads: boolean; readonly zone: string },
  now: Date,
): Held | undefined {
  if (!reader.reads) return { drop: 'neither coordinator nor chair any more' }
  if (daysBetween(day, dayIn(now, zone)) > digestKeeps) return { drop: 'the digest is old' }
  return officeHold(calendar, reader.zone, now)
}
