import type { RecordWhat } from '../../contract/intent.ts'
import { type DossierFile, makeDossier } from './dossier.ts'
import { makeRecord, type RecordJob } from './make-record.ts'

/** A document about a round, or its dossier. Plain data, so that a worker can be given it. */
export type DocumentJob = Omit<RecordJob, 'what'> & {
  readonly what: RecordWhat
  /** What goes into a dossier beside what is made: the draft, the letters. */
  readonly files?: readonly DossierFile[]
}

/** Makes what the job says. Reads nothing and knows no clock. */
export async function makeDocument({ what, files = [], ...job }: DocumentJob): Promise<Uint8Array> {
  if (what !== 'dossier') return await makeRecord({ ...job, what })
  const { format: _, person: __, ...more } = job
  return await makeDossier({ ...more, files })
}
