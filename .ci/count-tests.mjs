// Sums what vitest's JSON reports say: node count-tests.mjs STEPS_FAILED REPORT...  Prints one line; fails when anything
// failed or nothing was tried. A step that fails without a failed test of its own (types, lint, a report that was never
// written) counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const [steps = '0', ...files] = process.argv.slice(2)
let passed = 0
let failed = Number(steps)
let skipped = 0
for (const file of files.filter((each) => existsSync(each))) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  skipped += report.numPendingTests + report.numTodoTests
}
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
