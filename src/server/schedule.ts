import type { Log } from '../contract/adapter.ts'

/** `everyMs`: from one turn to the next; the first comes so long after the start. */
export type Job = { readonly everyMs: number; readonly name: string; run(): Promise<void> }

/**
 * Runs each job at its interval, which no clock and no zone has a say in. A job never overlaps itself: a turn that comes
 * while it still runs is left out, and one that fails is logged and has its next turn. Several replicas may run the same
 * job, so each must be harmless twice. `stop` resolves when what runs has finished.
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

  const timers = jobs.map((job) => setInterval(() => turn(job), job.everyMs))
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
