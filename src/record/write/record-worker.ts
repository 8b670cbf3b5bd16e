import { parentPort, workerData } from 'node:worker_threads'
import { makeRecord, type RecordJob } from './make-record.ts'

// Written by us alone (make-in-worker.ts), so it is read back as it is.
const job: RecordJob = workerData
const bytes = await makeRecord(job)
// Handed over, not copied.
const whole = new Uint8Array(bytes)
parentPort?.postMessage(whole, [whole.buffer])
