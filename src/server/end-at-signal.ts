import type { RunningProcess } from './start.ts'

/**
 * What blocks the process must not keep it for ever. More than `stop` takes by what a locked SQLite file may hold the
 * process up once more (5 s a statement), and less than the 30 seconds that most supervisors wait.
 */
const patienceMs = 28_000

type Ending = Pick<NodeJS.Process, 'on' | 'exit'>

/**
 * Hears SIGTERM and SIGINT from now on, also while `starting` is still under way: from its first answer on the process
 * is heard and written to, so that it is stopped like any other as soon as it has started. Ends with status 0 when
 * everything was brought to its end, with 1 when something was not; `last` is done before. A start that fails is its
 * caller's to tell.
 */
export function endAtSignal(
  starting: Promise<Pick<RunningProcess, 'stop'>>,
  process: Ending,
  last: () => Promise<void>,
): void {
  let stopping = false
  const end = (status: number) => {
    const exit = () => process.exit(status)
    return last().then(exit, exit)
  }
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patienceMs).unref()
    starting.then(
      (running) =>
        running.stop().then(
          (undone) => end(undone.length === 0 ? 0 : 1),
          () => end(1),
        ),
      () => {},
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
