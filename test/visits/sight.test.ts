import { describe, expect, it } from 'vitest'
import { dayLed, isOwn, leads, leadsToday, type Sight, seesDetails } from '../../src/visits/sight.ts'
import { at } from '../support/visits.ts'

const today = '2020-06-16'
const duty = (fromDay: string | null, toDay: string | null, what = 'member', teamId = 't1') => ({
  teamId,
  duty: what,
  fromDay,
  toDay,
})
const sight = (...duties: readonly ReturnType<typeof duty>[]): Sight => ({
  all: false,
  others: 'dates',
  duties,
  today,
  zone: 'Asia/Ho_Chi_Minh',
})
/** On 22/06 in Hà Nội, where UTC still has the 21st. */
const visit = { teamId: 't1', starts: at('2020-06-22T06:00') }
const undated = { teamId: 't1', starts: null }

describe('a visit is one’s own', () => {
  it('for who is on its team today, or was or will be on its day', () => {
    expect(isOwn(sight(duty(null, null)), visit)).toBe(true)
    expect(isOwn(sight(duty(null, today)), visit)).toBe(true)
    expect(isOwn(sight(duty('2020-06-22', '2020-06-22')), visit)).toBe(true)
    expect(isOwn(sight(duty('2020-06-17', '2020-06-21')), visit)).toBe(false)
    expect(isOwn(sight(duty(null, null, 'leader', 't2')), visit)).toBe(false)
    expect(isOwn(sight(), visit)).toBe(false)
  })

  it('without a date for who is on its team today', () => {
    expect(isOwn(sight(duty(today, today)), undated)).toBe(true)
    expect(isOwn(sight(duty('2020-06-17', null)), undated)).toBe(false)
  })
})

it('details are seen of one’s own visits, and of others where the committee shows them or the role sees all', () => {
  expect(seesDetails(sight(), visit)).toBe(false)
  expect(seesDetails({ ...sight(), others: 'none' }, visit)).toBe(false)
  expect(seesDetails(sight(duty(null, null)), visit)).toBe(true)
  expect(seesDetails({ ...sight(), others: 'details' }, visit)).toBe(true)
  expect(seesDetails({ ...sight(), all: true }, visit)).toBe(true)
})

describe('a team’s visit', () => {
  it('may be acted for by who leads the team today, else by who leads it on its day', () => {
    expect(dayLed(sight(duty(null, null, 'leader')), visit)).toBe(today)
    expect(dayLed(sight(duty('2020-06-22', '2020-06-22', 'leader')), visit)).toBe('2020-06-22')
    expect(dayLed(sight(duty('2020-06-17', '2020-06-21', 'leader')), visit)).toBeUndefined()
    expect(dayLed(sight(duty('2020-06-17', null, 'leader')), undated)).toBeUndefined()
    expect(dayLed(sight(duty(null, today, 'leader')), undated)).toBe(today)
  })

  it('is not acted for by a member, by another team’s leader, or by who merely sees everything', () => {
    for (const one of [sight(duty(null, null)), sight(duty(null, null, 'leader', 't2')), { ...sight(), all: true }]) {
      expect(dayLed(one, visit)).toBeUndefined()
      expect(leads(one, visit)).toBe(false)
      expect(leadsToday(one, 't1')).toBe(false)
    }
  })

  it('is led today by its leader of today alone', () => {
    expect(leadsToday(sight(duty(today, today, 'leader')), 't1')).toBe(true)
    expect(leadsToday(sight(duty('2020-06-22', '2020-06-22', 'leader')), 't1')).toBe(false)
    expect(leads(sight(duty('2020-06-22', '2020-06-22', 'leader')), visit)).toBe(true)
  })
})
