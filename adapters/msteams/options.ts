import { identity } from './identity.ts'

export type TeamsOptions = {
  readonly appId?: string
  readonly appPassword?: string
  /** Set: the bot is single-tenant, as new bots are. */
  readonly tenantId?: string
  /** `none` is for Microsoft's playground on this very machine: everything is then believed, and only loopback answered. */
  readonly auth: 'required' | 'none'
}

/** Throws when the options would silently switch the check of tokens off, or cannot get a token. */
export function checkOptions(options: TeamsOptions): void {
  if (options.tenantId !== undefined && blank(options.tenantId)) throw new Error('Teams: tenantId is empty')
  const wrong = options.tenantId === undefined ? undefined : identity.wrongTenant(options.tenantId)
  // Compared with what Teams says: a domain or a slip would turn everybody away.
  if (wrong !== undefined) throw new Error(`TEAMS_TENANT_ID: what is set ${wrong}`)
  if (options.auth === 'none') return
  // botbuilder takes an empty app id for "no authentication" and believes everybody.
  if (blank(options.appId)) throw new Error('Teams: appId is empty, which would switch authentication off')
  if (blank(options.appPassword)) throw new Error('Teams: appPassword is empty')
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
