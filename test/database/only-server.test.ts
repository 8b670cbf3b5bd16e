import { expect, it } from 'vitest'
import { takePlace } from '../../src/database/only-server.ts'
import { whyNotOpen } from '../../src/database/why-not-open.ts'

it('lets as many servers as like share a PostgreSQL database', () => {
  const url = 'postgresql://127.0.0.1/dondoc'
  expect([takePlace(url).alone, takePlace(url).alone]).toEqual([true, true])
})

it('names the variable and the mend where a database cannot be opened', () => {
  const missing = Object.assign(new Error('database "nonesuch" does not exist'), { code: '3D000' })
  expect(whyNotOpen(missing)).toBe(
    'DATABASE_URL: the database cannot be opened: database "nonesuch" does not exist: make an empty one with createdb, or name another',
  )
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' })
  expect(whyNotOpen(new AggregateError([refused]))).toContain('start the database server')
  expect(whyNotOpen(new Error('no reason known\nsecond line'))).toBe(
    'DATABASE_URL: the database cannot be opened: no reason known',
  )
})

it.each([
  ['EROFS', 'let this user write there'],
  ['EPERM', 'let this user read and write there'],
  ['ENOSPC', 'make room on its disk'],
  ['SQLITE_IOERR_SHMSIZE', 'look at its disk, which may be full or broken'],
])('a database that the system or SQLite refuses by %s is told with its mend', (code, mend) => {
  const error = Object.assign(new Error('no luck'), { code })
  expect(whyNotOpen(error)).toBe(`DATABASE_URL: the database cannot be opened: no luck: ${mend}`)
})
