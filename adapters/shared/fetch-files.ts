import { mostFileBytes, mostFilesFetched, type SentFile } from '../../src/contract/inbound.ts'
import { type Fetched, type FetchLimits, type FileSource, fetchFile } from './fetch-file.ts'

/** A file that was sent, and where it lies; without `source` the platform gives it to nobody here. */
export type Wanted = { readonly told: SentFile; readonly source?: FileSource | undefined }

export type Fetching = Omit<FetchLimits, 'signal' | 'takes'> & {
  /** Hears, in a word, why a file was not fetched. */
  readonly lost: (why: string) => void
  readonly patienceMs?: number
  /** Whether an answer of this media type can be that file. */
  readonly takes?: (mediaType: string, told: SentFile) => boolean
}

/** Milliseconds that all files of one message have, unless a platform has less. */
const longestMs = 20_000

/**
 * Fetches the files of one message, all at once, and does the work with them; each has its bytes or says why not. The
 * bytes are given back when the work has ended: they must not be kept beyond it.
 */
export async function withFetched<T>(
  wanted: readonly Wanted[],
  fetching: Fetching,
  work: (files: SentFile[]) => Promise<T>,
): Promise<T> {
  const files = await fetchAll(wanted, fetching)
  try {
    return await work(files)
  } finally {
    giveBack(files, fetching)
  }
}

/** Says that the bytes of these files are held no longer. */
export function giveBack(files: readonly SentFile[], { held }: Pick<Fetching, 'held'>): void {
  for (const { bytes } of files) if (bytes !== undefined) held.give(bytes.length)
}

/** Each with its bytes, which whoever asked gives back, or why not. Never rejects. */
export async function fetchAll(wanted: readonly Wanted[], fetching: Fetching): Promise<SentFile[]> {
  const signal = AbortSignal.timeout(fetching.patienceMs ?? longestMs)
  let count = 0
  return await Promise.all(
    wanted.map(async ({ told, source }): Promise<SentFile> => {
      if (source === undefined) return { ...told, missing: 'not-given' }
      if (told.size !== undefined && told.size > mostFileBytes) return { ...told, missing: 'too-large' }
      count += 1
      if (count > mostFilesFetched) return { ...told, missing: 'too-many' }
      return outcome(told, await fetchOne(told, source, fetching, signal), fetching)
    }),
  )
}

function fetchOne(
  told: SentFile,
  source: FileSource,
  { reach, held, takes }: Fetching,
  signal: AbortSignal,
): Promise<Fetched> {
  const limits = { reach, held, signal }
  return fetchFile(source, takes === undefined ? limits : { ...limits, takes: (type) => takes(type, told) })
}

function outcome(told: SentFile, fetched: Fetched, { lost }: Fetching): SentFile {
  if ('bytes' in fetched) return { ...told, bytes: fetched.bytes }
  lost(fetched.why)
  return { ...told, missing: fetched.missing }
}
