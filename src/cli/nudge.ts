import { type Command, InvalidArgumentError } from 'commander'
import { isDay } from '../calendar/zoned.ts'
import type { Planned } from '../nudges/planned.ts'
import type { Io } from './io.ts'
import { printable, table } from './table.ts'

/**
 * One message that is due; a stable shape. `reasons` says by which rule (`step`, `snooze`, `escalation`, `upcoming`,
 * `digest`) and step it goes out, and about which item, where it is about one.
 */
type Report = {
  readonly person: string
  readonly name: string
  readonly reasons: readonly { readonly kind: string; readonly item: string | null; readonly step: string }[]
}

/** `nudge plan`: who is due what; `nudge run`: puts it into the ledger, as the server does each minute. */
export function register(program: Command, io: Io): void {
  const nudge = program.command('nudge').description('what goes out by rule: nudges, escalations, digests')
  nudge
    .command('plan')
    .description('who would be told now (or at that instant), about what, by which step; writes nothing')
    .option(
      '--at <instant>',
      'as 2020-06-23T08:30:00+07:00; later ones take it that nothing is sent until then',
      anInstant,
    )
    .option('--json', 'print as JSON')
    .action((flags: { at?: Date; json?: boolean }) => plan(io, flags))
  nudge
    .command('run')
    .description('put what is due now into the ledger, once; the server sends it')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => run(io, flags))
}

function anInstant(text: string): Date {
  const at = new Date(text)
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text)
  // The runtime takes 31 June for 1 July.
  if (isWhole && isDay(text.slice(0, 10)) && !Number.isNaN(at.getTime())) return at
  throw new InvalidArgumentError('Write an instant that exists, with its offset, as 2020-06-23T08:30:00+07:00.')
}

async function plan(io: Io, flags: { at?: Date; json?: boolean }): Promise<void> {
  const [{ planners }, { peopleById }] = await Promise.all([
    import('../nudges/planners.ts'),
    import('../people/members.ts'),
  ])
  const { zone, config } = io.settings()
  const reports = await io.withDatabase(async (db, clock) => {
    const now = flags.at ?? clock.now()
    const ctx = { db, now, zone, calendar: config.calendar, digest: config.digest }
    const planned: Planned[] = []
    for (const rule of planners) planned.push(...(await rule(ctx)))
    const people = await peopleById(
      ctx,
      planned.map(({ post }) => post.personId),
    )
    const byId = new Map(people.map((one) => [one.id, one]))
    const rounds = await db.round.findMany({
      where: { state: 'open' },
      select: { id: true, item: { select: { key: true } } },
    })
    const items = new Map(rounds.map((round) => [round.id, round.item.key]))
    return planned.map(({ post, reasons }): Report => {
      const person = byId.get(post.personId)
      return {
        person: person?.key ?? post.personId,
        name: person?.name ?? '',
        reasons: reasons.map(({ kind, roundId, step }) => ({ kind, item: items.get(roundId ?? '') ?? null, step })),
      }
    })
  })
  io.print(flags, reports, () =>
    reports.length === 0
      ? 'Nobody is due anything.'
      : `${table(
          ['To', 'Name', 'Rule', 'About'],
          reports.map(({ person, name, reasons }) => [
            person,
            printable(name),
            [...new Set(reasons.map((one) => one.kind))].join(', '),
            reasons.map(({ item, step }) => (item === null ? step : `${item} ${step}`)).join(', '),
          ]),
        )}\n${messages(reports.length)}; nothing was written.`,
  )
}

async function run(io: Io, flags: { json?: boolean }): Promise<void> {
  const { runNudges } = await import('../nudges/run-nudges.ts')
  const { zone, config } = io.settings()
  const stored = await io.withDatabase((db, clock) =>
    runNudges({ db, now: clock.now(), zone, calendar: config.calendar, digest: config.digest }),
  )
  io.print(flags, { messages: stored }, () =>
    stored === 0 ? 'Nobody is due anything.' : `${messages(stored)}; the server sends them.`,
  )
}

const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`)
