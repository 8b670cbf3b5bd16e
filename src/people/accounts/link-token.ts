import { createHash, randomBytes } from 'node:crypto'

/** What is stored of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A token of 256 bits, as it stands in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')
