import { readFileSync } from 'node:fs'

/** Where SQLite's files keep what is read here: https://www.sqlite.org/walformat.html. Offsets and lengths in bytes. */
const shm = { mxFrame: 16, salt: 32, nBackfill: 96, least: 100 } as const
const wal = { pageSize: 8, salt: 16, checksum: 24, header: 32, frameHeader: 24 } as const

/** Frames are pages of the `-wal` file: how many had been committed, and how many of them can still be read. */
export type LostCommits = { readonly committed: number; readonly readable: number }

/**
 * Whether the `-wal` file beside a SQLite database holds less than had been committed: its end is gone, or it was damaged
 * on the way. SQLite then leaves out everything from there on without a word, receipts together with their opinions, so
 * that nothing in the database itself tells. What had been committed stands in the `-shm` file, which outlives a process
 * that was killed. To be asked before the database is opened: opening writes that file anew. Undefined where nothing is
 * missing, and where it cannot be told.
 */
export function findLostCommits(path: string): LostCommits | undefined {
  // In this order: what another process commits meanwhile makes the second one longer than the first says.
  const index = read(`${path}-shm`)
  const frames = read(`${path}-wal`)
  if (index === undefined || index.length < shm.least) return undefined
  const committed = number(index, shm.mxFrame)
  // These stand in the database by now.
  if (committed <= number(index, shm.nBackfill)) return undefined
  if (frames === undefined || frames.length < wal.header) return { committed, readable: 0 }
  const salt = index.subarray(shm.salt, shm.salt + 8)
  if (!salt.equals(frames.subarray(wal.salt, wal.salt + 8))) return undefined
  const readable = countReadable(frames)
  return readable < committed ? { committed, readable } : undefined
}

/** The frames that SQLite would take: each is of this file, and its sum is right, which goes on from the one before. */
function countReadable(frames: Buffer): number {
  const pageSize = frames.readUInt32BE(wal.pageSize)
  const length = wal.frameHeader + pageSize
  const bigEndian = (frames.readUInt32BE(0) & 1) === 1
  const salt = frames.subarray(wal.salt, wal.salt + 8)
  let sum: Sum = [0, 0]
  sum = add(sum, frames.subarray(0, wal.checksum), bigEndian)
  if (!isSum(frames, wal.checksum, sum)) return 0
  let count = 0
  for (let at = wal.header; at + length <= frames.length; at += length) {
    if (!salt.equals(frames.subarray(at + 8, at + 16))) break
    sum = add(sum, frames.subarray(at, at + 8), bigEndian)
    sum = add(sum, frames.subarray(at + wal.frameHeader, at + length), bigEndian)
    if (!isSum(frames, at + 16, sum)) break
    count += 1
  }
  return count
}

type Sum = readonly [number, number]

function add([first, second]: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  let [a, b] = [first, second]
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

const isSum = (frames: Buffer, at: number, [a, b]: Sum): boolean =>
  frames.readUInt32BE(at) === a && frames.readUInt32BE(at + 4) === b

/** Of the `-shm` file, which is in the machine's own order of bytes: it never leaves the machine. */
const number = (index: Buffer, at: number): number =>
  new Uint32Array(new Uint8Array(index.subarray(at, at + 4)).buffer)[0] ?? 0

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
