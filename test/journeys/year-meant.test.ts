import { beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisits } from '../support/visits.ts'

const committee = committeeEachTest()
beforeEach(async () => {
  await planVisits(committee.db, [{ team: '3', unit: 'Bộ Y tế', starts: '2021-01-05T08:00' }], committee.now())
  await planVisits(committee.db, [{ team: '3', unit: 'Lào Cai', starts: '2020-01-06T08:00' }], committee.now())
  committee.setClock('2020-12-28T09:00')
})

const ask = async (text: string) => textOf(await committee.type(coordinator, text))

describe('at the end of December', () => {
  it('a quarter without items says so, and offers the one that may have been meant', async () => {
    const noPlan = await committee.type(coordinator, 'kế hoạch quý 1')
    const held = await committee.db.workItem.count({ where: { quarter: '2020-Q1' } })
    expect(textOf(noPlan)).toContain(`${vi.plan.noYear(2021)} ${vi.plan.heldBy('2020-Q1', held)}`)
    expect(button(noPlan, vi.buttons.quarter('2020-Q1'))).toEqual({ kind: 'plan.show', quarter: '2020-Q1' })
    await committee.db.plan.create({
      data: { id: 'plan-2021', year: 2021, title: 'Kế hoạch năm 2021', source: '{}', createdAt: committee.now() },
    })
    expect(await ask('kế hoạch quý 1')).toContain(`${vi.plan.empty} ${vi.plan.heldBy('2020-Q1', held)}`)
    // No year has items in the fourth quarter: the nearest that has any.
    await committee.db.workItem.updateMany({ where: { quarter: '2020-Q4' }, data: { quarter: '2020-Q3' } })
    const third = await committee.db.workItem.count({ where: { quarter: '2020-Q3' } })
    expect(await ask('kế hoạch quý 4')).toContain(vi.plan.heldBy('2020-Q3', third))
  })

  it.each(['lịch tháng 1', 'lịch quý 1', 'lịch ngày 5/1', 'lịch ngày 5'])(
    '%s is the coming one, and the answer names the year',
    async (text) => {
      const said = await ask(text)
      expect(said).toContain('Bộ Y tế')
      expect(said).not.toContain('Lào Cai')
      expect(said.split('\n').slice(0, 3).join(' ')).toContain('2021')
    },
  )

  it('what has been done in January was done in the one that is past', async () => {
    const said = await ask('đoàn nào đã đi Lào Cai tháng 1')
    expect(said).toContain('06/01/2020')
  })

  it('a quarter of the plan is that of the coming year, from that year’s plan where there is one', async () => {
    expect(await ask('kế hoạch quý 1')).toMatch(/quý I\/2021/i)
    await committee.db.plan.create({
      data: { id: 'plan-2021', year: 2021, title: 'Kế hoạch năm 2021', source: '{}', createdAt: committee.now() },
    })
    const said = await ask('kế hoạch quý 1')
    expect(said).toContain('Kế hoạch năm 2021')
    expect(await ask('kế hoạch quý 2/2020')).toMatch(/quý II\/2020[\s\S]*ND-DLCN/i)
  })
})
