import { expect, test } from 'vitest'
import { derivedDeadline } from '../../src/calendar/derived-deadline.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'

test('what is due in a quarter is due at 17:00 of its last working day, on the clocks of the zone', () => {
  expect(derivedDeadline(VIETNAM, 'Asia/Ho_Chi_Minh', '2020-Q2')).toEqual(new Date('2020-06-30T10:00:00Z'))
  // 31 March 2024 is a Sunday.
  expect(derivedDeadline(VIETNAM, 'Europe/Berlin', '2024-Q1')).toEqual(new Date('2024-03-29T16:00:00Z'))
})

test('what the plan puts into no quarter has no deadline of its own', () => {
  expect(derivedDeadline(VIETNAM, 'Asia/Ho_Chi_Minh', null)).toBeUndefined()
})
