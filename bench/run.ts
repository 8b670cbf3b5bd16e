import { arch, cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { measureStarts } from './cold-start.ts'
import { postgresDatabases, sqliteFiles } from './databases.ts'
import { measureFanOut, measureIdle } from './fan-out.ts'
import { endLoad } from './load.ts'
import { measureMixed } from './mixed.ts'
import { measureNudging } from './nudges.ts'
import { measureRatios } from './ratios.ts'
import { report } from './report.ts'
import { openRound } from './rounds.ts'
import { measureSchedules } from './schedules.ts'
import { measureSealing, type Sealing } from './sealing.ts'
import { measureSentences } from './sentences.ts'
import { quick, thorough } from './settings.ts'
import { measureStages } from './stages.ts'

const usage = `npm run bench -- [--quick] [--json] [--only PART,PART] [--database sqlite|postgresql]

Parts: ratios (CPU a request against bare Bolt apps), stages (where the rest goes), mixed (50 requests a
second of all kinds), starts (cold start), rounds (a round opened for thousands of members), nudging (who is
due what, among 10,000 members in 20 rounds), fanout (a request to a thousand members on each of two platforms
that enforce their limits; what idling costs), schedules (an answer about
visits, with 26 of them and with 1,000), sealing (a backlog of audit lines), sentences (the
understanding of what is typed).
PostgreSQL is used where BENCH_DATABASE_URL, or postgres@127.0.0.1:5432, may create databases; they are
dropped at the end. --quick takes about three minutes, the whole about fifteen. Figures go to stdout,
progress to stderr. Quote medians of ratios: everything else depends on the machine and what else it does.
`

const parts = [
  'ratios',
  'stages',
  'mixed',
  'starts',
  'rounds',
  'nudging',
  'fanout',
  'schedules',
  'sealing',
  'sentences',
] as const
export type Part = (typeof parts)[number]
export type Figures = Awaited<ReturnType<typeof measure>>

async function measure(wanted: readonly Part[], only: string | undefined, isQuick: boolean) {
  const settings = isQuick ? quick : thorough
  const wants = (part: Part) => wanted.includes(part)
  const address = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
  const found = only === 'sqlite' ? undefined : await postgresDatabases(address)
  const databases = [...(only === 'postgresql' ? [] : [sqliteFiles()]), ...(found === undefined ? [] : [found])]
  const figures = {
    at: new Date().toISOString(),
    machine: {
      node: process.version,
      cores: cpus().length,
      arch: arch(),
      system: release(),
      memoryMb: totalmem() / 2 ** 20,
    },
    settings,
    skipped: found === undefined && only !== 'sqlite' ? ['postgresql: nobody answers there'] : [],
    ratios: [] as Awaited<ReturnType<typeof measureRatios>>,
    stages: [] as { database: string; stages: Awaited<ReturnType<typeof measureStages>> }[],
    mixed: [] as Awaited<ReturnType<typeof measureMixed>>[],
    starts: [] as Awaited<ReturnType<typeof measureStarts>>,
    rounds: [] as Awaited<ReturnType<typeof openRound>>[],
    fanOuts: [] as Awaited<ReturnType<typeof measureFanOut>>[number][],
    schedules: [] as Awaited<ReturnType<typeof measureSchedules>>[number][],
    sealing: [] as Sealing[],
    idle: [] as Awaited<ReturnType<typeof measureIdle>>[],
    nudging: wants('nudging') ? measureNudging() : [],
    sentences: wants('sentences') ? measureSentences() : [],
  }
  try {
    for (const each of databases) {
      if (wants('ratios')) figures.ratios.push(...(await measureRatios(each, settings, step)))
      if (wants('stages')) {
        step(`${each.name}: stages`)
        figures.stages.push({ database: each.name, stages: await measureStages(each, settings.stageRuns) })
      }
      if (wants('mixed')) {
        step(`${each.name}: mixed`)
        figures.mixed.push(await measureMixed(each, settings.perSecond, settings.mixedSeconds))
      }
      if (wants('schedules')) {
        step(`${each.name}: schedules`)
        figures.schedules.push(...(await measureSchedules(each, settings.scheduleRuns)))
      }
      if (wants('sealing')) {
        for (const lines of settings.backlogs) {
          step(`${each.name}: sealing ${lines} lines`)
          figures.sealing.push(await measureSealing(each, lines))
        }
      }
      if (wants('rounds')) {
        for (const members of settings.members) {
          step(`${each.name}: a round for ${members} members`)
          figures.rounds.push(await openRound(each, members))
        }
      }
    }
    if (wants('fanout')) {
      for (const each of databases) {
        step(`${each.name}: idle`)
        figures.idle.push(await measureIdle(each, settings.idleSeconds))
        figures.fanOuts.push(...(await measureFanOut(each, settings.fanOutMembers, step)))
      }
    }
    if (wants('starts')) figures.starts = await measureStarts(settings.starts, step)
  } finally {
    endLoad()
    for (const each of databases) await each.removeAll()
  }
  return figures
}

function step(what: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${what}` : `${what}\n`)
}

function fail(words: string): never {
  process.stderr.write(`${words}\n\n${usage}`)
  process.exit(2)
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string', default: parts.join(',') },
        database: { type: 'string' },
      },
    })
    return values
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const given = readArguments()
if (given.help) {
  process.stdout.write(usage)
} else {
  const named = given.only.split(',')
  const wanted = parts.filter((part) => named.includes(part))
  if (wanted.length !== named.length) fail(`--only takes ${parts.join(', ')}`)
  if (given.database !== undefined && given.database !== 'sqlite' && given.database !== 'postgresql')
    fail('--database takes sqlite or postgresql')
  const figures = await measure(wanted, given.database, given.quick)
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  process.stdout.write(given.json ? `${JSON.stringify(figures, undefined, 2)}\n` : report(figures))
}
