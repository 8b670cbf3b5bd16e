import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { dayIn } from '../../calendar/zoned.ts'
import type { Platform, Platforms } from '../../contract/platform.ts'
import type { LinkReport } from '../../people/accounts/link.ts'
import { formatMoment } from '../../texts/dates.ts'
import { registerGranted } from '../granted.ts'
import type { Io } from '../io.ts'
import { table } from '../table.ts'
import { registerInvitations } from './invite.ts'

/** Results that tell that nobody was asked, and results by which somebody was found or asked for. */
const UNASKED: ReadonlySet<LinkReport['result']> = new Set(['not-asked', 'not-configured', 'not-possible'])
const ASKED: ReadonlySet<LinkReport['result']> = new Set(['linked', 'not-found', 'taken'])

const Place = z.object({ tenant: z.string(), user: z.string() })
type Place = z.infer<typeof Place>

/** Beside these the options of the platforms, by their names. */
type LinkFlags = { readonly byEmail?: boolean; readonly json?: boolean }

/** `people list|unlinked|link|invite|uninvite|absences|delegations`: who is known, and who can be written to where. */
export function register(program: Command, io: Io): void {
  const group = program.command('people').description('who is known, and their accounts on the platforms')
  group
    .command('list')
    .description('everybody, with the roles held today and the accounts')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => list(io, flags))
  group
    .command('unlinked')
    .description('who cannot be written to on which platform and why; accounts that nobody holds')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => unlinked(io, flags))
  const linking = group
    .command('link')
    .description('link a person to an account by its ids, or by e-mail; by e-mail without a key: everybody')
    .argument('[key]', "the person's key")
  for (const option of io.platforms.flatMap(placeOptions)) linking.addOption(option)
  linking
    .option('--by-email', 'find the accounts by the stored e-mail address')
    .option('--json', 'print as JSON')
    .action((key: string | undefined, flags: LinkFlags, command: Command) => link(io, key, flags, command))
  registerInvitations(group, io)
  registerGranted(group, io)
}

const options = (platforms: Platforms): string =>
  platforms.map(({ account }) => `--${account.option.name}`).join(' or ')

/** A platform's option, and the one that it had in versions before: read, and not shown. */
function placeOptions({ account: { option } }: Platform): readonly Option[] {
  const { name, former, tenant, user, description } = option
  const made = (flag: string) => new Option(`--${flag} <${tenant}/${user}>`, description).argParser(parsePlace)
  return former === undefined ? [made(name)] : [made(name), made(former).conflicts(name).hideHelp()]
}

/** The accounts that the options name; each option is read under its own name, as commander keeps it. */
function placesOf(platforms: Platforms, command: Command): readonly (Place & { readonly platform: string })[] {
  const given: Readonly<Record<string, unknown>> = command.opts()
  return platforms.flatMap(({ name: platform, account: { option } }) => {
    const place = Place.optional().parse(given[option.name] ?? given[option.former ?? ''])
    return place === undefined ? [] : [{ platform, ...place }]
  })
}

function parsePlace(given: string): Place {
  const [, tenant, user] = /^([^/\s]+)\/([^/\s]+)$/.exec(given) ?? []
  if (tenant === undefined || user === undefined) throw new InvalidArgumentError('Write it as TEAM/USER.')
  return { tenant, user }
}

async function list(io: Io, flags: { json?: boolean }): Promise<void> {
  const { zone } = io.settings()
  const { listPeople } = await import('../../people/accounts/link-list.ts')
  const people = await io.withDatabase((db, clock) => listPeople(db, dayIn(clock.now(), zone)))
  io.print(flags, people, () =>
    table(
      ['Key', 'Name', 'Roles today', 'Organisation', 'E-mail', 'Accounts'],
      people.map((one) => [
        one.key,
        one.name,
        one.roles.join(', '),
        one.organisation ?? '',
        one.email ?? '',
        one.accounts.map((account) => account.platform).join(', '),
      ]),
    ),
  )
}

async function unlinked(io: Io, flags: { json?: boolean }): Promise<void> {
  const { zone, platforms: names } = io.settings()
  const platforms = io.platforms.filter(({ name }) => names.includes(name))
  const { unlinkedPeople } = await import('../../people/accounts/link-gaps.ts')
  const gaps = await io.withDatabase((db, clock) => unlinkedPeople(db, platforms, dayIn(clock.now(), zone)))
  io.print(flags, gaps, () =>
    [
      gaps.people.length === 0 ? `Everybody is linked on ${names.join(' and ')}.` : 'People who cannot be written to:',
      ...(gaps.people.length === 0
        ? []
        : [
            table(
              ['Key', 'Name', 'Platform', 'Why', 'Detail'],
              gaps.people.map((one) => [one.person, one.name, one.platform, one.why, one.detail]),
            ),
          ]),
      '',
      gaps.accounts.length === 0
        ? 'No account waits for a person.'
        : 'Accounts that wrote to the bot and belong to nobody:',
      ...(gaps.accounts.length === 0
        ? []
        : [
            table(
              ['Platform', 'Account', 'Name', 'E-mail', 'Last seen'],
              gaps.accounts.map((one) => [
                one.platform,
                `${one.tenant}/${one.user}`,
                one.name ?? '',
                one.email ?? '',
                one.seenAt === null ? '' : formatMoment(one.seenAt, zone, 'en'),
              ]),
            ),
          ]),
    ].join('\n'),
  )
}

async function link(io: Io, key: string | undefined, flags: LinkFlags, command: Command): Promise<void> {
  const places = placesOf(io.platforms, command)
  const byEmail = flags.byEmail === true
  if (byEmail === places.length > 0)
    command.error(`error: give ${options(io.platforms)}, or else --by-email`, { exitCode: 2 })
  if (key === undefined && !byEmail) command.error("error: missing argument 'key'", { exitCode: 2 })
  const reports = await io.withDatabase(async (db, clock): Promise<LinkReport[]> => {
    const { identities, ask } = io
    const options = { now: clock.now(), actor: 'cli', identities, ask }
    if (key === undefined || byEmail) {
      const { linkAccounts } = await import('../../people/accounts/link-by-email.ts')
      const bar = await io.bar('Linking')
      const only = key === undefined ? {} : { person: key }
      const { platforms } = io.settings()
      return linkAccounts(db, io.find, { ...options, ...only, platforms, progress: bar.step }).finally(() => bar.stop())
    }
    const { linkAccount } = await import('../../people/accounts/link.ts')
    const done: LinkReport[] = []
    for (const place of places) done.push(await linkAccount(db, key, place, options))
    return done
  })
  io.print(flags, reports, () =>
    table(
      ['Person', 'Platform', 'Result', 'Why'],
      reports.map((one) => [one.person, one.platform, one.result, one.why]),
    ),
  )
  const failed = reports.filter((one) => one.result !== 'linked' && one.result !== 'already')
  // For everybody at once, who was not found is the answer, if anybody was asked; for one person it is a refusal.
  if (key !== undefined && failed.length > 0)
    io.fail(failed.map((one) => `${one.person}, ${one.platform}: ${one.result}: ${one.why}`).join('; '))
  const unasked = failed.filter((one) => UNASKED.has(one.result))
  if (unasked.length > 0 && !reports.some((one) => ASKED.has(one.result))) {
    const reasons = new Set(unasked.map((one) => `${one.platform}: ${one.result}: ${one.why}`))
    io.fail(`no platform could be asked who has an e-mail address: ${[...reasons].join('; ')}`)
  }
}
