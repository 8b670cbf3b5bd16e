import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The port of a stand-in that listens, from `server.address()`. */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

/** Ends a stand-in and whatever is still connected to it. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
