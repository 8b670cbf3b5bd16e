import { type Command, InvalidArgumentError } from 'commander'
import type { ChangedDay } from '../../calendar/compare.ts'
import { isDay } from '../../calendar/zoned.ts'
import type { MovedDeadline, MovedNudge, MovedReminder } from '../../nudges/explain/moved-dates.ts'
import { formatDay, formatDayWithWeekday } from '../../texts/dates.ts'
import type { Io } from '../io.ts'
import { printable, table } from '../table.ts'

type Flags = { readonly json?: boolean }

/**
 * `calendar check FILE`: `--json` gives `{ ok: false, problems: [{ row, day, what }] }`, or `{ ok: true, version, from,
 * to, days: ChangedDay[], deadlines: MovedDeadline[], nudges: MovedNudge[], visits: MovedReminder[] }`. `calendar explain
 * DATE`: `--json` gives what the day is, and `falls`, what falls on it. `calendar list`: the days that are not as their weekday says.
 */
export function register(program: Command, io: Io): void {
  const group = program.command('calendar').description('the committee’s working days: check a file, explain a day')
  group
    .command('check')
    .description('read a calendar file, and show what would change with it; changes nothing')
    .argument('<file>', 'the file, as DONDOC_CALENDAR would name it')
    .option('--json', 'print as JSON')
    .action((file: string, flags: Flags) => check(io, file, flags))
  group
    .command('explain')
    .description('whether a day is worked, by which source, and what falls on it')
    .argument('<date>', 'such as 2020-04-30', parseDay)
    .option('--json', 'print as JSON')
    .action((day: string, flags: Flags) => explain(io, day, flags))
  group
    .command('list')
    .description('holidays, exchanged days and worked weekends of the calendar in use')
    .option('--year <year>', 'of one year', parseYear)
    .option('--json', 'print as JSON')
    .action((flags: Flags & { readonly year?: string }) => list(io, flags))
}

function parseDay(given: string): string {
  if (!isDay(given)) throw new InvalidArgumentError('Write a day that exists, as 2020-04-30.')
  return given
}

function parseYear(given: string): string {
  if (!/^\d{4}$/.test(given)) throw new InvalidArgumentError('Write a year, as 2020.')
  return given
}

async function check(io: Io, file: string, flags: Flags): Promise<void> {
  const { readCalendarFile } = await import('../../server/read-calendar-file.ts')
  const read = readCalendarFile(file)
  if (!read.ok) {
    const problems = read.problems.map((what, at) => {
      const { row = null, day = null } = read.found[at] ?? {}
      return { row, day, what }
    })
    io.print(flags, { ok: false, problems }, () => problems.map(({ what }) => printable(what)).join('\n'))
    const count = problems.length
    io.fail(`${file}: ${count} ${count === 1 ? 'problem' : 'problems'}; this file would be refused at start`)
  }
  const { calendar } = read
  const [{ changedDays }, { movedDates }] = await Promise.all([
    import('../../calendar/compare.ts'),
    import('../../nudges/explain/moved-dates.ts'),
  ])
  const { config, zone } = io.settings()
  const days = changedDays(config.calendar, calendar)
  const moved = await io.withDatabase((db, clock) =>
    movedDates({ db, now: clock.now(), zone }, config.calendar, calendar),
  )
  const { version, from, to } = calendar
  io.print(flags, { ok: true, version, from, to, days, ...moved }, () =>
    [
      `${printable(version)} can be read: ${calendar.days.size} days, for ${formatDay(from, 'en')} to ${formatDay(to, 'en')}.`,
      ...describeDays(days),
      ...describeDeadlines(moved.deadlines),
      ...describeNudges(moved.nudges),
      ...describeReminders(moved.visits),
      ...(moved.deadlines.length + moved.nudges.length + moved.visits.length === 0 ? ['Nothing moves.'] : []),
    ].join('\n'),
  )
}

const shown = (day: string | null) => (day === null ? '-' : formatDayWithWeekday(day, 'en'))

function describeDays(days: readonly ChangedDay[]): readonly string[] {
  if (days.length === 0) return ['No day changes.']
  const rows = days.map((one) => [shown(one.day), one.before ?? 'ordinary', one.after ?? 'ordinary', one.name])
  return ['', table(['Day', 'Before', 'After', 'Name'], rows)]
}

function describeDeadlines(deadlines: readonly MovedDeadline[]): readonly string[] {
  if (deadlines.length === 0) return []
  const rows = deadlines.map((one) => [one.item, one.quarter, shown(one.before), shown(one.after)])
  const kept = deadlines.filter((one) => one.openRound).map((one) => one.item)
  return [
    '',
    table(['Item', 'Quarter', 'Default deadline before', 'After'], rows),
    ...(kept.length === 0 ? [] : [`The open rounds on ${kept.join(', ')} keep the deadline that was told.`]),
  ]
}

function describeNudges(nudges: readonly MovedNudge[]): readonly string[] {
  if (nudges.length === 0) return []
  const rows = nudges.map((one) => [one.item, String(one.round), one.step, shown(one.before), shown(one.after)])
  return ['', table(['Item', 'Round', 'Step', 'Nudge before', 'After'], rows)]
}

function describeReminders(reminders: readonly MovedReminder[]): readonly string[] {
  if (reminders.length === 0) return []
  const rows = reminders.map((one) => [one.visit, one.step, shown(one.before), shown(one.after)])
  return ['', table(['Visit', 'Step', 'Reminder before', 'After'], rows)]
}

async function explain(io: Io, day: string, flags: Flags): Promise<void> {
  const [{ readAs }, { explainAsked }, { explainCard }, { plain }, { reportDay }] = await Promise.all([
    import('../carry-out.ts'),
    import('../../nudges/explain/explain-day.ts'),
    import('../../nudges/cards/explain-card.ts'),
    import('../../contract/plain.ts'),
    import('../day-report.ts'),
  ])
  const { report, text } = await readAs(io, async (ctx) => {
    const explanation = await explainAsked(ctx, day, ctx.zone)
    const { text, blocks = [] } = explainCard(ctx, day, explanation)
    // A terminal has nothing to press.
    const lines = plain({ text, blocks: blocks.filter((block) => block.kind !== 'buttons') })
    return { report: reportDay(explanation, ctx.zone), text: lines }
  })
  io.print(flags, report, () => text.split('\n').map(printable).join('\n'))
}

async function list(io: Io, flags: Flags & { readonly year?: string }): Promise<void> {
  const { calendar } = io.settings().config
  const days = [...calendar.days.values()]
    .filter(({ day }) => flags.year === undefined || day.startsWith(flags.year))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  io.print(flags, { version: calendar.version, from: calendar.from, to: calendar.to, days }, () =>
    days.length === 0
      ? 'No day is named.'
      : table(
          ['Day', 'Kind', 'Name', 'Source'],
          days.map((one) => [
            shown(one.day),
            one.provisional === true ? `${one.kind} (provisional)` : one.kind,
            one.nameEn,
            one.source,
          ]),
        ),
  )
}
