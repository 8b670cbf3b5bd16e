import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identities, platforms } from '../../adapters/index.ts'
import type { ImportOptions } from '../../src/imports/sheets/report.ts'
import type { Sheet } from '../../src/imports/sheets/sheet.ts'
import { toSheet } from '../../src/imports/sheets/to-sheet.ts'

/** A folder for one test file's fixtures. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-import-'))
  return {
    path: (name: string) => join(folder, name),
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A sheet from lines of cells separated by commas; the first line is the header. */
export const sheet = (file: string, ...lines: string[]): Sheet =>
  toSheet(
    file,
    lines.map((line) => line.split(',')),
  )

/** 16/06/2020, 14:00 in Vietnam. */
export const options: ImportOptions = {
  now: new Date('2020-06-16T07:00:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
  platforms,
  identities,
  actor: 'cli',
}

export const onDay = (day: string): ImportOptions => ({ ...options, now: new Date(`${day}T03:00:00Z`) })
