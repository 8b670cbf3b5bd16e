import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// A worker for each document: a quarter of its time goes into compiling what the one before has compiled.
enableCompileCache()
const [{ DocumentRefused }, { readDocument }] = await Promise.all([
  import('./document-refused.ts'),
  import('./read-document.ts'),
])

// The entry of the worker that `readInWorker` starts; an error of any other kind ends it, and is heard there.
const { name, bytes, limits } = workerData
try {
  parentPort?.postMessage({ read: await readDocument({ name, bytes }, limits) })
} catch (error) {
  if (!(error instanceof DocumentRefused)) throw error
  parentPort?.postMessage({ refused: { code: error.code, facts: error.facts } })
}
