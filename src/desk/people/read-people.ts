import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Part, Section } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import { entryOn, peopleWithSpans } from '../../conversation/picking/directories.ts'
import { searchEntries } from '../../conversation/picking/search-entries.ts'
import type { PageBody } from '../page-body.ts'
import { oversees } from '../parts/oversees.ts'
import { pageWays } from '../parts/page-ways.ts'
import { delegationsSection, leaveSection, readDays } from './away.ts'
import { peopleTable } from './people-table.ts'
import { accountsToShow, unreachedIds, unreachedSection } from './unreached.ts'

/** People a page. */
const perPage = 50

/**
 * Everybody in the roster with what they do here, how they are reached, leave and delegations; whom no message reaches
 * first. Those who have left come last. For coordinators, the chair and operators; undefined for others.
 */
export async function readPeople(
  ctx: Context,
  place: Extract<Place, { page: 'people' }>,
): Promise<PageBody | undefined> {
  if (!oversees(ctx.actor)) return undefined
  const { texts: t, now, zone } = ctx
  const today = dayIn(now, zone)
  const { find = '', show, from: asked = 0 } = place
  const [people, lost, days] = await Promise.all([peopleWithSpans(ctx), unreachedIds(ctx, today), readDays(ctx, today)])
  const byId = new Map(people.map((person) => [person.id, person]))
  const unreached = people.filter(({ id }) => lost.has(id))
  const entries = (show === 'unreached' ? unreached : people).map((person) => entryOn(person, today))
  const here = [
    ...entries.filter(({ left }) => left === undefined),
    ...entries.filter(({ left }) => left !== undefined),
  ]
  const found = searchEntries(here, find).flatMap(({ entry }) => byId.get(entry.id) ?? [])
  const from = asked < found.length ? asked : 0
  const shown = found.slice(from, from + perPage)
  // What was asked for is not pushed down by what was not.
  const isFirst = find === '' && show === undefined && from === 0
  const accounts = await accountsToShow(ctx, [...shown, ...(isFirst ? unreached : [])])
  const table = await peopleTable(ctx, shown, { today, accounts, days, names: byId })
  const turns = pageWays(ctx, { from, shown: shown.length, total: found.length }, perPage, (at) => ({
    ...place,
    from: at,
  }))
  const said: readonly Part[] =
    found.length === 0 ? [{ kind: 'text', text: t.desk.people.notFound, tone: 'subtle' }] : []
  const all: Section = {
    id: 'people',
    title: t.desk.people.all,
    pill: { text: String(found.length), tone: 'plain' },
    tabs: [
      { label: t.desk.people.everybody, place: { page: 'people' }, current: show === undefined },
      {
        label: t.desk.people.unreachedTab,
        count: unreached.length,
        place: { page: 'people', show: 'unreached' },
        current: show === 'unreached',
      },
    ],
    parts: [
      { kind: 'find', label: t.desk.people.find, place: { ...place, from: undefined } },
      ...(found.length === 0 ? said : [table, ...turns]),
    ],
  }
  return {
    under: 'people',
    title: t.desk.people.name,
    trail: [],
    lead: [],
    buttons: ctx.actor.roles.has('coordinator')
      ? [
          { label: t.leave.listTitle, intent: { kind: 'leave.list' } },
          { label: t.delegation.listTitle, intent: { kind: 'delegation.list' } },
        ]
      : [],
    main: isFirst
      ? [
          ...unreachedSection(ctx, unreached, accounts),
          ...leaveSection(ctx, days, byId, today),
          ...delegationsSection(ctx, days, byId, today),
          all,
        ]
      : [all],
    aside: [],
  }
}
