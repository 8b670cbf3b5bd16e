import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findTeams, numberOfTeam } from '../../src/imports/people/find-team.ts'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { importTeams } from '../../src/imports/people/import-teams.ts'
import { readCsv } from '../../src/imports/sheets/read-csv.ts'
import type { ImportOptions, ImportReport } from '../../src/imports/sheets/report.ts'
import { vocabularyOf } from '../../src/imports/sheets/vocabulary.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const csv = (subject: 'people' | 'teams', lines: readonly string[]) =>
  readCsv('a.csv', new TextEncoder().encode(`${lines.join('\n')}\n`), { vocabulary: vocabularyOf(subject) })
const people = (lines: readonly string[], more: Partial<ImportOptions> = {}) =>
  importPeople(base.db, csv('people', lines), { ...options, ...more })
const teams = (...lines: string[]) => importTeams(base.db, csv('teams', lines), options)
const told = (report: ImportReport) => report.problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`)

describe('people without keys', () => {
  const header = 'Họ và tên;Đơn vị;Thư điện tử;Vai trò'
  const keys = async () => (await base.db.person.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)

  it('are who has their address, whatever their key, else get one that is made of it', async () => {
    await people(['key;name;role;email', 'M-1;A;member;a@btc.gov.vn'])
    const rows = [header, 'A mới;Bộ Tài chính;A@btc.gov.vn;thành viên', 'B;Bộ Y tế;van.b@byt.gov.vn;thành viên']
    expect(await people(rows)).toMatchObject({ problems: [], created: 1, updated: 1 })
    expect(await keys()).toEqual(['M-1', 'van.b.byt'])
    expect(await people(rows)).toMatchObject({ problems: [], unchanged: 2 })
  })

  it('are asked about where they may be somebody who is known, or nothing tells them again', async () => {
    await people([
      'key;name;role;email;organisation',
      'M-1;Nguyễn Văn A;member;a@btc.gov.vn;Bộ Tài chính',
      'c.byt;C;member;c@elsewhere.vn;',
    ])
    const report = await people([
      header,
      'NGUYỄN VĂN A;bộ tài chính;a2@gmail.com;member',
      'D;Bộ Y tế;;member',
      'E;Bộ Y tế;c@byt.gov.vn;member',
      'F;Bộ Y tế;no address;member',
    ])
    expect(told(report)).toEqual([
      '2 name: may be "M-1", of the same name and organisation; add a column "Mã" (key) and write the key',
      '3 name: has no key, and no e-mail address that one could be made of; add a column "Mã" (key) and write the key',
      '4 email: would be "c.byt", who has another address; add a column "Mã" (key) and write the key',
      '5 email: is not an e-mail address',
    ])
    expect(await keys()).toEqual(['M-1', 'c.byt'])
  })
})

describe('somebody with several rows', () => {
  const header = 'Mã;Họ và tên;Vai trò;Từ ngày;Đến ngày'
  const roles = async () =>
    (await base.db.role.findMany({ orderBy: { fromDay: 'asc' } })).map(
      (one) => `${one.role} ${one.fromDay} ${one.toDay}`,
    )

  it('has the roles of each, and keeps them when the file comes again', async () => {
    const rows = [header, 'M-1;A;thành viên;01/01/2020;31/03/2020', 'M-1;A;thành viên;01/05/2020;', 'M-1;A;Chủ tịch;;']
    expect(await people(rows)).toMatchObject({ problems: [], created: 3 })
    const held = ['member 2020-01-01 2020-03-31', 'member 2020-05-01 null', 'chair 2020-06-16 null']
    expect(await roles()).toEqual(held)
    expect(await people(rows)).toMatchObject({ problems: [], unchanged: 3, updated: 0, ended: 0 })
    expect(await people([header, ...rows.slice(1).toReversed()])).toMatchObject({ problems: [], unchanged: 3 })
    expect(await roles()).toEqual(held)
  })

  it('is bad in each where they differ in more than the roles, or a role stands twice for a day', async () => {
    const both = /^stands in several rows: 2, 3$/
    for (const rows of [
      ['M-1;A;member;;', 'M-1;B;chair;;'],
      ['M-1;A;member;01/01/2020;31/03/2020', 'M-1;A;member;31/03/2020;'],
    ])
      expect(await people([header, ...rows])).toMatchObject({
        problems: [
          { row: 2, column: 'key', reason: expect.stringMatching(both) },
          { row: 3, column: 'key', reason: expect.stringMatching(both) },
        ],
      })
  })

  it('loses no role because a row of theirs is bad and left out', async () => {
    await people([header, 'M-1;A;member;01/01/2020;', 'M-1;A;chair;01/01/2020;'])
    const half = [header, 'M-1;A;member;01/01/2020;', 'M-1;A;chair;32/01/2020;', 'M-2;B;member;;']
    const report = await people(half, { skipBad: true })
    expect(told(report)).toEqual([
      '2 key: is the person of row 3, which is bad',
      '3 from: is not a day: write 2020-06-08 or 08/06/2020',
    ])
    expect(report).toMatchObject({ created: 1, ended: 0 })
  })
})

describe('a roster of a team', () => {
  beforeEach(async () => {
    await people([
      'key;name;role;email;organisation',
      'M-1;Nguyễn Văn An;member;an@btc.gov.vn;Bộ Tài chính',
      'M-2;Nguyễn Văn Ân;member;;Bộ Y tế',
      'M-3;Trần Bình;member;;Bộ Y tế',
      'M-4;Trần Bình;member;;Bộ Công an',
    ])
  })
  const duties = async () =>
    (await base.db.duty.findMany({ include: { team: true, person: true } }))
      .map(({ team, person, duty }) => `${team.key} ${team.name}: ${person.key} ${duty}`)
      .toSorted()

  it('calls people by name with a form of address, by address or by key, and teams as they are called', async () => {
    const rows = [
      'Đoàn;Họ và tên;Nhiệm vụ',
      'Đoàn công tác số 3;Ông Nguyễn Văn An;Trưởng đoàn',
      'Đoàn công tác số 3;Đ/c Nguyễn Văn Ân;Thành viên',
      'Đoàn công tác số 3;m-4@none;thành viên',
    ]
    expect(told(await teams(...rows))).toEqual([
      '4 person: no person has this key, name or e-mail address; import the people first',
    ])
    expect(await teams(...rows.slice(0, 3), 'ĐCT 3;M-4;Ủy viên')).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ reason: expect.stringContaining('several names') })]),
    })
    expect(await teams(...rows.slice(0, 3), '3;M-4;Ủy viên')).toMatchObject({ problems: [], created: 3 })
    expect(await duties()).toEqual([
      '3 Đoàn công tác số 3: M-1 leader',
      '3 Đoàn công tác số 3: M-2 member',
      '3 Đoàn công tác số 3: M-4 member',
    ])
    const again = await teams(...rows.slice(0, 3), 'đoàn 3;M-4;Ủy viên')
    expect(again).toMatchObject({ problems: [], unchanged: 3, updated: 0, ended: 0 })
  })

  it('with a name that two bear is asked about, and so is a key beside another name', async () => {
    expect(told(await teams('Đoàn;Tên đoàn;Họ và tên;Nhiệm vụ', '3;Đoàn 3;Trần Bình;thành viên'))).toEqual([
      '2 person: is the name of several: M-3 (Bộ Y tế), M-4 (Bộ Công an); write the key',
    ])
    expect(told(await teams('Đoàn;Tên đoàn;Mã;Họ và tên;Nhiệm vụ', '3;Đoàn 3;M-1;Trần Bình;thành viên'))).toEqual([
      '2 person_name: is another name than that of "M-1", Nguyễn Văn An: which of them is meant?',
    ])
  })

  it('with a duty that is not known is told which there are', async () => {
    expect(told(await teams('Đoàn;Tên đoàn;Mã;Nhiệm vụ', '3;Đoàn 3;M-1;Phó trưởng đoàn'))).toEqual([
      '2 duty: is neither leader nor member; write trưởng đoàn (leader), thành viên (member)',
    ])
  })
})

it('a team is found by key, name or number, and never where two are called so', () => {
  const found = findTeams([
    { key: '3', name: 'Đoàn công tác số 3' },
    { key: 'x', name: 'Đoàn đặc biệt' },
    { key: 'y', name: 'Đoàn Y' },
    { key: 'z', name: 'đoàn y' },
  ])
  expect(['3', 'doan cong tac so 3', 'Đoàn 03', 'ĐCT số 3', 'Inspection team 3', 'team no. 3'].map(found)).toEqual(
    Array.from({ length: 6 }, () => '3'),
  )
  expect(['doan dac biet', 'Đoàn Y', 'Đoàn 4', 'đoàn'].map(found)).toEqual(['x', undefined, undefined, undefined])
  expect(['Đoàn công tác số 12', '3', 'Đoàn 3A'].map(numberOfTeam)).toEqual(['12', undefined, undefined])
})
