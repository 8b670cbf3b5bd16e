import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Host } from '../contract/adapter.ts'
import { Directory } from '../contract/directory.ts'
import type { Found } from '../contract/form.ts'
import { memberEntries, peopleEntries, teamEntries, unitEntries } from '../conversation/picking/directories.ts'
import type { Entry } from '../conversation/picking/entry.ts'
import { keepEntries } from '../conversation/picking/kept-entries.ts'
import { offer } from '../conversation/picking/read-pick.ts'
import { askedEntries } from '../opinions/rounds/asked-entries.ts'
import { findRound } from '../opinions/rounds/rounds.ts'
import { findActor } from '../people/actor.ts'
import { directoryName, maySearch } from '../people/may.ts'
import { type Locale, localeFor, textsFor } from '../texts/texts.ts'
import { readChoices } from '../visits/plan-choices.ts'

type Source = Pick<Context, 'db' | 'zone' | 'log'> & { readonly now: () => Date; readonly locale: Locale }

/** Typed words beyond this are no name. */
const longestTyped = 300
const nothing: Found = { options: [], more: 0 }

/**
 * What pickers offer, in the language of whoever picks. Nothing to somebody who may not search the directory, to nobody of
 * ours, and of a round that there is not.
 */
export function createOptions(source: Source): Host['options'] {
  const kept = keepEntries()
  return async (of, from, typed, limit) => {
    let locale: Locale = source.locale
    try {
      const now = source.now()
      const found = await findActor(source.db, of, dayIn(now, source.zone))
      const directory = Directory.safeParse(from)
      if (found?.actor === undefined || !directory.success || !maySearch(found.actor, directory.data)) return nothing
      locale = localeFor(found.actor.locale, found.platformLocale, source.locale)
      const entries = await entriesOf({ db: source.db, now, zone: source.zone }, directory.data, kept)
      const texts = textsFor(locale)
      // Stored in no log and no row: what somebody looks for is theirs.
      return entries === undefined ? nothing : offer({ texts }, entries, typed.slice(0, longestTyped), limit)
    } catch (error) {
      source.log.error({ err: error, platform: of.platform }, 'options.failed')
      return { ...nothing, said: textsFor(locale).picking.later }
    }
  }
}

async function entriesOf(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  directory: Directory,
  kept: ReturnType<typeof keepEntries>,
): Promise<readonly Entry[] | undefined> {
  const name = directoryName(directory)
  switch (name) {
    case 'people':
      return await kept(ctx, name, peopleEntries)
    case 'members':
      return await kept(ctx, name, memberEntries)
    case 'teams':
      return await kept(ctx, name, teamEntries)
    case 'units':
      return await kept(ctx, name, async (at) => unitEntries((await readChoices(at)).units))
    case 'asked': {
      const round = await findRound(ctx, directory.slice('asked:'.length))
      return round === undefined ? undefined : (await askedEntries(ctx, round)).entries
    }
    default:
      return name satisfies never
  }
}
