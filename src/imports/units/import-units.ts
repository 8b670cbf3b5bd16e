import type { Db } from '../../database/db.ts'
import { takeTurn } from '../../database/turns.ts'
import { checkRows, findTwice, withoutBad } from '../sheets/check-rows.ts'
import { conclude } from '../sheets/conclude.ts'
import type { ImportOptions, ImportReport } from '../sheets/report.ts'
import { type Sheet, unguarded } from '../sheets/sheet.ts'
import { changeUnits } from './change-units.ts'
import { UnitRow, unitColumnNames } from './unit-row.ts'

/**
 * Imports ministries and localities: how they are called, from what day to what day they exist, and into which they are
 * merged. Which of them are inspected is for the plan to say.
 */
export async function importUnits(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const checked = checkRows(unguarded(sheet), unitColumnNames, UnitRow, options)
  const turns = await takeTurn(db, 'imports')
  const stored = await db.unit.findMany()
  const twice = findTwice(checked.good, 'name', (row) => row.name)
  const { change, problems } = changeUnits(db, withoutBad(checked.good, [...checked.problems, ...twice]), stored)
  const { unknownColumns, usable, warnings } = checked
  const all = [...checked.problems, ...twice, ...problems]
  return conclude(
    db,
    {
      file: sheet.file,
      kind: 'units',
      rows: sheet.rows.length,
      problems: all,
      unknownColumns,
      usable,
      change,
      turns,
      warnings,
      columns: checked.columns,
    },
    options,
  )
}
