import type { Command } from 'commander'
import type { Finding } from '../doctor/finding.ts'
import type { Io } from '../io.ts'
import { printable } from '../table.ts'

/**
 * `doctor`: what is configured, what is wrong, how to mend it. `--json` prints `{ ok, findings }`: `ok` is whether
 * nothing is wrong, each finding is `{ check, state: ok | warn | wrong, found, mend }`, `mend` null where all is well.
 * Exit status 1 when anything is wrong.
 */
export function register(program: Command, io: Io): void {
  program
    .command('doctor')
    .description('look at the configuration, the database and what is under way; say what is wrong and how to mend it')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => diagnose(io, flags))
}

async function diagnose(io: Io, flags: { json?: boolean }): Promise<void> {
  const { examine } = await import('../doctor/examine.ts')
  const findings = await examine(io)
  const bad = findings.filter((finding) => finding.state === 'wrong')
  io.print(flags, { ok: bad.length === 0, findings }, () => findings.map(describe).join('\n'))
  if (bad.length > 0) {
    const where = [...new Set(bad.map((finding) => finding.check))].join(', ')
    io.fail(`${bad.length} ${bad.length === 1 ? 'thing is' : 'things are'} wrong: ${where}`)
  }
}

function describe({ check, state, found, mend }: Finding): string {
  const line = `${state.toUpperCase().padEnd(6)}${check.padEnd(14)}${printable(found)}`
  return mend === null ? line : `${line}\n${' '.repeat(20)}${printable(mend)}`
}
