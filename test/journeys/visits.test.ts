import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, formOf, initial, member, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const leader = 'sample-td3'
const teamMember = 'sample-tvd3'
const otherLeader = 'sample-td1'
const otherCoordinator = 'sample-dp2'
const unitId = async (name: string) => (await committee.db.unit.findUniqueOrThrow({ where: { name } })).id
const visit = async () => committee.db.visit.findFirstOrThrow({ orderBy: { number: 'desc' } })
type Values = Record<string, string>

async function preview(
  values: Values,
  intent: Partial<Extract<Intent, { kind: 'visit.check.form' }>> = {},
  who = coordinator,
): Promise<Reply> {
  const form = formOf(await committee.press(who, { kind: 'visit.check.form', ...intent }))
  return await committee.fill(who, form, values)
}
const save = (of: Reply) =>
  button(
    of,
    buttonsOf(messageOf(of)).some((one) => one.label === vi.visits.save) ? vi.visits.save : vi.visits.saveAnyway,
  )

/** Team 3 goes to the Ministry of Health on Monday, 22/06/2020. */
async function plan(values: Values = {}): Promise<string> {
  const shown = await preview({
    team: '3',
    unit: await unitId('Bộ Y tế'),
    day: '2020-06-22',
    time: '08:00',
    endTime: '11:30',
    place: '138A Giảng Võ',
    note: 'Mang theo hồ sơ\nLiên hệ văn phòng',
    ...values,
  })
  await committee.press(coordinator, save(shown))
  return (await visit()).id
}
/** What each person was sent, by their key. */
async function letters(): Promise<readonly (readonly [string, string])[]> {
  return (await committee.deliver()).flatMap((call) =>
    call.what === 'send' ? [[call.to.user, textOf({ kind: 'message', message: call.message })] as const] : [],
  )
}

it('a preview tells of leave on the team, and no more once that was ended early', async () => {
  const { id: personId, name } = await committee.db.person.findUniqueOrThrow({ where: { key: leader } })
  const leave = { id: randomUUID(), personId, fromDay: '2020-06-20', toDay: '2020-06-22', at: committee.now() }
  await committee.db.absence.create({ data: leave })
  const unit = await unitId('Bộ Y tế')
  const shown = async () => textOf(await preview({ team: '3', unit, day: '2020-06-22', time: '08:00' }))
  const told = vi.visits.conflict.onLeave(name, '20/06/2020', '22/06/2020')
  expect(await shown()).toContain(told)
  await committee.db.absence.update({ where: { id: leave.id }, data: { endedAt: committee.now() } })
  expect(await shown()).not.toContain(told)
})

describe('planning a visit', () => {
  it('goes from the form over a preview, which stores nothing, to the visit, its version, its audit line and its notifications', async () => {
    const shown = await preview({ team: '3', unit: await unitId('Bộ Y tế'), day: '2020-06-22', time: '08:00' })
    expect(textOf(shown)).toContain(vi.visits.noConflicts)
    expect(textOf(shown)).toContain(vi.visits.willTell(2))
    expect(await committee.db.visit.count()).toBe(0)
    expect(await letters()).toEqual([])
    const saved = await committee.press(coordinator, save(shown))
    expect(textOf(saved)).toContain(vi.visits.saved(2))
    expect(textOf(saved)).toContain('Đoàn công tác số 3: Bộ Y tế, Thứ Hai, 22/06/2020, 08:00')
    expect(await visit()).toMatchObject({
      number: 1,
      year: 2020,
      state: 'planned',
      revision: 1,
      starts: new Date('2020-06-22T01:00:00Z'),
      ends: null,
    })
    expect(await committee.db.visitVersion.count()).toBe(1)
    expect(await committee.db.audit.findMany({ where: { deed: 'visit.plan' } })).toMatchObject([
      { actor: coordinator, subject: 'KT-1' },
    ])
    const sent = await letters()
    expect(sent.map(([who]) => who).sort()).toEqual([leader, teamMember])
    for (const [, text] of sent) expect(text).toContain('Bộ Y tế, Thứ Hai, 22/06/2020, 08:00')
    const [ofLeader = '', ofMember = ''] = [leader, teamMember].map((who) => sent.find(([to]) => to === who)?.[1])
    expect(ofLeader).toContain(`[${vi.visits.confirm}]`)
    expect(ofMember).not.toContain(`[${vi.visits.confirm}]`)
  })

  it('is told by a card that stops asking once it is confirmed, and says that it changed once it has', async () => {
    const id = await plan()
    await letters()
    await committee.press(leader, { kind: 'visit.confirm', visit: id, revision: 1 })
    const ofLeader = async () =>
      (await committee.deliver()).flatMap((call) =>
        call.what === 'update' && call.to.user === leader ? [textOf({ kind: 'message', message: call.message })] : [],
      )
    const [confirmed = ''] = await ofLeader()
    // The leader did it: nobody has changed anything.
    expect(confirmed).toContain(vi.moves.confirmed)
    expect(confirmed).not.toContain('cập nhật sau đó')
    expect(confirmed).not.toContain(`[${vi.visits.confirm}]`)
    const form = formOf(await committee.press(coordinator, { kind: 'visit.cancel.form', visit: id }))
    await committee.fill(coordinator, form, { reason: 'x' })
    expect((await ofLeader()).join()).toContain(vi.visits.notifications.since(vi.schedule.states.cancelled))
  })

  it('without a date assigns the unit to the team', async () => {
    await plan({ day: '', time: '', endTime: '' })
    expect(await visit()).toMatchObject({ starts: null, ends: null, year: 2020 })
    expect((await letters()).map(([, text]) => text).join()).toContain(vi.visits.noDay)
  })

  it('is stored once by a double press, a redelivery and two presses at the same moment', async () => {
    const shown = await preview({ team: '3', unit: await unitId('Bộ Y tế'), day: '2020-06-22', time: '08:00' })
    const press = () => committee.press(coordinator, save(shown))
    const replies = [...(await Promise.all([press(), press()])), await press()]
    expect(replies.map(textOf).filter((text) => text.includes(vi.visits.saved(2)))).toHaveLength(1)
    expect(replies.map(textOf).filter((text) => text.includes(vi.visits.savedAlready))).toHaveLength(2)
    expect(await committee.db.visit.count()).toBe(1)
    expect(await letters()).toHaveLength(2)
  })

  it('by two coordinators at the same moment gives two numbers', async () => {
    const units = await Promise.all(['Bộ Y tế', 'Bộ Nội vụ'].map(unitId))
    const shown = await Promise.all(units.map((unit) => preview({ team: '3', unit, day: '', time: '' })))
    await Promise.all(shown.map((one, at) => committee.press(at === 0 ? coordinator : otherCoordinator, save(one))))
    expect((await committee.db.visit.findMany({ orderBy: { number: 'asc' } })).map((one) => one.number)).toEqual([1, 2])
  })

  it.each([
    ['a time without a day', { day: '', time: '08:00' }, 'day', vi.visits.needsDay],
    ['a day without a time', { time: '', endTime: '' }, 'time', vi.visits.needsTime],
    ['a last day without a time', { endDay: '2020-06-23', endTime: '' }, 'endTime', vi.visits.needsEndTime],
    ['a day that does not exist', { day: '2020-06-31' }, 'day', vi.errors.badDay],
    ['a time that does not exist', { time: '24:10' }, 'time', vi.errors.badTime],
    ['an end before its beginning', { endTime: '07:59' }, 'endTime', vi.visits.endsBefore],
    ['an end on an earlier day', { endDay: '2020-06-21' }, 'endDay', vi.visits.endsBefore],
    ['more than a month', { endDay: '2020-07-23' }, 'endDay', vi.visits.tooLong(31)],
    ['no unit', { unit: '' }, 'unit', vi.errors.required],
    ['a team that is none', { team: '99' }, 'team', vi.picking.none('99')],
  ])('refuses %s beside its field', async (_, wrong, field, said) => {
    const unit = await unitId('Bộ Y tế')
    const reply = await preview({ team: '3', unit, day: '2020-06-22', time: '08:00', endTime: '11:30', ...wrong })
    expect(reply).toMatchObject({ kind: 'invalid', fields: { [field]: said } })
  })

  it('keeps every word when it is edited again from the preview', async () => {
    const unit = await unitId('Bộ Y tế')
    const values = {
      team: '3',
      unit,
      day: '2020-06-22',
      time: '08:00',
      endTime: '11:30',
      place: 'Hà Nội',
      note: 'Một\nhai',
    }
    const shown = await preview(values)
    const again = formOf(await committee.press(coordinator, button(shown, vi.visits.edit)))
    expect(initial(again)).toEqual({
      ...values,
      endDay: '',
    })
  })

  it('edited again from the preview is one visit, whichever of the two previews is saved first', async () => {
    const unit = await unitId('Bộ Y tế')
    const first = await preview({ team: '3', unit, day: '2020-06-22', time: '08:00' })
    const again = formOf(await committee.press(coordinator, button(first, vi.visits.edit)))
    const second = await committee.fill(coordinator, again, { day: '2020-06-23' })
    await committee.press(coordinator, save(second))
    expect(textOf(await committee.press(coordinator, save(first)))).toBe(vi.refusals['visit-changed']({}))
    expect(await committee.db.visit.findMany()).toMatchObject([{ starts: new Date('2020-06-23T01:00:00Z') }])
  })

  it('keeps empty what was emptied when it is edited again from the preview', async () => {
    const id = await plan()
    const shown = await preview({ day: '', time: '', endTime: '', place: '' }, { visit: id })
    const again = formOf(await committee.press(coordinator, button(shown, vi.visits.edit)))
    const values = Object.fromEntries(again.fields.map((field) => [field.name, field.value ?? '']))
    expect(values).toMatchObject({
      day: '',
      time: '',
      endTime: '',
      place: '',
      note: 'Mang theo hồ sơ\nLiên hệ văn phòng',
    })
    await committee.press(coordinator, save(await committee.fill(coordinator, again, {})))
    expect(await visit()).toMatchObject({
      starts: null,
      ends: null,
      place: null,
      note: 'Mang theo hồ sơ\nLiên hệ văn phòng',
    })
  })

  it('shows the conflicts before anything is stored, and can be saved all the same', async () => {
    await plan()
    await letters()
    const shown = await preview({ team: '3', unit: await unitId('Bộ Công an'), day: '2020-06-22', time: '09:00' })
    expect(textOf(shown)).toContain(
      vi.visits.conflict.teamElsewhere('KT-1, Đoàn công tác số 3, Bộ Y tế, Thứ Hai, 22/06/2020, 08:00–11:30'),
    )
    expect(await committee.db.visit.count()).toBe(1)
    const saved = await committee.press(coordinator, button(shown, vi.visits.saveAnyway))
    expect(textOf(saved)).toContain(vi.visits.saved(2))
    expect(await committee.db.visit.count()).toBe(2)
  })

  it('of the very same visit a second time is refused', async () => {
    await plan()
    const shown = await preview(
      { team: '3', unit: await unitId('Bộ Y tế'), day: '2020-06-22', time: '08:00' },
      { another: true },
    )
    expect(textOf(await committee.press(coordinator, save(shown)))).toBe(vi.refusals['visit-exists']({}))
  })

  it('is for coordinators; a forged save by anybody else stores nothing', async () => {
    const unit = await unitId('Bộ Y tế')
    const forged = { kind: 'visit.save', visit: randomUUID(), revision: 0, team: '3', unit } as const
    for (const who of [leader, member, 'sample-ct'])
      expect(textOf(await committee.press(who, forged)), who).toBe(vi.refusals['not-allowed']({}))
    const wrong = { ...forged, day: '2020-06-31', time: '08:00' }
    expect(textOf(await committee.press(coordinator, wrong))).toBe(vi.errors.badDay)
    expect(await committee.db.visit.count()).toBe(0)
  })
})

describe('moving a visit', () => {
  it('shows what changes from what to what, tells the team once, and asks for a new confirmation', async () => {
    const id = await plan()
    await letters()
    await committee.press(leader, { kind: 'visit.confirm', visit: id, revision: 1 })
    const shown = await preview({ day: '2020-06-24' }, { visit: id })
    expect(textOf(shown)).toContain('Thứ Hai, 22/06/2020, 08:00 → Thứ Tư, 24/06/2020, 08:00')
    await committee.press(coordinator, save(shown))
    expect(await visit()).toMatchObject({
      state: 'planned',
      sequence: 2,
      place: '138A Giảng Võ',
      note: 'Mang theo hồ sơ\nLiên hệ văn phòng',
    })
    const sent = await letters()
    expect(sent.map(([who]) => who).sort()).toEqual([leader, teamMember])
    for (const [who, text] of sent) {
      expect(text).toContain('Thứ Hai, 22/06/2020, 08:00 → Thứ Tư, 24/06/2020, 08:00')
      expect(text.includes(vi.visits.notifications.confirmAgain)).toBe(who === leader)
    }
  })

  it('for a reason tells it: one that was typed, kept through the preview and through editing it again', async () => {
    await plan()
    await letters()
    const form = formOf(await committee.type(coordinator, 'dời KT-1 sang 24/06 9h vì trùng lịch họp'))
    const shown = await committee.fill(coordinator, form, {})
    const again = formOf(await committee.press(coordinator, button(shown, vi.visits.edit)))
    await committee.press(coordinator, save(await committee.fill(coordinator, again, {})))
    for (const [, text] of await letters()) expect(text).toContain(`${vi.visits.notifications.reason}: trùng lịch họp`)
    const off = formOf(await committee.type(coordinator, 'hủy chuyến KT-1 vì bão'))
    await committee.fill(coordinator, off, {})
    for (const [, text] of await letters()) expect(text).toContain(`${vi.visits.notifications.reason}: bão`)
  })

  it('another place or note leaves a wish to move it as it is; another time overtakes it', async () => {
    const id = await plan()
    const form = formOf(
      await committee.press(leader, { kind: 'move.ask.form', visit: id, day: '2020-06-25', time: '09:00' }),
    )
    await committee.fill(leader, form, { reason: 'Trùng họp' })
    const waits = () => committee.db.moveRequest.count({ where: { state: 'waiting', liveKey: id } })
    await committee.press(coordinator, save(await preview({ place: 'Phòng 5', note: '' }, { visit: id })))
    expect(await waits()).toBe(1)
    await committee.press(coordinator, save(await preview({ day: '2020-06-24' }, { visit: id })))
    expect(await waits()).toBe(0)
  })

  it('twice before the notification went out is told once, from what was known to what stands', async () => {
    const id = await plan()
    await letters()
    for (const day of ['2020-06-24', '2020-06-25'])
      await committee.press(coordinator, save(await preview({ day }, { visit: id })))
    const sent = await letters()
    expect(sent.map(([who]) => who).sort()).toEqual([leader, teamMember])
    for (const [, text] of sent) expect(text).toContain('Thứ Hai, 22/06/2020, 08:00 → Thứ Năm, 25/06/2020, 08:00')
  })

  it('there and back again before anybody was told, tells nobody', async () => {
    const id = await plan()
    await letters()
    for (const day of ['2020-06-24', '2020-06-22'])
      await committee.press(coordinator, save(await preview({ day }, { visit: id })))
    expect(await letters()).toEqual([])
    expect(await committee.db.outbox.count({ where: { status: 'dropped', why: 'nothing is left to tell' } })).toBe(2)
  })

  it('to another team tells the old one that it lost it and the new one that it has it', async () => {
    const id = await plan()
    await letters()
    await committee.press(coordinator, save(await preview({ team: '1' }, { visit: id })))
    const sent = new Map(await letters())
    expect([...sent.keys()].sort()).toEqual(['sample-td1', leader, 'sample-tvd1', teamMember].sort())
    expect(sent.get(leader)).toContain(
      vi.visits.notifications.leaves('Đoàn công tác số 3', 'KT-1', 'Bộ Y tế', 'Thứ Hai, 22/06/2020, 08:00'),
    )
    expect(sent.get(leader)).toContain(vi.visits.notifications.goesTo('Đoàn công tác số 1'))
    expect(sent.get(otherLeader)).toContain(
      vi.visits.notifications.planned('Đoàn công tác số 1', 'Bộ Y tế', 'Thứ Hai, 22/06/2020, 08:00'),
    )
    // The place is none of the old team's business any more.
    expect(sent.get(leader)).not.toContain('Giảng Võ')
  })

  it('by two coordinators at once changes it once; the other is shown that it has changed', async () => {
    const id = await plan()
    const [one, two] = [
      await preview({ day: '2020-06-24' }, { visit: id }),
      await preview({ day: '2020-06-25' }, { visit: id }, otherCoordinator),
    ]
    const replies = await Promise.all([
      committee.press(coordinator, save(one)),
      committee.press(otherCoordinator, save(two)),
    ])
    expect(replies.map(textOf).filter((text) => text === vi.refusals['visit-changed']({}))).toHaveLength(1)
    expect((await visit()).revision).toBe(2)
  })

  it('nowhere changes nothing and offers nothing to save', async () => {
    const id = await plan()
    const shown = await preview({}, { visit: id })
    expect(textOf(shown)).toContain(vi.visits.nothing)
    expect(buttonsOf(messageOf(shown)).map((one) => one.label)).toEqual([vi.visits.edit, vi.visits.show])
  })

  it('a leader who types it is led to a request, anybody else is refused', async () => {
    const id = await plan()
    expect(formOf(await committee.press(leader, { kind: 'visit.check.form', visit: id })).intent.kind).toBe('move.ask')
    expect((await committee.press(otherLeader, { kind: 'visit.check.form', visit: id })).kind).toBe('message')
    expect((await committee.press(member, { kind: 'visit.check.form', visit: id })).kind).toBe('message')
  })
})

describe('calling a visit off', () => {
  const callOff = async (id: string, reason = 'Đơn vị đề nghị') => {
    const form = formOf(await committee.press(coordinator, { kind: 'visit.cancel.form', visit: id }))
    return await committee.fill(coordinator, form, { reason })
  }

  it('keeps its row, tells the team why, and frees its place for the same visit planned anew', async () => {
    const id = await plan()
    await letters()
    const off = textOf(await callOff(id))
    expect(off).toContain(vi.visits.cancelled(2))
    // Which one: the answer may stand far from the question.
    expect(off).toContain('Đoàn công tác số 3: Bộ Y tế')
    const sent = await letters()
    expect(sent.map(([who]) => who).sort()).toEqual([leader, teamMember])
    for (const [, text] of sent) expect(text).toContain('Đơn vị đề nghị')
    expect(await visit()).toMatchObject({ state: 'cancelled', liveKey: null, revision: 2 })
    await plan()
    expect(await visit()).toMatchObject({ number: 2, state: 'planned' })
  })

  it('before its team heard of it tells nobody anything', async () => {
    await callOff(await plan())
    expect(await letters()).toEqual([])
  })

  it('needs a reason, is done once, and not to a visit that changed since the form was opened', async () => {
    const id = await plan()
    expect(await callOff(id, '')).toMatchObject({ fields: { reason: vi.errors.required } })
    const form = formOf(await committee.press(coordinator, { kind: 'visit.cancel.form', visit: id }))
    await committee.press(coordinator, save(await preview({ day: '2020-06-24' }, { visit: id })))
    expect(await committee.fill(coordinator, form, { reason: 'x' })).toMatchObject({
      message: vi.refusals['visit-changed']({}),
    })
    await callOff(id)
    expect(textOf(await committee.press(coordinator, { kind: 'visit.cancel.form', visit: id }))).toContain(
      vi.refusals['visit-cancelled']({}),
    )
    expect(textOf(await committee.press(coordinator, { kind: 'visit.check.form', visit: id }))).toContain(
      vi.refusals['visit-cancelled']({}),
    )
  })
})

describe('one visit', () => {
  it('shows its team and coordinators everything, others unit, team and day', async () => {
    const id = await plan()
    for (const who of [leader, teamMember, coordinator, 'sample-ct']) {
      const shown = textOf(await committee.press(who, { kind: 'visit.show', visit: id }))
      for (const part of ['138A Giảng Võ', 'Mang theo hồ sơ', '08:00–11:30', 'Trưởng đoàn số 3 (mẫu)'])
        expect(shown, who).toContain(part)
    }
    for (const who of [otherLeader, member]) {
      const shown = textOf(await committee.press(who, { kind: 'visit.show', visit: id }))
      expect(shown).toContain('Thứ Hai, 22/06/2020')
      for (const part of ['Giảng Võ', 'hồ sơ', '08:00', 'Trưởng đoàn số 3 (mẫu)'])
        expect(shown, who).not.toContain(part)
    }
  })

  it('offers the leader to confirm and to ask, a coordinator to change and call off, others neither', async () => {
    const id = await plan()
    const labels = async (who: string) =>
      buttonsOf(messageOf(await committee.press(who, { kind: 'visit.show', visit: id }))).map((one) => one.label)
    expect(await labels(leader)).toEqual(expect.arrayContaining([vi.visits.confirm, vi.visits.askMove]))
    expect(await labels(coordinator)).toEqual(
      expect.arrayContaining([vi.visits.confirm, vi.visits.change, vi.visits.callOff]),
    )
    for (const who of [teamMember, member])
      for (const label of [vi.visits.confirm, vi.visits.change, vi.visits.callOff, vi.visits.askMove])
        expect(await labels(who)).not.toContain(label)
    committee.setClock('2020-06-22T08:00')
    expect(await labels(leader)).toContain(vi.visits.reportButton)
    expect(await labels(leader)).not.toContain(vi.visits.confirm)
  })
})
