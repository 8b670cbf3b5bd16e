import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Host } from '../contract/adapter.ts'
import type { Address } from '../contract/address.ts'
import type { Page } from '../contract/page.ts'
import type { Place } from '../contract/place.ts'
import { Refusal } from '../contract/refusal.ts'
import { findActor } from '../people/actor.ts'
import { type Locale, localeFor, textsFor } from '../texts/texts.ts'
import { readHistoryPage } from './history/read-history-page.ts'
import type { PageBody } from './page-body.ts'
import { readPeople } from './people/read-people.ts'
import { readPlan } from './plan/read-plan.ts'
import { readRemarksPage } from './remarks/read-remarks-page.ts'
import { readRound } from './round/read-round.ts'
import { readRounds } from './rounds/read-rounds.ts'
import { readSearch } from './search/read-search.ts'
import { readToday } from './today/read-today.ts'
import { readVisits } from './visits/read-visits.ts'
import { waysOf } from './ways.ts'

type Source = Omit<Context, 'now' | 'actor' | 'audience' | 'texts' | 'files'> & {
  readonly now: () => Date
  readonly locale: Locale
}

/** How each page is read: undefined where there is none for the actor. */
type Readers = {
  readonly [P in Place['page']]?: (ctx: Context, place: Extract<Place, { page: P }>) => Promise<PageBody | undefined>
}

const readers: Readers = {
  today: readToday,
  plan: readPlan,
  visits: readVisits,
  people: readPeople,
  remarks: readRemarksPage,
  rounds: readRounds,
  round: readRound,
  search: readSearch,
  history: readHistoryPage,
}

/**
 * The pages for those who work here all day, each read as it stands now, in the reader's language. They change nothing:
 * what can be done on them are intents, which go the way of every request.
 */
export function createPages(source: Source): Pick<Host, 'page' | 'ways'> {
  const contextOf = async (of: Address, locale: string | undefined): Promise<Context | undefined> => {
    const now = source.now()
    const found = await findActor(source.db, of, dayIn(now, source.zone))
    if (found?.actor === undefined) return undefined
    const texts = textsFor(localeFor(found.actor.locale, locale ?? found.platformLocale, source.locale))
    return { ...source, now, actor: found.actor, audience: 'private', texts }
  }
  return {
    async page(of, place, locale) {
      const ctx = await contextOf(of, locale)
      return ctx === undefined ? undefined : await readPage(ctx, place)
    },
    async ways(of, locale) {
      const ctx = await contextOf(of, locale)
      return ctx === undefined ? [] : waysOf(ctx, Object.keys(readers))
    },
  }
}

/** One page for the actor of the context; undefined where there is none for them. */
async function readPage(ctx: Context, place: Place): Promise<Page | undefined> {
  // Each reader takes the places of its own name.
  const read = readers[place.page] as ((ctx: Context, place: Place) => Promise<PageBody | undefined>) | undefined
  if (read === undefined) return undefined
  try {
    const body = await read(ctx, place)
    return body === undefined ? undefined : { place, ...body }
  } catch (error) {
    // What is no more, or not theirs to see, is a page that there is not.
    if (error instanceof Refusal) return undefined
    throw error
  }
}
