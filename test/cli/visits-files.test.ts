import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { json, keysOf, terminal } from './terminal.ts'

let base: TestDatabase
let folder: string
beforeEach(async () => {
  base = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-files-'))
  const plan = fileURLToPath(new URL('../../src/imports/sample/plan-2020.json', import.meta.url))
  expect((await run(['import', 'plan', plan])).status).toBe(0)
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

const run = (args: readonly string[]) => terminal(base.url, new Date('2020-06-16T07:00:00Z'))(args)
const path = (name: string) => join(folder, name)
const file = (name: string, ...lines: string[]) => {
  writeFileSync(path(name), `${lines.join('\n')}\n`)
  return path(name)
}
const visits = () =>
  file(
    'visits.csv',
    'team,unit,starts,note',
    // As a spreadsheet keeps a text that begins like a formula.
    `3,BYT,2020-06-20T08:00,"'=cmd, hai`,
    'dòng"',
    '3,UBND tỉnh Lào Cai,,',
    '4,Phú Thọ,2020-06-23T08:00,',
  )

describe('import visits', () => {
  it('shows conflicts as warnings before anything is stored, and forbids nothing', async () => {
    const { status, out, err } = await run(['import', 'visits', visits(), '--dry-run'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^visits\.csv: 3 rows: 3 new, .*dry run, nothing stored\)$/m)
    expect(out).toMatch(/^Warnings \(\d+\)/m)
    expect(out).toMatch(/^2 +unit +BYT +Saturday, 20 June 2020/m)
    expect(await base.db.visit.count()).toBe(0)
    const report = json((await run(['import', 'visits', visits(), '--json'])).out)
    expect(report).toMatchObject({ created: 3, imported: true, problems: [] })
    expect(keysOf(report)).toContain('warnings')
    expect(await base.db.visit.count()).toBe(3)
  })
})

describe('export visits', () => {
  it.each(['csv', 'xlsx'])('writes %s that the import takes back without a change', async (kind) => {
    await run(['import', 'visits', visits()])
    const out = path(`out.${kind}`)
    expect(await run(['export', 'visits', out])).toEqual({ status: 0, out: `out.${kind}: 3 visits written\n`, err: '' })
    const { out: told } = await run(['import', 'visits', out, '--json'])
    expect(json(told)).toMatchObject({ unchanged: 3, created: 0, updated: 0, unknownColumns: [], warnings: [] })
    expect(await base.db.visitVersion.count()).toBe(3)
  })

  it('is UTF-8 with a byte order mark, a code in front and nothing that is a formula', async () => {
    await run(['import', 'visits', visits()])
    await run(['export', 'visits', path('out.csv'), '--team', '3', '--year', '2020'])
    expect(readFileSync(path('out.csv'), 'utf8')).toBe(
      [
        '\uFEFFChuyến,Đoàn,Đơn vị,Bắt đầu,Kết thúc,Địa điểm,Ghi chú,Trạng thái,Báo cáo,Năm',
        `KT-1,3,Bộ Y tế,2020-06-20T08:00,,,"'=cmd, hai\ndòng",dự kiến,,2020`,
        'KT-2,3,Lào Cai,,,,,dự kiến,,2020',
        '',
      ].join('\r\n'),
    )
  })

  it('refuses in one line another kind of file, a file that is there, and a team that is none; what is no year is wrong usage', async () => {
    file('there.csv', 'mine')
    for (const [args, line] of [
      [['out.pdf'], /ends in \.csv or \.xlsx/],
      [[path('there.csv')], /there already; write over it with --force/],
      [[path('no/out.csv')], /no such folder/],
      [[path('out.csv'), '--team', '99'], /--team: there is no such team: 99/],
    ] as const) {
      const { status, out, err } = await run(['export', 'visits', ...args])
      expect({ status, out }).toEqual({ status: 1, out: '' })
      expect(err).toMatch(line)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect(readFileSync(path('there.csv'), 'utf8')).toBe('mine\n')
    expect(await run(['export', 'visits', path('out.csv'), '--year', 'MMXX'])).toMatchObject({ status: 2, out: '' })
    const { status, out } = await run(['export', 'visits', path('there.csv'), '--force', '--json'])
    expect({ status, report: json(out) }).toEqual({ status: 0, report: { file: 'there.csv', kind: 'visits', rows: 0 } })
  })
})

it('import units takes the file of successors, and its help names every column', async () => {
  const successors = fileURLToPath(new URL('../../src/plan/units/successors-2025.csv', import.meta.url))
  const { status, out } = await run(['import', 'units', successors, '--json'])
  expect({ status, report: json(out) }).toMatchObject({
    status: 0,
    report: { kind: 'units', created: 6, problems: [] },
  })
  expect((await run(['import', 'units', '--help'])).out).toMatch(/short_names.*from.*to.*successor.*source/s)
  expect((await run(['import', 'visits', '--help'])).out).toMatch(/visit.*starts.*state.*report.*year/s)
})
