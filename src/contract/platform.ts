import { z } from 'zod'
import type { ChatAdapter } from './adapter.ts'
import type { Identities, Identity } from './identity.ts'

/**
 * All that the core knows of a chat platform before its adapter is opened. It is loaded with every command, so it loads
 * neither the adapter nor the platform's libraries; `settings` opens the adapter when it is needed. A new platform is one
 * such description, listed in adapters/index.ts.
 */
export type Platform = {
  /** The `platform` of its addresses, as it is stored: never changed once rows have it. */
  readonly name: string
  /** What people call it. */
  readonly label: string
  readonly identity: Identity
  readonly account: AccountNames
  /**
   * Only where the platform takes messages for nobody from whom it has not been heard: why such an account takes none, to
   * be read after the account.
   */
  readonly hearsFirst?: string
  /** Its adapter brings files into a person's conversation unasked (`ChatAdapter.files`). */
  readonly bringsFiles?: true
  /** Hosts under which an address acts for whoever knows it: what follows the host is not logged. */
  readonly secretHosts: readonly string[]
  readonly settings: Settings
}

export type Platforms = readonly Platform[]

/** How operators name an account of the platform. */
export type AccountNames = {
  /** The columns of a roster in which the two ids stand. */
  readonly columns: { readonly tenant: Column; readonly user: Column }
  /** `people link KEY --slack TEAM/USER`: the option without its dashes, and what the two ids are called there. */
  readonly option: {
    readonly name: string
    /** An option of versions before, still read and no longer shown. */
    readonly former?: string
    readonly tenant: string
    readonly user: string
    readonly description: string
  }
  /** What allows people of another workspace or tenant, where the operator can: an infinitive's end, without `to`. */
  readonly allowsForeign?: string
}

/** A column by its name; `former`: names that rosters of versions before have, still read and no longer shown. */
export type Column = { readonly name: string; readonly former?: readonly string[] }

/** What `doctor` finds in the settings; `mend` says what to do about it. */
export type SettingsFinding =
  | { readonly state: 'ok'; readonly found: string }
  | { readonly state: 'warn' | 'wrong'; readonly found: string; readonly mend: string }

/** A platform that is set up. Nothing is opened, and nobody is asked, before `open`. */
export type SetUp = {
  readonly findings: readonly SettingsFinding[]
  /** What the variables come to; it holds secrets. */
  readonly options: object
  open(): Promise<ChatAdapter>
}

/** What a platform's settings may depend on beside its own variables. */
export type Surroundings = {
  /** The host on which this server listens. */
  readonly host: string
}

export type ReadSettings =
  /** Variables that cannot be read by themselves: `NAME: what is wrong`. */
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }
  /** `problems`: what does not go together, or is half set: `NAME: what is wrong: how to mend it`. */
  | { readonly kind: 'read'; readonly problems: readonly string[]; readonly isReal: boolean; readonly setUp?: SetUp }

/** A platform's environment variables. Made by `settings`. */
export type Settings = {
  readonly variables: readonly string[]
  /** Names of options that hold secrets: their values are not logged, however deep a library hides them. */
  readonly secrets: readonly string[]
  /** `env` is the whole environment without its empty variables. No problem repeats a value that may be secret. */
  read(env: Readonly<Record<string, unknown>>, around: Surroundings): ReadSettings
}

/** The same in the types of one platform, as its folder writes it. */
type WrittenSettings<Shape extends z.ZodRawShape, Options extends object> = {
  /** Each variable by its name, to be read by itself: `secret` and `safeAddress` are in variables.ts. */
  readonly variables: Shape
  /** What does not go together, or is half set, one line a problem: `NAME: what is wrong: how to mend it`. */
  problems(set: z.output<z.ZodObject<Shape>>, around: Surroundings): readonly string[]
  /** Whether these settings reach real people, and no stand-in on this machine: a clock may not be moved then. */
  isReal(set: z.output<z.ZodObject<Shape>>): boolean
  /** The options that hold secrets. */
  readonly secrets: readonly (keyof Options & string)[]
  /** What the variables come to; undefined where the platform is not set up. */
  options(set: z.output<z.ZodObject<Shape>>): Options | undefined
  /** What `doctor` says of them. */
  findings(options: Options): readonly SettingsFinding[]
  /** Loads the adapter; its libraries are loaded here and nowhere else. */
  open(options: Options): Promise<ChatAdapter>
}

/** Settings of one platform, as the core reads them. */
export function settings<Shape extends z.ZodRawShape, Options extends object>(
  written: WrittenSettings<Shape, Options>,
): Settings {
  const schema = z.object(written.variables)
  return {
    variables: Object.keys(written.variables),
    secrets: written.secrets,
    read(env, around) {
      const parsed = schema.safeParse(env)
      if (!parsed.success) return { kind: 'unreadable', problems: parsed.error.issues.map(problemOf) }
      const problems = written.problems(parsed.data, around)
      const read = { kind: 'read', problems, isReal: written.isReal(parsed.data) } as const
      const options = problems.length > 0 ? undefined : written.options(parsed.data)
      if (options === undefined) return read
      return { ...read, setUp: { options, findings: written.findings(options), open: () => written.open(options) } }
    },
  }
}

/** `NAME: what is wrong`. */
export const problemOf = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')}: ${message}`

/** How each platform writes its ids, those of the web chat among them. */
export const identitiesOf = (all: readonly Pick<Platform, 'name' | 'identity'>[]): Identities =>
  new Map(all.map(({ name, identity }) => [name, identity]))

/** The platforms that take messages only for whom they have been heard from. */
export const mustHear = (platforms: readonly Pick<Platform, 'name' | 'hearsFirst'>[]): readonly string[] =>
  platforms.flatMap(({ name, hearsFirst }) => (hearsFirst === undefined ? [] : [name]))

/** The platforms that bring files into a person's conversation. */
export const bringsFiles = (platforms: readonly Pick<Platform, 'name' | 'bringsFiles'>[]): readonly string[] =>
  platforms.flatMap(({ name, bringsFiles: brings }) => (brings === true ? [name] : []))

/** `--slack TEAM/USER`, as an operator types it. */
export const optionOf = ({ account: { option } }: Platform): string =>
  `--${option.name} ${option.tenant.toUpperCase()}/${option.user.toUpperCase()}`
