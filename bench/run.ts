import { parseArgs } from 'node:util'
import { measure, parts } from './measure.ts'
import { report } from './report.ts'

const usage = `npm run bench -- [--quick] [--json] [--only PART,PART] [--database sqlite|postgresql]

Parts: ratios (CPU a request against bare Bolt apps), stages (where the rest goes), mixed (50 requests a
second of all kinds), starts (cold start), rounds (a round opened for thousands of members), nudging (who is
due what, among 10,000 members in 20 rounds), fanout (a request to a thousand members on each of two platforms
that enforce their limits; what idling costs), schedules (an answer about
visits, with 26 of them and with 1,000), sealing (a backlog of audit lines), sentences (the
understanding of what is typed), documents (a
draft of 500 provisions read and searched; the consolidated table of 2,000 remarks, and who waits for it), pages (each
page with five years of data behind it).
PostgreSQL is used where BENCH_DATABASE_URL, or postgres@127.0.0.1:5432, may create databases; they are
dropped at the end. --quick takes about three minutes, the whole about fifteen. Figures go to stdout,
progress to stderr. Quote medians of ratios: everything else depends on the machine and what else it does.
`

function fail(words: string): never {
  process.stderr.write(`${words}\n\n${usage}`)
  process.exit(2)
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string', default: parts.join(',') },
        database: { type: 'string' },
      },
    })
    return values
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const given = readArguments()
if (given.help) {
  process.stdout.write(usage)
} else {
  const named = given.only.split(',')
  const wanted = parts.filter((part) => named.includes(part))
  if (wanted.length !== named.length) fail(`--only takes ${parts.join(', ')}`)
  if (given.database !== undefined && given.database !== 'sqlite' && given.database !== 'postgresql')
    fail('--database takes sqlite or postgresql')
  const figures = await measure(wanted, given.database, given.quick)
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  process.stdout.write(given.json ? `${JSON.stringify(figures, undefined, 2)}\n` : report(figures))
}
