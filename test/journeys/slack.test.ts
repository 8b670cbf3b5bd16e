import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest'
import { z } from 'zod'
import { vi } from '../../src/texts/vi.ts'
import { nameOf, openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { labelsOf, type SlackPerson, slackPerson, type Typed, wordsOf } from '../support/slack-person.ts'
import { commandBody, eventBody, messageEvent, postInteraction, postSigned } from '../support/slack-requests.ts'

const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
const deadline = '17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)'

const members = ['UAN', 'UBINH', 'UCUC', 'UDUNG', 'UEM']

const patience = { timeout: 10_000, interval: 20 }

let whole: WholeProcess
let coordinator: SlackPerson
let an: SlackPerson
let binh: SlackPerson
let expectedErrors: readonly string[] = []

beforeEach(async () => {
  expectedErrors = []
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', slack: 'UDP' },
    { key: 'an', role: 'member', slack: 'UAN' },
    { key: 'binh', role: 'member', slack: 'UBINH' },
    { key: 'cuc', role: 'member', slack: 'UCUC' },
    { key: 'dung', role: 'member', slack: 'UDUNG' },
    { key: 'em', role: 'member', slack: 'UEM' },
  ])
  const person = (user: string) => slackPerson(whole.url, whole.slack, user)
  coordinator = person('UDP')
  an = person('UAN')
  binh = person('UBINH')
})
afterEach(() => whole.close(...expectedErrors))

/** Opens the round as the coordinator does: command, dialogue, preview, [Mở đợt và gửi]. */
async function openRound(values: Typed = {}) {
  const { trigger } = await coordinator.command('/dondoc', 'lấy ý kiến ND-DLCN')
  const form = await coordinator.view(trigger)
  expect(await coordinator.submit(form, values)).toEqual({ status: 200, body: undefined })
  const preview = await coordinator.card(vi.round.preview)
  await coordinator.press(preview, vi.buttons.open)
  return preview
}

const request = (person: SlackPerson) => person.card('đề nghị cho ý kiến', title)

/** Writes an answer on the card in front of the person, up to the draft that is not sent yet. */
async function draft(person: SlackPerson, values: Typed) {
  const form = await person.view(await person.press(await request(person), vi.buttons.answer))
  expect(await person.submit(form, values)).toEqual({ status: 200, body: undefined })
  return await person.card(vi.opinion.draftTitle)
}

const delivered = (count: number) =>
  vitest.waitUntil(
    async () => (await whole.db.outbox.count({ where: { kind: 'send', status: 'sent' } })) === count,
    patience,
  )

const opinions = () => whole.db.opinion.findMany({ orderBy: [{ at: 'asc' }, { version: 'asc' }] })

describe('a coordinator asks', () => {
  it('by command, dialogue and preview, and each member gets one message with all that is needed to answer', async () => {
    const preview = await openRound({ url: 'https://example.org/nd.pdf', version: '3' })
    expect(wordsOf(preview)).toContain(vi.round.willAsk(5))
    for (const key of ['an', 'binh', 'cuc', 'dung', 'em']) expect(wordsOf(preview)).toContain(nameOf(key))
    expect(wordsOf(preview)).toContain(deadline)
    const opened = await coordinator.card(vi.round.opened(title))
    expect(opened).toMatchObject({ ts: preview.ts, rewritten: 1 })
    await delivered(5)
    for (const user of members) {
      const [card, ...more] = slackPerson(whole.url, whole.slack, user).inbox()
      if (card === undefined) throw new Error('no request')
      expect(more).toEqual([])
      const words = wordsOf(card)
      for (const part of [title, 'Bộ Công an', '(bản 3)', deadline]) expect(words).toContain(part)
      expect(labelsOf(card)).toEqual([vi.buttons.answer, vi.buttons.agree, vi.buttons.document, vi.explain.why])
      expect(JSON.stringify(card.blocks)).toContain('"url":"https://example.org/nd.pdf"')
      expect(card.text).toContain(deadline)
    }
  })

  it('is told by field what is wrong, with the dialogue open, and nobody is asked', async () => {
    const { trigger } = await coordinator.command('/dondoc', 'lấy ý kiến ND-DLCN')
    const form = await coordinator.view(trigger)
    const wrong = await coordinator.submit(form, { url: 'không phải địa chỉ', silence: 'deemed', basis: '' })
    expect(wrong).toMatchObject({ status: 200, body: { response_action: 'errors' } })
    expect(Object.values(wrong.body.errors)).toEqual(
      expect.arrayContaining([
        expect.stringContaining(vi.errors.badUrl),
        expect.stringContaining(vi.errors.needsBasis),
      ]),
    )
    expect(await whole.db.roundProposal.count()).toBe(0)
    expect(await coordinator.submit(form, {})).toEqual({ status: 200, body: undefined })
    await coordinator.card(vi.round.preview)
  })

  it('is refused in words when somebody without the role tries, and nothing happens', async () => {
    const { trigger } = await an.command('/dondoc', 'lấy ý kiến ND-DLCN')
    expect(wordsOf(await an.aside(trigger))).toContain(vi.refusals['not-allowed']({}))
    const stranger = slackPerson(whole.url, whole.slack, 'USTRANGER')
    await stranger.say('tình hình')
    await stranger.card('slack T1/USTRANGER')
    expect(await whole.db.round.count()).toBe(0)
  })

  it('extends with a reason that reaches everybody asked, and the cards show the new deadline', async () => {
    await openRound()
    await request(an)
    const { trigger } = await coordinator.command('/dondoc', 'gia hạn ND-DLCN đến 17:00 07/07/2020 vì chờ Bộ Công an')
    await coordinator.submit(await coordinator.view(trigger), {})
    await an.card('chờ Bộ Công an', '17:00, Thứ Ba 07/07/2020')
    const card = await an.card('đề nghị cho ý kiến', '07/07/2020')
    expect(card.rewritten).toBe(1)
  })
})

describe('a member answers', () => {
  it('by the card: form, draft, a comment, [Gửi]; the card becomes the receipt and asks no more', async () => {
    await openRound()
    const asked = await request(an)
    const drawn = await draft(an, { position: 'disagree', body: 'Điều 5 chưa rõ.\nXin xem lại.' })
    expect(drawn.ts).toBe(asked.ts)
    expect(labelsOf(drawn)).not.toContain(vi.buttons.answer)
    expect(await opinions()).toEqual([])
    const comment = await an.view(await an.press(drawn, vi.buttons.addComment))
    await an.submit(comment, { provision: 'Điều 5, khoản 2', remark: 'Thiếu định nghĩa', proposal: 'Thêm định nghĩa' })
    await an.press(await an.card(vi.opinion.comments(1), 'Thiếu định nghĩa'), vi.buttons.send)
    const receipt = await an.card('Hệ thống đã ghi nhận ý kiến “Không đồng ý”')
    const [opinion] = await opinions()
    expect(opinion).toMatchObject({
      position: 'disagree',
      body: 'Điều 5 chưa rõ.\nXin xem lại.',
      version: 1,
      late: false,
    })
    expect(wordsOf(receipt)).toContain(opinion?.receipt)
    expect(receipt.ts).toBe(asked.ts)
    expect(labelsOf(receipt)).toContain(vi.buttons.edit)
    expect(labelsOf(receipt)).not.toContain(vi.buttons.answer)
    expect(labelsOf(receipt)).not.toContain(vi.buttons.send)
    expect(an.inbox()).toHaveLength(1)
  })

  it('by /ykien, with a confirmation that nobody else sees, and the request elsewhere is rewritten', async () => {
    await openRound()
    const asked = await request(an)
    const { trigger } = await an.command('/ykien', 'ND-DLCN đồng ý')
    const card = await an.aside(trigger)
    expect(wordsOf(card)).toContain(vi.opinion.draftTitle)
    expect(await opinions()).toEqual([])
    const pressed = await an.press(card, vi.buttons.send)
    expect(wordsOf(await an.aside(pressed))).toContain('“Đồng ý”')
    const rewritten = await an.card(vi.opinion.receipt)
    expect(rewritten.ts).toBe(asked.ts)
    expect(labelsOf(rewritten)).not.toContain(vi.buttons.answer)
    expect(await opinions()).toMatchObject([{ position: 'agree', body: '' }])
  })

  it('by typing without diacritics, confirmed by [Gửi]', async () => {
    await openRound()
    await request(an)
    await an.say('gop y nd-dlcn khong dong y: Điều 7 chưa rõ')
    const card = await an.card(vi.opinion.draftTitle, 'Điều 7 chưa rõ')
    expect(await opinions()).toEqual([])
    await an.press(card, vi.buttons.send)
    await vitest.waitUntil(() => an.inbox().every((message) => wordsOf(message).includes(vi.opinion.receipt)), patience)
    expect(await opinions()).toMatchObject([{ position: 'disagree', body: 'Điều 7 chưa rõ' }])
  })

  it('later: the reminders to themselves are put off by typed words, at once or with a dialogue', async () => {
    await openRound()
    await request(an)
    await an.say('đang họp, lát nhắc lại nhé')
    const offered = await an.card(vi.nudge.later.title)
    const form = await an.view(await an.press(offered, vi.nudge.later.title))
    for (const words of [title, vi.nudge.later.rule]) expect(wordsOf(form)).toContain(words)
    const both = await an.submit(form, { days: '3', until: '2020-06-24' })
    expect(Object.values(both.body.errors)).toEqual([expect.stringContaining(vi.nudge.later.chooseUntil)])
    expect(await an.submit(form, { days: 'until', until: '2020-06-24' })).toEqual({ status: 200, body: undefined })
    await an.card(vi.nudge.snoozed('Thứ Tư, 24/06/2020', false))
    expect(await whole.db.snooze.findMany()).toMatchObject([{ untilDay: '2020-06-24' }])
    await an.say('remind me tomorrow at 3pm')
    await an.card(vi.nudge.snoozed('Thứ Tư, 17/06/2020', false), vi.help.notUsed(['at 3pm']))
    expect(await whole.db.snooze.findMany()).toMatchObject([{ untilDay: '2020-06-17' }])
  })

  it('from the home tab, which lists what waits for them alone', async () => {
    await openRound()
    await request(an)
    const home = await an.openHome()
    expect(wordsOf(home)).toContain(`${title}: ${vi.home.due(deadline)}`)
    const form = await an.view(await an.press(home, vi.buttons.answer))
    expect(wordsOf(form)).toContain(deadline)
    expect(wordsOf(await coordinator.openHome())).not.toContain(vi.home.due(deadline))
    await an.submit(form, { position: 'agree' })
    await an.press(await an.card(vi.opinion.draftTitle), vi.buttons.send)
    await an.card(vi.opinion.receipt)
    expect(wordsOf(await an.openHome())).toContain(vi.home.nothing)
  })

  it('corrects an answer until the round closes, and every version is kept', async () => {
    await openRound()
    await an.press(await draft(an, { position: 'disagree', body: 'một' }), vi.buttons.send)
    const form = await an.view(await an.press(await an.card('“Không đồng ý”'), vi.buttons.edit))
    await an.submit(form, { position: 'agree', body: '' })
    await an.press(await an.card(vi.opinion.draftTitle), vi.buttons.send)
    expect(labelsOf(await an.card('“Đồng ý”'))).toContain(vi.buttons.history)
    expect(await opinions()).toMatchObject([
      { version: 1, body: 'một' },
      { version: 2, position: 'agree' },
    ])
  })

  it('late is accepted and marked where the round says so', async () => {
    await openRound({ late: 'accept' })
    await request(an)
    whole.setClock('2020-07-01T08:00')
    await an.press(await draft(an, { position: 'agree' }), vi.buttons.send)
    expect(wordsOf(await an.card(vi.opinion.receipt))).toContain(vi.opinion.late)
    expect(await opinions()).toMatchObject([{ late: true }])
  })

  it('late is refused where the round says so, and the words stay in the dialogue and on the screen', async () => {
    await openRound({ late: 'refuse' })
    const form = await an.view(await an.press(await request(an), vi.buttons.answer))
    const drawn = await draft(an, { position: 'disagree', body: 'giữ lời này' })
    whole.setClock('2020-06-30T17:00')
    const refused = await an.submit(form, { position: 'disagree', body: 'và lời này' })
    expect(refused).toMatchObject({ status: 200, body: { response_action: 'update' } })
    expect(wordsOf(refused.body.view)).toContain('đã đóng lúc 17:00, 30/06/2020')
    expect(JSON.stringify(refused.body.view.blocks)).toContain('"initial_value":"và lời này"')
    await an.press(drawn, vi.buttons.send)
    const card = await an.card('đã đóng lúc 17:00, 30/06/2020', 'giữ lời này')
    expect(card.channel).toBe('DUAN')
    await an.say('góp ý ND-DLCN không đồng ý: lời gõ muộn')
    await an.card('đã đóng lúc 17:00, 30/06/2020', 'lời gõ muộn')
    expect(await opinions()).toEqual([])
  })
})

describe('in a channel', () => {
  it('a mention is answered in its thread with counts only', async () => {
    await openRound()
    await an.press(await draft(an, { position: 'disagree', body: 'rất kín' }), vi.buttons.send)
    await an.card(vi.opinion.receipt)
    await coordinator.mention('tình hình ND-DLCN')
    const answer = await vitest.waitUntil(
      () => [...whole.slack.messages.values()].find((one) => one.channel === 'C1'),
      patience,
    )
    expect(answer.thread).toBe('1592269200.000100')
    expect(wordsOf(answer)).toContain(vi.board.progress(1, 5))
    for (const secret of [nameOf('an'), nameOf('binh'), 'rất kín']) expect(JSON.stringify(answer)).not.toContain(secret)
    expect(labelsOf(answer)).toEqual([vi.buttons.refresh])
  })

  it('an opinion typed for all to see goes on in private, once', async () => {
    await openRound()
    await request(an)
    await an.mention('góp ý ND-DLCN không đồng ý: rất kín')
    const letter = await an.card(vi.help.continuePrivately)
    await an.press(letter, vi.buttons.continue)
    await an.card(vi.opinion.draftTitle, 'rất kín')
    const inChannel = [...whole.slack.messages.values()].filter((one) => one.channel === 'C1')
    expect(inChannel).toHaveLength(1)
    expect(JSON.stringify(inChannel)).not.toContain('rất kín')
  })
})

describe('nothing twice, nothing lost', () => {
  it('a repeated event is answered once', async () => {
    await openRound()
    await request(an)
    for (const _ of [1, 2, 3])
      expect(await an.say('góp ý ND-DLCN không đồng ý: một lần', 'EvAgain')).toMatchObject({ status: 200 })
    await an.card(vi.opinion.draftTitle, 'một lần')
    expect(an.inbox()).toHaveLength(2)
    expect(await whole.db.opinionDraft.findMany()).toMatchObject([{ body: 'một lần', revision: 1 }])
  })

  it('a double click and a repeated delivery make one opinion', async () => {
    await openRound()
    const card = await draft(an, { position: 'agree' })
    const { payload } = an.pressOf(card, vi.buttons.send)
    const at = `${whole.url}/slack/events`
    await Promise.all([postInteraction(at, payload), postInteraction(at, payload), an.press(card, vi.buttons.send)])
    await an.card(vi.opinion.receipt)
    expect(await opinions()).toHaveLength(1)
    expect(an.inbox()).toHaveLength(1)
  })

  it('two people who press at once each get their own', async () => {
    await openRound()
    const [one, two] = await Promise.all([draft(an, { position: 'agree' }), draft(binh, { position: 'agree' })])
    await Promise.all([an.press(one, vi.buttons.send), binh.press(two, vi.buttons.send)])
    await Promise.all([an.card(vi.opinion.receipt), binh.card(vi.opinion.receipt)])
    expect(new Set((await opinions()).map((opinion) => opinion.personId)).size).toBe(2)
  })

  it('mark-up and mentions in an opinion are shown to the letter wherever they go', async () => {
    const words = '<!channel> *x* @here <@UDP> & `y` <https://example.org|z>'
    await openRound()
    await an.press(await draft(an, { position: 'disagree', body: words }), vi.buttons.send)
    expect(wordsOf(await an.card(vi.opinion.receipt))).toContain(words)
    expect(await opinions()).toMatchObject([{ body: words }])
    await coordinator.say('tình hình ND-DLCN')
    const board = await coordinator.card(vi.board.title(title))
    await coordinator.press(board, vi.buttons.show('answered', 1))
    await coordinator.press(
      await coordinator.card(vi.board.people('answered', 1)),
      `${vi.buttons.read}: ${nameOf('an')}`,
    )
    expect(wordsOf(await coordinator.card(words))).toContain(words)
    // No text that Slack would read for mark-up.
    expect(JSON.stringify(whole.slack.calls).includes('"type":"mrkdwn"')).toBe(false)
  })

  it('nor does mark-up act in a notification', async () => {
    await openRound()
    await request(binh)
    const { trigger } = await coordinator.command('/dondoc', 'ghi thay ND-DLCN')
    const source = 'Công văn <!channel> & <@UAN>'
    await coordinator.submit(await coordinator.view(trigger), { person: 'binh', position: 'agree', source })
    const to = { name: nameOf('binh'), honorific: 'Đồng chí' }
    const told = await binh.card(vi.notifications.recorded(to, title, vi.positions.agree, source))
    expect(told.text).toContain('Công văn &lt;!channel&gt; &amp; &lt;@UAN&gt;')
    expect(labelsOf(told)).toContain(vi.buttons.replaceRecorded)
  })
})

describe('what is not Slack', () => {
  it('gets the right status, and the process goes on', async () => {
    const at = `${whole.url}/slack/events`
    const event = JSON.stringify(eventBody(messageEvent('trợ giúp')))
    const form = { contentType: 'application/x-www-form-urlencoded' }
    const command = new URLSearchParams(commandBody('/dondoc', '', whole.slack.responseUrl)).toString()
    const statuses = [
      await postSigned(at, event, { secret: 'another secret' }),
      await postSigned(at, event, { signature: 'v0=' }),
      await postSigned(at, event, { secondsOff: -600 }),
      await postSigned(at, event, { secondsOff: 600 }),
      await postSigned(at, 'payload=null', form),
      await postSigned(at, 'payload={', form),
      await postSigned(at, '{"type":', {}),
      await postSigned(at, `${command}&text=${'x'.repeat(2 * 1024 * 1024)}`, form),
      await fetch(at),
      await fetch(`${whole.url}/nowhere`),
    ].map(({ status }) => status)
    expect(statuses).toEqual([401, 401, 401, 401, 400, 400, 400, 413, 405, 404])
    expect((await fetch(`${whole.url}/readyz`)).status).toBe(200)
    await an.say('trợ giúp')
    await an.card(vi.help.title)
    expect(await whole.db.received.count()).toBe(1)
  })
})

describe('Slack in trouble while the requests go out', () => {
  it('everybody is asked once; what may have arrived waits for a person, who decides', async () => {
    const { trigger } = await coordinator.command('/dondoc', 'lấy ý kiến ND-DLCN')
    await coordinator.submit(await coordinator.view(trigger), {})
    const preview = await coordinator.card(vi.round.preview)
    whole.slack.next('chat.postMessage', { status: 429, retryAfter: 1 }, { status: 500 }, 'hang')
    await coordinator.press(preview, vi.buttons.open)
    // The others do not wait for the one that hangs.
    await delivered(3)
    whole.slack.cutHung()
    const unsure = await vitest.waitUntil(async () => {
      const { status, out } = await whole.cli('outbox', '--status', 'unsure', '--json')
      const rows = Rows.parse(JSON.parse(out))
      return status === 0 && rows.length === 2 ? rows : undefined
    }, patience)
    const [one, other] = unsure
    if (one === undefined || other === undefined) throw new Error('not two')
    expect(await whole.cli('outbox', 'resolve', one.id, '--sent', '--json')).toMatchObject({ status: 0 })
    expect(await whole.cli('outbox', 'resolve', other.id, '--again', '--json')).toMatchObject({ status: 0 })
    await delivered(5)
    expect(JSON.parse((await whole.cli('outbox', '--status', 'unsure', '--json')).out)).toEqual([])
    const counts = members.map((user) => slackPerson(whole.url, whole.slack, user).inbox().length)
    // Slack never showed the message that the operator took for arrived; nobody has two.
    expect(counts.toSorted()).toEqual([0, 1, 1, 1, 1])
    expect(
      whole.slack.of('chat.postMessage').filter((call) => members.includes(String(call.args.channel))),
    ).toHaveLength(7)
  })
})

const Rows = z.array(z.object({ id: z.string(), person: z.string(), why: z.string() }))
