import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const properties = 'docProps/core.xml'
/** What a ZIP says of its parts. Read back by its local parts, so the same in every zone; there is no earlier year. */
export const packedAt = new Date(1980, 0, 1)

/**
 * Takes what differs from one writing to the next out of a DOCX or an XLSX: the libraries stamp the moment on the
 * properties and on every part. `madeAt` stands in the properties instead.
 */
export function steadyOfficeFile(bytes: Uint8Array, madeAt: Date): Uint8Array {
  const parts = unzipSync(bytes)
  const core = parts[properties]
  const stamped = /(<dcterms:(created|modified)\b[^>]*>)[^<]*/g
  if (core !== undefined)
    parts[properties] = strToU8(strFromU8(core).replace(stamped, (_, tag: string) => `${tag}${madeAt.toISOString()}`))
  return zipSync(parts, { mtime: packedAt })
}
