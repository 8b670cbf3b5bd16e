import { type Command, InvalidArgumentError } from 'commander'
import type { Context } from '../../context.ts'
import { formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

/**
 * One message that would go out; a stable shape. `at` is ISO 8601 in UTC; `about` names the plan's items and steps, to a
 * delegate with the key of the member it is for; `visits` the visits (`KT-12`) and theirs.
 */
type Report = {
  readonly at: string
  readonly person: string
  readonly name: string
  readonly kind: string
  readonly about: readonly { readonly item: string; readonly step?: string; readonly for?: string }[]
  readonly visits: readonly { readonly visit: string; readonly step: string }[]
  readonly step: string | null
  readonly why: string
  readonly assumed: boolean
}

type Flags = { readonly from: string; readonly to: string; readonly assume: boolean; readonly json?: boolean }

/** `rehearse --from DAY --to DAY`: every message that would go out, without sending anything. */
export function register(program: Command, io: Io): void {
  program
    .command('rehearse')
    .description('play the plan on a made-up clock and list every message that would go out; sends nothing')
    .requiredOption('--from <day>', 'the first day, such as 2020-03-23', aDay)
    .requiredOption('--to <day>', 'the last day', aDay)
    .option('--no-assume', 'do not assume a round for items that have a quarter and have had no round')
    .option('--json', 'print as JSON')
    .action((flags: Flags) => run(io, flags))
}

function aDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  throw new InvalidArgumentError('Write a day as 2020-03-23.')
}

async function run(io: Io, flags: Flags): Promise<void> {
  const { readAs } = await import('../carry-out.ts')
  const reports = await readAs(io, (ctx) => report(ctx, flags))
  const { zone } = io.settings()
  io.print(flags, reports, () =>
    reports.length === 0
      ? 'No message would go out.'
      : `${table(
          ['When', 'To', 'Name', 'What', 'About', 'Why'],
          reports.map((one) => [
            formatMoment(new Date(one.at), zone, 'en'),
            one.person,
            printable(one.name),
            `${one.kind}${one.assumed ? ' (assumed)' : ''}`,
            [...one.about.map(({ item }) => item), ...one.visits.map(({ visit }) => visit)].join(', '),
            one.why,
          ]),
        )}\n${reports.length} messages; nothing was sent.`,
  )
}

async function report(ctx: Context, { from, to, assume }: Flags): Promise<readonly Report[]> {
  const [{ checkSpan }, { readRehearsal }, { rehearse }, { whyOf }] = await Promise.all([
    import('../../nudges/rehearsal/rehearse.ts'),
    import('../../nudges/rehearsal/read-rehearsal.ts'),
    import('../../nudges/rehearsal/rehearsal.ts'),
    import('../../nudges/cards/rehearsal-card.ts'),
  ])
  checkSpan(ctx, { from, to })
  const messages = rehearse(ctx, await readRehearsal(ctx, { assume }), { from, to })
  const people = await ctx.db.person.findMany({ select: { id: true, key: true, name: true } })
  const byId = new Map(people.map((person) => [person.id, person]))
  return messages.map((one) => ({
    at: one.at.toISOString(),
    person: byId.get(one.person)?.key ?? one.person,
    name: byId.get(one.person)?.name ?? '',
    kind: one.kind,
    about: one.about.map(({ for: member, ...about }) =>
      member === undefined ? about : { ...about, for: byId.get(member)?.key ?? member },
    ),
    visits: one.visits ?? [],
    step: one.step ?? null,
    why: whyOf(ctx, one),
    assumed: one.assumed,
  }))
}
