import type { Input } from '../../src/contract/inbound.ts'
import type { Intent } from '../../src/contract/intent.ts'
import type { Answer } from '../../src/contract/reply.ts'
import type { Db } from '../../src/database/db.ts'
import { mergesStatements } from '../../src/database/statements.ts'
import { createApp } from '../../src/requests/receive.ts'
import { type Committee, formOf, initial } from './committee.ts'

/**
 * The database, where `change` happens once: when something has been decided and its first transaction is about to
 * begin. What `change` itself does, it must do on the database proper.
 */
export function changedMeanwhile(
  { db, provider }: Pick<Committee, 'db' | 'provider'>,
  change: () => Promise<unknown>,
): Db {
  let happened: Promise<unknown> | undefined
  const first = () => {
    happened ??= change()
    return happened
  }
  const changed: Db = new Proxy(db, {
    get: (_, name) => {
      if (name === '$transaction') return async (work: []) => first().then(() => db.$transaction(work))
      // Written as one statement: it runs once somebody waits for it, in a batch never by itself.
      if (name === '$executeRaw')
        return (...sql: Parameters<Db['$executeRaw']>) => {
          const write = db.$executeRaw(...sql)
          const run: typeof write.then = (...then) => first().then(() => db.$executeRaw(...sql).then(...then))
          return Object.defineProperty(write, 'then', { value: run })
        }
      return Reflect.get(db, name)
    },
  })
  mergesStatements(changed, provider === 'sqlite' ? 'script' : 'with')
  return changed
}

/** The database, where `change` happens once: when rows of a table have been looked for, before anything is done with them. */
export function lookingFirst(db: Db, table: 'outbox' | 'fileContent', change: () => Promise<unknown>): Db {
  let happened: Promise<unknown> | undefined
  const rows = new Proxy(db[table], {
    get: (all, name) => {
      const own: unknown = Reflect.get(all, name)
      if (name !== 'findMany' || typeof own !== 'function') return own
      return async (...given: unknown[]) => {
        const found: unknown = await own(...given)
        happened ??= change()
        await happened
        return found
      }
    },
  })
  return new Proxy(db, { get: (whole, name) => (name === table ? rows : Reflect.get(whole, name)) })
}

/** What somebody is answered where `change` comes between the decision and its being stored. */
export async function actWhile(
  committee: Committee,
  who: string,
  input: Input,
  change: () => Promise<unknown>,
): Promise<Answer['reply']> {
  const app = createApp({ ...committee.host, db: changedMeanwhile(committee, change), wake: () => undefined })
  return (await app.receive(committee.inbound(who, input))).reply
}

/** The same of a button and of a form, in the committee of the moment. */
export const racing = (committee: () => Committee) => ({
  pressWhile: (who: string, intent: Intent, change: () => Promise<unknown>) =>
    actWhile(committee(), who, { kind: 'pressed', intent }, change),

  /** A form that `opens` shows, with what it begins with where `values` say nothing else. */
  fillWhile: async (
    who: string,
    opens: Intent,
    values: Record<string, string | string[]>,
    change: () => Promise<unknown>,
  ) => {
    const form = formOf(await committee().press(who, opens))
    const input = { kind: 'filled', intent: form.intent, values: { ...initial(form), ...values } } as const
    return await actWhile(committee(), who, input, change)
  },
})
