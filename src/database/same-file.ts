import { statSync } from 'node:fs'
import { renameFile } from '../private-files.ts'

/** `lost`: what is wrong with the files, for an operator. `setAside`: see `Database`. */
export type FileWatch = { lost(): string | undefined; setAside(): string | undefined }

/**
 * Looks whether the path of a SQLite database, which must be open, still leads to the files that were opened, by device
 * and inode: a file that was moved, removed or replaced goes on taking rows that nobody will find again. Costs some
 * microseconds.
 */
export function watchFiles(path: string): FileWatch {
  const [file, wal, shm] = [known(path), known(`${path}-wal`), known(`${path}-shm`)]
  return {
    lost() {
      for (const { name, id } of [file, wal, shm]) {
        const found = idOf(name)
        if (found === id) continue
        return found === undefined ? `${name} was moved or removed` : `${name} was replaced by another file`
      }
      return undefined
    },
    setAside() {
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

const known = (name: string) => ({ name, id: idOf(name) })

function idOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.dev} ${found.ino}`
}
