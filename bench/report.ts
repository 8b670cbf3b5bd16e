import { table } from '../src/cli/table.ts'
import type { Figures } from './measure.ts'
import type { Spread } from './statistics.ts'

/** The figures for a reader: tables under headings. */
export function report(figures: Figures): string {
  const { machine } = figures
  const parts = [
    `${figures.at}  Node ${machine.node}, ${machine.cores} cores, ${machine.arch}`,
    ...figures.skipped.map((what) => `skipped: ${what}`),
    ...figures.ratios.map((ratios) =>
      section(
        `CPU a request on ${ratios.database}, ${ratios.pressure === 'at-rate' ? `${figures.settings.perSecond} requests a second` : 'saturated'} (median, least and greatest of the rounds)`,
        ['', 'CPU ms', 'over bare Prisma', 'over bare driver', 'p50 ms', 'p95 ms', 'p99 ms'],
        ratios.rows.map(({ name, cpuMs, overPrisma, overDriver, latencyMs }) => [
          name,
          range(cpuMs),
          range(overPrisma),
          range(overDriver),
          ...[latencyMs.p50, latencyMs.p95, latencyMs.p99].map((ms) => ms.toFixed(1)),
        ]),
      ),
    ),
    ...figures.stages.map(({ database, stages }) =>
      section(
        `The core, piece by piece, on ${database} (each line holds those above it)`,
        ['', 'CPU ms'],
        stages.map(({ name, cpuMs }) => [name, range(cpuMs)]),
      ),
    ),
    listed(
      'Everything mixed, on the whole product',
      ['', 'a second', 'requests', 'failed', 'CPU ms', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms'],
      figures.mixed.map(({ database, perSecond, requests, failed, cpuMs, latencyMs }) => [
        database,
        ...[perSecond, requests, failed].map(String),
        cpuMs.toFixed(2),
        ...[latencyMs.p50, latencyMs.p95, latencyMs.p99, latencyMs.max].map((ms) => ms.toFixed(1)),
      ]),
    ),
    listed(
      'A round opened, ms until the coordinator had each answer',
      ['', 'members', 'answers', 'notifications a second afterwards'],
      figures.rounds.map(({ database, members, answersMs, notificationsPerSecond }) => [
        database,
        String(members),
        Object.entries(answersMs)
          .map(([step, ms]) => `${step} ${ms.toFixed(0)}`)
          .join(', '),
        notificationsPerSecond.toFixed(0),
      ]),
    ),
    listed(
      'Pages, with 200 rounds, 14,200 opinions and 3,000 visits',
      ['', 'page', 'p50 ms', 'p95 ms', 'kB', 'statements'],
      figures.pages.map(({ database, page, ms, bytes, statements }) => [
        ...[database, page, ms.p50.toFixed(1), ms.p95.toFixed(1), (bytes / 1000).toFixed(1)],
        statements === undefined ? '' : String(statements),
      ]),
    ),
    listed(
      'Who is due what at one wake-up, in 20 rounds',
      ['members', 'seats', 'due', 'ms', 'a seat, over the first line'],
      figures.nudging.map(({ members, seats, due, ms, perSeat }) => [
        ...[members, seats, due].map(String),
        ms.toFixed(0),
        perSeat.toFixed(2),
      ]),
    ),
    listed(
      'An answer about visits, CPU ms: with 26 visits, with 1,000 of 100 teams, and the ratio',
      ['', '', '26', '1,000', 'ratio'],
      figures.schedules.map(({ database, question, small, large, ratio }) => [
        database,
        question,
        range(small),
        range(large),
        range(ratio),
      ]),
    ),
    listed(
      'A backlog of audit lines, sealed',
      ['', 'lines', 'seconds', 'microseconds a line', 'longest pause ms'],
      figures.sealing.map(({ database, lines, seconds, microsALine, longestPauseMs }) => [
        database,
        String(lines),
        seconds.toFixed(1),
        microsALine.toFixed(0),
        longestPauseMs.toFixed(0),
      ]),
    ),
    listed(
      'Understanding a sentence, CPU ms over all phrasings of the tests',
      ['units known', 'sentences', 'p50', 'p95', 'p99', 'max'],
      figures.sentences.map(({ units, sentences, cpuMs }) => [
        ...[units, sentences].map(String),
        ...[cpuMs.p50, cpuMs.p95, cpuMs.p99, cpuMs.max].map((ms) => ms.toFixed(2)),
      ]),
    ),
    listed(
      'A draft read from a Word file, and searched, ms',
      ['provisions', 'read', 'first search', 'search p50', 'p99', 'max'],
      figures.drafts.map(({ provisions, readMs, firstSearchMs, searchMs }) => [
        String(provisions),
        range(readMs, 0),
        range(firstSearchMs, 0),
        ...[searchMs.p50, searchMs.p99, searchMs.max].map((ms) => ms.toFixed(1)),
      ]),
    ),
    listed(
      'The consolidated table as DOCX, while boards are asked for',
      ['', 'remarks', 'seconds', 'board p99 idle, ms', 'busy', 'ratio', 'memory MB'],
      figures.records.map(({ database, remarks, seconds, idleMs, busyMs, memoryMb }) => [
        database,
        String(remarks),
        range(seconds, 1),
        ...[idleMs.p99, busyMs.p99].map((ms) => ms.toFixed(1)),
        (busyMs.p99 / idleMs.p99).toFixed(2),
        memoryMb.toFixed(0),
      ]),
    ),
    listed(
      'A request to many at once, at platforms that enforce their limits',
      [
        '',
        '',
        'platform',
        'members',
        'time over the least',
        'beyond the limits',
        'missed',
        'doubled',
        'avoidable',
        'left unsure',
      ],
      figures.fanOuts.flatMap(({ database, what, platforms, unsure }) =>
        platforms.map((one) => [
          database,
          what,
          one.platform,
          String(one.members),
          one.overLeast.toFixed(2),
          `${(one.limitedShare * 100).toFixed(2)} %`,
          ...[one.missed, one.doubled, one.avoidable].map(String),
          one.platform === 'teams' ? String(unsure) : '',
        ]),
      ),
    ),
    listed(
      'The whole product while nothing happens',
      ['', 'seconds', 'CPU of one core'],
      figures.idle.map(({ database, seconds, cpuShare }) => [
        database,
        String(seconds),
        `${(cpuShare * 100).toFixed(2)} %`,
      ]),
    ),
    listed(
      'From the start of the process to its first answer, SQLite',
      ['', 'ms'],
      figures.starts.map(({ name, ms }) => [name, range(ms, 0)]),
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const section = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]) =>
  `${title}\n${table(columns, rows)}`

const listed = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.length === 0 ? '' : section(title, columns, rows)

const range = ({ median, min, max }: Spread, digits = 2) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`
