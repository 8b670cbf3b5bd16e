import { statSync } from 'node:fs'
import { renameFile } from '../files/private-files.ts'

/** What is known of a SQLite database's files. */
export type FileWatch = {
  /** A connection has opened them: these are the files from now on. */
  opened(): void
  /** It is closed; the last one takes `-wal` and `-shm` away. */
  closed(): void
  /** What is wrong with the files of the open connection, for an operator. Costs some microseconds. */
  lost(): string | undefined
  /** See `Database`. */
  setAside(): string | undefined
}

/**
 * Looks whether the path of a SQLite database still leads to the files that were opened, by device and inode: a file that
 * was moved, removed or replaced goes on taking rows that nobody will find again.
 */
export function watchFiles(path: string): FileWatch {
  const known = (name: string) => ({ name, id: idOf(name) })
  const look = () => ({ file: known(path), wal: known(`${path}-wal`), shm: known(`${path}-shm`) })
  let opened: ReturnType<typeof look> | undefined
  let open = false
  return {
    opened() {
      opened = look()
      open = true
    },
    closed() {
      open = false
    },
    lost() {
      if (!open || opened === undefined) return undefined
      for (const { name, id } of [opened.file, opened.wal, opened.shm]) {
        const found = idOf(name)
        if (found === id) continue
        return found === undefined ? `${name} was moved or removed` : `${name} was replaced by another file`
      }
      return undefined
    },
    setAside() {
      if (opened === undefined) return undefined
      const { file, wal, shm } = opened
      const found = idOf(path)
      if (found === undefined || found === file.id || idOf(wal.name) !== wal.id) return undefined
      // Beside a copy of the old file that is given this name, it is that file's `-wal` again.
      const aside = `${path}.replaced-${file.id?.split(' ').at(-1)}`
      renameFile(wal.name, `${aside}-wal`)
      if (idOf(shm.name) === shm.id) renameFile(shm.name, `${aside}-shm`)
      return `${aside}-wal`
    },
  }
}

function idOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.dev} ${found.ino}`
}
