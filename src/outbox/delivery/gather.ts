import { setImmediate, setTimeout } from 'node:timers/promises'

/**
 * Turns many small calls into few big ones: items that come within `waitMs`, or while one `flush` is under way, go
 * together. A commit costs milliseconds, nearly as much for one row as for fifty. Each caller gets its own result, in
 * the order of the items; when a flush of several fails, each item is tried by itself, so that one bad item spoils no
 * other.
 */
export function gather<T, R>(
  flush: (items: readonly T[]) => Promise<readonly R[]>,
  { waitMs = 0, most = 100 }: { readonly waitMs?: number; readonly most?: number } = {},
) {
  type Waiting = { readonly item: T; readonly done: (result: R) => void; readonly failed: (error: unknown) => void }
  let waiting: Waiting[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    // SQLite's driver blocks while it writes, so what arrived meanwhile is only heard of once the event loop turns.
    await (waitMs === 0 ? setImmediate() : setTimeout(waitMs))
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await settle(batch)
    }
    running = false
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await flush(batch.map((one) => one.item))
      for (const [place, one] of batch.entries()) {
        const result = results[place]
        if (result === undefined) one.failed(new Error('a flush must give one result an item'))
        else one.done(result)
      }
    } catch (error) {
      if (batch.length === 1) for (const one of batch) one.failed(error)
      else for (const one of batch) await settle([one])
    }
  }

  return (item: T): Promise<R> =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!running) void run()
    })
}
