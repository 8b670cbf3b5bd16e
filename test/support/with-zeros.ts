import { crc32, deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** An archive of these parts and of so many zeros, packed by Node's own zlib: fflate takes seconds over as many. */
export function withZeros(parts: Record<string, Uint8Array>, name: string, size: number): Uint8Array {
  const zeros = Buffer.alloc(size)
  const bytes = Buffer.from(zipSync({ ...parts, [name]: [deflateRawSync(zeros, { level: 1 }), { level: 0 }] }))
  // What was put in as it is, is said to be deflated: method, checksum and size, in the part's header and the directory.
  const [part, listed] = [bytes.indexOf(name) - 30, bytes.lastIndexOf(name) - 46]
  for (const [header, after] of [[part, 8] as const, [listed, 10] as const]) {
    bytes.writeUInt16LE(8, header + after)
    bytes.writeUInt32LE(crc32(zeros), header + after + 6)
    bytes.writeUInt32LE(size, header + after + 14)
  }
  return bytes
}
