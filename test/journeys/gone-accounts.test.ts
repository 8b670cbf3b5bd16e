import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { type House, nameOf, openHouse } from '../support/house-on-platforms.ts'
import { type SlackPerson, slackPerson, wordsOf } from '../support/slack-person.ts'

let house: House
let coordinator: SlackPerson
beforeEach(async () => {
  house = await openHouse([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'an', role: 'member', slack: 'UAN' },
    { key: 'binh', role: 'member', slack: 'UBINH' },
  ])
  coordinator = slackPerson(house.url, house.slack, 'UDP')
})
afterEach(() => house.close())

const is = (user: string, deleted: boolean, team_id = 'T1') =>
  house.slack.people.set(`${user}@example.vn`, { id: user, team_id, deleted })
const unreachable = async (user: string) =>
  (await house.db.account.findFirstOrThrow({ where: { platform: 'slack', user } })).unreachable
const asked = () => house.slack.of('users.info').map(({ args }) => args.user)
const proposal = async () => {
  const before = coordinator.inbox().length
  await coordinator.submit(
    await coordinator.view((await coordinator.command('/dondoc', 'lấy ý kiến ND-DLCN')).trigger),
    {},
  )
  await expect.poll(() => coordinator.inbox().length, { timeout: 10_000 }).toBeGreaterThan(before)
  return await coordinator.card(vi.round.preview)
}
const title = vi.accountsGone.title(1)

describe('an account that was deactivated in Slack', () => {
  it('is marked by the daily look, told of once, shown where the round is opened, and written to no more', async () => {
    is('UAN', true)
    await house.look()
    expect(await unreachable('UAN')).toBe('deactivated')
    const told = await coordinator.card(title)
    expect(wordsOf(told)).toContain(`${nameOf('an')}, Bộ an: tài khoản Slack đã bị vô hiệu hoá`)
    const preview = await proposal()
    expect(wordsOf(preview)).toContain(vi.round.unreachable(1))
    await coordinator.press(preview, vi.buttons.open)
    await slackPerson(house.url, house.slack, 'UBINH').card('đề nghị cho ý kiến')
    await expect
      .poll(
        async () => (await house.db.outbox.findMany({ where: { person: { key: 'an' } } })).map((row) => row.status),
        {
          timeout: 10_000,
        },
      )
      .toEqual(['unreachable'])
    expect(slackPerson(house.url, house.slack, 'UAN').inbox()).toEqual([])
    const { out } = await house.cli('doctor')
    expect(out).toContain('an: slack T1/UAN (deactivated)')
    house.setClock('2020-06-17T10:00')
    await house.look()
    expect(coordinator.inbox().filter((message) => wordsOf(message).includes(title))).toHaveLength(1)
  })

  it('gets what waited once it is active again', async () => {
    is('UAN', true)
    await house.look()
    await coordinator.press(await proposal(), vi.buttons.open)
    await expect
      .poll(async () => await house.db.outbox.count({ where: { status: 'unreachable' } }), { timeout: 10_000 })
      .toBe(1)
    is('UAN', false)
    await house.look()
    expect(await unreachable('UAN')).toBeNull()
    await slackPerson(house.url, house.slack, 'UAN').card('đề nghị cho ý kiến')
  })

  it('is found when a round is opened, though it was looked at in the morning', async () => {
    await house.look()
    expect(asked().sort()).toEqual(['UAN', 'UBINH', 'UDP'])
    await house.look()
    expect(asked()).toHaveLength(3)
    is('UBINH', true)
    house.setClock('2020-06-16T14:00')
    await coordinator.press(await proposal(), vi.buttons.open)
    await house.look()
    expect(asked().slice(3).sort()).toEqual(['UAN', 'UBINH'])
    expect(await unreachable('UBINH')).toBe('deactivated')
    expect(wordsOf(await coordinator.card(title))).toContain(nameOf('binh'))
  })
})

it('somebody whom Slack does not know, or who is of another workspace, is marked likewise', async () => {
  // Whichever is asked about first is the one that Slack does not know.
  for (const user of ['UDP', 'UAN', 'UBINH']) is(user, false, 'T9')
  house.slack.next('users.info', { error: 'user_not_found' })
  await house.look()
  const marks = await house.db.account.findMany({ where: { platform: 'slack' }, select: { unreachable: true } })
  expect(marks.flatMap((one) => one.unreachable ?? []).sort()).toEqual(['elsewhere', 'elsewhere', 'unknown-person'])
})

it('while Slack cannot be asked nothing is marked, nobody is told, and the next turn asks again', async () => {
  is('UAN', true)
  house.slack.next('users.info', { status: 429, retryAfter: 30 })
  await house.look()
  expect(asked()).toHaveLength(1)
  expect(await house.db.account.count({ where: { unreachable: { not: null } } })).toBe(0)
  expect(house.lines.filter((line) => line.event === 'accounts.not-asked')).toHaveLength(1)
  await house.look()
  expect(await unreachable('UAN')).toBe('deactivated')
})
