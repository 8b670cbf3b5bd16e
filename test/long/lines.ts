import { existsSync, readFileSync } from 'node:fs'

/** The whole lines of a file that another process writes; none while it is not there. */
export function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}
