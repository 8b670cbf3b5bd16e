import { Worker } from 'node:worker_threads'
import { DocumentRefused } from './document-refused.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { ReadDocument } from './read-document.ts'

type Share = {
  readonly timeMs?: number
  readonly memoryMb?: number
  /** Of bytes beside the heap, where a PDF's streams are unpacked. */
  readonly bytesMb?: number
  /** Another entry, for the tests. */
  readonly entry?: URL
}
type Outcome = { readonly read: ReadDocument } | { readonly refused: Pick<DocumentRefused, 'code' | 'facts'> }

/** A stream unpacks some hundred megabytes a second. */
const lookEveryMs = 20

/** So many may wait for their turn; more are refused, to be sent again. */
const mostWaiting = 20
let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

/**
 * `readDocument` beside the thread that answers everybody, one file after the other: a long draft takes seconds of
 * computing, and a PDF made for it may take for ever. One that takes more than its share of time or memory is refused as
 * `too-complex`, and one that would wait behind too many others as `busy`. Nothing but a `DocumentRefused` is thrown, unless the reading itself has a fault.
 */
export async function readInWorker(
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: Limits = LIMITS,
  share: Share = {},
): Promise<ReadDocument> {
  if (waiting >= mostWaiting) throw new DocumentRefused('busy', { waiting })
  waiting += 1
  const outcome = turn.then(() => runWorker(file, limits, share))
  turn = outcome.catch(() => undefined)
  const ended = await outcome.finally(() => {
    waiting -= 1
  })
  if ('refused' in ended) throw new DocumentRefused(ended.refused.code, ended.refused.facts)
  return ended.read
}

function runWorker(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  limits: Limits,
  { timeMs = 30_000, memoryMb = 512, bytesMb = 192, entry = new URL('./read-worker.ts', import.meta.url) }: Share,
): Promise<Outcome> {
  return new Promise((done, failed) => {
    const worker = new Worker(entry, {
      workerData: { name, bytes, limits },
      // None of our secrets is its business.
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const tooComplex = (share: Readonly<Record<string, number>>) => failed(new DocumentRefused('too-complex', share))
    const end = (share: Readonly<Record<string, number>>) => {
      tooComplex(share)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ timeMs }), timeMs)
    // No limit of a worker counts bytes beside the heap, and a few kilobytes of a stream unpack to gigabytes of them.
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: held }) => {
          if (held > bytesMb * 1_000_000) end({ bytesMb })
        },
        // It has ended.
        () => undefined,
      )
    }, lookEveryMs)
    watch.unref()
    // A process that ends does not wait for it.
    worker.unref()
    worker.once('message', (outcome: Outcome) => done(outcome))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooComplex({ memoryMb })
      else failed(error)
    })
    worker.once('exit', (code) => {
      clearTimeout(timer)
      clearInterval(watch)
      failed(new Error(`the worker ended with ${code} before it had read the document`))
    })
  })
}
