// Plants faults where one would be dear, and says which of them no test notices. No part of `npm test`: it takes hours.
import { areas } from './areas.ts'
import { plantInGuards } from './guards.ts'
import { plantInRules } from './rules.ts'

const usage = `usage: npm run mutation -- rules [AREA ...]      faults in pure rules: ${Object.keys(areas).join(', ')}
       npm run mutation -- guards [PATTERN]    every condition of a write left out once; PATTERN: files, src/**/*.ts
Exit status 1 when fewer than 90 % of an area's faults, or of the guards, are noticed.
`
const least = 0.9
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Prints a score; whether it is high enough. */
function scored(name: string, planted: number, noticed: number): boolean {
  const share = planted === 0 ? 0 : noticed / planted
  say(`${name}: ${noticed} of ${planted} noticed, ${(share * 100).toFixed(1)} %`)
  return share >= least
}

const [what, ...named] = process.argv.slice(2)
const passed: boolean[] = []
if (what === 'rules') {
  const unknown = named.filter((area) => areas[area] === undefined)
  if (unknown.length > 0) {
    process.stderr.write(`no such area: ${unknown.join(', ')}\n${usage}`)
    process.exit(2)
  }
  for (const area of named.length > 0 ? named : Object.keys(areas)) {
    const { planted, slipped } = await plantInRules(area)
    for (const { where, what } of slipped) say(`NOT NOTICED  ${where}  ${what}`)
    passed.push(scored(area, planted, planted - slipped.length))
  }
} else if (what === 'guards') {
  const { planted, slipped } = plantInGuards(named[0] ?? '{src,adapters}/**/*.ts', say)
  passed.push(scored('guards', planted.length, planted.length - slipped.length))
} else {
  const asked = what === '--help'
  process[asked ? 'stdout' : 'stderr'].write(usage)
  process.exit(asked ? 0 : 2)
}
process.exit(passed.every(Boolean) ? 0 : 1)
