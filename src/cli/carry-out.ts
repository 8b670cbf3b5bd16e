import type { Change, Context } from '../context.ts'
import type { Log } from '../contract/adapter.ts'
import { Invalid, Refusal } from '../contract/refusal.ts'
import { commit } from '../database/commit.ts'
import type { Db } from '../database/db.ts'
import type { Actor } from '../people/actor.ts'
import { en } from '../texts/en.ts'
import type { Io } from './io.ts'
import { CliRefused } from './refused.ts'
import type { Settings } from './settings.ts'

/** Whoever is at the terminal: nobody on the roster, with a coordinator's rights. The log calls them `cli`. */
const operator: Actor = {
  id: 'cli',
  key: 'cli',
  name: 'Tổ công tác',
  honorific: null,
  title: null,
  organisation: null,
  locale: 'en',
  timeZone: null,
  roles: new Set(['coordinator']),
}

// What goes wrong is said in the one line on stderr.
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** What a use case gets from the command line. */
function operatorContext(db: Db, now: Date, { zone, publicUrl, mustHear, bringsFiles, config }: Settings): Context {
  const { calendar, minimumDays } = config
  const onlyHere = config.publicUrl === undefined
  const around = { zone, publicUrl, onlyHere, calendar, minimumDays, mustHear, bringsFiles }
  return { db, now, ...around, actor: operator, audience: 'private', texts: en, log: silent }
}

/** How often a use case decides again when others keep changing what it read, as in the app. */
const turns = 8

/**
 * Runs a use case as the app does: it reads and decides, its writes are committed in one transaction, and when somebody
 * was quicker it decides again on what stands then. Gives what `read` says afterwards. A refusal is told in one line.
 */
export async function carryOut<T>(
  io: Io,
  decide: (ctx: Context) => Promise<Change>,
  read: (ctx: Context) => Promise<T>,
): Promise<T> {
  const settings = io.settings()
  return await io.withDatabase(async (db, clock) => {
    for (let turn = 0; turn < turns; turn += 1) {
      const ctx = operatorContext(db, clock.now(), settings)
      const { writes = [], rests } = await inOneLine(ctx, () => decide(ctx))
      if (await commit(db, writes, rests)) return await read(ctx)
    }
    throw new CliRefused('others keep changing this at the same moment: nothing was changed, try again')
  })
}

/** Reads as the operator; a refusal is told in one line. */
export async function readAs<T>(io: Io, read: (ctx: Context) => Promise<T>): Promise<T> {
  const settings = io.settings()
  return await io.withDatabase(async (db, clock) => {
    const ctx = operatorContext(db, clock.now(), settings)
    return await inOneLine(ctx, () => read(ctx))
  })
}

/** Items that a refusal names. */
const mostKeys = 50

/** The options behind the fields of the forms, whose rules the commands share. */
const optionOf: Readonly<Record<string, string>> = {
  day: '--due',
  time: '--due',
  workingDays: '--working-days',
  bases: '--legal-basis',
  asked: '--members',
  names: '--members',
  url: '--draft-url',
  version: '--draft-version',
  basis: '--basis',
  positions: '--positions',
  reason: '--reason',
  from: '--from',
  to: '--to',
}

async function inOneLine<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) {
      const known = error.code === 'no-such-item' ? await itemKeys(ctx) : undefined
      // Reports give the source's title, and so does what stands in their place.
      const { sourceTitle, ...facts } = error.facts
      throw new CliRefused(
        known ?? ctx.texts.refusals[error.code](sourceTitle === undefined ? facts : { ...facts, title: sourceTitle }),
      )
    }
    if (!(error instanceof Invalid)) throw error
    const { message, fields } = error.reply
    const lines = Object.entries(fields).map(([name, said]) => `${optionOf[name] ?? name}: ${said}`)
    throw new CliRefused(lines.length === 0 ? message : lines.join(' '))
  }

  async function itemKeys(from: Context): Promise<string> {
    const items = await from.db.workItem.findMany({
      orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }],
      select: { key: true },
    })
    return items.length === 0
      ? 'there is no plan yet: import one with "import plan FILE"'
      : `the plan has no such item; it has ${items
          .slice(0, mostKeys)
          .map((item) => item.key)
          .join(', ')}${items.length > mostKeys ? ` and ${items.length - mostKeys} more` : ''}`
  }
}
