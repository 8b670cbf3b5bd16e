import { writePrivateFile } from '../files/private-files.ts'
import type { Io } from './io.ts'

/** Writes a file that was asked for, as 0600; over one that is there only with `force`. What fails is told in one line. */
export async function writeExport(io: Io, path: string, bytes: Uint8Array, force = false): Promise<void> {
  await writePrivateFile(path, bytes, force ? 'w' : 'wx').catch((error: NodeJS.ErrnoException) => {
    io.fail(`${path}: ${reasons[error.code ?? ''] ?? error.message}`)
  })
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'the file is there already; write over it with --force',
  ENOENT: 'there is no such folder',
  EACCES: 'no permission to write it',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'is a folder, not a file',
}
