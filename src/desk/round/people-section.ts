import type { Context } from '../../context.ts'
import type { Column, Deed, Section, Tab, Way } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import type { Row } from '../../opinions/boards/read-board.ts'
import { isReached } from '../../opinions/boards/read-reach.ts'
import { takesAnswers } from '../../opinions/rounds/phase.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { type Shown, sortedPeople } from './people-order.ts'
import { personRow } from './person-row.ts'
import type { Details } from './read-details.ts'

type RoundPlace = Extract<Place, { page: 'round' }>

/** People a page. */
const peopleAtOnce = 60
/** Whom one reminder by hand can name: what `reminder.send` takes. */
const remindedAtOnce = 20

/** Everybody asked, by body: what they answered, and for coordinators what became of the messages to those who have not. */
export function peopleSection(
  ctx: Context,
  round: Round,
  details: Details,
  place: RoundPlace,
  nameOf: (id: string) => string | undefined,
): Section {
  const { texts: t } = ctx
  const words = t.desk.round
  const coordinates = ctx.actor.roles.has('coordinator')
  const all = shownOf(ctx, details)
  const wanted = all.filter(isShown(place.show, details))
  const sorted = sortedPeople(wanted, place.sort ?? 'name')
  const from = Math.min(place.from ?? 0, Math.max(0, sorted.length - 1))
  const rows = sorted.slice(from, from + peopleAtOnce).map((one) => personRow(ctx, round, details, one, nameOf))
  return {
    id: 'people',
    title: words.people,
    pill: { text: String(all.length), tone: 'plain' },
    tabs: tabsOf(ctx, all, details, place),
    parts: [
      rows.length === 0
        ? { kind: 'text', text: t.board.nobody, tone: 'subtle' }
        : {
            kind: 'table',
            label: words.peopleTable,
            columns: columnsOf(ctx, place, coordinates),
            rows,
            deeds: coordinates && takesAnswers(round, ctx.now) ? [remindChosen(ctx, round)] : [],
            find: words.findPeople,
          },
      ...turns(ctx, place, { from, of: sorted.length }),
    ],
  }
}

const shownOf = ({ texts: t }: Context, { board, people, versions }: Details): readonly Shown[] => {
  const current = new Map(versions.map((version) => [version.personId, version]))
  return board.rows.flatMap((row) => {
    const person = people.get(row.personId)
    if (person === undefined) return []
    const body = person.organisation === null ? person.name : t.called(person.organisation)
    return [{ row, person, body, version: current.get(row.personId) }]
  })
}

/** Whether somebody belongs under a tab. */
function isShown(show: RoundPlace['show'], { reach }: Details): (one: Shown) => boolean {
  switch (show) {
    case undefined:
      return () => true
    case 'remarked':
      return ({ version }) => (version?.remarks ?? 0) > 0
    case 'not-reached':
      return ({ row }) => {
        const one = reach.get(row.personId)
        return one !== undefined && !isReached(one)
      }
    case 'answered':
      return ({ row }) => hasAnswered(row)
    default:
      return ({ row }) => row.standing === show
  }
}

const hasAnswered = ({ standing }: Row): boolean => standing === 'answered' || standing === 'late'

function tabsOf({ texts: t }: Context, all: readonly Shown[], details: Details, place: RoundPlace): readonly Tab[] {
  const { show, sort } = place
  const words = t.desk.round.shows
  const tab = (label: string, wanted: RoundPlace['show']): Tab => ({
    label,
    place: {
      ...{ page: 'round', round: place.round },
      ...(wanted === undefined ? {} : { show: wanted }),
      ...(sort === undefined ? {} : { sort }),
    },
    current: show === wanted,
    count: all.filter(isShown(wanted, details)).length,
  })
  const others = (['missing', 'answered', 'remarked', 'late', 'deemed', 'former', 'not-reached'] as const).map((one) =>
    tab(words[one], one),
  )
  return [tab(words.all, undefined), ...others.filter(({ count, current }) => current || (count ?? 0) > 0)]
}

function columnsOf({ texts: t }: Context, place: RoundPlace, coordinates: boolean): readonly Column[] {
  const words = t.desk.round.columns
  const sort = (by: NonNullable<RoundPlace['sort']>, label: string): NonNullable<Column['sort']> => ({
    label,
    place: { page: 'round', round: place.round, ...(place.show === undefined ? {} : { show: place.show }), sort: by },
    current: (place.sort ?? 'name') === by,
    ...(by === 'remarks' ? { falling: true } : {}),
  })
  return [
    { label: words.body, sort: sort('name', words.body) },
    { label: words.position, sort: sort('position', words.position) },
    { label: words.remarks, figure: true, minor: true, sort: sort('remarks', words.remarks) },
    { label: words.at, minor: true, sort: sort('at', words.at) },
    ...(coordinates ? [{ label: words.message }] : []),
  ]
}

const remindChosen = ({ texts: t }: Context, { id }: Round): Deed => ({
  label: t.desk.round.remindChosen,
  intent: { kind: 'reminder.preview', round: id },
  field: 'people',
  most: remindedAtOnce,
})

/** The ways to the people before and after those that are shown. */
function turns(
  { texts: t }: Context,
  place: RoundPlace,
  { from, of }: { readonly from: number; readonly of: number },
): Section['parts'] {
  const at = (label: string, start: number): Way => ({ label, place: { ...place, from: start } })
  const ways = [
    ...(from > 0 ? [at(t.buttons.previousPage, Math.max(0, from - peopleAtOnce))] : []),
    ...(from + peopleAtOnce < of ? [at(t.buttons.nextPage, from + peopleAtOnce)] : []),
  ]
  return ways.length === 0 ? [] : [{ kind: 'ways', ways }]
}
