import { unzipSync } from 'fflate'
import { DocumentRefused } from './document-refused.ts'
import type { Limits } from './limits.ts'

export type Zip = { readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Uint8Array> }

/**
 * Unpacks the wanted parts of a zip, and lists all. Sizes are looked at before a byte is unpacked, and fflate never
 * unpacks a part beyond the size that was declared for it: a part that lies about it comes out cut off, and its XML is
 * refused as broken. A name that comes twice is refused, for readers differ in which one they take.
 */
export function readZip(
  bytes: Uint8Array,
  limits: Pick<Limits, 'parts' | 'partBytes' | 'unpackedBytes'>,
  wanted: (name: string) => boolean,
): Zip {
  const names = new Set<string>()
  let total = 0
  const parts = guard(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (names.has(name)) throw new DocumentRefused('broken', { part: name })
        names.add(name)
        if (names.size > limits.parts) throw new DocumentRefused('too-many-parts', { limit: limits.parts })
        if (!wanted(name)) return false
        total += originalSize
        if (originalSize > limits.partBytes || total > limits.unpackedBytes)
          throw new DocumentRefused('unpacks-too-large', { limit: Math.min(limits.partBytes, limits.unpackedBytes) })
        return true
      },
    }),
  )
  return { names: [...names], parts: new Map(Object.entries(parts)) }
}

function guard<T>(unzip: () => T): T {
  try {
    return unzip()
  } catch (error) {
    if (error instanceof DocumentRefused) throw error
    throw new DocumentRefused('broken')
  }
}
