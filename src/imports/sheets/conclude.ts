import { record } from '../../audit/record.ts'
import { isConflict } from '../../database/commit.ts'
import type { Db, Write } from '../../database/db.ts'
import { holding } from '../../database/statements.ts'
import { FileRefused } from './file-refused.ts'
import type { ReadColumn } from './reading.ts'
import type { Change, ImportKind, ImportOptions, ImportReport, Problem } from './report.ts'

/** A file read and checked, with the change that its good rows make. */
export type Checked = {
  readonly file: string
  readonly kind: ImportKind
  readonly rows: number
  readonly problems: readonly Problem[]
  readonly unknownColumns: readonly string[]
  /** False when not even the good rows may be taken: a column that must be there is missing. */
  readonly usable: boolean
  readonly change: Change
  /** Taken before the stored was read: one import after another. */
  readonly turns: readonly Write[]
  readonly warnings?: readonly Problem[]
  readonly columns?: readonly ReadColumn[]
}

/** Well above what 10,000 changed rows take; the default of 5 s would cut a large import off. */
const longest = { timeout: 120_000, maxWait: 10_000 }

/**
 * Stores an import with its audit row in one transaction, and reports. Nothing is stored in a dry run, when a row is bad
 * (unless `skipBad`), or when nothing changes.
 */
export async function conclude(db: Db, checked: Checked, options: ImportOptions): Promise<ImportReport> {
  const { file, kind, rows, unknownColumns, warnings = [], columns = [] } = checked
  const problems = [...checked.problems].sort((one, other) => one.row - other.row)
  const good = checked.change.created + checked.change.updated + checked.change.unchanged
  const accepted = problems.length === 0 || (checked.usable && options.skipBad === true && good > 0)
  const { created, updated, unchanged, ended, writes, rests = [] } = accepted ? checked.change : nothing
  const imported = accepted && options.dryRun !== true
  if (imported && writes.length > 0) {
    const facts = { file, rows, created, updated, ended, skipped: rows - created - updated - unchanged }
    const audit = record(db, { at: options.now, actor: options.actor, deed: `import.${kind}`, subject: file, facts })
    const holds = inBatches(rests, 100).flatMap((some) => holding(db, some))
    await store(db, file, [...holds, ...checked.turns, ...writes, audit])
  }
  if (imported) options.progress?.(rows, rows)
  const usable = checked.usable && good > 0
  return {
    file,
    kind,
    rows,
    created,
    updated,
    unchanged,
    ended,
    problems,
    warnings,
    unknownColumns,
    columns,
    usable,
    imported,
  }
}

async function store(db: Db, file: string, writes: readonly Write[]): Promise<void> {
  try {
    await db.$transaction([...writes], longest)
  } catch (error) {
    if (isConflict(error))
      throw new FileRefused(
        `${file}: the database was changed by somebody else meanwhile; nothing was imported, run it again`,
      )
    throw error
  }
}

export const nothing: Change = { created: 0, updated: 0, unchanged: 0, ended: 0, writes: [] }

/** Splits a list, so that one statement stays below the databases' limit of bound values. */
export function inBatches<T>(list: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}
