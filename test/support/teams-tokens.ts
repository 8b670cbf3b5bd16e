import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { Cloud } from '../../adapters/msteams/index.ts'
import { closeServer, portOf } from './listening.ts'

const ISSUER = 'https://issuer.invalid'

export type TeamsCloud = {
  readonly cloud: Cloud
  /** A token as Teams sends one: good for an hour, and for this service address. `over` replaces claims. */
  token(appId: string, serviceUrl: string, over?: object): string
  /** The same, signed with a key that nobody published. */
  forged(appId: string, serviceUrl: string): string
  close(): Promise<void>
}

/** Microsoft's side of the tokens, on loopback: a published key, and tokens signed with it. */
export async function startTeamsCloud(): Promise<TeamsCloud> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...published.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', endorsements: ['msteams'] }
  const server = createServer((request, response) => {
    const body = request.url === '/keys' ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `${url}/keys` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}`

  const make = (key: typeof published.privateKey, claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(claims)}`
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
  }
  const claims = (appId: string, serviceUrl: string) => {
    const now = Math.floor(Date.now() / 1000)
    return { iss: ISSUER, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 }
  }
  return {
    cloud: {
      loginUrl: `${url}/login`,
      oAuthScope: 'https://scope.invalid',
      tokenIssuer: ISSUER,
      oAuthUrl: `${url}/oauth`,
      openIdMetadataUrl: `${url}/openid`,
      emulatorOpenIdMetadataUrl: `${url}/openid`,
      callerId: '',
      token: async () => 'bot-token',
    },
    token: (appId, serviceUrl, over = {}) => make(published.privateKey, { ...claims(appId, serviceUrl), ...over }),
    forged: (appId, serviceUrl) => make(other.privateKey, claims(appId, serviceUrl)),
    close: () => closeServer(server),
  }
}
