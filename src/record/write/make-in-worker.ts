import { Worker } from 'node:worker_threads'
import type { DocumentJob } from './make-document.ts'

type Limits = {
  readonly timeMs?: number
  readonly memoryMb?: number
  /** Another entry, for the tests. */
  readonly entry?: URL
}

/** So many may wait for their turn; more are refused. */
const mostWaiting = 20
let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

/**
 * Makes a document beside the thread that answers everybody, one after the other: a table of thousands of remarks takes
 * a second or more of computing. Rejects when it takes longer than a minute or more memory than its share, when it fails,
 * and when too many wait already.
 */
export async function makeInWorker(job: DocumentJob, limits: Limits = {}): Promise<Uint8Array> {
  if (waiting >= mostWaiting) throw new Error('too many documents are being made')
  waiting += 1
  const made = turn.then(() => runWorker(job, limits))
  turn = made.catch(() => undefined)
  try {
    return await made
  } finally {
    waiting -= 1
  }
}

function runWorker(
  job: DocumentJob,
  { timeMs = 60_000, memoryMb = 512, entry = new URL('./record-worker.ts', import.meta.url) }: Limits,
): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const worker = new Worker(entry, {
      workerData: job,
      // None of our secrets is its business.
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // A small nursery: else the heap grows before anything is collected.
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
    })
    const timer = setTimeout(() => {
      failed(new Error('making the document took too long'))
      void worker.terminate()
    }, timeMs)
    // A process that ends does not wait for it.
    worker.unref()
    worker.once('message', (bytes: Uint8Array) => done(bytes))
    worker.once('error', failed)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      failed(new Error(`the worker ended with ${code} before it gave a document`))
    })
  })
}
