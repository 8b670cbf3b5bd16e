import { arch, cpus, release, totalmem } from 'node:os'
import { measureStarts } from './cold-start.ts'
import { postgresDatabases, sqliteFiles } from './databases.ts'
import { measureDrafts, measureRecord } from './documents.ts'
import { measureFanOut, measureIdle } from './fan-out.ts'
import { endLoad } from './load.ts'
import { measureMixed } from './mixed.ts'
import { measureNudging } from './nudges.ts'
import { measurePages, type PageFigures } from './pages.ts'
import { measureRatios } from './ratios.ts'
import { openRound } from './rounds.ts'
import { measureSchedules } from './schedules.ts'
import { measureSealing, type Sealing } from './sealing.ts'
import { measureSentences } from './sentences.ts'
import { quick, thorough } from './settings.ts'
import { measureStages } from './stages.ts'

/** What can be measured by itself. */
export const parts = [
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
  'documents',
  'pages',
] as const
export type Part = (typeof parts)[number]
export type Figures = Awaited<ReturnType<typeof measure>>

/** Measures these parts, on both databases or `only` one; progress goes to stderr. */
export async function measure(wanted: readonly Part[], only: string | undefined, isQuick: boolean) {
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
    drafts: wants('documents') ? [await measureDrafts()] : [],
    records: [] as Awaited<ReturnType<typeof measureRecord>>[],
    pages: [] as PageFigures[],
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
      if (wants('documents')) {
        step(`${each.name}: documents`)
        figures.records.push(await measureRecord(each))
      }
      if (wants('pages')) {
        step(`${each.name}: pages`)
        figures.pages.push(...(await measurePages(each, settings.scheduleRuns)))
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
