import type { Log } from '../contract/adapter.ts'

/** One step of an end: its name in the log, how many milliseconds it may take at most, and what is done. */
export type Step = { readonly name: string; readonly withinMs: number; run(): Promise<unknown> | unknown }

/** What each step after the one under way has left to it, however long those before took. */
const leastMs = 300

/**
 * Runs every step, one after another, whatever becomes of the others: one that fails is logged, one that is not done
 * in its time is logged and left to itself. All of them end within `altogetherMs`. Gives the names of those that failed
 * or were left.
 */
export async function stopInSteps(steps: readonly Step[], altogetherMs: number, log: Log): Promise<readonly string[]> {
  const ends = performance.now() + altogetherMs
  const undone: string[] = []
  for (const [place, step] of steps.entries()) {
    const rest = ends - performance.now() - leastMs * (steps.length - 1 - place)
    if (!(await isDone(step, Math.max(leastMs, Math.min(step.withinMs, rest)), log))) undone.push(step.name)
  }
  return undone
}

async function isDone({ name, run }: Step, ms: number, log: Log): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), ms)
  })
  // Handled here also where nobody waits for it any more.
  const work = (async () => await run())().then(
    () => 'done' as const,
    (error: unknown) => {
      log.error({ step: name, err: error }, 'stop.failed')
      return 'failed' as const
    },
  )
  const end = await Promise.race([work, late])
  clearTimeout(timer)
  if (end === 'late') log.error({ step: name, ms: Math.round(ms) }, 'stop.not-in-time')
  return end === 'done'
}
