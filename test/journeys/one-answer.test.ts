import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, formOf, member, openRoundOn, otherMember, textOf, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { quiet } from '../support/quiet.ts'

const committee = committeeEachTest()

const input = (text: string) => ({ kind: 'typed' as const, text })

/** Another process on the same database, in which something may go wrong. */
const process = (over: Partial<Parameters<typeof createApp>[0]> = {}) =>
  createApp({
    db: committee.db,
    now: committee.now,
    zone,
    publicUrl: 'http://x',
    calendar: VIETNAM,
    mustHear: [],
    locale: 'vi',
    log: quiet,
    wake: () => undefined,
    ...over,
  })

describe('the answer to one person is never another’s', () => {
  it('where two people’s deliveries come under one id, typed, pressed and filled', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const id = 'one-id'
    const typed = await committee.act(member, input('góp ý ND-DLCN không đồng ý: lời của người thứ nhất'), { id })
    const other = await committee.act(otherMember, input('góp ý ND-DLCN đồng ý: lời của người thứ hai'), { id })
    expect(textOf(typed.reply)).toContain('lời của người thứ nhất')
    expect(other.repeated).toBe(false)
    expect(textOf(other.reply)).toContain('lời của người thứ hai')
    expect(textOf(other.reply)).not.toContain('thứ nhất')

    const sent = await committee.act(
      member,
      { kind: 'pressed', intent: button(typed.reply, vi.buttons.send) },
      { id: 'press' },
    )
    const sentToo = await committee.act(
      otherMember,
      { kind: 'pressed', intent: button(other.reply, vi.buttons.send) },
      { id: 'press' },
    )
    expect(textOf(sentToo.reply)).not.toBe(textOf(sent.reply))
    const opinions = await committee.db.opinion.findMany({ where: { roundId: round }, select: { body: true } })
    expect(opinions.map(({ body }) => body).sort()).toEqual(['lời của người thứ hai', 'lời của người thứ nhất'])
  })

  it('also while the other’s is being made', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const both = await Promise.all(
      [member, otherMember].map((who) => committee.act(who, input('góp ý ND-DLCN đồng ý'), { id: 'at-once' })),
    )
    expect(both.map(({ repeated }) => repeated)).toEqual([false, false])
    expect(await committee.db.opinionDraft.count()).toBe(2)
  })

  it('nor is what goes on in private after words in a channel', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    for (const who of [member, otherMember])
      await committee.act(who, input('góp ý ND-DLCN đồng ý'), { id: 'in-channel', audience: 'shared' })
    const letters = await committee.db.outbox.findMany({ where: { key: { startsWith: 'continue:' } } })
    expect(new Set(letters.map(({ personId }) => personId)).size).toBe(2)
  })

  it('whatever stands in the names of platform, tenant, person and delivery', async () => {
    const strange = [
      { from: { platform: 'web', tenant: 'local', user: 'a/b' }, id: 'c' },
      { from: { platform: 'web', tenant: 'local', user: 'a' }, id: 'b/c' },
      { from: { platform: 'web', tenant: 'local/a', user: 'b' }, id: 'c' },
    ]
    for (const one of strange) expect((await committee.act('x', input('trợ giúp'), one)).repeated).toBe(false)
    expect(await committee.db.received.count({ where: { id: { startsWith: 'by/' } } })).toBe(3)
  })
})

describe('a delivery that the version before has answered', () => {
  const stored = (text: string) => JSON.stringify({ kind: 'message', message: { text } })

  it('is not carried out again when it comes once more after the upgrade', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.db.received.create({
      data: { id: 'web:local:old-1', at: committee.now(), reply: stored('Đã lưu') },
    })
    const again = await process().receive(committee.inbound(member, input('góp ý ND-DLCN đồng ý'), { id: 'old-1' }))
    expect(again).toEqual({ reply: { kind: 'message', message: { text: 'Đã lưu' } }, repeated: true })
    expect(await committee.db.opinionDraft.count()).toBe(0)
  })
})

describe('an answer that failed is not remembered as the answer', () => {
  it('to one who waits with another delivery of the same press', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    let broken = true
    const held = Promise.withResolvers<void>()
    const db = new Proxy(committee.db, {
      get: (target, name) => {
        if (name !== 'account' || !broken) return Reflect.get(target, name)
        broken = false
        return { findUnique: () => held.promise.then(() => Promise.reject(new Error('broken'))) }
      },
    })
    const app = process({ db })
    const delivery = committee.inbound(member, input('góp ý ND-DLCN đồng ý'))
    const first = app.receive(delivery)
    const second = app.receive(delivery)
    held.resolve()
    expect(await first).toMatchObject({ provisional: true, repeated: false })
    expect(textOf((await first).reply)).toContain('chưa ghi nhận gì')
    expect(textOf((await second).reply)).toContain(vi.opinion.draftTitle)
    expect((await second).provisional).toBeUndefined()
    expect(await committee.db.opinionDraft.count()).toBe(1)
  })

  it('where it was stored before something broke: what was stored is told', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const app = process({
      wake: () => {
        throw new Error('after the commit')
      },
    })
    const answer = await app.receive(committee.inbound(member, input('góp ý ND-DLCN đồng ý')))
    expect(textOf(answer.reply)).toContain(vi.opinion.draftTitle)
    expect(answer.provisional).toBeUndefined()
  })

  it('where nobody can say whether it was stored, that is what is said', async () => {
    const gone = new Proxy(committee.db, {
      get: (target, name) =>
        name === 'received' ? { findUnique: () => Promise.reject(new Error('away')) } : Reflect.get(target, name),
    })
    const { reply, provisional } = await process({ db: gone }).receive(committee.inbound(member, input('trợ giúp')))
    expect(textOf(reply)).toContain('chưa biết lần này đã kịp ghi nhận hay chưa')
    expect(provisional).toBe(true)
  })

  it('where it was only late: asked again, the answer comes', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const held = Promise.withResolvers<void>()
    const db = new Proxy(committee.db, {
      get: (target, name) =>
        name === '$transaction'
          ? async (work: []) => held.promise.then(() => target.$transaction(work))
          : Reflect.get(target, name),
    })
    const app = process({ db, patienceMs: 20 })
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const filled = { kind: 'filled' as const, intent: form.intent, values: { position: 'agree', body: 'kịp' } }
    const delivery = committee.inbound(member, filled)
    const late = await app.receive(delivery)
    expect(late).toMatchObject({ provisional: true, reply: { kind: 'invalid', message: vi.errors.slow } })
    held.resolve()
    const settled = await process().receive(delivery)
    expect(textOf(settled.reply)).toContain('kịp')
    expect(settled.provisional).toBeUndefined()
  })
})
