import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))
const biome = join(root, 'node_modules/.bin/biome')

/** What `biome lint` finds: one entry a finding. */
const Findings = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
})

/** Place, line planted there, and a word of the reason it must be refused for; without a reason it must pass. */
const plants: readonly (readonly [string, string, string?])[] = [
  ['src/contract/a.ts', "import { Db } from '../database/open.ts'", 'contract is the seam'],
  ['src/contract/b.ts', "import { parse } from 'csv-parse/sync'", 'contract is the seam'],
  ['src/contract/c.ts', "import { readFileSync } from 'node:fs'", 'contract is the seam'],
  ['src/contract/d.ts', "import { createServer } from 'node:http'", 'Types only'],
  ['src/contract/e.ts', "import x from './../refusal.ts'", 'contract is the seam'],
  ['src/contract/f.ts', "import { z } from 'zod'"],
  ['src/contract/g.ts', "import type { IncomingMessage, ServerResponse } from 'node:http'"],
  ['src/contract/h.ts', "import type { Address } from './address.ts'"],

  ['src/calendar/a.ts', "import type { Db } from '../database/open.ts'", 'calendar is pure'],
  ['src/calendar/b.ts', "import { readFileSync } from 'node:fs'", 'calendar is pure'],
  ['src/calendar/vietnam/c.ts', "import type { Context } from '../../context.ts'", 'calendar is pure'],
  ['src/calendar/d.ts', "export * from '../texts/vi.ts'", 'calendar is pure'],
  ['src/calendar/e.ts', "const x = await import('../audit/record.ts')", 'calendar is pure'],
  ['src/calendar/vietnam/f.ts', "import type { Day } from '../calendar.ts'"],
  ['src/calendar/g.ts', "import { Temporal } from 'temporal-polyfill'"],

  ['src/nudges/ladder/due.ts', "import type { Db } from '../database/open.ts'", 'visit-steps.ts are pure'],
  ['src/nudges/visits/visit-steps.ts', "import { covers } from '../teams/visits.ts'", 'visit-steps.ts are pure'],
  ['src/nudges/a.ts', "import type { Db } from '../database/open.ts'"],
  ['src/nudges/b.ts', "import { loadRound } from '../opinions/rounds.ts'"],
  ['src/nudges/c.ts', "import { showItem } from '../plan/show-plan.ts'"],
  ['src/nudges/d.ts', "import { visits } from '../teams/visits.ts'"],
  ['src/nudges/e.ts', "import { showHome } from '../home/show-home.ts'", 'nudges reads opinions, plan and teams'],
  ['src/opinions/a.ts', "import { due } from '../nudges/due.ts'", 'never the other way round'],
  ['src/opinions/cards/b.ts', "import { due } from '../../nudges/due.ts'", 'never the other way round'],
  ['src/opinions/c.ts', "import { showItem } from '../plan/show-plan.ts'", 'never the other way round'],
  ['src/plan/a.ts', "import type { Due } from '../nudges/due.ts'", 'never the other way round'],
  ['src/plan/i.ts', "import { phase } from '../opinions/phase.ts'"],
  ['src/plan/j.ts', "import { spanOf } from '../teams/visits.ts'", 'never the other way round'],
  ['src/teams/a.ts', "import { loadRound } from '../opinions/rounds.ts'", 'never the other way round'],
  ['src/exports/a.ts', "import { loadRound } from '../opinions/rounds.ts'"],
  ['src/home/a.ts', "import { importPlan } from '../imports/import-plan.ts'", 'does not load it'],
  ['src/imports/a.ts', "import { loadRound } from '../opinions/rounds.ts'", 'without the rules of a subject'],
  ['src/imports/b.ts', "import { changeVisit } from '../teams/change-visit.ts'"],
  ['src/sample/a.ts', "import { openRound } from '../opinions/open-round.ts'", 'imported like any file'],
  ['src/outbox/a.ts', "import { opinionCard } from '../opinions/cards/opinion-card.ts'", 'knows none of them'],
  ['src/people/a.ts', "import { loadRound } from '../opinions/rounds.ts'", 'knows none of them'],
  ['src/audit/a.ts', "import { loadRound } from '../opinions/rounds.ts'", 'knows none of them'],
  ['src/forms/a.ts', "import { loadRound } from '../opinions/rounds.ts'", 'knows none of them'],
  ['src/database/a.ts', "import { record } from '../audit/record.ts'", 'database knows no subject'],
  ['src/texts/a.ts', "import type { Actor } from '../people/actor.ts'", 'texts reads contract'],
  ['src/texts/vi/a.ts', "import type { Actor } from '../../people/actor.ts'", 'texts reads contract'],
  ['src/understand/a.ts', "import type { Actor } from '../people/actor.ts'", 'understand reads contract'],
  ['src/understand/words/a.ts', "import { fold } from '../../texts/fold.ts'", 'words are data'],
  ['src/understand/b.ts', "import { shortNamesOf } from '../units/short-names.ts'"],

  ['src/opinions/d.ts', "import { adapters } from '../../adapters/index.ts'", 'Only main.ts and cli.ts load platforms'],
  ['src/requests/receive.ts', "import { createWeb } from '../adapters/web/index.ts'", 'Only main.ts and cli.ts load platforms'],
  ['src/cli/a.ts', "import { adapters } from '../../adapters/index.ts'", 'Only main.ts and cli.ts load platforms'],
  ['src/outbox/b.ts', "import { WebClient } from '@slack/web-api'", 'Only main.ts and cli.ts load platforms'],
  ['src/main.ts', "import { adapters } from '../adapters/index.ts'"],
  ['src/cli.ts', "import { adapters } from '../adapters/index.ts'"],
  ['src/opinions/e.ts', "import { PrismaClient } from '@prisma/client'", 'Only database knows'],
  ['src/audit/b.ts', "import pg from 'pg'", 'Only database knows'],
  ['src/database/b.ts', "import pg from 'pg'"],
  ['src/opinions/f.ts', "import { readConfig } from '../config.ts'", 'handed down'],
  ['src/opinions/cards/g.ts', "import { createApp } from '../../app.ts'", 'handed down'],
  ['src/opinions/i.ts', "import { start } from '../start.ts'", 'handed down'],
  ['src/outbox/c.ts', "const x = await import('../server/listen-on.ts')", 'handed down'],

  ['adapters/slack/a.ts', "import { sign } from '../teams/token.ts'", 'An adapter speaks contract'],
  ['adapters/slack/b.ts', "import { loadRound } from '../../src/opinions/rounds/rounds.ts'", 'An adapter speaks contract'],
  ['adapters/slack/c.ts', "import type { Db } from '../../src/database/open.ts'", 'An adapter speaks contract'],
  ['adapters/slack/d.ts', "import x from './../teams/token.ts'", 'An adapter speaks contract'],
  ['adapters/slack/e.ts', "import { WebClient } from '@slack/web-api'"],
  ['adapters/slack/f.ts', "import type { Message } from '../../src/contract/message.ts'"],
  ['adapters/teams/a.ts', "import { PrismaClient } from '@prisma/client'", 'An adapter stores nothing'],
  ['adapters/teams/b.ts', "import { App } from '@slack/bolt'", 'stay in adapters/slack'],
  ['adapters/zulip/a.ts', "import { TurnContext } from 'botbuilder'", 'stay in adapters/teams'],
  ['adapters/zulip/b.ts', "import zulip from 'zulip-js'"],
  ['adapters/a.ts', "import { createApp } from '../src/app.ts'", 'loads platforms by name'],
  ['adapters/web/page/a.js', "import { z } from 'zod'", 'The page goes to browsers'],
  ['adapters/web/page/b.js', "import { frame } from './frame.js'"],

  ['src/opinions/h.ts', "type X = import('../nudges/due.ts').Due", 'Write `import type`'],

  ['src/plan/b.ts', 'const x = process.env.HOME', 'process.env'],
  ['src/server/config.ts', 'const x = process.env', 'process.env'],
  ['adapters/web/a.ts', "const x = process['env']", 'process.env'],
  ['src/plan/c.ts', "import { env } from 'node:process'", 'Hand process.env on'],
  ['src/cli/b.ts', 'const { HOME } = process.env', 'Hand process.env on'],

  ['src/plan/d.ts', 'const x = new Date()', 'The clock enters'],
  ['src/plan/e.ts', 'const x = Date.now()', 'The clock enters'],
  ['src/plan/f.ts', 'const x = [1].map(Date.now)', 'The clock enters'],
  ['src/plan/g.ts', 'const x = new Date', 'The clock enters'],
  ['src/calendar/h.ts', 'const x = Temporal.Now.instant()', 'The clock enters'],
  ['src/server/schedule.ts', 'const x = Date.now', 'The clock enters'],
  ['src/plan/h.ts', 'const x = new Date(5)'],

  ['src/cli/c.ts', "import { writeFile } from 'node:fs/promises'", 'Write files through'],
  ['src/cli/d.ts', "import { readFileSync, mkdirSync } from 'node:fs'", 'Write files through'],
  ['src/cli/e.ts', "import fs from 'node:fs'", 'Write files through'],
  ['adapters/web/b.ts', "const x = await import('node:fs')", 'Write files through'],
  ['src/cli/f.ts', "import { readFileSync, statSync } from 'node:fs'"],
  ['src/files/private-files.ts', "import { mkdirSync } from 'node:fs'"],
]

/** The rules of who may import what and who reads what; the rest of the linter has no say here. */
const rules = new Set(['plugin', 'lint/style/noRestrictedImports', 'lint/style/noProcessEnv'])

let folder = ''
let planted: ReturnType<typeof lint>

beforeAll(() => {
  // The rules as they stand, on a tree of their own; only git, which is not there, is left out.
  folder = mkdtempSync(join(tmpdir(), 'dondoc-rules-'))
  const config: unknown = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...Object(config), vcs: { enabled: false } }))
  cpSync(join(root, '.ci/lint'), join(folder, '.ci/lint'), { recursive: true })
  for (const [place, line] of plants) {
    mkdirSync(dirname(join(folder, place)), { recursive: true })
    writeFileSync(join(folder, place), `${line}\n`)
  }
  planted = lint(folder, '.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(cwd: string, ...paths: string[]) {
  const run = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', ...paths], {
    cwd,
    encoding: 'utf8',
  })
  const { diagnostics } = Findings.parse(JSON.parse(run.stdout))
  const found = diagnostics.filter(({ category }) => rules.has(category))
  return { found: found.map(({ message, location }) => `${location.path}: ${message}`), status: run.status }
}

it.each(plants)('%s: %s', (place, _line, reason) => {
  const found = planted.found.filter((line) => line.startsWith(`${place}: `))
  if (reason === undefined) expect(found).toEqual([])
  else expect(found.join('\n')).toContain(reason)
})

it('a violation fails the lint', () => {
  expect(planted.status).not.toBe(0)
})

it('every row of the table has refused something here', () => {
  const table = readFileSync(join(root, '.ci/lint/imports.grit'), 'utf8')
  const reasons = [...table.matchAll(/\$why = "([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(reasons.length).toBeGreaterThan(20)
  for (const reason of reasons)
    expect(
      planted.found.some((line) => line.endsWith(reason)),
      reason,
    ).toBe(true)
})

it('the tree as it stands keeps the rules', () => {
  expect(lint(root, 'src', 'adapters').found).toEqual([])
})
