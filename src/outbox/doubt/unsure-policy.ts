/**
 * Notifications that may go out a second time when nobody can say whether the first arrived: they only remind of what stands
 * anyway. Everything else waits for a person (`outbox resolve`): a request or a notice about a round that comes twice
 * looks like two.
 */
const repeatable = new Set(['nudge', 'reminder', 'digest', 'escalation', 'upcoming', 'visits-due'])

/** Whether a send in doubt may be repeated by itself; `doubts`: how often it has been in doubt. Once, and no more. */
export function mayRepeat(kind: string, doubts: number): boolean {
  return repeatable.has(kind) && doubts === 1
}
