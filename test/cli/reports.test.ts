import { beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answerRound, button, coordinator, formOf, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { json, keysOf, terminal } from './terminal.ts'

const committee = committeeEachTest()
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  run = terminal(committee.url, new Date('2030-01-01T00:00:00Z'))
})

/** Two of three answer: one twice and in time, one late by a letter that the coordinator records. */
async function play(): Promise<string> {
  const names = 'sample-tv-byt\nsample-tv-btc\nsample-tv-bxd'
  const round = await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names })
  await answerRound(committee, member, round, { position: 'agree' })
  committee.setClock('2020-06-20T10:00')
  await committee.fill(member, formOf(await committee.press(member, { kind: 'opinion.save.form', round })), {
    position: 'disagree',
    body: 'Chưa rõ.\nXin xem lại.',
  })
  for (const [provision, proposal] of [
    ['Điều 9', 'Sửa thành…'],
    ['Điều 2', ''],
  ] as const) {
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    await committee.fill(member, form, { provision, remark: `Về ${provision}`, proposal })
  }
  const card = await committee.press(member, { kind: 'opinion.show', round })
  await committee.press(member, button(card, vi.buttons.send))
  committee.setClock('2020-07-02T09:00')
  const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
  const recorded = { person: otherMember, position: 'agree', source: 'Công văn số 12', received: '2020-07-02' }
  await committee.fill(coordinator, form, recorded)
  return round
}

describe('opinions', () => {
  it('gives one object for each current opinion, under stable keys', async () => {
    await play()
    const opinions = json((await run(['opinions', 'ND-DLCN', '--json'])).out)
    expect(opinions).toEqual([
      {
        person: otherMember,
        position: 'agree',
        body: '',
        comments: [],
        draftVersion: 1,
        receipt: expect.any(String),
        at: '2020-07-02T02:00:00.000Z',
        late: true,
        recordedBy: coordinator,
        recordedSource: 'Công văn số 12',
        sentBy: null,
      },
      {
        person: member,
        position: 'disagree',
        body: 'Chưa rõ.\nXin xem lại.',
        comments: [
          { provision: 'Điều 9', remark: 'Về Điều 9', proposal: 'Sửa thành…' },
          { provision: 'Điều 2', remark: 'Về Điều 2', proposal: null },
        ],
        draftVersion: 1,
        receipt: expect.any(String),
        at: '2020-06-20T03:00:00.000Z',
        late: false,
        recordedBy: null,
        recordedSource: null,
        sentBy: null,
      },
    ])
    const { out } = await run(['opinions', 'ND-DLCN'])
    expect(out).toContain(`recorded by ${coordinator}: Công văn số 12`)
    expect(out).toContain('    Proposed wording:\n      Sửa thành…')
  })

  it('is an empty list before anybody answered, and refused where there is no round', async () => {
    expect(await run(['opinions', 'ND-DLCN', '--json'])).toMatchObject({ status: 1, out: '' })
    await openRoundOn(committee, 'ND-DLCN')
    expect((await run(['opinions', 'ND-DLCN', '--json'])).out).toBe('[]\n')
  })
})

describe('status', () => {
  it('tells an item’s latest round with everybody asked by standing, under stable keys', async () => {
    await play()
    const report = json((await run(['status', 'ND-DLCN', '--json'])).out)
    expect(report).toMatchObject({
      phase: 'late',
      deadline: '2020-06-30T10:00:00.000Z',
      asked: 3,
      answered: 2,
      late: 1,
      deemed: 0,
      missing: 1,
      positions: { agree: 1, 'agree-with-comments': 0, disagree: 1, other: 0 },
    })
    expect(keysOf(report)).toEqual([
      ...['item', 'title', 'round', 'id', 'phase', 'deadline', 'deadlineRule', 'deadlineDays'],
      ...['asked', 'answered', 'late', 'deemed'],
      ...[
        'missing',
        'former',
        'positions',
        'draftVersion',
        'draftUrl',
        'terms',
        'legalBases',
        'openedAt',
        'closedAt',
        'reason',
        'people',
      ],
    ])
    const person = (key: string, organisation: string) => ({
      person: key,
      name: `Thành viên – ${organisation} (mẫu)`,
      organisation,
    })
    expect(report).toMatchObject({
      people: [
        {
          ...person(member, 'Bộ Y tế'),
          standing: 'answered',
          position: 'disagree',
          at: '2020-06-20T03:00:00.000Z',
          recorded: false,
        },
        { ...person(otherMember, 'Bộ Tài chính'), standing: 'late', position: 'agree', recorded: true },
        { ...person('sample-tv-bxd', 'Bộ Xây dựng'), standing: 'missing', position: null, at: null, recorded: false },
      ],
    })
    const { out } = await run(['status', 'ND-DLCN'])
    expect(out).toContain('Answered 2 of 3 (late 1); deemed 0; missing 1')
    expect(out).not.toContain('Chưa rõ')
  })

  it('lists the rounds that still take answers, nearest deadline first, without people', async () => {
    await openRoundOn(committee, 'CL-CPDT', { day: '2020-07-31' })
    await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const { out } = await run(['status', '--json'])
    expect(json(out)).toMatchObject([{ item: 'ND-DLCN' }, { item: 'CL-CPDT' }])
    expect(out).not.toContain('"people"')
    // Closed by its deadline, also while no server runs that would say so.
    const after = { DONDOC_CLOCK: '2020-06-30T17:00:00+07:00' }
    expect(json((await run(['status', '--json'], after)).out)).toMatchObject([{ item: 'CL-CPDT' }])
    committee.setClock('2020-06-30T17:00')
    await committee.settle()
    expect(json((await run(['status', '--json'])).out)).toMatchObject([{ item: 'CL-CPDT' }])
    expect((await run(['status'])).out).not.toContain('ND-DLCN')
  })

  it('counts silence as deemed only past the deadline, apart from answered and missing', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { silence: 'deemed', basis: 'Điều 8' })
    await answerRound(committee, member, round, { position: 'agree' })
    const read = async () => json((await run(['status', 'ND-DLCN', '--json'])).out)
    expect(await read()).toMatchObject({ answered: 1, deemed: 0, missing: 18 })
    committee.setClock('2020-07-01T08:00')
    await committee.settle()
    expect(await read()).toMatchObject({ answered: 1, deemed: 18, missing: 0, phase: 'late' })
  })

  it('says so when nothing is open', async () => {
    expect((await run(['status'])).out).toBe('No round is open.\n')
    expect((await run(['status', '--json'])).out).toBe('[]\n')
  })
})
