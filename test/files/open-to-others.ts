import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The permissions of a file or folder, as chmod writes them. */
export const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** Every file and folder below `path` that anybody but its owner gets at. */
export function openToOthers(path: string): readonly string[] {
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
  return below.filter((each) => !['600', '700'].includes(modeOf(each))).map((each) => `${modeOf(each)} ${each}`)
}
