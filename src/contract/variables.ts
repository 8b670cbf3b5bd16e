import { z } from 'zod'
import { isLoopbackUrl } from './loopback.ts'

/** A variable that holds a token, or is not set. */
export const secret = z.string().regex(/^\S+$/, 'must be the bare token: no spaces or line breaks').optional()

/** A variable that holds an address to which tokens are sent. */
export const safeAddress = z.string().refine(isSafe, 'must be an https address, or http on loopback')

function isSafe(text: string): boolean {
  return URL.canParse(text) && (new URL(text).protocol === 'https:' || isLoopbackUrl(text))
}
