import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { turnOf } from '../../database/turns.ts'
import type { Entry } from './entry.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'>

/**
 * Keeps what directories hold while somebody types into a picker, with how it was folded: each is read again after an
 * import, which alone changes who is in them, whichever process ran it, and on another day, on which seats begin and end.
 * A keystroke reads one row else. For what is offered only; what is answered is read from the rows themselves.
 */
export function keepEntries() {
  let state: string | undefined
  let kept = new Map<string, readonly Entry[]>()
  return async (ctx: Reading, name: string, read: (ctx: Reading) => Promise<readonly Entry[]>) => {
    // Before the rows: an import in between makes them newer than they are called, and they are read once more.
    const now = `${await turnOf(ctx.db, 'imports')} ${dayIn(ctx.now, ctx.zone)}`
    if (now !== state) {
      state = now
      kept = new Map()
    }
    const into = kept
    const known = into.get(name)
    if (known !== undefined) return known
    const entries = await read(ctx)
    into.set(name, entries)
    return entries
  }
}
