import { z } from 'zod'
import { isLoopbackUrl } from './loopback.ts'

/** A variable that holds a token, or is not set. */
export const secret = z.string().regex(/^\S+$/, 'must be the bare token: no spaces or line breaks').optional()

/** A variable that holds an address to which tokens are sent. */
export const safeAddress = z.string().refine(isSafe, 'must be an https address, or http on loopback')

function isSafe(text: string): boolean {
  return URL.canParse(text) && (new URL(text).protocol === 'https:' || isLoopbackUrl(text))
}

/**
 * Of variables that are needed together, those that are missing while others are set, as problems. `prefix` is what the
 * names of the platform's variables begin with; `more`: others of them are set, which make these needed.
 */
export function missingOf(needed: Readonly<Record<string, unknown>>, prefix: string, more = false): readonly string[] {
  const all = Object.entries(needed)
  const missing = all.filter(([, value]) => value === undefined)
  if (!more && missing.length === all.length) return []
  return missing.map(([name]) => `${name}: is missing while other ${prefix} variables are set: set it as well`)
}
