// A process that starts as the product does: node starter.ts DATABASE_URL. Prints the migrations that it applied.
import { openDatabase } from '../../src/database/open.ts'

const [url = ''] = process.argv.slice(2)
const lines: unknown[] = []
const { db, close } = await openDatabase(url, {
  info: (facts) => lines.push(facts),
  error: (facts) => lines.push(facts),
})
await db.setting.count()
await close()
process.stdout.write(`${JSON.stringify(lines)}\n`)
