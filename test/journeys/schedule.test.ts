import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, member, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisits } from '../support/visits.ts'

const committee = committeeEachTest()

const leader = 'sample-td3'
/** Plans a visit as an import would: nobody is told. */
const visit = (team: string, unit: string, starts: string | null, more: { ends?: string; place?: string } = {}) =>
  planVisits(committee.db, [{ team, unit, starts, ...more }], committee.now())
const ask = async (who: string, intent: Omit<Extract<Intent, { kind: 'schedule.show' }>, 'kind'>) =>
  textOf(await committee.press(who, { kind: 'schedule.show', ...intent }))
const unitId = async (name: string) => (await committee.db.unit.findUniqueOrThrow({ where: { name } })).id

describe('a schedule', () => {
  beforeEach(async () => {
    await visit('3', 'Bộ Y tế', '2020-06-22T08:00', { ends: '2020-06-22T11:30', place: '138A Giảng Võ' })
    await visit('3', 'Lào Cai', '2020-07-06T14:00', { ends: '2020-07-08T11:30' })
    await visit('3', 'Bộ Công an', null)
    await visit('1', 'Quảng Ninh', '2020-06-23T08:30')
    await visit('3', 'Phú Thọ', '2020-05-11T08:00')
  })

  it('of a team lists its visits of the year by their days, those without one last, and nobody else’s', async () => {
    const said = await ask(leader, { team: '3' })
    const order = ['Phú Thọ', 'Bộ Y tế', 'Lào Cai', 'Bộ Công an'].map((unit) => said.indexOf(unit))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order.every((place) => place > 0)).toBe(true)
    expect(said).not.toContain('Quảng Ninh')
    for (const part of [
      'Thứ Hai, 22/06/2020',
      '08:00–11:30',
      '138A Giảng Võ',
      'Trưởng đoàn số 3 (mẫu)',
      vi.schedule.noDay,
    ])
      expect(said).toContain(part)
    expect(said).toContain('Thứ Hai, 06/07/2020, 14:00 đến Thứ Tư, 08/07/2020, 11:30')
    // A telephone holds no wider table.
    expect(said.split('\n')).toContain('Chuyến | Thời gian | Đơn vị, địa điểm | Đoàn, trưởng đoàn | Trạng thái')
  })

  it('shows others unit, team and day alone, and says that this is so', async () => {
    const said = await ask(member, { team: '3' })
    expect(said).toContain('Thứ Hai, 22/06/2020')
    for (const part of ['08:00', 'Giảng Võ', 'Trưởng đoàn số 3 (mẫu)']) expect(said).not.toContain(part)
    expect(said).toContain(vi.schedule.datesOnly)
  })

  it('of everybody begins today, and holds within days both ends', async () => {
    expect(await ask(coordinator, {})).not.toContain('Phú Thọ')
    const june = await ask(coordinator, { from: '2020-06-22', to: '2020-06-23' })
    expect([june.includes('Bộ Y tế'), june.includes('Quảng Ninh'), june.includes('Lào Cai')]).toEqual([
      true,
      true,
      false,
    ])
    expect(await ask(coordinator, { from: '2020-06-24', to: '2020-06-30' })).toContain(
      vi.schedule.noneIn(vi.schedule.period('2020-06-24', '2020-06-30')),
    )
  })

  it('of mine is that of the teams I sit on, and says so where I sit on none', async () => {
    const mine = await ask(leader, { mine: true })
    expect([mine.includes('Bộ Y tế'), mine.includes('Quảng Ninh')]).toEqual([true, false])
    expect(await ask(member, { mine: true })).toContain(vi.schedule.noTeam)
  })

  it('asked for the next visit gives that one alone, as a sentence', async () => {
    const said = await ask(leader, { mine: true, next: true })
    expect(said).toContain('Đoàn công tác số 3: Bộ Y tế, Thứ Hai, 22/06/2020, 08:00.')
    expect(said).not.toContain('Lào Cai')
    committee.setClock('2020-06-22T08:01')
    expect(await ask(leader, { mine: true, next: true })).toContain('Lào Cai')
  })

  it('of a unit tells who visits it; of one without a team that the source does not state it', async () => {
    expect(await ask(member, { unit: await unitId('Lào Cai') })).toContain(
      'Đoàn công tác số 3: Lào Cai, Thứ Hai, 06/07/2020 đến Thứ Tư, 08/07/2020.',
    )
    expect(await ask(leader, { unit: await unitId('Bộ Công an') })).toContain(
      `Đoàn công tác số 3: Bộ Công an, ${vi.schedule.noDay}.`,
    )
    const none = await committee.press(coordinator, { kind: 'schedule.show', unit: await unitId('Sơn La') })
    expect(textOf(none)).toContain(vi.schedule.noneForUnit('Sơn La'))
    expect(button(none, vi.schedule.assign)).toMatchObject({ kind: 'visit.check.form' })
    const merged = await committee.press(coordinator, { kind: 'schedule.show', unit: await unitId('Hải Phòng') })
    expect(button(merged, vi.schedule.assign)).toMatchObject({
      kind: 'visit.check.form',
      unit: await unitId('Hải Dương'),
    })
    const later = await ask(leader, { unit: await unitId('Hải Phòng') })
    expect(later).toContain(`${vi.schedule.notInspected('Hải Phòng')} ${vi.schedule.noneForUnit('Hải Dương')}`)
    expect(
      buttonsOf(messageOf(await committee.press(leader, { kind: 'schedule.show', unit: await unitId('Sơn La') }))).map(
        (one) => one.label,
      ),
    ).not.toContain(vi.schedule.assign)
  })

  it('of a team that was assigned nothing says that', async () => {
    expect(await ask(leader, { team: '7' })).toContain(vi.schedule.noneForTeam('Đoàn công tác số 7'))
    expect(await ask(leader, { team: '77' })).toContain(vi.refusals['no-such-team']({ team: '77' }))
  })

  it('with nothing in the days asked about names the visit that comes nearest, after them or else before', async () => {
    const unit = await unitId('Bộ Y tế')
    expect(await ask(member, { unit, from: '2020-03-01', to: '2020-03-31' })).toContain(
      vi.schedule.nearest('Đoàn công tác số 3: Bộ Y tế, Thứ Hai, 22/06/2020.'),
    )
    expect(await ask(member, { team: '1', from: '2020-07-01', to: '2020-07-31' })).toContain(
      vi.schedule.nearest('Đoàn công tác số 1: Quảng Ninh, Thứ Ba, 23/06/2020.'),
    )
  })

  it('asked for one day finds the visit that goes on that day, and says from when to when it lasts', async () => {
    const said = await ask(leader, { mine: true, from: '2020-07-07', to: '2020-07-07' })
    expect(said).toContain('Lào Cai, Thứ Hai, 06/07/2020, 14:00 đến Thứ Tư, 08/07/2020.')
    committee.setClock('2020-07-07T10:00')
    expect(await ask(coordinator, {})).toContain('Lào Cai')
    committee.setClock('2020-07-09T00:01')
    expect(await ask(coordinator, {})).not.toContain('Lào Cai')
  })

  it('with nothing from a day on names the last visit before it, never the first of all', async () => {
    const last = vi.schedule.nearest('Đoàn công tác số 3: Lào Cai, Thứ Hai, 06/07/2020 đến Thứ Tư, 08/07/2020.')
    const unit = await unitId('Lào Cai')
    expect(await ask(member, { unit, from: '2020-09-01' })).toContain(last)
    committee.setClock('2021-02-01T08:00')
    expect(await ask(member, { unit })).toContain(last)
    const first = await unitId('Phú Thọ')
    await committee.db.visit.updateMany({ where: { unitId: first }, data: { unitId: unit } })
    for (const query of [{ from: '2020-09-01' }, { next: true } as const, {}])
      expect(await ask(member, { unit, ...query })).toContain(last)
    expect(await ask(member, { team: '3', next: true })).toContain(
      vi.schedule.nearest(`Đoàn công tác số 3: Bộ Công an, ${vi.schedule.noDay}.`),
    )
  })

  it('of a person is for coordinators; a name that is nobody’s says so', async () => {
    expect(await ask(coordinator, { named: 'Trưởng đoàn số 3 (mẫu)' })).toContain('Bộ Y tế')
    expect(await ask(member, { named: 'Trưởng đoàn số 3 (mẫu)' })).toContain(
      vi.schedule.unknownForOthers('Trưởng đoàn số 3 (mẫu)'),
    )
    expect(await ask(coordinator, { named: 'Bộ Không Có' })).toContain(vi.schedule.unknown('Bộ Không Có'))
  })

  it('goes on page by page, and past the last page shows the last', async () => {
    const units = await committee.db.unit.findMany({
      where: { plans: { some: {} } },
      take: 25,
      orderBy: { name: 'asc' },
    })
    for (const [at, unit] of units.entries())
      await visit('5', unit.name, `2020-08-${String(1 + at).padStart(2, '0')}T08:00`)
    const first = await committee.press(coordinator, { kind: 'schedule.show', team: '5' })
    expect(textOf(first)).toContain(vi.page(1, 2))
    const second = await committee.press(coordinator, button(first, vi.buttons.nextPage))
    expect(textOf(second)).toContain(vi.page(2, 2))
    expect(textOf(second)).toContain('25/08/2020')
    expect(await ask(coordinator, { team: '5', page: 99 })).toContain(vi.page(2, 2))
  })

  it('typed in a channel goes on in private', async () => {
    const reply = await committee.act(
      leader,
      { kind: 'pressed', intent: { kind: 'schedule.show', team: '3' } },
      { audience: 'shared' },
    )
    expect(textOf(reply.reply)).not.toContain('Bộ Y tế')
    expect(JSON.stringify(await committee.deliver())).toContain(vi.help.continuePrivately)
  })

  it('of a quarter stands behind that quarter of the plan', async () => {
    const plan = await committee.type(member, 'quý III có gì')
    const visits = await committee.press(member, button(plan, vi.schedule.button))
    expect([textOf(visits).includes('Lào Cai'), textOf(visits).includes('Bộ Y tế')]).toEqual([true, false])
    const whole = await committee.type(member, 'kế hoạch')
    expect(buttonsOf(messageOf(whole)).map((one) => one.label)).not.toContain(vi.schedule.button)
  })

  it('from one day to an earlier one is refused, not answered with nothing', async () => {
    expect(await ask(leader, { from: '2020-06-22', to: '2020-06-21' })).toBe(vi.leave.backwards)
  })

  it('leaves out what was called off', async () => {
    await committee.db.visit.updateMany({
      where: { unit: { name: 'Lào Cai' } },
      data: { state: 'cancelled', liveKey: null },
    })
    expect(await ask(leader, { team: '3' })).not.toContain('Lào Cai')
  })
})

describe('somebody on a team for some days', () => {
  it('sees the details of its visits on those days, before them and after, and of no others', async () => {
    await visit('4', 'Bộ Nội vụ', '2020-06-22T08:00', { place: 'Tòa nhà A' })
    await visit('4', 'Bộ Xây dựng', '2020-07-22T08:00', { place: 'Tòa nhà B' })
    const [team, person] = await Promise.all([
      committee.db.team.findUniqueOrThrow({ where: { key: '4' } }),
      committee.db.person.findUniqueOrThrow({ where: { key: member } }),
    ])
    await committee.db.duty.create({
      data: {
        id: randomUUID(),
        teamId: team.id,
        personId: person.id,
        duty: 'member',
        fromDay: '2020-06-20',
        toDay: '2020-06-25',
      },
    })
    for (const day of ['2020-06-16', '2020-08-01']) {
      committee.setClock(`${day}T09:00`)
      const said = await ask(member, { team: '4', from: '2020-06-01', to: '2020-07-31' })
      expect([said.includes('Tòa nhà A'), said.includes('Tòa nhà B')]).toEqual([true, false])
    }
    const mine = await ask(member, { mine: true, from: '2020-06-01', to: '2020-07-31' })
    expect([mine.includes('Bộ Nội vụ'), mine.includes('Bộ Xây dựng')]).toEqual([true, false])
  })
})
