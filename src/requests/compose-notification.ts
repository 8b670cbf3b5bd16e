import { z } from 'zod'
import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { composeDutyNotification, DutyNotification } from '../inspection-teams/duty-notifications.ts'
import { AnswersNudgeNotification } from '../nudges/answers/answers-entry.ts'
import { composeAnswersNudge } from '../nudges/answers/answers-nudge.ts'
import { composeDigest, DigestNotification } from '../nudges/digest/digest-notification.ts'
import { composeNudge, NudgeNotification } from '../nudges/ladder/nudge-notification.ts'
import { composeEscalation, EscalationNotification } from '../nudges/quarter-watch/escalation-notification.ts'
import { composeUpcoming, UpcomingNotification } from '../nudges/quarter-watch/upcoming-notification.ts'
import { composeReminder, ReminderNotification } from '../nudges/reminders/reminder-notification.ts'
import { composeVisitsDue, VisitsDueNotification } from '../nudges/visits/visits-due-notification.ts'
import { composeOpinionNotification, OpinionNotification } from '../opinions/notifications.ts'
import { AnswerNotification, composeAnswerNotification } from '../opinions/remarks/answers/answer-notifications.ts'
import { composeDeadlines, DeadlinesNotification } from '../opinions/rounds/deadlines-notification.ts'
import type { Compose } from '../outbox/delivery/compose.ts'
import { actorById } from '../people/actor.ts'
import { composePeopleNotification, PeopleNotification } from '../people/notifications.ts'
import { localeFor, textsFor } from '../texts/texts.ts'
import { composeImported } from '../visits/changes/imported-notification.ts'
import { ImportedNotification } from '../visits/changes/known-versions.ts'
import { composeVisitNotification, VisitNotification } from '../visits/changes/visit-notification.ts'
import { composeMoveNotification, MoveNotification } from '../visits/move-requests/move-notifications.ts'
import type { AppOptions } from './receive.ts'

/** Every message that the ledger may hold: one of another kind is refused when it is to be sent. */
export const Notification = z.discriminatedUnion('kind', [
  OpinionNotification,
  AnswerNotification,
  DeadlinesNotification,
  NudgeNotification,
  AnswersNudgeNotification,
  ReminderNotification,
  DigestNotification,
  EscalationNotification,
  UpcomingNotification,
  VisitsDueNotification,
  PeopleNotification,
  VisitNotification,
  ImportedNotification,
  MoveNotification,
  DutyNotification,
])

/**
 * Makes the words of every message in the ledger: in the reader's language, for the roles they hold that day, on what
 * stands at that moment. A folder that sends messages adds its own union here.
 */
export function createCompose(
  options: Pick<AppOptions, 'db' | 'zone' | 'publicUrl' | 'calendar' | 'locale' | 'othersSee' | 'mustHear' | 'log'>,
): Compose {
  return async (json, personId, now, purpose = 'send') => {
    const letter = Notification.parse(json)
    const reader = await actorById(options.db, personId, dayIn(now, options.zone))
    if (reader === undefined) return { drop: 'the person is gone' }
    const texts = textsFor(localeFor(reader.actor.locale, reader.platformLocale, options.locale))
    const ctx: Context = { ...options, now, actor: reader.actor, audience: 'private', texts }
    switch (letter.kind) {
      case 'nudge':
        return await composeNudge(ctx, letter, purpose)
      case 'answers-nudge':
        return await composeAnswersNudge(ctx, letter, purpose)
      case 'reminder':
        return await composeReminder(ctx, letter, purpose)
      case 'rounds-due':
        return await composeDeadlines(ctx, letter)
      case 'answer-objected':
      case 'answers-due':
      case 'answer-returned':
      case 'answers-published':
        return await composeAnswerNotification(ctx, letter)
      case 'digest':
        return await composeDigest(ctx, letter, purpose)
      case 'escalation':
        return await composeEscalation(ctx, letter, purpose)
      case 'upcoming':
        return await composeUpcoming(ctx, letter, purpose)
      case 'visits-due':
        return await composeVisitsDue(ctx, letter, purpose)
      case 'visit-changed':
        return await composeVisitNotification(ctx, letter, purpose)
      case 'visits-imported':
        return await composeImported(ctx, letter)
      case 'move-asked':
      case 'move-decided':
      case 'visit-reported':
        return await composeMoveNotification(ctx, letter, purpose)
      case 'duty-given':
      case 'duty-ended':
        return await composeDutyNotification(ctx, letter)
      case 'leave-entered':
      case 'leave-ended':
      case 'delegation-given':
      case 'delegation-ended':
      case 'accounts-gone':
        return await composePeopleNotification(ctx, letter)
      default:
        return await composeOpinionNotification(ctx, letter, purpose)
    }
  }
}
