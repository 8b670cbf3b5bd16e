import { randomUUID } from 'node:crypto'
import { understand } from '../src/understand/understand.ts'
import * as general from '../test/understand/phrasings.ts'
import { VOCABULARY } from '../test/understand/plan-vocabulary.ts'
import * as schedules from '../test/understand/schedule-phrasings.ts'
import * as visits from '../test/understand/visit-phrasings.ts'
import { type Latency, latency } from './statistics.ts'

const repeats = 20
const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đỗ', 'Hà']
const names = Array.from({ length: 26 }, (_, at) => `${String.fromCodePoint(65 + at)}anh`)

/** CPU ms of understanding one sentence, over all phrasings of the tests, with so many units and people known. */
export type Understood = { readonly units: number; readonly sentences: number; readonly cpuMs: Latency }

/** Each sentence twenty times and its mean, since one alone is below what the clock of the process tells. */
export function measureSentences(sizes: readonly number[] = [26, 500]): readonly Understood[] {
  const sentences = [general, schedules, visits].flatMap((tables) =>
    Object.values(tables).flatMap((rows) => rows.map(([typed]) => typed)),
  )
  return sizes.map((units) => {
    const more = Array.from({ length: Math.max(0, units - VOCABULARY.units.length) }, (_, at) => ({
      id: randomUUID(),
      name: `Đơn vị ${String.fromCodePoint(65 + (at % 26))}${at}`,
    }))
    // As many people as units: whole names, of which many begin alike.
    const people = Array.from(
      { length: units },
      (_, at) => `${surnames[at % surnames.length]} Văn ${names[at % 26]}${at}`,
    )
    const vocabulary = { ...VOCABULARY, people, units: [...VOCABULARY.units, ...more] }
    for (const typed of sentences) understand(typed, vocabulary)
    const cpuMs = sentences.map((typed) => {
      const before = process.cpuUsage()
      for (let time = 0; time < repeats; time += 1) understand(typed, vocabulary)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000 / repeats
    })
    return { units, sentences: sentences.length, cpuMs: latency(cpuMs) }
  })
}
