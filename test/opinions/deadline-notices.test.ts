import { describe, expect, it } from 'vitest'
import { deadlineNotices } from '../../src/opinions/rounds/deadline-notices.ts'

describe('who is told of deadlines', () => {
  const round = (id: string, closes: boolean, agency: string | null) => ({ id, revision: 2, closes, agency })
  const readers = {
    coordinators: ['c1', 'c2'],
    drafters: [
      { id: 'd1', organisation: 'A' },
      { id: 'd2', organisation: null },
      { id: 'c1', organisation: 'A' },
    ],
  }
  const told = (...rounds: ReturnType<typeof round>[]) =>
    deadlineNotices(rounds, readers).map(({ post, rounds: about }) => [
      post.personId,
      about.map(({ id }) => id).join(''),
    ])

  it('are coordinators of each, and of what is closed the people of its agency, nobody twice', () => {
    expect(told(round('x', true, 'A'), round('y', false, 'A'), round('z', true, null))).toEqual([
      ['c1', 'xyz'],
      ['c2', 'xyz'],
      ['d1', 'x'],
    ])
  })

  it('get it under a key of the first round’s revision, as that of a round by itself', () => {
    const [one] = deadlineNotices([round('x', true, null)], readers)
    expect(one?.post).toEqual({
      key: 'round:x:due:2:c1',
      personId: 'c1',
      letter: { kind: 'round-closed', round: 'x', revision: 2 },
      subject: 'x',
    })
    const [several] = deadlineNotices([round('x', true, null), round('y', false, null)], readers)
    expect(several?.post).toEqual({
      key: 'round:x:due:2:c1',
      personId: 'c1',
      letter: {
        kind: 'rounds-due',
        rounds: [
          { round: 'x', revision: 2, closed: true },
          { round: 'y', revision: 2, closed: false },
        ],
      },
    })
  })
})
