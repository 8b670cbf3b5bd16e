import type { Sense } from '../engine/sense.ts'
import { GENERAL } from './general.ts'
import { LATERS } from './later.ts'
import { OPINIONS } from './opinions.ts'
import { PEOPLE } from './people.ts'
import { PLAN } from './plan.ts'
import { RECORDS } from './records.ts'
import { REMINDERS } from './reminders.ts'
import { ROUNDS } from './rounds.ts'
import { SCHEDULES } from './schedules.ts'
import { VISITS } from './visits.ts'

/** Everything that a typed sentence may want. The order decides between two that fit equally well. */
export const SENSES: readonly Sense[] = [
  ...GENERAL,
  ...PLAN,
  ...ROUNDS,
  ...OPINIONS,
  ...RECORDS,
  ...REMINDERS,
  ...LATERS,
  ...PEOPLE,
  ...SCHEDULES,
  ...VISITS,
]
