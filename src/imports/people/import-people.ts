import { randomUUID } from 'node:crypto'
import { dayIn } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import { takeTurn } from '../../database/turns.ts'
import { nobodyToAsk } from '../../people/accounts/ask-platform.ts'
import { checkRows, type GoodRow, problem, withoutBad } from '../sheets/check-rows.ts'
import { conclude } from '../sheets/conclude.ts'
import { settle } from '../sheets/doubts.ts'
import type { ImportOptions, ImportReport, Problem } from '../sheets/report.ts'
import { type Sheet, unguarded } from '../sheets/sheet.ts'
import { diffAccounts, findClaimedTwice, findTaken, indexAccounts } from './account-claims.ts'
import { accountColumns, findColumnsTwice } from './account-columns.ts'
import { changePeople, type PersonStep } from './change-people.ts'
import { findForeign, findWrongPlaces, withCanonicalIds } from './check-places.ts'
import { withKeys, withOneEmail, withRole } from './complete-roster.ts'
import { findHalved, groupRows, type PersonRows } from './group-rows.ts'
import { type PersonRow, peopleColumns, personRow } from './people-row.ts'
import { diffRoles } from './role-periods.ts'
import { findSharedEmail } from './shared-email.ts'

const fields = ['name', 'honorific', 'title', 'organisation', 'email', 'locale'] as const

/**
 * Imports a roster (DOMAIN, "Files an operator brings"): people by key, their roles from a day to a day, and their
 * accounts. A role that a person's row no longer names ends the day before today; people whom the file does not name
 * stay as they are, and so does a column that the file does not have. Everybody named gets an account in the web chat.
 */
export async function importPeople(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const { identities = new Map(), platforms = [] } = options
  const turns = await takeTurn(db, 'imports')
  const stored = await readStored(db)
  const one = withOneEmail(withRole(unguarded(sheet), options.role))
  const emails = settle(one.doubts, options.accept)
  const full = withKeys(one.sheet, [...stored.byKey.values()])
  const columns = accountColumns(platforms, full)
  const read = checkRows(full, peopleColumns(columns), personRow(columns), options)
  const twice = findColumnsTwice(platforms, full)
  const checked = { ...read, good: withCanonicalIds(read.good, identities) }
  const steps: PersonStep[] = []
  const problems: Problem[] = [...twice, ...checked.problems, ...emails.problems]
  problems.push(...findWrongPlaces(checked.good, identities))
  const foreign = await findForeign(withoutBad(checked.good, problems), options.ask ?? nobodyToAsk)
  problems.push(...foreign.problems)
  const grouped = groupRows(checked.good)
  problems.push(...grouped.problems)
  problems.push(
    ...findClaimedTwice(
      withoutBad(
        grouped.people.map(({ row }) => row),
        problems,
      ),
    ),
  )
  problems.push(...findHalved(full, checked.good, problems))
  const today = dayIn(options.now, options.zone)
  const bad = (): ReadonlySet<number> => new Set(problems.map((one) => one.row))
  const earlier = bad()
  const people = grouped.people.filter(({ rows }) => rows.every((row) => !earlier.has(row.number)))
  const candidates = people.map(({ row }) => row)
  people.forEach((one, at) => {
    const step = toStep(one, stored, today)
    const { row } = one
    if (step.roles.backwards === undefined) steps.push(step)
    else problems.push(problem(row.number, row.cells, 'to', `is before the first day, ${step.roles.backwards.fromDay}`))
    if (at % 500 === 0) options.progress?.(at, sheet.rows.length)
  })
  problems.push(...untilNoneIsTaken(candidates, stored, problems))
  const shared = untilNoneIsShared(candidates, stored, problems, options)
  problems.push(...shared.problems)
  const last = bad()
  const change = changePeople(
    db,
    steps.filter((step) => !last.has(step.row.number)),
    options.now,
    today,
  )
  const { unknownColumns } = checked
  const usable = checked.usable && twice.length === 0
  // Without a question there is nothing to be warned of.
  const unasked = options.ask === undefined ? [] : foreign.warnings
  const warnings = [...checked.warnings, ...emails.warnings, ...shared.warnings, ...unasked]
  return conclude(
    db,
    {
      file: sheet.file,
      kind: 'people',
      rows: sheet.rows.length,
      problems,
      unknownColumns,
      usable,
      change,
      turns,
      warnings,
      columns: read.columns,
    },
    options,
  )
}

type Stored = Awaited<ReturnType<typeof readStored>>

/** Everything at once: a committee has some thousand people, and one look a row would be the slowest part. */
async function readStored(db: Db) {
  const [people, accounts] = await Promise.all([
    db.person.findMany({ include: { roles: true } }),
    db.account.findMany({ select: { id: true, personId: true, platform: true, tenant: true, user: true } }),
  ])
  return {
    byKey: new Map(people.map((person) => [person.key, person])),
    keyOf: new Map(people.map((person) => [person.id, person.key])),
    accounts: indexAccounts(accounts),
  }
}

/** A row that turns bad no longer gives its own account up, which may turn another row bad. */
function untilNoneIsTaken(rows: readonly GoodRow<PersonRow>[], stored: Stored, earlier: readonly Problem[]): Problem[] {
  const found: Problem[] = []
  for (;;) {
    const more = findTaken(withoutBad(rows, [...earlier, ...found]), stored.accounts, stored.keyOf)
    if (more.length === 0) return found
    found.push(...more)
  }
}

/** A row that turns bad leaves its person the address that is stored, which another row may have. */
function untilNoneIsShared(
  rows: readonly GoodRow<PersonRow>[],
  stored: Stored,
  earlier: readonly Problem[],
  { accept }: ImportOptions,
): ReturnType<typeof settle> {
  const found: Problem[] = []
  for (;;) {
    const { problems, warnings } = settle(
      findSharedEmail(withoutBad(rows, [...earlier, ...found]), [...stored.byKey.values()]),
      accept,
    )
    if (problems.length === 0) return { problems: found, warnings }
    found.push(...problems)
  }
}

function toStep({ row, rows }: PersonRows, stored: Stored, today: string): PersonStep {
  const { value } = row
  const person = stored.byKey.get(value.key)
  const wanted = rows.map(({ value: one }) => ({ roles: one.role, from: one.from ?? null, to: one.to }))
  const roles = diffRoles(person?.roles ?? [], wanted, today)
  const accounts = diffAccounts(value, person?.id, stored.accounts)
  const moved = value.time_zone !== undefined && value.time_zone !== person?.timeZone
  const changed =
    person !== undefined &&
    (person.sample || moved || fields.some((field) => value[field] !== undefined && value[field] !== person[field]))
  const id = person?.id ?? randomUUID()
  return { id, isNew: person === undefined, row, rows: rows.length, changed, roles, accounts }
}
