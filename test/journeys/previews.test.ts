import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, member, openRoundOn, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { actWhile } from '../support/meanwhile.ts'
import { decree, sendingDrafts, textFile } from '../support/sent-drafts.ts'
import { planVisit } from '../support/visits.ts'

const committee = committeeEachTest()

const otherCoordinator = 'sample-dp2'
const replaced = vi.refusals['preview-replaced']({})

describe('a second preview takes the place of the first', () => {
  const visitPreview = async (visit: string, day: string, who = coordinator) =>
    await committee.fill(who, formOf(await committee.press(who, { kind: 'visit.check.form', visit })), {
      day,
      time: '14:00',
    })

  it('of a visit: the older date is not saved, wherever it was shown, and the newer one is', async () => {
    const visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const first = await visitPreview(visit, '2020-06-23')
    const second = await visitPreview(visit, '2020-06-24')
    expect(textOf(await committee.press(coordinator, button(first, vi.visits.save)))).toBe(replaced)
    expect(await committee.db.visit.findUniqueOrThrow({ where: { id: visit } })).toMatchObject({ revision: 1 })
    await committee.press(coordinator, button(second, vi.visits.save))
    const saved = await committee.db.visit.findUniqueOrThrow({ where: { id: visit } })
    expect(saved).toMatchObject({ starts: new Date('2020-06-24T07:00:00Z'), revision: 2 })
    expect(textOf(await committee.press(coordinator, button(second, vi.visits.save)))).toContain(vi.visits.savedAlready)
  })

  it('of a new visit of the same team to the same unit; one to another unit is another preview', async () => {
    const planned = async (unit: string, day: string) =>
      await committee.fill(
        coordinator,
        formOf(await committee.press(coordinator, { kind: 'visit.check.form', another: true, unit, team: '1' })),
        {
          day,
          time: '08:00',
        },
      )
    const [one, two] = await committee.db.unit.findMany({
      where: { plans: { some: {} } },
      take: 2,
      orderBy: { id: 'asc' },
    })
    if (one === undefined || two === undefined) throw new Error('no units')
    const before = await committee.db.visit.count()
    const first = await planned(one.id, '2020-09-22')
    const elsewhere = await planned(two.id, '2020-09-25')
    const second = await planned(one.id, '2020-09-23')
    expect(textOf(await committee.press(coordinator, button(first, vi.visits.save)))).toBe(replaced)
    await committee.press(coordinator, button(elsewhere, vi.visits.save))
    await committee.press(coordinator, button(second, vi.visits.save))
    expect(await committee.db.visit.count()).toBe(before + 2)
    expect(textOf(await committee.press(coordinator, button(first, vi.visits.save)))).toBe(replaced)
  })

  it('also where it is shown in the very moment in which the first is pressed', async () => {
    const visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const first = await visitPreview(visit, '2020-06-23')
    const save = { kind: 'pressed', intent: button(first, vi.visits.save) } as const
    const reply = await actWhile(committee, coordinator, save, () => visitPreview(visit, '2020-06-24'))
    expect(textOf(reply)).toBe(replaced)
    expect(await committee.db.visit.findUniqueOrThrow({ where: { id: visit } })).toMatchObject({ revision: 1 })
  })

  it('and leaves another coordinator’s alone, whose saving the visit’s revision guards', async () => {
    const visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const mine = await visitPreview(visit, '2020-06-23')
    const theirs = await visitPreview(visit, '2020-06-24', otherCoordinator)
    await committee.press(coordinator, button(mine, vi.visits.save))
    expect(textOf(await committee.press(otherCoordinator, button(theirs, vi.visits.save)))).toBe(
      vi.refusals['visit-changed']({}),
    )
  })

  it('of a reminder: who was named in the older one is not reminded', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const first = await committee.type(coordinator, `nhắc ND-DLCN ${member}`)
    const second = await committee.type(coordinator, `nhắc ND-DLCN ${otherMember}`)
    expect(textOf(await committee.press(coordinator, button(first, vi.buttons.remind(1))))).toBe(replaced)
    expect(await committee.db.nudge.count()).toBe(0)
    await committee.press(coordinator, button(second, vi.buttons.remind(1)))
    expect(textOf(await committee.press(coordinator, button(first, vi.buttons.remind(1))))).toBe(replaced)
    const told = await committee.db.nudge.findMany({ include: { person: true } })
    expect(told.map((nudge) => nudge.person.key)).toEqual([otherMember])
  })

  describe('of a draft', () => {
    const t = vi.documents
    const { send } = sendingDrafts(() => committee)
    const sent = async (words = decree) => {
      const asked = await send(coordinator, [textFile('nd.txt', words)], 'ND-DLCN')
      return { asked, show: button(asked, t.asDraftOf('ND-DLCN')) }
    }
    const kept = () => committee.db.document.findMany({ select: { version: true, item: { select: { key: true } } } })

    it('as another version, or of another item: the older one keeps nothing, and the newer one does', async () => {
      const first = await committee.press(coordinator, (await sent()).show)
      const form = formOf(await committee.press(coordinator, button(first, t.otherItem)))
      const second = await committee.fill(coordinator, form, { item: 'ND-DLCN', version: '2' })
      const third = await committee.fill(coordinator, form, { item: 'CL-CPDT', version: '2' })
      for (const older of [first, second])
        expect(textOf(await committee.press(coordinator, button(older, t.keep)))).toBe(replaced)
      expect(await kept()).toEqual([])
      await committee.press(coordinator, button(third, t.keep))
      expect(await kept()).toEqual([{ version: 2, item: { key: 'CL-CPDT' } }])
      expect(textOf(await committee.press(coordinator, button(first, t.keep)))).toContain(t.sendAgain)
    })

    it('from a second file as the same version: the first file is not kept', async () => {
      const first = await committee.press(coordinator, (await sent()).show)
      const second = await committee.press(coordinator, (await sent(`${decree}\nPhụ lục`)).show)
      expect(textOf(await committee.press(coordinator, button(first, t.keep)))).toBe(replaced)
      expect(await kept()).toEqual([])
      await committee.press(coordinator, button(second, t.keep))
      expect(await kept()).toHaveLength(1)
    })

    it('also where it is shown in the very moment in which the first is pressed', async () => {
      const { show } = await sent()
      const keep = { kind: 'pressed', intent: button(await committee.press(coordinator, show), t.keep) } as const
      const reply = await actWhile(committee, coordinator, keep, () => committee.press(coordinator, show))
      expect(textOf(reply)).toBe(replaced)
      expect(await kept()).toEqual([])
    })

    it('leaves those of other people alone, and is forgotten with its file', async () => {
      const mine = await committee.press(coordinator, (await sent()).show)
      const theirs = await send(otherCoordinator, [textFile('nd.txt', `${decree}\nPhụ lục`)], 'ND-DLCN')
      await committee.press(otherCoordinator, button(theirs, t.asDraftOf('ND-DLCN')))
      await committee.press(coordinator, button(mine, t.keep))
      expect(await kept()).toHaveLength(1)
      await committee.press(otherCoordinator, button(theirs, t.discard))
      expect(await committee.db.setting.count({ where: { key: { contains: ':file:' } } })).toBe(0)
    })
  })

  it('of a round: the older terms are not opened', async () => {
    const preview = async (day: string) =>
      await committee.fill(coordinator, formOf(await committee.type(coordinator, 'lấy ý kiến ND-DLCN')), {
        day,
        time: '17:00',
      })
    const first = await preview('2020-06-25')
    const second = await preview('2020-06-26')
    expect(textOf(await committee.press(coordinator, button(first, vi.buttons.open)))).toContain(
      vi.refusals['no-such-proposal']({}),
    )
    await committee.press(coordinator, button(second, vi.buttons.open))
    expect(await committee.db.round.findMany()).toMatchObject([{ dueAt: new Date('2020-06-26T10:00:00Z') }])
  })
})
