import { type Command, InvalidArgumentError } from 'commander'
import { isDay } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import type { Planned } from '../../nudges/planned.ts'
import { formatMoment } from '../../texts/dates.ts'
import { codeOf } from '../../visits/visits.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

/**
 * One message that is due; a stable shape. `goesOut` is when, in ISO 8601 and UTC: at once, or when the reader's office
 * opens. `reasons` says by which rule (`step`, `snooze`, `escalation`, `upcoming`, `visit`, `digest`) and step it goes
 * out, and about which item or visit (`KT-12`), where it is about one.
 */
type Report = {
  readonly person: string
  readonly name: string
  readonly goesOut: string
  readonly reasons: readonly {
    readonly kind: string
    readonly item: string | null
    readonly visit: string | null
    readonly step: string
  }[]
}

/** `nudge plan`: who is due what; `nudge run`: puts it into the ledger, as the server does each minute. */
export function register(program: Command, io: Io): void {
  const nudge = program.command('nudge').description('what goes out by rule: nudges, escalations, digests')
  nudge
    .command('plan')
    .description('what would be put into the ledger now (or at that instant), and when it would go out; writes nothing')
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

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

async function plan(io: Io, flags: { at?: Date; json?: boolean }): Promise<void> {
  const [{ planners }, { peopleById }, { officeHold }, { zonesOf }] = await Promise.all([
    import('../../nudges/planners.ts'),
    import('../../people/members.ts'),
    import('../../nudges/ladder/at-work.ts'),
    import('../../nudges/on-leave.ts'),
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
      where: { state: { not: 'withdrawn' } },
      select: { id: true, item: { select: { key: true } } },
    })
    const items = new Map(rounds.map((round) => [round.id, round.item.key]))
    const [codes, zoneOf] = await Promise.all([codesOf(db, planned), zonesOf(ctx)])
    return planned.map(({ post, reasons }): Report => {
      const person = byId.get(post.personId)
      const held = officeHold(config.calendar, zoneOf(post.personId), now)
      return {
        goesOut: (held !== undefined && 'wait' in held ? held.wait : now).toISOString(),
        person: person?.key ?? post.personId,
        name: person?.name ?? '',
        reasons: reasons.map(({ kind, roundId, subject, step }) => ({
          kind,
          item: items.get(roundId ?? '') ?? null,
          visit: kind === 'visit' ? (codes.get(subject ?? '') ?? null) : null,
          step,
        })),
      }
    })
  })
  io.print(flags, reports, () =>
    reports.length === 0
      ? 'Nobody is due anything.'
      : `${table(
          ['To', 'Name', 'Goes out', 'Rule', 'About'],
          reports.map(({ person, name, goesOut, reasons }) => [
            person,
            printable(name),
            formatMoment(new Date(goesOut), zone, 'en'),
            [...new Set(reasons.map((one) => one.kind))].join(', '),
            reasons.map(({ item, visit, step }) => [item ?? visit ?? [], step].flat().join(' ')).join(', '),
          ]),
        )}\n${messages(reports.length)}; nothing was written.`,
  )
}

/** What people call the visits that these messages are about, by id. */
async function codesOf(db: Db, planned: readonly Planned[]): Promise<ReadonlyMap<string, string>> {
  const reasons = planned.flatMap((one) => one.reasons).filter(({ kind }) => kind === 'visit')
  const ids = [...new Set(reasons.flatMap(({ subject }) => subject ?? []))]
  const codes = new Map<string, string>()
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const where = { id: { in: ids.slice(at, at + idsAtOnce) } }
    for (const { id, number } of await db.visit.findMany({ where, select: { id: true, number: true } }))
      codes.set(id, codeOf({ number }))
  }
  return codes
}

async function run(io: Io, flags: { json?: boolean }): Promise<void> {
  const { runNudges } = await import('../../nudges/run-nudges.ts')
  const { zone, config } = io.settings()
  const stored = await io.withDatabase((db, clock) =>
    runNudges({ db, now: clock.now(), zone, calendar: config.calendar, digest: config.digest }),
  )
  io.print(flags, { messages: stored }, () =>
    stored === 0 ? 'Nobody is due anything.' : `${messages(stored)}; the server sends them.`,
  )
}

const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`)
