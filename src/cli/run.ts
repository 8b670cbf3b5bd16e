import { Command, CommanderError } from 'commander'
import type { Log } from '../contract/adapter.ts'
import type { Identities } from '../contract/identity.ts'
import type { Platforms } from '../contract/platform.ts'
import { FileRefused } from '../imports/sheets/file-refused.ts'
import { type Ask, nobodyToAsk } from '../people/accounts/ask-platform.ts'
import type { FindByEmail } from '../people/accounts/link-by-email.ts'
import { leaveOutKeys } from '../server/log-keys.ts'
import { register as registerAudit } from './commands/audit.ts'
import { register as registerCalendar } from './commands/calendar.ts'
import { register as registerDigest } from './commands/digest.ts'
import { register as registerDoctor } from './commands/doctor.ts'
import { register as registerDraft } from './commands/draft.ts'
import { register as registerExport } from './commands/export.ts'
import { register as registerFeed } from './commands/feed.ts'
import { register as registerImport } from './commands/import.ts'
import { register as registerNudge } from './commands/nudge.ts'
import { register as registerOpinions } from './commands/opinions.ts'
import { register as registerOutbox } from './commands/outbox.ts'
import { register as registerOverview } from './commands/overview.ts'
import { register as registerPeople } from './commands/people.ts'
import { register as registerRecord } from './commands/record.ts'
import { register as registerRehearse } from './commands/rehearse.ts'
import { register as registerRemind } from './commands/remind.ts'
import { register as registerRound } from './commands/round.ts'
import { register as registerSchedule } from './commands/schedule.ts'
import { register as registerStatus } from './commands/status.ts'
import { register as registerUnderstand } from './commands/understand.ts'
import type { Io } from './io.ts'
import { openBar } from './progress.ts'
import { CliRefused } from './refused.ts'
import { type Environment, readSettings } from './settings.ts'
import { printable } from './table.ts'

type Stream = NodeJS.WritableStream & { isTTY?: boolean }

/** What surrounds a command: the environment, the two streams, the clock. */
export type World = {
  readonly env: Environment
  readonly stdout: Stream
  readonly stderr: Stream
  now(): Date
  /** The platforms that there are. */
  readonly platforms: Platforms
  /** How they, and the web chat, write their ids. */
  readonly identities: Identities
  /** Asks the platforms that are set up who has an e-mail address; without it none is. */
  readonly find?: FindByEmail
  /** Asks them of accounts; without it none is set up. */
  readonly ask?: Ask
}

/** The groups of commands; a new one is one file and one line here. */
const groups = [
  registerImport,
  registerDraft,
  registerExport,
  registerPeople,
  registerRound,
  registerNudge,
  registerRemind,
  registerRehearse,
  registerStatus,
  registerDigest,
  registerSchedule,
  registerOverview,
  registerOpinions,
  registerRecord,
  registerOutbox,
  registerFeed,
  registerCalendar,
  registerAudit,
  registerUnderstand,
  registerDoctor,
]

/**
 * Runs one command (`args` without node and script). Resolves to the exit status: 0 done, 1 refused with one line on
 * stderr, 2 wrong usage.
 */
export async function runCli(args: readonly string[], world: World): Promise<number> {
  const program = new Command('dondoc')
    .description("Đôn đốc: the operator's commands. Run them as: npm run --silent dondoc -- <command>")
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.stdout.write(text), writeErr: (text) => world.stderr.write(text) })
    .showHelpAfterError('(add --help for how it is used)')
    .addHelpText('after', '\nExit status: 0 done, 1 refused (one line on stderr), 2 wrong usage.')
  const io = createIo(world)
  for (const register of groups) register(program, io)
  try {
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    world.stderr.write(`dondoc: ${printable(leaveOutKeys(world.platforms)(lineOf(error)))}\n`)
    return 1
  }
}

function lineOf(error: unknown): string {
  if (error instanceof CliRefused || error instanceof FileRefused) return error.message
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  // Prisma puts the call first and the reason last.
  return `unexpected failure: ${lines.at(-1) ?? 'no reason given'}`
}

function createIo(world: World): Io {
  const settings = () => readSettings(world.env, world.platforms)
  return {
    env: world.env,
    settings,
    async withDatabase(use, opening = 'as-it-is') {
      const { databaseUrl, config } = settings()
      const [{ openForCommand }, { startClock }, { holdsSample }] = await Promise.all([
        import('./open-for-command.ts'),
        import('../server/clock.ts'),
        import('../imports/sample/seats.ts'),
      ])
      const tell = (line: string) => void world.stderr.write(`dondoc: ${printable(line)}\n`)
      const database = await openForCommand(databaseUrl, opening, quiet(world.stderr), tell)
      try {
        const { db } = database
        const sample = config.demo && (await holdsSample(db))
        return await use(db, await startClock(db, config.clock, sample, world.now))
      } finally {
        await database.close()
      }
    },
    print(flags, value, text) {
      world.stdout.write(`${flags.json === true ? JSON.stringify(value, null, 2) : text()}\n`)
    },
    fail(line) {
      throw new CliRefused(line)
    },
    bar: (label) => openBar(label, world.stderr),
    platforms: world.platforms,
    identities: world.identities,
    find: world.find ?? (() => Promise.resolve('not-configured')),
    ask: world.ask ?? nobodyToAsk,
  }
}

/** A command prints its result and nothing else; what goes wrong below it still shows. */
function quiet(stderr: Stream): Pick<Log, 'info' | 'error'> {
  return {
    info() {},
    error: (facts, event) => {
      stderr.write(`${event} ${JSON.stringify(facts)}\n`)
    },
  }
}
