import { expect } from 'vitest'
import { type Committee, coordinator, formOf } from './committee.ts'

/** What others do meanwhile in more than one file of races. */
export const raceChanges = (committee: () => Committee) => ({
  changeRound: async (round: string, change: 'close' | 'withdraw' | 'extend', values: Record<string, string> = {}) => {
    const form = formOf(await committee().press(coordinator, { kind: 'round.change.form', round, change }))
    return await committee().fill(coordinator, form, { reason: 'nhầm bản', ...values })
  },

  /** The roster's file ends a role with yesterday. */
  endRole: async (key: string, role: string) => {
    const { id } = await committee().db.person.findUniqueOrThrow({ where: { key } })
    const { count } = await committee().db.role.updateMany({
      where: { personId: id, role },
      data: { toDay: '2020-06-15' },
    })
    expect(count).toBe(1)
  },
})
