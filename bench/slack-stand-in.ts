import { createServer } from 'node:http'

/** A Web API that answers every call at once; what the adapter pays for a call over loopback is then its own. */
export async function slackStandIn(): Promise<{
  readonly url: string
  readonly calls: () => number
  stop(): Promise<void>
}> {
  let calls = 0
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      calls += 1
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(`{"ok":true,"user_id":"UBOT","team_id":"T1","channel":"D1","ts":"1592269200.${calls}"}`)
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/api/`,
    calls: () => calls,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
