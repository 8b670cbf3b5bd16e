import { mkdirSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import { areas } from './areas.ts'

/** A fault that no test noticed: where (`file:line`) and what stood there instead. */
export type Slipped = { readonly where: string; readonly what: string }

/** Plants every fault that Stryker knows in one area's rules; how many there were, and which nobody noticed. */
export async function plantInRules(area: string): Promise<{ readonly planted: number; readonly slipped: Slipped[] }> {
  process.env.MUTATION_AREA = area
  mkdirSync('build/mutation', { recursive: true })
  const results = await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    mutate: [...(areas[area]?.rules ?? [])],
    // What a sentence for an operator says is read by people, not by tests; where a text decides, the comparison with it
    // is mutated as a condition.
    mutator: { excludedMutations: ['StringLiteral'] },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    tempDirName: 'build/mutation/tree',
    cleanTempDir: 'always',
    ignorePatterns: ['/build', '/data', '/bench'],
    // What neither changed nor was tested anew keeps its result.
    incremental: true,
    incrementalFile: `build/mutation/${area}.json`,
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
    timeoutMS: 10_000,
    // A name that no file has: Stryker would rewrite the file's paths with an interface that TypeScript 7 has no more.
    tsconfigFile: 'none',
  }).runMutationTest()
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status))
  const slipped = counted
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((one) => ({
      where: `${one.fileName}:${one.location.start.line}:${one.location.start.column}`,
      what: `${one.mutatorName}: ${one.replacement?.replace(/\s+/g, ' ').slice(0, 120) ?? ''}`,
    }))
  return { planted: counted.length, slipped }
}
