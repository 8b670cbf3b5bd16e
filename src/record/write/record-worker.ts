import { parentPort, workerData } from 'node:worker_threads'
import { type DocumentJob, makeDocument } from './make-document.ts'

// Written by us alone (make-in-worker.ts), so it is read back as it is.
const job: DocumentJob = workerData
const bytes = await makeDocument(job)
// Handed over, not copied.
const whole = new Uint8Array(bytes)
parentPort?.postMessage(whole, [whole.buffer])
