import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { learn } from '../test/understand/likeness/learn.ts'
import { digestOfExamples, examplesOf, lessonOf, setsOfExamples } from '../test/understand/likeness/lessons.ts'

const USAGE = `npm run learn -- [--without SET,SET] [--out FILE]

Learns which words speak for which intent from the sentences under test/understand, and writes
src/understand/likeness/weights.json. With --without (for example blind/en-7,blind/vi-7) it writes nothing, and says
how well sentences of these sets are ranked by what is learnt from the others. --out writes to another file.`

const { values } = parseArgs({
  options: { without: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help === true) {
  process.stdout.write(`${USAGE}\n`)
  process.exit(0)
}
const without = values.without?.split(',') ?? []
const unknown = without.filter((set) => !setsOfExamples().includes(set))
if (unknown.length > 0) {
  process.stderr.write(`There is no set ${unknown.join(', ')}. There are: ${setsOfExamples().join(', ')}.\n`)
  process.exit(2)
}
const examples = setsOfExamples().flatMap(examplesOf).map(lessonOf)
const learnt = learn(examples.filter(({ set }) => !without.includes(set)))
const file = values.out ?? fileURLToPath(new URL('../src/understand/likeness/weights.json', import.meta.url))
const written = { learntFrom: digestOfExamples(), ...learnt }
if (without.length === 0 || values.out !== undefined) {
  writeFileSync(file, `${JSON.stringify(written, undefined, 2)}\n`)
  process.stdout.write(`${examples.length} sentences, ${Object.keys(learnt.weights).length} features: ${file}\n`)
}
if (without.length > 0) {
  const { rank } = await import('../src/understand/likeness/rank.ts')
  for (const set of without) {
    const ranked = examplesOf(set)
      .map(lessonOf)
      .map(({ features, kinds }) => ({
        kinds,
        best: rank(learnt, features).slice(0, 3),
      }))
    const within = (count: number) =>
      ranked.filter(({ kinds, best }) => best.slice(0, count).some(({ kind }) => kinds.has(kind))).length
    process.stdout.write(`${set}: ${within(1)} of ${ranked.length} first, ${within(3)} among three\n`)
  }
}
