import type { Context } from '../context.ts'
import type { Way } from '../contract/page.ts'
import { oversees } from './parts/oversees.ts'

/** The pages that are reached from everywhere, as this reader has them, of those that there are. */
export function waysOf(
  { texts: { desk: t }, actor }: Pick<Context, 'texts' | 'actor'>,
  there: readonly string[],
): readonly Way[] {
  const aboutEverybody: readonly Way[] = [
    { label: t.people.name, place: { page: 'people' } },
    { label: t.history.name, place: { page: 'history' } },
  ]
  const ways: readonly Way[] = [
    { label: t.today.name, place: { page: 'today' } },
    { label: t.rounds.name, place: { page: 'rounds' } },
    { label: t.plan.name, place: { page: 'plan' } },
    { label: t.visits.name, place: { page: 'visits' } },
    ...(oversees(actor) ? aboutEverybody : []),
  ]
  return ways.filter(({ place }) => there.includes(place.page))
}
