import type { Bar } from './io.ts'

/** A bar on `stream` where that is a terminal; else nothing is drawn, so that logs and pipes stay clean. */
export async function openBar(label: string, stream: NodeJS.WritableStream & { isTTY?: boolean }): Promise<Bar> {
  if (stream.isTTY !== true) return { step() {}, stop() {} }
  const { default: progress } = await import('cli-progress')
  const format = `${label} [{bar}] {value}/{total}`
  const bar = new progress.SingleBar({ format, stream, hideCursor: true }, progress.Presets.legacy)
  let started = false
  return {
    step(done, total) {
      if (!started) bar.start(total, done)
      else bar.update(done)
      started = true
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
