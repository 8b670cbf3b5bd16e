import { unzipSync } from 'fflate'
import type { Sheet } from './sheet.ts'

/** Where a workbook keeps what it would run: VBA, the sheets of old macros, and Basic or scripts of OpenDocument. */
const MACRO_PART = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/.+|Basic\/.+|Scripts\/.+)$/iu

/** The sheet of a workbook, with a word on macros in it: none is ever run, and what one would have filled in is not there. */
export function withMacrosNamed(sheet: Sheet, bytes: Uint8Array): Sheet {
  if (!holdsMacros(bytes)) return sheet
  const reason = 'the workbook holds macros; none was run, and the cells were read as they are stored'
  return { ...sheet, notes: [{ row: 0, reason }, ...(sheet.notes ?? [])] }
}

function holdsMacros(bytes: Uint8Array): boolean {
  let found = false
  unzipSync(bytes, {
    // Only the names are looked at; nothing is unpacked.
    filter({ name }) {
      found ||= MACRO_PART.test(name)
      return false
    },
  })
  return found
}
