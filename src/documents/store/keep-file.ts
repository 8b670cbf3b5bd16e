import { createHash } from 'node:crypto'
import type { Db } from '../../database/db.ts'

/** How many bytes one statement carries. */
const partSize = 512 * 1024
/** For how long bytes stay to which nothing refers: as long as what somebody sent waits for them to say what it is. */
const looseForMs = 24 * 3_600_000

export type KeptFile = { readonly sha256: string; readonly size: number }

/**
 * Keeps the bytes of a file once, by their SHA-256, and gives that. They are kept before anything refers to them, part by
 * part and outside of the change that does: a change is one short transaction, and what it refers to is whole. A stop in
 * between leaves parts that the next try completes, or that are forgotten. `mediaType` is what was found in the bytes.
 */
export async function keepFile(db: Db, bytes: Uint8Array, mediaType: string, now: Date): Promise<KeptFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const parts = Math.max(1, Math.ceil(bytes.length / partSize))
  // Moved on first: what is kept again is not forgotten in the meantime.
  await db.$executeRaw`INSERT INTO "FileContent" ("sha256", "size", "mediaType", "parts", "keptAt")
    VALUES (${sha256}, ${bytes.length}, ${mediaType}, ${parts}, ${now})
    ON CONFLICT ("sha256") DO UPDATE SET "keptAt" = excluded."keptAt"`
  const there = await db.filePart.findMany({ where: { sha256 }, select: { place: true } })
  const places = new Set(there.map((part) => part.place))
  for (let place = 0; place < parts; place += 1) {
    if (places.has(place)) continue
    const part = Buffer.from(bytes.subarray(place * partSize, (place + 1) * partSize))
    // Another replica may be keeping the same file.
    await db.$executeRaw`INSERT INTO "FilePart" ("sha256", "place", "bytes") VALUES (${sha256}, ${place}, ${part})
      ON CONFLICT ("sha256", "place") DO NOTHING`
  }
  return { sha256, size: bytes.length }
}

/** The bytes of a kept file, one part in memory at a time; undefined where it is not there whole. */
export async function readKeptFile(db: Db, sha256: string): Promise<Buffer | undefined> {
  const content = await db.fileContent.findUnique({ where: { sha256 } })
  if (content === null) return undefined
  const bytes = Buffer.alloc(content.size)
  let length = 0
  for (let place = 0; place < content.parts; place += 1) {
    const part = await db.filePart.findUnique({ where: { sha256_place: { sha256, place } } })
    if (part === null) return undefined
    length += Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength).copy(bytes, length)
  }
  return length === content.size ? bytes : undefined
}

/**
 * Forgets what somebody sent more than a day ago without saying what it is for, and bytes to which nothing refers any
 * more. In one statement, and held by the foreign keys: what is referred to in that moment stays.
 */
export async function forgetLooseFiles(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - looseForMs)
  await db.incomingFile.deleteMany({ where: { at: { lt: before } } })
  const none = { none: {} }
  const loose = await db.fileContent.findMany({
    where: { keptAt: { lt: before }, documents: none, incoming: none, drafts: none, opinions: none },
    select: { sha256: true },
    take: 1000,
  })
  for (const { sha256 } of loose)
    await db.fileContent.deleteMany({
      where: { sha256, keptAt: { lt: before }, documents: none, incoming: none, drafts: none, opinions: none },
    })
}
