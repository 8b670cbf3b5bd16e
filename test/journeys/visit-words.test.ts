import { beforeEach, describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, formOf, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisits } from '../support/visits.ts'

const committee = committeeEachTest()

const leader = 'sample-td3'
const teamMember = 'sample-tvd3'
const unitId = async (name: string) => (await committee.db.unit.findUniqueOrThrow({ where: { name } })).id

async function preview(who: string, values: Readonly<Record<string, string>>) {
  const intent: Intent = { kind: 'visit.check.form' }
  const form = formOf(await committee.press(who, intent))
  return await committee.fill(who, form, { team: '3', unit: await unitId('Bộ Y tế'), ...values })
}

/** How the notifications that were sent to somebody read now, each the last time that it was rewritten. */
async function rewritten(who: string): Promise<string> {
  const calls = await committee.deliver()
  return calls
    .flatMap((call) =>
      call.what === 'update' && call.to.user === who ? [textOf({ kind: 'message', message: call.message })] : [],
    )
    .join()
}

describe('a visit that was confirmed', () => {
  beforeEach(async () => {
    const shown = await preview(coordinator, { day: '2020-06-22', time: '08:00', endTime: '11:30' })
    await committee.press(coordinator, button(shown, vi.visits.save))
    await committee.deliver()
  })
  const visit = () => committee.db.visit.findFirstOrThrow()

  it('reads as confirmed by its leader, and by others as confirmed, but by nobody as changed', async () => {
    const { id, revision } = await visit()
    await committee.press(leader, { kind: 'visit.confirm', visit: id, revision })
    const calls = await committee.deliver()
    const words = (who: string) =>
      calls.flatMap((call) =>
        call.what === 'update' && call.to.user === who ? [textOf({ kind: 'message', message: call.message })] : [],
      )
    expect(words(leader).join()).toContain(vi.moves.confirmed)
    expect(words(teamMember).join()).toContain(vi.visits.notifications.isConfirmed)
    expect([...words(leader), ...words(teamMember)].join()).not.toContain('cập nhật sau đó')
  })

  it('and is moved afterwards reads as changed', async () => {
    const { id, revision } = await visit()
    await committee.press(leader, { kind: 'visit.confirm', visit: id, revision })
    await committee.deliver()
    const form = formOf(await committee.press(coordinator, { kind: 'visit.check.form', visit: id }))
    const moved = await committee.fill(coordinator, form, { day: '2020-06-24' })
    await committee.press(coordinator, button(moved, vi.visits.save))
    const said = await rewritten(leader)
    expect(said).not.toContain(vi.visits.notifications.isConfirmed)
    expect(said).toContain(vi.visits.notifications.since(vi.schedule.states.planned))
  })
})

describe('the preview of a visit', () => {
  const day = { day: '2020-06-22', time: '08:00' }

  it('names everybody who will be told', async () => {
    const shown = textOf(await preview(coordinator, day))
    expect(shown).toContain(vi.visits.willTell(2))
    for (const key of [leader, teamMember])
      expect(shown).toContain((await committee.db.person.findUniqueOrThrow({ where: { key } })).name)
  })

  it('says that nobody else is on the team where its leader plans it, and that nobody is where nobody is', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: leader } })
    await committee.db.role.create({ data: { id: 'r', personId: id, role: 'coordinator', fromDay: '2020-01-01' } })
    await committee.db.duty.deleteMany({ where: { person: { key: { not: leader } } } })
    const own = textOf(await preview(leader, day))
    expect(own).toContain(vi.visits.onlyYou)
    expect(own).not.toContain(vi.visits.willTell(0))
    await committee.db.duty.deleteMany({})
    expect(textOf(await preview(leader, day))).toContain(vi.visits.willTell(0))
  })

  it.each([
    ['08:00', undefined, '14:00', undefined, true],
    ['08:00', '11:30', '14:00', '16:00', undefined],
    ['08:00', '15:00', '14:00', '16:00', false],
    ['08:00', undefined, '08:30', undefined, false],
  ])(
    'beside one from %s to %s, of one from %s to %s: at the same time perhaps: %s',
    async (starts, ends, time, endTime, perhaps) => {
      const on = (clock: string) => `2020-06-22T${clock}`
      const other = {
        team: '3',
        unit: 'Lào Cai',
        starts: on(starts),
        ...(ends === undefined ? {} : { ends: on(ends) }),
      }
      await planVisits(committee.db, [other], committee.now())
      const shown = await preview(coordinator, {
        day: '2020-06-22',
        time,
        ...(endTime === undefined ? {} : { endTime }),
      })
      const end = ends === undefined ? `, ${vi.visits.conflict.noEnd}` : `–${ends}`
      const line = `KT-1, Đoàn công tác số 3, Lào Cai, Thứ Hai, 22/06/2020, ${starts}${end}`
      const { teamPerhaps, teamElsewhere } = vi.visits.conflict
      expect(textOf(shown).includes(teamPerhaps(line))).toBe(perhaps === true)
      expect(textOf(shown).includes(teamElsewhere(line))).toBe(perhaps === false)
    },
  )
})

describe('the deadline of a round', () => {
  const { dayOff, outOfHours, short } = vi.round.deadlineWarnings
  const proposed = async (values: Readonly<Record<string, string>>) => {
    const form = formOf(await committee.press(coordinator, { kind: 'round.propose.form', item: 'ND-DLCN' }))
    return await committee.fill(coordinator, form, values)
  }

  it.each([
    [{ day: '2020-06-30', time: '17:00' }, []],
    [{ day: '2020-06-28', time: '17:00' }, [dayOff('Chủ Nhật, 28/06/2020', '')]],
    [{ day: '2020-09-02', time: '17:00' }, [dayOff('Thứ Tư, 02/09/2020', 'Quốc khánh (02/9)')]],
    [{ day: '2020-06-30', time: '23:59' }, [outOfHours('23:59')]],
    [{ day: '2020-06-16', time: '17:00' }, [short]],
  ])('%j is warned of in the preview: %j, and can be opened all the same', async (values, warnings) => {
    const shown = await proposed(values)
    const said = (messageOf(shown).blocks ?? []).flatMap((block) =>
      block.kind === 'text' && block.tone === 'warning' && block.text.startsWith('Lưu ý') ? [block.text] : [],
    )
    expect(said).toEqual(warnings)
    expect(buttonsOf(messageOf(shown)).map(({ label }) => label)).toContain(vi.buttons.open)
  })

  it('is warned of when it is extended to a Sunday night', async () => {
    await committee.press(coordinator, button(await proposed({ day: '2020-06-30', time: '17:00' }), vi.buttons.open))
    const { id } = await committee.db.round.findFirstOrThrow()
    const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round: id, change: 'extend' }))
    const said = textOf(
      await committee.fill(coordinator, form, { day: '2020-07-05', time: '23:00', reason: 'chờ ý kiến' }),
    )
    expect(said).toContain(dayOff('Chủ Nhật, 05/07/2020', ''))
    expect(said).toContain(outOfHours('23:00'))
  })
})
