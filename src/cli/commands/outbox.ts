import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import type { Db } from '../../database/db.ts'
import { formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { table } from '../table.ts'

const statuses = ['waiting', 'sending', 'sent', 'unsure', 'unreachable', 'dropped', 'failed'] as const

type Flags = { readonly status?: readonly string[]; readonly json?: boolean }
type ResolveFlags = { readonly sent?: boolean; readonly again?: boolean; readonly json?: boolean }

/**
 * `outbox`: the ledger of what goes to other people, oldest first. Never the words of a message.
 * `outbox resolve ID --sent|--again`: a person decides about an unsure send; `--json`: `{ id, decision, status }`.
 */
export function register(program: Command, io: Io): void {
  const group = program.command('outbox').description('the messages to other people and what became of them')
  const listing = group
    .command('list', { isDefault: true })
    .description('the messages, oldest first')
    .option('--status <list>', `only these, separated by commas: ${statuses.join(', ')}`, parseStatuses)
    .option('--json', 'print as JSON')
    .action((flags: Flags) => list(io, flags))
  // Whoever asks for the group's help means the list as a rule.
  group.addHelpText('after', () => {
    const options = listing.options.map((option) => `  ${option.flags.padEnd(18)}${option.description}`)
    return ['', 'Without a command it lists; options of list:', ...options].join('\n')
  })
  group
    .command('resolve')
    .description('decide about a message of which nobody knows whether it arrived')
    .argument('<id>', 'its id, as "outbox --status unsure" shows it')
    .option('--sent', 'it did arrive')
    .option('--again', 'send it again')
    .option('--json', 'print as JSON')
    .action((id: string, flags: ResolveFlags, command: Command) => resolve(io, id, flags, command))
}

function parseStatuses(given: string): readonly string[] {
  const words = given.split(',').map((word) => word.trim().toLowerCase())
  const wrong = words.find((word) => !statuses.some((status) => status === word))
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no status "${wrong}".`)
  return words
}

async function list(io: Io, flags: Flags): Promise<void> {
  const rows = await io.withDatabase((db) => readLedger(db, flags.status))
  const { zone } = io.settings()
  const shown = (at: Date | null) => (at === null ? '' : formatMoment(at, zone, 'en'))
  io.print(flags, rows, () =>
    rows.length === 0
      ? 'There is nothing in the outbox.'
      : [
          table(
            ['Created', 'Person', 'Platform', 'Kind', 'Notification', 'Status', 'Tries', 'Sent', 'Why', 'Id'],
            rows.map((row) => [
              shown(row.createdAt),
              row.person,
              row.platform ?? '',
              row.kind,
              row.letter,
              row.status,
              String(row.attempts),
              shown(row.sentAt),
              row.why ?? '',
              row.id,
            ]),
          ),
          `Times are on the clocks of ${zone}.`,
        ].join('\n'),
  )
}

async function resolve(io: Io, id: string, flags: ResolveFlags, command: Command): Promise<void> {
  if ((flags.sent === true) === (flags.again === true))
    command.error('error: give either --sent or --again', { exitCode: 2 })
  const decision = flags.sent === true ? 'sent' : 'again'
  const { resolveUnsure } = await import('../../outbox/doubt/resolve.ts')
  const status = await io.withDatabase(async (db, clock) => {
    const done = await resolveUnsure(db, id, decision, 'cli', clock.now())
    const row = await db.outbox.findUnique({ where: { id }, select: { status: true } })
    if (row === null) return io.fail(`the outbox has no message "${id}"`)
    if (!done) return io.fail(`the message is not unsure: it is ${row.status}`)
    return row.status
  })
  io.print(flags, { id, decision, status }, () =>
    decision === 'sent' ? 'Noted: it did arrive.' : 'It will be sent again by the running server.',
  )
}

const Notification = z.looseObject({ kind: z.string() })

async function readLedger(db: Db, status: readonly string[] | undefined) {
  const rows = await db.outbox.findMany({
    ...(status === undefined ? {} : { where: { status: { in: [...status] } } }),
    include: { person: { select: { key: true } }, account: { select: { platform: true } } },
    orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
  })
  return rows.map(({ id, key, person, account, kind, letter, status, attempts, why, createdAt, sentAt }) => ({
    id,
    key,
    person: person.key,
    platform: account?.platform ?? null,
    kind,
    letter: notificationKind(letter),
    status,
    attempts,
    why,
    createdAt,
    sentAt,
  }))
}

function notificationKind(stored: string): string {
  const parsed = Notification.safeParse(JSON.parse(stored))
  return parsed.success ? parsed.data.kind : 'unknown'
}
