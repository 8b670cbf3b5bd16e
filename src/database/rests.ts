import { Prisma } from './generated/sqlite/client.ts'

/**
 * What a change rests on: rows as they were read. `commit` refuses the change when one is no longer there as it was. A
 * reading function that judges whether something may be done gives its rest with the answer.
 */
export type Rest = {
  /** Finds a row as long as the rest holds. Ends with WHERE conditions, so that a lock can be added. */
  readonly row: Prisma.Sql
  /**
   * PostgreSQL only; SQLite has one writer. `shared`: nobody changes the row until the change is stored. `alone`: nobody
   * else rests on it in the meantime either; for rows that the same change writes, which two could otherwise lock
   * against each other. `none`: the row is looked at only; for one that the very statement removes, which cannot be
   * locked as well. `removing`: nobody hangs anything on the row that is to be removed; what somebody is just hanging on it
   * is waited for, so that the statements behind this one find it.
   */
  readonly lock: 'shared' | 'alone' | 'none' | 'removing'
}

const shared = (row: Prisma.Sql): Rest => ({ row, lock: 'shared' })
const alone = (row: Prisma.Sql): Rest => ({ row, lock: 'alone' })
const { sql } = Prisma

/** A round on the terms and in the state in which it was read; a settled deadline changes the state alone. */
export const roundStands = (round: { readonly id: string; readonly revision: number; readonly state: string }) =>
  shared(
    sql`SELECT 1 FROM "Round" WHERE "id" = ${round.id} AND "revision" = ${round.revision} AND "state" = ${round.state}`,
  )

/** A draft at the revision that was read, for the change that removes it. */
export const draftStands = (draft: { readonly id: string; readonly revision: number }): Rest => ({
  row: sql`SELECT 1 FROM "OpinionDraft" WHERE "id" = ${draft.id} AND "revision" = ${draft.revision}`,
  lock: 'none',
})

/** The file that stands for a version of a draft, as long as none has taken its place. */
export const draftFileStands = ({ id, liveKey }: { readonly id: string; readonly liveKey: string | null }) =>
  shared(sql`SELECT 1 FROM "Document" WHERE "id" = ${id} AND "liveKey" = ${liveKey}`)

/** A visit at the revision that was read. */
export const visitStands = (visit: { readonly id: string; readonly revision: number }) =>
  shared(sql`SELECT 1 FROM "Visit" WHERE "id" = ${visit.id} AND "revision" = ${visit.revision}`)

/** A role held on `today`, a day of the committee's zone. */
export const holdsRole = (personId: string, role: string, today: string) =>
  shared(sql`SELECT 1 FROM "Role" WHERE "personId" = ${personId} AND "role" = ${role} AND "fromDay" <= ${today}
    AND ("toDay" IS NULL OR "toDay" >= ${today})`)

/** A delegation that nobody has ended; its days pass by the clock alone. */
export const delegationStands = (id: string) =>
  shared(sql`SELECT 1 FROM "Delegation" WHERE "id" = ${id} AND "endedAt" IS NULL`)

/** A place on a team that covers `day`; `leader`: as its leader. */
export const sitsOn = (teamId: string, personId: string, day: string, duty?: 'leader') =>
  shared(sql`SELECT 1 FROM "Duty" WHERE "teamId" = ${teamId} AND "personId" = ${personId}
    AND ("fromDay" IS NULL OR "fromDay" <= ${day}) AND ("toDay" IS NULL OR "toDay" >= ${day})
    ${duty === undefined ? Prisma.empty : sql`AND "duty" = ${duty}`}`)

/** An account linked to this person. Alone: hearing from somebody may write it. */
export const accountIsOf = (accountId: string, personId: string) =>
  alone(sql`SELECT 1 FROM "Account" WHERE "id" = ${accountId} AND "personId" = ${personId}`)

/** A person who is still there; changes that rest on it come one after another. */
export const personAlone = (personId: string) => alone(sql`SELECT 1 FROM "Person" WHERE "id" = ${personId}`)

/** An item or a unit that the same change removes unless something hangs on it. What hangs on it would go with it. */
export const isToGo = (table: 'WorkItem' | 'Unit', id: string): Rest => ({
  row: sql`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}`,
  lock: 'removing',
})

/** A setting with the value that was read. */
export const settingStands = (setting: { readonly key: string; readonly value: string }) =>
  shared(sql`SELECT 1 FROM "Setting" WHERE "key" = ${setting.key} AND "value" = ${setting.value}`)
