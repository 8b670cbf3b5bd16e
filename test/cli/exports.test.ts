import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { json, terminal } from './terminal.ts'

let base: TestDatabase
let folder: string
beforeEach(async () => {
  base = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-exports-'))
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

const now = new Date('2020-06-16T07:00:00Z')
const run = (args: readonly string[], db = base) => terminal(db.url, now)(args)
const path = (name: string) => join(folder, name)
const file = (name: string, ...lines: string[]) => {
  writeFileSync(path(name), `${lines.join('\n')}\n`)
  return path(name)
}

/** A committee with something of everything: roles that end and begin, both languages, duties, a merger, visits of each state. */
async function fill() {
  const plan = fileURLToPath(new URL('../../src/imports/sample/plan-2020.json', import.meta.url))
  const units = fileURLToPath(new URL('../../src/plan/units/successors-2025.csv', import.meta.url))
  const roster = file(
    'people.csv',
    'key,name,honorific,title,organisation,role,email,locale,time_zone,slack_team,slack_user,from,to',
    'an,Nguyễn Văn An,Đồng chí,Thứ trưởng,Bộ Y tế,member,an@byt.gov.vn,vi,,T0123456,U0123456,2020-01-01,2020-03-31',
    'an,Nguyễn Văn An,Đồng chí,Thứ trưởng,Bộ Y tế,member|coordinator,an@byt.gov.vn,vi,,T0123456,U0123456,2020-05-01,',
    `binh,"Trần, Bình",,"'+Vụ trưởng",'- Cục,chair|operator,,en,Europe/Brussels,,,,2020-12-31`,
    'chi,Lê Chi,Bà,,,team,,,,,,2020-07-01,',
  )
  const teams = file(
    'teams.csv',
    'team,name,person,duty,from,to',
    '3,Đoàn công tác số 3,an,leader,2020-01-01,2020-04-30',
    '3,Đoàn công tác số 3,binh,leader,2020-05-01,',
    '3,Đoàn công tác số 3,chi,member,,',
  )
  const visits = file(
    'visits.csv',
    'visit,team,unit,starts,ends,place,note,state,report,year',
    'KT-4,3,Bộ Y tế,2020-06-22T08:00,2020-06-22T11:30,Hà Nội,Mang theo,confirmed,,',
    ',3,Lào Cai,,,,,planned,,2020',
    ',4,Phú Thọ,2020-06-01T08:00,,,,done,Đạt,',
    ',4,Phú Thọ,2020-06-02T08:00,,,,cancelled,,',
  )
  for (const [kind, from] of [
    ['plan', plan],
    ['units', units],
    ['people', roster],
    ['teams', teams],
    ['visits', visits],
  ])
    expect(await run(['import', kind ?? '', from ?? ''])).toMatchObject({ status: 0, err: '' })
}

const kinds = ['people', 'teams', 'units', 'visits', 'plan'] as const
const forms = kinds.flatMap((kind) =>
  ['vi', 'en'].flatMap((language) => ['csv', 'xlsx'].map((ending) => [kind, language, ending] as const)),
)

/** All that imports write; the log of deeds grows with each that changes something. */
const everything = async (db: TestDatabase['db']) => ({
  people: await db.person.findMany({ orderBy: { key: 'asc' } }),
  roles: await db.role.findMany({ orderBy: { id: 'asc' } }),
  accounts: await db.account.findMany({ orderBy: { id: 'asc' } }),
  duties: await db.duty.findMany({ orderBy: { id: 'asc' } }),
  teams: await db.team.findMany({ orderBy: { key: 'asc' } }),
  units: await db.unit.findMany({ orderBy: { name: 'asc' } }),
  visits: await db.visit.findMany({ orderBy: { number: 'asc' } }),
  plans: await db.plan.findMany(),
  items: await db.workItem.findMany({ orderBy: { key: 'asc' } }),
  inspected: await db.planUnit.findMany({ orderBy: [{ planId: 'asc' }, { position: 'asc' }] }),
  deeds: await db.audit.count(),
})

describe('an export', () => {
  it('of everything, in either language and form, comes back without a change', async () => {
    await fill()
    const before = await everything(base.db)
    for (const [kind, language, ending] of forms) {
      const out = path(`${kind}-${language}.${ending}`)
      expect(await run(['export', kind, out, '--language', language])).toMatchObject({ status: 0, err: '' })
      const report = json((await run(['import', kind, out, '--json'])).out)
      expect([kind, language, ending, report]).toMatchObject([
        ...[kind, language, ending],
        { problems: [], created: 0, updated: 0, ended: 0, unknownColumns: [] },
      ])
    }
    expect(await everything(base.db)).toEqual(before)
  })

  it('fills an empty database with the same', async () => {
    await fill()
    const other = await openTestDatabase()
    try {
      for (const kind of ['plan', 'units', 'people', 'teams', 'visits']) {
        const out = path(`whole-${kind}.xlsx`)
        await run(['export', kind, out])
        expect(await run(['import', kind, out], other)).toMatchObject({ status: 0, err: '' })
      }
      for (const kind of kinds) {
        const [one, two] = [path(`one-${kind}.csv`), path(`two-${kind}.csv`)]
        await run(['export', kind, one])
        await run(['export', kind, two], other)
        expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'))
      }
    } finally {
      await other.drop()
    }
  })

  it("has headings and words in the committee's language, or in the one that is asked for", async () => {
    await fill()
    const lines = async (kind: string, ...flags: string[]) => {
      await run(['export', kind, path('out.csv'), '--force', ...flags])
      return readFileSync(path('out.csv'), 'utf8').replace('\uFEFF', '').split('\r\n')
    }
    expect((await lines('people')).slice(0, 2)).toEqual([
      'Mã,Họ và tên,Xưng hô,Chức vụ,Đơn vị,Vai trò,Thư điện tử,Ngôn ngữ,Múi giờ,slack_team,slack_user,msteams_tenant,msteams_user,Từ ngày,Đến ngày',
      'an,Nguyễn Văn An,Đồng chí,Thứ trưởng,Bộ Y tế,thành viên Ủy ban,an@byt.gov.vn,tiếng Việt,,T0123456,U0123456,,,2020-01-01,2020-03-31',
    ])
    expect((await lines('teams')).slice(0, 2)).toEqual([
      'Đoàn,Tên đoàn,Mã,Họ và tên,Nhiệm vụ,Từ ngày,Đến ngày',
      '3,Đoàn công tác số 3,an,Nguyễn Văn An,trưởng đoàn,2020-01-01,2020-04-30',
    ])
    expect((await lines('visits', '--language', 'en')).slice(0, 2)).toEqual([
      'Visit,Team,Unit,Starts,Ends,Place,Note,State,Report,Year',
      'KT-4,3,Bộ Y tế,2020-06-22T08:00,2020-06-22T11:30,Hà Nội,Mang theo,confirmed,,2020',
    ])
    expect((await lines('plan'))[4]).toMatch(/^nội dung công việc,ND-DLCN,nghị định,decree,.*,quý II\/2020,Bộ Công an,/)
  })

  it('says what such a file cannot tell of, and refuses a plan that is not there', async () => {
    await fill()
    await base.db.role.deleteMany({ where: { role: 'team' } })
    expect((await run(['export', 'people', path('p.csv')])).out).toBe(
      'p.csv: 3 rows written; left out: 1 who never held a role and cannot stand in such a file\n',
    )
    expect((await run(['export', 'teams', path('t.csv')])).out).toContain('left out: 10 on which nobody sits')
    expect(await run(['export', 'plan', path('x.csv'), '--year', '1999'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('there is no plan of 1999'),
    })
    expect(await run(['export', 'people', path('x.csv'), '--language', 'fr'])).toMatchObject({ status: 2 })
  })
})
