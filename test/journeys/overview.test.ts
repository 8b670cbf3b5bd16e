import { beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { Intent } from '../../src/contract/intent.ts'
import { actorById } from '../../src/people/actor.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { showOverview } from '../../src/visits/schedule/show-overview.ts'
import { buttonsOf, coordinator, drafter, member, messageOf, textOf, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { quiet } from '../support/quiet.ts'
import { inspectedUnits, planVisits } from '../support/visits.ts'

const chair = 'sample-ct'
const committee = committeeEachTest()
let units: readonly string[]
beforeEach(async () => {
  units = await inspectedUnits(committee.db)
})

const overview = (who: string, more: { year?: number; month?: string } = {}) =>
  committee.press(who, { kind: 'overview.show', ...more })
const labels = async (who: string, more = {}) => buttonsOf(messageOf(await overview(who, more))).map((one) => one.label)
const unit = (at: number) => units[at] ?? ''

describe('the overview in chat', () => {
  it('is for coordinators and the chair; to everybody else it is refused', async () => {
    for (const who of [coordinator, chair]) expect(messageOf(await overview(who)).title).toBe(vi.overview.title(2020))
    for (const who of [member, drafter, 'sample-td1'])
      for (const more of [{}, { month: '2020-06' }, { year: 2020 }])
        expect(textOf(await overview(who, more)), who).toBe(vi.refusals['not-allowed']({}))
  })

  it('is not shown to a whole channel', async () => {
    const input = { kind: 'pressed', intent: { kind: 'overview.show' } } as const
    const { reply } = await committee.act(coordinator, input, { audience: 'shared' })
    expect(textOf(reply)).toContain(vi.refusals['only-private']({}))
    expect(reply).not.toHaveProperty('files')
  })

  it('of a fresh sample says that nothing is assigned and that the source does not state it', async () => {
    const said = textOf(await overview(coordinator))
    expect(said).toContain('26 đơn vị: 0 đã có lịch, 0 có đoàn nhưng chưa có ngày, 26 chưa có đoàn.')
    expect(said).toContain(vi.overview.unassigned(26, vi.notStated))
    for (const name of units) expect(said).toContain(`- ${name}`)
    expect(said).toContain(vi.sample)
  })

  it('leads coordinators to each unit that wants something, those without a team first, and the chair none', async () => {
    await planVisits(committee.db, [
      { team: '2', unit: unit(0) },
      ...units
        .slice(4)
        .map((name, at) => ({ team: '3', unit: name, starts: `2020-07-${String(at + 1).padStart(2, '0')}T08:00` })),
    ])
    const three = await labels(coordinator)
    expect(three).toEqual([
      ...[1, 2, 3].map((at) => vi.overview.assign(unit(at))),
      vi.overview.date(unit(0)),
      'Tháng 05/2020',
      'Tháng 06/2020',
      'Tháng 07/2020',
      vi.overview.schedule,
    ])
    expect(await labels(chair)).toEqual(three.slice(4))
    expect(textOf(await overview(chair))).toContain(`- ${unit(0)} (Đoàn công tác số 2)`)
    await committee.db.visit.deleteMany()
    const many = await overview(coordinator)
    expect(buttonsOf(messageOf(many)).filter((one) => one.label.startsWith('Phân công'))).toHaveLength(26)
    expect(messageOf(many).blocks?.find((block) => block.kind === 'choice')?.label).toBe(vi.choices.unit)
    for (const button of buttonsOf(messageOf(many)))
      expect('intent' in button && Intent.safeParse(button.intent).success, button.label).toBe(true)
  })

  it('shows the load of each team as a table, with a picture whose words hold the same numbers', async () => {
    await planVisits(committee.db, [
      { team: '2', unit: unit(0), starts: '2020-02-03T08:00', state: 'done' },
      { team: '2', unit: unit(1), starts: '2020-08-03T08:00' },
      { team: '10', unit: unit(2) },
    ])
    const reply = await overview(chair)
    const table = messageOf(reply).blocks?.find((block) => block.kind === 'table')
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => row[0])).toEqual([
      ...Array.from({ length: 11 }, (_, at) => (at < 3 ? `Đoàn ${at + 1}` : vi.overview.leaderless(`Đoàn ${at + 1}`))),
      vi.overview.all,
    ])
    expect(rows[1]?.slice(1)).toEqual(['1', '0', '1', '0', '0', '1'])
    expect(rows.at(-1)?.slice(1)).toEqual(['1', '0', '1', '0', '1', '1'])
    const [picture] = reply.kind === 'message' ? (reply.files ?? []) : []
    expect(picture).toMatchObject({ name: 'doan-theo-quy-2020.png', mediaType: 'image/png' })
    expect(picture?.alt).toContain('Đoàn 2: quý I 1, II 0, III 1, IV 0, chưa có ngày 0')
    await committee.press(chair, { kind: 'language.set', locale: 'en' })
    const english = await overview(chair)
    const [named] = english.kind === 'message' ? (english.files ?? []) : []
    expect(named).toMatchObject({ name: 'teams-by-quarter-2020.png', alt: expect.stringContaining('Team 2: ') })
    expect(named?.alt).not.toMatch(/Đoàn|quý/)
  })

  it('is kept for a redelivery in words, without the picture', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: chair } })
    const found = await actorById(committee.db, id, '2020-06-16')
    if (found === undefined) throw new Error('nobody')
    const given = {
      db: committee.db,
      now: committee.now(),
      zone,
      publicUrl: '',
      calendar: VIETNAM,
      mustHear: [],
      audience: 'private',
    } as const
    const { reply, again } = await showOverview(
      { ...given, actor: found.actor, texts: vi, log: quiet },
      { kind: 'overview.show' },
      {},
    )
    expect(reply).toHaveProperty('files')
    expect(again).toEqual({ kind: 'message', message: messageOf(reply) })
  })

  it('of a month shows the visits of that month, and refuses one that is none', async () => {
    await planVisits(committee.db, [{ team: '3', unit: 'Lào Cai', starts: '2020-06-08T08:00' }])
    const said = textOf(await overview(chair, { month: '2020-06' }))
    expect(said).toContain('08: Đ3 Lào Cai 08:00')
    expect(said).toContain('Thứ Hai, 08/06/2020, 08:00: Lào Cai, Đoàn 3 (dự kiến)')
    expect(await labels(chair, { month: '2020-06' })).toEqual([
      'Tháng 05/2020',
      'Tháng 07/2020',
      vi.overview.button,
      vi.overview.schedule,
    ])
    expect(textOf(await overview(chair, { month: '0001-01' }))).toBe(vi.refusals['no-such-day']({ day: '0001-01-01' }))
    expect(textOf(await overview(chair, { month: '2020-13' }))).toContain(vi.errors.badRequest)
    expect(textOf(await overview(chair, { year: 2019 }))).toBe(vi.refusals['no-such-plan']({ year: '2019' }))
  })

  it('speaks the reader’s language', async () => {
    await committee.db.person.update({ where: { key: chair }, data: { locale: 'en' } })
    const said = textOf(await overview(chair))
    expect(said).toContain('26 units: 0 scheduled, 0 with a team but no date, 26 without a team.')
    expect(said).toContain(en.overview.unassigned(26, en.notStated))
  })

  it('without a plan says so', async () => {
    await committee.db.plan.deleteMany()
    expect(textOf(await overview(coordinator))).toContain(vi.plan.none)
  })
})
