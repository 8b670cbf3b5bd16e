import { expect, it } from 'vitest'
import type { Message } from '../../src/contract/message.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { sheet } from '../imports/write-files.ts'
import { zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const imported = async (...lines: string[]) => {
  const report = await importVisits(committee.db, sheet('v.csv', ...lines), {
    now: committee.now(),
    zone,
    actor: 'cli',
  })
  expect(report).toMatchObject({ problems: [], imported: true })
}
type Told = { readonly user: string; readonly text: string; readonly rows: readonly string[] }

/** What went out since the last call: to whom, its text, and the rows of its table. */
async function told(): Promise<readonly Told[]> {
  const calls = await committee.deliver()
  return calls.flatMap((call) =>
    call.what === 'send' ? [{ user: call.to.user, text: call.message.text, rows: rowsOf(call.message) }] : [],
  )
}
const rowsOf = (message: Message) =>
  (message.blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' | ')) : []))
const to = (all: readonly Told[], user: string) => all.filter((one) => one.user === user)

const head = 'visit,team,unit,starts,place'
const three = [
  head,
  'KT-1,1,Bộ Y tế,2020-07-06T08:00,Hà Nội',
  'KT-2,1,Phú Thọ,2020-07-02T08:00,',
  'KT-3,2,Sơn La,2020-07-07T08:00,',
  'KT-4,2,Lào Cai,,',
] as const

it('tells everybody on the teams once, of all their visits in the order of their days', async () => {
  await imported(...three)
  const all = await told()
  expect(all.map((one) => one.user).sort()).toEqual(['sample-td1', 'sample-td2', 'sample-tvd1', 'sample-tvd2'])
  expect(to(all, 'sample-td1')).toEqual([
    {
      user: 'sample-td1',
      text: 'Lịch kiểm tra mới cập nhật: 2 chuyến mới.',
      rows: [
        'KT-2 | Phú Thọ | Đoàn công tác số 1 | Thứ Năm, 02/07/2020, 08:00 | mới',
        'KT-1 | Bộ Y tế | Đoàn công tác số 1 | Thứ Hai, 06/07/2020, 08:00 | mới',
      ],
    },
  ])
  await imported(...three)
  expect(await told()).toEqual([])
})

it('says what changed from what, and no more than that it is gone to a team that has lost a visit', async () => {
  await imported(...three)
  await told()
  committee.setClock('2020-06-17T09:00')
  await imported(
    'visit,team,unit,starts,place,state',
    'KT-1,2,Bộ Y tế,2020-07-06T08:00,Kín,',
    'KT-2,1,Phú Thọ,2020-07-03T08:00,UBND,',
    'KT-3,2,Sơn La,2020-07-07T08:00,,cancelled',
    'KT-4,2,Lào Cai,2020-07-09T08:00,,',
  )
  const all = await told()
  expect(to(all, 'sample-td1')[0]).toMatchObject({
    text: 'Lịch kiểm tra mới cập nhật: 2 chuyến thay đổi.',
    rows: [
      'KT-2 | Phú Thọ | Đoàn công tác số 1 | Thứ Sáu, 03/07/2020, 08:00 | Thời gian trước đây: Thứ Năm, 02/07/2020, 08:00; Địa điểm: UBND (trước đây: chưa nêu)',
      'KT-1 | Bộ Y tế |  |  | không còn là chuyến của Đoàn công tác số 1',
    ],
  })
  expect(JSON.stringify(to(all, 'sample-td1'))).not.toContain('Kín')
  // What another team had is new to this one.
  expect(to(all, 'sample-td2')[0]?.text).toBe(
    'Lịch kiểm tra mới cập nhật: 1 chuyến mới, 1 chuyến thay đổi, 1 chuyến bị hủy.',
  )
  expect(all).toHaveLength(4)
})

it('leaves out what has changed again before it goes, and the notification of that tells it from what was known', async () => {
  await imported(...three)
  committee.setClock('2020-06-17T09:00')
  await imported(head, 'KT-2,1,Phú Thọ,2020-07-03T08:00,')
  const all = to(await told(), 'sample-td1')
  expect(all).toHaveLength(2)
  expect(all[0]?.rows).toEqual(['KT-1 | Bộ Y tế | Đoàn công tác số 1 | Thứ Hai, 06/07/2020, 08:00 | mới'])
  expect(all[1]?.text).toContain('có chuyến kiểm tra mới: Phú Thọ')

  committee.setClock('2020-06-18T09:00')
  await imported(head, 'KT-1,1,Bộ Y tế,2020-07-10T08:00,Hà Nội')
  expect(to(await told(), 'sample-td1').map((one) => one.text)).toEqual([
    expect.stringContaining('Lịch kiểm tra Bộ Y tế (KT-1) đã thay đổi'),
  ])
})

it('does not tell again what a visit’s own notification has told with what came later', async () => {
  await imported(head, 'KT-1,1,Bộ Y tế,2020-07-06T08:00,')
  committee.setClock('2020-06-17T09:00')
  await imported(head, 'KT-1,1,Bộ Y tế,2020-07-07T08:00,', 'KT-2,1,Phú Thọ,2020-07-02T08:00,')
  committee.setClock('2020-06-17T09:05')
  const all = to(await told(), 'sample-td1')
  expect(all.map((one) => one.rows)).toEqual([
    [],
    ['KT-2 | Phú Thọ | Đoàn công tác số 1 | Thứ Năm, 02/07/2020, 08:00 | mới'],
  ])
  expect(all[0]?.text).toContain('07/07/2020')
})
