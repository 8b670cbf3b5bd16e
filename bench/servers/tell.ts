import type { Server } from 'node:http'

/** What a measured process tells the one that measures it, over the channel between them. */
export type Told =
  | { readonly kind: 'listening'; readonly port: number }
  /** CPU time of all its threads since it started, user and system, in milliseconds; resident memory in bytes. */
  | { readonly kind: 'usage'; readonly cpuMs: number; readonly rss: number }

/** Says where the server listens, answers `usage`, and ends the process at `stop` once `close` is through. */
export function tellParent(server: Server, close: () => Promise<unknown>): void {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  serveParent(address.port, close)
}

export function serveParent(port: number, close: () => Promise<unknown>): void {
  const tell = (told: Told) => process.send?.(told)
  process.on('message', (asked) => {
    if (asked === 'usage') {
      const { user, system } = process.cpuUsage()
      tell({ kind: 'usage', cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() })
    }
    if (asked === 'stop') void close().then(() => process.exit(0))
  })
  // The measuring process is gone: nobody would stop this one.
  process.on('disconnect', () => process.exit(0))
  tell({ kind: 'listening', port })
}
