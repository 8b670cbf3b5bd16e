/** One thing that was looked at: what was found, and unless all is well, how to mend it. */
export type Finding = {
  /** What was looked at: one of `checks`, or a platform by its name; a stable word. */
  readonly check: string
  /** `warn`: it works, and somebody should know. `wrong`: something does not work, or may be lost. */
  readonly state: 'ok' | 'warn' | 'wrong'
  readonly found: string
  readonly mend: string | null
}

/** What is looked at everywhere, beside its platforms. */
export const checks = [
  'configuration',
  'web',
  'clock',
  'database',
  'durability',
  'permissions',
  'receipts',
  'sample',
  'plan',
  'calendar',
  'ladders',
  'coordinators',
  'members',
  'accounts',
  'ids',
  'outbox',
  'deadlines',
  'audit',
]

export const ok = (check: string, found: string): Finding => ({ check, state: 'ok', found, mend: null })
export const warn = (check: string, found: string, mend: string): Finding => ({ check, state: 'warn', found, mend })
export const wrong = (check: string, found: string, mend: string): Finding => ({ check, state: 'wrong', found, mend })

/** `1 person`, `2 people`. */
export const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
