import type { AppOptions } from './app.ts'
import { dayIn } from './calendar/zoned.ts'
import type { Context } from './context.ts'
import { composeOpinionLetter, OpinionLetter } from './opinions/letters.ts'
import type { Compose } from './outbox/compose.ts'
import { actorById } from './people/actor.ts'
import { localeFor, textsFor } from './texts/texts.ts'

/**
 * Makes the words of every letter in the ledger: in the reader's language, for the roles they hold that day, on what
 * stands at that moment. A room that sends letters adds its own union here.
 */
export function createCompose(
  options: Pick<AppOptions, 'db' | 'zone' | 'publicUrl' | 'calendar' | 'locale' | 'log'>,
): Compose {
  return async (json, personId, now) => {
    const letter = OpinionLetter.parse(json)
    const reader = await actorById(options.db, personId, dayIn(now, options.zone))
    if (reader === undefined) return { drop: 'the person is gone' }
    const texts = textsFor(localeFor(reader.actor.locale, reader.platformLocale, options.locale))
    const ctx: Context = { ...options, now, actor: reader.actor, audience: 'private', texts }
    return await composeOpinionLetter(ctx, letter)
  }
}
