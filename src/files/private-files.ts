import { closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Readable and writable by this user alone, whatever the umask: what is stored and exported holds confidential opinions. */
const ownFile = 0o600
const ownFolder = 0o700

/**
 * Makes the folder, and those above it that are missing, as 0700; one that is there stays as it is. Not by Node's own
 * `recursive`: that takes every ENOENT for a parent that is missing and tries again without end, as in /proc, where
 * nothing can be made.
 */
export function makePrivateFolder(path: string): void {
  if (isFolder(path)) return
  if (dirname(path) !== path) makePrivateFolder(dirname(path))
  try {
    mkdirSync(path, { mode: ownFolder })
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if (!isFolder(path)) throw error
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Makes a folder of 0700 for what is not to stay; `remove` takes it away with all that is in it. */
export function makeTemporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dondoc-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Makes an empty file of 0600 where there is none, for a library that opens it by its name; one that is there stays as
 * it is. SQLite gives `-wal` and `-shm` the permissions of the database file.
 */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', ownFile))
}

/** Gives a file another name in the same folder. Its permissions stay; one that has that name already is lost. */
export function renameFile(path: string, name: string): void {
  renameSync(path, name)
}

/**
 * Writes a file of 0600. `wx` refuses one that is there (EEXIST); `w` writes over it, and takes it from others before
 * the first byte is in it. What is no ordinary file, such as /dev/stdout, keeps its permissions.
 */
export async function writePrivateFile(path: string, bytes: Uint8Array, flag: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flag, ownFile)
  try {
    if ((await file.stat()).isFile()) await file.chmod(ownFile)
    await file.writeFile(bytes)
  } finally {
    await file.close()
  }
}

/** What others than its owner get at. `mode` reads `0644`; `everybody`: not a group alone. */
export type Exposed = {
  readonly path: string
  readonly mode: string
  readonly what: 'file' | 'folder'
  readonly everybody: boolean
  readonly mend: string
}

/**
 * Which of a SQLite database's files, and whether its folder, others than the owner may read or write. In a folder that
 * others may enter, what another program writes beside the database, such as a backup, is theirs to read.
 */
export function exposedFiles(database: string): readonly Exposed[] {
  // Windows has no such permissions, and says 0666 of every file.
  if (process.platform === 'win32') return []
  const files = ['', '-wal', '-shm', '-journal', '-server'].map((ending) => `${database}${ending}`)
  return [...exposed(dirname(database)), ...files.flatMap(exposed)]
}

function exposed(path: string): readonly Exposed[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || (found.mode & 0o077) === 0) return []
  const folder = found.isDirectory()
  // Such as /tmp, or one of the system's: not to be closed to those who share it.
  const shared = folder && ((found.mode & 0o1000) !== 0 || found.uid !== process.getuid?.())
  return [
    {
      path,
      mode: octal(found.mode & 0o7777),
      what: folder ? 'folder' : 'file',
      everybody: (found.mode & 0o007) !== 0,
      mend: shared
        ? `move the database out of ${path} into a folder of its own`
        : `chmod ${octal(folder ? ownFolder : ownFile)} ${path}`,
    },
  ]
}

const octal = (mode: number) => mode.toString(8).padStart(4, '0')
