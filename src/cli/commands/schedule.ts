import { type Command, InvalidArgumentError, Option } from 'commander'
import { monthEnds } from '../../calendar/month-weeks.ts'
import { parseQuarter, quarterEnd, quarterStart } from '../../calendar/quarters.ts'
import { dayIn, isDay, timeIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { formatDay, formatDayWithWeekday } from '../../texts/dates.ts'
import type { ScheduleFilter, SeenVisit } from '../../visits/schedule/read-schedule.ts'
import type { Io } from '../io.ts'
import { table } from '../table.ts'

type Period = { readonly from: string; readonly to: string }
type Flags = {
  readonly team?: string
  readonly unit?: string
  readonly person?: string
  readonly month?: Period
  readonly quarter?: Period
  readonly from?: string
  readonly to?: string
  readonly next?: true
  readonly json?: boolean
}

/** A visit; a stable shape. Days are the committee's, `starts` and `ends` ISO 8601 in UTC; null: not known. */
type Report = {
  readonly visit: string
  readonly team: string
  readonly teamName: string
  readonly unit: string
  readonly day: string | null
  /** Where it is another than `day`. */
  readonly lastDay: string | null
  readonly starts: string | null
  readonly ends: string | null
  readonly place: string | null
  readonly note: string | null
  readonly state: string
  readonly leaders: readonly string[]
  readonly report: string | null
}

/** Rows that one statement brings. */
const atOnce = 500

/** `schedule`: where teams go and when, by the query that answers in chat too. */
export function register(program: Command, io: Io): void {
  program
    .command('schedule')
    .description('where teams go and when; without days all visits, those without a date last')
    .option('--team <key>', "the team's key, such as 3")
    .option('--unit <name>', 'the unit by its name or short name, with or without diacritics')
    .option('--person <key>', 'the visits of teams that this person sits on')
    .addOption(
      new Option('--month <month>', 'as 2020-06').argParser(aMonth).conflicts(['quarter', 'from', 'to', 'next']),
    )
    .addOption(new Option('--quarter <quarter>', 'as 2020-Q2').argParser(aQuarter).conflicts(['from', 'to', 'next']))
    .addOption(new Option('--from <day>', 'the first day, as 2020-06-01').argParser(aDay).conflicts('next'))
    .addOption(new Option('--to <day>', 'the last day').argParser(aDay).conflicts('next'))
    .option('--next', 'the next visit alone')
    .option('--json', 'print as JSON')
    .action((flags: Flags, command: Command) => run(io, flags, command))
}

function aMonth(text: string): Period {
  if (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) {
    const { first, last } = monthEnds(text)
    return { from: first, to: last }
  }
  throw new InvalidArgumentError('Write a month that exists, as 2020-06.')
}

function aQuarter(text: string): Period {
  if (parseQuarter(text) !== undefined && isDay(quarterStart(text)))
    return { from: quarterStart(text), to: quarterEnd(text) }
  throw new InvalidArgumentError('Write a quarter as 2020-Q2.')
}

function aDay(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('Write a day that exists, as 2020-06-08.')
}

async function run(io: Io, flags: Flags, command: Command): Promise<void> {
  const { from, to } = flags.month ?? flags.quarter ?? flags
  if (from !== undefined && to !== undefined && to < from)
    command.error('error: --to lies before --from', { exitCode: 2 })
  const { readAs } = await import('../carry-out.ts')
  const reports = await readAs(io, async (ctx) => {
    const visits = await readAll(ctx, {
      ...(await whose(ctx, io, flags)),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(flags.next === true ? { next: true } : {}),
      undated: true,
    })
    return visits.map(reportOf)
  })
  const count = reports.length === 1 ? '1 visit.' : `${reports.length} visits.`
  io.print(flags, reports, () => (reports.length === 0 ? 'No visits.' : `${rows(io, reports)}\n${count}`))
}

/** Team, unit and person as the query wants them. Refuses what there is not, and names what comes near. */
async function whose(ctx: Context, io: Io, flags: Flags): Promise<ScheduleFilter> {
  const { teamNamed, unitNamed, personNamed } = await import('../named.ts')
  return {
    ...(flags.team === undefined ? {} : { teamIds: [await teamNamed(ctx, io, flags.team)] }),
    ...(flags.unit === undefined ? {} : { unitIds: await unitNamed(ctx, io, flags.unit) }),
    ...(flags.person === undefined ? {} : { personId: await personNamed(ctx, io, flags.person) }),
  }
}

async function readAll(ctx: Context, filter: ScheduleFilter): Promise<readonly SeenVisit[]> {
  const { readSchedule } = await import('../../visits/schedule/read-schedule.ts')
  const sight = { all: true, others: 'details', duties: [], today: dayIn(ctx.now, ctx.zone), zone: ctx.zone } as const
  const all: SeenVisit[] = []
  for (;;) {
    const { visits } = await readSchedule(ctx, filter, sight, { skip: all.length, take: atOnce })
    all.push(...visits)
    if (visits.length < atOnce) return all
  }
}

const reportOf = ({ code, team, unit, day, lastDay, state, details }: SeenVisit): Report => ({
  visit: code,
  team: team.key,
  teamName: team.name,
  unit: unit.name,
  day,
  lastDay: lastDay ?? null,
  starts: details?.starts?.toISOString() ?? null,
  ends: details?.ends?.toISOString() ?? null,
  place: details?.place ?? null,
  note: details?.note ?? null,
  state,
  leaders: details?.leaders ?? [],
  report: details?.report ?? null,
})

function rows(io: Io, reports: readonly Report[]): string {
  const { zone } = io.settings()
  const time = (at: string | null) => (at === null ? [] : [timeIn(new Date(at), zone)])
  return table(
    ['Visit', 'Day', 'Time', 'Unit', 'Team', 'Leader', 'Place', 'State'],
    reports.map(({ visit, day, lastDay, starts, ends, unit, team, leaders, place, state }) => [
      visit,
      day === null
        ? 'no date'
        : `${formatDayWithWeekday(day, 'en')}${lastDay === null ? '' : ` - ${formatDay(lastDay, 'en')}`}`,
      [...time(starts), ...time(ends)].join('-'),
      unit,
      team,
      leaders.join(', '),
      place ?? '',
      state,
    ]),
  )
}
