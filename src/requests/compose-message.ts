import { z } from 'zod'
import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { composeDutyLetter, DutyLetter } from '../inspection-teams/duty-letters.ts'
import { composeDigest, DigestLetter } from '../nudges/digest/digest-letter.ts'
import { composeNudge, NudgeLetter } from '../nudges/ladder/nudge-letter.ts'
import { composeEscalation, EscalationLetter } from '../nudges/quarter-watch/escalation-letter.ts'
import { composeUpcoming, UpcomingLetter } from '../nudges/quarter-watch/upcoming-letter.ts'
import { composeReminder, ReminderLetter } from '../nudges/reminders/reminder-letter.ts'
import { composeVisitsDue, VisitsDueLetter } from '../nudges/visits/visits-due-letter.ts'
import { composeOpinionLetter, OpinionLetter } from '../opinions/letters.ts'
import { composeDeadlines, DeadlinesLetter } from '../opinions/rounds/deadlines-letter.ts'
import type { Compose } from '../outbox/delivery/compose.ts'
import { actorById } from '../people/actor.ts'
import { composePeopleLetter, PeopleLetter } from '../people/letters.ts'
import { localeFor, textsFor } from '../texts/texts.ts'
import { composeImported } from '../visits/changes/imported-letter.ts'
import { ImportedLetter } from '../visits/changes/known-versions.ts'
import { composeVisitLetter, VisitLetter } from '../visits/changes/visit-letter.ts'
import { composeMoveLetter, MoveLetter } from '../visits/move-requests/move-letters.ts'
import type { AppOptions } from './receive.ts'

/** Every message that the ledger may hold: one of another kind is refused when it is to be sent. */
export const Letter = z.discriminatedUnion('kind', [
  OpinionLetter,
  DeadlinesLetter,
  NudgeLetter,
  ReminderLetter,
  DigestLetter,
  EscalationLetter,
  UpcomingLetter,
  VisitsDueLetter,
  PeopleLetter,
  VisitLetter,
  ImportedLetter,
  MoveLetter,
  DutyLetter,
])

/**
 * Makes the words of every message in the ledger: in the reader's language, for the roles they hold that day, on what
 * stands at that moment. A folder that sends messages adds its own union here.
 */
export function createCompose(
  options: Pick<AppOptions, 'db' | 'zone' | 'publicUrl' | 'calendar' | 'locale' | 'othersSee' | 'mustHear' | 'log'>,
): Compose {
  return async (json, personId, now, purpose = 'send') => {
    const letter = Letter.parse(json)
    const reader = await actorById(options.db, personId, dayIn(now, options.zone))
    if (reader === undefined) return { drop: 'the person is gone' }
    const texts = textsFor(localeFor(reader.actor.locale, reader.platformLocale, options.locale))
    const ctx: Context = { ...options, now, actor: reader.actor, audience: 'private', texts }
    switch (letter.kind) {
      case 'nudge':
        return await composeNudge(ctx, letter, purpose)
      case 'reminder':
        return await composeReminder(ctx, letter, purpose)
      case 'rounds-due':
        return await composeDeadlines(ctx, letter)
      case 'digest':
        return await composeDigest(ctx, letter, purpose)
      case 'escalation':
        return await composeEscalation(ctx, letter, purpose)
      case 'upcoming':
        return await composeUpcoming(ctx, letter, purpose)
      case 'visits-due':
        return await composeVisitsDue(ctx, letter, purpose)
      case 'visit-changed':
        return await composeVisitLetter(ctx, letter, purpose)
      case 'visits-imported':
        return await composeImported(ctx, letter)
      case 'move-asked':
      case 'move-decided':
      case 'visit-reported':
        return await composeMoveLetter(ctx, letter, purpose)
      case 'duty-given':
      case 'duty-ended':
        return await composeDutyLetter(ctx, letter)
      case 'leave-entered':
      case 'leave-ended':
      case 'delegation-given':
      case 'delegation-ended':
      case 'accounts-gone':
        return await composePeopleLetter(ctx, letter)
      default:
        return await composeOpinionLetter(ctx, letter, purpose)
    }
  }
}
