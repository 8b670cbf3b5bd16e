import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { plain } from '../../contract/plain.ts'
import type { Io } from '../io.ts'
import { printable } from '../table.ts'

/**
 * `digest`: what coordinators would get now; `--short`: what the chair would. Sends nothing. With `--json` a `Digest`;
 * with `--short` as well, the same as counts.
 */
export function register(program: Command, io: Io): void {
  program
    .command('digest')
    .description('the state of everything, as coordinators get it each week; sends nothing')
    .option('--short', 'five lines without names, as the chair gets it')
    .option('--json', 'print as JSON')
    .action(async (flags: { short?: boolean; json?: boolean }) => {
      const { readAs } = await import('../carry-out.ts')
      const { value, text } = await readAs(io, (ctx) => read(ctx, flags.short === true))
      io.print(flags, value, () => text)
    })
}

async function read(ctx: Context, short: boolean) {
  const [{ readDigest }, { digestCard, shortDigest }] = await Promise.all([
    import('../../nudges/digest/read-digest.ts'),
    import('../../nudges/cards/digest-card.ts'),
  ])
  const digest = await readDigest(ctx)
  const message = short ? shortDigest(ctx, digest) : digestCard(ctx, digest)
  const blocks = (message.blocks ?? []).filter((block) => block.kind !== 'buttons')
  const text = plain({ ...message, blocks })
    .split('\n')
    .map(printable)
    .join('\n')
  if (!short) return { value: digest, text }
  const { rounds, closing, overdueItems, unreachable } = digest
  const sum = (of: 'total' | 'answered' | 'missing' | 'overdue') => rounds.reduce((all, round) => all + round[of], 0)
  return {
    value: {
      rounds: rounds.length,
      asked: sum('total'),
      answered: sum('answered'),
      missing: sum('missing'),
      overdue: sum('overdue'),
      closing: closing.length,
      overdueItems: overdueItems.length,
      unreachable: unreachable.length,
    },
    text,
  }
}
