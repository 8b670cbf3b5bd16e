import type { Intent } from '../../src/contract/intent.ts'
import type { Db } from '../../src/database/db.ts'
import { Notification } from '../../src/requests/compose-notification.ts'
import { LOG_LINES } from './log-lines.ts'

/** What a committee shows that no type does, of the intents that changed something in it; each with the step that was left out. */
export async function whatWasForgotten(db: Db, changed: ReadonlySet<Intent['kind']>): Promise<readonly string[]> {
  const logged = new Set((await db.audit.groupBy({ by: ['deed'] })).map(({ deed }) => deed))
  const unlogged = [...changed].flatMap((kind) => {
    const lines = LOG_LINES[kind]
    if (lines === 'reads') return [`${kind} changed something: give it its line in docs/guards.md and LOG_LINES`]
    if (lines === 'nothing' || lines.some((line) => logged.has(line))) return []
    return [
      `${kind} changed something, and the log has no line ${lines.join(' or ')}: record(...) of src/audit/record.ts`,
    ]
  })
  const posted = await db.outbox.groupBy({ by: ['letter'], where: { kind: 'send' } })
  const unknown = posted.filter(({ letter }) => !Notification.safeParse(JSON.parse(letter)).success)
  return [
    ...unlogged,
    ...unknown.map(({ letter }) => `src/requests/compose-notification.ts knows no message ${letter}`),
  ]
}
