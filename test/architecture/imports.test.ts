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
  ['src/contract/a.ts', "import { Db } from '../database/db.ts'", 'contract is the seam'],
  ['src/contract/b.ts', "import { parse } from 'csv-parse/sync'", 'contract is the seam'],
  ['src/contract/c.ts', "import { readFileSync } from 'node:fs'", 'contract is the seam'],
  ['src/contract/d.ts', "import { createServer } from 'node:http'", 'Types only'],
  ['src/contract/e.ts', "import x from './../context.ts'", 'contract is the seam'],
  ['src/contract/f.ts', "import { z } from 'zod'"],
  ['src/contract/g.ts', "import type { IncomingMessage, ServerResponse } from 'node:http'"],
  ['src/contract/h.ts', "import type { Address } from './address.ts'"],

  ['src/calendar/a.ts', "import type { Db } from '../database/db.ts'", 'calendar is pure'],
  ['src/calendar/b.ts', "import { readFileSync } from 'node:fs'", 'calendar is pure'],
  ['src/calendar/vietnam/c.ts', "import type { Context } from '../../context.ts'", 'calendar is pure'],
  ['src/calendar/d.ts', "export * from '../texts/vi.ts'", 'calendar is pure'],
  ['src/calendar/e.ts', "const x = await import('../audit/record.ts')", 'calendar is pure'],
  ['src/calendar/vietnam/f.ts', "import type { Day } from '../calendar.ts'"],
  ['src/calendar/g.ts', "import { Temporal } from 'temporal-polyfill'"],

  ['src/nudges/ladder/due.ts', "import type { Db } from '../../database/db.ts'", 'visit-steps.ts are pure'],
  ['src/nudges/visits/visit-steps.ts', "import { covers } from '../../visits/visits.ts'", 'visit-steps.ts are pure'],
  ['src/nudges/a.ts', "import type { Db } from '../database/db.ts'"],
  ['src/nudges/ladder/b.ts', "import { loadRound } from '../../opinions/rounds/rounds.ts'"],
  ['src/nudges/c.ts', "import { showItem } from '../plan/show-plan.ts'"],
  ['src/nudges/digest/d.ts', "import { visits } from '../visits/visit-team.ts'"],
  [
    'src/nudges/digest/f.ts',
    "import { showHome } from '../../requests/home/show-home.ts'",
    'nudges reads opinions, plan and visits',
  ],
  [
    'src/nudges/e.ts',
    "import { showHome } from '../requests/home/show-home.ts'",
    'nudges reads opinions, plan and visits',
  ],
  ['src/documents/a.ts', "import { phase } from '../opinions/rounds/phase.ts'", 'never the other way round'],
  [
    'src/opinions/remarks/a.ts',
    "import { readRecord } from '../../record/read-record.ts'",
    'never the other way round',
  ],
  [
    'src/opinions/remarks/cards/c.ts',
    "import { due } from '../../../nudges/ladder/due.ts'",
    'never the other way round',
  ],
  ['src/opinions/remarks/b.ts', "import { loadRound } from '../rounds/rounds.ts'"],
  ['src/opinions/boards/r.ts', "import { place } from '../remarks/remark-place.ts'", 'read from opinions'],
  ['src/opinions/a.ts', "import { due } from '../nudges/ladder/due.ts'", 'never the other way round'],
  ['src/opinions/cards/b.ts', "import { due } from '../../nudges/ladder/due.ts'", 'never the other way round'],
  ['src/opinions/c.ts', "import { showItem } from '../plan/show-plan.ts'", 'never the other way round'],
  ['src/plan/a.ts', "import type { Due } from '../nudges/ladder/due.ts'", 'never the other way round'],
  ['src/plan/i.ts', "import { phase } from '../opinions/rounds/phase.ts'"],
  ['src/plan/units/j.ts', "import { spanOf } from '../../visits/visits.ts'", 'never the other way round'],
  ['src/visits/a.ts', "import { loadRound } from '../opinions/rounds/rounds.ts'", 'opinions stand beside them'],
  [
    'src/visits/changes/b.ts',
    "import { readTeam } from '../../inspection-teams/read-team.ts'",
    'never the other way round',
  ],
  [
    'src/inspection-teams/a.ts',
    "import { loadRound } from '../opinions/rounds/rounds.ts'",
    'never the other way round',
  ],
  ['src/inspection-teams/b.ts', "import { codeOf } from '../visits/visits.ts'"],
  ['src/files/b.ts', "import { loadRound } from '../opinions/rounds/rounds.ts'", 'what it is given'],
  ['src/desk/a.ts', "import { decide } from '../requests/use-cases.ts'", 'changes nothing'],
  ['src/desk/today/b.ts', "import { readBoard } from '../../opinions/boards/read-board.ts'"],
  ['src/record/a.ts', "import { due } from '../nudges/ladder/due.ts'", 'no subject reads record'],
  [
    'src/opinions/boards/z.ts',
    "import { layOutRecord } from '../../record/layout/layout.ts'",
    'never the other way round',
  ],
  [
    'src/record/layout/a.ts',
    "import { readBoard } from '../../opinions/boards/read-board.ts'",
    'layout of a record is pure',
  ],
  ['src/record/b.ts', "import { readBoard } from '../opinions/boards/read-board.ts'"],
  ['src/files/a.ts', "import type { Db } from '../database/db.ts'", 'what it is given'],
  ['src/requests/home/a.ts', "import { receive } from '../receive.ts'", 'does not load it'],
  ['src/requests/home/b.ts', "import { record } from '../../audit/record.ts'", 'does not load it'],
  [
    'src/imports/visits/a.ts',
    "import { loadRound } from '../../opinions/rounds/rounds.ts'",
    'without the rules of a subject',
  ],
  ['src/imports/visits/b.ts', "import { changeVisit } from '../../visits/changes/change-visit.ts'"],
  [
    'src/imports/sample/a.ts',
    "import { openRound } from '../../opinions/rounds/open-round.ts'",
    'without the rules of a subject',
  ],
  ['src/imports/sample/b.ts', "import { show } from '../../visits/schedule/show-visit.ts'", 'imported like any file'],
  ['src/outbox/a.ts', "import { opinionCard } from '../opinions/cards/opinion-card.ts'", 'knows none of them'],
  ['src/people/a.ts', "import { loadRound } from '../opinions/rounds/rounds.ts'", 'knows none of them'],
  ['src/audit/a.ts', "import { loadRound } from '../opinions/rounds/rounds.ts'", 'knows none of them'],
  ['src/conversation/a.ts', "import { loadRound } from '../opinions/rounds/rounds.ts'", 'knows none of them'],
  ['src/database/a.ts', "import { record } from '../audit/record.ts'", 'database knows no subject'],
  ['src/texts/a.ts', "import type { Actor } from '../people/actor.ts'", 'texts reads contract'],
  ['src/texts/vi/a.ts', "import type { Actor } from '../../people/actor.ts'", 'texts reads contract'],
  ['src/understand/a.ts', "import type { Actor } from '../people/actor.ts'", 'understand reads contract'],
  ['src/understand/engine/a.ts', "import type { Actor } from '../../people/actor.ts'", 'understand reads contract'],
  ['src/understand/senses/a.ts', "import { vi } from '../../texts/vi.ts'", 'understand reads contract'],
  ['src/understand/choosing/a.ts', "import { vi } from '../../texts/vi.ts'", 'understand reads contract'],
  ['src/understand/likeness/a.ts', "import { SENSES } from '../senses/senses.ts'", 'knows no sense'],
  ['src/understand/names/a.ts', "import { fitOf } from '../engine/fit.ts'", 'names are found'],
  ['src/understand/words/a.ts', "import { fold } from '../../texts/fold.ts'", 'words are data'],
  ['src/understand/words/concepts/a.ts', "import { fold } from '../../../texts/fold.ts'", 'concepts are data'],
  ['src/understand/words/opinions/a.ts', "import { fold } from '../../../texts/fold.ts'", 'words of opinions are data'],
  ['src/understand/moments/a.ts', "import { lineOf } from '../names/line.ts'", 'moments reads days'],
  ['src/understand/names/b.ts', "import { shortNamesOf } from '../../plan/units/short-names.ts'"],

  // A folder that nobody has thought of yet.
  ['src/answers/a.ts', "import type { Db } from '../database/db.ts'", 'without a row of its own'],
  ['src/answers/versions/b.ts', "import { put } from '../../outbox/put.ts'", 'without a row of its own'],
  ['src/answers/c.ts', "import type { Context } from '../context.ts'"],
  ['src/answers/versions/d.ts', "import { size } from '../files/size.ts'"],

  ['src/opinions/d.ts', "import { adapters } from '../../adapters/index.ts'", 'Only main.ts and cli.ts load platforms'],
  [
    'src/server/b.ts',
    "import { createWeb } from '../../adapters/web/index.ts'",
    'Only main.ts and cli.ts load platforms',
  ],
  ['src/cli/a.ts', "import { adapters } from '../../adapters/index.ts'", 'Only main.ts and cli.ts load platforms'],
  ['src/outbox/b.ts', "import { WebClient } from '@slack/web-api'", 'Only main.ts and cli.ts load platforms'],
  ['src/main.ts', "import { adapters } from '../adapters/index.ts'"],
  ['src/cli.ts', "import { adapters } from '../adapters/index.ts'"],
  ['src/opinions/e.ts', "import { PrismaClient } from '@prisma/client'", 'Only database knows'],
  ['src/audit/b.ts', "import pg from 'pg'", 'Only database knows'],
  ['src/database/b.ts', "import pg from 'pg'"],
  ['src/opinions/f.ts', "import { readConfig } from '../server/config.ts'", 'never the other way round'],
  ['src/requests/a.ts', "import { start } from '../server/start.ts'", 'handed down'],
  ['src/requests/b.ts', "import { run } from '../cli.ts'", 'handed down'],
  ['src/server/c.ts', "import { run } from '../cli/run.ts'", 'handed down'],
  ['src/outbox/delivery/c.ts', "const x = await import('../../server/listen-on.ts')", 'knows none of them'],

  ['adapters/slack/a.ts', "import { sign } from '../msteams/token.ts'", 'An adapter speaks contract'],
  [
    'adapters/slack/b.ts',
    "import { loadRound } from '../../src/opinions/rounds/rounds.ts'",
    'An adapter speaks contract',
  ],
  [
    'adapters/slack/outgoing/c.ts',
    "import type { Db } from '../../../src/database/db.ts'",
    'An adapter speaks contract',
  ],
  ['adapters/slack/d.ts', "import x from './../msteams/token.ts'", 'An adapter speaks contract'],
  ['adapters/slack/e.ts', "import { WebClient } from '@slack/web-api'"],
  ['adapters/slack/drawing/f.ts', "import type { Message } from '../../../src/contract/message.ts'"],
  ['adapters/slack/drawing/g.ts', "import { once } from '../incoming/once.ts'"],
  ['adapters/slack/drawing/h.ts', "import { readBody } from '../../shared/read-body.ts'"],
  ['adapters/slack/drawing/i.ts', "import { sign } from '../../msteams/token.ts'", 'An adapter speaks contract'],
  ['adapters/shared/a.ts', "import { sign } from '../msteams/token.ts'", 'What adapters share'],
  ['adapters/shared/b.ts', "import type { Message } from '../../src/contract/message.ts'"],
  ['adapters/msteams/a.ts', "import { PrismaClient } from '@prisma/client'", 'An adapter stores nothing'],
  ['adapters/msteams/b.ts', "import { App } from '@slack/bolt'", 'stay in adapters/slack'],
  ['adapters/zulip/a.ts', "import { TurnContext } from 'botbuilder'", 'stay in adapters/msteams'],
  ['adapters/zulip/b.ts', "import zulip from 'zulip-js'"],
  ['adapters/a.ts', "import { receive } from '../src/requests/receive.ts'", 'loads platforms by name'],
  ['adapters/web/page/a.js', "import { z } from 'zod'", 'The page goes to browsers'],
  ['adapters/web/page/b.js', "import { frame } from './frame.js'"],
  ['adapters/web/page/reader/a.js', "import { z } from 'zod'", 'The page goes to browsers'],
  ['adapters/web/page/reader/b.js', "import { el } from '../dom.js'"],
  ['adapters/web/page/reader/c.js', "import { web } from '../../index.js'", 'The page goes to browsers'],

  ['src/opinions/h.ts', "type X = import('../nudges/ladder/due.ts').Due", 'Write `import type`'],

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

  ['src/inspection-teams/words-a.ts', "export const said = 'Ghi chú'", 'stand in src/texts'],
  ['src/visits/cards/words-b.ts', 'export const said = `chuyến`', 'stand in src/texts'],
  ['src/texts/vi/words-c.ts', "export const said = 'Ghi chú'"],
  ['src/inspection-teams/words-d.ts', "export const said = 'KT-' // Ghi chú"],

  ['src/cli/c.ts', "import { writeFile } from 'node:fs/promises'", 'Write files through'],
  ['src/cli/d.ts', "import { readFileSync, mkdirSync } from 'node:fs'", 'Write files through'],
  ['src/cli/e.ts', "import fs from 'node:fs'", 'Write files through'],
  ['adapters/web/b.ts', "const x = await import('node:fs')", 'Write files through'],
  ['src/cli/f.ts', "import { readFileSync, statSync } from 'node:fs'"],
  ['src/files/private-files.ts', "import { mkdirSync } from 'node:fs'"],

  // A circle is refused at both of its files, types alone or not.
  ['src/requests/home/circle-a.ts', "import type { B } from './circle-b.ts'\nexport type A = B", 'part of a cycle'],
  ['src/requests/home/circle-b.ts', "import type { A } from './circle-a.ts'\nexport type B = A", 'part of a cycle'],
]

/** The rules of who may import what and who reads what; the rest of the linter has no say here. */
const rules = new Set([
  'plugin',
  'lint/style/noRestrictedImports',
  'lint/style/noProcessEnv',
  'lint/suspicious/noImportCycles',
])

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
