/** How much is measured. Counts are requests a server and round. */
export type Settings = {
  readonly rounds: number
  readonly perSecond: number
  readonly atRateCount: number
  readonly saturatedCount: number
  readonly warmUp: number
  readonly mixedSeconds: number
  readonly stageRuns: number
  readonly scheduleRuns: number
  readonly starts: number
  readonly members: readonly number[]
  readonly fanOutMembers: number
  readonly backlogs: readonly number[]
  readonly idleSeconds: number
}

export const thorough: Settings = {
  rounds: 5,
  perSecond: 50,
  atRateCount: 300,
  saturatedCount: 400,
  warmUp: 800,
  mixedSeconds: 15,
  stageRuns: 1000,
  scheduleRuns: 540,
  starts: 7,
  members: [2000, 5000],
  fanOutMembers: 1000,
  backlogs: [20_000, 200_000],
  idleSeconds: 30,
}

/** Enough to see a change of some size; not enough to quote. */
export const quick: Settings = {
  rounds: 2,
  perSecond: 50,
  atRateCount: 150,
  saturatedCount: 200,
  warmUp: 400,
  mixedSeconds: 4,
  stageRuns: 300,
  scheduleRuns: 180,
  starts: 3,
  members: [2000],
  fanOutMembers: 200,
  backlogs: [5000, 50_000],
  idleSeconds: 10,
}
