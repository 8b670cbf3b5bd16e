import { randomUUID } from 'node:crypto'
import type { Db, Write } from '../../database/db.ts'
import { sendUnreached } from '../../outbox/doubt/resolve.ts'
import type { GoodRow } from '../sheets/check-rows.ts'
import { inBatches } from '../sheets/conclude.ts'
import type { Change } from '../sheets/report.ts'
import type { AccountChange } from './account-claims.ts'
import type { PersonRow } from './people-row.ts'
import { lastDay, type RoleChange } from './role-periods.ts'

/** What one row does to one person. */
export type PersonStep = {
  readonly id: string
  readonly isNew: boolean
  readonly row: GoodRow<PersonRow>
  /** How many rows of the file the person has. */
  readonly rows: number
  /** The person's own fields differ; roles and accounts are told apart. */
  readonly changed: boolean
  readonly roles: RoleChange
  readonly accounts: AccountChange
}

const touches = ({ changed, roles, accounts }: PersonStep) =>
  changed ||
  roles.add.length + roles.change.length + roles.end.length > 0 ||
  accounts.create.length + accounts.link.length + accounts.unlink.length > 0

/** The statements of all steps, few of them whatever the number of new people. */
export function changePeople(db: Db, steps: readonly PersonStep[], now: Date, today: string): Change {
  const rowsOf = (some: readonly PersonStep[]) => some.reduce((sum, { rows }) => sum + rows, 0)
  const created = rowsOf(steps.filter((step) => step.isNew))
  const updated = rowsOf(steps.filter((step) => !step.isNew && touches(step)))
  const ended = steps.flatMap((step) => step.roles.end)
  return {
    created,
    updated,
    unchanged: rowsOf(steps) - created - updated,
    ended: ended.length,
    writes: [...writePeople(db, steps, now), ...writeRoles(db, steps, ended, today), ...writeAccounts(db, steps, now)],
  }
}

function writePeople(db: Db, steps: readonly PersonStep[], now: Date): Write[] {
  const added = steps
    .filter((step) => step.isNew)
    .map(({ id, row }) => ({ id, key: row.value.key, createdAt: now, ...details(row.value) }))
  const changed = steps.filter((step) => step.changed)
  return [
    ...inBatches(added).map((data) => db.person.createMany({ data })),
    ...changed.map(({ id, row }) =>
      db.person.update({ where: { id }, data: { ...details(row.value), sample: false }, select: { id: true } }),
    ),
  ]
}

const details = ({ name, honorific, title, organisation, email, locale, time_zone: timeZone }: PersonRow) => ({
  name,
  ...(honorific === undefined ? {} : { honorific }),
  ...(title === undefined ? {} : { title }),
  ...(organisation === undefined ? {} : { organisation }),
  ...(email === undefined ? {} : { email }),
  ...(locale === undefined ? {} : { locale }),
  ...(timeZone === undefined ? {} : { timeZone }),
})

function writeRoles(db: Db, steps: readonly PersonStep[], ended: readonly string[], today: string): Write[] {
  const added = steps.flatMap(({ id, roles }) =>
    roles.add.map((period) => ({ id: randomUUID(), personId: id, ...period })),
  )
  const changed = steps.flatMap(({ roles }) => roles.change)
  return [
    ...inBatches(ended).map((ids) =>
      db.role.updateMany({ where: { id: { in: ids } }, data: { toDay: lastDay(today) } }),
    ),
    ...changed.map(({ id, fromDay, toDay }) =>
      db.role.update({ where: { id }, data: { fromDay, toDay }, select: { id: true } }),
    ),
    ...inBatches(added).map((data) => db.role.createMany({ data })),
  ]
}

function writeAccounts(db: Db, steps: readonly PersonStep[], now: Date): Write[] {
  const linked = new Set(steps.flatMap(({ accounts }) => accounts.link.map((account) => account.id)))
  // One that goes from person to person does so in one step: its guard is who held it.
  const unlinked = steps.flatMap(({ accounts }) => accounts.unlink.filter((id) => !linked.has(id)))
  const added = steps.flatMap(({ id, accounts }) =>
    accounts.create.map((place) => ({ id: randomUUID(), personId: id, ...place })),
  )
  const reached = steps.flatMap(({ id, accounts }) => (accounts.create.length + accounts.link.length > 0 ? [id] : []))
  return [
    ...inBatches(unlinked).map((ids) =>
      db.account.updateMany({ where: { id: { in: ids } }, data: { personId: null } }),
    ),
    ...steps.flatMap(({ id: personId, accounts }) =>
      accounts.link.map(({ id, personId: held }) =>
        db.account.update({ where: { id, personId: held }, data: { personId }, select: { id: true } }),
      ),
    ),
    ...inBatches(added).map((data) => db.account.createMany({ data })),
    // What could not reach them so far can now.
    ...inBatches(reached).map((people) => sendUnreached(db, people, now)),
  ]
}
