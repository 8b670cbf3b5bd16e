import type { Context } from '../context.ts'
import type { Way } from '../contract/page.ts'

/** The pages that are reached from everywhere, as this reader has them, of those that there are. */
export function waysOf({ texts: { desk: t } }: Pick<Context, 'texts'>, there: readonly string[]): readonly Way[] {
  const ways: readonly Way[] = [
    { label: t.today.name, place: { page: 'today' } },
    { label: t.rounds.name, place: { page: 'rounds' } },
    { label: t.plan.name, place: { page: 'plan' } },
    { label: t.visits.name, place: { page: 'visits' } },
    { label: t.people.name, place: { page: 'people' } },
    { label: t.history.name, place: { page: 'history' } },
  ]
  return ways.filter(({ place }) => there.includes(place.page))
}
