import { unzipSync } from 'fflate'
import { FileRefused } from './file-refused.ts'

/** Unpacked parts beyond these are refused: a small archive can hold gigabytes of zeros. */
const largestPart = 100_000_000
const largestSum = 300_000_000

/**
 * The parts of an archive whose names match. Nothing is unpacked of one whose parts say that they are too large. No archive
 * at all: no parts, and whoever reads it next says so.
 */
export function unpacked(file: string, bytes: Uint8Array, wanted: RegExp): Readonly<Record<string, Uint8Array>> {
  let sum = 0
  try {
    return unzipSync(bytes, {
      filter(part) {
        if (part.originalSize > largestPart) throw new FileRefused(`${file}: ${part.name} in it is larger than 100 MB`)
        sum += part.originalSize
        if (sum > largestSum) throw new FileRefused(`${file}: what is in it is larger than 300 MB`)
        return wanted.test(part.name)
      },
    })
  } catch (error) {
    if (error instanceof FileRefused) throw error
    return {}
  }
}
