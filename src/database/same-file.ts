import { statSync } from 'node:fs'

/**
 * Looks whether the path of a SQLite database, which must be open, still leads to the files that were opened, by device
 * and inode: a file that was moved, removed or replaced goes on taking rows that nobody will find again. Gives what is
 * wrong, for an operator. Costs some microseconds.
 */
export function watchFiles(path: string): () => string | undefined {
  const files = ['', '-wal', '-shm'].map((ending) => ({ name: `${path}${ending}`, id: idOf(`${path}${ending}`) }))
  return () => {
    for (const { name, id } of files) {
      const found = idOf(name)
      if (found === id) continue
      return found === undefined ? `${name} was moved or removed` : `${name} was replaced by another file`
    }
    return undefined
  }
}

function idOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.dev} ${found.ino}`
}
