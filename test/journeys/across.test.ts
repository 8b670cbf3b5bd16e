import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest'
import { z } from 'zod'
import type { Message } from '../../src/contract/message.ts'
import { plain } from '../../src/contract/plain.ts'
import { vi } from '../../src/texts/vi.ts'
import { button } from '../support/committee.ts'
import { nameOf, openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import {
  type SlackPerson,
  labelsOf as slackLabels,
  slackPerson,
  wordsOf as slackWords,
} from '../support/slack-person.ts'
import { aad, TENANT } from '../support/teams-activities.ts'
import { wordsOf as teamsWords } from '../support/teams-connector.ts'
import { type TeamsPerson, labelsOf as teamsLabels, teamsPerson } from '../support/teams-person.ts'
import { enterByLink } from '../support/web-seats.ts'
import { webTab } from '../support/web-tab.ts'

const patience = { timeout: 10_000, interval: 20 }
const asking = 'đề nghị cho ý kiến'

let whole: WholeProcess
let coordinator: SlackPerson
/** One person with three accounts. */
let inSlack: SlackPerson
let inTeams: TeamsPerson

beforeEach(async () => {
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'an', role: 'member', slack: 'UAN', teams: aad('an') },
    { key: 'binh', role: 'member' },
  ])
  coordinator = slackPerson(whole.url, whole.slack, 'UDP')
  inSlack = slackPerson(whole.url, whole.slack, 'UAN')
  inTeams = teamsPerson(whole.url, whole.teams, aad('an'))
})
afterEach(() => whole.close())

async function openRound() {
  const { trigger } = await coordinator.command('/dondoc', 'lấy ý kiến ND-DLCN')
  await coordinator.submit(await coordinator.view(trigger), {})
  const preview = await coordinator.card(vi.round.preview)
  await coordinator.press(preview, vi.buttons.open)
  await vitest.waitUntil(async () => (await waiting()) === 0, patience)
  return preview
}

const waiting = () => whole.db.outbox.count({ where: { status: { in: ['waiting', 'sending'] } } })

const Answered = z.object({ reply: z.object({ kind: z.literal('message'), message: z.custom<Message>() }) })
const History = z.object({
  entries: z.array(z.object({ kind: z.string(), message: z.custom<Message>() })),
})

/** Enters the web chat by a link that the coordinator makes in Slack and hands over. */
async function enterWeb(key: string) {
  const form = await coordinator.view(await coordinator.press(await coordinator.openHome(), vi.buttons.access))
  await coordinator.submit(form, { person: key })
  const path = /\/enter\/[\w-]+/.exec(slackWords(await coordinator.card(nameOf(key), '/enter/')))?.[0] ?? ''
  const followed = await webTab(whole.url).get(path)
  const { tab } = await enterByLink(whole.url, followed.headers.get('set-cookie') ?? '')
  let count = 0
  return {
    async press(intent: object): Promise<Message> {
      const got = await tab.post('/web/inbound', { id: `${key}-${++count}`, input: { kind: 'pressed', intent } })
      return Answered.parse(got.json).reply.message
    },
    history: async () =>
      History.parse((await tab.post('/web/history', '{}')).json).entries.map(({ message }) => plain(message)),
  }
}

it('whose only account is on a platform that has not heard from them is named as out of reach, and not once it has', async () => {
  const user = aad('binh')
  expect((await whole.cli('people', 'link', 'binh', '--msteams', `${TENANT}/${user}`)).status).toBe(0)
  await openRound()
  const warned = () => coordinator.card(vi.round.unreachable(1), nameOf('binh'))
  expect(slackWords(await warned())).not.toContain(nameOf('an'))
  const digest = async () => (await whole.cli('digest', '--json')).out
  expect(await digest()).toContain('takes-no-letters')
  await teamsPerson(whole.url, whole.teams, user).say('chào')
  expect(await digest()).not.toContain('takes-no-letters')
})

describe('one person with three accounts', () => {
  it('begins an answer in Slack, comments on it in Teams and sends it on the web; the card in Slack shows it', async () => {
    await inSlack.say('trợ giúp')
    await openRound()
    const asked = await inSlack.card(asking)
    const form = await inSlack.view(await inSlack.press(asked, vi.buttons.answer))
    await inSlack.submit(form, { position: 'disagree', body: 'viết trong Slack' })
    await inSlack.card(vi.opinion.draftTitle)

    await inTeams.say('góp ý ND-DLCN')
    const drawn = await inTeams.card(vi.opinion.draftTitle, 'viết trong Slack')
    const comment = await inTeams.press(drawn, vi.buttons.addComment)
    const stale = await inTeams.press(comment, vi.opinion.commentSubmit, {
      provision: 'Điều 5',
      remark: 'viết trong Teams',
    })
    expect(teamsWords(stale.card)).toContain('viết trong Teams')

    const web = await enterWeb('an')
    const card = await web.press(button(await web.press({ kind: 'home.show' }), vi.buttons.answer))
    expect(plain(card)).toContain('viết trong Teams')
    expect(plain(await web.press(button(card, vi.buttons.send)))).toContain(vi.opinion.receipt)

    expect(await whole.db.opinion.findMany({ include: { comments: true } })).toMatchObject([
      { body: 'viết trong Slack', version: 1, comments: [{ provision: 'Điều 5', remark: 'viết trong Teams' }] },
    ])
    const receipt = await inSlack.card(vi.opinion.receipt, 'viết trong Teams')
    expect(receipt.ts).toBe(asked.ts)
    expect(slackLabels(receipt)).not.toContain(vi.buttons.answer)
    // The draft's card in Teams is out of date: pressed once more, it shows the receipt and stores nothing.
    const after = await inTeams.press(stale, vi.buttons.send)
    expect(teamsWords(after.card)).toContain(vi.opinion.receipt)
    expect(await whole.db.opinion.count()).toBe(1)
  })

  it('is asked once, where they were last, and told of changes where they have been since', async () => {
    await inSlack.say('trợ giúp')
    await inSlack.card(vi.help.title)
    whole.setClock('2020-06-16T11:00')
    await inTeams.install()
    await openRound()
    const inChat = () => inTeams.inbox().filter(({ card }) => teamsWords(card).includes(asking))
    expect(inChat()).toHaveLength(1)
    expect(inSlack.inbox()).toHaveLength(1)

    whole.setClock('2020-06-16T14:00')
    await inSlack.say('trợ giúp')
    const { trigger } = await coordinator.command('/dondoc', 'gia hạn ND-DLCN đến 17:00 07/07/2020 vì chờ Bộ Công an')
    await coordinator.submit(await coordinator.view(trigger), {})
    await inSlack.card('chờ Bộ Công an')
    await vitest.waitUntil(() => inChat().every(({ card }) => teamsWords(card).includes('07/07/2020')), patience)
    await vitest.waitUntil(async () => (await waiting()) === 0, patience)
    expect(inTeams.inbox().filter(({ card }) => teamsWords(card).includes('chờ Bộ Công an'))).toEqual([])
  })

  it('answers where they like: the card where it was asked stops asking', async () => {
    await inTeams.install()
    await openRound()
    const asked = await inTeams.card(asking)
    const { trigger } = await inSlack.command('/ykien', 'ND-DLCN đồng ý')
    await inSlack.press(await inSlack.aside(trigger), vi.buttons.send)
    const rewritten = await inTeams.card(vi.opinion.receipt)
    expect(rewritten.id).toBe(asked.id)
    expect(teamsLabels(rewritten)).not.toContain(vi.buttons.answer)
  })

  it('is asked in Slack where Teams no longer takes notifications', async () => {
    await inTeams.install()
    inTeams.block()
    await openRound()
    await inSlack.card(asking)
    expect(inSlack.inbox()).toHaveLength(1)
  })
})

describe('somebody without Slack and Teams', () => {
  it('is named as not reached, and finds the request on entering by an access link', async () => {
    const preview = await openRound()
    expect(slackWords(preview)).toContain(`! ${vi.round.unreachable(1)}\n${nameOf('binh')}`)
    expect(
      await whole.db.outbox.findMany({ where: { status: 'unreachable' }, include: { person: true } }),
    ).toMatchObject([{ person: { key: 'binh' } }])
    const web = await enterWeb('binh')
    expect(plain(await web.press({ kind: 'home.show' }))).toContain(vi.home.waiting)
    const history = await vitest.waitUntil(async () => {
      const messages = await web.history()
      return messages.some((words) => words.includes(asking)) ? messages : undefined
    }, patience)
    expect(history).toHaveLength(1)
  })
})
