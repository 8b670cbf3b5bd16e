import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentJob } from './make-document.ts'

// A worker for each document: a third of its time goes into compiling what the one before has compiled.
enableCompileCache()
const { makeDocument } = await import('./make-document.ts')

// Written by us alone (make-in-worker.ts), so it is read back as it is.
const job: DocumentJob = workerData
const bytes = await makeDocument(job)
// Handed over, not copied.
const whole = new Uint8Array(bytes)
parentPort?.postMessage(whole, [whole.buffer])
