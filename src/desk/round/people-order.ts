import { Position } from '../../contract/intent.ts'
import type { Place } from '../../contract/place.ts'
import type { Row } from '../../opinions/boards/read-board.ts'
import type { Member } from '../../people/members.ts'
import type { Version } from './read-details.ts'

/** Somebody asked, as a row of the table: `body` is what they speak for, as the reader calls it. */
export type Shown = {
  readonly row: Row
  readonly person: Member
  readonly body: string
  readonly version: Version | undefined
}

type Order = (a: Shown, b: Shown) => number
const inVietnamese = new Intl.Collator('vi').compare

const byName: Order = (a, b) =>
  inVietnamese(a.body, b.body) || inVietnamese(a.person.name, b.person.name) || inVietnamese(a.person.key, b.person.key)

/** Whoever has taken no position, or not answered, comes last. */
const last = Number.MAX_SAFE_INTEGER
const place = ({ row }: Shown) => (row.position === undefined ? last : Position.options.indexOf(row.position))

const orders: Record<NonNullable<Extract<Place, { page: 'round' }>['sort']>, Order> = {
  name: byName,
  position: (a, b) => place(a) - place(b) || byName(a, b),
  at: (a, b) => (a.row.at?.getTime() ?? last) - (b.row.at?.getTime() ?? last) || byName(a, b),
  // The most first: that is what one looks for.
  remarks: (a, b) => (b.version?.remarks ?? -1) - (a.version?.remarks ?? -1) || byName(a, b),
}

/** The same people in the order that is wanted; those who are alike in it by the names of their bodies. */
export const sortedPeople = (people: readonly Shown[], by: keyof typeof orders): readonly Shown[] =>
  people.toSorted(orders[by])
