import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsWords, phase, standing, takesAnswers, takingAnswers } from '../../src/opinions/rounds/phase.ts'

const dueAt = new Date('2020-06-30T10:00:00Z')
const before = new Date(dueAt.getTime() - 1)
const after = new Date(dueAt.getTime() + 1)
const open = { state: 'open', dueAt, late: 'refuse', silence: 'missing', closedAt: null }
const deemed = { ...open, silence: 'deemed' }

describe('a round', () => {
  it('is open until the millisecond of its deadline, and not in it', () => {
    expect(phase(open, before)).toBe('open')
    expect(phase(open, dueAt)).toBe('closed')
    expect(phase({ ...open, late: 'accept' }, before)).toBe('open')
  })

  it('that accepts late answers goes on after its deadline until somebody closes it', () => {
    const accepting = { ...open, late: 'accept' }
    expect(phase(accepting, dueAt)).toBe('late')
    expect(phase(accepting, after)).toBe('late')
    expect(phase({ ...accepting, state: 'closed' }, after)).toBe('closed')
  })

  it('that was closed or withdrawn is so before its deadline too', () => {
    expect(phase({ ...open, state: 'closed' }, before)).toBe('closed')
    expect(phase({ ...open, state: 'withdrawn' }, before)).toBe('withdrawn')
    expect(phase({ ...open, state: 'withdrawn', late: 'accept' }, after)).toBe('withdrawn')
  })

  it('takes answers while it is open or late, and the condition on stored rounds finds just these', () => {
    const round = fc.record({
      state: fc.constantFrom('open', 'closed', 'withdrawn'),
      late: fc.constantFrom('accept', 'refuse'),
      silence: fc.constantFrom('missing', 'deemed'),
      dueAt: fc.constantFrom(before, dueAt, after),
    })
    const found = ({ state, late, dueAt: due }: typeof open): boolean => {
      const wanted = takingAnswers(dueAt)
      return (
        wanted.state === state &&
        wanted.OR.some((one) => ('dueAt' in one ? one.dueAt !== undefined && due > one.dueAt.gt : one.late === late))
      )
    }
    fc.assert(
      fc.property(round, (one) => {
        const takes = one.state === 'open' && (one.dueAt > dueAt || one.late === 'accept')
        expect(takesAnswers(one, dueAt)).toBe(takes)
        expect(found({ ...one, closedAt: null })).toBe(takes)
      }),
    )
  })
})

describe('somebody asked', () => {
  it('has answered, in time or late, whatever became of the round or of their seat since', () => {
    for (const round of [open, deemed, { ...open, state: 'withdrawn' }])
      for (const former of [false, true]) {
        expect(standing(round, { late: false }, after, former)).toBe('answered')
        expect(standing(round, { late: true }, after, former)).toBe('late')
      }
  })

  it('is missing until the deadline, and after it where no rule counts silence', () => {
    expect(standing(open, undefined, before)).toBe('missing')
    expect(standing(open, undefined, after)).toBe('missing')
    expect(standing(deemed, undefined, before)).toBe('missing')
  })

  it('is deemed from the deadline on where the round cites a rule for it', () => {
    expect(standing(deemed, undefined, dueAt)).toBe('deemed')
    expect(standing({ ...deemed, state: 'closed', closedAt: dueAt }, undefined, after)).toBe('deemed')
    expect(standing({ ...deemed, state: 'closed', closedAt: after }, undefined, after)).toBe('deemed')
  })

  it('is deemed neither in a round that was closed before its deadline nor in one that was withdrawn', () => {
    expect(standing({ ...deemed, state: 'closed', closedAt: before }, undefined, after)).toBe('missing')
    expect(standing({ ...deemed, state: 'withdrawn' }, undefined, after)).toBe('missing')
  })

  it('who left without an answer is neither missing nor deemed', () => {
    expect(standing(open, undefined, before, true)).toBe('former')
    expect(standing(deemed, undefined, after, true)).toBe('former')
  })
})

it('plain agreement alone needs no words', () => {
  expect(needsWords('agree')).toBe(false)
  for (const position of ['agree-with-comments', 'disagree', 'other'] as const) expect(needsWords(position)).toBe(true)
})
