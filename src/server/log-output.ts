import { pino } from 'pino'

/** Where lines of the log go. */
export type LogOutput = {
  write(line: string): void
  /**
   * Takes no more lines; resolves when all of them have been handed over, in their order, or their reader has been
   * waited for long enough. Without it those of the last moment before an exit come in another order: one is still being
   * written while the rest is flushed.
   */
  end(): Promise<void>
}

/**
 * Standard output. A line is written beside everything else, so that a reader who is stuck does not stop the process; the
 * end waits for such a one for at most so many milliseconds.
 */
export function standardOutput(longestMs = 1000): LogOutput {
  const stream = pino.destination({ dest: 1, sync: false })
  let ended: Promise<void> | undefined
  return {
    write(line) {
      // A step of the end that was left to itself may still fail.
      if (ended === undefined) stream.write(line)
    },
    end() {
      ended ??= new Promise((done) => {
        const timer = setTimeout(() => {
          // Else the exit would write the rest, and wait for ever.
          stream.destroy()
          done()
        }, longestMs)
        stream.once('close', () => {
          clearTimeout(timer)
          done()
        })
        stream.end()
      })
      return ended
    },
  }
}
