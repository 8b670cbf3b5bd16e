/**
 * Turns many small calls into few big ones: while one `flush` is under way, further items gather, and go together in
 * the next. A lone item goes at once. Each caller gets its own result, in the order of the items; when a flush of
 * several fails, each item is tried by itself, so that one bad item spoils no other.
 */
export function gather<T, R>(flush: (items: readonly T[]) => Promise<readonly R[]>, most = 100) {
  type Waiting = { readonly item: T; readonly done: (result: R) => void; readonly failed: (error: unknown) => void }
  let waiting: Waiting[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    // Calls made in the same turn of the event loop go together, the first one included.
    await Promise.resolve()
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
