import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { CliRefused } from '../refused.ts'
import { table } from '../table.ts'

/**
 * `feed make PERSON` (`--json`: `{ person, team, address }`), `feed list` (`--json`: `[{ id, person, team, madeAt }]`) and
 * `feed revoke ID` (`--json`: `{ id, revoked }`): addresses from which calendar programs read visits. An address is shown
 * once: its hash alone is stored.
 */
export function register(program: Command, io: Io): void {
  const group = program.command('feed').description('addresses from which calendar programs read visits')
  group
    .command('make')
    .description('make the address of a calendar; an older one of the same person and calendar stops working')
    .argument('<person>', "the person's key; the calendar shows what they may see")
    .option('--team <key>', "a team's calendar instead of the person's own")
    .option('--json', 'print as JSON')
    .action((key: string, flags: { team?: string; json?: boolean }) => make(io, key, flags))
  group
    .command('list')
    .description('the addresses in force, without the addresses themselves')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => list(io, flags))
  group
    .command('revoke')
    .description('make an address stop working')
    .argument('<id>', 'its id, as "feed list" shows it')
    .option('--json', 'print as JSON')
    .action((id: string, flags: { json?: boolean }) => revoke(io, id, flags))
}

async function make(io: Io, key: string, flags: { team?: string; json?: boolean }): Promise<void> {
  const [{ carryOut }, { calendarUrl, newCalendarLink }, { publicAddress }, { findTeam }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../visits/calendars/new-calendar-link.ts'),
    import('../../people/accounts/public-address.ts'),
    import('../../visits/schedule/schedule-filter.ts'),
  ])
  let address = ''
  const report = await carryOut(
    io,
    async (ctx) => {
      const person = await personOf(ctx, key)
      const team = flags.team === undefined ? undefined : await findTeam(ctx, flags.team)
      const base = await publicAddress(ctx, person.id)
      const made = await newCalendarLink(ctx, person, team, ctx.actor.key)
      address = calendarUrl(base, made.token)
      return { writes: made.writes, rests: [] }
    },
    async () => ({ person: key, team: flags.team ?? null, address }),
  )
  const what =
    flags.team === undefined ? `the visits of ${key}` : `the visits of team ${flags.team} as ${key} sees them`
  io.print(flags, report, () =>
    [
      report.address,
      `Whoever has it sees ${what}. It is shown this once; an older address of the same calendar stops working.`,
    ].join('\n'),
  )
}

async function list(io: Io, flags: { json?: boolean }): Promise<void> {
  const { zone } = io.settings()
  const links = await io.withDatabase((db) =>
    db.calendarLink.findMany({
      where: { query: null, revokedAt: null },
      orderBy: [{ person: { key: 'asc' } }, { createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, createdAt: true, person: { select: { key: true } }, team: { select: { key: true } } },
    }),
  )
  const rows = links.map(({ id, createdAt, person, team }) => ({
    id,
    person: person.key,
    team: team?.key ?? null,
    madeAt: createdAt.toISOString(),
  }))
  io.print(flags, rows, () =>
    links.length === 0
      ? 'There is no calendar address in force.'
      : table(
          ['Id', 'Person', 'Calendar', 'Made'],
          links.map(({ id, createdAt, person, team }) => [
            id,
            person.key,
            team === null ? 'their own' : `team ${team.key}`,
            formatMoment(createdAt, zone, 'en'),
          ]),
        ),
  )
}

async function revoke(io: Io, id: string, flags: { json?: boolean }): Promise<void> {
  const [{ carryOut }, { endCalendarLink }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../visits/calendars/new-calendar-link.ts'),
  ])
  let revoked = false
  const report = await carryOut(
    io,
    async (ctx) => {
      const link = await ctx.db.calendarLink.findUnique({
        where: { id, query: null },
        select: { id: true, revokedAt: true, person: { select: { key: true } }, team: { select: { key: true } } },
      })
      if (link === null) throw new CliRefused(`no calendar address has the id "${id}"`)
      revoked = link.revokedAt === null
      return revoked ? { writes: endCalendarLink(ctx, link, ctx.actor.key), rests: [] } : {}
    },
    async () => ({ id, revoked }),
  )
  io.print(flags, report, () => (revoked ? 'The address no longer works.' : 'The address had stopped working before.'))
}

async function personOf({ db }: Context, key: string): Promise<{ id: string; key: string }> {
  const person = await db.person.findUnique({ where: { key }, select: { id: true, key: true } })
  if (person === null) throw new CliRefused(`no person has the key "${key}"`)
  return person
}
