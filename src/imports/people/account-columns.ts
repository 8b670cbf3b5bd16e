import type { Column, Platforms } from '../../contract/platform.ts'
import type { Place } from '../../people/place.ts'
import type { Problem } from '../sheets/report.ts'
import type { Sheet } from '../sheets/sheet.ts'

/** The columns in which a roster names the accounts of one platform, as this roster calls them. */
export type AccountColumns = { readonly platform: string; readonly tenant: string; readonly user: string }

/** An account that a row names, and the columns in which its two ids stand; `column` is the person's. */
export type Claim = { readonly place: Place; readonly column: string; readonly tenantColumn: string }

/** For each platform its columns: by the former name where the roster has that, else by today's. */
export function accountColumns(platforms: Platforms, sheet: Pick<Sheet, 'columns'>): readonly AccountColumns[] {
  const called = (column: Column) => namesIn(sheet, column)[0] ?? column.name
  return platforms.map(({ name, account: { columns } }) => ({
    platform: name,
    tenant: called(columns.tenant),
    user: called(columns.user),
  }))
}

/** One column under two names: which of them is meant would be a guess. The file cannot be used then. */
export function findColumnsTwice(platforms: Platforms, sheet: Pick<Sheet, 'columns'>): readonly Problem[] {
  return platforms
    .flatMap(({ account: { columns } }) => [columns.tenant, columns.user])
    .flatMap((column): readonly Problem[] => {
      const [used, ...others] = namesIn(sheet, column)
      return others.map((other) => ({
        row: 1,
        column: other,
        reason: `is the former name of the column ${column.name}, and stands beside ${used}: keep one of them`,
      }))
    })
}

const namesIn = ({ columns }: Pick<Sheet, 'columns'>, { name, former = [] }: Column): readonly string[] =>
  [name, ...former].filter((one) => columns.includes(one))
