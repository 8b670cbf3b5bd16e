import type { Route } from '../contract/adapter.ts'

export type Found =
  | { readonly kind: 'found'; readonly route: Route }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'missing' }
  /** The path is known, with other methods. */
  | { readonly kind: 'wrong-method'; readonly allow: readonly string[] }

/**
 * Looks a request's route up: exact paths first, then the longest path that ends in `/*`. HEAD is answered by GET's
 * route. Throws at once when two routes claim the same method and path.
 */
export function createFinder(routes: readonly Route[]): (method: string, url: string) => Found {
  const exact = new Map<string, Map<string, Route>>()
  const below = new Map<string, Map<string, Route>>()
  for (const route of routes) {
    const table = route.path.endsWith('/*') ? below : exact
    const path = table === below ? route.path.slice(0, -1) : route.path
    const methods = table.get(path) ?? new Map<string, Route>()
    if (methods.has(route.method)) throw new Error(`two routes for ${route.method} ${route.path}`)
    table.set(path, methods.set(route.method, route))
  }
  const prefixes = [...below.keys()].sort((a, b) => b.length - a.length)

  return (method, url) => {
    const path = pathOf(url)
    if (path === undefined) return { kind: 'malformed' }
    const prefix = prefixes.find((one) => path.startsWith(one))
    const methods = exact.get(path) ?? (prefix === undefined ? undefined : below.get(prefix))
    if (methods === undefined) return { kind: 'missing' }
    const route = methods.get(method === 'HEAD' ? 'GET' : method)
    if (route !== undefined) return { kind: 'found', route }
    return {
      kind: 'wrong-method',
      allow: [...methods.keys()].flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])),
    }
  }
}

/** The path of a request's target; undefined for a proxy's absolute form, `*`, and percent signs that mean nothing. */
function pathOf(url: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith('/')) return undefined
  try {
    decodeURIComponent(path)
    return path
  } catch {
    return undefined
  }
}
