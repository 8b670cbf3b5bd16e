import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { CliRefused } from '../refused.ts'

/**
 * `people invite KEY` (`--json`: `{ person, link, expiresAt }`) and `people uninvite KEY` (`--json`:
 * `{ person, revoked }`, how many links worked until now). A link is shown once: its hash alone is stored.
 */
export function registerInvitations(people: Command, io: Io): void {
  people
    .command('invite')
    .description('make a link by which a person enters the web chat; older links of theirs stop working')
    .argument('<key>', "the person's key")
    .option('--json', 'print as JSON')
    .action((key: string, flags: { json?: boolean }) => invite(io, key, flags))
  people
    .command('uninvite')
    .description("make a person's links stop working")
    .argument('<key>', "the person's key")
    .option('--json', 'print as JSON')
    .action((key: string, flags: { json?: boolean }) => uninvite(io, key, flags))
}

async function invite(io: Io, key: string, flags: { json?: boolean }): Promise<void> {
  const [{ carryOut }, { newAccessLink }, { publicAddress }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../people/accounts/access-link.ts'),
    import('../../people/accounts/public-address.ts'),
  ])
  let address = ''
  let made = { token: '', expiresAt: new Date(0) }
  const report = await carryOut(
    io,
    async (ctx) => {
      const person = await personOf(ctx, key)
      address = await publicAddress(ctx, person.id)
      const { writes, rests, ...link } = newAccessLink(ctx, person, { id: null, key: ctx.actor.key })
      made = link
      return { writes, rests }
    },
    async () => ({
      person: key,
      link: `${address}/enter/${made.token}`,
      expiresAt: made.expiresAt.toISOString(),
    }),
  )
  const until = formatMoment(made.expiresAt, io.settings().zone, 'en')
  io.print(flags, report, () =>
    [
      report.link,
      `Whoever has it enters as ${key}, until ${until}. It is shown this once; older links of theirs stop working.`,
    ].join('\n'),
  )
}

async function uninvite(io: Io, key: string, flags: { json?: boolean }): Promise<void> {
  const [{ carryOut }, { record }] = await Promise.all([import('../carry-out.ts'), import('../../audit/record.ts')])
  let revoked = 0
  const report = await carryOut(
    io,
    async (ctx) => {
      const { id } = await personOf(ctx, key)
      const valid = { personId: id, revokedAt: null, expiresAt: { gt: ctx.now } }
      revoked = await ctx.db.login.count({ where: valid })
      if (revoked === 0) return {}
      return {
        writes: [
          ctx.db.login.updateMany({ where: valid, data: { revokedAt: ctx.now } }),
          record(ctx.db, {
            at: ctx.now,
            actor: ctx.actor.key,
            deed: 'access.revoke',
            subject: key,
            facts: { links: revoked },
          }),
        ],
        rests: [],
      }
    },
    async () => ({ person: key, revoked }),
  )
  io.print(flags, report, () =>
    revoked === 0 ? `${key} has no link that works.` : `The link of ${key} no longer works.`,
  )
}

async function personOf({ db }: Context, key: string): Promise<{ id: string; key: string }> {
  const person = await db.person.findUnique({ where: { key }, select: { id: true, key: true } })
  if (person === null) throw new CliRefused(`no person has the key "${key}"`)
  return person
}
