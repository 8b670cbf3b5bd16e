import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import type { TeamsOptions } from '../options.ts'
import type { Reference } from '../reference.ts'
import { ConnectorFailure } from './failure.ts'
import { loginPause } from './login-pause.ts'
import { issuerOf, within } from './token.ts'
import { sendOnce } from './wire.ts'

/** What we write into a conversation. */
export type Outgoing = {
  readonly type: 'message'
  /** What a notification shows. */
  readonly summary: string
  readonly attachments: { readonly contentType: string; readonly content: object }[]
}

/**
 * All that this adapter asks of Microsoft's SDK: the only file that knows botbuilder, so that another SDK replaces it
 * by replacing this file. `post` and `put` throw a ConnectorFailure when it did not work.
 */
export type Connector = {
  /** Was this delivery signed by Teams for us? `unavailable`: Microsoft's keys could not be fetched. */
  check(delivery: Delivered, authorization: string): Promise<'good' | 'refused' | 'unavailable'>
  /** Writes into a conversation; returns the new activity's id. */
  post(to: Reference, activity: Outgoing): Promise<string>
  /** Rewrites an activity. */
  put(to: Reference, activityId: string, activity: Outgoing): Promise<void>
  /** For what the connector keeps of messages; undefined where there is none to be had. */
  token(): Promise<string | undefined>
}
type Delivered = { readonly channelId: string; readonly serviceUrl: string }

/** All seven, or none: botbuilder drops its defaults as soon as one is set. */
export type Cloud = {
  readonly loginUrl: string
  readonly oAuthScope: string
  readonly tokenIssuer: string
  readonly oAuthUrl: string
  readonly openIdMetadataUrl: string
  readonly emulatorOpenIdMetadataUrl: string
  readonly callerId: string
  /** Gives the token for requests to the connector instead of Microsoft's login. */
  readonly token?: () => Promise<string>
}

/** For whom, and where, botbuilder asks for tokens in Microsoft's public cloud. */
const OAUTH_SCOPE = 'https://api.botframework.com'
const LOGIN_URL = 'https://login.microsoftonline.com/botframework.com'
/** Who signs Teams' deliveries, in Microsoft's public cloud. */
const TOKEN_ISSUER = 'https://api.botframework.com'
/** botbuilder waits for Microsoft's keys without end; Teams gives up on us after 15 s. */
const KEYS_TIMEOUT_MS = 8_000
/** And for its login as well. */
const LOGIN_TIMEOUT_MS = 8_000

type AuthenticationArguments = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>
type CredentialsFactory = NonNullable<AuthenticationArguments[1]>
type HttpClient = NonNullable<NonNullable<AuthenticationArguments[4]>['httpClient']>

export function botConnector(options: TeamsOptions, cloud?: Cloud): Connector {
  const appId = options.auth === 'required' ? (options.appId ?? '') : ''
  const factory = credentialsFactory(options)
  const authentication = new ConfigurationBotFrameworkAuthentication(
    cloud === undefined ? {} : endpoints(cloud),
    credentials(factory, cloud?.token),
    undefined,
    undefined,
    { httpClient: once },
  )
  const adapter = new CloudAdapter(authentication)

  return {
    async check(delivery, authorization) {
      // The emulator's way in checks neither our address nor the service's, and remembers every issuer it is shown.
      if (issuerOf(authorization) !== (cloud?.tokenIssuer ?? TOKEN_ISSUER)) return 'refused'
      try {
        const checked = authentication.authenticateRequest(blank(delivery), authorization).then(() => 'good' as const)
        return await within(KEYS_TIMEOUT_MS, checked, 'unavailable' as const)
      } catch (error) {
        return keysMissing(error) ? 'unavailable' : 'refused'
      }
    },

    async post(to, activity) {
      let id = ''
      await talk(adapter, appId, to, async (context) => {
        // A continued turn has an invented id, and the message would be posted as a reply to what does not exist.
        delete context.activity.id
        id = (await context.sendActivity(activity))?.id ?? ''
      })
      return id
    },

    async put(to, activityId, activity) {
      await talk(adapter, appId, to, async (context) => {
        await context.updateActivity({ ...activity, id: activityId })
      })
    },

    async token() {
      if (options.auth === 'none') return undefined
      try {
        if (cloud?.token !== undefined) return await cloud.token()
        const own = await factory.createCredentials(appId, OAUTH_SCOPE, LOGIN_URL, true)
        // Kept by botbuilder until it expires, with the one that it signs its own requests with.
        if (!('getToken' in own) || typeof own.getToken !== 'function') return undefined
        const token: unknown = await within(LOGIN_TIMEOUT_MS, own.getToken(), undefined)
        return typeof token === 'string' ? token : undefined
      } catch {
        return undefined
      }
    },
  }
}

type Turn = Parameters<NonNullable<Parameters<CloudAdapter['continueConversationAsync']>[3]>>[0]

/**
 * Caught inside the callback: an error that reaches the adapter goes to `onTurnError` as soon as somebody sets one, and
 * continueConversationAsync resolves all the same.
 */
async function talk(adapter: CloudAdapter, appId: string, to: Reference, write: (context: Turn) => Promise<void>) {
  let caught: { readonly error: unknown } | undefined
  await adapter.continueConversationAsync(appId, conversationReference(to), async (context) => {
    try {
      await write(context)
    } catch (error) {
      caught = { error }
    }
  })
  if (caught !== undefined) throw caught.error
}

function conversationReference(to: Reference) {
  return {
    serviceUrl: to.serviceUrl,
    channelId: to.channelId,
    conversation: {
      id: to.conversation.id,
      name: '',
      isGroup: to.conversation.conversationType !== 'personal',
      conversationType: to.conversation.conversationType ?? '',
      ...(to.conversation.tenantId === undefined ? {} : { tenantId: to.conversation.tenantId }),
    },
    user: { id: to.user, name: '' },
    bot: { id: to.bot, name: '' },
  }
}

/** An activity with nothing in it but what the token is checked against. */
function blank(delivery: Delivered): Activity {
  const nobody = { id: '', name: '' }
  return {
    type: 'message',
    channelId: delivery.channelId,
    serviceUrl: delivery.serviceUrl,
    localTimezone: '',
    callerId: '',
    from: nobody,
    recipient: nobody,
    conversation: { id: '', name: '', isGroup: false, conversationType: '' },
    text: '',
    label: '',
    valueType: '',
    listenFor: [],
  }
}

/** The one failure of the check that is not the sender's: no answer, or an error, from the address of the keys. */
function keysMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode >= 500
  return error.name === 'FetchError'
}

function endpoints(cloud: Cloud): NonNullable<AuthenticationArguments[0]> {
  return {
    ToChannelFromBotLoginUrl: cloud.loginUrl,
    ToChannelFromBotOAuthScope: cloud.oAuthScope,
    ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
    OAuthUrl: cloud.oAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorOpenIdMetadataUrl,
    CallerId: cloud.callerId,
  }
}

/** An empty app id switches authentication off, which is what `none` asks for; createTeams refuses it otherwise. */
function credentialsFactory(options: TeamsOptions): CredentialsFactory {
  return new ConfigurationServiceClientCredentialFactory(
    options.auth === 'none'
      ? { MicrosoftAppId: '', MicrosoftAppPassword: '' }
      : {
          MicrosoftAppId: options.appId ?? '',
          MicrosoftAppPassword: options.appPassword ?? '',
          ...(options.tenantId === undefined
            ? { MicrosoftAppType: 'MultiTenant' }
            : { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: options.tenantId }),
        },
  )
}

function credentials(inner: CredentialsFactory, token: Cloud['token']): CredentialsFactory {
  const pause = loginPause()
  return {
    isValidAppId: (appId) => inner.isValidAppId(appId),
    isAuthenticationDisabled: () => inner.isAuthenticationDisabled(),
    async createCredentials(appId, audience, loginEndpoint, validateAuthority) {
      const own = await inner.createCredentials(appId, audience ?? '', loginEndpoint, validateAuthority)
      const sign: typeof own.signRequest = async (request) => {
        if (token === undefined) return await own.signRequest(request)
        request.headers.set('authorization', `Bearer ${await token()}`)
        return request
      }
      return {
        async signRequest(request) {
          try {
            const signed = await within(LOGIN_TIMEOUT_MS, sign(request), undefined)
            if (signed === undefined) throw new LoginLate('timeout')
            pause.good()
            return signed
          } catch (error) {
            const code = loginCode(error)
            throw new ConnectorFailure({ kind: 'no-token', code, afterMs: pause.failed(code) })
          }
        },
      }
    },
  }
}

class LoginLate extends Error {
  readonly errorCode: string
  constructor(errorCode: string) {
    super('the login service does not answer')
    this.errorCode = errorCode
  }
}

function loginCode(error: unknown): string {
  if (error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string') return error.errorCode
  return error instanceof Error ? error.name : 'unknown'
}

/** Our own wire under botbuilder's pipeline, so that no request is repeated: see wire.ts. */
const once: HttpClient = {
  async sendRequest(request) {
    const answer = await sendOnce({
      url: request.url,
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: typeof request.body === 'string' ? request.body : undefined,
    })
    const headers = request.headers.clone()
    for (const name of headers.headerNames()) headers.remove(name)
    for (const [name, value] of Object.entries(answer.headers)) headers.set(name, value)
    return { request, headers, status: answer.status, bodyAsText: answer.body }
  },
}
