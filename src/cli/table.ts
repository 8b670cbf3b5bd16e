/**
 * Rows under aligned headings, for a terminal. Control characters in people's data are shown as spaces: a display name
 * from a chat must not move the cursor.
 */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = [columns, ...rows].map((row) => columns.map((_, at) => printable(row[at] ?? '')))
  const widths = columns.map((_, at) => Math.max(...clean.map((row) => width(row[at] ?? ''))))
  return clean
    .map((row) => row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - width(cell))).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

/** One line without control characters, in NFC. */
export const printable = (text: string) => text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]+/gu, ' ')

/** Vietnamese in NFC takes one column a character; combining marks that are left take none. */
const width = (text: string) => [...text.replace(/\p{Mn}/gu, '')].length
