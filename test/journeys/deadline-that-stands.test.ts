import { beforeEach, describe, expect, it } from 'vitest'
import { readUpcoming } from '../../src/nudges/quarter-watch/read-upcoming.ts'
import { vi } from '../../src/texts/vi.ts'
import { coordinator, formOf, member, openRoundOn, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const first = '17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)'
const second = '17:00, Thứ Sáu 10/07/2020 (giờ Việt Nam)'

async function change(words: string) {
  await committee.fill(coordinator, formOf(await committee.type(coordinator, words)), {})
}
const says = async (words: string, who = member) => textOf(await committee.type(who, words))

describe('after an extension from 30/06 to 10/07', () => {
  beforeEach(async () => {
    await openRoundOn(committee, 'ND-DLCN')
    committee.setClock('2020-06-17T10:00')
    await change('gia hạn ND-DLCN đến 17:00 10/07/2020 vì chờ Bộ Công an')
  })

  it.each(['hạn nd-dlcn', 'ND-DLCN'])(
    '“%s” tells the deadline that stands, where it is from and what it was',
    async (words) => {
      const text = await says(words)
      expect(text).toContain(`${vi.opinion.deadline}: ${second}`)
      expect(text).toContain(`${vi.plan.originChanged('10:00, 17/06/2020')}; ${vi.plan.before(first)}`)
      expect(text).not.toContain(vi.plan.deadline)
    },
  )

  it.each(['bao giờ hết hạn', 'bao giờ hết hạn ND-DLCN'])('“%s” tells the new deadline', async (words) => {
    expect(await says(words)).toContain(`${vi.opinion.deadline}: ${second}`)
  })

  it('the board and the member’s card tell the new deadline and the one before', async () => {
    for (const words of ['tình hình ND-DLCN', 'góp ý ND-DLCN']) {
      const text = await says(words)
      expect(text).toContain(`${vi.opinion.deadline}: ${second}`)
      expect(text).toContain(`${vi.opinion.deadlineBefore}: ${first}`)
    }
  })

  it('the plan tells it beside the item, and the default as that of the quarter', async () => {
    const text = await says('kế hoạch quý 2')
    expect(text).toContain(`Bộ Công an | 17:00, 10/07/2020 (${vi.plan.before('17:00, 30/06/2020')})`)
    expect(await says('kế hoạch quý 3')).toContain(vi.plan.noRound)
  })

  it('why the old day was the deadline is answered with the one that stands as well', async () => {
    for (const words of ['vì sao hạn ND-DLCN là 30/06', 'vì sao 30/06'])
      expect(await says(words), words).toContain(second)
    expect(await says('vì sao hạn ND-DLCN')).toContain(vi.explain.wasBefore(first))
  })

  it('it stays when the round has ended, and is the default again once the round is withdrawn', async () => {
    committee.setClock('2020-07-20T08:00')
    await change('đóng ND-DLCN vì đủ ý kiến')
    expect(await says('ND-DLCN')).toContain(`${vi.opinion.deadline}: ${second}`)
    expect(await says('kế hoạch quý 2')).toContain(`17:00, 10/07/2020 (${vi.board.phase.closed})`)
    await change('thu hồi ND-DLCN vì dự thảo thay đổi')
    expect(await says('ND-DLCN')).toContain(`${vi.plan.deadline}: ${vi.plan.derived(first)}`)
  })
})

it('a deadline set at the opening is told with the quarter’s default beside it, also where the source states no quarter', async () => {
  await openRoundOn(committee, 'ND-DLCN', { day: '2020-06-25' })
  const text = await says('hạn nd-dlcn')
  expect(text).toContain(`${vi.opinion.deadline}: 17:00, Thứ Năm 25/06/2020 (giờ Việt Nam)`)
  expect(text).toContain(`${vi.plan.originOpening}; ${vi.plan.defaultIs(first)}`)
  await openRoundOn(committee, 'CSDL-DC', { day: '2020-06-26' })
  const other = await says('CSDL-DC')
  expect(other).toContain(`${vi.opinion.deadline}: 17:00, Thứ Sáu 26/06/2020 (giờ Việt Nam)`)
  expect(other).toContain(vi.explain.why)
})

it('of two rounds the later one counts, also where the first was due after it', async () => {
  await openRoundOn(committee, 'ND-DLCN')
  await change('gia hạn ND-DLCN đến 17:00 31/08/2020 vì chờ')
  committee.setClock('2020-06-18T08:00')
  await change('đóng ND-DLCN vì có bản mới')
  await openRoundOn(committee, 'ND-DLCN', { day: '2020-07-15' })
  const stands = '17:00, Thứ Tư 15/07/2020 (giờ Việt Nam)'
  for (const words of ['hạn nd-dlcn', 'vì sao hạn ND-DLCN']) expect(await says(words), words).toContain(stands)
  committee.setClock('2020-06-19T08:00')
  await change('đóng ND-DLCN vì đủ')
  for (const words of ['hạn nd-dlcn', 'vì sao hạn ND-DLCN']) expect(await says(words), words).toContain(stands)
})

it('what is told of the quarter ahead gives an open round without a draft its own deadline', async () => {
  await openRoundOn(committee, 'ND-DLCN', { url: '' })
  await change('gia hạn ND-DLCN đến 17:00 10/07/2020 vì chờ')
  const { noDraft } = await readUpcoming({ db: committee.db }, '2020-Q2')
  expect(noDraft.map(({ key, dueAt }) => [key, dueAt?.toISOString()])).toEqual([
    ['ND-DLCN', '2020-07-10T10:00:00.000Z'],
  ])
})
