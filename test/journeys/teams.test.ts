import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { nameOf, openProcess, type WholeProcess } from '../support/process-on-platforms.ts'
import { aad, inChannel } from '../support/teams-activities.ts'
import { wordsOf } from '../support/teams-connector.ts'
import { labelsOf, type TeamsPerson, teamsPerson } from '../support/teams-person.ts'

const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
const deadline = '17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)'

const patience = { timeout: 10_000, interval: 20 }

let whole: WholeProcess
let coordinator: TeamsPerson
let an: TeamsPerson
let binh: TeamsPerson

beforeEach(async () => {
  whole = await openProcess([
    { key: 'dp', role: 'coordinator', teams: aad('dp') },
    { key: 'an', role: 'member', teams: aad('an') },
    { key: 'binh', role: 'member', teams: aad('binh') },
    { key: 'cuc', role: 'member', teams: aad('cuc') },
  ])
  const person = (aad: string) => teamsPerson(whole.url, whole.teams, aad)
  coordinator = person(aad('dp'))
  an = person(aad('an'))
  binh = person(aad('binh'))
  for (const one of [coordinator, an, binh]) await one.install()
})
afterEach(() => whole.close())

/** Asks for a round by words and fills the form in, up to the preview. */
async function preview(filled: Readonly<Record<string, string>> = {}) {
  await coordinator.say('lấy ý kiến ND-DLCN')
  return await coordinator.press(await coordinator.card(vi.round.formTitle), vi.round.formSubmit, filled)
}

const openRound = async (filled: Readonly<Record<string, string>> = {}) =>
  await coordinator.press(await preview(filled), vi.buttons.open)

const request = (person: TeamsPerson) => person.card('đề nghị cho ý kiến', title)

/** Writes an answer on the card in front of the person, up to the draft that is not sent yet. */
async function draft(person: TeamsPerson, filled: Readonly<Record<string, string>>) {
  const form = await person.press(await request(person), vi.buttons.answer)
  return await person.press(form, vi.opinion.formSubmit, filled)
}

const opinions = () => whole.db.opinion.findMany({ orderBy: [{ at: 'asc' }, { version: 'asc' }] })
const ended = (count: number) =>
  vitest.waitUntil(
    async () =>
      (await whole.db.outbox.count({ where: { kind: 'send', status: { notIn: ['waiting', 'sending'] } } })) === count,
    patience,
  )
const saying = (person: TeamsPerson, words: string) =>
  person.inbox().filter(({ card }) => wordsOf(card).includes(words))

describe('a coordinator asks', () => {
  it('by words, form and preview, and each member gets one card in their own chat', async () => {
    const shown = await preview({ url: 'https://example.org/nd.pdf', version: '3' })
    for (const words of [vi.round.preview, vi.round.willAsk(3), nameOf('an'), nameOf('binh'), deadline])
      expect(wordsOf(shown.card)).toContain(words)
    expect(await whole.db.round.count()).toBe(0)
    const opened = await coordinator.press(shown, vi.buttons.open)
    expect(wordsOf(opened.card)).toContain(vi.round.opened(title))
    await ended(3)
    for (const person of [an, binh]) {
      const asked = saying(person, 'đề nghị cho ý kiến')
      expect(asked).toHaveLength(1)
      const words = wordsOf(asked[0]?.card)
      for (const part of [title, 'Bộ Công an', '(bản 3)', deadline]) expect(words).toContain(part)
      expect(labelsOf({ card: asked[0]?.card })).toEqual([
        vi.buttons.answer,
        vi.buttons.agree,
        vi.buttons.document,
        vi.explain.why,
      ])
      expect(asked[0]?.summary).toContain(deadline)
    }
  })

  it('gets the form back with what is wrong and with what was filled in', async () => {
    const form = await preview({ url: 'không phải địa chỉ', basis: 'Điều 7' })
    expect(wordsOf(form.card)).toContain(vi.errors.badUrl)
    expect(JSON.stringify(form.card)).toContain('không phải địa chỉ')
    expect(JSON.stringify(form.card)).toContain('"value":"Điều 7"')
    expect(await whole.db.roundProposal.count()).toBe(0)
    const shown = await coordinator.press(form, vi.round.formSubmit, { url: '' })
    expect(wordsOf(shown.card)).toContain(vi.round.preview)
  })
})

describe('a member answers', () => {
  it('by cards in place: form, draft, a comment, [Gửi]; the card becomes the receipt and asks no more', async () => {
    await openRound()
    const asked = await request(an)
    const drawn = await draft(an, { position: 'disagree', body: 'Điều 5 chưa rõ.\nXin xem lại.' })
    expect(wordsOf(drawn.card)).toContain(vi.opinion.draftTitle)
    expect(await opinions()).toEqual([])
    const comment = await an.press(drawn, vi.buttons.addComment)
    const more = await an.press(comment, vi.opinion.commentSubmit, {
      provision: 'Điều 5, khoản 2',
      remark: 'Thiếu định nghĩa',
    })
    const receipt = await an.press(more, vi.buttons.send)
    expect(wordsOf(receipt.card)).toContain('Hệ thống đã ghi nhận ý kiến “Không đồng ý”')
    const [opinion] = await opinions()
    expect(opinion).toMatchObject({
      position: 'disagree',
      body: 'Điều 5 chưa rõ.\nXin xem lại.',
      version: 1,
      late: false,
    })
    expect(wordsOf(receipt.card)).toContain(opinion?.receipt)
    // Not on this screen alone: the message itself is rewritten.
    const stands = await an.card(vi.opinion.receipt)
    expect(stands.id).toBe(asked.id)
    expect(labelsOf(stands)).toContain(vi.buttons.edit)
    for (const label of [vi.buttons.answer, vi.buttons.send]) expect(labelsOf(stands)).not.toContain(label)
    expect(saying(an, title)).toHaveLength(1)
  })

  it('by typing without diacritics, confirmed by [Gửi], and the request is rewritten', async () => {
    await openRound()
    const asked = await request(an)
    await an.say('gop y nd-dlcn khong dong y: Điều 7 chưa rõ')
    const card = await an.card(vi.opinion.draftTitle, 'Điều 7 chưa rõ')
    expect(await opinions()).toEqual([])
    await an.press(card, vi.buttons.send)
    await vitest.waitUntil(
      () => labelsOf(whole.teams.messages.get(asked.id) ?? { card: {} }).includes(vi.buttons.edit),
      patience,
    )
    expect(await opinions()).toMatchObject([{ position: 'disagree', body: 'Điều 7 chưa rõ' }])
  })

  it('later: the reminders to themselves are put off by typed words, at once or with a form', async () => {
    await openRound()
    await request(an)
    await an.say('đang họp, lát nhắc lại nhé')
    const form = await an.card(vi.nudge.later.title, title, vi.nudge.later.rule)
    const both = await an.press(form, vi.nudge.later.submit, { days: '3', until: '2020-06-24' })
    expect(wordsOf(both.card)).toContain(vi.nudge.later.chooseUntil)
    const done = await an.press(both, vi.nudge.later.submit, { days: 'until', until: '2020-06-24' })
    expect(wordsOf(done.card)).toContain(vi.nudge.snoozed('Thứ Tư, 24/06/2020', false))
    expect(await whole.db.snooze.findMany()).toMatchObject([{ untilDay: '2020-06-24' }])
    await an.say('remind me tomorrow at 3pm')
    await an.card(vi.nudge.snoozed('Thứ Tư, 17/06/2020', false), vi.help.notUsed(['at 3pm']))
    expect(await whole.db.snooze.findMany()).toMatchObject([{ untilDay: '2020-06-17' }])
  })

  it('late is accepted and marked where the round says so', async () => {
    await openRound({ late: 'accept' })
    await request(an)
    whole.setClock('2020-07-01T08:00')
    const receipt = await an.press(await draft(an, { position: 'agree' }), vi.buttons.send)
    expect(wordsOf(receipt.card)).toContain(vi.opinion.late)
    expect(await opinions()).toMatchObject([{ late: true }])
  })

  it('late is refused where the round says so, and the words stay on the card', async () => {
    await openRound({ late: 'refuse' })
    const form = await an.press(await request(an), vi.buttons.answer)
    whole.setClock('2020-06-30T17:00')
    const refused = await an.press(form, vi.opinion.formSubmit, { position: 'disagree', body: 'giữ lời này' })
    expect(wordsOf(refused.card)).toContain('đã đóng lúc 17:00, 30/06/2020')
    expect(wordsOf(refused.card)).toContain('giữ lời này')
    await an.say('góp ý ND-DLCN không đồng ý: lời gõ muộn')
    await an.card('đã đóng lúc 17:00, 30/06/2020', 'lời gõ muộn')
    expect(await opinions()).toEqual([])
  })
})

describe('in a channel', () => {
  const inThere = () =>
    [...whole.teams.messages.values()].filter((one) => one.conversation === inChannel.conversation.id)

  it('a mention is answered with counts only', async () => {
    await openRound()
    await an.press(await draft(an, { position: 'disagree', body: 'rất kín' }), vi.buttons.send)
    await coordinator.mention('tình hình ND-DLCN')
    const [answer] = inThere()
    expect(wordsOf(answer?.card)).toContain(vi.board.progress(1, 3))
    for (const secret of [nameOf('an'), nameOf('binh'), 'rất kín']) expect(JSON.stringify(answer)).not.toContain(secret)
    expect(labelsOf({ card: answer?.card })).toEqual([vi.buttons.refresh])
  })

  it('says on arrival what it can do there, and writes to nobody in private', async () => {
    const before = an.inbox().length
    await an.joinChannel()
    expect(wordsOf(inThere()[0]?.card)).toContain(vi.help.title)
    expect(inThere()).toHaveLength(1)
    expect(await whole.db.outbox.count()).toBe(0)
    expect(an.inbox()).toHaveLength(before)
  })

  it('whoever removes the bot from it can still be written to in private', async () => {
    await an.joinChannel()
    await an.leaveChannel()
    await openRound({ asked: 'named', names: 'an' })
    await request(an)
    expect(await whole.db.account.count({ where: { unreachable: { not: null } } })).toBe(0)
  })

  it('an opinion typed for all to see goes on in private, once', async () => {
    await openRound()
    await request(an)
    await an.mention('góp ý ND-DLCN không đồng ý: rất kín')
    const drawn = await an.press(await an.card(vi.help.continuePrivately), vi.buttons.continue)
    await an.card(vi.opinion.draftTitle, 'rất kín')
    expect(drawn).toBeDefined()
    expect(inThere()).toHaveLength(1)
    expect(JSON.stringify(inThere())).not.toContain('rất kín')
  })
})

describe('who can be reached', () => {
  it('whoever removed the app is named in the preview, and gets the request when they install it again', async () => {
    await binh.uninstall()
    const shown = await preview()
    expect(wordsOf(shown.card)).toContain(
      `${vi.round.unreachable(2)}\n• ${nameOf('binh')}, Bộ binh\n• ${nameOf('cuc')}, Bộ cuc`,
    )
    await coordinator.press(shown, vi.buttons.open)
    await ended(3)
    expect(saying(binh, 'đề nghị cho ý kiến')).toEqual([])
    expect(await whole.db.outbox.count({ where: { status: 'unreachable' } })).toBe(2)
    await binh.install()
    await request(binh)
    expect(saying(binh, 'đề nghị cho ý kiến')).toHaveLength(1)
  })

  it('so is whoever never installed it', async () => {
    const shown = await preview()
    expect(wordsOf(shown.card)).toContain(`${vi.round.unreachable(1)}\n• ${nameOf('cuc')}, Bộ cuc`)
    await coordinator.press(shown, vi.buttons.open)
    await ended(3)
    const cuc = teamsPerson(whole.url, whole.teams, aad('cuc'))
    await cuc.install()
    await request(cuc)
  })

  it('whoever blocks the bot stays asked, and is shown as not reached', async () => {
    binh.block()
    const shown = await preview({ asked: 'named', names: 'binh' })
    expect(wordsOf(shown.card)).not.toContain(vi.round.unreachable(1))
    await coordinator.press(shown, vi.buttons.open)
    await ended(1)
    await coordinator.say('tình hình ND-DLCN')
    await coordinator.press(await coordinator.card(vi.board.title(title)), vi.buttons.show('missing', 1))
    expect(wordsOf((await coordinator.card(vi.board.people('missing', 1), nameOf('binh'))).card)).toContain(
      vi.board.reach.unreachable,
    )
    expect(await whole.db.outbox.findFirst({ where: { kind: 'send' } })).toMatchObject({ status: 'unreachable' })
    // False alarms happen: a word of theirs is answered, and brings what could not be sent.
    binh.unblock()
    await binh.say('trợ giúp')
    await request(binh)
  })
})

describe('nothing twice, nothing lost', () => {
  it('a repeated invoke and a double click make one opinion and get the receipt each time', async () => {
    await openRound()
    const card = await draft(an, { position: 'agree' })
    const delivery = an.pressOf(card, vi.buttons.send)
    const answers = await Promise.all([
      an.post(delivery),
      an.post(delivery),
      an.post(an.pressOf(card, vi.buttons.send)),
    ])
    for (const { body } of answers) expect(wordsOf(body.value)).toContain(vi.opinion.receipt)
    expect(await opinions()).toHaveLength(1)
  })

  it('a repeated message is answered once', async () => {
    await openRound()
    await request(an)
    for (const _ of [1, 2]) await an.say('góp ý ND-DLCN không đồng ý: một lần', { id: 'again' })
    expect(saying(an, 'một lần')).toHaveLength(1)
    expect(await whole.db.opinionDraft.findMany()).toMatchObject([{ body: 'một lần', revision: 1 }])
  })

  it('a message whose answer was lost is not repeated, and waits for a person', async () => {
    await preview({ asked: 'named', names: 'an' })
    const shown = await coordinator.card(vi.round.preview)
    // The first request is the rewriting of the pressed card, or the notification: both are to survive.
    whole.teams.next('lost', 'lost')
    await coordinator.press(shown, vi.buttons.open)
    await vitest.waitUntil(async () => (await whole.db.outbox.count({ where: { status: 'unsure' } })) === 1, patience)
    expect(saying(an, 'đề nghị cho ý kiến')).toEqual([])
  })

  it('mark-up in an opinion is shown to the letter', async () => {
    const words = '**đậm** [x](https://example.org) <at>Ai đó</at> <b>y</b>'
    await openRound()
    const receipt = await an.press(await draft(an, { position: 'disagree', body: words }), vi.buttons.send)
    expect(await opinions()).toMatchObject([{ body: words }])
    // A TextBlock reads markdown; a TextRun shows its characters.
    const runs = JSON.stringify(receipt.card).split('"type":"TextBlock"')
    for (const part of runs.slice(1)) expect(part.split('"type"')[0]).not.toContain('**đậm**')
    expect(wordsOf(receipt.card)).toContain('đậm')
  })
})

describe('what is not Teams', () => {
  it('gets the right status, and the process goes on', async () => {
    const at = `${whole.url}/api/messages`
    const send = async (body: string) => (await fetch(at, { method: 'POST', body })).status
    expect(await Promise.all([send(''), send('{'), send('null'), send('x'.repeat(3 * 1024 * 1024))])).toEqual([
      400, 400, 400, 413,
    ])
    const elsewhere = {
      ...an.pressOf({ id: 'x', conversation: 'y', card: { type: 'Action.Execute', title: 'x', data: {} } }, 'x'),
      serviceUrl: 'https://example.org/',
    }
    expect((await an.post(elsewhere)).status).toBe(403)
    await an.say('trợ giúp')
    await an.card(vi.help.title)
  })
})
