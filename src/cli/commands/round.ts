import { type Command, InvalidArgumentError, Option } from 'commander'
import { Position, type RoundChange } from '../../contract/intent.ts'
import { formatDeadline } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import type { RoundReport } from '../round-report.ts'

/** A day and a time on the committee's clocks, as they were written: whether they exist is asked with the other rules. */
type Due = { readonly day: string; readonly time: string }
type OpenFlags = {
  readonly due?: Due
  readonly workingDays?: string
  readonly members?: string
  readonly late: string
  readonly silence: string
  readonly basis?: string
  readonly draftUrl?: string
  readonly draftVersion?: string
  readonly positions?: readonly string[]
  readonly legalBasis?: readonly string[]
  readonly json?: boolean
}
type ChangeFlags = { readonly due?: Due; readonly reason: string; readonly json?: boolean }

const dueForm = 'day and time on the clocks of DONDOC_TIME_ZONE; without a time 17:00'

/** `round open|extend|close|reopen|withdraw ITEM`: what coordinators do in chat. `--json` gives a `RoundReport`. */
export function register(program: Command, io: Io): void {
  const group = program.command('round').description('open and change rounds of opinions; the server tells the people')
  group
    .command('open')
    .description('open a round on an item; never on a draft that is a state secret')
    .argument('<item>', "the item's key in the plan")
    .option('--due <2020-06-30T17:00>', `${dueForm}; by default the last working day of the item's quarter`, parseDue)
    .addOption(
      new Option('--working-days <number>', 'instead of --due: until 17:00 of that working day after the opening')
        .argParser(parseNumber)
        .conflicts('due'),
    )
    .option('--members <all|key,key>', 'who is asked: all members of today, or these', 'all')
    .addOption(
      new Option('--late <rule>', 'answers after the deadline').choices(['accept', 'refuse']).default('accept'),
    )
    .addOption(new Option('--silence <rule>', 'what no answer counts as').choices(['none', 'deemed']).default('none'))
    .option('--basis <text>', 'the legal basis of --silence deemed')
    .option('--draft-url <url>', 'the address of the draft, http or https')
    .option('--draft-version <number>', "the draft's version; by default the next one", parseNumber)
    .option(
      '--positions <list>',
      `what can be answered, separated by commas: ${Position.options.join(', ')}`,
      parsePositions,
    )
    .option(
      '--legal-basis <text>',
      'a legal basis, for the head of the record; may be given several times',
      (one: string, before: readonly string[] = []) => [...before, one],
    )
    .option('--json', 'print as JSON')
    .action((item: string, flags: OpenFlags, command: Command) => open(io, item, flags, command))
  const changes = {
    extend: 'give a round a later deadline',
    close: 'close a round now',
    reopen: 'open a closed round again, with a new deadline',
    withdraw: 'withdraw a round: no answer is needed any more',
  } as const
  for (const change of ['extend', 'close', 'reopen', 'withdraw'] as const) {
    const command = group
      .command(change)
      .description(changes[change])
      .argument('<item>', "the item's key; its latest round is meant")
    if (change === 'extend' || change === 'reopen')
      command.requiredOption('--due <2020-07-07T17:00>', dueForm, parseDue)
    command
      .requiredOption('--reason <text>', 'why; the people concerned are told')
      .option('--json', 'print as JSON')
      .action((item: string, flags: ChangeFlags) => alter(io, item, change, flags))
  }
}

function parseDue(given: string): Due {
  const [, day, time = '17:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(given) ?? []
  if (day === undefined) throw new InvalidArgumentError('Write it as 2020-06-30T17:00, without a zone.')
  return { day, time }
}

function parseNumber(given: string): string {
  if (!/^\d+$/.test(given)) throw new InvalidArgumentError('Write a whole number.')
  return given
}

function parsePositions(given: string): readonly string[] {
  const words = given.split(',').map((word) => word.trim())
  const wrong = words.find((word) => !Position.safeParse(word).success)
  if (wrong !== undefined) throw new InvalidArgumentError(`There is no position "${wrong}".`)
  return words
}

async function open(io: Io, item: string, flags: OpenFlags, command: Command): Promise<void> {
  if (flags.basis !== undefined && flags.silence !== 'deemed')
    command.error('error: --basis goes with --silence deemed', { exitCode: 2 })
  const [{ carryOut }, { reportRound }, { openFromCommand }, { deadlineLines }, { latestRound }] = await Promise.all([
    import('../carry-out.ts'),
    import('../round-report.ts'),
    import('../open-from-command.ts'),
    import('../../opinions/cards/deadline-block.ts'),
    import('../../opinions/rounds/rounds.ts'),
  ])
  const { report, warnings } = await carryOut(
    io,
    (ctx) => openFromCommand(ctx, item, { ...flags, members: flags.members ?? 'all' }),
    async (ctx) => {
      const round = await latestRound(ctx, item)
      return { report: await reportRound(ctx, round), warnings: deadlineLines(ctx, round.dueAt, round.item) }
    },
  )
  io.print(flags, report, () => [`${opened(report)} ${closes(io, report)}`, ...warnings].join('\n'))
}

async function alter(io: Io, item: string, change: RoundChange, flags: ChangeFlags): Promise<void> {
  const [{ carryOut }, { reportRound }, { changeFromForm }, { deadlineLines }, { latestRound }] = await Promise.all([
    import('../carry-out.ts'),
    import('../round-report.ts'),
    import('../../opinions/rounds/change-round.ts'),
    import('../../opinions/cards/deadline-block.ts'),
    import('../../opinions/rounds/rounds.ts'),
  ])
  const isLater = change === 'extend' || change === 'reopen'
  const { report, warnings } = await carryOut(
    io,
    async (ctx) => {
      const { id, revision } = await latestRound(ctx, item)
      const values = { reason: flags.reason, ...flags.due }
      return await changeFromForm(ctx, { kind: 'round.change', round: id, change, revision }, values)
    },
    async (ctx) => {
      const round = await latestRound(ctx, item)
      return { report: await reportRound(ctx, round), warnings: isLater ? deadlineLines(ctx, round.dueAt) : [] }
    },
  )
  const done = { extend: 'extended', close: 'closed', reopen: 'reopened', withdraw: 'withdrawn' }[change]
  const until = isLater ? ` ${closes(io, report)}` : ''
  io.print(flags, report, () => [`Round ${report.round} on ${report.item} is ${done}.${until}`, ...warnings].join('\n'))
}

const opened = ({ round, item, asked }: RoundReport) =>
  `Round ${round} on ${item} is open; ${asked} ${asked === 1 ? 'person is' : 'people are'} asked.`

const closes = (io: Io, { deadline }: RoundReport) =>
  `It closes at ${formatDeadline(new Date(deadline), io.settings().zone, 'en')}.`
