import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { readCalendarText } from '../support/calendar-reader.ts'
import { nameOf, openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import {
  type SlackPerson,
  labelsOf as slackLabels,
  slackPerson,
  wordsOf as slackWords,
} from '../support/slack-person.ts'
import { postInteraction } from '../support/slack-requests.ts'
import { aad } from '../support/teams-activities.ts'
import { everyElement, wordsOf as teamsWords } from '../support/teams-connector.ts'
import { type TeamsPerson, labelsOf as teamsLabels, teamsPerson } from '../support/teams-person.ts'

const patience = { timeout: 10_000, interval: 20 }
const planned = vi.visits.notifications.planned('Đoàn công tác số 3', 'Bộ Y tế', 'Thứ Hai, 22/06/2020, 08:00')
const onlyPrivate = `${vi.refusals['only-private']({})} ${vi.help.sentPrivately}`
const command = 'xếp Bộ Y tế cho đoàn 3 ngày 22/06 08:00'

let whole: WholeProcess
let coordinator: SlackPerson
let leader: TeamsPerson
let member: SlackPerson
let outsider: TeamsPerson

beforeEach(async () => {
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'truong', role: 'team', teams: aad('truong'), sits: ['3', 'leader'] },
    { key: 'binh', role: 'team', organisation: 'Bộ Y tế', slack: 'UBINH', sits: ['3', 'member'] },
    { key: 'khac', role: 'coordinator', teams: aad('khac'), sits: ['4', 'leader'] },
  ])
  coordinator = slackPerson(whole.url, whole.slack, 'UDP')
  leader = teamsPerson(whole.url, whole.teams, aad('truong'))
  member = slackPerson(whole.url, whole.slack, 'UBINH')
  outsider = teamsPerson(whole.url, whole.teams, aad('khac'))
  await Promise.all([leader.install(), outsider.install()])
})
afterEach(() => whole.close())

/** Resolves when everything that was to go out has gone. */
const delivered = () =>
  vitest.waitUntil(
    async () => (await whole.db.outbox.count({ where: { status: { in: ['waiting', 'sending'] } } })) === 0,
    patience,
  )

/** Plans team 3's visit as the coordinator does: typed words, dialogue, preview; saved over its one conflict. */
async function plan() {
  const { trigger } = await coordinator.command('/dondoc', command)
  const form = await coordinator.view(trigger)
  expect(await coordinator.submit(form, { place: '138A Giảng Võ' })).toEqual({ status: 200, body: undefined })
  const preview = await coordinator.card(vi.visits.previewNew)
  await coordinator.press(preview, vi.visits.saveAnyway)
  await coordinator.card(vi.visits.saved(2))
  await leader.card(planned)
  await member.card(planned)
  return preview
}

const ask = async () =>
  await leader.press(await leader.press(await leader.card(planned), vi.visits.askMove), vi.moves.askSubmit, request)
const request = { day: '2020-06-24', time: '14:00', reason: 'Trùng lịch họp' }

/** The coordinator accepts it; a conflict takes a second press. */
async function accept() {
  await coordinator.press(await coordinator.card(vi.moves.title('KT-1')), vi.moves.accept)
  return coordinator.pressOf(await coordinator.card(vi.moves.sureAsk), vi.moves.acceptSurely).payload
}

const visits = () => whole.db.visit.findMany({ orderBy: { number: 'asc' } })
/** What stands in somebody's chat in Teams beside the greeting. */
const letters = (of: TeamsPerson) => of.inbox().slice(1)
/** All that anybody can see on either platform. */
const everything = () => JSON.stringify([[...whole.slack.messages], [...whole.teams.messages], whole.slack.files])
const inSlackChannel = () => [...whole.slack.messages.values()].filter((message) => message.channel === 'C1')

describe('a visit across two platforms', () => {
  it('plans a visit by words, dialogue and preview; each of the team is told once, where they are', async () => {
    const preview = await plan()
    expect(slackWords(preview)).toContain(vi.visits.conflict.ownSide(nameOf('binh'), 'Bộ Y tế'))
    expect(slackWords(preview)).toContain(vi.visits.willTell(2))
    expect(slackLabels(preview)).toEqual([vi.visits.saveAnyway, vi.visits.edit])
    const saved = coordinator.inbox()
    expect(saved).toMatchObject([{ ts: preview.ts, rewritten: 1 }])
    expect(await visits()).toMatchObject([{ state: 'planned', starts: new Date('2020-06-22T01:00:00Z') }])

    const [toLeader, toMember] = [letters(leader), member.inbox()]
    expect([toLeader.length, toMember.length, letters(outsider).length]).toEqual([1, 1, 0])
    expect(toLeader[0]?.summary).toBe(planned)
    expect(toMember[0]?.text).toBe(planned)
    expect(teamsLabels(await leader.card(planned, '138A Giảng Võ'))).toContain(vi.visits.confirm)
    expect(slackLabels(await member.card(planned, '138A Giảng Võ'))).not.toContain(vi.visits.confirm)

    const card = await leader.card(planned)
    const confirm = leader.pressOf(card, vi.visits.confirm)
    const [confirmed] = await Promise.all([leader.post(confirm), leader.post(confirm)])
    expect(teamsWords(confirmed.body.value)).toContain(vi.moves.confirmed)
    const since = vi.moves.confirmed
    const stands = await leader.card(since)
    expect(stands.id).toBe(card.id)
    expect(teamsLabels(stands)).not.toContain(vi.visits.confirm)
    expect(await leader.post(confirm)).toMatchObject({ status: 200 })
    expect(letters(leader).map((one) => teamsWords(one.card))).toEqual([expect.stringContaining(since)])
    expect(await visits()).toMatchObject([{ state: 'confirmed', revision: 2 }])
  })

  it('is moved at the leader’s request; every card that asks is rewritten; no step does anything when it comes again', async () => {
    await plan()
    const form = await leader.press(await leader.card(planned), vi.visits.askMove)
    const asked = leader.pressOf(form, vi.moves.askSubmit, request)
    await Promise.all([leader.post(asked), leader.post(asked)])
    const waits = await coordinator.card(vi.moves.title('KT-1'), 'Trùng lịch họp')
    expect(slackLabels(waits)).toEqual(expect.arrayContaining([vi.moves.accept, vi.moves.refuse]))
    await outsider.card(vi.moves.title('KT-1'))
    const surely = await accept()
    const press = () => postInteraction(`${whole.url}/slack/events`, surely)
    await Promise.all([press(), press()])
    await coordinator.card(vi.moves.title('KT-1'), vi.moves.states.accepted)
    await delivered()
    expect(await visits()).toMatchObject([{ state: 'planned', revision: 2, starts: new Date('2020-06-24T07:00:00Z') }])

    const inTeams = [...letters(leader), ...letters(outsider)].map((one) => [teamsWords(one.card), teamsLabels(one)])
    const inSlack = [...coordinator.inbox(), ...member.inbox()].map((one) => [slackWords(one), slackLabels(one)])
    const asking = [...inTeams, ...inSlack].filter(([, labels]) =>
      [vi.visits.confirm, vi.moves.accept, vi.moves.acceptSurely, vi.moves.refuse].some((one) => labels?.includes(one)),
    )
    // The new time alone has to be confirmed anew.
    const moved = 'Thứ Hai, 22/06/2020, 08:00 → Thứ Tư, 24/06/2020, 14:00'
    expect(asking).toEqual([[expect.stringContaining(moved), expect.arrayContaining([vi.visits.confirm])]])
    const told = (of: readonly (readonly unknown[])[]) => of.filter(([words]) => String(words).includes(moved)).length
    expect([told(inTeams), told(inSlack)]).toEqual([1, 1])
    expect(teamsWords(letters(outsider)[0]?.card)).toContain(vi.moves.states.accepted)

    const seen = everything()
    const sent = await whole.db.outbox.count()
    expect(await leader.post(asked)).toMatchObject({ status: 200 })
    await press()
    expect(await whole.db.outbox.count()).toBe(sent)
    expect(await whole.db.moveRequest.count()).toBe(1)
    expect(await visits()).toMatchObject([{ revision: 2 }])
    expect(everything()).toBe(seen)
  })
})

describe('what a team asks for', () => {
  it('without diacritics, gives an address that follows every change over HTTP until it is revoked', async () => {
    await plan()
    await leader.say('lich doan 3')
    const answer = await leader.card(vi.schedule.title, vi.visits.leader, '138A Giảng Võ')
    await leader.press(answer, vi.schedule.links)
    await leader.press(await leader.card(vi.calendarLink.none), vi.calendarLink.makeMine)
    const made = await leader.card(vi.calendarLink.made(vi.calendarLink.mine))
    const path = /\/calendar\/\S+\.ics/.exec(teamsWords(made.card))?.[0] ?? ''
    const feed = async () => readCalendarText(await (await fetch(whole.url + path)).text()).events
    const [before] = await feed()
    expect(before).toMatchObject({ starts: '2020-06-22T01:00:00.000Z', status: 'TENTATIVE' })

    await ask()
    await postInteraction(`${whole.url}/slack/events`, await accept())
    await coordinator.card(vi.moves.states.accepted)
    const [after, ...more] = await feed()
    expect(more).toEqual([])
    expect(after).toMatchObject({ uid: before?.uid, starts: '2020-06-24T07:00:00.000Z' })
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0)

    const { trigger } = await coordinator.command('/dondoc', 'hủy chuyến KT-1 vì bão')
    await coordinator.submit(await coordinator.view(trigger), {})
    await coordinator.card(vi.visits.cancelled(2))
    expect(await feed()).toMatchObject([{ uid: before?.uid, status: 'CANCELLED' }])

    await leader.say('lien ket lich')
    const links = await leader.card(vi.calendarLink.line(vi.calendarLink.mine, ''))
    await leader.press(links, `${vi.calendarLink.revoke}: ${vi.calendarLink.mine}`)
    expect((await fetch(whole.url + path)).status).toBe(404)
  })

  it('comes as a file into the conversation in Slack and within the card in Teams, and never into a channel', async () => {
    await plan()
    await member.say('tải lịch của tôi')
    await vitest.waitUntil(() => whole.slack.files.length === 1, patience)
    const [calendar] = whole.slack.files
    expect(calendar).toMatchObject({ channel: 'DUBINH', name: expect.stringMatching(/\.ics$/) })
    const text = Buffer.from(calendar?.base64 ?? '', 'base64').toString()
    expect(readCalendarText(text).events).toMatchObject([{ starts: '2020-06-22T01:00:00.000Z' }])

    const { trigger } = await coordinator.command('/lich', 'tổng quan')
    expect(slackWords(await coordinator.aside(trigger))).toContain(vi.overview.title(2020))
    await vitest.waitUntil(() => whole.slack.files.length === 2, patience)
    const picture = whole.slack.files[1]
    expect(picture).toMatchObject({ channel: 'DUDP', name: expect.stringMatching(/\.png$/) })
    expect(picture?.alt).toContain(vi.overview.picture.alt(2020, ''))

    await outsider.say('tong quan lich')
    const card = await outsider.card(vi.overview.title(2020))
    const [image] = everyElement(card.card).filter(({ type }) => type === 'Image')
    expect(image?.url).toBe(`data:image/png;base64,${picture?.base64}`)

    await member.mention('lịch đoàn 3')
    const letter = await member.card(vi.help.continuePrivately)
    await member.press(letter, vi.buttons.continue)
    await member.card(vi.schedule.title, 'KT-1', '138A Giảng Võ')
    await coordinator.mention('tổng quan lịch')
    await coordinator.press(await coordinator.card(vi.help.continuePrivately), vi.buttons.continue)
    await vitest.waitUntil(() => whole.slack.files.length === 3, patience)
    expect(inSlackChannel().map(slackWords)).toEqual([onlyPrivate, onlyPrivate])
    expect(whole.slack.files.map((file) => file.channel)).toEqual(['DUBINH', 'DUDP', 'DUDP'])

    await leader.joinChannel()
    await leader.mention('lich doan 3')
    await leader.card(vi.help.continuePrivately)
    const own = new Set([...leader.inbox(), ...outsider.inbox()].map(({ id }) => id))
    const [, ...inChannel] = [...whole.teams.messages.values()].filter(({ id }) => !own.has(id))
    expect(inChannel.map(({ card }) => teamsWords(card))).toEqual([onlyPrivate])
  })
})
