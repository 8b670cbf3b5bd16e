/**
 * What programs write where they have no value: the errors of Excel, LibreOffice (`Err:502`) and Google Sheets
 * (`#ERROR!`, `Loading...`), also in other languages (`#WERT!`, `#NV`), the strokes of a column that is too narrow, and
 * the words of databases and of pandas.
 */
const written =
  /^(?:#(?:[¡¿]?[\p{Lu}\d][\p{Lu}\d/_ ]*[!?]|\p{Lu}\/\p{Lu}|NV|GETTING_DATA)|Err:\d{3}|Loading\.\.\.|#{2,}|\(null\)|null|NULL|undefined|NaN|NaT|<NA>)$/u

/** Whether a cell says that there is no value: such a text is nobody's name and nobody's wish to empty a field. */
export const isNotComputed = (cell: string): boolean => written.test(cell.trim())

/** Whether a text is a formula that a spreadsheet would compute (`=A1`, `=VLOOKUP(...)`), written as it is. */
export const isFormula = (cell: string): boolean => /^\s*=\S/u.test(cell)
