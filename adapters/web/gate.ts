import type { IncomingMessage } from 'node:http'
import { isLoopbackUrl } from '../../src/contract/loopback.ts'

/**
 * Whether a request may come in at all. Where seats are picked without proof, being on this machine is the proof, so
 * the Host must be a loopback name: a foreign name that resolves to 127.0.0.1 (DNS rebinding) is refused. Everywhere,
 * a page of another origin is refused: browsers say `Origin` on every POST and on fetches to other origins.
 */
export function mayEnter(request: IncomingMessage, loopbackOnly: boolean): boolean {
  const host = hostOf(`http://${request.headers.host ?? ''}`)
  if (host === undefined) return false
  if (loopbackOnly && !isHere(host)) return false
  const origin = request.headers.origin
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site' || isNavigation(request)
  // The scheme is left out: a TLS proxy before us speaks http to us, while the browser says https.
  return bare(hostOf(origin)) === bare(host)
}

/** Somebody followed a link from elsewhere, such as an access link in an e-mail: nothing is changed by a GET. */
function isNavigation(request: IncomingMessage): boolean {
  return request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
}

function hostOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

function bare(url: URL | undefined): string | undefined {
  return url?.host.replace(/:(80|443)$/, '')
}

/** Browsers take every name below `localhost` for this machine. */
const isHere = (url: URL): boolean => url.hostname.endsWith('.localhost') || isLoopbackUrl(url.href)
