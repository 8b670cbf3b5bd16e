import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  type Committee,
  coordinator,
  formOf,
  member,
  messageOf,
  openCommittee,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'

let committee: Committee
let expectedErrors = 0
beforeEach(async () => {
  expectedErrors = 0
  committee = await openCommittee()
})
afterEach(() => committee.drop(expectedErrors))

const opinionsIn = (round: string) =>
  committee.db.opinion.findMany({ where: { roundId: round }, orderBy: { version: 'asc' } })

describe('a member answers', () => {
  it('can read a long draft whole before sending it, to its last word, and a short one is whole on its card', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const write = async (body: string) => {
      const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
      return await committee.fill(member, form, { position: 'disagree', body })
    }
    const labels = buttonsOf(messageOf(await write('Chưa rõ.'))).map(({ label }) => label)
    expect(labels).not.toContain(vi.buttons.readDraft)
    const card = await write(`${'Đề nghị làm rõ thời hạn. '.repeat(150)}Hết.`)
    expect(textOf(card)).not.toContain('Hết.')
    let page = await committee.press(member, button(card, vi.buttons.readDraft))
    for (;;) {
      const next = buttonsOf(messageOf(page)).find(({ label }) => label === vi.buttons.nextPage)
      if (next === undefined || !('intent' in next)) break
      page = await committee.press(member, next.intent)
    }
    expect(textOf(page)).toContain('Hết.')
  })

  it('gets one message with agency, version, deadline with weekday and a link, and answers it by form', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { url: 'https://example.org/nd.pdf' })
    const letters = (await committee.deliver()).filter((call) => call.to.user === member)
    expect(letters).toHaveLength(1)
    const request = letters[0]?.message
    if (request === undefined) throw new Error('no request')
    const text = textOf({ kind: 'message', message: request })
    expect(text).toContain(
      'Kính gửi Đồng chí Thành viên – Bộ Y tế (mẫu). Bộ Công an đề nghị cho ý kiến về “Dự thảo Nghị định',
    )
    expect(text).toContain('17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)')
    expect(text).toContain('https://example.org/nd.pdf')

    const form = formOf(await committee.press(member, button(request, vi.buttons.answer)))
    const draft = await committee.fill(member, form, { position: 'disagree', body: 'Điều 5 chưa rõ.\nXin xem lại.' })
    expect(textOf(draft)).toContain(vi.opinion.draftTitle)
    // Which of them are set up, the card does not know.
    expect(textOf(draft)).not.toMatch(/Slack|Teams/)
    expect(await opinionsIn(round)).toHaveLength(0)
    const sent = await committee.press(member, button(draft, vi.buttons.send))
    expect(textOf(sent)).toMatch(/Hệ thống đã ghi nhận ý kiến “Không đồng ý” lúc 09:00, 16\/06\/2020/)
    expect(textOf(sent)).toMatch(/Mã biên nhận: ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)

    const [opinion] = await opinionsIn(round)
    expect(opinion).toMatchObject({
      position: 'disagree',
      body: 'Điều 5 chưa rõ.\nXin xem lại.',
      version: 1,
      late: false,
    })
    // The card that asked now shows the answer and asks no more.
    const rewritten = (await committee.deliver()).filter((call) => call.to.user === member)
    expect(rewritten).toMatchObject([{ what: 'update', ref: expect.any(String) }])
    const labels = JSON.stringify(rewritten[0]?.message.blocks)
    expect(labels).toContain(vi.buttons.edit)
    expect(labels).not.toContain(`"${vi.buttons.answer}"`)
  })

  it('adds comments on provisions one by one, changes and removes them, and sends them all', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const first = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    let card = await committee.fill(member, first, { position: 'agree-with-comments', body: '' })
    expect(textOf(card)).toContain(vi.errors.needsWords)
    for (const provision of ['Điều 5, khoản 2', 'Điều 7', 'Điều 9']) {
      const form = formOf(await committee.press(member, button(card, vi.buttons.addComment)))
      card = await committee.fill(member, form, {
        provision,
        remark: `Góp ý ${provision}`,
        proposal: `Sửa ${provision}`,
      })
    }
    // Each comment carries its own two buttons, and the card no heap of them.
    const rows = messageOf(card).blocks?.flatMap((block) =>
      block.kind === 'quote' && block.own !== undefined
        ? [[block.by, block.own.row, ...block.own.buttons.map(({ label }) => label)]]
        : [],
    )
    const both = [vi.buttons.editComment, vi.buttons.removeComment]
    expect(rows).toEqual(['Điều 5, khoản 2', 'Điều 7', 'Điều 9'].map((row) => [row, row, ...both]))
    const change = formOf(await committee.press(member, button(card, `${vi.buttons.editComment}: Điều 7`)))
    card = await committee.fill(member, change, { remark: 'Viết lại', proposal: '' })
    card = await committee.press(member, button(card, `${vi.buttons.removeComment}: Điều 9`))
    await committee.press(member, button(card, vi.buttons.send))
    const [opinion] = await opinionsIn(round)
    const comments = await committee.db.opinionComment.findMany({
      where: { opinionId: opinion?.id ?? '' },
      orderBy: { place: 'asc' },
    })
    expect(comments).toMatchObject([
      { provision: 'Điều 5, khoản 2', remark: 'Góp ý Điều 5, khoản 2', proposal: 'Sửa Điều 5, khoản 2' },
      { provision: 'Điều 7', remark: 'Viết lại', proposal: null },
    ])
  })

  it('answers by typing, with or without diacritics, and confirms before anything is sent', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const card = await committee.type(member, 'gop y nd-dlcn khong dong y: Điều 5 <!channel> chưa rõ')
    expect(textOf(card)).toContain('Không đồng ý')
    expect(await opinionsIn(round)).toHaveLength(0)
    await committee.press(member, button(card, vi.buttons.send))
    expect(await opinionsIn(round)).toMatchObject([{ position: 'disagree', body: 'Điều 5 <!channel> chưa rõ' }])
  })

  it('goes on elsewhere with a draft begun here', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.db.account.create({
      data: {
        id: 'a-slack',
        platform: 'slack',
        tenant: 'T1',
        user: 'U1',
        personId: (await committee.db.person.findUniqueOrThrow({ where: { key: member } })).id,
      },
    })
    await committee.type(member, 'góp ý ND-DLCN ý kiến khác: phần đầu')
    const inSlack = { from: { platform: 'slack', tenant: 'T1', user: 'U1' } }
    const { reply } = await committee.act(member, { kind: 'typed', text: 'góp ý ND-DLCN' }, inSlack)
    expect(textOf(reply)).toContain('phần đầu')
    await committee.act(member, { kind: 'pressed', intent: button(reply, vi.buttons.send) }, inSlack)
    expect(await opinionsIn(round)).toMatchObject([{ body: 'phần đầu' }])
  })

  describe('types only a position', () => {
    const draftsOf = () => committee.db.opinionDraft.findMany({ select: { roundId: true, position: true, body: true } })

    it('gets the draft of the one request that waits, and nothing is sent', async () => {
      const round = await openRoundOn(committee, 'ND-DLCN')
      const answered = await openRoundOn(committee, 'DA-KNDL', { day: '2020-07-20' })
      await answerRound(committee, member, answered, { position: 'agree' })
      const body = `Điều 5 chưa rõ. ${'x'.repeat(1500)}`
      const card = await committee.type(member, `khong dong y: ${body}`)
      expect(await draftsOf()).toEqual([{ roundId: round, position: 'disagree', body }])
      expect(await opinionsIn(round)).toHaveLength(0)
      await committee.press(member, button(card, vi.buttons.send))
      expect(await opinionsIn(round)).toMatchObject([{ position: 'disagree', body }])
    })

    it('chooses among those that wait, and no other item is offered', async () => {
      await openRoundOn(committee, 'ND-DLCN')
      const other = await openRoundOn(committee, 'DA-KNDL', { day: '2020-07-20' })
      const question = messageOf(await committee.type(member, 'đồng ý'))
      expect(question.text).toBe(vi.help.whichWaiting)
      const labels = buttonsOf(question).map(({ label }) => label.split(':')[0])
      expect(labels.toSorted()).toEqual(['DA-KNDL', 'ND-DLCN'])
      expect(await draftsOf()).toEqual([])
      const chosen = buttonsOf(question).find(({ label }) => label.startsWith('DA-KNDL'))
      if (chosen === undefined || !('intent' in chosen)) throw new Error('no such choice')
      button(await committee.press(member, chosen.intent), vi.buttons.send)
      expect(await draftsOf()).toMatchObject([{ roundId: other, position: 'agree' }])
    })

    it('is told where nothing waits, and how to correct what was sent', async () => {
      const round = await openRoundOn(committee, 'ND-DLCN')
      await answerRound(committee, member, round, { position: 'agree' })
      const reply = await committee.type(member, 'không đồng ý')
      expect(messageOf(reply).text).toBe(vi.help.nothingWaits)
      expect(button(reply, vi.buttons.mine)).toEqual({ kind: 'opinion.list' })
      expect(await draftsOf()).toEqual([])
      expect(messageOf(await committee.type(coordinator, 'đồng ý')).text).toBe(vi.help.nothingWaits)
    })

    it('lets a channel see neither what waits nor how much', async () => {
      const inChannel = { audience: 'shared' } as const
      await openRoundOn(committee, 'ND-DLCN')
      const one = await committee.act(member, { kind: 'typed', text: 'đồng ý' }, inChannel)
      await openRoundOn(committee, 'DA-KNDL', { day: '2020-07-20' })
      const two = await committee.act(otherMember, { kind: 'typed', text: 'đồng ý' }, inChannel)
      expect(textOf(two.reply)).toBe(textOf(one.reply))
      expect(textOf(one.reply)).not.toMatch(/ND-DLCN|dữ liệu/)
      expect(await draftsOf()).toMatchObject([{ position: 'agree' }])
    })
  })

  it('shows the card as it stands for the bare item, and makes no draft of it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    button(await committee.type(member, 'góp ý ND-DLCN'), vi.buttons.answer)
    await answerRound(committee, member, round, { position: 'agree' })
    button(await committee.type(member, 'góp ý ND-DLCN'), vi.buttons.edit)
    expect(await committee.db.opinionDraft.count()).toBe(0)
  })

  it('gets the form at once from home, and the card where a draft is begun', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(
      await committee.press(member, button(await committee.press(member, { kind: 'home.show' }), vi.buttons.answer)),
    )
    await committee.fill(member, form, { position: 'disagree', body: 'đang viết' })
    const home = await committee.press(member, { kind: 'home.show' })
    expect(textOf(home)).toContain(vi.opinion.draftWaiting)
    expect(button(home, vi.buttons.answer)).toEqual({ kind: 'opinion.show', round })
    button(await committee.press(member, button(home, vi.buttons.answer)), vi.buttons.send)
  })

  it('sees beside a draft which opinion is in force, and never that the draft is recorded', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'agree' })
    const draft = textOf(await committee.type(member, 'góp ý ND-DLCN không đồng ý: một'))
    expect(draft).toContain(vi.opinion.inForce(vi.positions.agree, '09:00, 16/06/2020'))
    expect(draft).not.toContain('ghi nhận')
  })

  it('is asked once before a draft is thrown away, and may keep it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'agree' })
    const card = await committee.type(member, 'góp ý ND-DLCN không đồng ý: một')
    const question = await committee.press(member, button(card, vi.buttons.discardDraft))
    expect(textOf(question)).toContain(vi.opinion.discardAsk)
    expect(textOf(question)).toContain(vi.opinion.sentStays)
    expect(question).toMatchObject({ replaces: true })
    const kept = await committee.press(member, button(question, vi.buttons.keepDraft))
    expect(textOf(kept)).toContain('một')
    button(kept, vi.buttons.send)

    // Written on elsewhere since the question: what nobody has seen is not thrown away.
    await committee.type(member, 'góp ý ND-DLCN không đồng ý: hai')
    const newer = await committee.press(member, button(question, vi.buttons.discardSurely))
    expect(textOf(newer)).toMatch(/một\s.*hai/s)
    const again = await committee.press(member, button(newer, vi.buttons.discardDraft))
    const gone = await committee.press(member, button(again, vi.buttons.discardSurely))
    expect(textOf(gone)).toContain(vi.opinion.receipt)
    expect(await committee.db.opinionDraft.count()).toBe(0)
    expect(await opinionsIn(round)).toMatchObject([{ version: 1, position: 'agree' }])
  })

  it('keeps every version of a correction, shows the current one, and may read the old ones', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'disagree', body: 'một' })
    const sent = await answerRound(committee, member, round, { position: 'agree', body: '' })
    expect(textOf(sent)).toContain('“Đồng ý”')
    expect(await opinionsIn(round)).toMatchObject([
      { version: 1, position: 'disagree', body: 'một' },
      { version: 2, position: 'agree', body: '' },
    ])
    const history = await committee.press(member, button(sent, vi.buttons.history))
    expect(textOf(history)).toContain('Bản 2 (đang có hiệu lực)')
    const old = await committee.press(member, button(history, `${vi.buttons.read}: ${vi.opinion.versionNo(1)}`))
    expect(textOf(old)).toContain('một')
    expect(textOf(await committee.type(member, 'ý kiến của tôi'))).toContain('Đồng ý, 09:00, 16/06/2020')
  })

  it('starts a correction from the comments that were sent, and leaves the sent version as it was', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    let card = await committee.type(member, 'góp ý ND-DLCN không đồng ý: một')
    const form = formOf(await committee.press(member, button(card, vi.buttons.addComment)))
    card = await committee.fill(member, form, { provision: 'Điều 5', remark: 'cũ', proposal: '' })
    const sent = await committee.press(member, button(card, vi.buttons.send))
    const again = formOf(await committee.press(member, button(sent, vi.buttons.edit)))
    card = await committee.fill(member, again, { body: 'hai' })
    const change = formOf(await committee.press(member, button(card, `${vi.buttons.editComment}: Điều 5`)))
    card = await committee.fill(member, change, { remark: 'mới' })
    await committee.press(member, button(card, vi.buttons.send))
    const versions = await committee.db.opinion.findMany({
      where: { roundId: round },
      orderBy: { version: 'asc' },
      include: { comments: true },
    })
    expect(versions).toMatchObject([
      { body: 'một', comments: [{ remark: 'cũ' }] },
      { body: 'hai', comments: [{ remark: 'mới' }] },
    ])
  })

  it('is accepted late and marked where the round allows it', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'accept' })
    committee.setClock('2020-07-01T08:00')
    const sent = await answerRound(committee, member, round, { position: 'agree' })
    expect(textOf(sent)).toContain(vi.opinion.late)
    expect(await opinionsIn(round)).toMatchObject([{ late: true }])
  })

  it('is refused after the deadline elsewhere, with all the words to copy', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const long = 'Rất dài. '.repeat(500).trim()
    const card = await committee.fill(member, form, { position: 'disagree', body: long })
    // No job has run since: the deadline closes by itself, to the second.
    committee.setClock('2020-06-30T17:00')
    const refused = await committee.press(member, button(card, vi.buttons.send))
    expect(textOf(refused)).toContain('đã đóng lúc 17:00, 30/06/2020')
    expect(textOf(refused)).toContain(long)
    // Some platforms cut so long a message; page by page it can be read, and copied, whole.
    expect(textOf(await committee.press(member, button(refused, vi.buttons.readDraft)))).toContain(long)
    expect(await committee.fill(member, form, { position: 'agree', body: 'giữ lại' })).toMatchObject({
      kind: 'invalid',
    })
    expect(textOf(await committee.type(member, 'góp ý ND-DLCN không đồng ý: giữ lại tôi'))).toContain('giữ lại tôi')
    expect(await opinionsIn(round)).toHaveLength(0)
  })

  it('is told plainly when not asked, and cannot answer for another round', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names: member })
    expect(textOf(await committee.press(otherMember, { kind: 'opinion.save.form', round }))).toBe(
      vi.refusals['not-asked']({}),
    )
    expect(textOf(await committee.type(coordinator, 'góp ý ND-DLCN đồng ý'))).toBe(vi.refusals['not-allowed']({}))
  })
})

describe('nothing is stored twice and nothing is lost', () => {
  it('answers a redelivery with the first answer, also when both arrive at once', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const card = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    const delivery = committee.inbound(member, { kind: 'pressed', intent: button(card, vi.buttons.send) })
    const both = await Promise.all([committee.app.receive(delivery), committee.app.receive(delivery)])
    const later = await committee.app.receive(delivery)
    expect(both.map((answer) => answer.repeated).sort()).toEqual([false, true])
    expect(later).toEqual({ reply: both[0].reply, repeated: true })
    expect(await opinionsIn(round)).toHaveLength(1)
  })

  it('makes one opinion of a double click, and shows the receipt both times', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const intent = button(await committee.type(member, 'góp ý ND-DLCN đồng ý'), vi.buttons.send)
    const replies = await Promise.all([1, 2, 3].map(() => committee.press(member, intent)))
    expect(await opinionsIn(round)).toHaveLength(1)
    for (const reply of replies) expect(textOf(reply)).toContain(vi.opinion.receipt)
  })

  it('never overwrites a draft saved elsewhere: the form comes back with both texts', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const here = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    await committee.fill(member, here, { position: 'disagree', body: 'viết ở đây' })
    const again = formOf(await committee.fill(member, here, { position: 'agree', body: 'viết ở kia' }))
    expect(JSON.stringify(again.intro)).toContain('viết ở đây')
    expect(again.fields.find((field) => field.name === 'body')).toMatchObject({ value: 'viết ở kia' })
    await committee.fill(member, again, {})
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ position: 'agree', body: 'viết ở kia' }])
  })

  it('does not send a draft that has changed since the card was drawn', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const old = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    await committee.type(member, 'góp ý ND-DLCN không đồng ý: khoan đã')
    const reply = await committee.press(member, button(old, vi.buttons.send))
    expect(textOf(reply)).toContain(vi.opinion.draftChanged)
    expect(await opinionsIn(round)).toHaveLength(0)
  })

  it('keeps both of two comments saved at the same moment', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const card = await committee.type(member, 'góp ý ND-DLCN không đồng ý: một')
    const form = formOf(await committee.press(member, button(card, vi.buttons.addComment)))
    await Promise.all(
      ['Điều 1', 'Điều 2', 'Điều 3'].map((provision) =>
        committee.fill(member, form, { provision, remark: 'r', proposal: '' }),
      ),
    )
    const comments = await committee.db.draftComment.findMany()
    expect(comments.map((comment) => comment.provision).sort()).toEqual(['Điều 1', 'Điều 2', 'Điều 3'])
    expect(messageOf(await committee.press(member, { kind: 'opinion.show', round })).title).toContain('Bản nháp')
  })

  it('adds typed words to an unsent draft instead of replacing them', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.type(member, 'góp ý ND-DLCN không đồng ý: một')
    await committee.type(member, 'góp ý ND-DLCN không đồng ý: hai')
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'một\nhai' }])
  })

  it('stores nothing at all when one write of the batch fails', async () => {
    expectedErrors = 1
    const round = await openRoundOn(committee, 'ND-DLCN')
    const card = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    await committee.db.$executeRawUnsafe('ALTER TABLE "Audit" RENAME TO "Gone"')
    const reply = await committee.press(member, button(card, vi.buttons.send))
    expect(textOf(reply)).toContain('chưa ghi')
    await committee.db.$executeRawUnsafe('ALTER TABLE "Gone" RENAME TO "Audit"')
    expect(await opinionsIn(round)).toHaveLength(0)
    expect(await committee.db.opinionDraft.count()).toBe(1)
    expect(textOf(await committee.press(member, button(card, vi.buttons.send)))).toContain(vi.opinion.receipt)
  })
})
