import type { Command } from 'commander'
import type { Db } from '../../database/db.ts'
import type { Io } from '../io.ts'

/**
 * What `audit verify --json` prints; a stable shape. `rows`: sealed rows found good, from the first on. `unsealed`:
 * rows that the server has not chained yet. `head`: place and hash of the last sealed row, to be noted elsewhere.
 * `brokenAt` and `why`: the first place at which the chain breaks, null while it holds.
 */
export type AuditReport = {
  readonly ok: boolean
  readonly rows: number
  readonly unsealed: number
  readonly head: string | null
  readonly brokenAt: number | null
  readonly why: string | null
}

/** `audit verify`: whether the log of deeds is as it was written. Exit status 1 when it is not. */
export function register(program: Command, io: Io): void {
  const group = program.command('audit').description('the log of what was done by whom')
  group
    .command('verify')
    .description('check the chain of the whole log')
    .option('--json', 'print as JSON')
    .action((flags: { json?: boolean }) => verify(io, flags))
}

async function verify(io: Io, flags: { json?: boolean }): Promise<void> {
  const report = await io.withDatabase(readAudit)
  io.print(flags, report, () =>
    [
      ...(report.ok
        ? [`The log is as it was written: ${report.rows} sealed ${report.rows === 1 ? 'row' : 'rows'}.`]
        : []),
      ...(report.unsealed === 0 ? [] : [notSealed(report.unsealed)]),
      ...(report.head === null ? [] : [`Head, to be noted elsewhere: ${report.head}`]),
    ].join('\n'),
  )
  if (!report.ok) io.fail(`the log was tampered with at row ${report.brokenAt}: ${report.why}`)
}

const notSealed = (rows: number) =>
  `${rows} ${rows === 1 ? 'row is' : 'rows are'} not sealed yet: the running server does that.`

/** Verifies the log. Reads all of it, in pages. */
export async function readAudit(db: Db): Promise<AuditReport> {
  const [{ verifyAudit }, { headKey }] = await Promise.all([
    import('../../audit/verify.ts'),
    import('../../audit/chain.ts'),
  ])
  const verified = await verifyAudit(db)
  const [unsealed, stored] = await Promise.all([
    db.audit.count({ where: { seq: null } }),
    db.setting.findUnique({ where: { key: headKey } }),
  ])
  return {
    ok: verified.ok,
    rows: verified.ok ? verified.rows : Math.max(0, verified.seq - 1),
    unsealed,
    head: stored?.value ?? null,
    brokenAt: verified.ok ? null : verified.seq,
    why: verified.ok ? null : verified.why,
  }
}
