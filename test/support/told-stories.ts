import { afterAll, afterEach, type RunnerTask } from 'vitest'
import { entriesOf } from '../../src/understand/phrases.ts'
import { STORIES, takeTold } from './stories.ts'

// Runs beside every file of tests: after the last one, what the file was to carry out has been.
let file: Extract<RunnerTask, { type: 'suite' }> | undefined
takeTold()
afterEach(({ task }) => {
  file = task.file
})
afterAll(() => {
  const told = takeTold()
  if (file === undefined || !allPassed(file)) return
  const name = file.name
  const missing = entriesOf(STORIES).flatMap(([kind, story]) => (story === name && !told.has(kind) ? [kind] : []))
  if (missing.length > 0)
    throw new Error(`${name} never carries out ${missing.join(', ')}, which test/support/stories.ts says it does`)
})

/** Not where some were left out by name, or failed already. */
const allPassed = (task: RunnerTask): boolean =>
  task.type === 'suite' ? task.tasks.every(allPassed) : task.result?.state === 'pass'
