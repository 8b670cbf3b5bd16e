import { schedule } from 'node-cron'
import type { Log } from './contract/adapter.ts'

/** `cron` has five fields, or six where the first is seconds. */
export type Job = { readonly cron: string; readonly name: string; run(): Promise<void> }

/**
 * Runs each job by its cron line. A job never overlaps itself: a turn that comes while it still runs is left out, and
 * one that fails is logged and has its next turn. Several replicas may run the same job, so each must be harmless
 * twice. `stop` resolves when what runs has finished. Throws for a cron line that is none.
 */
export function startSchedule(jobs: readonly Job[], log: Log): { stop(): Promise<void> } {
  const running = new Map<Job, Promise<void>>()

  function turn(job: Job): void {
    if (running.has(job)) {
      log.warn({ job: job.name }, 'schedule.still-running')
      return
    }
    const run = Promise.resolve()
      .then(() => job.run())
      .catch((error: unknown) => log.error({ job: job.name, err: error }, 'schedule.failed'))
      .finally(() => running.delete(job))
    running.set(job, run)
  }

  const tasks = jobs.map((job) =>
    schedule(job.cron, () => turn(job), { name: job.name, suppressMissedWarning: true, logger: quietly(job, log) }),
  )
  return {
    async stop() {
      for (const task of tasks) await task.destroy()
      await Promise.all(running.values())
    },
  }
}

/** node-cron's own words, in our log and never on the console. */
function quietly(job: Job, log: Log) {
  const text = (said: string | Error) => ({ job: job.name, said: String(said) })
  return {
    debug: (said: string | Error) => log.debug(text(said), 'schedule.cron'),
    info: (said: string) => log.debug(text(said), 'schedule.cron'),
    warn: (said: string) => log.debug(text(said), 'schedule.cron'),
    error: (said: string | Error) => log.warn(text(said), 'schedule.cron'),
  }
}
