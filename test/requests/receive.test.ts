import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identities } from '../../adapters/index.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { linkAccount } from '../../src/people/accounts/link.ts'
import { createApp } from '../../src/requests/receive.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
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
  zone,
} from '../support/committee.ts'
import { quiet } from '../support/quiet.ts'

let committee: Committee
let expectedErrors = 0
beforeEach(async () => {
  expectedErrors = 0
  committee = await openCommittee()
})
afterEach(() => committee.drop(expectedErrors))

const stranger = {
  from: { platform: 'slack', tenant: 'T1', user: 'U9', conversation: 'D9' },
  name: 'Ai đó',
  email: 'Ai@Example.ORG',
}

it('a form knows in the language of its reader what is to be said of its fields', async () => {
  const words = async (locale: 'vi' | 'en') => {
    await committee.act(coordinator, { kind: 'pressed', intent: { kind: 'language.set', locale } })
    const asked = await committee.act(coordinator, { kind: 'typed', text: 'lấy ý kiến ND-DLCN' })
    const pressed = await committee.act(coordinator, { kind: 'pressed', intent: formOf(asked.reply).opens })
    return [formOf(asked.reply).words, formOf(pressed.reply).words]
  }
  expect(await words('vi')).toEqual([vi.errors.inForm, vi.errors.inForm])
  expect(await words('en')).toEqual([en.errors.inForm, en.errors.inForm])
})

describe('who speaks', () => {
  it('tells somebody not linked which code to hand on, in the platform’s language, and remembers them once', async () => {
    const say = (locale: string) =>
      committee.act('x', { kind: 'typed', text: 'góp ý ND-DLCN đồng ý' }, { ...stranger, locale })
    expect(textOf((await say('vi-VN')).reply)).toBe(vi.refusals['not-linked']({ account: 'slack T1/U9' }))
    expect(textOf((await say('en-US')).reply)).toBe(en.refusals['not-linked']({ account: 'slack T1/U9' }))
    const accounts = await committee.db.account.findMany({ where: { platform: 'slack' } })
    expect(accounts).toMatchObject([{ personId: null, name: 'Ai đó', email: 'ai@example.org', conversation: 'D9' }])
  })

  it('keeps the newest private conversation, never a channel’s, and hears a blocked account again', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    await committee.db.account.updateMany({
      where: { personId: id },
      data: { unreachable: 'blocked', unreachableAt: new Date() },
    })
    const from = (conversation: string) => ({ from: { platform: 'web', tenant: 'local', user: member, conversation } })
    await committee.act(member, { kind: 'typed', text: 'trợ giúp' }, from('c1'))
    await committee.act(member, { kind: 'typed', text: 'trợ giúp' }, { ...from('channel'), audience: 'shared' })
    expect(await committee.db.account.findMany({ where: { personId: id } })).toMatchObject([
      { conversation: 'c1', unreachable: null },
    ])
    await committee.act(member, { kind: 'left' })
    expect(await committee.db.account.findMany({ where: { personId: id } })).toMatchObject([{ unreachable: 'left' }])
    expect(textOf((await committee.act(member, { kind: 'arrived' })).reply)).toContain(vi.home.nothing)
  })

  it('speaks the language somebody chose before the platform’s, in answers and in notifications', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.type(member, 'English')
    const { reply } = await committee.act(member, { kind: 'typed', text: 'status ND-DLCN' }, { locale: 'vi-VN' })
    expect(textOf(reply)).toContain('Draft Decree on personal data protection')
    const letter = (await committee.deliver()).find((call) => call.to.user === member)
    expect(JSON.stringify(letter?.message)).toContain(en.buttons.answer)
    expect(
      textOf((await committee.act(otherMember, { kind: 'typed', text: 'help' }, { locale: 'en-GB' })).reply),
    ).toContain(en.help.intro)
  })

  it('goes by the role held on the day', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    await committee.db.role.updateMany({ where: { personId: id }, data: { toDay: '2020-06-16' } })
    expect(textOf(await committee.type(member, 'góp ý ND-DLCN đồng ý'))).toContain(vi.opinion.draftTitle)
    committee.setClock('2020-06-17T00:00')
    expect(textOf(await committee.type(member, 'góp ý ND-DLCN đồng ý'))).toBe(vi.refusals['not-allowed']({}))
  })

  it('goes by a role from its first day on', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.db.role.updateMany({ where: { person: { key: member } }, data: { fromDay: '2020-06-17' } })
    expect(textOf(await committee.type(member, 'góp ý ND-DLCN đồng ý'))).toBe(vi.refusals['not-allowed']({}))
    committee.setClock('2020-06-17T00:00')
    expect(textOf(await committee.type(member, 'góp ý ND-DLCN đồng ý'))).toContain(vi.opinion.draftTitle)
  })
})

describe('somebody who could not be reached', () => {
  it('gets what was given up as soon as they are heard from, or an account is linked', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    const round = await openRoundOn(committee, 'ND-DLCN')
    // As the ledger leaves it when every account has refused.
    await committee.db.account.updateMany({
      where: { personId: id },
      data: { unreachable: 'blocked', unreachableAt: new Date() },
    })
    await committee.db.outbox.updateMany({ where: { personId: id, subject: round }, data: { status: 'unreachable' } })
    const toThem = async () =>
      (await committee.deliver()).filter((call) => call.to.user === member && call.what === 'send').length
    expect(await toThem()).toBe(0)
    await committee.type(member, 'trợ giúp')
    expect(await toThem()).toBe(1)
    const other = await committee.db.person.findUniqueOrThrow({ where: { key: otherMember } })
    await committee.db.account.deleteMany({ where: { personId: other.id } })
    await committee.fill(
      coordinator,
      formOf(await committee.type(coordinator, 'gia hạn ND-DLCN đến 17:00 07/07/2020 vì x')),
      {},
    )
    await committee.deliver()
    await linkAccount(
      committee.db,
      otherMember,
      { platform: 'web', tenant: 'local', user: 'new' },
      { now: committee.now(), actor: 'cli', identities },
    )
    expect((await committee.deliver()).map((call) => call.to.user)).toContain('new')
  })
})

describe('odd input', () => {
  const odd: unknown[] = [
    null,
    undefined,
    5,
    'x',
    [],
    {},
    { kind: 'board.show', round: 'x' },
    { kind: 'item.show', item: '' },
  ]

  it.each(odd.map((intent) => [JSON.stringify(intent) ?? 'undefined', intent]))(
    'answers the intent %s clearly and changes nothing',
    async (_, intent) => {
      const pressed = await committee.act(member, { kind: 'pressed', intent })
      expect(textOf(pressed.reply)).toContain(vi.errors.badRequest)
      const filled = await committee.act(member, { kind: 'filled', intent, values: {} })
      expect(filled.reply).toMatchObject({ kind: 'invalid', message: vi.errors.badRequest })
    },
  )

  it.each([
    ['a round', (round: string) => ({ kind: 'round.reschedule', round, to: 5 }), 'Chưa trả lời (19)'],
    ['an item', () => ({ kind: 'item.ask-again', item: 'ND-DLCN' }), 'Mở đợt lấy ý kiến'],
    ['nothing', () => ({ kind: 'no-such' }), vi.buttons.plan],
  ])('shows what stands now of %s, where a button is of another version', async (_, button, label) => {
    const round = await openRoundOn(committee, 'CL-CPDT')
    const { reply } = await committee.act(coordinator, { kind: 'pressed', intent: button(round) })
    expect(textOf(reply)).toContain(vi.errors.outdatedButton)
    expect(
      buttonsOf(messageOf(reply))
        .map((one) => one.label)
        .join(),
    ).toContain(label)
    expect(reply).not.toHaveProperty('replaces')
  })

  it('says of a button of another version why its subject cannot be shown', async () => {
    const { reply } = await committee.act(member, {
      kind: 'pressed',
      intent: { kind: 'round.ask', round: randomUUID() },
    })
    expect(textOf(reply)).toContain(vi.errors.outdatedButton)
    expect(textOf(reply)).toContain(vi.refusals['no-such-round']({}))
  })

  it.each([
    [{ kind: 'remind.preview', item: 'ND-DLCN' }, 'reminder.preview'],
    // The name has changed its meaning: it opened the form.
    [{ kind: 'visit.cancel', number: 1 }, 'visit.cancel.form'],
  ])('goes on in private with what was asked in a channel before an upgrade: %j', async (asked, today) => {
    await committee.act(coordinator, { kind: 'typed', text: 'nhắc ND-DLCN' }, { audience: 'shared' })
    await committee.db.outbox.updateMany({ data: { letter: JSON.stringify({ kind: 'continue', intent: asked }) } })
    const told = (await committee.deliver()).map(({ message }) => message && buttonsOf(message))
    expect(told).toEqual([[{ label: vi.buttons.continue, style: 'primary', intent: { ...asked, kind: today } }]])
  })

  it('keeps a form of another version open with its words', async () => {
    const filled = await committee.act(member, {
      kind: 'filled',
      intent: { kind: 'opinion.write' },
      values: { body: 'Rõ.' },
    })
    expect(filled.reply).toMatchObject({ kind: 'invalid', message: vi.errors.outdatedForm })
  })

  it('answers for rounds, comments, people and versions that do not exist', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const none = randomUUID()
    const replies = [
      [await committee.press(member, { kind: 'board.show', round: none }), vi.refusals['no-such-round']({})],
      [await committee.press(member, { kind: 'item.show', item: 'XX' }), vi.refusals['no-such-item']({ item: 'XX' })],
      [await committee.press(member, { kind: 'version.read', round, version: 9 }), vi.refusals['no-such-version']({})],
      [
        await committee.press(coordinator, { kind: 'round.open', proposal: none, revision: 1 }),
        vi.refusals['no-such-proposal']({}),
      ],
      [
        await committee.press(coordinator, { kind: 'version.read', round, person: none }),
        vi.refusals['no-such-person']({ person: none }),
      ],
    ] as const
    for (const [reply, said] of replies) expect(textOf(reply)).toContain(said)
  })

  it('shows the card as it stands where a comment is gone', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.type(member, 'góp ý ND-DLCN đồng ý')
    expect(
      textOf(await committee.press(member, { kind: 'comment.save.form', round, comment: randomUUID() })),
    ).toContain(vi.opinion.draftTitle)
  })

  it('keeps a form open with its words when it is filled for a round withdrawn in the meantime', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const withdraw = formOf(await committee.type(coordinator, 'thu hồi ND-DLCN'))
    await committee.fill(coordinator, withdraw, { reason: 'nhầm bản' })
    expect(await committee.fill(member, form, { position: 'agree', body: '' })).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('nhầm bản'),
    })
  })

  it('says of 50,000 typed characters how many it takes, and stores none', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await committee.type(member, `góp ý ND-DLCN không đồng ý: ${'ý '.repeat(25_000)}`)
    expect(textOf(reply)).toBe(vi.errors.typedTooLong(49_999, 20_000))
    expect(await committee.db.opinionDraft.count()).toBe(0)
  })

  it('says it by field in a form, which stays open, and takes exactly the limit', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const fill = (length: number) => committee.fill(member, form, { position: 'disagree', body: 'ý'.repeat(length) })
    expect(await fill(50_000)).toMatchObject({ fields: { body: vi.errors.tooLong(50_000, 20_000) } })
    expect(await fill(20_001)).toMatchObject({ kind: 'invalid' })
    expect(await fill(20_000)).toMatchObject({ kind: 'message' })
    expect(await committee.fill(member, form, { position: 'no-such', body: 'x' })).toMatchObject({
      fields: { position: vi.errors.badChoice },
    })
  })

  it('says in one line that it did not understand, with the way to the help, and does nothing', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await committee.type(member, 'trời đẹp quá')
    expect(messageOf(reply).blocks?.[0]).toMatchObject({ kind: 'text', text: expect.stringContaining('chưa hiểu') })
    expect(textOf(reply)).not.toContain(vi.help.intro)
    expect(textOf(await committee.press(member, button(reply, vi.buttons.help)))).toContain(vi.help.intro)
  })

  it('says that the plan has no such item, offers those with a code like it, and does nothing', async () => {
    const alone = await committee.type(coordinator, 'mở đợt XYZ')
    expect(textOf(alone)).toContain(vi.refusals['no-such-item']({ item: 'XYZ' }))
    const near = await committee.type(coordinator, 'đóng ND-XYZ')
    expect(textOf(near)).toContain(vi.refusals['no-such-item']({ item: 'ND-XYZ' }))
    expect(textOf(near)).toContain('ND-DLCN')
    expect(textOf(await committee.type(member, 'đóng ND-XYZ'))).not.toContain('ND-DLCN')
    expect(await committee.db.round.count()).toBe(0)
  })

  it('offers what comes near with what a press does, how many it concerns, and only what may be done', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const labels = async (who: string) =>
      buttonsOf(messageOf(await committee.type(who, 'đóng hay thu hồi ND-DLCN'))).map(({ label }) => label)
    expect((await labels(coordinator)).toSorted()).toEqual(
      [
        'Thu hồi đợt lấy ý kiến ND-DLCN, đang lấy ý kiến 19 người',
        'Đóng đợt lấy ý kiến ND-DLCN, đang lấy ý kiến 19 người',
        'Xem nội dung ND-DLCN',
        vi.buttons.help,
      ].toSorted(),
    )
    expect((await labels(member)).filter((label) => /^(?:Thu hồi|Đóng|Gia hạn)/.test(label))).toEqual([])
  })

  it('asks which of two is meant with what each does, and refuses where neither is theirs to do', async () => {
    const reply = await committee.type(coordinator, 'mở ND-DLCN hạn 26/06')
    expect(textOf(reply)).toContain(vi.help.ask)
    expect(buttonsOf(messageOf(reply)).map(({ label }) => label)).toEqual([
      'Mở đợt lấy ý kiến ND-DLCN, hạn 26/06/2020',
      'Mở lại đợt lấy ý kiến ND-DLCN, hạn 26/06/2020',
    ])
    expect(textOf(await committee.type(member, 'mở ND-DLCN'))).toBe(vi.refusals['not-allowed']({}))
  })

  it('asks with buttons where two things match', async () => {
    const reply = await committee.type(coordinator, 'tình hình cơ sở dữ liệu quốc gia')
    expect(textOf(reply)).toMatch(new RegExp(`${vi.help.ask}|${vi.help.whichItem}`))
  })

  it('logs no words of an opinion when something breaks', async () => {
    expectedErrors = 1
    await openRoundOn(committee, 'ND-DLCN')
    await committee.db.$executeRawUnsafe('ALTER TABLE "OpinionDraft" RENAME TO "Gone"')
    await committee.type(member, 'góp ý ND-DLCN không đồng ý: tuyệt đối kín')
    expect(
      JSON.stringify(committee.lines.map(({ facts }) => ({ ...facts, err: String(Object(facts).err?.stack) }))),
    ).not.toContain('tuyệt đối kín')
  })
})

describe('a database that does not answer in time', () => {
  it('says so within the platform’s patience, keeps the form open, and stores at most once when it comes back', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    const slow = new Proxy(committee.db, {
      get: (db, name) =>
        name === '$transaction' ? async (work: []) => held.then(() => db.$transaction(work)) : Reflect.get(db, name),
    })
    const options = {
      db: slow,
      now: committee.now,
      zone,
      publicUrl: 'http://x',
      calendar: VIETNAM,
      mustHear: [],
      locale: 'vi' as const,
      log: quiet,
    }
    const app = createApp({ ...options, wake: () => undefined, patienceMs: 20 })
    const inbound = committee.inbound(member, {
      kind: 'filled',
      intent: form.intent,
      values: { position: 'disagree', body: 'kịp không' },
    })
    expect((await app.receive(inbound)).reply).toEqual({ kind: 'invalid', message: vi.errors.slow, fields: {} })
    const again = committee.fill(member, form, { position: 'disagree', body: 'kịp không' })
    release()
    expect(textOf(await again)).toContain('kịp không')
    // Until the late one has come to its end: it must not change the draft that is sent below.
    await expect.poll(async () => (await app.receive(inbound)).provisional).toBeUndefined()
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'kịp không' }])
    await committee.press(
      member,
      button(await committee.press(member, { kind: 'opinion.show', round }), vi.buttons.send),
    )
    expect(await committee.db.opinion.count()).toBe(1)
  })
})

describe('access links', () => {
  it('are shown once, stored as a hash, and void the older one', async () => {
    const form = formOf(await committee.press(coordinator, { kind: 'access.make.form' }))
    const inbound = committee.inbound(coordinator, { kind: 'filled', intent: form.intent, values: { person: member } })
    const { reply } = await committee.app.receive(inbound)
    const token = /enter\/([\w-]+)/.exec(textOf(reply))?.[1] ?? ''
    expect(token.length).toBeGreaterThan(40)
    expect(textOf((await committee.app.receive(inbound)).reply)).toBe(vi.access.again)
    for (const table of ['Login', 'Received', 'Audit']) {
      expect(JSON.stringify(await committee.db.$queryRawUnsafe(`SELECT * FROM "${table}"`))).not.toContain(token)
    }
    const { signIn } = await import('../../src/people/accounts/access-link.ts')
    expect(await signIn(committee.db, token, committee.now())).toMatchObject({ user: member })
    expect(await signIn(committee.db, `${token}x`, committee.now())).toBeUndefined()
    expect(await signIn(committee.db, token, new Date(committee.now().getTime() + 31 * 86_400_000))).toBeUndefined()
    await committee.fill(coordinator, form, { person: member })
    expect(await signIn(committee.db, token, committee.now())).toBeUndefined()
  })
})
