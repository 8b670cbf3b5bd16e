import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { someOf } from '../support/runs.ts'
import { GENERAL, LATERS, OPINIONS, PEOPLE, READING, REMINDERS, ROUNDS } from './phrasings.ts'
import { VOCABULARY } from './plan-vocabulary.ts'
import { SCHEDULES } from './schedule-phrasings.ts'
import { understood } from './understood.ts'
import { TEAMS, VISITS } from './visit-phrasings.ts'

const read = (text: string) => understand(text, VOCABULARY)
const SENTENCES = [
  ...GENERAL,
  ...READING,
  ...OPINIONS,
  ...ROUNDS,
  ...REMINDERS,
  ...LATERS,
  ...PEOPLE,
  ...SCHEDULES,
  ...VISITS,
  ...TEAMS,
]
  .map(([typed]) => typed)
  // Next Thursday is that day.
  .filter((typed) => read(typed).kind === 'intent' && !typed.includes('thứ năm tuần sau'))

/** What somebody may add to any sentence, with what must be found of it. */
const ADDITIONS: readonly (readonly [added: string, shown: string])[] = [
  ['ngày 25/06/2020', '25/06'],
  ['lúc 16h45', '16h45'],
  ['Bộ Quốc phòng', 'Quốc phòng'],
  ['đồng chí Trần Văn Vệ', 'Trần Văn Vệ'],
  ['KT-77', 'KT-77'],
  ['bản 7', 'bản 7'],
  ['trong 13 ngày làm việc', '13 ngày làm việc'],
]

describe('whatever is added to a sentence that is understood', () => {
  test.each(ADDITIONS)('“%s” changes what it leads to, or is shown as not used', (added, shown) => {
    const { some, from } = someOf(SENTENCES)
    const lost: string[] = []
    for (const sentence of some) {
      const [before, after] = [read(sentence), read(`${sentence} ${added}`)]
      if (after.kind !== 'intent' && after.kind !== 'ask') continue
      const told = (after.unused ?? []).join(' ').includes(shown)
      if (!told && understood(before) === understood(after)) lost.push(`${sentence} ${added} -> ${understood(after)}`)
    }
    expect(lost, from).toEqual([])
  })
})
