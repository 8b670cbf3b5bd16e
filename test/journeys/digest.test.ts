import { afterEach, beforeEach, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { labelsOf, slackPerson, wordsOf } from '../support/slack-person.ts'
import { aad } from '../support/teams-activities.ts'
import { teamsPerson } from '../support/teams-person.ts'

let whole: WholeProcess
beforeEach(async () => {
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'ct', role: 'chair', teams: aad('ct') },
    { key: 'an', role: 'member', slack: 'UAN' },
    { key: 'binh', role: 'member' },
  ])
})
afterEach(() => whole.close())

it('goes from the missing round to the digest and the reminder, in the chats people have', async () => {
  const coordinator = slackPerson(whole.url, whole.slack, 'UDP')
  const chair = teamsPerson(whole.url, whole.teams, aad('ct'))
  await chair.install()

  await whole.nudge()
  const lacking = await coordinator.card(vi.digest.upcoming.title(vi.quarter('2020-Q2')))
  const trigger = await coordinator.press(lacking, `${vi.buttons.openRound}: ND-DLCN`)
  expect(await coordinator.submit(await coordinator.view(trigger), {})).toEqual({ status: 200, body: undefined })
  await coordinator.press(await coordinator.card(vi.round.preview), vi.buttons.open)
  await slackPerson(whole.url, whole.slack, 'UAN').card('đề nghị cho ý kiến')

  whole.setClock('2020-06-22T08:00')
  await whole.nudge()
  const digest = await coordinator.card('Bản tin tình hình')
  expect(wordsOf(digest)).toContain('đã gửi 0/2; chưa gửi 2; quá hạn 0')
  expect(wordsOf(digest)).toContain(`Họ tên binh, Bộ binh: ${vi.digest.unreachableWhy['no-account']}`)
  expect(labelsOf(digest)).toEqual([vi.buttons.remind(2), vi.buttons.status, vi.overview.button, vi.desk.open])
  await coordinator.press(digest, `${vi.buttons.remind(2)}: ND-DLCN`)
  await coordinator.card('Họ tên an')

  const short = JSON.stringify((await chair.card('Bản tin tình hình')).card)
  expect(short).toContain(vi.digest.short.missing(2, 0))
  expect(short).not.toContain('Họ tên')
})
