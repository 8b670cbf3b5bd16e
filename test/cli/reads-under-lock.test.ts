import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCommittee } from '../support/committee.ts'
import { fitLines, fitRow, recordTemplate } from '../support/record-template.ts'
import { terminal } from './terminal.ts'

/** Every command that stores nothing, as an operator types it. */
const reading = [
  'people list',
  'people unlinked',
  'people absences',
  'people delegations',
  'feed list',
  'outbox list',
  'audit verify',
  'nudge plan',
  'rehearse --from 2020-06-16 --to 2020-06-20',
  'status',
  'digest',
  'schedule',
  'overview --year 2020',
  'opinions ND-DLCN',
  'remind ND-DLCN --dry-run',
  'calendar check FOLDER/calendar.json',
  'calendar explain 2020-06-16',
  'calendar list',
  'understand status --as sample-dp1',
  'doctor',
  'import people FOLDER/people.csv --dry-run',
  'import teams FOLDER/teams.csv --dry-run',
  'import units FOLDER/units.csv --dry-run',
  'import visits FOLDER/new-visits.csv --dry-run',
  'import plan src/imports/sample/plan-2020.json --dry-run',
  'export people FOLDER/people-out.csv',
  'export teams FOLDER/teams-out.csv',
  'export units FOLDER/units-out.csv',
  'export visits FOLDER/visits.csv',
  'export plan FOLDER/plan-out.csv',
  'export record ND-DLCN --out FOLDER/table.docx',
  'record template check FOLDER/form.docx',
] as const

/** The others. An import reads only where it is a dry run. */
const changing = [
  ...['people', 'teams', 'units', 'visits', 'plan'].map((what) => `import ${what}`),
  'draft import',
  ...['link', 'invite', 'uninvite'].map((what) => `people ${what}`),
  ...['open', 'extend', 'close', 'reopen', 'withdraw'].map((what) => `round ${what}`),
  'nudge run',
  'remind',
  'outbox resolve',
  ...['make', 'revoke'].map((what) => `feed ${what}`),
]

/** Every command that the help names, by the words before its arguments. */
async function commands(run: ReturnType<typeof terminal>, of: readonly string[] = []): Promise<readonly string[]> {
  const { out } = await run([...of, '--help'])
  const names = [...(out.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name)
  const below = names.filter((name) => name !== 'help')
  if (below.length === 0) return [of.join(' ')]
  return (await Promise.all(below.map((name) => commands(run, [...of, name])))).flat()
}

it('every command is on one of the two lists', async () => {
  const all = await commands(terminal('file:/nowhere', new Date()))
  const isOf = (command: string) => (line: string) => line === command || line.startsWith(`${command} `)
  expect(all).toContain('people list')
  expect(all.filter((command) => ![...reading, ...changing].some(isOf(command)))).toEqual([])
})

// PostgreSQL has no lock of the whole database that a reader could wait for.
describe.skipIf(process.env.TEST_DATABASE_URL)('while another process holds the write lock', () => {
  let committee: Awaited<ReturnType<typeof openCommittee>>
  let holder: Sqlite.Database
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-locked-'))
    writeFileSync(join(folder, 'people.csv'), 'key,name,role\nan,An,member\n')
    writeFileSync(join(folder, 'teams.csv'), 'team,person,duty\n3,sample-tvd3,member\n')
    writeFileSync(join(folder, 'units.csv'), 'name,kind\nBộ Xây dựng,ministry\n')
    writeFileSync(join(folder, 'new-visits.csv'), 'visit,team,unit,starts\n,3,Phú Thọ,2020-06-23T08:00\n')
    writeFileSync(join(folder, 'form.docx'), await recordTemplate(fitLines, fitRow))
    writeFileSync(join(folder, 'calendar.json'), JSON.stringify({ extends: 'vn', version: 'ours-1', days: [] }))
    committee = await openCommittee()
    const opened = await terminal(
      committee.url,
      committee.now(),
    )(['round', 'open', 'ND-DLCN', '--due', '2020-06-30T17:00'])
    expect(opened).toMatchObject({ status: 0, err: '' })
    holder = new Sqlite(committee.url.slice('file:'.length))
    holder.exec('BEGIN IMMEDIATE')
  })
  afterAll(async () => {
    holder.exec('ROLLBACK')
    holder.close()
    await committee.drop()
    rmSync(folder, { recursive: true })
  })

  it.each(reading)('%s answers as it does without', async (command) => {
    const run = terminal(committee.url, committee.now())
    const { status, err } = await run(command.split(' ').map((word) => word.replace('FOLDER', folder)))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  it('nobody else can take it', () => {
    const other = new Sqlite(committee.url.slice('file:'.length), { timeout: 0 })
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked')
    other.close()
  })
})
