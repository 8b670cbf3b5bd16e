import { openDatabase } from '../../src/database/open.ts'
import { bareBolt } from './bare-bolt.ts'
import { databaseUrlOf, silent } from './given.ts'

// Bolt and one row through Prisma: what an opinion's cost is held against.
const { db, close } = await openDatabase(databaseUrlOf(process.argv), silent)
await bareBolt(async (id, json) => {
  await db.received.create({ data: { id, at: new Date(), reply: json }, select: { id: true } })
}, close)
