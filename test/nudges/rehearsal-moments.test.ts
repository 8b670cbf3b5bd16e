import { describe, expect, it } from 'vitest'
import { readRehearsal } from '../../src/nudges/rehearsal/read-rehearsal.ts'
import { rehearse } from '../../src/nudges/rehearsal/rehearsal.ts'
import { openTale, type Tale } from '../support/rehearsable.ts'

describe('a rehearsal', () => {
  const base: Tale = {
    start: { day: 0, hour: 9, minute: 0 },
    before: [],
    planMade: 400,
    digest: 'off',
    zones: [],
    rounds: [],
    leave: [],
    delegations: [],
    roles: [],
    successors: [],
    visits: [],
  }
  /** What the rehearsal of a committee tells, beginning on Monday 25/05/2020; as `2020-05-25T02:00Z digest sample-dp1`. */
  async function toldOf(told: Partial<Tale>): Promise<readonly string[]> {
    const { committee, context, span } = await openTale({ ...base, ...told })
    try {
      const keys = new Map((await committee.db.person.findMany()).map((person) => [person.id, person.key]))
      const cast = await readRehearsal(context(), { assume: false })
      return rehearse(context(), cast, span).map(
        ({ at, kind, person }) => `${at.toISOString().slice(0, 16)}Z ${kind} ${keys.get(person)}`,
      )
    } finally {
      await committee.drop()
    }
  }
  const of = (lines: readonly string[], kind: string, key: string) =>
    lines.filter((line) => line.endsWith(` ${kind} ${key}`)).map((line) => line.slice(0, 17))
  const digest = { weekday: 1, time: '08:00' } as const

  it('has no digest of before there was a plan, and begins at its own moment instead of at midnight', async () => {
    expect(of(await toldOf({ digest, planMade: 0 }), 'digest', 'sample-dp1')).toEqual(['2020-06-01T01:00Z'])
    // One that was due at 08:00 and did not go out comes at 09:00, when the rehearsal begins.
    expect(of(await toldOf({ digest }), 'digest', 'sample-dp1')).toEqual(['2020-05-25T02:00Z', '2020-06-01T01:00Z'])
    // It went out, an hour before.
    expect(of(await toldOf({ digest, before: [1] }), 'digest', 'sample-dp1')).toEqual(['2020-06-01T01:00Z'])
  })

  it('has the digest of a coordinator in Berlin go out in the morning there, also where it waits already', async () => {
    const berlin = { digest, zones: [[0, 'Europe/Berlin'] as [number, 'Europe/Berlin']] }
    const mornings = ['2020-05-25T06:00Z', '2020-06-01T06:00Z']
    expect(of(await toldOf(berlin), 'digest', 'sample-dp1')).toEqual(mornings)
    expect(of(await toldOf({ ...berlin, before: [1] }), 'digest', 'sample-dp1')).toEqual(mornings)
    expect(of(await toldOf(berlin), 'digest', 'sample-dp2')).toEqual(['2020-05-25T02:00Z', '2020-06-01T01:00Z'])
  })

  it('has the message to a delegate, on their own clocks', async () => {
    const round = {
      item: 0,
      opened: 100,
      due: 2,
      dueTime: '17:00',
      late: 'refuse',
      silence: 'none',
      at: '08:30',
      escalateAfter: 1,
      draft: true,
      answered: null,
      snoozed: null,
    } as const
    const delegations = [{ giver: 0, taker: 0, item: null, period: [0, 9] as [number, number], givenAt: 60 }]
    const lines = await toldOf({ rounds: [round], delegations, zones: [[5, 'America/New_York']] })
    expect(of(lines, 'nudge', 'sample-st-bca')).toEqual(['2020-05-26T12:30Z'])
    expect(of(lines, 'nudge', 'sample-tv-byt').at(-1)).toBe('2020-05-27T01:30Z')
  })

  it('has the request to a successor on their first day, and only the steps after it', async () => {
    const open = { item: 0, opened: 100, dueTime: '17:00', late: 'refuse', silence: 'none', at: '08:30' } as const
    const round = { ...open, due: 4, escalateAfter: 1, draft: true, answered: null, snoozed: null }
    const comes = { giver: 0, last: 0, gap: 2, zone: 'Asia/Ho_Chi_Minh' } as const
    const lines = await toldOf({ rounds: [round], successors: [comes] })
    expect(of(lines, 'request', 'ke-nhiem-1')).toEqual(['2020-05-27T17:00Z'])
    expect(of(lines, 'nudge', 'ke-nhiem-1')).toEqual(['2020-05-28T01:30Z', '2020-05-29T01:30Z'])
    expect(of(lines, 'nudge', 'sample-tv-byt')).toEqual(['2020-05-25T02:00Z'])
    // Asked half an hour past the step of that day, which the request covers: when it begins, or before.
    const asked = { rounds: [{ ...round, due: 1 }], successors: [{ ...comes, last: -2, gap: 0 }] }
    for (const [before, requests] of [
      [[], ['2020-05-25T02:00Z']],
      [[0.25], []],
    ] as const) {
      const told = await toldOf({ ...asked, before: [...before] })
      expect(of(told, 'request', 'ke-nhiem-1')).toEqual(requests)
      expect(of(told, 'nudge', 'ke-nhiem-1')).toEqual(['2020-05-26T01:30Z'])
    }
  })

  it('has no request to a successor once the round takes no answers, nor to a second one', async () => {
    const open = { item: 0, opened: 100, due: 1, dueTime: '17:00', at: '08:30', escalateAfter: 1, draft: true } as const
    const round = { ...open, answered: null, snoozed: null, late: 'accept', silence: 'none' } as const
    const comes = { giver: 0, last: 0, gap: 2, zone: 'Asia/Ho_Chi_Minh' } as const
    const requests = async (more: Partial<Tale['rounds'][number]>, successors: Tale['successors'] = [comes]) =>
      (await toldOf({ rounds: [{ ...round, ...more }], successors })).filter((line) => line.includes(' request '))
    expect(await requests({})).toEqual(['2020-05-27T17:00Z request ke-nhiem-1'])
    expect(await requests({ late: 'refuse' })).toEqual([])
    expect(await requests({ silence: 'deemed' })).toEqual([])
    const earlier = { ...comes, gap: 0 }
    expect(await requests({}, [earlier, comes])).toEqual(['2020-05-25T17:00Z request ke-nhiem-1'])
    // Asked before it begins.
    const two = [-2, -2].map((last, at) => ({ ...comes, last, gap: at * 3 }))
    const told = await toldOf({ rounds: [round], successors: two, before: [0.25] })
    expect(told.filter((line) => line.includes(' request '))).toEqual([])
  })

  it('has one message a person for deadlines that pass at once', async () => {
    const round = {
      opened: 100,
      due: 2,
      dueTime: '17:00',
      silence: 'none',
      at: '08:30',
      escalateAfter: 1,
      draft: true,
      answered: null,
      snoozed: null,
    } as const
    const rounds = [0, 1, 2].map((item) => ({ ...round, item, late: item === 0 ? ('refuse' as const) : 'accept' }))
    const lines = await toldOf({ rounds: rounds as Tale['rounds'] })
    expect(of(lines, 'deadline', 'sample-dp1')).toEqual(['2020-05-27T10:00Z'])
  })
})
