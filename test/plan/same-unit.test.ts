import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSample } from '../../src/imports/sample/load-sample.ts'
import { type UnitInTime, unitsBehind, unitsCalled } from '../../src/plan/units/same-unit.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const unit = (
  id: string,
  toDay: string | null = null,
  successorId: string | null = null,
  inspected = true,
): UnitInTime => ({
  id,
  name: id.toUpperCase(),
  toDay,
  successorId,
  source: successorId === null ? null : 'Luật',
  inspected,
})
/** a went into b at the end of 2024, b into c at the end of June 2025; d is what e alone went into. */
const units = [
  unit('a', '2024-12-31', 'b'),
  unit('b', '2025-06-30', 'c'),
  unit('c'),
  unit('d', null, null, false),
  unit('e', '2025-06-30', 'd'),
]
const called = (id: string, today: string) => unitsCalled(units, id, today).ids

describe('a unit asked about', () => {
  it('stands for itself, and from the day after a merger for what was merged into it, by steps as well', () => {
    expect(called('c', '2025-06-30')).toEqual(['c'])
    expect(called('c', '2025-07-01')).toEqual(['c', 'b', 'a'])
    expect(called('b', '2024-12-31')).toEqual(['b'])
    expect(called('b', '2025-01-01')).toEqual(['b', 'a'])
  })

  it('answers under its old name for itself alone, and says what it has become', () => {
    expect(unitsCalled(units, 'a', '2026-01-01')).toEqual({
      ids: ['a'],
      notes: [{ from: 'A', to: 'B', day: '2025-01-01', source: 'Luật' }],
    })
    expect(unitsCalled(units, 'a', '2024-12-31').notes).toEqual([])
  })

  it('finds its predecessors before the day too where nothing of its own is inspected', () => {
    expect(unitsCalled(units, 'd', '2020-06-16')).toEqual({
      ids: ['d', 'e'],
      notes: [{ from: 'E', to: 'D', day: '2025-07-01', source: 'Luật' }],
    })
  })

  it('comes to an end in any tangle of successors, itself first and nobody twice', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const tangle = fc.uniqueArray(
      fc.record({
        id,
        toDay: fc.option(fc.constantFrom('2020-01-01', '2025-06-30'), { nil: null }),
        successorId: fc.option(id, { nil: null }),
        inspected: fc.boolean(),
      }),
      { selector: (one) => one.id },
    )
    fc.assert(
      fc.property(tangle, id, (drawn, asked) => {
        const { ids } = unitsCalled(
          drawn.map((one) => ({ ...one, name: one.id, source: null })),
          asked,
          '2025-07-01',
        )
        expect(ids[0]).toBe(asked)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('in the sample', () => {
  let base: TestDatabase
  beforeEach(async () => {
    base = await openTestDatabase()
    await loadSample(base.db, new Date('2020-06-16T01:00:00Z'))
  })
  afterEach(() => base.drop())

  const behind = async (name: string, now: string) => {
    const { id } = await base.db.unit.findUniqueOrThrow({ where: { name } })
    const { ids, notes } = await unitsBehind({ db: base.db, now: new Date(now), zone: 'Asia/Ho_Chi_Minh' }, id)
    const names = await base.db.unit.findMany({ where: { id: { in: [...ids] } }, orderBy: { name: 'asc' } })
    return { names: names.map((one) => one.name), notes }
  }

  it('Phú Thọ is Phú Thọ in 2020, and Vĩnh Phúc as well since 01/07/2025', async () => {
    expect((await behind('Phú Thọ', '2020-06-16T01:00:00Z')).names).toEqual(['Phú Thọ'])
    // Midnight in Vietnam.
    expect((await behind('Phú Thọ', '2025-06-30T16:59:00Z')).names).toEqual(['Phú Thọ'])
    expect(await behind('Phú Thọ', '2025-06-30T17:00:00Z')).toEqual({
      names: ['Phú Thọ', 'Vĩnh Phúc'],
      notes: [
        { from: 'Vĩnh Phúc', to: 'Phú Thọ', day: '2025-07-01', source: expect.stringContaining('202/2025/QH15') },
      ],
    })
  })

  it('Hưng Yên, which is not inspected, leads to Thái Bình in 2020 too', async () => {
    const found = await behind('Hưng Yên', '2020-06-16T01:00:00Z')
    expect(found.names).toEqual(['Hưng Yên', 'Thái Bình'])
    expect(found.notes).toMatchObject([{ from: 'Thái Bình', to: 'Hưng Yên', day: '2025-07-01' }])
  })
})
