import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { formatMoment } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { printable } from '../table.ts'

type Flags = { readonly only?: string; readonly dryRun?: boolean; readonly json?: boolean }

type Person = { readonly person: string; readonly name: string; readonly organisation: string | null }

/**
 * What a reminder comes to; a stable shape. `reminded` are those it goes to (or would, in a dry run); `at` is when, in
 * ISO 8601 and UTC: at once, or in the morning where it is night. `leftOut` gives a reason each: `answered`, `deemed`,
 * `leave`, `reminded` (within the hour), `unreachable`, `former`, `not-asked`; `detail` in words, where there is more.
 */
type Report = {
  readonly item: string
  readonly round: number
  readonly dryRun: boolean
  readonly reminded: readonly (Person & { readonly at: string })[]
  readonly leftOut: readonly (Person & { readonly why: string; readonly detail: string | null })[]
}

/** `remind ITEM`: reminds those who have not answered, as coordinators do in chat; the server sends it. */
export function register(program: Command, io: Io): void {
  program
    .command('remind')
    .description("remind those who have not answered in an item's round; the server tells them")
    .argument('<item>', "the item's key; its latest round is meant")
    .option('--only <key,key>', 'these members alone, by key, name or organisation')
    .option('--dry-run', 'send nothing: print who would get it, and who is left out and why')
    .option('--json', 'print as JSON')
    .action((item: string, flags: Flags) => remind(io, item, flags))
}

async function remind(io: Io, item: string, flags: Flags): Promise<void> {
  const [{ carryOut, readAs }, { reminderChange }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../nudges/reminders/remind.ts'),
  ])
  const id = randomUUID()
  const plan = (ctx: Context) => planFor(ctx, item, flags)
  // The last is what was committed: before it somebody else was quicker.
  const decided: Report[] = []
  const send = async (ctx: Context) => {
    const { rounds, who, report } = await plan(ctx)
    decided.push(report)
    return reminderChange(ctx, id, rounds, who)
  }
  const report =
    flags.dryRun === true ? (await readAs(io, plan)).report : await carryOut(io, send, async () => decided.at(-1))
  if (report === undefined) return
  io.print(flags, report, () => describe(report, io.settings().zone))
}

async function planFor(ctx: Context, item: string, flags: Flags) {
  const [{ roundsToRemind }, { peopleNamed }, { whoToRemind }, { detailOf, namesOf }] = await Promise.all([
    import('../../nudges/reminders/rounds-to-remind.ts'),
    import('../../nudges/reminders/named-people.ts'),
    import('../../nudges/reminders/who-to-remind.ts'),
    import('../../nudges/cards/reminder-names.ts'),
  ])
  const { rounds } = await roundsToRemind(ctx, { item })
  const named = flags.only === undefined ? undefined : await peopleNamed(ctx, [flags.only])
  const who = await whoToRemind(ctx, rounds, named)
  const nameOf = await namesOf(
    ctx,
    who.left.map((one) => one.before?.byId),
  )
  const report: Report = {
    item,
    round: numberOf(rounds),
    dryRun: flags.dryRun === true,
    reminded: who.due.map(({ person, at }) => ({ ...personOf(person), at: at.toISOString() })),
    leftOut: who.left.map((one) => ({
      ...personOf(one.person),
      why: one.why,
      detail: detailOf(ctx, one, nameOf) ?? null,
    })),
  }
  return { rounds, who, report }
}

const numberOf = (rounds: readonly Round[]): number => rounds[0]?.number ?? 0

const personOf = ({ key, name, organisation }: { key: string; name: string; organisation: string | null }): Person => ({
  person: key,
  name,
  organisation,
})

function describe({ item, round, dryRun, reminded, leftOut }: Report, zone: string): string {
  const count = `${reminded.length} ${reminded.length === 1 ? 'person' : 'people'}`
  const lines = [
    reminded.length === 0
      ? `Nobody is left to remind in round ${round} on ${item}.`
      : dryRun
        ? `Round ${round} on ${item}: ${count} would be reminded; nothing is sent.`
        : `Round ${round} on ${item}: the server reminds ${count}.`,
    ...reminded.map(
      ({ person, name, at }) => `  ${person}  ${printable(name)}  ${formatMoment(new Date(at), zone, 'en')}`,
    ),
    ...(leftOut.length === 0 ? [] : ['Left out:']),
    ...leftOut.map(
      ({ person, name, why, detail }) =>
        `  ${person}  ${printable(name)}  ${why}${detail === null ? '' : ` (${printable(detail)})`}`,
    ),
  ]
  return lines.join('\n')
}
