import { type GoodRow, problem } from '../sheets/check-rows.ts'
import type { Doubtful } from '../sheets/doubts.ts'
import type { PersonRow } from './people-row.ts'

type Stored = { readonly key: string; readonly email: string | null }

/**
 * Rows by which two people get one e-mail address, in the file or with somebody whom it does not name: by such an
 * address nobody can be found on a platform. An office may share a mailbox, so it is a doubt; what is stored so already
 * and does not change is none.
 */
export function findSharedEmail(rows: readonly GoodRow<PersonRow>[], stored: readonly Stored[]): readonly Doubtful[] {
  const emailOf = new Map(stored.map((person) => [person.key, person.email]))
  const named = new Set(rows.map((row) => row.value.key))
  const all = [
    ...rows.map((row) => {
      const before = emailOf.get(row.value.key) ?? null
      const email = row.value.email === undefined ? before : row.value.email
      return { key: row.value.key, email, row, isNew: email !== before }
    }),
    ...stored.filter(({ key }) => !named.has(key)).map((person) => ({ ...person, row: undefined, isNew: false })),
  ].filter(({ email }) => email !== null)
  return [...Map.groupBy(all, ({ email }) => email).values()].flatMap((same) =>
    same.length === 1 || !same.some(({ isNew }) => isNew)
      ? []
      : same.flatMap(({ key, row }) => {
          if (row === undefined || row.value.email === undefined) return []
          const others = same.filter((one) => one.key !== key).map((one) => `"${one.key}"`)
          const reason = `is the e-mail address of ${others.join(', ')} as well`
          return [{ ...problem(row.number, row.cells, 'email', reason), doubt: 'email' as const }]
        }),
  )
}
