import { expect, test } from 'vitest'
import type { Role } from '../../src/people/actor.ts'
import { waysOf } from '../../src/requests/home/ways-of.ts'
import { vi } from '../../src/texts/vi.ts'

const groups = (...roles: Role[]) => {
  const actor = {
    id: 'p',
    key: 'k',
    name: 'x',
    honorific: null,
    title: null,
    organisation: null,
    roles: new Set(roles),
  }
  return waysOf({ texts: vi, actor: { ...actor, locale: null, timeZone: null } }).map((block) =>
    block.kind === 'buttons' ? [block.label, ...block.buttons.map(({ label }) => label)] : [],
  )
}
const { buttons: b } = vi

test('what a role does most comes first', () => {
  expect(groups('member')[0]).toEqual([vi.home.most, b.mine, b.plan])
  expect(groups('coordinator')[0]).toEqual([vi.home.most, b.openRound, b.status, vi.schedule.button])
  expect(groups('team')[0]).toEqual([vi.home.most, vi.schedule.button])
  expect(groups('chair')[0]).toEqual([vi.home.most, b.status])
  expect(groups('drafter')[0]).toEqual([vi.home.most, b.status, b.plan])
})

test('somebody of several roles finds each way once, and nobody loses one', () => {
  const everybody = [b.plan, b.status, vi.schedule.button, vi.teams.button, vi.leave.button, vi.delegation.button]
  const always = [...everybody, b.help, b.language]
  for (const roles of [[], ['member'], ['member', 'coordinator', 'team'], ['chair', 'drafter']] as Role[][]) {
    const ways = groups(...roles).flatMap(([, ...labels]) => labels)
    expect(new Set(ways).size).toBe(ways.length)
    for (const way of always) expect(ways, roles.join()).toContain(way)
  }
})
