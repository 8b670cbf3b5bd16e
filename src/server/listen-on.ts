import { once } from 'node:events'
import type { Server } from 'node:http'

type Place = { readonly host: string; readonly port: number }

/** Starts listening and gives the address. Throws one line that names HOST or PORT and what to do. */
export async function listenOn(server: Server, at: Place): Promise<{ readonly url: string; readonly port: number }> {
  try {
    server.listen(at.port, at.host)
    await once(server, 'listening')
  } catch (error) {
    throw new Error(reason(error, at), { cause: error })
  }
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : at.port
  return { url: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}/`, port }
}

function reason(error: unknown, { host, port }: Place): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${port} on ${host} is in use: stop the program that has it, or set PORT to another`
    case 'EACCES':
      return `PORT: ${port} may not be used by this user: set PORT to 1024 or more`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: ${host} is no address of this machine: set HOST to one, such as 127.0.0.1`
    default:
      return `HOST, PORT: cannot listen on ${host} ${port}: ${error instanceof Error ? error.message : String(error)}`
  }
}
