import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { nameOf, openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { type SlackPerson, slackPerson, wordsOf } from '../support/slack-person.ts'

let whole: WholeProcess
let coordinator: SlackPerson
beforeEach(async () => {
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'an', role: 'member', slack: 'UAN' },
    { key: 'binh', role: 'member', slack: 'UBINH' },
  ])
  coordinator = slackPerson(whole.url, whole.slack, 'UDP')
})
afterEach(() => whole.close())

const is = (user: string, deleted: boolean, team_id = 'T1') =>
  whole.slack.people.set(`${user}@example.vn`, { id: user, team_id, deleted })
const unreachable = async (user: string) =>
  (await whole.db.account.findFirstOrThrow({ where: { platform: 'slack', user } })).unreachable
const asked = () => whole.slack.of('users.info').map(({ args }) => args.user)
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
    await whole.look()
    expect(await unreachable('UAN')).toBe('deactivated')
    const told = await coordinator.card(title)
    expect(wordsOf(told)).toContain(`${nameOf('an')}, Bộ an: tài khoản Slack đã bị vô hiệu hóa`)
    const preview = await proposal()
    expect(wordsOf(preview)).toContain(vi.round.unreachable(1))
    await coordinator.press(preview, vi.buttons.open)
    await slackPerson(whole.url, whole.slack, 'UBINH').card('đề nghị cho ý kiến')
    await expect
      .poll(
        async () => (await whole.db.outbox.findMany({ where: { person: { key: 'an' } } })).map((row) => row.status),
        {
          timeout: 10_000,
        },
      )
      .toEqual(['unreachable'])
    expect(slackPerson(whole.url, whole.slack, 'UAN').inbox()).toEqual([])
    const { out } = await whole.cli('doctor')
    expect(out).toContain('an: slack T1/UAN (deactivated)')
    whole.setClock('2020-06-17T10:00')
    await whole.look()
    expect(coordinator.inbox().filter((message) => wordsOf(message).includes(title))).toHaveLength(1)
  })

  it('gets what waited once it is active again', async () => {
    is('UAN', true)
    await whole.look()
    await coordinator.press(await proposal(), vi.buttons.open)
    await expect
      .poll(async () => await whole.db.outbox.count({ where: { status: 'unreachable' } }), { timeout: 10_000 })
      .toBe(1)
    is('UAN', false)
    await whole.look()
    expect(await unreachable('UAN')).toBeNull()
    await slackPerson(whole.url, whole.slack, 'UAN').card('đề nghị cho ý kiến')
  })

  it('is found when a round is opened, though it was looked at in the morning', async () => {
    await whole.look()
    expect(asked().sort()).toEqual(['UAN', 'UBINH', 'UDP'])
    await whole.look()
    expect(asked()).toHaveLength(3)
    is('UBINH', true)
    whole.setClock('2020-06-16T14:00')
    await coordinator.press(await proposal(), vi.buttons.open)
    await whole.look()
    expect(asked().slice(3).sort()).toEqual(['UAN', 'UBINH'])
    expect(await unreachable('UBINH')).toBe('deactivated')
    expect(wordsOf(await coordinator.card(title))).toContain(nameOf('binh'))
  })
})

it('somebody whom Slack does not know, or who is of another workspace, is marked likewise', async () => {
  // Whichever is asked about first is the one that Slack does not know.
  for (const user of ['UDP', 'UAN', 'UBINH']) is(user, false, 'T9')
  whole.slack.next('users.info', { error: 'user_not_found' })
  await whole.look()
  const marks = await whole.db.account.findMany({ where: { platform: 'slack' }, select: { unreachable: true } })
  expect(marks.flatMap((one) => one.unreachable ?? []).sort()).toEqual(['elsewhere', 'elsewhere', 'unknown-person'])
})

it('while Slack cannot be asked nothing is marked, nobody is told, and the next turn asks again', async () => {
  is('UAN', true)
  whole.slack.next('users.info', { status: 429, retryAfter: 30 })
  await whole.look()
  expect(asked()).toHaveLength(1)
  expect(await whole.db.account.count({ where: { unreachable: { not: null } } })).toBe(0)
  expect(whole.lines.filter((line) => line.event === 'accounts.not-asked')).toHaveLength(1)
  await whole.look()
  expect(await unreachable('UAN')).toBe('deactivated')
})
