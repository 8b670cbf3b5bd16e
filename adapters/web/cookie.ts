import type { IncomingMessage } from 'node:http'

const name = 'dondoc_link'

/**
 * The cookie that an access link leaves: the link's own token, so that the core judges it anew each time. Strict, so
 * that no other site's request carries it; out of reach of scripts.
 */
export function linkCookie(request: IncomingMessage, token: string): string {
  const parts = [`${name}=${encodeURIComponent(token)}`, 'Path=/', 'HttpOnly', 'SameSite=Strict']
  if (token === '') parts.push('Max-Age=0')
  // Behind a TLS proxy; whoever forges the header only hardens their own cookie.
  if (request.headers['x-forwarded-proto'] === 'https') parts.push('Secure')
  return parts.join('; ')
}

/** The access link's token that this browser holds. */
export function linkOf(request: IncomingMessage): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value !== undefined && value !== '') return decoded(value)
  }
  return undefined
}

/** Percent-decoded, or undefined where that makes no sense. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
