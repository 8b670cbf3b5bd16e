import { DAY_VERBS } from './days.ts'
import { DRAFT_VERBS } from './drafts.ts'
import { GENERAL_VERBS } from './general.ts'
import { OPINION_VERBS } from './opinions.ts'
import { PEOPLE_VERBS } from './people.ts'
import type { Phrases } from './phrases.ts'
import { PLAN_VERBS } from './plan.ts'
import { RECORD_VERBS } from './record.ts'
import { REMARK_VERBS } from './remarks.ts'
import { REMINDER_VERBS } from './reminders.ts'
import { ROUND_VERBS } from './rounds.ts'

const all = {
  ...GENERAL_VERBS,
  ...PLAN_VERBS,
  ...OPINION_VERBS,
  ...ROUND_VERBS,
  ...RECORD_VERBS,
  ...DRAFT_VERBS,
  ...REMARK_VERBS,
  ...REMINDER_VERBS,
  ...PEOPLE_VERBS,
  ...DAY_VERBS,
} as const

export type Verb = keyof typeof all

/** What stands first in a sentence, or right behind the item, and says what is wanted. */
export const VERBS: Readonly<Record<Verb, Phrases>> = all
